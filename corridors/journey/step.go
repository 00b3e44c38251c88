package journey

import (
	"hanhlang/corridors"
	"hanhlang/seeds"
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
)

// step is one line of an itinerary. What does not apply to a truck's trip and load is absent from
// the itinerary; what depends on its channel, declaration or luck stands in passes.
type step struct {
	kind     stepKind
	passes   passes
	point    seeds.Point // of the duration
	place    int         // index of the place where it happens
	row      int         // index of the stage row that its time is booked in
	station  int         // stepServe: index of the station
	gate     int         // index of the gate pair
	leg      int         // stepDrive: index of the leg
	approach int         // stepApproach: index of the rules
	fee      float64     // [USD]
	duration law.Law     // [s]
	cases    []caseStep
	name     string
}

// caseStep is another duration for trucks of some channels or declarations.
type caseStep struct {
	passes   passes
	duration law.Law
}

// passes are the conditions that only the truck on the spot can answer.
type passes struct {
	mask
	share float64
	drawn bool // share holds and is drawn at point
	point seeds.Point
}

// approach is what is settled when a truck reaches a post.
type approach struct {
	side      int // 0: the post it leaves by, 1: the post it enters by
	regime    corridors.Declaration
	channels  corridors.Channels
	platform  corridors.Platform
	informal  float64 // [USD], of a loaded crossing, booked at the exit post
	hours     hours
	channel   seeds.Point
	adopts    seeds.Point
	corrected seeds.Point
	keying    seeds.Point
}

// itinerary is the plan of one trip of a truck.
type itinerary struct {
	flow   int
	trip   corridors.Trip
	loaded bool
	steps  []step
	masks  []mask // of the steps: what is passed over is passed over without a look at its step
}

// mask is the part of the conditions that a truck's channel and declaration decide.
type mask struct {
	channels uint8 // set of channels, bit by index in corridors.ChannelNames; 0: any truck
	declared uint8 // set of ways, bit by index in corridors.DeclaredWays; 0: any truck
}

// shuts says whether a truck of these conditions cannot pass.
func (m mask) shuts(t *truck) bool {
	return m.channels != 0 && m.channels&t.channel == 0 || m.declared != 0 && m.declared&t.declared == 0
}

// bit is the set that holds only index i.
func bit(i int) uint8 { return 1 << i }
