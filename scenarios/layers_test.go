package scenarios

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/scenarios/strict"
)

// over lays a text over the crossing, as a file that builds upon it would be.
func over(t testing.TB, facts *facts, text string) (*Scenario, error) {
	t.Helper()
	problems := &strict.Problems{}
	below := parse("crossing.yaml", []byte(crossing), problems)
	above := parse("mine.yaml", []byte("version: 1\nkind: scenario\nname: mine\n"+text), problems)
	require.NoError(t, problems.Err())
	world := layers{tree: below, files: []string{"crossing.yaml"}}.under(bare(strict.Read(above, problems)))
	return finished(world, true, nil, facts, problems)
}

// bare is a file in which nothing is like anything.
func bare(over *strict.Map) sheet {
	return sheet{layers: layers{files: []string{over.Layer().File}}, over: over}
}

// laidOver is over of a text without fault.
func laidOver(t testing.TB, text string) *Scenario {
	t.Helper()
	s, err := over(t, factsOf(t), text)
	require.NoError(t, err)
	return s
}

const toPost = "gates:\n  - name: Lao Bảo–Densavanh\n    posts:\n      - name: Lao Bảo\n"

func TestOverlayChangesOnlyWhatItNames(t *testing.T) {
	facts := factsOf(t)
	base, err := over(t, facts, "")
	require.NoError(t, err)
	for path, text := range map[string]string{
		"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stations[lanes].servers":            toPost + "        stations: [{name: lanes, servers: 4}]\n",
		"gates[Lao Bảo–Densavanh].posts[Lao Bảo].channels.red":                       toPost + "        channels: {red: 20 %}\n",
		"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stages[documents].fee":              toPost + "        stages: [{name: documents, fee: 12 USD}]\n",
		"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stages[documents].service":          toPost + "        stages: [{name: documents, service: 5 min}]\n",
		"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stages[documents].when.share":       toPost + "        stages: [{name: documents, when: {share: 50 %}}]\n",
		"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stages[documents].cases[0].service": toPost + "        stages: [{name: documents, cases: [{when: {channel: red}, service: 3 h}]}]\n",
		"gates[Lao Bảo–Densavanh].strip.places":                                      "gates: [{name: Lao Bảo–Densavanh, strip: {places: 50}}]\n",
		"legs[QL9].speed":                 "legs: [{name: QL9, speed: 50 km/h}]\n",
		"flows[to Laos].payload":          "flows: [{name: to Laos, payload: 20 t}]\n",
		"flows[to Laos].return.max_wait":  "flows: [{name: to Laos, return: {max_wait: 6 h}}]\n",
		"fleet.hour":                      "fleet: {hour: 8 USD/h}\n",
		"currencies[VND].rate":            "currencies: [{name: VND, rate: 25000 VND/USD}]\n",
		"countries[VN].diesel":            "countries: [{name: VN, diesel: 19000 VND/l}]\n",
		"streams[heavy trucks].movements": "streams: [{name: heavy trucks, movements: 500/day}]\n",
	} {
		s, err := over(t, facts, text)
		require.NoError(t, err, text)
		assert.NotEqual(t, printed(base), printed(s), path)
		require.Len(t, s.Inputs, len(base.Inputs), path)
		for i, in := range s.Inputs {
			if in.Path == path {
				assert.Equal(t, "mine.yaml", in.SetBy)
				assert.NotEqual(t, base.Inputs[i].Value, in.Value, path)
				continue
			}
			assert.Equal(t, base.Inputs[i], in, "%s is not %s", in.Path, path)
		}
	}
}

func TestOverlayKeepsTheOrderOfTheBase(t *testing.T) {
	s := laidOver(t, toPost+"        stations: [{name: weighbridge, servers: 1}, {name: officers, servers: 5}]\n        stages: [{name: weighing, owner: transport, station: weighbridge, service: 4 min}]\n")
	post := s.Setup.Corridor.Gates[0].Posts[0]
	var stations, stages []string
	for _, station := range post.Stations {
		stations = append(stations, station.Name)
	}
	for _, stage := range post.Stages {
		stages = append(stages, stage.Name)
	}
	assert.Equal(t, []string{"lanes", "officers", "weighbridge"}, stations, "what is new comes last")
	assert.Equal(t, []string{"gate-in", "documents", "weighing"}, stages)
	assert.Equal(t, 5, post.Stations[1].Servers)
	assert.Empty(t, s.Warnings.All())
}

func TestWholeGateCanBeAdded(t *testing.T) {
	s := laidOver(t, `gates: [{name: Cha Lo–Na Phao, posts: [{name: Cha Lo, country: VN, hours: always}, {name: Na Phao, country: LA, hours: always}]}]
legs:
  - {name: QL12A, from: Đông Hà, to: Cha Lo, country: VN, length: 100 km, speed: 40 km/h}
  - {name: NR12, from: Na Phao, to: Savannakhet, country: LA, length: 100 km, speed: 40 km/h}
`)
	assert.Len(t, s.Setup.Corridor.Gates, 2)
	assert.Empty(t, s.Warnings.All())
}

func TestHoursWithoutWindowsReplaceWindows(t *testing.T) {
	s := laidOver(t, toPost+"        hours: always\n")
	assert.Empty(t, s.Setup.Corridor.Gates[0].Posts[0].Hours.Windows)
}

func TestFigureIsReplacedWithAllItRestsOn(t *testing.T) {
	s := laidOver(t, "legs: [{name: QL9, length: {value: 84 km, fact: B090}}]\n")
	in := input(t, s, "legs[QL9].length")
	assert.Equal(t, "B090", in.Fact)
	problems := &strict.Problems{}
	above := parse("top.yaml", []byte("version: 1\nkind: scenario\nname: top\nlegs: [{name: QL9, length: 90 km}]\n"), problems)
	bare := readOnlyOf(t, s.world.under(bare(strict.Read(above, problems))), s.facts)
	assert.Equal(t, corridors.Input{Path: "legs[QL9].length", Value: "90 km", Grade: corridors.GradeD, SetBy: "top.yaml"}, input(t, bare, "legs[QL9].length"))
}

func readOnlyOf(t testing.TB, world layers, facts *facts) *Scenario {
	t.Helper()
	problems := &strict.Problems{}
	s := newReader(world, facts, problems).scenario()
	require.NoError(t, problems.Err())
	return s
}

// input finds the account of one figure.
func input(t testing.TB, s *Scenario, path string) corridors.Input {
	t.Helper()
	for _, in := range s.Inputs {
		if in.Path == path {
			return in
		}
	}
	t.Fatalf("no input %s", path)
	return corridors.Input{}
}

func TestUpperLayerSaysByWhichRuleVehiclesCome(t *testing.T) {
	rate := laidOver(t, "flows: [{name: to Laos, arrivals: {rate: 48/day}}]\nstreams: []\n")
	a := rate.Setup.Corridor.Flows[0].Arrivals
	assert.InDelta(t, 48.0/86400, a.PerSecond, 1e-15)
	assert.Len(t, a.ByHour, 24, "the hours of the day stay")

	table := laidOver(t, "flows: [{name: to Laos, arrivals: {every: 10 min}}]\nstreams: []\n")
	assert.NotNil(t, table.Setup.Corridor.Flows[0].Arrivals.Timetable)

	share := laidOver(t, "flows: [{name: to Laos, arrivals: {share: 50 %}}]\n")
	assert.InDelta(t, 240.0/86400, share.Setup.Corridor.Flows[0].Arrivals.PerSecond, 1e-15, "half of 480 a day")
}

func TestCommandLineSaysByWhichRuleVehiclesCome(t *testing.T) {
	s := reads(t, crossing, "flows[to Laos].arrivals.rate=48/day", "streams=[]")
	assert.InDelta(t, 48.0/86400, s.Setup.Corridor.Flows[0].Arrivals.PerSecond, 1e-15)
}

// A thing that an upper layer leaves incomplete is a misspelt name; the next layer up is read against
// what is there.
func TestStrangerIsReportedOnceHoweverManyLayersFollow(t *testing.T) {
	problems := &strict.Problems{}
	world := layers{tree: parse("crossing.yaml", []byte(crossing), problems), files: []string{"crossing.yaml"}}
	for _, name := range []string{"one.yaml", "two.yaml"} {
		text := "version: 1\nkind: scenario\nname: mine\n" + toPost + "        stations: [{name: lanse, hours: always}]\n"
		world = world.under(bare(strict.Read(parse(name, []byte(text), problems), problems)))
	}
	_, err := finished(world, true, nil, factsOf(t), problems)
	assert.Equal(t, `one.yaml:8:27: gates[Lao Bảo–Densavanh].posts[Lao Bảo].stations[lanse].name: `+"`stations`"+` has no lanse to change
    8 |         stations: [{name: lanse, hours: always}]
      |                           ^^^^^
   help: did you mean `+"`lanes`?"+`
exit 3
`, told(t, err))
}
