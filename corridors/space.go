package corridors

import "hanhlang/seeds/law"

// Room is a limited number of waiting places before a station.
type Room struct {
	Places   int // none at all is possible: then a truck comes only when a server is free
	WhenFull WhenFull
}

// WhenFull says what becomes of a truck for which a room has no place.
type WhenFull string

// The two rules.
const (
	Block    WhenFull = "block"     // it stays where it stands and keeps the lane, yard or strip to itself
	TurnAway WhenFull = "turn away" // who comes from the road goes away and leaves the corridor; others stay where they stand
)

// WhenFulls lists the rules that a file may name.
func WhenFulls() []WhenFull { return []WhenFull{Block, TurnAway} }

// Yard is a holding area of a post. Trucks stand in it while they wait for the stages that name it and
// while these are done: the driver goes to the counter on foot.
type Yard struct {
	Name   string
	Places int
}

// Breaks says how the servers of a station, such as scanners or weighbridges, break down: each by itself, idle
// or not. A service that is interrupted goes on after the repair.
type Breaks struct {
	Every  law.Law // time from a repair to the next breakdown [s]
	Repair law.Law // [s]
}

// Queue says how trucks wait before the servers of a station.
type Queue string

// The two ways.
const (
	OneQueue Queue = "one"      // the first in line goes to the first server that is free
	PerLane  Queue = "per lane" // each joins the lane with the fewest trucks, of equals the first, and stays in it
)

// Queues lists the ways that a file may name.
func Queues() []Queue { return []Queue{OneQueue, PerLane} }
