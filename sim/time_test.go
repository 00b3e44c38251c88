package sim_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/sim"
)

func TestTimeReadsLikeATimetable(t *testing.T) {
	for want, at := range map[string]sim.Time{
		"00:00:00":        0,
		"07:05:30":        7*sim.Hour + 5*sim.Minute + 30*sim.Second,
		"2d 07:05:30":     2*sim.Day + 7*sim.Hour + 5*sim.Minute + 30*sim.Second,
		"7d 00:00:00":     sim.Week,
		"23:59:59.999999": sim.Day - sim.Microsecond,
		"00:00:00.25":     250 * sim.Millisecond,
		"00:00:00.000001": sim.Microsecond,
		"-1d 00:00:01":    -sim.Day - sim.Second,
		// 2^63 us = 106751991 days and 14454.775808 s, by long division
		"-106751991d 04:00:54.775808": math.MinInt64,
	} {
		assert.Equal(t, want, at.String())
	}
}

func TestHalfATickGoesAwayFromZero(t *testing.T) {
	// 1/128 s is 7812.5 ticks and 3/128 s are 23437.5; both are exact in binary
	for s, want := range map[float64]sim.Time{
		0: 0, 1.0 / 128: 7813, 3.0 / 128: 23438, -1.0 / 128: -7813, -3.0 / 128: -23438,
		math.Nextafter(1.0/128, 0): 7812, math.Nextafter(-1.0/128, 0): -7812,
		0.4e-6: 0, 0.6e-6: 1, -0.4e-6: 0, -0.6e-6: -1,
	} {
		assert.Equal(t, want, sim.FromSeconds(s), "%v s", s)
	}
}

func TestSecondsAreReadBackToTheTick(t *testing.T) {
	for _, at := range []sim.Time{0, 1, -1, sim.Hour + 1, 365*sim.Day + 123_457, 136*365*sim.Day - 1} {
		assert.Equal(t, at, sim.FromSeconds(at.Seconds()))
	}
	assert.Equal(t, 90.5, (sim.Minute + 30*sim.Second + 500*sim.Millisecond).Seconds())
}

func TestWholeTicksAreNotRounded(t *testing.T) {
	s := 4.6e9 // above 2^52 ticks every float64 is whole, and adding a half to an odd one would carry it up
	for range 1000 {
		s = math.Nextafter(s, math.Inf(1))
		assert.Equal(t, sim.Time(s*1e6), sim.FromSeconds(s))
	}
}

func TestASpanBeyondTheClockIsRefused(t *testing.T) {
	for _, s := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 9.3e12, -9.3e12} { // 2^63 us = 9.22e12 s
		assert.Panics(t, func() { sim.FromSeconds(s) }, "%v s", s)
	}
	assert.NotPanics(t, func() { sim.FromSeconds(9.2e12) })
}
