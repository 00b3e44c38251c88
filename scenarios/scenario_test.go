package scenarios

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/scenarios/strict"
	"hanhlang/sim"
)

// crossing is a small corridor with a figure of every kind.
const crossing = `version: 1
kind: corridor
name: crossing
title: A small crossing
currencies: [{name: VND, rate: 26000 VND/USD}]
countries: [{name: VN, title: Việt Nam, diesel: 18200 VND/l}, {name: LA}]
places:
  - {name: Đông Hà, kind: market, country: VN, at: [16.82, 107.1]}
  - {name: Savannakhet, kind: market, country: LA}
legs:
  - {name: QL9, from: Đông Hà, to: Lao Bảo, country: VN, length: 84 km, speed: 42 km/h, toll: 260000 VND}
  - {name: NR9, from: Densavanh, to: Savannakhet, country: LA, length: 241 km, speed: 42 km/h}
gates:
  - name: Lao Bảo–Densavanh
    informal: 25 USD
    strip: {places: 40, drive: 3 min}
    posts:
      - name: Lao Bảo
        country: VN
        hours: ["07:00-11:30", "13:00-18:00"]
        declaration: {exit: digital}
        platform: {entry: {uniform: [2 min, 5 min]}, adoption: 90 %, exception: 5 %}
        channels: {yellow: 30 %, red: 0.1}
        stations:
          - {name: lanes, servers: 2}
          - {name: officers, servers: 3, hours: "08:00-17:00"}
        stages:
          - {name: gate-in, owner: border guard, station: lanes, service: {lognormal: {mean: 2 min, cv: 0.5}}}
          - name: documents
            owner: customs
            station: officers
            when: {channel: [yellow, red], direction: exit, share: 40 %}
            service: {gamma: {mean: 40 min, shape: 2.5}}
            cases: [{when: {channel: red}, service: {empirical: [1 h, 2 h, 4 h]}}]
            fee: 10 USD
      - {name: Densavanh, country: LA, hours: always}
fleet: {fuel_loaded: 36 l/100km, fuel_empty: 26 l/100km, fuel_idle: 3 l/h, idle_share: 30 %, hour: 7 USD/h, per_km: 0.12 USD/km, empty_speed: 1.1, driving_spread: 0.12}
streams: [{name: heavy trucks, movements: 480/day}]
flows:
  - name: to Laos
    from: Đông Hà
    to: Savannakhet
    arrivals: {stream: heavy trucks, share: 25 %, by_hour: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]}
    payload: 24 t
    loading: 2 h
    unloading: {erlang: {k: 3, mean: 90 min}}
    return: {mode: two-way, loads: 60/day, payload: 20 t, max_wait: 12 h, patience: 1 day}
targets: [{name: a day, of: border time, within: 24 h}]
horizon: {warm_up: 1 day, length: 4 days, after: stop}
`

// facts of all tests that compare scenarios: they share the tables of their laws.
func factsOf(t testing.TB) *facts {
	t.Helper()
	problems := &strict.Problems{}
	f := readFacts(problems)
	require.NoError(t, problems.Err())
	return f
}

// readText reads a scenario that stands alone.
func readText(text string, facts *facts, sets ...string) (*Scenario, error) {
	problems := &strict.Problems{}
	tree := parse("mine.yaml", []byte(text), problems)
	if tree == nil {
		return nil, problems.Err()
	}
	world, ok := laidOn(chain{source: source{problems: problems}}, tree)
	return finished(world, ok, sets, facts, problems)
}

// laidOn lays a tree, the last of a chain, over what it is built upon.
func laidOn(c chain, tree *strict.Node) (layers, bool) {
	p := newPile()
	if !c.put(tree, p) {
		return layers{}, false
	}
	return p.world(), true
}

// reads is readText of a text without fault.
func reads(t testing.TB, text string, sets ...string) *Scenario {
	t.Helper()
	s, err := readText(text, factsOf(t), sets...)
	require.NoError(t, err)
	return s
}

// replaced changes a text in one place, which it must have.
func replaced(t testing.TB, text, old, by string) string {
	t.Helper()
	require.Equal(t, 1, strings.Count(text, old), old)
	return strings.Replace(text, old, by, 1)
}

func TestFiguresAreReadInTheUnitsOfTheEngine(t *testing.T) {
	s := reads(t, crossing)
	c := s.Setup.Corridor
	assert.Equal(t, corridors.Country{Code: "VN", Name: "Việt Nam", Diesel: 0.7}, c.Countries[0], "18200 VND/l at 26000 VND/USD")
	assert.Equal(t, corridors.Place{Name: "Đông Hà", Kind: corridors.Market, Country: "VN", At: &corridors.Coordinates{Latitude: 16.82, Longitude: 107.1}}, c.Places[0])
	assert.Equal(t, corridors.Leg{From: "Đông Hà", To: "Lao Bảo", Road: "QL9", Country: "VN", Length: 84, Speed: 42, Toll: 10}, c.Legs[0])
	assert.InDelta(t, 0.36, c.Fleet.FuelLoaded, 1e-12, "l/km")
	assert.InDelta(t, 3.0/3600, c.Fleet.FuelIdle, 1e-12, "l/s")
	assert.InDelta(t, 7.0/3600, c.Fleet.Hour, 1e-12, "USD/s")
	assert.InDelta(t, 120.0/86400, c.Flows[0].Arrivals.PerSecond, 1e-12, "a quarter of 480 a day")
	assert.Equal(t, 24.0, c.Flows[0].Payload)
	assert.Equal(t, 43200.0, c.Flows[0].Return.MaxWait.Mean())
	assert.InDelta(t, 60.0/86400, c.Flows[0].Return.PerSecond, 1e-12)
	assert.InDelta(t, 5400, c.Flows[0].Unload.Mean(), 1e-6)
	assert.InDelta(t, 0.12, c.Fleet.Spread.SD(), 1e-9)
	assert.Equal(t, journey.Horizon{Start: usualStart(), WarmUp: sim.Day, Length: 4 * sim.Day, After: journey.Stop}, s.Setup.Horizon)
	assert.Equal(t, []journey.Target{{Name: "a day", Of: journey.OfBorderTime, Within: sim.Day}}, s.Setup.Targets)
}

func TestGatesAreReadWhole(t *testing.T) {
	pair := reads(t, crossing).Setup.Corridor.Gates[0]
	assert.Equal(t, 25.0, pair.Informal)
	assert.Equal(t, 40, *pair.Strip.Places)
	assert.Equal(t, 180.0, pair.Strip.Drive.Mean())
	post := pair.Posts[0]
	assert.Equal(t, []corridors.Window{{From: 25200, To: 41400}, {From: 46800, To: 64800}}, post.Hours.Windows)
	assert.Equal(t, corridors.Regime{Exit: corridors.Digital, Entry: corridors.Paper}, post.Regime)
	assert.Equal(t, 0.9, post.Platform.Adoption)
	assert.InDelta(t, 210, post.Platform.Entry.Mean(), 1e-9)
	assert.Equal(t, corridors.Channels{Yellow: 0.3, Red: 0.1}, post.Channels)
	assert.Equal(t, []corridors.Window{{From: 28800, To: 61200}}, post.Stations[1].Hours.Windows)
	stage := post.Stages[1]
	assert.Equal(t, "officers", stage.Station)
	assert.Equal(t, []corridors.Channel{corridors.Yellow, corridors.Red}, stage.When.Channel)
	assert.Equal(t, []corridors.Direction{corridors.Exit}, stage.When.Direction, "a word stands for a list of one")
	assert.Equal(t, 0.4, *stage.When.Share)
	assert.Equal(t, 10.0, stage.Fee)
	assert.InDelta(t, 8400, stage.Cases[0].Service.Mean(), 1e-9, "mean of 1, 2 and 4 h")
	assert.Empty(t, pair.Posts[1].Hours.Windows, "always open is no window at all")
	assert.False(t, pair.Posts[1].Hours.Never)
}

func TestUnitsOfTheAuthorMakeNoDifference(t *testing.T) {
	facts := factsOf(t)
	minutes, err := readText(crossing, facts)
	require.NoError(t, err)
	for _, change := range [][]string{
		{"mean: 2 min, cv", "mean: 120 s, cv"},
		{"mean: 90 min", "mean: 1.5 h"},
		{"drive: 3 min", "drive: {constant: 0.05 h}"},
		{"[1 h, 2 h, 4 h]", "[3600 s, 120 min, 4 h]"},
		{"84 km", "84000 m"},
		{"24 t", "24000 kg"},
		{"movements: 480/day", "movements: 20/h"},
		{"red: 0.1", "red: 10 %"},
		{"within: 24 h", "within: 1 day"},
		{"toll: 260000 VND", "toll: 10 USD"},
		{"fuel_loaded: 36 l/100km", "fuel_loaded: 0.36 l/km"},
	} {
		other, err := readText(replaced(t, crossing, change[0], change[1]), facts)
		require.NoError(t, err, change[1])
		// Gamma and Erlang have tables of their own in every scenario: they are compared as they print.
		assert.Equal(t, printed(minutes), printed(other), change[1])
		assert.NotEqual(t, minutes.Hash, other.Hash, "the text of the author is another")
	}
}

func TestMilesAreConverted(t *testing.T) {
	s := reads(t, replaced(t, crossing, "length: 84 km, speed: 42 km/h", "length: 50 miles, speed: 25 mph"))
	assert.InDelta(t, 80.4672, s.Setup.Corridor.Legs[0].Length, 1e-9, "a mile is 1.609344 km")
	assert.InDelta(t, 40.2336, s.Setup.Corridor.Legs[0].Speed, 1e-9)
}

func TestWindowOverMidnightIsValid(t *testing.T) {
	s := reads(t, replaced(t, crossing, `["07:00-11:30", "13:00-18:00"]`, `"22:00-06:00"`))
	assert.Equal(t, []corridors.Window{{From: 79200, To: 21600}}, s.Setup.Corridor.Gates[0].Posts[0].Hours.Windows)
}

func TestNoDemandAtAllIsAllowed(t *testing.T) {
	for _, none := range []string{"rate: 0/day", "rate: 5/day, count: 0", "every: 6 min, count: 0"} {
		s := reads(t, replaced(t, crossing, "stream: heavy trucks, share: 25 %", none), "streams=[]")
		_, err := journey.Compile(s.Setup)
		assert.NoError(t, err)
	}
}

// Without vehicles nobody needs the gate.
func TestClosedGateIsAllowedWhereNobodyComes(t *testing.T) {
	text := replaced(t, crossing, "stream: heavy trucks, share: 25 %", "rate: 0/day")
	s := reads(t, replaced(t, text, "hours: always", "hours: never"), "streams=[]")
	assert.True(t, s.Setup.Corridor.Gates[0].Posts[1].Hours.Never)
}

func TestClosedStationIsAllowedWhereNobodyIsServed(t *testing.T) {
	text := replaced(t, crossing, "{name: lanes, servers: 2}", "{name: lanes, servers: 2}\n          - {name: car lanes, servers: 1, hours: never}")
	stage := "{name: cars, owner: border guard, station: car lanes, when: {traffic: others}, service: 3 min}"
	text = replaced(t, text, "        stages:\n", "        stages:\n          - "+stage+"\n")
	s := reads(t, text)
	assert.True(t, s.Setup.Corridor.Gates[0].Posts[0].Stations[1].Hours.Never)
	_, err := readText(replaced(t, text, "traffic: others", "traffic: [others, trucks]"), factsOf(t))
	assert.ErrorContains(t, err, "car lanes never opens, but trucks are served there")
}

func TestTimetableIsReadInSeconds(t *testing.T) {
	s := reads(t, replaced(t, crossing, "stream: heavy trucks, share: 25 %", "every: 6 min, first: 1 h, count: 240"), "streams=[]")
	a := s.Setup.Corridor.Flows[0].Arrivals
	assert.Equal(t, &corridors.Timetable{First: 3600, Every: 360}, a.Timetable)
	assert.Equal(t, 240, *a.Count)
	assert.Zero(t, a.PerSecond)
}

func TestScenarioWithoutHorizonOrFleetHasTheUsualOnes(t *testing.T) {
	text := replaced(t, crossing, "horizon: {warm_up: 1 day, length: 4 days, after: stop}\n", "")
	i := strings.Index(text, "fleet:")
	j := strings.Index(text, "streams:")
	s := reads(t, text[:i]+text[j:])
	assert.Equal(t, journey.Horizon{Start: usualStart(), WarmUp: 7 * sim.Day, Length: 28 * sim.Day, After: journey.Drain}, s.Setup.Horizon)
	assert.Equal(t, 1.0, s.Setup.Corridor.Fleet.EmptySpeed)
	assert.Equal(t, 1.0, s.Setup.Corridor.Fleet.Spread.Mean())
	assert.Zero(t, s.Setup.Corridor.Fleet.Spread.SD())
}

func TestCollisionOfNamesIsAFaultOfTheFile(t *testing.T) {
	// The 32-bit FNV-1a hashes of these two texts are equal, a pair known from tables of such collisions.
	text := replaced(t, crossing, "  - name: to Laos\n", "  - {name: costarring, from: Đông Hà, to: Savannakhet, arrivals: {rate: 1/day}, return: {mode: none}}\n  - {name: liquid, from: Đông Hà, to: Savannakhet, arrivals: {rate: 1/day}, return: {mode: none}}\n  - name: to Laos\n")
	_, err := readText(text, factsOf(t))
	assert.ErrorContains(t, err, "mine.yaml:1:1: by bad luck the names costarring and liquid stand for the same random numbers")
}
