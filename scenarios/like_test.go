package scenarios

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/scenarios/strict"
)

// crossings are files of which each takes from the next: a corridor, a gate pair and a post.
func crossings() map[string]string {
	return map[string]string{
		"mine.yaml": `version: 1
kind: corridor
name: mine
countries: [{name: VN}, {name: LA}]
gates:
  - {like: shared/gate.yaml}
flows:
  - {name: trucks, from: Cha Lo, to: Na Phao, arrivals: {rate: 10/day}, return: {mode: none}}
`,
		"shared/gate.yaml": `version: 1
kind: gate
name: Cha Lo–Na Phao
informal: 20 USD
posts:
  - {like: post.yaml, name: Cha Lo, country: VN, hours: "07:00-18:00"}
  - {like: post.yaml, name: Na Phao, country: LA, hours: always, stations: [{name: officers, servers: 1}]}
`,
		"shared/post.yaml": `version: 1
kind: post
name: small post
title: two steps
stations:
  - {name: lanes, servers: 2}
  - {name: officers, servers: 3}
stages:
  - {name: gate-in, owner: border guard, station: lanes, service: 2 min}
  - {name: documents, owner: customs, station: officers, service: 10 min}
`,
	}
}

// writtenOut is the same corridor with everything in one file.
const writtenOut = `version: 1
kind: corridor
name: mine
countries: [{name: VN}, {name: LA}]
gates:
  - name: Cha Lo–Na Phao
    informal: 20 USD
    posts:
      - name: Cha Lo
        country: VN
        hours: "07:00-18:00"
        stations: [{name: lanes, servers: 2}, {name: officers, servers: 3}]
        stages:
          - {name: gate-in, owner: border guard, station: lanes, service: 2 min}
          - {name: documents, owner: customs, station: officers, service: 10 min}
      - name: Na Phao
        country: LA
        hours: always
        stations: [{name: lanes, servers: 2}, {name: officers, servers: 1}]
        stages:
          - {name: gate-in, owner: border guard, station: lanes, service: 2 min}
          - {name: documents, owner: customs, station: officers, service: 10 min}
flows:
  - {name: trucks, from: Cha Lo, to: Na Phao, arrivals: {rate: 10/day}, return: {mode: none}}
`

// loaded writes files into a folder and reads mine.yaml, which must be right.
func loaded(t *testing.T, texts map[string]string) *Scenario {
	t.Helper()
	inFolder(t, texts)
	s, err := LoadScenario("mine.yaml", nil)
	require.NoError(t, err)
	return s
}

func TestWhatIsLikeAnotherIsAsIfItWereWrittenOut(t *testing.T) {
	s, whole := loaded(t, crossings()), reads(t, writtenOut)
	assert.Equal(t, printed(whole), printed(s))
	assert.Equal(t, whole.Hash, s.Hash)
	require.Len(t, s.Inputs, len(whole.Inputs))
	for i, in := range whole.Inputs {
		assert.Equal(t, in.Path, s.Inputs[i].Path)
		assert.Equal(t, in.Value, s.Inputs[i].Value, in.Path)
	}
}

func TestEveryFigureKnowsTheFileThatWroteIt(t *testing.T) {
	s := loaded(t, crossings())
	const post = "gates[Cha Lo–Na Phao].posts[%s].stations[%s].servers"
	for path, file := range map[string]string{
		"flows[trucks].arrivals.rate":               "mine.yaml",
		"gates[Cha Lo–Na Phao].informal":            "shared/gate.yaml",
		fmt.Sprintf(post, "Cha Lo", "officers"):     "shared/post.yaml",
		fmt.Sprintf(post, "Na Phao", "officers"):    "shared/gate.yaml",
		fmt.Sprintf(post, "Na Phao", "lanes"):       "shared/post.yaml",
		"gates[Cha Lo–Na Phao].posts[Cha Lo].hours": "shared/gate.yaml",
	} {
		assert.Equal(t, file, input(t, s, path).SetBy, path)
	}
}

func TestOneFigureOfTwoPostsIsSetInOneOfThem(t *testing.T) {
	s := loaded(t, crossings())
	changed, err := s.With("gates[Cha Lo–Na Phao].posts[Cha Lo].stations[lanes].servers", "5")
	require.NoError(t, err)
	posts := changed.Setup.Corridor.Gates[0].Posts
	assert.Equal(t, []int{5, 2}, []int{posts[0].Stations[0].Servers, posts[1].Stations[0].Servers})
}

func TestItemSaysWhatDiffersFromTheFileItIsLike(t *testing.T) {
	texts := crossings()
	texts["mine.yaml"] = replaced(t, texts["mine.yaml"], "{like: shared/gate.yaml}", `{like: shared/gate.yaml, strip: {places: 10}, informal: 5 USD, posts: [
      {name: Na Phao, stages: [{name: documents, service: 20 min}], stations: [{name: scales, servers: 1}]}]}`)
	texts["shared/post.yaml"] += "  - {name: weighing, owner: transport, station: lanes, service: 1 min}\n"
	g := loaded(t, texts).Setup.Corridor.Gates[0]
	assert.InDelta(t, 5, g.Informal, 0)
	assert.Equal(t, 10, *g.Strip.Places)
	assert.Equal(t, []string{"Cha Lo", "Na Phao"}, []string{g.Posts[0].Name, g.Posts[1].Name})
	assert.Equal(t, []string{"lanes", "officers", "scales"}, stationsOf(g.Posts[1]), "what is new comes last")
	assert.InDelta(t, 1200, g.Posts[1].Stages[1].Service.Mean(), 1e-9)
	assert.InDelta(t, 600, g.Posts[0].Stages[1].Service.Mean(), 1e-9, "the other post keeps its own")
}

func stationsOf(p corridors.Post) []string {
	var out []string
	for _, s := range p.Stations {
		out = append(out, s.Name)
	}
	return out
}

func TestNameOfTheItemGoesBeforeThatOfTheFile(t *testing.T) {
	texts := crossings()
	texts["mine.yaml"] = replaced(t, texts["mine.yaml"], "{like: shared/gate.yaml}", "{like: shared/gate.yaml, name: second}")
	s := loaded(t, texts)
	assert.Equal(t, "second", s.Setup.Corridor.Gates[0].Name)
	assert.Equal(t, "2", input(t, s, "gates[second].posts[Cha Lo].stations[lanes].servers").Value)
}

func TestShippedGateIsUsedByItsName(t *testing.T) {
	s := loaded(t, map[string]string{"mine.yaml": `version: 1
kind: corridor
name: mine
currencies: [{name: VND, rate: 26000 VND/USD}]
countries: [{name: VN}, {name: LA}]
gates: [{like: lao-bao-densavanh}]
flows: [{name: trucks, from: Lao Bảo, to: Densavanh, arrivals: {rate: 10/day}, return: {mode: none}}]
`})
	shipped, err := LoadScenario("lao-bao", nil)
	require.NoError(t, err)
	gates := func(s *Scenario) string {
		return printed(&Scenario{Setup: journey.Setup{Corridor: &corridors.Corridor{Gates: s.Setup.Corridor.Gates}}})
	}
	assert.Equal(t, gates(shipped), gates(s))
}

func TestScenarioAndOverlayAddAGateThatIsLikeAnother(t *testing.T) {
	texts := crossings()
	texts["top.yaml"] = "version: 1\nkind: scenario\nname: top\nextends: mine.yaml\ngates: [{like: lao-bao-densavanh}]\n"
	texts["study.yaml"] = `version: 1
kind: study
name: study
base: mine.yaml
overlays:
  - {name: added, with: {gates: [{like: lao-bao-densavanh}]}}
alternatives:
  - {name: as-is}
  - {name: by overlay, overlays: [added]}
  - {name: by itself, with: {gates: [{like: shared/gate.yaml, name: second, posts: [{name: Cha Lo, absent: true}, {name: Na Phao, absent: true},
      {like: shared/post.yaml, name: A, country: VN, hours: always}, {like: shared/post.yaml, name: B, country: LA, hours: always}]}]}}
measures: [border_time_h]
`
	inFolder(t, texts)
	top, err := LoadScenario("top.yaml", nil)
	require.NoError(t, err)
	assert.Len(t, top.Setup.Corridor.Gates, 2)
	s, err := LoadStudy("study.yaml", nil)
	require.NoError(t, err)
	var gates []string
	for _, a := range s.Alternatives {
		for _, g := range a.Scenario.Setup.Corridor.Gates {
			gates = append(gates, a.Name+": "+g.Name+" "+g.Posts[0].Name)
		}
	}
	assert.Equal(t, []string{
		"as-is: Cha Lo–Na Phao Cha Lo",
		"by overlay: Cha Lo–Na Phao Cha Lo", "by overlay: Lao Bảo–Densavanh Lao Bảo",
		"by itself: Cha Lo–Na Phao Cha Lo", "by itself: second A",
	}, gates)
}

// likes writes n posts of which each is like the next.
func likes(n int) map[string]string {
	texts := crossings()
	for i := 1; i < n; i++ {
		texts[fmt.Sprintf("shared/%d.yaml", i)] = fmt.Sprintf("version: 1\nkind: post\nname: p%d\nlike: %d.yaml\n", i, i+1)
	}
	texts[fmt.Sprintf("shared/%d.yaml", n)] = texts["shared/post.yaml"]
	texts["shared/gate.yaml"] = strings.ReplaceAll(texts["shared/gate.yaml"], "like: post.yaml", "like: 1.yaml")
	return texts
}

func TestSixteenFilesMayBeLikeOneAnother(t *testing.T) {
	s := loaded(t, likes(deepest-2)) // a corridor, a gate pair, and posts
	assert.Equal(t, []string{"lanes", "officers"}, stationsOf(s.Setup.Corridor.Gates[0].Posts[0]))
	inFolder(t, likes(deepest-1))
	_, err := LoadScenario("mine.yaml", nil)
	assert.ErrorContains(t, err, "more than 16 files build upon one another: mine.yaml → shared/gate.yaml → 1.yaml → 2.yaml")
}

// A file that is used over and over must not fill the memory.
func TestWhatIsTakenOverIsLimited(t *testing.T) {
	var post, gate strings.Builder
	post.WriteString("version: 1\nkind: post\nname: large\nstations:\n")
	for i := range 2_000 {
		fmt.Fprintf(&post, "  - {name: s%d, servers: 1}\n", i)
	}
	gate.WriteString("version: 1\nkind: gate\nname: large\nposts:\n")
	for i := range 2_000 {
		fmt.Fprintf(&gate, "  - {like: post.yaml, name: p%d, country: VN, hours: always}\n", i)
	}
	texts := crossings()
	texts["shared/post.yaml"], texts["shared/gate.yaml"] = post.String(), gate.String()
	inFolder(t, texts)
	_, err := LoadScenario("mine.yaml", nil)
	assert.ErrorContains(t, err, "the items take more than 1000000 values from the files that they are like")
}

func TestPatternsAreListedApart(t *testing.T) {
	var kinds, names []string
	for _, e := range Patterns() {
		kinds, names = append(kinds, string(e.Kind)), append(names, e.Name)
		assert.NotEmpty(t, e.Title, e.Name)
	}
	assert.Contains(t, names, "lao-bao-densavanh")
	assert.Contains(t, names, "standard-post")
	assert.Equal(t, "gate", kinds[0])
	assert.Equal(t, "post", kinds[len(kinds)-1])
	for _, e := range List() {
		assert.NotContains(t, names, e.Name)
	}
}

func TestFileLiesBelowThoseThatUseIt(t *testing.T) {
	inFolder(t, crossings())
	problems := &strict.Problems{}
	world, ok := chain{source: source{problems: problems}}.world("mine.yaml", nil)
	require.True(t, ok)
	assert.Equal(t, []string{"shared/post.yaml", "shared/gate.yaml", "mine.yaml"}, world.files)
}
