package scenarios

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// mostLike is how many values the items of the files that are read together may take over.
const mostLike = 1_000_000

// likeness fills in what items take from the files that they are like: a gate pair from a file of
// gates, a post from one of posts. The file lies under the item, as what a scenario extends lies under
// the scenario. It is done before files are laid over one another, so that what reads the tree sees
// gates and posts written out, each value with the place where it was written.
type likeness struct {
	layers // what was noted on the way, and the files that were used
	opened map[string]document
	copier strict.Copier
	failed bool
}

func newLikeness() *likeness {
	return &likeness{layers: noted(), opened: make(map[string]document), copier: strict.Copier{Most: mostLike}}
}

// shelfFor is the kind of the files that the items of a list can be like, and the list in these items
// whose own items can be like others.
func shelfFor(list string) (shelf Kind, inner string) {
	if list == "gates" {
		return GateFile, "posts"
	}
	return PostFile, ""
}

// fill writes out the items of a list in a mapping; c finds the files that are named there.
func (l *likeness) fill(c chain, m *strict.Map, list string) *strict.Node {
	v, there := m.At(list)
	if !there || !v.IsList() {
		return m.Node()
	}
	items, _ := v.AsList()
	filled := make(map[*strict.Node]*strict.Node)
	for _, item := range items {
		if in, ok := asMap(item); ok {
			filled[item.Node()] = l.item(c, in, list, v.Path())
		}
	}
	all := v.Node().Items()
	for i, item := range all {
		if full, ok := filled[item]; ok {
			all[i] = full
		}
	}
	return m.Node().Replace(list, v.Node().Holding(all))
}

// item writes out one item of the list at a path.
func (l *likeness) item(c chain, m *strict.Map, list, path string) *strict.Node {
	shelf, inner := shelfFor(list)
	v, there := m.At("like")
	if !there || m.Node().Absent() {
		return l.inside(c, m, inner)
	}
	pattern, next, ok := l.pattern(c.on(shelf), v)
	if !ok {
		l.failed = true
		return m.Node().Without("like")
	}
	own := strict.Overlay(pattern.Only("name"), m.Node().Without("like"), nil)
	name, _ := own.Name()
	at := func(n *strict.Node) *strict.Map { return strict.ReadAt(n, strict.ItemPath(path, name), c.problems) }
	below := l.item(next, at(strict.Overlay(pattern, own.Only("name"), nil)), list, path)
	own = l.inside(c, at(own), inner)
	l.compare(below, at(own))
	return strict.Overlay(below, own, atomic)
}

// inside writes out the items of the list in an item, where it has one.
func (l *likeness) inside(c chain, m *strict.Map, list string) *strict.Node {
	if list == "" {
		return m.Node()
	}
	return l.fill(c, m, list)
}

// pattern reads the file that an item is like, without the header, and gives the chain that leads on
// from there. The tree is a copy: the same value in two posts is two figures.
func (l *likeness) pattern(c chain, v *strict.Value) (body *strict.Node, next chain, ok bool) {
	name, ok := v.AsText()
	if !ok {
		return nil, chain{}, false
	}
	id, _ := c.identify(name)
	here := c.and(step{id, name})
	if !c.ends(here, v) {
		return nil, chain{}, false
	}
	doc, ok := l.open(c, id, name, v)
	if !ok {
		return nil, chain{}, false
	}
	body, within := l.copier.Copy(doc.tree.Without("version", "kind", "title"), v.Pos())
	if !within {
		v.Problem(words.Say("scenario.like-too-often", "limit", mostLike), words.Phrase{}, words.Phrase{})
		return nil, chain{}, false
	}
	return body, chain{source: c.within(doc.folder), trail: here}, true
}

// open reads a file that an item is like, once, and puts it below all files that were used before it.
func (l *likeness) open(c chain, id, name string, v *strict.Value) (document, bool) {
	doc, known := l.opened[id]
	if !known {
		if found, ok := c.open(name, v); ok && c.isPattern(found.tree, v, name) {
			doc = found
		}
		l.opened[id] = doc
	}
	if doc.tree == nil {
		return doc, false
	}
	file := doc.tree.Layer().File
	others := slices.DeleteFunc(l.files, func(other string) bool { return other == file })
	l.files = slices.Insert(others, 0, file)
	return doc, true
}

// isPattern reads the header of a file that an item is like.
func (c chain) isPattern(tree *strict.Node, v *strict.Value, name string) bool {
	kind := Kind(textOf(tree, "kind"))
	if kind != "" && kind != c.shelf && aKind(kind).ID != "" {
		what, help := isAnother(name, kind, c.shelf)
		v.Problem(what, words.Phrase{}, help)
		return false
	}
	before := c.problems.Len()
	top := strict.Read(tree, c.problems)
	header(top, c.shelf)
	top.Text("title")
	return c.problems.Len() == before
}

// unlike refuses a `like` that is still there when a gate or post is read: files have been laid over one
// another by then, so a setting wrote it.
func unlike(m *strict.Map) {
	if v, there := m.At("like"); there {
		v.Problem(words.Say("scenario.like-set"), words.Phrase{}, words.Say("scenario.absent-set-help"))
	}
}

// isAnother says that a file of one kind is named where another is wanted, and how it is used.
func isAnother(name string, found, wanted Kind) (what, help words.Phrase) {
	what = words.Say("scenario.is-another", "name", name, "found", aKind(found), "wanted", aKind(wanted))
	switch {
	case wanted == "" && found == GateFile:
		return what, words.Say("scenario.use-gate", "name", name)
	case wanted == "" && found == PostFile:
		return what, words.Say("scenario.use-post", "name", name)
	}
	return what, words.Say("scenario.see-list")
}

// isOf reads the header of a file and says whether the kind that a verb takes follows it; of another kind it says what is wrong, and
// which verb takes that.
func isOf(top *strict.Map, name string, wanted Kind, what words.Phrase) bool {
	kind := Kind(textOf(top.Node(), "kind"))
	help, known := verbInstead(kind, name)
	if kind == wanted || !known {
		return header(top, wanted)
	}
	v, _ := top.At("kind")
	v.Problem(what, words.Phrase{}, help)
	return false
}

// verbInstead names the verb that takes a kind of file, or what takes a file that is only a part; false for what is no kind of these.
func verbInstead(kind Kind, name string) (help words.Phrase, known bool) {
	switch kind {
	case StudyFile:
		return words.Say("scenario.compare-instead", "name", name), true
	case CorridorFile, ScenarioFile:
		return words.Say("scenario.run-instead", "name", name), true
	case CasesFile:
		return words.Say("scenario.verify-instead", "name", name), true
	case SweepFile:
		return words.Say("scenario.sweep-instead", "name", name), true
	case GateFile, PostFile:
		_, help = isAnother(name, kind, "")
		return help, true
	}
	return words.Phrase{}, false
}

// aKind names a kind of file; nothing stands for all that can be run.
func aKind(kind Kind) words.Phrase {
	switch kind {
	case CorridorFile:
		return words.Say("scenario.a-corridor")
	case ScenarioFile:
		return words.Say("scenario.a-scenario")
	case StudyFile:
		return words.Say("scenario.a-study")
	case CasesFile:
		return words.Say("scenario.cases")
	case SweepFile:
		return words.Say("scenario.a-sweep")
	case GateFile:
		return words.Say("scenario.a-gate")
	case PostFile:
		return words.Say("scenario.a-post")
	case "":
		return words.Say("scenario.what-runs")
	}
	return words.Phrase{}
}
