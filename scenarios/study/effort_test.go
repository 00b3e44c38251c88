package study

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
)

// TestEffortIsTheSumOfWhatWasPlayed: three replications, played one by one, have as many events together.
func TestEffortIsTheSumOfWhatWasPlayed(t *testing.T) {
	s, err := scenarios.LoadScenario("lao-bao-today", []string{"horizon.length=2 days", "horizon.warm_up=0 days"})
	require.NoError(t, err)
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	events := int64(0)
	for r := range 3 {
		o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, r), nil)
		require.NoError(t, err)
		events += o.Events
	}
	require.Positive(t, events)
	for _, workers := range []int{1, 2} {
		var effort Effort
		_, err = Run(context.Background(), Alone(s), Options{Seed: 1, Replications: 3, Workers: workers, Effort: &effort})
		require.NoError(t, err)
		assert.EqualValues(t, 3, effort.Runs())
		assert.Equal(t, events, effort.Events())
	}
}

// TestEffortHasTrials: beside the alternatives the assumptions are run at both ends.
func TestEffortHasTrials(t *testing.T) {
	s, err := scenarios.LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(t, err)
	alternatives := len(s.Alternatives)
	var effort Effort
	total := 0
	_, err = Run(context.Background(), s, Options{
		Seed: 1, Replications: 2, Effort: &effort, Progress: func(_, all int) { total = all },
	})
	require.NoError(t, err)
	assert.Greater(t, effort.Runs(), int64(2*alternatives), "trials are played, too")
	assert.Less(t, effort.Runs(), int64(total), "ends that move nothing are not played")
}
