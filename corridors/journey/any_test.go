package journey_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"hanhlang/corridors/journey"
	"hanhlang/seeds"
)

// TestLogOfAnyCorridorComesToItsMeasures is the same on random small corridors: whatever the hours,
// strips, conditions, returns and coincidences, the ledgers close and the log gives every measure.
func TestLogOfAnyCorridorComesToItsMeasures(t *testing.T) {
	trucks := 0
	rapid.Check(t, func(r *rapid.T) {
		setup := anything{r}.setup()
		m, err := journey.Compile(setup)
		require.NoError(r, err)
		second := newRecount(r, setup)
		o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(seeds.Seed(rapid.Uint64().Draw(r, "seed")), 0), second)
		require.NoError(r, err)
		second.hold(m, o)
		trucks += second.lives
	})
	t.Logf("%d trucks", trucks)
}
