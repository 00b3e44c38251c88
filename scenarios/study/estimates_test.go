package study

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/stat"
)

// TestReplicationsAsOneAreWhatTheirPartsSay: with 25 trucks in every replication, the mean over all trucks is the mean of the means, with the
// same interval; shares and quantiles are those of all trucks, which the world is asked for once more, one replication at a time.
func TestReplicationsAsOneAreWhatTheirPartsSay(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p23-first-trucks", []string{"targets=[{name: soon, of: border time, within: 3 min}]"})
	require.NoError(t, err)
	study := Alone(s)
	study.Measures = []string{"border_time_h", "border_time_p95_h", "share_within_soon", "door_to_door_p50_h", "trucks_per_day"}
	c := answerOf(t, study, Options{Seed: 3, Replications: 30, Estimates: true})
	found := make(map[string]report.Estimate)
	for _, e := range c.Estimates {
		found[e.Measure] = e
	}
	require.Len(t, found, 4, "trucks per day are neither a ratio nor a quantile")

	mean := found["border_time_h"]
	assert.Equal(t, report.RatioOfTotals, mean.How)
	for _, i := range []stat.Interval{mean.Pooled, mean.Jackknife} {
		assert.InDelta(t, mean.Means.Mean, i.Mean, 1e-12)
		assert.InDelta(t, mean.Means.Lo, i.Lo, 1e-12)
		assert.InDelta(t, mean.Means.Hi, i.Hi, 1e-12)
	}

	times := timesOfAll(t, s, 3, 30)
	assert.Len(t, times, 25*30)
	p95 := found["border_time_p95_h"]
	assert.Equal(t, report.PooledQuantile, p95.How)
	want, _ := stat.OrderStatistic(times, 0.95)
	assert.Equal(t, want, p95.Pooled.Mean)
	assert.True(t, p95.Pooled.Bounded() && p95.Pooled.Holds(want))
	assert.False(t, p95.Jackknife.Present())

	soon := found["share_within_soon"]
	assert.Equal(t, report.PooledShare, soon.How)
	within := 0
	for _, x := range times {
		if x <= 3.0/60 {
			within++
		}
	}
	assert.InDelta(t, float64(within)/float64(len(times)), soon.Pooled.Mean, 1e-12)
	text := reading(t, c)
	assert.Contains(t, text, "Estimated in another way")
	assert.Contains(t, jsonOf(t, c), `"how": "quantile of all"`)
	csv, err := report.CSV(*c, english(t))
	require.NoError(t, err)
	assert.Contains(t, string(csv), ",jackknife,")
}

// timesOfAll are the border times of the trucks of so many replications, in ascending order [h].
func timesOfAll(t *testing.T, s *scenarios.Scenario, seed seeds.Seed, replications int) []float64 {
	t.Helper()
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	w := journey.NewWorld(m)
	w.Ask([]string{"border_time_p50_h"})
	var out []float64
	for r := range replications {
		o, err := w.Run(context.Background(), seeds.Replication(seed, r), nil)
		require.NoError(t, err)
		out = append(out, o.Parts[0].Times...)
	}
	slices.Sort(out)
	return out
}

// TestCostPerTonneIsTheRatioOfTotals: over all replications, what round trips cost over the tonnes that came with them. The tonnes are
// those that cost per tonne and cost per trip tell apart: a trip of the shortened study has 18 to 24 of them.
func TestCostPerTonneIsTheRatioOfTotals(t *testing.T) {
	s := digitalVersusPaper(t, nil)
	c := answerOf(t, s, Options{Replications: 3, Estimates: true})
	var tonne, trip report.Estimate
	for _, e := range c.Estimates {
		if e.Alternative == "paper-two-way" && e.Measure == "cost_per_tonne_usd" {
			tonne = e
		}
		if e.Alternative == "paper-two-way" && e.Measure == "cost_per_trip_usd" {
			trip = e
		}
	}
	require.True(t, tonne.Pooled.Bounded())
	assert.True(t, tonne.Means.Holds(tonne.Pooled.Mean))
	assert.InDelta(t, tonne.Pooled.Mean, tonne.Jackknife.Mean, 0.01*tonne.Pooled.Mean)
	perTrip := trip.Pooled.Mean / tonne.Pooled.Mean
	assert.Greater(t, perTrip, 18.0)
	assert.Less(t, perTrip, 48.0, "out and back")
	plain := answerOf(t, s, Options{Replications: 3})
	assert.Empty(t, plain.Estimates)
	assert.NotContains(t, jsonOf(t, plain), `"estimates"`)
}
