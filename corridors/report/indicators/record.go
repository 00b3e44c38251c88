// Package indicators speaks the numbers that practitioners of corridors know: TFI1 to TFI4 of CPMM, the
// points of a time/cost–distance chart, time release studies and delay by cause, all from the log of a run.
// It does not know how trucks move, how an answer is laid out, or which language is spoken.
package indicators

import (
	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// Kind says what a truck was about in an element of its trip.
type Kind string

// The kinds of element. Together they hold every tick of the truck's time once.
const (
	OnLeg    Kind = "leg"
	AtPost   Kind = "post"
	AtDepot  Kind = "depot"
	Handling Kind = "handling"  // at the origin or destination
	Waiting  Kind = "load-wait" // for a return load
	Permit   Kind = "permit-wait"
)

// Part is the part of a round trip that an element belongs to.
type Part string

// The parts: to the destination, between delivery and the way home, and home.
const (
	Out  Part = "out"
	Turn Part = "turn"
	Home Part = "home"
)

// room is for more activities and lines than there are.
const (
	roomActivities = 16
	roomCauses     = 10 // as many as there are: driving is none, and repairs are one more
	roomLines      = 32
)

// Times are the ticks of a stretch by activity, repairs apart from what is otherwise blocked.
type Times struct {
	By     [roomActivities]sim.Time
	Repair sim.Time // the part of Blocked that is waiting for a repair
}

// Total of all activities.
func (t *Times) Total() sim.Time {
	var sum sim.Time
	for _, d := range t.By {
		sum += d
	}
	return sum
}

func (t *Times) add(f *journey.Fact) {
	d := f.To - f.From
	t.By[f.Activity] += d
	if f.Broken && f.Activity == journey.Blocked {
		t.Repair += d
	}
}

// Stage is one pass of a truck through a stage.
type Stage struct {
	Name    string
	Owner   corridors.Owner
	Place   string
	Country string
	Channel corridors.Channel
	Arrival sim.Time // when its wait began
	Start   sim.Time // when its service began; that of the wait, where there was none
	End     sim.Time
	Times
	Shadow bool // it was done while a stage beside it lasted longer: no part of the truck's own time
	served bool
}

// Element is one stretch of a trip: a leg, a post, a depot, loading, or a wait.
type Element struct {
	Kind      Kind
	Part      Part
	Loaded    bool
	Tonnes    float64
	Place     string
	Country   string
	Name      string              // of the road, gate pair or handling
	Direction corridors.Direction // at a post
	Channel   corridors.Channel   // at a post or depot
	Declared  corridors.Declared
	From, To  sim.Time
	Km        float64
	Passed    bool // of a post or depot: the truck left it onward, not turned away
	Times
	Money  [roomLines]int64 // by line [micro-USD]
	Stages []Stage
	Keying sim.Time // trader's time at the keyboard before it arrived
	Keyed  bool
	charge []charge  // of the trucks that the log writes out
	book   *postBook // what it is booked in, once that is known
	last   bool      // of a crossing: its second post
	shut   bool      // nothing more belongs to it
}

// charge is a line of money where it was booked.
type charge struct {
	line  journey.Line
	place string
	micro int64
}

// Cost of an element [micro-USD].
func (e *Element) Cost() int64 {
	var sum int64
	for _, m := range e.Money {
		sum += m
	}
	return sum
}

// Delivery of a load.
type Delivery struct {
	Part   Part
	At     sim.Time
	Place  string
	Tonnes float64
}

// Record is the life of one truck that has left.
type Record struct {
	Flow        string
	Truck       uint32
	Ready, Left sim.Time
	LoadReady   sim.Time // since when the clock of the load of the way out has run
	Elements    []Element
	Deliveries  []Delivery
	load        *journey.Load // of the way out, where loads and trucks are apart
	carried     string        // flow whose return load it has found in a pool; empty: its own
	passed      bool          // its load goes on with another truck
	pending     Element       // what was said before the element that it belongs to
}

// Cost of the round trip [micro-USD].
func (r *Record) Cost() int64 {
	var sum int64
	for i := range r.Elements {
		sum += r.Elements[i].Cost()
	}
	return sum
}

// Tonnes delivered on the round trip.
func (r *Record) Tonnes() float64 {
	sum := 0.0
	for _, d := range r.Deliveries {
		sum += d.Tonnes
	}
	return sum
}

// since is when what a truck delivers on its way out became ready: its load, or each part of it.
func (r *Record) since() []sim.Time {
	switch {
	case r.load == nil:
		return []sim.Time{r.LoadReady}
	case r.load.Parts == nil:
		return []sim.Time{r.load.Since}
	}
	return r.load.Parts
}

// finished says whether the truck got through on a part of its trip: nobody turned it away.
func (r *Record) finished(part Part) bool {
	for i := range r.Elements {
		if e := &r.Elements[i]; e.Part == part && e.Kind == AtPost && !e.Passed {
			return false
		}
	}
	return true
}
