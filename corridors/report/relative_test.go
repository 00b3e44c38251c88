package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/sim/stat"
)

// partOfBase is a difference of a measure by such a part of its base.
func partOfBase(measure string, relative stat.Interval) Difference {
	return Difference{Alternative: "digital", Base: "paper", Measure: measure, Unit: "h", Interval: about(-2, 0.125), Joint: about(-2, 0.25), Relative: relative}
}

func TestDifferencesInPerCentAreNoFinerThanAReaderNeeds(t *testing.T) {
	for _, c := range []struct {
		measure string
		i       stat.Interval
		want    string
	}{
		{"border_time_h", about(-0.222, 0.012), "-22.2 [-23.4, -21.0]"},
		{"border_time_h", about(-0.0122, 0.0003), "-1.22 [-1.25, -1.19]"},
		{"border_time_h", about(-0.99998, 0.00008), "-100.0 [-100.0, -100.0]"},         // no thousandths of a per cent
		{"border_time_h", about(-0.9, 0.2), "-90 [-100, -70]"},                         // and nothing loses more than all it has
		{"detour_h", about(-1.5, 0.2), "-150 [-170, -130]"},                            // but what may be below zero
		{"cost_per_tonne_usd", about(0.00004, 0.00001), "0.00 [0.00, +0.01]"},          // hundredths at most
		{"border_time_h", about(180, 85), "×180 [100, 270]"},                           // many times as much
		{"border_time_h", stat.Interval{Mean: -0.25, N: 1, Confidence: 0.95}, "-25.0"}, // of one replication
		{"border_time_h", about(-0.25, 0), "-25"},
	} {
		f := partOfBase(c.measure, c.i).relative()
		assert.Equal(t, c.want, strings.TrimSpace(plain(f.mean)+" "+plain(f.bounds())), c.measure)
	}
	assert.Empty(t, partOfBase("border_time_h", stat.Interval{}).relative().mean)
}

func TestManyTimesAreSaidAndExplained(t *testing.T) {
	c := small()
	c.Differences[0].Interval, c.Differences[0].Relative = about(127, 9), about(180, 85)
	said := strings.Join(strings.Fields(Text(c, english(t), 100)), " ")
	assert.Contains(t, said, "(180 times as much)")
	assert.Contains(t, said, "×180 [100, 270]")
	assert.Contains(t, said, "×: so many times the base")
	assert.NotContains(t, Text(small(), english(t), 100), "×")
	vi := strings.Join(strings.Fields(Text(c, vietnamese(t), 100)), " ")
	assert.Contains(t, vi, "(gấp 180 lần)")
	assert.Zero(t, c.Differences[0].relativeShown())
	assert.Equal(t, 1, partOfBase("border_time_h", about(-0.222, 0.012)).relativeShown())
}
