package quantity

import (
	"fmt"
	"strings"
)

// Clock is a time of day in minutes since midnight: 0 to 1440, where 24:00 can only end a window.
type Clock int

// Midnight is the end of the day, 24:00.
const Midnight Clock = 24 * 60

// String writes 07:00.
func (c Clock) String() string {
	return fmt.Sprintf("%02d:%02d", int(c)/60, int(c)%60)
}

// Seconds is the time since midnight [s].
func (c Clock) Seconds() float64 { return float64(c) * 60 }

// ParseClock reads a time of day such as 07:00 or 7:00 on the 24-hour clock; the error is a *Fault.
func ParseClock(text string) (Clock, error) {
	clock, ok := readClock(strings.TrimSpace(text))
	if !ok || clock == Midnight {
		fault := &Fault{Kind: BadClock, Text: text, Part: text}
		if guess, meant := guessClock(text); meant {
			fault.Near = guess.String()
		}
		return 0, fault
	}
	return clock, nil
}

// readClock takes h:mm and hh:mm from 0:00 to 24:00.
func readClock(text string) (Clock, bool) {
	hour, minute, colon := strings.Cut(text, ":")
	if !colon || !allDigits(hour) || !allDigits(minute) || len(hour) > 2 || len(minute) != 2 {
		return 0, false
	}
	return clockOf(hour, minute)
}

func clockOf(hour, minute string) (Clock, bool) {
	h, m := 0, 0
	for _, digit := range hour {
		h = h*10 + int(digit-'0')
	}
	for _, digit := range minute {
		m = m*10 + int(digit-'0')
	}
	clock := Clock(h*60 + m)
	return clock, m < 60 && clock <= Midnight
}

// guessClock reads what people also write: 7h30, 7h, 7.30, 0730, 7:30 pm, 7.
func guessClock(text string) (Clock, bool) {
	lower := strings.ToLower(strings.ReplaceAll(text, " ", ""))
	rest, afternoon := strings.CutSuffix(lower, "pm")
	rest = strings.TrimSuffix(rest, "am")
	hour, minute, parted := rest, "00", false
	for _, mark := range []string{"h", "g", ":", "."} {
		if before, after, found := strings.Cut(rest, mark); found {
			hour, minute, parted = before, after, true
			break
		}
	}
	if !parted && len(rest) == 4 {
		hour, minute = rest[:2], rest[2:]
	}
	if minute == "" {
		minute = "00"
	}
	if !allDigits(hour) || !allDigits(minute) || len(hour) > 2 || len(minute) != 2 {
		return 0, false
	}
	clock, ok := clockOf(hour, minute)
	if ok && afternoon && clock < Midnight/2 {
		clock += Midnight / 2
	}
	return clock, ok && clock < Midnight
}
