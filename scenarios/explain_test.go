package scenarios

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/scenarios/strict"
)

// explainedIn accounts for what lies at a path.
func explainedIn(t testing.TB, s *Scenario, path string) []Account {
	t.Helper()
	accounts, err := s.Explain(path)
	require.NoError(t, err)
	return accounts
}

// oneOf is the account of a single value.
func oneOf(t testing.TB, s *Scenario, path string) Account {
	t.Helper()
	accounts := explainedIn(t, s, path)
	require.Len(t, accounts, 1, path)
	return accounts[0]
}

// told is what each layer says, the one that holds first: value and line.
func (a Account) told() []string {
	var out []string
	for _, s := range a.Said {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s, %s:%d %s", s.Value, s.Place.File, s.Place.Line, s.Part)))
	}
	return out
}

func TestEveryFigureOfEveryShippedFileIsAccountedForOnceAtTheLineThatSaysIt(t *testing.T) {
	for _, e := range List() {
		if e.Kind == StudyFile {
			continue
		}
		s, err := LoadScenario(e.Name, nil)
		require.NoError(t, err)
		left := make(map[string]corridors.Input)
		for _, in := range s.Inputs {
			left[in.Path] = in
		}
		for _, a := range explainedIn(t, s, "") {
			if !a.IsFigure() {
				continue
			}
			in, known := left[a.Path]
			require.True(t, known, "%s: %s", e.Name, a.Path)
			delete(left, a.Path)
			in.SetBy = a.SetBy
			assert.Equal(t, in, a.Input)
			assert.Equal(t, a.Value, a.Said[0].Value, a.Path)
			assert.Equal(t, a.Fact+a.Transfer != "", a.Cited != nil, a.Path)
			assert.Contains(t, lineOf(t, a.Said[0].Place), strings.Trim(firstWord(a.Value), ":,[]"), a.Path)
		}
		assert.Empty(t, left, e.Name)
	}
}

func firstWord(text string) string { return strings.Fields(text)[0] }

// lineOf is the rest of the line of a shipped file from a place on.
func lineOf(t testing.TB, p strict.Pos) string {
	t.Helper()
	data, err := corridors.Files().ReadFile(p.File)
	if err != nil {
		data, err = files.ReadFile(p.File)
	}
	require.NoError(t, err)
	line := []rune(strings.Split(string(data), "\n")[p.Line-1])
	return string(line[p.Col-1:])
}

func TestAccountNamesEveryLayerFromTheUppermostDown(t *testing.T) {
	texts := crossings()
	texts["over.yaml"] = `version: 1
kind: scenario
name: over
extends: mine.yaml
gates: [{name: Cha Lo–Na Phao, posts: [{name: Na Phao, stations: [{name: officers, servers: {value: 2, range: [1, 3], why: seen}}]}]}]
`
	inFolder(t, texts)
	s, err := LoadScenario("over.yaml", []string{
		"gates[0].posts[Na Phao].stations[officers].servers=4", "gates[0].posts[Na Phao].stations[officers].servers=5",
	})
	require.NoError(t, err)
	officers := oneOf(t, s, "gates[0].posts[Na Phao].stations[officers].servers")
	assert.Equal(t, "gates[Cha Lo–Na Phao].posts[Na Phao].stations[officers].servers", officers.Path, "names, however it was asked for")
	assert.Equal(t, []string{
		"5, --set:2", "4, --set:1", "2, over.yaml:5", "1, shared/gate.yaml:7", "3, shared/post.yaml:7",
	}, officers.told())
	assert.Equal(t, "--set", officers.SetBy)
	assert.Equal(t, "seen", officers.Said[2].Why)
	lanes := oneOf(t, s, "gates[0].posts[Na Phao].stations[lanes].servers")
	assert.Equal(t, []string{"2, shared/post.yaml:6"}, lanes.told(), "nobody else says anything of them")
}

func TestPartOfAFigureStandsForTheFigure(t *testing.T) {
	s := reads(t, replaced(t, crossing, "length: 84 km", "length: {value: 84 km, fact: B090}"), "legs[QL9].length.value=84.0 km")
	for _, path := range []string{"legs[QL9].length", "legs[QL9].length.value", "legs[QL9].length.fact"} {
		a := oneOf(t, s, path)
		assert.Equal(t, "legs[QL9].length", a.Path)
		assert.Equal(t, []string{"84.0 km, --set:1", "84 km, mine.yaml:11"}, a.told())
		assert.Equal(t, "B090", a.Cited.ID)
	}
}

func TestMeanBesideALawIsPartOfWhatIsSaid(t *testing.T) {
	s := reads(t, replaced(t, crossing, "{gamma: {mean: 40 min, shape: 2.5}}", "{value: {gamma: {mean: 40 min, shape: 2.5}}, mean: 50 min}"),
		"gates[0].posts[0].stages[documents].service.mean=1 h")
	a := oneOf(t, s, "gates[0].posts[0].stages[documents].service")
	assert.Equal(t, "gamma: mean: 40 min, shape: 2.5, scaled to mean 1 h", a.Value)
	assert.Equal(t, []string{
		"gamma: mean: 40 min, shape: 2.5, scaled to mean 1 h, --set:1",
		"gamma: mean: 40 min, shape: 2.5, scaled to mean 50 min, mine.yaml:33",
	}, a.told())
}

func TestWholeScenarioShowsChoicesOnlyWhereTheyWereChanged(t *testing.T) {
	choices := func(sets ...string) []string {
		var out []string
		for _, a := range explainedIn(t, reads(t, crossing, sets...), "") {
			if !a.IsFigure() {
				out = append(out, a.Path+"="+a.Value)
			}
		}
		return out
	}
	assert.Empty(t, choices())
	assert.Equal(t, []string{"gates[Lao Bảo–Densavanh].posts[Lao Bảo].declaration.exit=paper"}, choices("gates[0].posts[0].declaration.exit=paper"))
}

func TestPartShowsEverythingBelowIt(t *testing.T) {
	var got []string
	for _, a := range explainedIn(t, reads(t, crossing), "gates[0].posts[0].stages[documents]") {
		got = append(got, strings.TrimPrefix(a.Path, "gates[Lao Bảo–Densavanh].posts[Lao Bảo].stages[documents].")+"="+a.Value)
	}
	assert.Equal(t, []string{
		"owner=customs", "station=officers", "when.channel=[yellow, red]", "when.direction=exit", "when.share=40 %",
		"service=gamma: mean: 40 min, shape: 2.5", "cases[0].when.channel=red", "cases[0].service=empirical: [1 h, 2 h, 4 h]", "fee=10 USD",
	}, got)
}

func TestArrivalsThatAnUpperLayerReplacedAreNotTold(t *testing.T) {
	rate := "flows[to Laos].arrivals.rate=30/day"
	for name, s := range map[string]*Scenario{
		"setting": reads(t, crossing, rate),
		"file":    laidOver(t, "flows: [{name: to Laos, arrivals: {rate: 30/day}}]\n"),
	} {
		var keys []string
		for _, a := range explainedIn(t, s, "flows[to Laos].arrivals") {
			keys = append(keys, strings.TrimPrefix(a.Path, "flows[to Laos].arrivals."))
		}
		assert.ElementsMatch(t, []string{"by_hour", "rate"}, keys, name)
	}
}

func TestPathThatLeadsNowhereIsAFaultOfTheCommandLine(t *testing.T) {
	s := reads(t, crossing)
	for path, want := range map[string]string{
		"legs[QL8].length":    "PATH:1:6: legs: there is no QL8",
		"gates[0].post":       "PATH:1:10: gates[Lao Bảo–Densavanh]: there is no post",
		"fleet.hour.seconds":  "PATH:1:12: fleet.hour: this is a single value: 7 USD/h",
		"legs.QL9":            "PATH:1:6: legs: this is a list",
		"fleet[0]":            "PATH:1:7: fleet: this is a mapping",
		"fleet.hour=3":        "PATH:1:11: a path ends before =",
		"legs[QL9]length":     "PATH:1:10: after a bracket comes a dot, another bracket or the end",
		"legs[QL9":            "PATH:1:5: this [ is never closed",
		"fleet.":              "PATH:1:7: a key is missing here",
		"fleet.hour\nand not": "PATH:1:7: fleet: there is no hour and not",
	} {
		_, err := s.Explain(path)
		var problems *strict.Problems
		require.ErrorAs(t, err, &problems, path)
		assert.Equal(t, strict.CommandLine, problems.Class(), path)
		assert.Contains(t, problems.Text(english(t)), want)
	}
}

func TestStudySaysInWhichAlternativesAValueHolds(t *testing.T) {
	s, err := asked(t, question, "legs[QL9].speed=30 km/h")
	require.NoError(t, err)
	lanes, err := s.Explain("gates[0].posts[0].stations[lanes].servers")
	require.NoError(t, err)
	require.Len(t, lanes, 2)
	assert.Equal(t, []string{"2, crossing.yaml:25"}, lanes[0].told())
	assert.Equal(t, []string{"as-is"}, lanes[0].In)
	assert.Equal(t, []string{"4, study.yaml:7 overlays[more lanes]", "2, crossing.yaml:25"}, lanes[1].told())
	assert.Equal(t, []string{"lanes", "lanes and hours"}, lanes[1].In)
	hours, err := s.Explain("gates[0].posts[0].hours")
	require.NoError(t, err)
	require.Len(t, hours, 2)
	assert.Equal(t, "alternatives[lanes and hours]", hours[1].Said[0].Part)
	speed, err := s.Explain("legs[QL9].speed")
	require.NoError(t, err)
	require.Len(t, speed, 1)
	assert.Empty(t, speed[0].In, "the same everywhere")
	assert.Equal(t, []string{"30 km/h, --set:1", "42 km/h, crossing.yaml:11"}, speed[0].told())
	_, err = s.Explain("legs[QL8]")
	require.Error(t, err)
}

func TestStudyExplainsWhatOnlySomeAlternativesHave(t *testing.T) {
	_, err := asked(t, question+"compare: [{alternative: paved, base: as-is}]\n", "legs[NR9].toll=3 USD")
	require.Error(t, err, "there is no such alternative")
	text := strings.Replace(question, "measures:", "  - {name: paved, with: {legs: [{name: QL9, toll: {value: 12 USD, why: repaved}}]}}\n"+
		"  - {name: detour, with: {legs: [{name: NR9, toll: 2 USD}]}}\nmeasures:", 1)
	require.NoError(t, os.WriteFile("study.yaml", []byte(text), 0o600))
	s, err := LoadStudy("study.yaml", nil)
	require.NoError(t, err)
	toll, err := s.Explain("legs[NR9].toll")
	require.NoError(t, err, "one alternative is enough")
	require.Len(t, toll, 1)
	assert.Equal(t, []string{"detour"}, toll[0].In)
}
