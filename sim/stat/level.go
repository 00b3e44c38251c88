package stat

import (
	"fmt"
	"math"
	"math/bits"
)

// Level books a whole number that changes over time, such as the trucks in a queue, and keeps
// its area in whole ticks, so that Little's law can be checked to the tick.
// Its owner says what a tick is. The zero Level is zero since tick 0.
//
// The area is a number of level-ticks below 2^63: at ticks of a microsecond, a mean level of
// 29,000 for ten years. Beyond that, and when time runs backwards or the level falls below
// zero, it panics: the books of the caller are then wrong.
type Level struct {
	level int
	peak  int
	start int64 // of the statistics window
	since int64 // instant of the last change
	area  int64 // from start to since
}

// Set makes the level from now on.
func (l *Level) Set(now int64, level int) {
	if level < 0 {
		panic(fmt.Sprintf("stat: level %d at tick %d is below zero", level, now))
	}
	l.area = l.Area(now)
	l.since = now
	l.level = level
	l.peak = max(l.peak, level)
}

// Change adds by, which may be negative, to the level from now on.
func (l *Level) Change(now int64, by int) { l.Set(now, l.level+by) }

// Mark starts a new window: the level stays, its past is forgotten.
func (l *Level) Mark(now int64) {
	l.advancing(now)
	l.start, l.since, l.area, l.peak = now, now, 0, l.level
}

// Level is the level after the last change.
func (l *Level) Level() int { return l.level }

// Peak is the highest level of the window, even if it lasted no time.
func (l *Level) Peak() int { return l.peak }

// Window is the length of the window so far [ticks].
func (l *Level) Window(now int64) int64 {
	l.advancing(now)
	return now - l.start
}

// Area is the integral of the level over the window so far [level × ticks].
func (l *Level) Area(now int64) int64 {
	l.advancing(now)
	over, added := bits.Mul64(uint64(l.level), uint64(now-l.since))
	area, carry := bits.Add64(uint64(l.area), added, 0)
	if over != 0 || carry != 0 || area > math.MaxInt64 {
		panic(fmt.Sprintf("stat: area of level %d at tick %d does not fit 63 bits", l.level, now))
	}
	return int64(area)
}

// Average is the time average of the level over the window so far; false while no time has
// passed in it.
func (l *Level) Average(now int64) (float64, bool) {
	window := l.Window(now)
	if window == 0 {
		return 0, false
	}
	return float64(l.Area(now)) / float64(window), true
}

func (l *Level) advancing(now int64) {
	if now < l.since {
		panic(fmt.Sprintf("stat: level asked for tick %d after tick %d", now, l.since))
	}
}
