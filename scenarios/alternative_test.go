package scenarios

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// elsewhere is the small crossing at another gate, with a third country on its way.
func elsewhere(t testing.TB) string {
	t.Helper()
	text := strings.NewReplacer("name: crossing", "name: elsewhere", "Lao Bảo", "Cha Lo", "QL9", "QL12").Replace(crossing)
	return text
}

// twoPlaces asks the same of two crossings.
const twoPlaces = `version: 1
kind: study
name: two places
alternatives:
  - {name: here, scenario: crossing.yaml}
  - {name: there, scenario: elsewhere.yaml}
  - {name: there at night, scenario: elsewhere.yaml, with: {gates: [{name: Cha Lo–Densavanh, posts: [{name: Cha Lo, hours: always}]}]}}
measures: [border_time_h, stage.Lao Bảo/gate-in.time_h]
`

func askedOfTwo(t testing.TB, text string, sets ...string) (*Study, error) {
	t.Helper()
	inFolder(t, map[string]string{"crossing.yaml": crossing, "elsewhere.yaml": elsewhere(t), "study.yaml": text})
	return LoadStudy("study.yaml", sets)
}

func TestAlternativesMayStandOnScenariosOfTheirOwn(t *testing.T) {
	s, err := askedOfTwo(t, twoPlaces)
	require.NoError(t, err)
	var names []string
	for _, a := range s.Alternatives {
		names = append(names, a.Scenario.Name)
	}
	assert.Equal(t, []string{"crossing", "elsewhere", "elsewhere"}, names)
	assert.Equal(t, []Pair{{"there at night", "there"}}, s.Pairs, "each with the first of its scenario")
	assert.Equal(t, Headline{Pair{"there at night", "there"}, "border_time_h"}, s.Headline)
	assert.Len(t, s.Alternatives[1].Scenario.Setup.Corridor.Gates[0].Posts[0].Hours.Windows, 2)
	assert.Empty(t, s.Alternatives[2].Scenario.Setup.Corridor.Gates[0].Posts[0].Hours.Windows)
	assert.Empty(t, s.Warnings.All())
}

func TestAScenarioOfItsOwnMayStandBesideABase(t *testing.T) {
	s, err := askedOfTwo(t, strings.Replace(twoPlaces, "here, scenario: crossing.yaml", "here", 1)+"base: crossing.yaml\n")
	require.NoError(t, err)
	assert.Equal(t, "crossing", s.Alternatives[0].Scenario.Name)
	assert.Equal(t, "elsewhere", s.Alternatives[1].Scenario.Name)
	alone, err := askedOfTwo(t, twoPlaces)
	require.NoError(t, err)
	assert.Equal(t, alone.Alternatives[0].Scenario.Hash, s.Alternatives[0].Scenario.Hash)
}

func TestNothingIsComparedWhereTheStudySaysSo(t *testing.T) {
	s, err := askedOfTwo(t, twoPlaces+"compare: none\n")
	require.NoError(t, err)
	assert.Empty(t, s.Pairs)
	assert.Empty(t, s.Headline)
}

func TestScenariosUponOneFileAreAkin(t *testing.T) {
	inFolder(t, map[string]string{
		"crossing.yaml": crossing, "slow.yaml": "version: 1\nkind: scenario\nname: slow\nextends: crossing.yaml\n",
		"study.yaml": strings.Replace(strings.Replace(twoPlaces, "elsewhere.yaml", "slow.yaml", 1), "elsewhere.yaml, with: {gates: [{name: Cha Lo", "slow.yaml, with: {gates: [{name: Lao Bảo", 1),
	})
	text := "compare: [{alternative: there, base: here}]\n"
	s, err := LoadStudy("study.yaml", nil)
	require.ErrorContains(t, err, "Cha Lo")
	assert.Nil(t, s)
	inFolder(t, map[string]string{
		"crossing.yaml": crossing, "slow.yaml": "version: 1\nkind: scenario\nname: slow\nextends: crossing.yaml\n",
		"study.yaml": twoPlaces[:strings.Index(twoPlaces, "  - {name: there")] + "  - {name: there, scenario: slow.yaml}\nmeasures: [border_time_h]\n" + text,
	})
	s, err = LoadStudy("study.yaml", nil)
	require.NoError(t, err)
	assert.Equal(t, []Pair{{"there", "here"}}, s.Pairs)
}

func TestSettingsChangeTheScenariosThatHaveWhatTheyName(t *testing.T) {
	s, err := askedOfTwo(t, twoPlaces, "legs[QL9].speed=30 km/h", "legs[NR9].speed=20 km/h", "legs[QL12].speed=10 km/h")
	require.NoError(t, err)
	var speeds []float64
	for _, a := range s.Alternatives {
		for _, leg := range a.Scenario.Setup.Corridor.Legs {
			speeds = append(speeds, leg.Speed)
		}
	}
	assert.Equal(t, []float64{30, 20, 10, 20, 10, 20}, speeds)
	_, err = askedOfTwo(t, twoPlaces, "legs[QL9].speed=30 km/h", "legs[QL1].speed=30 km/h")
	require.Error(t, err)
	assert.Equal(t, 1, strings.Count(told(t, err), "there is no QL1"), "and only that one")
}

func TestTolerancesAreReadInTheUnitOfTheMeasure(t *testing.T) {
	s, err := asked(t, question+`published:
  - {fact: B043, measure: border_time_h, alternative: as-is, tolerance: 25 %, reason: too many officers}
  - {fact: B043, measure: border_time_h, alternative: as-is, tolerance: [180 min, 6 h]}
  - {fact: B043, measure: border_time_h, alternative: as-is, tolerance: at least}
  - {fact: B043, measure: border_time_h, alternative: as-is, tolerance: at most}
  - {fact: C007, measure: border_time_h, alternative: as-is, tolerance: 50 %}
  - {fact: C007, measure: border_time_h, alternative: as-is, tolerance: at least}
  - {fact: B043, measure: border_time_h, alternative: as-is}
`)
	require.NoError(t, err)
	type limits struct{ low, high float64 }
	got := make([]limits, 6)
	for i := range got {
		got[i] = limits{-1, -1}
		if low := s.Published[i].Tolerance.Low; low != nil {
			got[i].low = *low
		}
		if high := s.Published[i].Tolerance.High; high != nil {
			got[i].high = *high
		}
	}
	assert.InDeltaSlice(t, []float64{3, 5, 3, 6, 4, -1, -1, 4, 35. / 60, 6, 70. / 60, -1}, flat(got, func(l limits) []float64 { return []float64{l.low, l.high} }), 1e-12)
	assert.Equal(t, "too many officers", s.Published[0].Reason)
	assert.Nil(t, s.Published[6].Tolerance)
}

// flat puts lists behind each other.
func flat[A, B any](list []A, of func(A) []B) []B {
	var out []B
	for _, a := range list {
		out = append(out, of(a)...)
	}
	return out
}
