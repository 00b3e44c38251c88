package scenarios

import (
	"maps"
	"slices"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// layers is a tree of what exists, put together from files that lie over one another, with what was
// noted on the way. Paths are those of the tree.
type layers struct {
	tree    *strict.Node
	files   []string          // from the lowest to the uppermost
	strange map[string]bool   // items that change something which is not there: reported, not read
	added   map[string]bool   // items that an upper layer added to a list
	taken   *Taken            // where files are noted that figures are read from; may be nil
	arrive  map[string]string // arrivals: the key by which the uppermost layer chose their kind
}

// under lays a file, or an overlay of a study, over the layers.
func (l layers) under(s sheet) layers {
	out := layers{strange: union(l.strange, s.strange), added: union(l.added, s.added), arrive: union(l.arrive, s.arrive), taken: l.taken}
	out.files = slices.Concat(l.files, s.files)
	if l.tree != nil {
		out.compare(l.tree, s.over)
	}
	out.tree = strict.Overlay(l.tree, s.over.Node(), atomic)
	return out
}

// set lays assignments over the layers.
func (l layers) set(sets []string, problems *strict.Problems) layers {
	l.tree = strict.Set(l.tree, sets, problems)
	return l
}

// latest is the one of two values that do not go together in which the mistake is to be looked for:
// that of the upper layer, else the first.
func (l layers) latest(a, b *strict.Value) *strict.Value {
	if l.height(b) > l.height(a) {
		return b
	}
	return a
}

// height of the layer that wrote a value; assignments lie above all files.
func (l layers) height(v *strict.Value) int {
	if v.Layer().Set {
		return len(l.files)
	}
	for i := len(l.files) - 1; i >= 0; i-- {
		if l.files[i] == v.Layer().File {
			return i
		}
	}
	return -1
}

// union is a map with what is in either; what is in both is taken from the second.
func union[T any](one, other map[string]T) map[string]T {
	out := make(map[string]T, len(one)+len(other))
	maps.Copy(out, one)
	maps.Copy(out, other)
	return out
}

// compare walks down an upper layer beside what is below it and notes what will meet there.
func (l layers) compare(base *strict.Node, over *strict.Map) {
	for _, key := range over.Keys() {
		below, there := base.Child(key)
		v, _ := over.At(key)
		switch {
		case !there:
		case v.IsMap() && below.IsMap() && !atomic(v.Node()) && !atomic(below):
			m, _ := v.AsMap()
			if key == "arrivals" {
				l.chooseArrivals(m)
			}
			l.compare(below, m)
		case v.IsList() && below.IsList():
			l.compareItems(key, below.Items(), v)
		}
	}
}

// chooseArrivals notes by which key an upper layer says when vehicles come: it takes the place of
// what the layers below say.
func (l layers) chooseArrivals(m *strict.Map) {
	if kinds := writtenKinds(m.Node()); len(kinds) == 1 {
		l.arrive[m.Path()] = kinds[0]
	}
}

// compareItems matches the items of two lists by their names. One that the base does not have is a
// new one if it is complete, and a slip of the pen if it is not.
func (l layers) compareItems(list string, base []*strict.Node, over *strict.Value) {
	names, byName := named(base)
	if len(names) == 0 {
		return
	}
	items, _ := over.AsList()
	for _, item := range items {
		m, ok := asMap(item)
		if !ok {
			continue
		}
		name, has := item.Name()
		below, there := byName[name]
		switch {
		case !has:
			l.strange[over.Path()] = true
			m.Problem(words.Say("strict.missing", "key", "name"), among(names), words.Say("scenario.name-what-changes"))
		case saysAbsent(item.Node()):
			l.leaveOut(list, m, names)
		case there:
			l.compare(below, m)
		default:
			l.added[item.Path()] = true
			l.stranger(list, m, names)
		}
	}
}

// stranger reports an item that is neither in the base nor complete.
func (l layers) stranger(list string, m *strict.Map, names []string) {
	lacks := lacking(list, "", m.Node())
	if len(lacks) == 0 {
		return
	}
	told := l.strangeWithin(m.Path())
	l.strange[m.Path()] = true
	if told {
		return
	}
	v, _ := m.At("name")
	name := v.Node().Text()
	what := words.Say("scenario.stranger", "list", list, "name", name)
	if near, found := strict.Nearest(name, names); found {
		v.Problem(what, words.Phrase{}, words.Say("strict.did-you-mean", "near", near))
		return
	}
	v.Problem(what, among(names), words.Say("scenario.new-needs", "keys", words.And(lacks...)))
}

// strangeWithin says whether an item holds one that was reported when it was laid over what it is like:
// what it lacks is that one's.
func (l layers) strangeWithin(path string) bool {
	for strange := range l.strange {
		if strings.HasPrefix(strange, path+".") {
			return true
		}
	}
	return false
}

// named lists the names of items in order, and finds the items by them.
func named(items []*strict.Node) (names []string, byName map[string]*strict.Node) {
	byName = make(map[string]*strict.Node)
	for _, item := range items {
		if name, has := item.Name(); has {
			names, byName[name] = append(names, name), item
		}
	}
	return names, byName
}

// asMap reads a value as a mapping if it is one, and says nothing if it is not.
func asMap(v *strict.Value) (*strict.Map, bool) {
	if !v.IsMap() {
		return nil, false
	}
	return v.AsMap()
}
