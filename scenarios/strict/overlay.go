package strict

import "slices"

// Overlay lays one tree over another and returns the result; neither is changed.
//   - Mappings merge key by key, unless atomic says of either that it is one thing ({value: 84 km, fact: B090}); then the upper replaces it.
//   - Lists whose items are all mappings with a name merge by name: known names in the order of the base, new ones at the end.
//     A known one that is absent above (`{name: weighbridge, absent: true}`) is left out.
//   - Everything else is replaced by what is above.
//
// What replaces another value knows it, see Below.
// A name that stands twice in one list is kept twice, so that the reader of the list reports it. atomic may be nil.
func Overlay(base, over *Node, atomic func(*Node) bool) *Node {
	switch {
	case base == nil:
		return over
	case over == nil:
		return base
	case base.IsMap() && over.IsMap() && !oneThing(base, atomic) && !oneThing(over, atomic):
		return overlayMaps(base, over, atomic)
	case allNamed(base) && allNamed(over):
		return overlayLists(base, over, atomic)
	}
	return over.onto(base)
}

func oneThing(n *Node, atomic func(*Node) bool) bool {
	return atomic != nil && atomic(n)
}

func overlayMaps(base, over *Node, atomic func(*Node) bool) *Node {
	merged := *base
	merged.entries = append([]entry(nil), base.entries...)
	place := make(map[string]int, len(base.entries))
	for i, e := range base.entries {
		place[e.key.text] = i
	}
	for _, e := range over.entries {
		i, known := place[e.key.text]
		if !known {
			merged.entries = append(merged.entries, e)
			continue
		}
		below := merged.entries[i]
		merged.entries[i].value = Overlay(below.value, e.value, atomic)
		if merged.entries[i].value.where == e.value.where {
			merged.entries[i].key = e.key
		}
	}
	return &merged
}

// allNamed answers whether a node is a list of named mappings; an empty list is not, because it says that there is nothing.
func allNamed(n *Node) bool {
	for _, item := range n.items {
		if _, named := item.Name(); !named {
			return false
		}
	}
	return n.IsList() && len(n.items) > 0
}

func overlayLists(base, over *Node, atomic func(*Node) bool) *Node {
	items := append([]*Node(nil), base.items...)
	place := map[string]int{}
	for i, item := range base.items {
		name, _ := item.Name()
		if _, twice := place[name]; !twice {
			place[name] = i
		}
	}
	taken := map[string]bool{}
	for _, item := range over.items {
		name, _ := item.Name()
		i, known := place[name]
		switch {
		case !known || taken[name]:
			items = append(items, item)
		case item.Absent():
			items[i] = nil
		default:
			items[i] = Overlay(items[i], item, atomic)
		}
		taken[name] = true
	}
	return base.Holding(slices.DeleteFunc(items, func(n *Node) bool { return n == nil }))
}
