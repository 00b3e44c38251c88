package sim

import (
	"fmt"
	"math/bits"
)

// rankShift puts the rank above the sequence number in a key's order. 2^56 events are out of reach: at 10 ns each they take 22 years.
const rankShift = 56

// fewestSlots is the least a tree can have: a root with two leaves.
const fewestSlots = 2

// Calendar holds the events that are still to come and tells the time.
//
// Next gives events in the order of time, then rank, then scheduling: of two events of the same instant and rank, the one
// scheduled first goes first. An event that is re-timed counts as scheduled anew.
//
// An event lives in a slot. Open gives a slot to an activity, Close takes it back; slots given back are given out again,
// the last one first. Schedule and Next cost one walk of log2(slots open at the same time) steps together when the event
// handled is followed by one in the same slot, and up to two walks otherwise. Nothing is allocated unless more slots are
// open than ever before.
//
// The zero value is not ready for use: see NewCalendar. A Calendar is not safe for use by several goroutines.
type Calendar struct {
	tree     winners
	notes    []note // by slot
	closed   []Slot // slots given back
	opened   int    // slots from here on were not opened since the start
	filled   int    // leaves that hold an event, a stale one included
	least    int    // leaves at the start
	now      Time
	sequence uint64

	// The event that Next gave out stays in its leaf until the next event is wanted. If its slot is scheduled before
	// that, the new event takes the leaf over and one walk does for both.
	handed Slot // slot of the event given out last
	stale  bool // its leaf still holds that event
}

// note is what an event says beside its key.
type note struct {
	who  int32
	what What
	open bool
}

// NewCalendar gives an empty calendar at time 0 with room for that many slots; it makes more room when more are opened.
func NewCalendar(slots int) *Calendar {
	c := &Calendar{least: 1 << bits.Len(uint(max(slots, fewestSlots)-1))}
	c.Reset()
	return c
}

// Reset closes all slots, drops all events and turns the clock back to 0. The memory is kept, and from here on the calendar
// behaves exactly as a new one.
func (c *Calendar) Reset() {
	c.resize(0)
	c.resize(c.least)
	c.closed = c.closed[:0]
	c.opened, c.filled, c.now, c.sequence = 0, 0, 0, 0
	c.handed, c.stale = 0, false
}

// resize makes room for n slots, a power of two.
func (c *Calendar) resize(n int) {
	c.tree.resize(n)
	kept := min(len(c.notes), n)
	if n > cap(c.notes) {
		notes := make([]note, n)
		copy(notes, c.notes)
		c.notes = notes
	}
	c.notes = c.notes[:n]
	clear(c.notes[kept:])
}

// Open gives out a slot, with nothing scheduled in it.
func (c *Calendar) Open() Slot {
	var s Slot
	if last := len(c.closed) - 1; last >= 0 {
		s, c.closed = c.closed[last], c.closed[:last]
	} else {
		if c.opened == len(c.notes) {
			c.resize(2 * c.opened)
		}
		s = Slot(c.opened)
		c.opened++
	}
	c.notes[s] = note{open: true}
	return s
}

// Close takes a slot back and cancels what is pending in it. It panics when the slot is not open.
func (c *Calendar) Close(s Slot) {
	c.Cancel(s)
	c.notes[s].open = false
	c.closed = append(c.closed, s)
}

// Schedule enters ev in its slot; an event pending there is replaced. It panics when the slot is not open and when ev.At
// is before Now: time does not run backwards.
func (c *Calendar) Schedule(ev Event) {
	s := ev.Slot
	n := &c.notes[s]
	if !n.open {
		s.refuse()
	}
	if ev.At < c.now {
		panic(fmt.Sprintf("sim: scheduled in the past at %v: %v", c.now, ev))
	}
	c.sequence++
	n.who, n.what = ev.Who, ev.What
	to := key{uint64(ev.At), uint64(ev.Rank)<<rankShift | c.sequence}
	if c.tree.keys[s].at == never {
		c.filled++
		c.tree.enter(uint32(s), to)
		return
	}
	if s == c.handed {
		c.stale = false
	}
	c.tree.set(uint32(s), to)
}

// Cancel drops the event pending in a slot, if there is one. It panics when the slot is not open.
func (c *Calendar) Cancel(s Slot) {
	if !c.notes[s].open {
		s.refuse()
	}
	if c.Pending(s) {
		c.empty(s)
	}
}

// refuse panics about a slot that is not open.
func (s Slot) refuse() {
	panic(fmt.Sprintf("sim: slot %d is not open", s))
}

// empty takes the event out of the leaf of a slot.
func (c *Calendar) empty(s Slot) {
	c.filled--
	c.tree.empty(uint32(s))
}

// settle empties the leaf of the event given out last, which is stale.
func (c *Calendar) settle() {
	c.stale = false
	c.empty(c.handed)
}

// Next takes the next event out of the calendar and advances the clock to it. It says false, and the clock stays, when
// nothing is pending.
func (c *Calendar) Next() (Event, bool) {
	if c.stale {
		c.settle()
	}
	if c.filled == 0 {
		return Event{}, false
	}
	s := c.tree.first()
	n := &c.notes[s]
	c.now, c.handed, c.stale = Time(c.tree.keys[s].at), Slot(s), true
	return Event{At: c.now, What: n.what, Slot: Slot(s), Who: n.who}, true
}

// Peek gives the time of the next event and leaves it in the calendar. It says false when nothing is pending.
func (c *Calendar) Peek() (Time, bool) {
	if c.stale {
		c.settle()
	}
	if c.filled == 0 {
		return 0, false
	}
	return Time(c.tree.keys[c.tree.first()].at), true
}

// Pending says whether an event is still to come in a slot. The event that Next gave out is not.
func (c *Calendar) Pending(s Slot) bool {
	return c.tree.keys[s].at != never && !(c.stale && s == c.handed)
}

// When gives the time of the event pending in a slot; false when there is none.
func (c *Calendar) When(s Slot) (Time, bool) {
	if !c.Pending(s) {
		return 0, false
	}
	return Time(c.tree.keys[s].at), true
}

// Len gives the number of pending events.
func (c *Calendar) Len() int {
	if c.stale {
		return c.filled - 1
	}
	return c.filled
}

// Now gives the time of the event that Next gave out last, 0 before the first.
func (c *Calendar) Now() Time {
	return c.now
}
