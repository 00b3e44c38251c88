package scenarios

import (
	"slices"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// chain follows the files that a scenario is built upon.
type chain struct {
	source
	trail []step // from the file asked for to the one before the next
}

// step is one file of a chain: what it is, and what it was called.
type step struct{ id, name string }

// deepest is how many files may build upon one another.
const deepest = 16

// world reads a corridor or scenario and lays it over all that it is built upon. v is the value
// that names the file, nil when the command line does.
func (c chain) world(name string, v *strict.Value) (layers, bool) {
	id, _ := c.identify(name)
	here := append(slices.Clone(c.trail), step{id, name})
	if !c.ends(here, v) {
		return layers{}, false
	}
	doc, ok := c.open(name, v)
	if !ok {
		return layers{}, false
	}
	if Kind(textOf(doc.tree, "kind")) == StudyFile {
		c.notStudy(doc.tree, v, name)
		return layers{}, false
	}
	return chain{source: source{problems: c.problems, folder: doc.folder}, trail: here}.lay(doc.tree)
}

// lay puts a file, the last of the trail, over what it is built upon.
func (c chain) lay(tree *strict.Node) (layers, bool) {
	top := strict.Read(tree, c.problems)
	if !header(top, CorridorFile, ScenarioFile) {
		return layers{}, false
	}
	basis := basisOf(top)
	if basis == nil {
		return layers{tree: tree, files: []string{top.Layer().File}}, true
	}
	basisName, ok := basis.AsText()
	if !ok {
		return layers{}, false
	}
	below, ok := c.world(basisName, basis)
	if !ok {
		return layers{}, false
	}
	return below.under(top), true
}

// ends says whether a chain comes to an end: no file twice, and no more than a person can follow.
func (c chain) ends(here []step, v *strict.Value) bool {
	last := here[len(here)-1]
	if slices.ContainsFunc(c.trail, func(s step) bool { return s.id == last.id }) {
		v.Problem(words.Say("scenario.circle", "chain", drawn(here)), words.Phrase{}, words.Say("scenario.circle-help"))
		return false
	}
	if len(here) > deepest {
		v.Problem(words.Say("scenario.too-deep", "limit", deepest, "chain", drawn(here)), words.Phrase{}, words.Say("scenario.too-deep-help"))
		return false
	}
	return true
}

// drawn writes a chain with arrows.
func drawn(chain []step) string {
	names := make([]string, len(chain))
	for i, s := range chain {
		names[i] = s.name
	}
	return strings.Join(names, " → ")
}

// basisOf is the value that names what a file is built upon, a corridor or another scenario; nil if
// it stands alone.
func basisOf(top *strict.Map) *strict.Value {
	corridor, onCorridor := top.At("corridor")
	extends, onScenario := top.At("extends")
	switch {
	case onCorridor && onScenario:
		extends.Problem(words.Say("scenario.two-bases", "place", corridor.Pos().String()), words.Phrase{}, words.Say("scenario.two-bases-help"))
		return corridor
	case onCorridor:
		return corridor
	}
	return extends
}

// notStudy reports a study where a corridor or scenario is wanted.
func (c chain) notStudy(tree *strict.Node, v *strict.Value, name string) {
	what := words.Say("scenario.is-a-study", "name", name)
	help := words.Say("scenario.compare-instead", "name", name)
	if v == nil {
		v, _ = strict.Read(tree, c.problems).At("kind")
	} else {
		help = words.Phrase{}
	}
	v.Problem(what, words.Phrase{}, help)
}

// header reads what every file begins with. It says whether to read on: of a file of quite another
// kind the rest would be misread.
func header(top *strict.Map, kinds ...Kind) bool {
	top.Require("version", "version: 1")
	top.Choice("version", "1")
	top.Require("kind", "kind: "+string(kinds[len(kinds)-1]))
	_, known := top.Choice("kind", texts(kinds)...)
	if kinds[0] != factsFile {
		top.Require("name", "name: my-"+string(kinds[len(kinds)-1]))
		top.Text("name")
	}
	_, near := strict.Nearest(textOf(top.Node(), "kind"), texts(kinds))
	return known || near || !top.Has("kind")
}
