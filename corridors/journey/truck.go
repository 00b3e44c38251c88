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

// truck is one vehicle on its round trip.
type truck struct {
	here     *step // the step it is in
	since    sim.Time
	phase    phase
	counted  bool
	money    bool  // costs are kept
	rows     bool  // its time at the post counts in the rows of stages
	depot    bool  // it is at a depot
	side     int8  // post of the crossing under way that time is booked to; none outside one
	held     int32 // station whose server it occupies
	gateHeld int32 // gate pair whose strip it has a place in
	parent   int32 // truck that this is a branch of; none: it is a truck
	machine  int32 // server that it stands at, where servers are told apart
	yardHeld int32 // yard that it has a place in
	channel  uint8
	declared uint8
	way      uint8 // what channel and declaration make of it
	slot     sim.Slot
	flow     int32
	number   uint32
	trip     uint32    // 0 out, 1 home: the visit of its decision points
	who      seeds.Who // whose luck it is on this trip

	booked   sim.Time    // sum of its lines of time
	crossing [2]sim.Time // border time so far by post of the crossing
	plan     *itinerary
	step     int32

	papers    [2]papers // what each side of the crossing under way has settled
	done      uint16    // stages done once for both countries
	exitPlace int       // first post of the crossing under way
	stripRow  int       // row that waits in the strip are booked in
	waited    sim.Time  // queueing, closed and blocked of the crossing under way
	paid      sim.Time  // the part of the time booked that has been charged
	idled     sim.Time  // time in queues that has not,
	stood     sim.Time  // and that has

	entry    int32 // of a branch: its own index
	branches int32 // begun last, of which
	open     int32 // so many are under way

	relief uint32 // how often the servers of the station held had been relieved when it took the server

	begun     sim.Time     // when it was ready at its origin
	loadReady sim.Time     // when the load it carries became ready
	sums      [lines]int64 // money by line [micro-USD]
	total     int64        // money [micro-USD]
	purse     purse        // for whom
	litres    [2]float64   // burnt on legs without a load, and with one
	goods     [2]int64     // what its loads have lost while they were on their way, beside its money [micro-USD]
	tonnes    float64
	km        float64
	emptyKm   float64
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
