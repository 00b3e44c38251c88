package journey_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"hanhlang/corridors/journey"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// TestLogOfAnyCorridorComesToItsMeasures is the same on random small corridors: whatever the hours,
// strips, conditions, returns and coincidences, the ledgers close and the log gives every measure and the indicators.
func TestLogOfAnyCorridorComesToItsMeasures(t *testing.T) {
	trucks, rings := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		setup := anything{r}.setup()
		m, err := journey.Compile(setup)
		require.NoError(r, err)
		second := newRecount(r, setup)
		luck := seeds.Replication(seeds.Seed(rapid.Uint64().Draw(r, "seed")), 0)
		second.markets.luck = &luck
		log, indicators := second.beside(m)
		o, err := journey.NewWorld(m).Run(context.Background(), luck, log)
		var stuck *journey.StuckError
		if errors.As(err, &stuck) {
			stands(r, setup, m, luck, stuck)
			rings++
			return
		}
		require.NoError(r, err)
		second.hold(m, o)
		indicators()
		trucks += second.lives
	})
	t.Logf("%d trucks, %d deadlocks", trucks, rings)
}

// stands holds a run that was given up against its reason: a deadlock, which does not go away when nobody looks for it, or
// work for more than ten years, as where one truck has hundreds of loads to fetch.
func stands(t require.TestingT, setup journey.Setup, m *journey.Model, luck seeds.Luck, stuck *journey.StuckError) {
	if len(stuck.Ring) == 0 {
		require.Greater(t, stuck.At, setup.Horizon.End()+3650*sim.Day)
		return
	}
	isRing(t, stuck.Ring)
	journey.LookAway(m)
	_, err := journey.NewWorld(m).Run(context.Background(), luck, nil)
	require.ErrorAs(t, err, &stuck, "they do stand for ever")
}

// isRing holds the explanation of a deadlock against its meaning: nobody stands for ever but in a ring, and
// there each has what the one before waits for.
func isRing(t require.TestingT, ring []journey.Holder) {
	require.NotEmpty(t, ring)
	seen := make(map[name]bool)
	for i, h := range ring {
		require.Equal(t, ring[(i+len(ring)-1)%len(ring)].Wants, h.Holds)
		require.False(t, seen[name{h.Flow, h.Truck}], "each once")
		seen[name{h.Flow, h.Truck}] = true
	}
}
