package corridors

import "time"

// Day is a day of the Gregorian calendar in no time zone, counted from 1970-01-01, which is 0.
type Day int

// secondsOfDay turns days into the seconds of the calendar.
const secondsOfDay = 24 * 60 * 60

// DayOf is the day of a date.
func DayOf(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay)
}

// Date is midnight at the start of the day, in no time zone.
func (d Day) Date() time.Time { return time.Unix(int64(d)*secondsOfDay, 0).UTC() }

// Weekday counts from Monday, which is 0.
func (d Day) Weekday() int {
	const thursday = 3 // 1970-01-01 was one
	return ((int(d)+thursday)%daysOfWeek + daysOfWeek) % daysOfWeek
}

const daysOfWeek = 7

// Month counts from January, which is 0.
func (d Day) Month() int { return int(d.Date().Month() - time.January) }

// String writes 2026-02-28.
func (d Day) String() string { return d.Date().Format(time.DateOnly) }

// Weekdays is a set of days of the week, bit by bit from Monday on; the zero value is none.
type Weekdays uint8

// Has says whether a day of the week, 0 being Monday, is in the set.
func (w Weekdays) Has(weekday int) bool { return w>>weekday&1 != 0 }

// Holiday is a stretch of days off in a country, both ends included.
type Holiday struct {
	Name     string
	From, To Day
}
