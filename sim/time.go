package sim

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Time is an instant or a span in ticks of one microsecond. A clock starts at 0; int64 reaches 292,000 years.
type Time int64

// The usual spans, to be multiplied: 7*sim.Minute.
const (
	Microsecond Time = 1
	Millisecond      = 1000 * Microsecond
	Second           = 1000 * Millisecond
	Minute           = 60 * Second
	Hour             = 60 * Minute
	Day              = 24 * Hour
	Week             = 7 * Day
)

// Seconds gives t in seconds. FromSeconds leads back to the same tick up to 136 years; beyond that float64 is too coarse.
func (t Time) Seconds() float64 {
	return float64(t) / float64(Second)
}

// belowHalf is the largest float64 below a half. Added to a number, it carries the halves up and nothing below them;
// a half itself would carry up its own predecessor as well.
const belowHalf = 0.49999999999999994

// FromSeconds gives the Time nearest to s seconds; half a tick goes away from zero.
// It panics when s is not a number or is beyond the range of Time: no law of a checked model gives such a span.
func FromSeconds(s float64) Time {
	ticks := float64(s * float64(Second)) // rounded here, so that no machine fuses it with the addition below
	if !(math.Abs(ticks) < math.MaxInt64) {
		panic(fmt.Sprintf("sim: %v s is not a time", s))
	}
	return Time(ticks + math.Copysign(belowHalf, ticks))
}

// String shows t as on a timetable, with days and fractions of a second only where there are any: "2d 07:05:30", "00:00:00.25".
func (t Time) String() string {
	var b strings.Builder
	ticks := uint64(t)
	if t < 0 {
		b.WriteByte('-')
		ticks = -ticks // also right for the most negative Time, which has no positive counterpart
	}
	if days := ticks / uint64(Day); days > 0 {
		fmt.Fprintf(&b, "%dd ", days)
	}
	ticks %= uint64(Day)
	fmt.Fprintf(&b, "%02d:%02d:%02d", ticks/uint64(Hour), ticks/uint64(Minute)%60, ticks/uint64(Second)%60)
	if fraction := ticks % uint64(Second); fraction > 0 {
		digits := strconv.FormatUint(fraction+uint64(Second), 10)[1:]
		b.WriteString("." + strings.TrimRight(digits, "0"))
	}
	return b.String()
}
