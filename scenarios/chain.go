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
	p := newPile()
	if !c.gather(name, v, p) {
		return layers{}, false
	}
	world := p.world()
	world.taken = c.taken
	return world, true
}

// gather puts a file on a pile, above those that it is built upon. A file that several others are
// built upon lies there once.
func (c chain) gather(name string, v *strict.Value, p *pile) bool {
	id, _ := c.identify(name)
	here := c.and(step{id, name})
	if !c.ends(here, v) {
		return false
	}
	ok, done := p.done[id]
	if !done {
		ok = c.opened(name, v, here, p)
		p.done[id] = ok
	}
	return ok
}

// opened reads a file, the last of the trail, for a pile.
func (c chain) opened(name string, v *strict.Value, here []step, p *pile) bool {
	doc, ok := c.open(name, v)
	if !ok || !c.isRunnable(doc.tree, v, name) {
		return false
	}
	return chain{source: c.within(doc.folder), trail: here}.put(doc.tree, p)
}

// put lays the last file of the trail on a pile, above those that it is built upon.
func (c chain) put(tree *strict.Node, p *pile) bool {
	top := strict.Read(tree, c.problems)
	if !header(top, CorridorFile, ScenarioFile) {
		return false
	}
	bases, ok := basesOf(top)
	for _, basis := range bases {
		below, read := basis.AsText()
		ok = read && c.gather(below, basis, p) && ok
	}
	return ok && p.put(c, top, len(bases) == 0)
}

// on is the chain when names stand for the shipped files of another kind.
func (c chain) on(shelf Kind) chain {
	c.shelf = shelf
	return c
}

// and is the trail with one more step.
func (c chain) and(s step) []step { return append(slices.Clone(c.trail), s) }

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

// basesOf are the values that name what a file is built upon, a corridor or other files, from the
// lowest to the uppermost; none if it stands alone.
func basesOf(top *strict.Map) (bases []*strict.Value, ok bool) {
	corridor, onCorridor := top.At("corridor")
	extends, onOthers := top.At("extends")
	switch {
	case onCorridor && onOthers:
		extends.Problem(words.Say("scenario.two-bases", "place", corridor.Pos().String()), words.Phrase{}, words.Say("scenario.two-bases-help"))
		return []*strict.Value{corridor}, true
	case onCorridor:
		return []*strict.Value{corridor}, true
	case !onOthers:
		return nil, true
	case extends.IsList():
		return severalBases(top)
	}
	return []*strict.Value{extends}, true
}

// severalBases reads a list of files, each of which stands there once.
func severalBases(top *strict.Map) (bases []*strict.Value, ok bool) {
	all := top.ListOfSome("extends")
	ok = len(all) > 0
	for i, v := range all {
		twice := slices.ContainsFunc(all[:i], func(other *strict.Value) bool { return other.Node().Text() == v.Node().Text() })
		if twice && v.IsScalar() {
			v.Problem(words.Say("scenario.base-twice", "name", v.Node().Text()), words.Phrase{}, words.Say("strict.delete-one"))
			ok = false
		}
	}
	return all, ok
}

// isRunnable refuses a study, cases, a gate pair and a post where a corridor or scenario is wanted.
func (c chain) isRunnable(tree *strict.Node, v *strict.Value, name string) bool {
	var what, help words.Phrase
	kind := Kind(textOf(tree, "kind"))
	switch kind {
	case StudyFile:
		what = words.Say("scenario.is-a-study", "name", name)
	case CasesFile:
		what = words.Say("scenario.are-cases", "name", name)
	case SweepFile:
		what = words.Say("scenario.is-a-sweep", "name", name)
	case GateFile, PostFile:
		what, _ = isAnother(name, kind, "")
	default:
		return true
	}
	if v == nil {
		v, _ = strict.Read(tree, c.problems).At("kind")
		help, _ = verbInstead(kind, name)
	}
	v.Problem(what, words.Phrase{}, help)
	return false
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
