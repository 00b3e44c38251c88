package study

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
)

// TestTrucksInOneAnothersWayAreWarnedOf: at Nậm Cắn both directions share the places between the barriers. With paper and trucks that
// wait for a load home these are always taken, though no station is asked for more than it can give; with trucks that come home empty
// they are not.
func TestTrucksInOneAnothersWayAreWarnedOf(t *testing.T) {
	answer := func(mode string) ([]string, bool) {
		s, err := scenarios.LoadScenario("nam-can-today", []string{
			"flows[Vinh to Phonsavan].return.mode=" + mode, "flows[Phonsavan to Vinh].return.mode=" + mode, "horizon.length=28 days",
		})
		require.NoError(t, err)
		c, err := Run(context.Background(), Alone(s), Options{Seed: 1, Replications: 4})
		require.NoError(t, err)
		require.Empty(t, c.Alternatives[0].Overloads)
		var said []string
		for _, w := range c.Warnings {
			if w.ID == "study.swells" {
				said = append(said, english(t).Text(w))
			}
		}
		return said, c.Alternatives[0].Swells.PerDay.Present()
	}
	said, swells := answer("two-way")
	require.Len(t, said, 1)
	assert.True(t, swells)
	assert.Contains(t, said[0], "cannot keep up: trucks under way become more in both halves")
	assert.Contains(t, said[0], "practically always full: between the barriers at Nậm Cắn")
	said, swells = answer("one-way")
	assert.Empty(t, said)
	assert.False(t, swells)
}

// TestBothHalvesMustSwell by more than luck does: by two in a hundred of the trucks that pass, in every replication's interval.
func TestBothHalvesMustSwell(t *testing.T) {
	c := digitalVersusPaper(t, nil)
	a := &answer{study: c, options: Options{Seed: 1, Replications: 2}}
	require.NoError(t, a.compile())
	measures := a.models[0].Measures()
	at := a.models[0].MeasureAt("trucks_per_day")
	swells := func(known bool, halves ...[2]float64) bool {
		var outcomes []*journey.Outcome
		for _, h := range halves {
			o := &journey.Outcome{Values: make([]float64, len(measures)), Present: make([]bool, len(measures))}
			o.Values[at], o.Present[at] = 100, true
			o.Swell = journey.Swell{Known: known, PerDay: h}
			outcomes = append(outcomes, o)
		}
		a.outcomes, a.tables = [][]*journey.Outcome{outcomes}, nil
		a.tables = append(a.tables, tabulate(a.models[0], outcomes))
		return a.swelling(0).PerDay.Present()
	}
	assert.True(t, swells(true, [2]float64{3, 5}, [2]float64{3, 5}))
	assert.False(t, swells(true, [2]float64{1.9, 5}, [2]float64{1.9, 5}), "two a day of a hundred may be luck")
	assert.False(t, swells(true, [2]float64{5, 1}, [2]float64{5, 1}), "a start that lasts long")
	assert.False(t, swells(true, [2]float64{3, 5}, [2]float64{9, 5}), "the interval of the first half holds 0")
	assert.False(t, swells(true, [2]float64{3, 5}), "one replication has no interval")
	assert.False(t, swells(false, [2]float64{3, 5}, [2]float64{3, 5}), "not known")
}
