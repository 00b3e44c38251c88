package quantity

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestHoursAreRead(t *testing.T) {
	cases := []struct{ text, printed string }{
		{"always", "always"},
		{"never", "never"},
		{"07:00-19:30", "07:00-19:30"},
		{"7:00-19:30", "07:00-19:30"},
		{"07:00–19:30", "07:00-19:30"},
		{"07:00 - 19:30", "07:00-19:30"},
		{"22:00-06:00", "22:00-06:00"},
		{"13:30-17:00, 07:00-11:30", "07:00-11:30, 13:30-17:00"},
		{"07:00-12:00,12:00-13:00", "07:00-12:00, 12:00-13:00"},
		{"18:00-24:00", "18:00-24:00"},
		{"18:00-00:00", "18:00-24:00"},
		{"00:00-24:00", "always"},
	}
	for _, c := range cases {
		hours, err := ParseHours(c.text)
		require.NoError(t, err, c.text)
		assert.Equal(t, c.printed, hours.String(), c.text)
	}
}

func TestAWindowOverMidnightIsValid(t *testing.T) {
	hours, err := ParseHours("22:00-06:00")
	require.NoError(t, err)
	window := hours.Windows[0]
	assert.True(t, window.CrossesMidnight())
	assert.Equal(t, 8*60, window.Minutes())
	assert.False(t, hours.Always())
	assert.False(t, hours.Never())
}

func TestBadHoursSayWhatWasMeant(t *testing.T) {
	cases := []struct {
		text       string
		kind       Kind
		part, near string
	}{
		{"", Empty, "", ""},
		{"07:00-07:00", EmptyWindow, "07:00-07:00", ""},
		{"07:00", BadWindow, "07:00", ""},
		{"7h-19h30", BadWindow, "7h-19h30", "07:00-19:30"},
		{"7.00-19.30", BadWindow, "7.00-19.30", "07:00-19:30"},
		{"7am-7pm", BadWindow, "7am-7pm", "07:00-19:00"},
		{"0700-1930", BadWindow, "0700-1930", "07:00-19:30"},
		{"25:00-26:00", BadWindow, "25:00-26:00", ""},
		{"24:00-06:00", BadWindow, "24:00-06:00", ""},
		{"Always", BadWindow, "Always", "always"},
		{"nevr", BadWindow, "nevr", "never"},
		{"07:00-12:00, 11:00-17:00", Overlap, "07:00-12:00", ""},
		{"22:00-06:00, 05:00-07:00", Overlap, "22:00-06:00", ""},
		{"00:00-24:00, 05:00-07:00", Overlap, "00:00-24:00", ""},
		{"07:00-11:30, 13h30-17h", BadWindow, "13h30-17h", "07:00-11:30, 13:30-17:00"},
	}
	for _, c := range cases {
		_, err := ParseHours(c.text)
		require.Error(t, err, c.text)
		fault := faultOf(t, err)
		assert.Equal(t, c.kind, fault.Kind, c.text)
		assert.Equal(t, c.part, fault.Part, c.text)
		assert.Equal(t, c.near, fault.Near, c.text)
		assert.Equal(t, c.text, fault.Text)
		assert.NotEmpty(t, err.Error())
	}
}

func TestClockTimes(t *testing.T) {
	clock, err := ParseClock("07:30")
	require.NoError(t, err)
	assert.Equal(t, Clock(450), clock) // 7*60+30
	assert.Equal(t, 27000.0, clock.Seconds())
	for text, near := range map[string]string{"24:00": "", "7h30": "07:30", "07:60": "", "noon": "", "7:30pm": "19:30", "12g": "12:00"} {
		_, err := ParseClock(text)
		require.Error(t, err, text)
		assert.Equal(t, near, faultOf(t, err).Near, text)
	}
}

func TestOverlapAgreesWithCountingMinutes(t *testing.T) {
	clock := rapid.IntRange(0, 1439)
	rapid.Check(t, func(t *rapid.T) {
		a := Window{Clock(clock.Draw(t, "a")), Clock(clock.Draw(t, "b") + 1)}
		b := Window{Clock(clock.Draw(t, "c")), Clock(clock.Draw(t, "d") + 1)}
		if a.From == a.To || b.From == b.To {
			return
		}
		var open [1440]int
		for _, w := range []Window{a, b} {
			for n := range w.Minutes() {
				open[(int(w.From)+n)%1440]++
			}
		}
		shared := false
		for _, n := range open {
			shared = shared || n > 1
		}
		_, _, found := FirstOverlap([]Window{a, b})
		if found != shared {
			t.Fatalf("%s and %s share a minute: %v, said %v", a, b, shared, found)
		}
	})
}

func TestDates(t *testing.T) {
	date, err := ParseDate("2026-02-28")
	require.NoError(t, err)
	assert.Equal(t, Date{2026, time.February, 28}, date)
	assert.Equal(t, time.Saturday, date.Weekday()) // calendar of 2026
	assert.True(t, date.Before(Date{2026, time.March, 1}))
	assert.False(t, date.Before(date))
	cases := []struct{ text, near string }{
		{"2026-02-30", "2026-02-28"},
		{"2024-02-30", "2024-02-29"},
		{"2026-2-3", "2026-02-03"},
		{"30/06/2025", ""},
		{"2026-13-01", ""},
		{"2026-02-00", ""},
		{"2026/06/30", "2026-06-30"},
		{"tomorrow", ""},
		{"", ""},
		{"2026-02-99", ""},
		{"31.12.2025", "2025-12-31"},
	}
	cases[3].near = "2025-06-30" // the day cannot be a month, so only one reading is left
	for _, c := range cases {
		_, err := ParseDate(c.text)
		require.Error(t, err, c.text)
		assert.Equal(t, c.near, faultOf(t, err).Near, c.text)
		assert.NotEmpty(t, err.Error())
	}
	_, err = ParseDate("03/04/2026")
	assert.Empty(t, faultOf(t, err).Near, "day and month cannot be told apart")
}

func TestWeekdays(t *testing.T) {
	days, err := ParseWeekdays("Fri-Mon, Wed")
	require.NoError(t, err)
	assert.Equal(t, "Mon, Wed, Fri, Sat, Sun", days.String())
	assert.True(t, days.Has(time.Sunday))
	assert.False(t, days.Has(time.Tuesday))
	for text, near := range map[string]string{"Mod": "Mon", "monday": "Monday", "Mon-Fry": "Mon-Fri", "Xyz": ""} {
		_, err := ParseWeekdays(text)
		require.Error(t, err, text)
		assert.Equal(t, near, faultOf(t, err).Near, text)
		assert.NotEmpty(t, err.Error())
	}
}

func FuzzHours(f *testing.F) {
	for _, seed := range []string{"always", "07:00-19:30", "22:00-06:00, 07:00-08:00", "7h-", "-", ",", "–", "24:00-24:00", "0:00-0:01"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		hours, err := ParseHours(text)
		if err != nil {
			faultOf(t, err)
			return
		}
		back, err := ParseHours(hours.String())
		if err != nil || back.String() != hours.String() {
			t.Fatalf("%q printed as %q, read back as %q (%v)", text, hours, back, err)
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2026-02-30", "9999-12-31", "0000-01-01", "1/2/3", "--", "2026-02-29"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := ParseDate(text)
		if err == nil {
			return
		}
		if near := faultOf(t, err).Near; near != "" {
			if _, err := ParseDate(near); err != nil {
				t.Fatalf("%q suggests %q, which is refused", text, near)
			}
		}
	})
}
