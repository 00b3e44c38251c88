package journey

import (
	"fmt"

	"hanhlang/seeds"
	"hanhlang/sim"
)

// phase is what a truck is doing now.
type phase uint8

const (
	ready phase = iota // at its origin, about to start
	driving
	handling
	queueing
	inService
	blocked
	interrupted // its server is being repaired
	parted      // the stages of a group are under way for it
	seeking
	gone
)

func (p phase) String() string {
	return [...]string{"ready", "driving", "handling", "queueing", "in service", "blocked", "interrupted", "parted", "seeking", "gone"}[p]
}

// mayBecome says which phases may follow one another: out of a queue a truck can only go into
// service, nobody comes back from where it has gone, and only the origin is ready.
func (p phase) mayBecome(next phase) bool { return after[p%mostPhases]>>(next%mostPhases)&1 != 0 }

// mostPhases is a power of two that no phase reaches: a remainder by it costs less than the check of a bound.
const mostPhases = 16

// anyPhase are the phases that most may be followed by, as a set.
const anyPhase = 1<<(gone+1) - 1<<(ready+1)

// after lists the phases that may follow each, as sets.
var after = [mostPhases]uint16{
	ready: anyPhase, driving: anyPhase, handling: anyPhase, queueing: 1<<inService | 1<<handling, inService: anyPhase,
	blocked: anyPhase, interrupted: 1 << inService, parted: anyPhase, seeking: anyPhase, gone: 0,
}

// none marks the absence of an index that a truck may or may not have.
const none = -1

// truck is one vehicle on its round trip: what events ask for, in two lines of the processor's cache. What it has spent, driven and
// carried is in its account, with the same index.
type truck struct {
	here  *step // the step it is in
	plan  *itinerary
	since sim.Time
	who   seeds.Who // whose luck it is on this trip
	slot  sim.Slot
	step  int32 // behind it; of one that is gone: the entry that became free before
	held  int32 // station whose server it occupies
	id    int32 // its own index

	phase    phase
	papers   papers // what the officers have before them
	side     int8   // post of the crossing under way that time is booked to; none outside one
	trip     uint8  // 0 out, 1 home: the visit of its decision points
	counted  bool
	cargo    bool  // it is a cargo truck, of which costs are kept
	rows     bool  // its time at the post counts in the rows of stages
	depot    bool  // it is at a depot
	gateHeld int32 // gate pair whose strip it has a place in
	yardHeld int32 // yard that it has a place in

	booked   sim.Time    // sum of its lines of time
	crossing [2]sim.Time // border time so far by post of the crossing
	waited   sim.Time    // queueing, closed and blocked of the crossing under way

	begun     sim.Time // when it was ready at its origin
	loadReady sim.Time // when the load it carries became ready
	number    uint32
	flow      int32
	exitPlace int32     // first post of the crossing under way
	settled   [2]papers // what each side of it has settled
	done      uint16    // stages done once for both countries
}

// stand is where among servers that are told apart a truck stands. It is kept only where they are.
type stand struct {
	machine int32  // server that it stands at
	relief  uint32 // how often the servers of the station held had been relieved when it took the server
}

// stood tells the stand of a truck; where none is kept all are alike.
func (w *World) stood(t *truck) stand {
	if w.stands == nil {
		return stand{machine: none}
	}
	return w.stands[t.id]
}

// become is the one door through which a truck changes what it is doing.
func (t *truck) become(next phase) {
	if !t.phase.mayBecome(next) {
		t.refuse(next)
	}
	t.phase = next
}

// refuse reports a change that no model makes.
func (t *truck) refuse(next phase) {
	panic(fmt.Sprintf("truck %d cannot go from %v to %v", t.number, t.phase, next))
}
