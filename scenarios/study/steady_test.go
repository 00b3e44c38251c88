package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/scenarios"
)

// emptyLane is the M/M/1 of reference case P10: four trucks an hour, five can pass, so that a truck takes an hour in the long run.
func emptyLane(t *testing.T, sets ...string) *scenarios.Study {
	t.Helper()
	s, err := scenarios.LoadScenario("reference/p10-m-m-1", sets)
	require.NoError(t, err)
	return Alone(s)
}

// TestLongRunOfAQueueThatStartsEmptyIsFound: by day in a run of fifty days, by truck in one of fifteen. What is taken away is a start of a few
// hours to a few days, and the mean of the rest is the one that theory knows.
func TestLongRunOfAQueueThatStartsEmptyIsFound(t *testing.T) {
	for length, byDay := range map[string]bool{"50 days": true, "15 days": false} {
		s := emptyLane(t, "horizon.warm_up=0 h", "horizon.length="+length)
		c := answerOf(t, s, Options{Replications: 60, Steady: "border_time_h"})
		require.Len(t, c.Steady, 1)
		got := c.Steady[0]
		assert.True(t, got.Found)
		assert.Equal(t, byDay, got.ByDay)
		assert.False(t, got.Short)
		assert.Greater(t, got.DeleteDays, 0.05)
		assert.Less(t, got.DeleteDays, 7.0)
		assert.Greater(t, got.DeleteDays, got.WarmUpDays)
		assert.True(t, got.Mean.Holds(1), "%s: %+v", length, got.Mean)
		assert.True(t, got.Batches.Bounded())
		assert.Less(t, got.Means[0], got.Mean.Mean, "it starts empty")
		assert.Len(t, got.Curve, len(got.Means)/2+1)

		text := reading(t, c)
		assert.Contains(t, text, "The long run: border time")
		assert.Contains(t, text, "the start lasts longer than the warm-up")
		assert.Contains(t, jsonOf(t, c), `"mser": [`)
		csv, err := report.CSV(*c, english(t))
		require.NoError(t, err)
		assert.Contains(t, string(csv), "long run mser")
		assert.Equal(t, jsonOf(t, c), jsonOf(t, answerOf(t, s, Options{Replications: 60, Steady: "border_time_h", Workers: 3})))
	}
}

// TestThereIsNoLongRunOfAGateThatCannotKeepUp: its figure is withheld. Ten trucks an hour come, eight can pass.
func TestThereIsNoLongRunOfAGateThatCannotKeepUp(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p46-overload", nil)
	require.NoError(t, err)
	c := answerOf(t, Alone(s), Options{Replications: 3, Steady: "border_time_h"})
	require.Len(t, c.Steady, 1)
	assert.NotEmpty(t, c.Steady[0].Overloaded)
	assert.False(t, c.Steady[0].Mean.Present())
	assert.False(t, c.Steady[0].Batches.Present())
	assert.Contains(t, reading(t, c), "there is no long run, for")
}

// TestTooFewTrucksHaveNoStart, and a run whose start never ends is told to be too short.
func TestTooFewTrucksHaveNoStart(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p23-first-trucks", nil)
	require.NoError(t, err)
	c := answerOf(t, Alone(s), Options{Replications: 2, Steady: "door_to_door_h"})
	assert.False(t, c.Steady[0].Found, "25 trucks are five means of five")
	assert.Contains(t, reading(t, c), "too few trucks to tell a start")

	short := emptyLane(t, "horizon.warm_up=0 h", "horizon.length=40 h", "flows[trucks].arrivals.rate=4.98/h")
	c = answerOf(t, short, Options{Replications: 40, Steady: "border_time_h"})
	assert.True(t, c.Steady[0].Short)
	assert.Contains(t, reading(t, c), "too short to tell where its start ends")
}

// TestNightsAreNoStart: a gate that is open by day only has a rhythm of days, which whole days do not show; of pairs the interval is of pairs.
func TestNightsAreNoStart(t *testing.T) {
	s, err := scenarios.LoadScenario("lao-bao-today", []string{"horizon.warm_up=4 days", "horizon.length=17 days"})
	require.NoError(t, err)
	c := answerOf(t, Alone(s), Options{Replications: 8, Steady: "door_to_door_h", Antithetic: true})
	got := c.Steady[0]
	assert.True(t, got.ByDay)
	assert.Len(t, got.Means, 21)
	assert.LessOrEqual(t, got.DeleteDays, 4.0)
	assert.Equal(t, 4, got.Mean.N)
	whole := measured(t, c, "door_to_door_h") // of the days after the warm-up: other days, of the same long run
	assert.True(t, got.Mean.Lo < whole.Hi && whole.Lo < got.Mean.Hi, "%+v %+v", got.Mean, whole)
}
