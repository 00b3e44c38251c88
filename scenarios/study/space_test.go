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

// TestLinesWithoutRoomPassWhatHuntFound is reference case P34: exact Markov chains (Hunt 1956).
func TestLinesWithoutRoomPassWhatHuntFound(t *testing.T) {
	if testing.Short() {
		t.Skip("7 million trucks")
	}
	for name, want := range map[string]expected{
		"reference/p34-two-stages":   {"trucks_per_day", 1.0 / 24, 4, 0.2},
		"reference/p34-three-stages": {"trucks_per_day", 1.0 / 24, 44.0 / 13, 0.2},
		"reference/p34-two-places":   {"trucks_per_day", 1.0 / 24, 24.0 / 5, 0.21},
	} {
		accept(t, tableOf(t, name, 40), []expected{want})
	}
}

// TestSmallYardsTurnAwayWhatTheChainSays is reference case P48: an exact Markov chain.
func TestSmallYardsTurnAwayWhatTheChainSays(t *testing.T) {
	if testing.Short() {
		t.Skip("2 million trucks")
	}
	const repair = "station.exit post/repair."
	accept(t, tableOf(t, "reference/p48-turned-away", 40), []expected{
		{lane + "turned_away_share", 1, 0.256166692267, 0.88},
		{"trucks_per_day", 1.0 / 24, 1.85958326933, 0.24},
		{lane + "queue_trucks", 1, 2.16015204212, 0.46},
		{lane + "blocked_share", 1, 0.428287679819, 0.52},
		{repair + "utilisation_share", 1, 0.929791634666, 0.14},
		{repair + "queue_trucks", 1, 1.50402315313, 0.29},
		{"border_time_h", 60, 177.044515862, 0.42},
	})
}

// TestFewWaitingPlacesAreErlangs is reference case P12: M/M/c/K and Erlang B, which asks for no more of
// the law of stays than its mean.
func TestFewWaitingPlacesAreErlangs(t *testing.T) {
	if testing.Short() {
		t.Skip("3 million trucks")
	}
	accept(t, tableOf(t, "reference/p12-m-m-2-6", 40), []expected{
		{lane + "turned_away_share", 1, 0.0600049386781, 2.66},
		{lane + "queue_trucks", 1, 0.835624331221, 1.42},
		{lane + "wait_h", 60, 17.7793345009, 1.37},
		{lane + "utilisation_share", 1, 0.704996295991, 5},
		{"trucks_per_day", 1.0 / 24, 2.81998518397, 0.26},
	})
	accept(t, tableOf(t, "reference/p12-m-m-1-4", 40), []expected{
		{lane + "turned_away_share", 1, 0.2, 0.98},
		{lane + "queue_trucks", 1, 1.2, 0.58},
		{lane + "wait_h", 60, 30, 0.61},
		{lane + "utilisation_share", 1, 0.8, 5},
		{"trucks_per_day", 1.0 / 24, 2.4, 0.3},
	})
	accept(t, tableOf(t, "reference/p12-erlang-b", 40), []expected{{lane + "turned_away_share", 1, 0.0787408829696, 2.33}})
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
