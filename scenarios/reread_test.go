package scenarios

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/scenarios/strict"
)

// TestPartReadAgainGivesWhatTheWholeWould: every assumption of the shipped study at both ends. Most of
// them are read by their part alone.
func TestPartReadAgainGivesWhatTheWholeWould(t *testing.T) {
	study := shippedStudy(t)
	byPart, all := 0, 0
	for _, name := range []string{study.Headline.Alternative, study.Headline.Base} {
		a, found := study.Find(name)
		require.True(t, found)
		s := a.Scenario
		for i, in := range s.Inputs {
			if in.Low == "" || testing.Short() && i%5 > 0 {
				continue
			}
			path := in.Path
			if s.laws[path] {
				path += ".mean"
			}
			for _, end := range []string{in.Low, in.High} {
				problems := &strict.Problems{}
				world := s.world.set([]string{path + "=" + end}, problems)
				whole := s.reader(world, problems).scenario()
				require.NoError(t, problems.Err())
				all++
				part, ok := s.reread(world, in.Path)
				if !ok {
					continue
				}
				byPart++
				require.Equal(t, whole.Setup, part.Setup, "%s=%s", path, end)
				require.Equal(t, whole.Inputs, part.Inputs, "%s=%s", path, end)
				require.Equal(t, whole.laws, part.laws, "%s=%s", path, end)
			}
		}
	}
	assert.Greater(t, byPart, all*19/20, "of %d", all)
}

// TestPartsReadAgainLeaveTheScenarioAsItWas: not even its lists are shared where they differ.
func TestPartsReadAgainLeaveTheScenarioAsItWas(t *testing.T) {
	s := reads(t, crossing)
	before, inputs := printed(s), append([]corridors.Input(nil), s.Inputs...)
	for path, value := range partsOfCrossing() {
		changed, err := s.With(path, value)
		require.NoError(t, err)
		assert.NotEqual(t, before, printed(changed), path)
		require.Equal(t, before, printed(s), path)
	}
	assert.Equal(t, inputs, s.Inputs)
}

// partsOfCrossing is a change of one figure in every part that is read again by itself.
func partsOfCrossing() map[string]string {
	const gate = "gates[Lao Bảo–Densavanh]"
	const post = gate + ".posts[Lao Bảo]"
	return map[string]string{
		"legs[QL9].toll": "520000 VND", "legs[NR9].length": "250 km", "fleet.hour": "9 USD/h", "fleet.driving_spread": "0.3",
		gate + ".informal": "260000 VND", gate + ".strip.places": "20", gate + ".strip.drive": "5 min",
		post + ".stations[lanes].servers": "4", post + ".stations[officers].hours": "always",
		post + ".stages[gate-in].service": "{uniform: [1 min, 3 min]}", post + ".stages[documents].when.share": "50 %",
		post + ".stages[documents].fee": "520000 VND", post + ".stages[documents].cases[0].service": "3 h",
		post + ".hours": "\"06:00-20:00\"", post + ".channels.red": "0.2", post + ".platform.adoption": "50 %",
		"streams[heavy trucks].movements": "240/day", "flows[to Laos].payload": "20 t", "flows[to Laos].arrivals.by_hour": "[1" + zeros(23) + "]",
	}
}

func zeros(n int) string {
	out := ""
	for range n {
		out += ", 0"
	}
	return out
}

// TestPartReadAgainIsWhatAFileWithThatFigureGives, with what it rests on; it can be changed once more.
func TestPartReadAgainIsWhatAFileWithThatFigureGives(t *testing.T) {
	facts := factsOf(t)
	s, err := readText(crossing, facts)
	require.NoError(t, err)
	for path, value := range partsOfCrossing() {
		world := s.world.set([]string{path + "=" + value}, &strict.Problems{})
		part, ok := s.reread(world, path)
		require.True(t, ok, path)
		file, err := readText(crossing, facts, path+"="+value)
		require.NoError(t, err)
		assert.Equal(t, printed(file), printed(part), path)
		assert.Equal(t, file.Inputs, part.Inputs, path)
		assert.Equal(t, file.Hash, hash(part.world.tree), path)

		twice, err := part.With("legs[QL9].speed", "30 km/h")
		require.NoError(t, err)
		file, err = readText(crossing, facts, path+"="+value, "legs[QL9].speed=30 km/h")
		require.NoError(t, err)
		assert.Equal(t, printed(file), printed(twice), path)
	}
}

// TestPartReadAgainKnowsTheGoods that stages and flows name.
func TestPartReadAgainKnowsTheGoods(t *testing.T) {
	text := replaced(t, crossing, "direction: exit,", "direction: exit, commodity: rice,")
	text = replaced(t, text, "payload: 24 t", "payload: 24 t\n    commodity: rice\n    transit: 10 %")
	text = replaced(t, text, "fleet: {", "commodities: [{name: rice, quarantine: 50 %}]\nfleet: {")
	facts := factsOf(t)
	s, err := readText(text, facts)
	require.NoError(t, err)
	for path, value := range map[string]string{
		"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stages[documents].fee": "1 USD", "flows[to Laos].transit": "20 %",
	} {
		part, ok := s.reread(s.world.set([]string{path + "=" + value}, &strict.Problems{}), path)
		require.True(t, ok, path)
		whole, err := readText(text, facts, path+"="+value)
		require.NoError(t, err)
		assert.Equal(t, printed(whole), printed(part), path)
	}
}

// TestPartReadAgainKnowsWherePlacesAre: a backlog names a post.
func TestPartReadAgainKnowsWherePlacesAre(t *testing.T) {
	text := replaced(t, crossing, "payload: 24 t", "payload: 24 t\n    backlog: {at: Lao Bảo, trucks: 30}")
	facts := factsOf(t)
	s, err := readText(text, facts)
	require.NoError(t, err)
	for path, value := range map[string]string{"flows[to Laos].backlog.trucks": "40", "flows[to Laos].payload": "20 t"} {
		part, ok := s.reread(s.world.set([]string{path + "=" + value}, &strict.Problems{}), path)
		require.True(t, ok, path)
		whole, err := readText(text, facts, path+"="+value)
		require.NoError(t, err)
		assert.Equal(t, printed(whole), printed(part), path)
	}
}

// TestPartReadAgainKnowsWhatChoicesRestOn: the hour of the fleet where they set no value on time, and
// the gates.
func TestPartReadAgainKnowsWhatChoicesRestOn(t *testing.T) {
	text := replaced(t, crossing, "payload: 24 t", "payload: 24 t\n    choice: {gates: [Lao Bảo–Densavanh], information: live, spread: 0.2}")
	facts := factsOf(t)
	s, err := readText(text, facts)
	require.NoError(t, err)
	for path, value := range map[string]string{"fleet.hour": "9 USD/h", "flows[to Laos].choice.spread": "0.3", "flows[to Laos].payload": "20 t"} {
		part, ok := s.reread(s.world.set([]string{path + "=" + value}, &strict.Problems{}), path)
		require.True(t, ok, path)
		whole, err := readText(text, facts, path+"="+value)
		require.NoError(t, err)
		assert.Equal(t, printed(whole), printed(part), path)
	}
}

// TestNothingElseReachesFromPartToPart: what a reader gathers in one part and uses in another must be
// there when the other is read again alone. A new field of the reader belongs here, and into
// reader.recall if parts are read by it.
func TestNothingElseReachesFromPartToPart(t *testing.T) {
	var fields []string
	for field := range reflect.TypeFor[reader]().Fields() {
		fields = append(fields, field.Name)
	}
	assert.ElementsMatch(t, []string{
		"layers", "problems", "facts", "memory", "laws", "days", // given, or kept by path
		"inputs", "seen", "register", "ways", "clocks", "flows", "flowsNamed", "described", "carried", // gathered for the end, which is not held against the rest again
		"places", "home", "ahead", "rates", "horizon", "hour", "countries", "commodities", "gates", "depots", "clearing", "hauliers", "docks", "zones", "generated", // recalled
		"streams", "movements", // read before flows
		"terrains", "speeds", // read before legs
		"roads", "posts", // looked up by shocks, which are read with the whole
	}, fields)
}

// TestWholeIsReadWhereMoreThanAPartMayRestOnAChange: rates, names, what is no figure of its own, and
// whatever is refused.
func TestWholeIsReadWhereMoreThanAPartMayRestOnAChange(t *testing.T) {
	s := reads(t, crossing)
	for path, value := range map[string]string{
		"currencies[VND].rate": "13000 VND/USD", "countries[VN].diesel": "20000 VND/l",
		"legs[QL9].name": "QL10", "legs[QL9].speed": "35 min", "legs[1].speed": "35 km/h", "horizon.length": "3 days",
		"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stations[lanes].servers": "0",
	} {
		_, ok := s.reread(s.world.set([]string{path + "=" + value}, &strict.Problems{}), path)
		assert.False(t, ok, path)
	}
	both := s.world.set([]string{"legs[QL9].speed=35 km/h", "legs[NR9].speed=35 km/h"}, &strict.Problems{})
	_, ok := s.reread(both, "legs[QL9].speed")
	assert.False(t, ok, "two figures")
	_, ok = s.reread(s.world, "legs[QL9].speed")
	assert.False(t, ok, "none")
}
