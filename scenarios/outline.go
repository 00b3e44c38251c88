package scenarios

import (
	"embed"
	"strings"

	"hanhlang/corridors"
	"hanhlang/scenarios/strict"
)

// Outline is what the readers of a kind of file ask of it. They are asked by having them read drafts, which a test finds by trying what
// they ask for (`go test -tags slow ./scenarios -run Explored -update`). What comes to a scenario by `extends` or `like` is read as it is written
// out: an overlay may leave out what is required here. Under "law" stands what every law looks like.
func Outline(kind Kind) *strict.Outline {
	o := &strict.Outline{}
	data, err := drafts.ReadFile("drafts/" + string(kind) + ".txt")
	if err != nil {
		panic("scenarios: no drafts of a " + string(kind) + ": " + err.Error())
	}
	read := outliner(kind)
	for draft := range strings.Lines(string(data)) {
		o.Take(draft, read)
	}
	return o
}

//go:embed drafts/*.txt
var drafts embed.FS

// outliner is the reader of a kind of file, for drafts.
func outliner(kind Kind) func(top *strict.Map) {
	facts := &facts{byID: make(map[string]corridors.Fact)}
	switch kind {
	case StudyFile:
		return func(top *strict.Map) { isStudy(top, ""); drafted(top, facts).study(top) }
	case SweepFile:
		return func(top *strict.Map) { isSweep(top, ""); (&sweepReader{*drafted(top, facts)}).sweep(top) }
	case CasesFile:
		return func(top *strict.Map) {
			isCases(top, "")
			(&casesReader{*drafted(top, facts), make(map[string]*Study)}).cases(top)
		}
	case lawDef:
		return func(top *strict.Map) {
			if v, there := top.At(lawDef); there {
				newReader(layers{}, facts, top.Problems()).lawOf(v)
			}
		}
	case factsFile:
		return func(top *strict.Map) { factFile(top, facts) }
	}
	return func(top *strict.Map) { outlineScenario(top, facts) }
}

// outlineScenario reads a draft of a corridor or scenario: what it is built upon, what its gates and posts are like, and what it says.
func outlineScenario(top *strict.Map, facts *facts) {
	c := chain{source: source{problems: top.Problems()}}
	bases, _ := basesOf(top)
	for _, basis := range bases {
		basis.AsText()
	}
	newLikeness().sheetOf(c, top)
	newReader(layers{tree: top.Node()}, facts, top.Problems()).scenarioOf(top)
}

// drafted is a reader of a draft of a study, sweep or cases.
func drafted(top *strict.Map, facts *facts) *studyReader {
	return &studyReader{
		problems: top.Problems(), facts: facts, memory: newMemory(), settings: newSettings(nil),
		chain:   chain{source: source{problems: top.Problems()}, trail: []step{{"", ""}}},
		grounds: make(map[string]*ground), stands: make(map[string]*ground), measure: make(map[string][]string), likeness: newLikeness(),
	}
}
