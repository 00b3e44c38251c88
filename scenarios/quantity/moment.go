package quantity

import (
	"fmt"
	"strconv"
	"strings"
)

// Moment is a time of day on a day of the run; the first day of a run is day 1.
type Moment struct {
	Day   int
	Clock Clock
}

// latestDay is the last day that a moment can name: a thousand years after the first.
const latestDay = 365000

// String writes day 10 08:00, or day 10 for its midnight.
func (m Moment) String() string {
	if m.Clock == 0 {
		return fmt.Sprintf("day %d", m.Day)
	}
	return fmt.Sprintf("day %d %v", m.Day, m.Clock)
}

// Seconds is the time since the start of the run [s].
func (m Moment) Seconds() float64 {
	return float64(float64(m.Day-1)*float64(Midnight)*60) + float64(m.Clock.Seconds())
}

// ParseMoment reads `day 10 08:00`, or `day 10` for the midnight with which that day begins; the error is a *Fault.
func ParseMoment(text string) (Moment, error) {
	words := strings.Fields(text)
	fault := &Fault{Kind: BadMoment, Text: text, Part: text, Near: guessMoment(words)}
	if len(words) < 2 || len(words) > 3 || words[0] != "day" {
		return Moment{}, fault
	}
	day, ok := dayOf(words[1])
	if !ok {
		return Moment{}, fault
	}
	if len(words) == 2 {
		return Moment{Day: day}, nil
	}
	clock, ok := readClock(words[2])
	if !ok || clock == Midnight {
		return Moment{}, fault
	}
	return Moment{Day: day, Clock: clock}, nil
}

func dayOf(digits string) (int, bool) {
	day, err := strconv.Atoi(digits)
	return day, err == nil && allDigits(digits) && digits[0] != '0' && day <= latestDay
}

// guessMoment mends a day without its word, words in capitals, and times of day written another way.
func guessMoment(words []string) string {
	if len(words) > 0 && strings.EqualFold(words[0], "day") {
		words = words[1:]
	}
	if len(words) == 0 {
		return ""
	}
	day, ok := dayOf(words[0])
	if !ok {
		return ""
	}
	if len(words) == 1 {
		return Moment{Day: day}.String()
	}
	if clock, meant := guessClock(strings.Join(words[1:], "")); meant {
		return Moment{Day: day, Clock: clock}.String()
	}
	return ""
}
