package journey_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/stat"
)

// runs plays replications of a scenario, with mirrored luck where it is asked for.
func runs(t *testing.T, setup journey.Setup, replications int, mirrored bool) (*journey.Model, []*journey.Outcome) {
	t.Helper()
	m, err := journey.Compile(setup)
	require.NoError(t, err)
	w := journey.NewWorld(m)
	var out []*journey.Outcome
	for r := range replications {
		luck := seeds.Replication(5, r)
		if mirrored {
			luck = luck.Mirrored()
		}
		o, err := w.Run(context.Background(), luck, nil)
		require.NoError(t, err)
		out = append(out, o)
	}
	return m, out
}

// TestMeanNumberOfTrucksIsKnown: with weekdays, months, rushes, random day factors and windows that begin and end within an hour, the
// trucks that come at random vary around the mean that the rates say.
func TestMeanNumberOfTrucksIsKnown(t *testing.T) {
	for name, sets := range map[string][]string{
		"lao-bao-today":  {"horizon.warm_up=30 h", "horizon.length=3.3 days", "horizon.after=stop"},
		"lao-bao-pi-mai": {"horizon.warm_up=90 min", "horizon.length=5 days", "horizon.after=stop"},
	} {
		s, err := scenarios.LoadScenario(name, sets)
		require.NoError(t, err)
		m, outcomes := runs(t, s.Setup, 40, false)
		var came []float64
		for _, o := range outcomes {
			came = append(came, o.Came)
		}
		interval, _ := stat.MeanInterval(came, 0.999)
		assert.True(t, interval.Holds(m.MeanCome()), "%s: %v, %+v", name, m.MeanCome(), interval)
		assert.Positive(t, interval.Mean)
	}
}

// TestTrucksOfATimetableAreNoControl: how many of them come is no luck.
func TestTrucksOfATimetableAreNoControl(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p02-overnight-backlog", nil)
	require.NoError(t, err)
	m, outcomes := runs(t, s.Setup, 1, false)
	assert.Zero(t, m.MeanCome())
	assert.Zero(t, outcomes[0].Came)
}

// TestPairIsTheMeanOfBoth: measures half way between, counts added up, and what one of them has not seen absent.
func TestPairIsTheMeanOfBoth(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p36-return-loads", []string{"horizon.length=5 days"})
	require.NoError(t, err)
	m, outcomes := runs(t, s.Setup, 1, false)
	_, mirrored := runs(t, s.Setup, 1, true)
	one, mirror := outcomes[0], mirrored[0]
	require.NotEqual(t, one.Values, mirror.Values)
	pair := journey.Pair(one, mirror)
	for i, name := range m.Measures() {
		require.Equal(t, one.Present[i] && mirror.Present[i], pair.Present[i], name)
		if pair.Present[i] {
			assert.InDelta(t, (one.Values[i]+mirror.Values[i])/2, pair.Values[i], 1e-9, name)
		}
	}
	assert.Equal(t, one.Trips+mirror.Trips, pair.Trips)
	assert.Equal(t, one.Audit.Left+mirror.Audit.Left, pair.Audit.Left)
	paid := func(o *journey.Outcome) (sum int64) {
		for _, b := range o.Bills {
			sum += b.Micro
		}
		return sum
	}
	assert.Equal(t, paid(one)+paid(mirror), paid(pair))
	unseen := *mirror
	unseen.Present = make([]bool, len(mirror.Present))
	unseen.Stages, unseen.Bills = nil, nil
	none := journey.Pair(one, &unseen)
	assert.NotContains(t, none.Present, true)
	assert.Nil(t, none.Stages)
	assert.Nil(t, none.Bills)
}
