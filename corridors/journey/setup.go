package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// Setup is all that a run needs: what exists, and for how long it is watched.
type Setup struct {
	Corridor *corridors.Corridor
	Horizon  Horizon
	Targets  []Target
	Wanted   []string // measures that somebody wants, for less to be kept of a run; nil: all
}

// Horizon says when statistics start and when arrivals end. Vehicles that become ready in
// [WarmUp, WarmUp+Length) count.
type Horizon struct {
	Start  corridors.Day // the day at whose midnight the run begins
	WarmUp sim.Time
	Length sim.Time
	After  After
}

// End is the time at which arrivals stop.
func (h Horizon) End() sim.Time { return h.WarmUp + h.Length }

// After says what happens when arrivals have stopped.
type After string

// The two ends of a run.
const (
	Drain After = "drain" // the vehicles that are under way go on until they have left
	Stop  After = "stop"  // the run ends at once, with vehicles inside
)

// Afters lists both.
func Afters() []After { return []After{Drain, Stop} }

// TargetOf names a time that a target bounds.
type TargetOf string

// The times that can have a target.
const (
	OfBorderTime TargetOf = "border time"
	OfWait       TargetOf = "wait"
	OfDoorToDoor TargetOf = "door to door"
)

// TargetsOf lists them.
func TargetsOf() []TargetOf { return []TargetOf{OfBorderTime, OfWait, OfDoorToDoor} }

// Target asks for the share of loaded trucks that need at most Within.
type Target struct {
	Name   string
	Of     TargetOf
	Within sim.Time
}
