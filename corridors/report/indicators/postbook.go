package indicators

import (
	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// postAt tells apart the stays at posts and depots that are booked by themselves.
type postAt struct {
	place     string
	direction corridors.Direction
	loaded    bool
}

// postBook are the series that such stays are booked in. A post sees each truck a dozen times, so the series are found
// by their words once, and from here for every truck after the first.
type postBook struct {
	ahead     sim.Time // of its clock
	rhythm    *rhythmBook
	tfi1      [roomCauses + 2]*series // all, the causes, and driving
	tfi2      [3]*series              // all, official, informal
	whole     []channelBook
	keyed     *series
	stages    []*stageBook
	crossings []crossingBook
}

// channelBook are the times of the loads of one channel.
type channelBook struct {
	channel      string
	spent, since *series
	clock        *clockBook // all channels together only
}

// crossingBook are the times from a first post to this one.
type crossingBook struct {
	first *postBook
	channelBook
}

// stageBook is what a stage is booked in, as it is met in one direction.
type stageBook struct {
	name, place, country string
	owner                corridors.Owner
	ahead                sim.Time
	channels             []channelBook
	delay                *delayBook
}

// postOf a stay at a post or depot.
func (o *Observer) postOf(e *Element) *postBook {
	if e.book != nil {
		return e.book
	}
	at := postAt{e.Place, e.Direction, e.Loaded}
	b := o.posts[at]
	if b == nil {
		b = &postBook{ahead: o.atlas.ahead[e.Place]}
		o.posts[at] = b
	}
	e.book = b
	return b
}

// stageOf finds what a stage is booked in.
func (o *Observer) stageOf(b *postBook, s *Stage) *stageBook {
	for _, one := range b.stages {
		if one.name == s.Name && one.place == s.Place && one.owner == s.Owner && one.country == s.Country {
			return one
		}
	}
	one := &stageBook{
		name: s.Name, place: s.Place, country: s.Country, owner: s.Owner, ahead: o.atlas.ahead[s.Place],
		delay: o.delayOf(delayKey{name: s.Name, owner: string(s.Owner), place: s.Place, country: s.Country}),
	}
	b.stages = append(b.stages, one)
	return one
}

// flowBook are the series of whole trips of a flow.
type flowBook struct {
	door  *series
	trips [2][2]tripBook // out and home, empty and loaded
	ways  [2][]knownWay  // out and home
}

// tripBook are cost and speed of a trip.
type tripBook struct{ cost, delayed, moving *series }

// flowOf a truck.
func (o *Observer) flowOf(r *Record) *flowBook {
	b := o.flows[r.Flow]
	if b == nil {
		b = &flowBook{}
		o.flows[r.Flow] = b
	}
	return b
}

// knownWay is a way that some truck has gone.
type knownWay struct {
	loaded bool
	names  []string
	book   *wayBook
}

// isOf says whether the trip of a truck goes this way.
func (w *knownWay) isOf(r *Record, part Part) bool {
	at, loaded, km := 0, false, 0.0
	for i := range r.Elements {
		e := &r.Elements[i]
		if e.Part != part {
			continue
		}
		if at == len(w.names) || w.names[at] != e.onWay() {
			return false
		}
		at++
		km += e.Km
		loaded = loaded || e.Loaded && e.Kind == OnLeg
	}
	return at == len(w.names) && loaded == w.loaded && km > 0
}

// newKnownWay notes the way that a truck has gone.
func newKnownWay(r *Record, part Part, load string, book *wayBook) knownWay {
	w := knownWay{loaded: load == loadOf(true), book: book}
	for i := range r.Elements {
		if e := &r.Elements[i]; e.Part == part {
			w.names = append(w.names, e.onWay())
		}
	}
	return w
}

// onWay is what an element is called in a way.
func (e *Element) onWay() string {
	if e.Kind == AtPost || e.Kind == AtDepot {
		return e.Place
	}
	return e.Name
}

// which is the place of a part or a state in a pair of books.
func which(second bool) int {
	if second {
		return 1
	}
	return 0
}

// delayBook is where the causes of delay of one stage, road or handling stand in the list of all: its place there and
// one, or 0 for those that it never had.
type delayBook struct {
	key delayKey
	at  [roomCauses]int
}

// delayOf a stage, road or handling.
func (o *Observer) delayOf(k delayKey) *delayBook {
	b := o.causes[k]
	if b == nil {
		b = &delayBook{key: k}
		o.causes[k] = b
	}
	return b
}

// causeNames are the parts of a stretch of time that is not driving, in the order of tables: repairs stand before what
// is otherwise blocked.
func causeNames() (out [roomCauses]string) {
	at := 0
	for _, a := range journey.Activities() {
		if a == journey.Driving {
			continue
		}
		if a == journey.Blocked {
			out[at] = repair
			at++
		}
		out[at] = a.String()
		at++
	}
	return out
}

// causes are how long each of them took.
func (t *Times) causes() (out [roomCauses]sim.Time) {
	at := 0
	for a := range t.By[:roomCauses] {
		switch journey.Activity(a) {
		case journey.Driving:
			continue
		case journey.Blocked:
			out[at], out[at+1] = t.Repair, t.By[a]-t.Repair
			at += 2
		default:
			out[at] = t.By[a]
			at++
		}
	}
	return out
}
