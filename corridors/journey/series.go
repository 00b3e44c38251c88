package journey

import "hanhlang/sim"

// serial is a measure whose single times can be had.
type serial int

const (
	noSerial serial = iota
	crossings
	deliveries
)

// Serial lists the measures whose trucks can be had one by one: see World.Follow.
func Serial() []string { return []string{"border_time_h", "door_to_door_h"} }

// Series are the single times behind a measure, in the order in which they ended.
type Series struct {
	Hours []float64
	Ends  []float64 // days after the start of the run
}

// Follow makes outcomes of this world hold the single times behind one of the serial measures.
func (w *World) Follow(measure string) {
	switch measure {
	case "border_time_h":
		w.followed = crossings
	case "door_to_door_h":
		w.followed = deliveries
	}
}

// noteEnd notes when one more of the times that are followed has ended.
func (w *World) noteEnd(of serial) {
	if w.followed == of {
		w.ends = append(w.ends, w.now)
	}
}

// series are the single times, while they are still in that order.
func (w *World) series() Series {
	of := w.books.loaded
	switch w.followed {
	case noSerial:
		return Series{}
	case deliveries:
		of = w.books.doors
	}
	out := Series{Hours: allHours(of), Ends: make([]float64, len(w.ends))}
	for i, at := range w.ends {
		out.Ends[i] = float64(at) / float64(sim.Day)
	}
	return out
}
