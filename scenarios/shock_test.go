package scenarios

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
)

const troubled = choosing + `
weather: {value: 0.1, range: [0, 0.3], why: no source}
terrains:
  - {name: mountain, speed: {value: 28 km/h, fact: D006}, empty_speed: 33 km/h}
  - {name: plain, speed: 50 km/h}
shocks:
  - {name: slide, roads: [QL12A, NR12], from: day 2 06:00, lasts: {value: 36 h, range: [4 h, 48 h], why: as B058}, closed: true}
  - {name: works, roads: QL9, from: day 1, to: day 3 12:00, speed: {value: 50 %, range: [30 %, 70 %], why: no source}}
  - {name: bridge, roads: NR9, from: day 1, to: day 2, passes: 20/h, heaviest_load: 18 t}
`

func TestShocksAndRoadsAreRead(t *testing.T) {
	s, err := scenarioOf(t, troubled, "legs[QL12A].terrain=mountain", "legs[QL12A].curfew=22:00-05:00", "legs[QL9].weather=0.2",
		"countries[VN].driving={stretch: 4 h, break: 15 min, day: 10 h, week: 48 h}")
	require.NoError(t, err)
	assert.NotContains(t, s.Warnings.Text(english(t)), "shocks", "half the usual speed of a road is nothing odd")
	c := s.Setup.Corridor
	const hour, day = 3600.0, 86400.0
	assert.Equal(t, []corridors.Shock{
		{Name: "slide", Roads: []string{"QL12A", "NR12"}, From: day + 6*hour, To: day + 42*hour, Closed: true},
		{Name: "works", Roads: []string{"QL9"}, From: 0, To: 2.5 * day, Speed: 0.5},
		{Name: "bridge", Roads: []string{"NR9"}, From: 0, To: day, PerSecond: 20 / hour, HeaviestLoad: 18},
	}, c.Shocks)
	require.NotNil(t, c.Weather)
	require.NotNil(t, c.Legs[2].Weather)
	assert.Greater(t, c.Legs[2].Weather.Quantile(0.9), c.Weather.Quantile(0.9))
	assert.Equal(t, 40.0, c.Legs[0].Speed, "its own speed goes before that of its terrain")
	assert.Equal(t, []corridors.Window{{From: 22 * 3600, To: 5 * 3600}}, c.Legs[0].Curfew.Windows)
	assert.Equal(t, &corridors.DrivingRule{Stretch: 4 * hour, Break: hour / 4, Day: 10 * hour, Week: 48 * hour}, c.Countries[0].Driving)
	assert.Nil(t, c.Countries[1].Driving)
	paths := make(map[string]corridors.Input)
	for _, in := range s.Inputs {
		paths[in.Path] = in
	}
	assert.Equal(t, "4 h", paths["shocks[slide].lasts"].Low, "what is assumed of a shock is varied")
	assert.Contains(t, paths, "shocks[works].speed")
	assert.Contains(t, paths, "weather")

	longer, err := s.With("shocks[slide].lasts", "48 h")
	require.NoError(t, err)
	assert.Equal(t, day+54*hour, longer.Setup.Corridor.Shocks[0].To)
}

func TestShocksAtGatesAndPostsAreRead(t *testing.T) {
	lanes := "hours: always, stations: [{name: lanes, servers: 1}], stages: [{name: gate-in, owner: customs, station: lanes, service: {constant: 5 min}, when: {direction: [exit]}}]}"
	s, err := scenarioOf(t, strings.ReplaceAll(choosing, "hours: always}", lanes)+`
shocks:
  - {name: epidemic, gates: [Cha Lo–Na Phàu, Lao Bảo–Densavanh], from: day 8, to: day 13, closed: true}
  - {name: flood, posts: Lao Bảo, direction: exit, roads: QL9, from: day 2, lasts: 12 h, closed: true}
  - {name: fewer officers, posts: [Lao Bảo, Densavanh], from: day 1, to: day 5, hours: {value: "08:00-12:00", why: no source}}
`)
	require.NoError(t, err)
	const hour, day = 3600.0, 86400.0
	few := &corridors.Hours{Windows: []corridors.Window{{From: 8 * 3600, To: 12 * 3600}}}
	assert.Equal(t, []corridors.Shock{
		{Name: "epidemic", Gates: []string{"Cha Lo–Na Phàu", "Lao Bảo–Densavanh"}, From: 7 * day, To: 12 * day, Closed: true},
		{Name: "flood", Posts: []string{"Lao Bảo"}, Direction: corridors.Exit, Roads: []string{"QL9"}, From: day, To: day + 12*hour, Closed: true},
		{Name: "fewer officers", Posts: []string{"Lao Bảo", "Densavanh"}, From: 0, To: 4 * day, Hours: few},
	}, s.Setup.Corridor.Shocks)
	paths := make(map[string]corridors.Input)
	for _, in := range s.Inputs {
		paths[in.Path] = in
	}
	assert.Equal(t, "08:00-12:00", paths["shocks[fewer officers].hours"].Value)
	longer, err := s.With("shocks[fewer officers].hours", "08:00-14:00")
	require.NoError(t, err)
	assert.Equal(t, 14*3600, longer.Setup.Corridor.Shocks[2].Hours.Windows[0].To)
	assert.NotContains(t, s.Warnings.Text(english(t)), "shocks")
}

func TestTerrainGivesTheSpeedsOfItsLegs(t *testing.T) {
	text := strings.Replace(troubled, "legs:\n", `legs:
  - {name: QL8, from: Vinh, to: Cha Lo, country: VN, length: 184 km, terrain: mountain}
  - {name: QL7, from: Vinh, to: Cha Lo, country: VN, length: 185 km, terrain: mountain, empty_speed: 60 km/h}
`, 1)
	s, err := scenarioOf(t, text)
	require.NoError(t, err)
	legs := s.Setup.Corridor.Legs
	assert.Equal(t, []float64{28, 33, 28, 60, 40, 0}, []float64{
		legs[0].Speed, legs[0].EmptySpeed, legs[1].Speed, legs[1].EmptySpeed, legs[2].Speed, legs[2].EmptySpeed,
	})
	assert.Contains(t, s.Warnings.Text(english(t)), "no leg is of the terrain plain")
	longer, err := s.With("legs[QL8].length", "190 km")
	require.NoError(t, err)
	assert.Equal(t, []float64{190, 28, 33}, []float64{longer.Setup.Corridor.Legs[0].Length, longer.Setup.Corridor.Legs[0].Speed, longer.Setup.Corridor.Legs[0].EmptySpeed})
	_, err = scenarioOf(t, troubled, "legs[NR9].terrain=plane")
	assert.Contains(t, told(t, err), "did you mean `plain`")
}
