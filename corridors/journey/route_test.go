package journey

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
)

// roads makes a corridor of legs, each "from to road" with its km, and a gate pair P|Q.
func roads(legs map[string]float64, order ...string) *corridors.Corridor {
	c := &corridors.Corridor{Gates: []corridors.GatePair{{Name: "P|Q", Posts: [2]corridors.Post{{Name: "P"}, {Name: "Q"}}}}}
	for _, text := range order {
		words := strings.Fields(text)
		c.Legs = append(c.Legs, corridors.Leg{From: words[0], To: words[1], Road: words[2], Length: legs[text]})
	}
	return c
}

// roadsOn writes a route as the roads and gates that it takes.
func roadsOn(t *testing.T, c *corridors.Corridor, from, to string) string {
	t.Helper()
	route, err := newRoutes(c).between(from, to)
	require.NoError(t, err)
	var parts []string
	for _, h := range route {
		if h.crosses {
			parts = append(parts, c.Gates[h.gate].Posts[h.exitPost].Name+"→"+h.to)
		} else {
			parts = append(parts, c.Legs[h.leg].Road)
		}
	}
	return strings.Join(parts, " ")
}

func TestShortestWayIsByKilometresNotByLegs(t *testing.T) {
	c := roads(map[string]float64{"A C direct": 100, "A B one": 40, "B C two": 59.9}, "A C direct", "A B one", "B C two")
	assert.Equal(t, "one two", roadsOn(t, c, "A", "C"))
	assert.Equal(t, "two one", roadsOn(t, c, "C", "A"), "legs are driven in both directions")
	c.Legs[2].Length = 60.1
	assert.Equal(t, "direct", roadsOn(t, c, "A", "C"))
}

func TestEquallyLongWaysAreTakenInTheOrderOfTheFile(t *testing.T) {
	km := map[string]float64{"A B first": 10, "A B second": 10, "A C up": 5, "C B down": 5}
	assert.Equal(t, "first", roadsOn(t, roads(km, "A B first", "A B second"), "A", "B"))
	assert.Equal(t, "second", roadsOn(t, roads(km, "A B second", "A B first"), "A", "B"))
	assert.Equal(t, "first", roadsOn(t, roads(km, "A B first", "A C up", "C B down"), "A", "B"))
	twice := map[string]float64{"A C left": 5, "C B left": 5, "A D right": 5, "D B right": 5}
	assert.Equal(t, "left left", roadsOn(t, roads(twice, "A C left", "A D right", "D B right", "C B left"), "A", "B"))
	assert.Equal(t, "right right", roadsOn(t, roads(twice, "A D right", "A C left", "C B left", "D B right"), "A", "B"))
}

func TestGateIsCrossedByWhicheverPostComesFirst(t *testing.T) {
	c := roads(map[string]float64{"A P in": 3, "Q B out": 4}, "A P in", "Q B out")
	assert.Equal(t, "in P→Q out", roadsOn(t, c, "A", "B"))
	assert.Equal(t, "out Q→P in", roadsOn(t, c, "B", "A"))
	assert.Equal(t, "P→Q", roadsOn(t, c, "P", "Q"), "a flow may begin and end at the posts")
	assert.Empty(t, roadsOn(t, c, "A", "A"))
	gates, err := GatesBetween(c, "A", "B")
	require.NoError(t, err)
	require.Len(t, gates, 1)
	assert.Equal(t, "P|Q", gates[0].Name)
}

func TestPlaceThatCannotBeReachedIsAnError(t *testing.T) {
	c := roads(map[string]float64{"A P in": 3, "B C far": 4}, "A P in", "B C far")
	_, err := GatesBetween(c, "A", "C")
	require.Error(t, err)
	assert.Contains(t, err.Error(), "A")
	assert.Contains(t, err.Error(), "C")
	_, err = GatesBetween(c, "A", "nowhere")
	require.Error(t, err)

	c.Countries = []corridors.Country{{Code: "VN"}}
	c.Flows = []corridors.Flow{{Name: "lost trucks", From: "A", To: "C"}}
	_, err = Compile(Setup{Corridor: c, Horizon: Horizon{Length: 1, After: Drain}})
	require.Error(t, err)
	assert.Contains(t, err.Error(), "lost trucks")
}
