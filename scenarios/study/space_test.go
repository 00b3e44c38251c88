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

// stages keeps the end of every service of each flow, when it could go on, and how long it was held up
// [min].
type stages struct {
	done, left map[string][]float64
	blocked    float64
}

func (s *stages) Record(f journey.Fact) {
	if f.Kind != journey.TimeFact {
		return
	}
	from, to := f.From.Seconds()/60, f.To.Seconds()/60
	switch f.Activity {
	case journey.Service:
		s.done[f.Flow] = append(s.done[f.Flow], to)
		s.left[f.Flow] = append(s.left[f.Flow], to)
	case journey.Blocked:
		s.left[f.Flow][len(s.left[f.Flow])-1] = to
		s.blocked += to - from
	}
}

// TestNoRoomBetweenStagesIsExact is reference case P04, by recursion.
func TestNoRoomBetweenStagesIsExact(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p04-no-room-between", nil)
	require.NoError(t, err)
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	log := &stages{done: make(map[string][]float64), left: make(map[string][]float64)}
	o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), log)
	require.NoError(t, err)
	require.Equal(t, journey.Audit{Entered: 5, Left: 5}, o.Audit)
	for truck, want := range map[string][2][]float64{
		"truck 1": {{4, 10, 13}, {4, 10, 13}}, "truck 2": {{9, 12, 20}, {10, 13, 20}}, "truck 3": {{13, 16, 23}, {13, 20, 23}},
		"truck 4": {{19, 21, 27}, {20, 23, 27}}, "truck 5": {{22, 28, 30}, {23, 28, 30}},
	} {
		assert.Equal(t, want[0], log.done[truck], "%s is done", truck)
		assert.Equal(t, want[1], log.left[truck], "%s goes on", truck)
	}
	assert.Equal(t, 10.0, log.blocked, "total blocked time [min]")
}

// TestWhoIsTurnedAwayCannotOverloadWhatComesAfter: 2.5 trucks an hour come, the second stage could pass
// 2; yet no queue grows.
func TestWhoIsTurnedAwayCannotOverloadWhatComesAfter(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p48-turned-away", nil)
	require.NoError(t, err)
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	for _, load := range m.Offered() {
		assert.True(t, load.Limited)
		assert.False(t, load.Overloaded())
	}
}
