package sim

import "fmt"

// Slots keeps the books of a finite space, such as a yard: who wants a slot takes one, or
// waits in one line, first come first served, until somebody frees one. Like a Station it schedules nothing.
//
// A space without limit is not a Slots of a special size: it is no Slots at all. (A Slot of a Calendar is another thing.)
type Slots struct {
	size  int
	line  line
	queue level // in line
	taken level

	from                  Time // start of the window
	waits, carried        Time
	asked, granted, freed int64
}

// NewSlots gives an empty space of n slots at time 0. It panics when n is less than 1.
func NewSlots(n int) *Slots {
	if n < 1 {
		panic(fmt.Sprintf("sim: a space of %d slots", n))
	}
	return &Slots{size: n}
}

// Reset empties the space and its books and turns its time back to 0. The memory is kept.
func (s *Slots) Reset() {
	*s = Slots{size: s.size, line: line{ring: s.line.ring}}
}

// Take gives somebody a slot, or puts it in line and says false when none is free.
func (s *Slots) Take(who int32, now Time) bool {
	s.asked++
	if s.Room() == 0 {
		s.queue.add(1, now)
		s.line.join(who, now)
		return false
	}
	s.taken.add(1, now)
	s.granted++
	return true
}

// Free gives a slot back. When somebody waits, the slot goes to the first in line at once: it is who, and granted is true.
// It panics when no slot is taken.
func (s *Slots) Free(now Time) (who int32, granted bool) {
	if s.taken.value == 0 {
		panic("sim: no slot of the space is taken")
	}
	s.freed++
	if s.line.count == 0 {
		s.taken.add(-1, now)
		return 0, false
	}
	s.queue.add(-1, now)
	p := s.line.leave()
	s.waits += now - p.since
	s.granted++
	return p.who, true
}

// Size gives the number of slots.
func (s *Slots) Size() int {
	return s.size
}

// Room gives the number of free slots.
func (s *Slots) Room() int {
	return s.size - int(s.taken.value)
}

// Queue gives the number in line.
func (s *Slots) Queue() int {
	return s.line.count
}

// SpaceBooks are the sums of a Slots over a window of time, exact as those of a Station, with the same identity:
// QueueArea = Waits - Carried + Waiting.
type SpaceBooks struct {
	From, To Time // the window

	TakenArea int64 // under the number of slots taken [slot-ticks]
	QueueArea int64 // under the number in line [customer-ticks]

	Waits   Time // sum over those that got a slot in the window, from asking to getting
	Carried Time // sum of the waits in progress at From, up to then
	Waiting Time // sum of the waits in progress at To, up to then

	Asked, Granted, Freed int64 // customers
	MostTaken             int   // most slots taken for at least a tick
	LongestQueue          int   // longest line that stood for at least a tick
}

// Books gives the books from the last Mark, or from time 0, up to now. They can be read at any time and go on.
func (s *Slots) Books(now Time) SpaceBooks {
	s.taken.book(now)
	s.queue.book(now)
	return SpaceBooks{
		From: s.from, To: now,
		TakenArea: s.taken.area, QueueArea: s.queue.area,
		Waits: s.waits, Carried: s.carried, Waiting: s.line.waiting(now),
		Asked: s.asked, Granted: s.granted, Freed: s.freed,
		MostTaken: int(s.taken.peak), LongestQueue: int(s.queue.peak),
	}
}

// Mark starts a window of statistics: what was booked before is dropped, who holds a slot or is in line stays.
func (s *Slots) Mark(now Time) {
	s.taken.mark(now)
	s.queue.mark(now)
	s.from, s.waits, s.carried = now, 0, s.line.waiting(now)
	s.asked, s.granted, s.freed = 0, 0, 0
}
