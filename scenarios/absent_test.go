package scenarios

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestItemIsLeftOutOfTheListBelow(t *testing.T) {
	base := laidOver(t, "").Setup.Corridor
	less := laidOver(t, toPost+"        stages: [{name: documents, absent: true}]\n        stations: [{name: officers, absent: true}]\n").Setup.Corridor
	before, after := base.Gates[0].Posts[0], less.Gates[0].Posts[0]
	assert.Equal(t, []string{"lanes", "officers"}, stationsOf(before))
	assert.Equal(t, []string{"lanes"}, stationsOf(after))
	assert.Len(t, before.Stages, 2)
	assert.Len(t, after.Stages, 1)
	assert.Equal(t, "gate-in", after.Stages[0].Name)
	assert.Equal(t, base.Gates[0].Posts[1], less.Gates[0].Posts[1], "the other post keeps its own")
}

func TestPostLacksWhatThePatternHas(t *testing.T) {
	texts := crossings()
	texts["shared/gate.yaml"] = replaced(t, texts["shared/gate.yaml"], "[{name: officers, servers: 1}]",
		"[{name: officers, absent: true}], stages: [{name: documents, absent: true}]")
	posts := loaded(t, texts).Setup.Corridor.Gates[0].Posts
	assert.Equal(t, []string{"lanes", "officers"}, stationsOf(posts[0]))
	assert.Equal(t, []string{"lanes"}, stationsOf(posts[1]))
	assert.Len(t, posts[1].Stages, 1)
}

func TestFileDropsAFlowOfTheFilesItIsBuiltUpon(t *testing.T) {
	texts := bases()
	texts["mine.yaml"] = onBoth + "flows: [{name: over A, absent: true}]\ngates: [{name: first, absent: true}]\n"
	s := loaded(t, texts)
	assert.Len(t, s.Setup.Corridor.Flows, 1)
	assert.Equal(t, "over C", s.Setup.Corridor.Flows[0].Name)
	assert.Len(t, s.Setup.Corridor.Gates, 1)
	assert.Empty(t, s.Warnings.All())
}

func TestWhatWasLeftOutCanComeBackWhole(t *testing.T) {
	texts := bases()
	texts["less.yaml"] = "version: 1\nkind: scenario\nname: less\nextends: [one.yaml, two.yaml]\nflows: [{name: over A, absent: true}]\n"
	texts["mine.yaml"] = "version: 1\nkind: scenario\nname: mine\nextends: less.yaml\nflows: [{name: over A, from: B, to: A, arrivals: {rate: 1/day}, return: {mode: none}}]\n"
	flows := loaded(t, texts).Setup.Corridor.Flows
	assert.Equal(t, []string{"over C", "over A"}, []string{flows[0].Name, flows[1].Name})
	assert.Equal(t, "B", flows[1].From)
}
