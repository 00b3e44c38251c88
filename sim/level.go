package sim

import (
	"fmt"
	"math/bits"
)

// level is a number that changes now and then, with the exact area under it: the integral over time, in ticks times units.
type level struct {
	value int64
	since Time  // the area is booked up to here
	area  int64 // from the start of the window
	peak  int64 // highest value that stood for at least a tick; a value that comes and goes within an instant is not seen
}

// set books the area up to now and gives the level a new value, which is never negative.
// It panics when now is before the last change, and with an [OutgrownError] when the area outgrows an int64.
func (l *level) set(value int64, now Time) {
	if now != l.since {
		l.book(now)
	}
	l.value = value
}

// add changes the level by a difference, as set does.
func (l *level) add(by int64, now Time) {
	l.set(l.value+by, now)
}

// book brings area and peak up to now. What stood for no time is neither area nor peak.
func (l *level) book(now Time) {
	span := now - l.since
	// As nearly always, value and span are small, and so are their product and the area, so that the sum fits for sure.
	// A time that runs backwards gives a span that is not small.
	if uint64(l.value)|uint64(span) >= 1<<31 || l.area >= 1<<62 {
		l.bookLong(now)
		return
	}
	if span != 0 {
		l.area += l.value * int64(span)
		l.peak, l.since = max(l.peak, l.value), now
	}
}

// bookLong adds an area that may be too large for an int64.
func (l *level) bookLong(now Time) {
	if now < l.since {
		panic(fmt.Sprintf("sim: books kept up to %v are asked for %v", l.since, now))
	}
	high, low := bits.Mul64(uint64(l.value), uint64(now-l.since))
	area, carry := bits.Add64(uint64(l.area), low, 0)
	if high != 0 || carry != 0 || int64(area) < 0 {
		panic(&OutgrownError{Level: l.value, From: l.since, To: now})
	}
	if now > l.since {
		l.area, l.peak, l.since = int64(area), max(l.peak, l.value), now
	}
}

// OutgrownError says that more units stood for longer than the books can hold: 292,471 unit-years in one window. It is a matter of
// the model, whose queues grow without end, so a run that ends with it can be told from a fault of the program.
type OutgrownError struct {
	Level    int64
	From, To Time // of the stretch that did not fit
}

// Error is for logs; the command says it in the user's language.
func (e *OutgrownError) Error() string {
	return fmt.Sprintf("sim: a level of %d from %v to %v outgrows the books", e.Level, e.From, e.To)
}

// mark books up to now and starts a new window there.
func (l *level) mark(now Time) {
	l.book(now)
	l.area, l.peak = 0, 0
}
