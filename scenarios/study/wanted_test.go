package study

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/scenarios"
)

// TestAnswerHasWhatIsWantedAndNoMore: measures are those of the whole answer with their intervals, and the course is the same. Tables and
// checks of what was not kept are absent; checks of what was kept, and warnings, are not.
func TestAnswerHasWhatIsWantedAndNoMore(t *testing.T) {
	whole := wantedFrom(t, "")
	require.NotEmpty(t, whole.Alternatives[0].Costs)
	assert.Subset(t, checksOf(whole), []string{"ledger of time", "ledger of money", "costs of loads", "flow", "Little's law", "work"})
	for _, c := range []struct {
		text   string
		absent []string // checks
	}{
		{"door_to_door_h, station.*.wait_h", []string{"ledger of time", "ledger of money", "costs of loads"}},
		{"border_time_p95_h, stage.*", []string{"ledger of money", "costs of loads"}},
		{"cost_per_*", nil},
	} {
		part := wantedFrom(t, c.text)
		assert.Equal(t, whole.Alternatives[0].Fingerprints, part.Alternatives[0].Fingerprints, c.text)
		assert.Equal(t, whole.Warnings, part.Warnings, c.text)
		var named []string
		for _, m := range part.Alternatives[0].Measures {
			assert.Contains(t, whole.Alternatives[0].Measures, m, c.text)
			named = append(named, m.Name)
		}
		assert.NotEmpty(t, named, c.text)
		assert.Subset(t, part.Named, named, c.text)
		assert.Empty(t, part.Alternatives[0].Stages, c.text)
		assert.Empty(t, part.Alternatives[0].Stations, c.text)
		assert.Empty(t, part.Alternatives[0].Costs, c.text)
		want := slices.DeleteFunc(checksOf(whole), func(name string) bool { return slices.Contains(c.absent, name) })
		assert.Equal(t, want, checksOf(part), c.text)
	}
}

// TestWantedMeasuresDoNotDependOnWorkers, nor on the order in which they are named.
func TestWantedMeasuresDoNotDependOnWorkers(t *testing.T) {
	one, two := wantedFrom(t, "border_time_h, trucks_per_day"), wantedFrom(t, "trucks_per_day,border_time_h", 2)
	assert.Equal(t, one, two)
}

// wantedFrom answers a few days of a scenario, of which some measures are wanted; empty: all.
func wantedFrom(t *testing.T, text string, workers ...int) *report.Comparison {
	t.Helper()
	s, err := scenarios.LoadScenario("lao-bao-today", []string{"horizon.length=3 days", "horizon.warm_up=0 days"})
	require.NoError(t, err)
	alone := Alone(s)
	if text != "" {
		require.NoError(t, alone.Want(text))
	}
	c, err := Run(context.Background(), alone, Options{Seed: 1, Replications: 2, Workers: append(workers, 1)[0]})
	require.NoError(t, err)
	return c
}

func checksOf(c *report.Comparison) (names []string) {
	for _, check := range c.Audit {
		names = append(names, check.Name)
	}
	return names
}
