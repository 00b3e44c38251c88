package quantity

import (
	"strings"
	"time"
)

// Weekdays is a set of days of the week; the zero value is none of them.
type Weekdays uint8

// Has answers whether a day is in the set.
func (w Weekdays) Has(day time.Weekday) bool { return w&(1<<day) != 0 }

// String writes the days in the order of the week with commas: Mon, Tue, Sat.
func (w Weekdays) String() string {
	var names []string
	for _, day := range week() {
		if w.Has(day) {
			names = append(names, day.String()[:3])
		}
	}
	return strings.Join(names, ", ")
}

// week lists the days from Monday on, as timetables do.
func week() []time.Weekday {
	return []time.Weekday{
		time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday,
	}
}

// ParseWeekdays reads days and runs of days: Mon, Mon-Fri, "Mon, Wed, Sat-Sun"; names are English, three letters or whole.
// A run may go over Sunday (Fri-Mon). The error is a *Fault with the probable day.
func ParseWeekdays(text string) (Weekdays, error) {
	var set Weekdays
	for _, part := range strings.Split(text, ",") {
		from, to, run := cutDash(strings.TrimSpace(part))
		first, ok := weekday(from)
		if !ok {
			return 0, badWeekday(text, from)
		}
		last := first
		if run {
			if last, ok = weekday(to); !ok {
				return 0, badWeekday(text, to)
			}
		}
		for day := first; ; day = (day + 1) % 7 {
			set |= 1 << day
			if day == last {
				break
			}
		}
	}
	return set, nil
}

func weekday(name string) (time.Weekday, bool) {
	for _, day := range week() {
		if name == day.String() || name == day.String()[:3] {
			return day, true
		}
	}
	return 0, false
}

func badWeekday(text, name string) *Fault {
	fault := &Fault{Kind: BadWeekday, Text: text, Part: name}
	var short, long []string
	for _, day := range week() {
		short = append(short, day.String()[:3])
		long = append(long, day.String())
	}
	if near, found := Nearest(name, append(short, long...)); found {
		fault.Near = strings.Replace(text, name, near, 1)
	}
	return fault
}
