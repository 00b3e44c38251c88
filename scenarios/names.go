package scenarios

import (
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// names are what other parts of a file refer to.
type names struct {
	order   []string
	first   map[string]*strict.Value // where each is written
	used    map[string]bool
	unsure  bool                           // some could not be read: a name that is not there may be one of those
	unknown func(name string) words.Phrase // a name that is not among them is used
	idle    func(name string) words.Phrase // one of them is not used
}

func newNames(unknown, idle func(name string) words.Phrase) *names {
	return &names{first: make(map[string]*strict.Value), used: make(map[string]bool), unknown: unknown, idle: idle}
}

// add takes in the name of an item. Names of several lists meet here, so a second one of the same
// name is possible: it is returned, where the first stands.
func (n *names) add(m *strict.Map) (before *strict.Value, taken bool) {
	name, ok := m.Node().Name()
	if !ok {
		n.unsure = true
		return nil, false
	}
	if before, taken = n.first[name]; taken {
		return before, true
	}
	v, _ := m.At("name")
	n.order, n.first[name] = append(n.order, name), v
	return nil, false
}

// addAll takes in the names of a list.
func (n *names) addAll(items []*strict.Map, sure bool) {
	for _, m := range items {
		n.add(m)
	}
	n.unsure = n.unsure || !sure
}

// find reads a name that must be one of them.
func (n *names) find(m *strict.Map, key string) (string, bool) {
	v, there := m.At(key)
	if !there {
		return "", false
	}
	return n.findValue(v)
}

func (n *names) findValue(v *strict.Value) (string, bool) {
	name, ok := v.AsText()
	if !ok {
		return "", false
	}
	if _, known := n.first[name]; known {
		n.used[name] = true
		return name, true
	}
	if !n.unsure {
		report(v, n.unknown(name), name, n.order)
	}
	return "", false
}

// unused lists what nobody refers to, in order.
func (n *names) unused() []*strict.Value {
	var out []*strict.Value
	for _, name := range n.order {
		if !n.used[name] {
			out = append(out, n.first[name])
		}
	}
	return out
}

// report puts an unknown name on record, with the name that was probably meant or those there are.
func report(v *strict.Value, what words.Phrase, name string, names []string) {
	if near, found := strict.Nearest(name, names); found {
		v.Problem(what, words.Phrase{}, words.Say("strict.did-you-mean", "near", near))
		return
	}
	v.Problem(what, among(names), words.Phrase{})
}

// listed is how many names are listed at most where none is near.
const listed = 12

// among lists names: one of them is wanted.
func among(names []string) words.Phrase {
	items := make([]any, 0, listed+1)
	for _, name := range names[:min(listed, len(names))] {
		items = append(items, name)
	}
	if more := len(names) - listed; more > 0 {
		items = append(items, words.Say("strict.others", "count", more))
	}
	return words.Or(items...)
}
