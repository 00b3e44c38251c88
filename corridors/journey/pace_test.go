package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim"
)

// The lane is asked for 22 vehicles an open hour and can pass 20, half of the day: 240 of the 264 that come, of which 192 are trucks, two
// movements of each of four an hour, and the rest cars.
func TestTheTightestStationSetsThePace(t *testing.T) {
	c := asked()
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: 2 * sim.Day, After: Drain}})
	require.NoError(t, err)
	paces := m.Paces()
	require.NotEmpty(t, paces)
	assert.Equal(t, "A/lane", paces[0].Place+"/"+paces[0].Station)
	assert.InDelta(t, 1.1, paces[0].Utilisation, 1e-12)
	all, open := 0.0, 0
	for _, share := range paces[0].Passes {
		all += share
		if share > 0 {
			open++
			assert.InDelta(t, 192*240.0/264/12, share, 1e-9)
		}
	}
	assert.Equal(t, 12, open)
	assert.InDelta(t, 192*240.0/264, all, 1e-9)
	assert.InDelta(t, 1, paces[0].Share, 1e-12, "every truck needs it")
	c.Countries[0].Ahead = 3600
	ahead, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: 2 * sim.Day, After: Drain}})
	require.NoError(t, err)
	assert.Equal(t, paces[0].Passes, ahead.Paces()[0].Passes, "hours are by the clock of the place")
}
