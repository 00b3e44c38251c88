package corridors

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// TestDaysKnowTheirDateAndWeekday: the first Monday of March 2026, Tết of that year and days before
// the count began are dates of the wall calendar.
func TestDaysKnowTheirDateAndWeekday(t *testing.T) {
	monday := DayOf(2026, time.March, 2)
	assert.Equal(t, 0, monday.Weekday())
	assert.Equal(t, 2, monday.Month())
	assert.Equal(t, "2026-03-02", monday.String())
	assert.Equal(t, 1, DayOf(2026, time.February, 17).Weekday(), "Tết 2026 begins on a Tuesday")
	assert.Equal(t, 2, DayOf(1969, time.December, 31).Weekday(), "a Wednesday")
	assert.Equal(t, "1969-12-31", Day(-1).String())
}

// TestDaysFollowEachOther holds weekday and date against the calendar of the standard library.
func TestDaysFollowEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		date := time.Date(1900, time.January, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 100000).Draw(t, "days"))
		day := DayOf(date.Date())
		assert.Equal(t, date, day.Date())
		assert.Equal(t, int(date.Weekday()+6)%7, day.Weekday())
	})
}

func TestWeekdaysHoldTheirDays(t *testing.T) {
	weekend := Weekdays(1<<5 | 1<<6)
	assert.True(t, weekend.Has(5))
	assert.True(t, weekend.Has(6))
	assert.False(t, weekend.Has(4))
}
