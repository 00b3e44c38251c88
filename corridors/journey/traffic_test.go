package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim"
)

// Four trucks an hour go out over the only road and the gate, and each comes home, loaded or not; the cars beside them are no cargo.
func TestTrafficIsAsByHand(t *testing.T) {
	c := asked()
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Day, After: Drain}})
	require.NoError(t, err)
	legs, gates := m.Traffic()
	require.Len(t, gates, 1)
	assert.InDelta(t, 2*4*24, gates[0], 1e-9)
	require.Len(t, legs, len(c.Legs))
	for i, trucks := range legs {
		assert.InDelta(t, 2*4*24, trucks, 1e-9, c.Legs[i].Road)
	}
}
