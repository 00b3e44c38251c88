package scenarios

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// question is a study of the small crossing.
const question = `version: 1
kind: study
name: faster
base: crossing.yaml
overlays:
  - name: more lanes
    with: {gates: [{name: Lao Bảo–Densavanh, posts: [{name: Lao Bảo, stations: [{name: lanes, servers: 4}]}]}]}
alternatives:
  - {name: as-is, title: As it is}
  - {name: lanes, overlays: [more lanes]}
  - {name: lanes and hours, overlays: [more lanes], with: {gates: [{name: Lao Bảo–Densavanh, posts: [{name: Lao Bảo, hours: always}]}]}}
measures: [border_time_h, queue_wait_h]
`

// asked reads a study beside the crossing.
func asked(t testing.TB, text string, sets ...string) (*Study, error) {
	t.Helper()
	inFolder(t, map[string]string{"crossing.yaml": crossing, "study.yaml": text})
	return LoadStudy("study.yaml", sets)
}

func TestStudyThatSaysLittleHasTheUsualSettings(t *testing.T) {
	s, err := asked(t, question)
	require.NoError(t, err)
	assert.Equal(t, 30, s.Replications)
	assert.Equal(t, 0.95, s.Confidence)
	assert.Nil(t, s.Sensitivity)
	assert.Equal(t, []Pair{{"lanes", "as-is"}, {"lanes and hours", "as-is"}}, s.Pairs, "all against the first")
	assert.Equal(t, Headline{Pair{"lanes", "as-is"}, "border_time_h"}, s.Headline)
	assert.Equal(t, []string{"border_time_h", "queue_wait_h"}, s.Measures)
	assert.Empty(t, s.Warnings.All())
}

func TestAlternativesAreTheBaseWithTheirOverlays(t *testing.T) {
	s, err := asked(t, question, "legs[QL9].speed=30 km/h")
	require.NoError(t, err)
	var lanes, windows []int
	for _, a := range s.Alternatives {
		c := a.Scenario.Setup.Corridor
		assert.Equal(t, 30.0, c.Legs[0].Speed, "settings change the base")
		lanes = append(lanes, c.Gates[0].Posts[0].Stations[0].Servers)
		windows = append(windows, len(c.Gates[0].Posts[0].Hours.Windows))
	}
	assert.Equal(t, []int{2, 4, 4}, lanes)
	assert.Equal(t, []int{2, 2, 0}, windows)
	assert.Equal(t, "As it is", s.Alternatives[0].Title)
	found, ok := s.Find("lanes and hours")
	require.True(t, ok)
	assert.Same(t, &s.Alternatives[2], found)
	_, ok = s.Find("nothing")
	assert.False(t, ok)
}

func TestLaterOverlaysGoBeforeEarlierOnes(t *testing.T) {
	s, err := asked(t, strings.Replace(question, "overlays: [more lanes]}\n", "overlays: [more lanes], with: {gates: [{name: Lao Bảo–Densavanh, posts: [{name: Lao Bảo, stations: [{name: lanes, servers: 9}]}]}]}}\n", 1))
	require.NoError(t, err)
	assert.Equal(t, 9, s.Alternatives[1].Scenario.Setup.Corridor.Gates[0].Posts[0].Stations[0].Servers)
}

func TestStudySaysWhatItIsAskedFor(t *testing.T) {
	s, err := asked(t, question+`title: Faster
question: Is it faster?
replications: 7
confidence: 0.99
compare: [{alternative: lanes and hours, base: lanes}]
headline: {alternative: lanes, base: as-is, measure: queue_wait_h}
sensitivity: {first: {replications: 2, length: 3 days}, again: {replications: 3, warm_up: 1 day, length: 2 days, after: stop}, show: 4}
published:
  - {fact: B043, measure: border_time_h, alternative: as-is, why: of all borders}
  - {fact: C007, measure: border_time_h, alternative: lanes}
  - {fact: C008, measure: empty_km_share, alternative: lanes}
  - {fact: B002, measure: trucks_per_day, alternative: lanes}
  - {fact: B102, measure: cost_per_tonne_usd, alternative: lanes}
`)
	require.NoError(t, err)
	assert.Equal(t, []any{"Faster", "Is it faster?", 7, 0.99}, []any{s.Title, s.Question, s.Replications, s.Confidence})
	assert.Equal(t, []Pair{{"lanes and hours", "lanes"}}, s.Pairs)
	assert.Equal(t, Headline{Pair{"lanes", "as-is"}, "queue_wait_h"}, s.Headline)
	assert.Equal(t, &Sensitivity{
		First: Round{Replications: 2, Horizon: journey.Horizon{Start: usualStart(), WarmUp: 7 * sim.Day, Length: 3 * sim.Day, After: journey.Drain}},
		Again: Round{Replications: 3, Horizon: journey.Horizon{Start: usualStart(), WarmUp: sim.Day, Length: 2 * sim.Day, After: journey.Stop}},
		Show:  4, Shortlist: 6, // two more than are shown
	}, s.Sensitivity)
	require.Len(t, s.Published, 5)
	assert.InDelta(t, 4, *s.Published[0].Value, 1e-12, "hours")
	assert.Equal(t, "of all borders", s.Published[0].Why)
	assert.Nil(t, s.Published[1].Value, "the fact gives a range")
	assert.InDelta(t, 0.66, *s.Published[2].Value, 1e-12)
	assert.InDelta(t, 748, *s.Published[3].Value, 1e-9, "a day")
	assert.Nil(t, s.Published[4].Value, "no figure is read in dollars for a tonne")
}

func TestStudyOfOneAlternativeComparesNothing(t *testing.T) {
	text := question[:strings.Index(question, "  - {name: lanes, ")] + "measures: [border_time_h]\nsensitivity: none\n"
	s, err := asked(t, text)
	require.NoError(t, err)
	assert.Empty(t, s.Pairs)
	assert.Empty(t, s.Headline)
	assert.Nil(t, s.Sensitivity)
	assert.Len(t, s.Warnings.All(), 1, "its overlay is idle")
}

func TestFaultsOfSeveralAlternativesAreToldAtOnce(t *testing.T) {
	text := strings.Replace(question, "servers: 4", "servers: 0", 1)
	text = strings.Replace(text, "hours: always", "hours: never", 1)
	text = strings.Replace(text, "  - {name: as-is", "  - {name: closed, with: {gates: [{name: Lao Bảo–Densavanh, posts: [{name: Densavanh, hours: never}]}]}}\n  - {name: as-is", 1)
	_, err := asked(t, text+"compare: [{alternative: lane, base: as-is}]\n")
	said := told(t, err)
	for _, want := range []string{
		"stations[lanes].servers: 0 is not allowed", "posts[Densavanh].hours: never opens, but flow to Laos needs it",
		"compare[0].alternative: no alternative is called lane",
	} {
		assert.Equal(t, 1, strings.Count(said, want), want)
	}
}

func TestBaseWithAFaultIsToldOnce(t *testing.T) {
	inFolder(t, map[string]string{"crossing.yaml": replaced(t, crossing, "84 km", "84 min"), "study.yaml": question})
	_, err := LoadStudy("study.yaml", nil)
	assert.Equal(t, 1, strings.Count(told(t, err), "crossing.yaml:"), "however many alternatives")
}

func TestStudyMayBuildUponAScenarioOfTheSameFolder(t *testing.T) {
	inFolder(t, map[string]string{
		"a/crossing.yaml": crossing,
		"a/base.yaml":     "version: 1\nkind: scenario\nname: base\nextends: crossing.yaml\n",
		"study.yaml":      strings.Replace(question, "crossing.yaml", "a/base.yaml", 1),
	})
	_, err := LoadStudy("study.yaml", nil)
	require.NoError(t, err)
	require.NoError(t, os.Remove("a/crossing.yaml"))
	_, err = LoadStudy("study.yaml", nil)
	assert.ErrorContains(t, err, "a/base.yaml:4:10: extends: a/crossing.yaml: there is no such file")
}

func TestStudyIsNoBaseOfItself(t *testing.T) {
	_, err := asked(t, strings.Replace(question, "crossing.yaml", "study.yaml", 1))
	assert.ErrorContains(t, err, "study.yaml:4:7: base: the files build upon one another in a circle: study.yaml → study.yaml")
}

func TestAlternativesWithOtherRatesHaveOtherCosts(t *testing.T) {
	text := strings.Replace(question, "{name: lanes, overlays: [more lanes]}", "{name: lanes, with: {currencies: [{name: VND, rate: 13000 VND/USD}]}}", 1)
	s, err := asked(t, text)
	require.NoError(t, err)
	var tolls []float64
	for _, a := range s.Alternatives {
		tolls = append(tolls, a.Scenario.Setup.Corridor.Legs[0].Toll)
	}
	assert.Equal(t, []float64{10, 20, 10}, tolls, "260000 VND")
}
