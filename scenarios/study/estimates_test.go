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
	require.Len(t, found, 5)
	assert.False(t, found["trucks_per_day"].Pooled.Present(), "neither a ratio nor a quantile")
	assert.False(t, mean(found).Controlled.Present(), "always 25 trucks: that is no luck")

	border := mean(found)
	assert.Equal(t, report.RatioOfTotals, border.How)
	for _, i := range []stat.Interval{border.Pooled, border.Jackknife} {
		assert.InDelta(t, border.Means.Mean, i.Mean, 1e-12)
		assert.InDelta(t, border.Means.Lo, i.Lo, 1e-12)
		assert.InDelta(t, border.Means.Hi, i.Hi, 1e-12)
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
	assert.Contains(t, text, "Estimated in other ways")
	assert.Contains(t, jsonOf(t, c), `"how": "quantile of all"`)
	csv, err := report.CSV(*c, english(t))
	require.NoError(t, err)
	assert.Contains(t, string(csv), ",jackknife,")
}

// mean is the estimate of the border time.
func mean(found map[string]report.Estimate) report.Estimate { return found["border_time_h"] }

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

// TestDemandExplainsThroughput: more trucks come, more trucks pass. Nine tenths of the variance and more is that of demand.
func TestDemandExplainsThroughput(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p10-m-m-1", []string{"horizon.warm_up=0 h", "horizon.length=100 h", "horizon.after=drain"})
	require.NoError(t, err)
	study := Alone(s)
	study.Measures = []string{"loads_per_day", "queue_wait_h"}
	c := answerOf(t, study, Options{Replications: 30, Estimates: true})
	require.Len(t, c.Estimates, 2)
	assert.Greater(t, c.Estimates[0].Saved, 10.0)
	assert.Greater(t, c.Estimates[1].Saved, 1.1)
	plain, _ := c.Estimates[1].Means.HalfWidth()
	less, _ := c.Estimates[1].Controlled.HalfWidth()
	assert.Less(t, less, plain)
	assert.Contains(t, jsonOf(t, c), `"demand_as_control": {`)
}

// TestCostPerTonneIsTheRatioOfTotals: over all replications, what round trips cost over the tonnes that came with them. The tonnes are
// those that cost per tonne and cost per trip tell apart: a trip of the shortened study has 18 to 24 of them.
func TestCostPerTonneIsTheRatioOfTotals(t *testing.T) {
	s := digitalVersusPaper(t, nil)
	c := answerOf(t, s, Options{Replications: 3, Estimates: true})
	var tonne, trip report.Estimate
	for _, e := range c.Estimates {
		if e.Alternative == "paper-two-way" && e.Base == "" && e.Measure == "cost_per_tonne_usd" {
			tonne = e
		}
		if e.Alternative == "paper-two-way" && e.Base == "" && e.Measure == "cost_per_trip_usd" {
			trip = e
		}
	}
	require.True(t, tonne.Pooled.Bounded())
	assert.True(t, tonne.Means.Holds(tonne.Pooled.Mean))
	assert.InDelta(t, tonne.Pooled.Mean, tonne.Jackknife.Mean, 0.01*tonne.Pooled.Mean)
	perTrip := trip.Pooled.Mean / tonne.Pooled.Mean
	assert.Greater(t, perTrip, 18.0)
	assert.Less(t, perTrip, 48.0, "out and back")
	assert.False(t, tonne.Controlled.Present(), "three replications are too few")
	plain := answerOf(t, s, Options{Replications: 3})
	assert.Empty(t, plain.Estimates)
	assert.NotContains(t, jsonOf(t, plain), `"estimates"`)
}
