package quantity

import (
	"fmt"
	"strings"
	"time"
)

// Date is a day of the Gregorian calendar, in no time zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// String writes 2026-02-28.
func (d Date) String() string {
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// Weekday is the day of the week of a date.
func (d Date) Weekday() time.Weekday {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Weekday()
}

// Before answers whether a date is earlier than another.
func (d Date) Before(other Date) bool {
	if d.Year != other.Year {
		return d.Year < other.Year
	}
	if d.Month != other.Month {
		return d.Month < other.Month
	}
	return d.Day < other.Day
}

// ParseDate reads year-month-day with four, two and two digits; the error is a *Fault whose Near is the last day of the month
// for a day that the month does not have.
func ParseDate(text string) (Date, error) {
	trimmed := strings.TrimSpace(text)
	fields := dateFields(trimmed, "-")
	date, ok := dateOf(fields)
	if !ok || date.String() != trimmed {
		return Date{}, &Fault{Kind: BadDate, Text: text, Part: trimmed, Near: guessDate(trimmed)}
	}
	return date, nil
}

// dateFields cuts a date into its numbers; nil unless there are three of at most four digits.
func dateFields(text, mark string) []int {
	parts := strings.Split(text, mark)
	if len(parts) != 3 {
		return nil
	}
	fields := make([]int, 3)
	for i, part := range parts {
		if !allDigits(part) || len(part) > 4 {
			return nil
		}
		for _, digit := range part {
			fields[i] = fields[i]*10 + int(digit-'0')
		}
	}
	return fields
}

func dateOf(fields []int) (Date, bool) {
	if len(fields) != 3 || fields[1] < 1 || fields[1] > 12 {
		return Date{}, false
	}
	date := Date{Year: fields[0], Month: time.Month(fields[1]), Day: fields[2]}
	return date, date.Day >= 1 && date.Day <= lastDay(date.Year, date.Month)
}

// lastDay asks the calendar for the day before the first of the next month.
func lastDay(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// guessDate mends a day beyond its month, single digits and the order day-month-year; 3/4/2026 stays open, it can be either.
func guessDate(text string) string {
	for _, mark := range []string{"-", "/", "."} {
		fields := dateFields(text, mark)
		if fields == nil {
			continue
		}
		if fields[2] > 31 && fields[0] > 12 {
			fields[0], fields[2] = fields[2], fields[0]
		}
		if fields[0] < 100 {
			return ""
		}
		if date, ok := dateOf(fields); ok {
			return date.String()
		}
		if fields[1] >= 1 && fields[1] <= 12 && fields[2] > 28 && fields[2] <= 31 {
			return Date{fields[0], time.Month(fields[1]), lastDay(fields[0], time.Month(fields[1]))}.String()
		}
	}
	return ""
}
