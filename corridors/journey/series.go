package journey

import "hanhlang/sim"

// serial is a measure whose single times can be had.
type serial int

const (
	noSerial serial = iota
	crossings
	deliveries
	serials
)

// Serial lists the measures whose trucks can be had one by one: see World.Follow.
func Serial() []string { return []string{"border_time_h", "door_to_door_h"} }

// Series are the single times behind a measure, in the order in which they ended.
type Series struct {
	Hours []float64
	Ends  []float64 // days after the start of the run
}

// single is one of the times behind a measure.
type single struct{ at, lasted sim.Time }

// singles are the times of one kind; they are only kept where somebody wants them.
type singles struct {
	wanted bool
	all    []single
}

// Follow makes outcomes of this world hold the single times behind one of the serial measures.
func (w *World) Follow(measure string) {
	switch measure {
	case "border_time_h":
		w.followed = crossings
	case "door_to_door_h":
		w.followed = deliveries
	}
	w.singles[w.followed].wanted = true
}

// noteEnd notes one more of the times behind a measure, if they are wanted.
func (w *World) noteEnd(of serial, lasted sim.Time) {
	if s := &w.singles[of]; s.wanted {
		s.all = append(s.all, single{w.now, lasted})
	}
}

// series are the single times that are followed, in the order in which they ended.
func (w *World) series() Series {
	if w.followed == noSerial {
		return Series{}
	}
	var out Series
	for _, one := range w.singles[w.followed].all {
		out.Hours = append(out.Hours, inHours(one.lasted))
		out.Ends = append(out.Ends, float64(one.at)/float64(sim.Day))
	}
	return out
}
