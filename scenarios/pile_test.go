package scenarios

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// bases are two corridors that have nothing in common but their countries.
func bases() map[string]string {
	return map[string]string{
		"one.yaml": `version: 1
kind: corridor
name: one
title: The first
countries: [{name: VN}, {name: LA}]
fleet: {hour: 7 USD/h}
gates: [{name: first, posts: [{name: A, country: VN, hours: always}, {name: B, country: LA, hours: always}]}]
flows: [{name: over A, from: A, to: B, arrivals: {rate: 10/day}, return: {mode: none}}]
`,
		"two.yaml": `version: 1
kind: corridor
name: two
countries: [{name: LA}, {name: VN}]
fleet: {hour: 8 USD/h}
gates: [{name: second, posts: [{name: C, country: VN, hours: always}, {name: D, country: LA, hours: always}]}]
flows: [{name: over C, from: C, to: D, arrivals: {rate: 20/day}, return: {mode: none}}]
`,
	}
}

const onBoth = "version: 1\nkind: corridor\nname: mine\nextends: [one.yaml, two.yaml]\n"

func TestFilesAreLaidOverOneAnotherFromFirstToLast(t *testing.T) {
	texts := bases()
	texts["mine.yaml"] = onBoth + "flows: [{name: over C, arrivals: {rate: 30/day}}]\n"
	s := loaded(t, texts)
	c := s.Setup.Corridor
	assert.Equal(t, "mine", c.Name)
	assert.Equal(t, "The first", c.Title)
	assert.Equal(t, []string{"first", "second"}, []string{c.Gates[0].Name, c.Gates[1].Name})
	assert.Equal(t, []string{"over A", "over C"}, []string{c.Flows[0].Name, c.Flows[1].Name})
	assert.Equal(t, "8 USD/h", input(t, s, "fleet.hour").Value, "the last one wins")
	assert.Equal(t, "30/day", input(t, s, "flows[over C].arrivals.rate").Value, "the file itself wins over all")
	assert.Equal(t, []string{"one.yaml", "two.yaml", "mine.yaml"}, s.world.files)
	assert.Empty(t, s.Warnings.All())
}

func TestListOfOneFileIsThatFile(t *testing.T) {
	texts := bases()
	texts["mine.yaml"] = "version: 1\nkind: corridor\nname: mine\nextends: [one.yaml]\n"
	list := loaded(t, texts)
	texts["mine.yaml"] = "version: 1\nkind: corridor\nname: mine\nextends: one.yaml\n"
	assert.Equal(t, printed(loaded(t, texts)), printed(list))
}

// Were the file that both are built upon laid twice, it would undo what the first of them changes.
func TestFileThatTwoAreBuiltUponIsLaidOnce(t *testing.T) {
	texts := bases()
	texts["more.yaml"] = "version: 1\nkind: scenario\nname: more\nextends: one.yaml\nflows: [{name: over A, arrivals: {rate: 40/day}}]\n"
	texts["dear.yaml"] = "version: 1\nkind: scenario\nname: dear\nextends: one.yaml\nfleet: {hour: 9 USD/h}\n"
	texts["mine.yaml"] = "version: 1\nkind: scenario\nname: mine\nextends: [more.yaml, dear.yaml]\n"
	s := loaded(t, texts)
	assert.Equal(t, "40/day", input(t, s, "flows[over A].arrivals.rate").Value)
	assert.Equal(t, "9 USD/h", input(t, s, "fleet.hour").Value)
	assert.Equal(t, []string{"one.yaml", "more.yaml", "dear.yaml", "mine.yaml"}, s.world.files)
	assert.Empty(t, s.Warnings.All(), "a file that is built upon another means to change it")
}

func TestTwoMeaningsOfOneNameAreWarnedOf(t *testing.T) {
	texts := bases()
	texts["two.yaml"] = replaced(t, texts["two.yaml"], "name: over C", "name: over A")
	texts["mine.yaml"] = onBoth
	inFolder(t, texts)
	s, err := LoadScenario("mine.yaml", nil)
	require.NoError(t, err)
	assert.Contains(t, s.Warnings.Text(english(t)), "two.yaml:7:16: warning: flows[over A].name: `flows` has another over A, at one.yaml:8:9; this one is laid over it")
}

// Files of which each is built upon the two before it lead to their beginning in ever more ways.
func TestEveryFileIsReadOnce(t *testing.T) {
	texts := bases()
	texts["b0.yaml"], texts["b1.yaml"] = texts["one.yaml"], texts["two.yaml"]
	for i, name := range []string{"b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10", "b11", "b12", "b13"} {
		before := []string{"b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10", "b11", "b12"}[i : i+2]
		texts[name+".yaml"] = "version: 1\nkind: scenario\nname: s\nextends: [" + before[0] + ".yaml, " + before[1] + ".yaml]\n"
	}
	texts["mine.yaml"] = "version: 1\nkind: scenario\nname: mine\nextends: b13.yaml\n"
	assert.Len(t, loaded(t, texts).world.files, 15)
}
