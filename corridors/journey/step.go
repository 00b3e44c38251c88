package journey

import (
	"math/bits"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
)

// stepKind says what a truck does in one step of its itinerary.
type stepKind uint8

const (
	stepDrive     stepKind = iota // a leg of road
	stepHandle                    // loading or unloading
	stepApproach                  // arrive at a post: its customs channel and declaration are settled
	stepServe                     // a stage with a station: queue, then service
	stepAttend                    // a stage with room for all: only service
	stepTakePlace                 // go into the strip; while it is full, keep the lane
	stepStrip                     // drive through the strip
	stepPass                      // the strip is behind: its place is free
	stepClear                     // gate-out of the second post: the crossing is complete
	stepDeliver                   // the load is delivered
	stepSeek                      // look for a return load
	stepTurn                      // turn home empty
	stepLeave                     // the truck is home, or leaves the corridor
	stepChoose                    // choose a way: the itinerary goes on with that of the way
	stepTravel                    // a leg of road on which trucks may be held up
	stepArrive                    // the end of a way that was chosen
	stepRoom                      // a stage whose station has few waiting places: a place, queue, then service
	stepTakeYard                  // go into a yard; while it is full, stay where it is
	stepLeaveYard                 // the yard is behind: its place is free
	stepPart                      // begin the stages of a group, which are the next steps
	stepEnter                     // arrive at a depot
	stepDepart                    // leave it
	stepSplit                     // luck decides on a stop
	stepTurnTo                    // show the papers of one side of the crossing to its officers
	stepRegime                    // reach a pair whose regime changes: it is settled how often to stop
	stepSpell                     // a swap that holds for a time only
	stepSwapped                   // the partner goes on with the truck
	stepRejoin                    // the end of a crossing under one of two regimes
	stepBase                      // the truck of a haulier has waited at its base for a load
	stepFetch                     // it has come to the load
	stepWork                      // loading or unloading at a station: queue, then handling
	stepPassOn                    // the load is left for another truck
	stepMeet                      // the load stays on the truck until the one that takes it over is there
	stepTakeOver                  // take a load over from the truck that has brought it
	stepTransfer                  // the same at a station: queue first
	stepHome                      // the trip of a haulier's truck ends: it goes to its base
	stepRepair                    // it goes to a bay there, if it has run long enough
	stepRepaired                  // its time there is charged
	stepToPool                    // go to where return loads are pooled
	stepOnward                    // a load of another flow is delivered: go home from there
	stepPermit                    // take a permit; while there is none, wait
	stepQuota                     // begin a crossing on the quota of the day; if it is used up, wait for the next
)

// step is one line of an itinerary. What does not apply to a truck's trip and load is absent from
// the itinerary; what depends on its channel, declaration or luck stands in passes.
//
// What a passing truck asks for comes first, up to the table of the duration: two lines of the
// processor's cache instead of four.
type step struct {
	kind     stepKind
	varies   bool  // there are cases
	asks     bool  // the truck on the spot is asked more than its channel and declaration
	line     Line  // of the fee
	of       int32 // index of the leg, of the gate pair (strip), of the rules (approach), of the side, of the yard or of the jump; of a group: how many stages
	passes   passes
	point    decision // of the duration
	place    int      // index of the place where it happens
	row      int      // index of the stage row that its time is booked in
	station  int      // stepServe and stepRoom: index of the station
	fee      float64  // [USD]
	duration law.Law  // [s]
	cases    []caseStep
	classes  []classStep // of the station, those that its trucks can be of
	name     string
	once     uint16 // bit of a stage that is done once for both countries; 0: of none
}

// caseStep is another duration for trucks of some channels or declarations.
type caseStep struct {
	passes   passes
	duration law.Law
}

// classStep is a class of trucks that a station serves before others, and who is of it.
type classStep struct {
	class  int
	passes passes
}

// passes are the conditions that only the truck on the spot can answer.
type passes struct {
	mask
	drawn bool // share holds and is drawn at point
	point decision
	share float64
}

// approach is what is settled when a truck reaches a post.
type approach struct {
	side       int            // 0: the post it leaves by, 1: the post it enters by
	depot      int            // index; none: it is a post
	load       corridors.Load // what the load is there
	regime     corridors.Declaration
	channels   corridors.Channels
	platform   corridors.Platform
	lodging    float64 // fee of a declaration that is lodged here [USD]
	informal   float64 // [USD], of a loaded crossing, booked at the exit post
	hours      hours
	channel    decision
	adopts     decision
	corrected  decision
	keying     decision
	twice      decision // whether a file is keyed in once more in the office,
	again      decision // and how long that takes
	platformAt int      // index of the platform; none: it never fails
	downShare  float64  // of the time that the platform is down
	shared     bool     // what the other post has is not asked for again
	barrier    *barrier // of the post that it leaves by; none: no shock closes the gate
}

// itinerary is the plan of one trip of a truck.
type itinerary struct {
	flow   int
	trip   corridors.Trip
	loaded bool
	cargo
	steps   []step
	onward  []onward // by step, the one before the first included
	worth   *worth   // of its goods; none: time costs them nothing
	shuttle bool     // a haulier's truck on its way to a load, or to its base
	unused  bool     // an itinerary of a way that is not the usual one of its flow
}

// onward leads from a step to the next one that is not shut to a truck, by the truck's way.
type onward [ways]uint16

// ways is how many kinds of truck the masks can tell apart: by channel and declaration, three of the one
// and four of the other, or none of both.
const ways = 16

// wayOf numbers what a truck's channel and declaration make of it.
func wayOf(channel, declared uint8) uint8 {
	return uint8(bits.Len8(channel)<<2 | bits.Len8(declared)&3)
}

// lookAhead fills the table by which a truck passes over the steps that are shut to it.
func (i *itinerary) lookAhead() {
	i.onward = make([]onward, len(i.steps))
	for channel := range uint8(4) {
		for declared := range uint8(4) {
			c, d := uint8(1)<<channel>>1, uint8(1)<<declared>>1
			if channel > 0 && declared == 0 { // who has a channel has declared: the fourth way takes the place of none
				d = bit(3)
			}
			next := len(i.steps) - 1 // no mask shuts the last step
			for at := len(i.steps) - 1; at >= 0; at-- {
				if !i.steps[at].passes.shuts(c, d) {
					next = at
				}
				i.onward[at][wayOf(c, d)] = uint16(next)
			}
		}
	}
}

// mask is the part of the conditions that a truck's channel and declaration decide.
type mask struct {
	channels uint8 // set of channels, bit by index in corridors.ChannelNames; 0: any truck
	declared uint8 // set of ways, bit by index in corridors.DeclaredWays; 0: any truck
}

// shuts says whether a truck of this channel and declaration cannot pass.
func (m mask) shuts(channel, declared uint8) bool {
	return m.channels != 0 && m.channels&channel == 0 || m.declared != 0 && m.declared&declared == 0
}

// bit is the set that holds only index i.
func bit(i int) uint8 { return 1 << i }
