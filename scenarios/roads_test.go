package scenarios

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
)

// shippedCorridor is a corridor that comes with the command.
func shippedCorridor(t *testing.T, name string) *corridors.Corridor {
	t.Helper()
	s, err := LoadScenario(name, nil)
	require.NoError(t, err)
	return s.Setup.Corridor
}

// B093: 1,450 km from Đà Nẵng to Mawlamyine.
func TestEastWestCorridorIsAsLongAsPublished(t *testing.T) {
	sum := 0.0
	for _, leg := range shippedCorridor(t, "ewec").Legs {
		sum += leg.Length
	}
	assert.InEpsilon(t, 1450, sum, 0.01)
}

// C004, C005 and B110 give lengths of whole ways, in km; their legs must come to them.
func TestWaysAreAsLongAsPublished(t *testing.T) {
	for _, way := range []struct {
		corridor, from, to string
		low, high          float64
	}{
		{"cau-treo", "Cầu Treo", "Vũng Áng", 170, 180},
		{"cau-treo", "Nam Phao", "Vientiane", 365, 375},
		{"cau-treo", "Cầu Treo", "Vinh", 104, 106},
		{"bo-y", "Bờ Y", "Dung Quất", 280, 310},
		{"viet-lao", "Vientiane", "Savannakhet", 475, 495},
		{"viet-lao", "Densavanh", "Savannakhet", 241, 241},
		{"viet-lao", "Đà Nẵng", "Savannakhet", 500, 500},
	} {
		km := shortest(shippedCorridor(t, way.corridor), way.from, way.to)
		assert.True(t, way.low <= km && km <= way.high, "%s: %s–%s is %g km", way.corridor, way.from, way.to, km)
	}
}

// shortest is the length of the shortest way in km (Bellman 1958, Ford 1956).
func shortest(c *corridors.Corridor, from, to string) float64 {
	far := make(map[string]float64)
	reach := func(place string) float64 {
		if km, known := far[place]; known {
			return km
		}
		return math.Inf(1)
	}
	link := func(a, b string, km float64) {
		far[b] = math.Min(reach(b), reach(a)+km)
		far[a] = math.Min(reach(a), reach(b)+km)
	}
	far[from] = 0
	for range len(c.Legs) + len(c.Gates) {
		for _, leg := range c.Legs {
			link(leg.From, leg.To, leg.Length)
		}
		for _, pair := range c.Gates {
			link(pair.Posts[0].Name, pair.Posts[1].Name, 0)
		}
	}
	return reach(to)
}

// The corridors are parts of one map: a road of one name is one road, so that those who close it close it in all of them.
func TestRoadsOfOneNameAreOneRoad(t *testing.T) {
	roads := make(map[string]corridors.Leg)
	for _, e := range List() {
		if e.Kind != CorridorFile {
			continue
		}
		for _, leg := range shippedCorridor(t, e.Name).Legs {
			if before, known := roads[leg.Road]; known {
				assert.Equal(t, before, leg, e.Name)
			}
			roads[leg.Road] = leg
		}
	}
}

// The trucks that were counted at a gate go through it while all roads are open.
func TestTrafficOfEveryGateGoesThroughIt(t *testing.T) {
	c := shippedCorridor(t, "viet-lao")
	require.Len(t, c.Gates, 6)
	perDay := make(map[string]float64)
	for i := range c.Flows {
		f := &c.Flows[i]
		if f.Traffic != corridors.Trucks {
			continue
		}
		gates, err := journey.GatesBetween(c, f.From, f.To)
		require.NoError(t, err)
		require.Len(t, gates, 1, f.Name)
		perDay[gates[0].Name] += 2 * f.Arrivals.PerSecond * 24 * secondsPerHour // out and home
	}
	for gate, want := range map[string]float64{ // D001, D300, D302, D304, D306, D308
		"Lao Bảo–Densavanh": 400, "Cầu Treo–Nam Phao": 225, "Bờ Y–Phoukeua": 80, "Cha Lo–Naphao": 560, "Nậm Cắn–Namkan": 215, "La Lay–Lalay": 125,
	} {
		assert.InDelta(t, want, perDay[gate], 1e-6, gate)
	}
}
