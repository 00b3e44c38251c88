package scenarios

import (
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// Watched is a quantity that is no measure of the model but is read off what happens in each run.
type Watched struct {
	What  What
	At    float64 // Inside and NobodyInside: the moment [s]
	Span  Span    // MeanInside and Came
	Flow  string  // Waited and WaitDeviation
	Truck int     // Waited: its number in the flow, from 1 in the order in which they set out
}

// What is watched.
type What int

// The things that can be.
const (
	Inside        What = iota // trucks that are inside at a moment
	NobodyInside              // 1 if there is none then, 0 otherwise: the mean over runs is a probability
	MeanInside                // time average of the trucks inside over a time
	Came                      // trucks that came in a time
	Waited                    // how long a truck waited before it was served, for the queue and for opening; nothing if it never was
	WaitDeviation             // standard deviation of these waits over the trucks of a flow that count in statistics
)

// whats are the words by which a file asks for them.
var whats = [...]string{"inside_at", "nobody_inside_at", "mean_inside", "came", "waited", "wait_deviation"}

// watched reads what is to be watched, and in which unit its value is. It says false where a fault was reported.
func watched(what What, v *strict.Value, c *Case) (*Watched, unit, bool) {
	w, u := &Watched{What: what}, unit{"_trucks", quantity.Pure, 1}
	ok := false
	switch what {
	case Inside, NobodyInside:
		if what == NobodyInside {
			u = unit{"_share", quantity.Pure, 1}
		}
		var q quantity.Quantity
		if q, ok = v.AsQuantity(quantity.Time, quantity.AtLeast(0)); ok {
			w.At = q.Seconds()
			beforeEnd(v, c, w.At)
		}
	case MeanInside, Came:
		var s *Span
		if s, ok = span(v); ok {
			w.Span = *s
			beforeEnd(v, c, s.To)
		}
	case Waited:
		u = unit{"_h", quantity.Time, secondsPerHour}
		ok = w.oneTruck(v, c)
	case WaitDeviation:
		u = unit{"_h", quantity.Time, secondsPerHour}
		ok = w.flow(v, c)
	}
	return w, u, ok
}

// oneTruck reads which truck is meant.
func (w *Watched) oneTruck(v *strict.Value, c *Case) bool {
	m, ok := v.AsMap()
	if !ok {
		return false
	}
	ok = m.Require("flow", "flow: trucks") && m.Require("truck", "truck: 25")
	if flow, there := m.At("flow"); there {
		ok = w.flow(flow, c) && ok
	}
	n, given := m.Count("truck", 1, maxReplications)
	m.Done()
	w.Truck = n
	return ok && given
}

// flow finds a flow of the scenario of a case by name.
func (w *Watched) flow(v *strict.Value, c *Case) bool {
	if c.Scenario == nil {
		return false
	}
	of := newNames(func(name string) words.Phrase { return words.Say("scenario.unknown-flow", "name", name) }, nil)
	for _, f := range c.Scenario.Setup.Corridor.Flows {
		of.order, of.first[f.Name] = append(of.order, f.Name), nil
	}
	name, ok := of.findValue(v)
	w.Flow = name
	return ok
}

// beforeEnd reports a time at which the runs of a case are over.
func beforeEnd(v *strict.Value, c *Case, seconds float64) {
	if c.Scenario == nil {
		return
	}
	if h := c.Scenario.Setup.Horizon; h.After == journey.Stop && seconds > h.End().Seconds() {
		v.Problem(words.Say("scenario.after-the-run"), words.Phrase{}, words.Say("scenario.after-the-run-help"))
	}
}

// span reads two times of a run.
func span(v *strict.Value) (*Span, bool) {
	ends, ok := twoEnds(v)
	if !ok {
		return nil, false
	}
	var times [2]float64
	for i, end := range ends {
		q, ok := end.AsQuantity(quantity.Time, quantity.AtLeast(0))
		if !ok {
			return nil, false
		}
		times[i] = q.Seconds()
	}
	if times[0] >= times[1] {
		swapped(v, ends)
		return nil, false
	}
	return &Span{times[0], times[1]}, true
}
