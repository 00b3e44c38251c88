package strict

import "slices"

// Only is a mapping with these of its keys and no other.
func (n *Node) Only(keys ...string) *Node {
	return n.keeping(func(key string) bool { return slices.Contains(keys, key) })
}

// Without is a mapping without these keys.
func (n *Node) Without(keys ...string) *Node {
	return n.keeping(func(key string) bool { return !slices.Contains(keys, key) })
}

func (n *Node) keeping(keep func(key string) bool) *Node {
	part := *n
	part.entries = nil
	for _, e := range n.entries {
		if keep(e.key.text) {
			part.entries = append(part.entries, e)
		}
	}
	return &part
}

// Replace is a mapping in which a key that it has leads to another value.
func (n *Node) Replace(key string, value *Node) *Node {
	if e, found := n.entry(key); found {
		return n.with(e.key, value)
	}
	return n
}

// Holding is a list, in its place, that holds other items.
func (n *Node) Holding(items []*Node) *Node {
	changed := *n
	changed.items = items
	return &changed
}

// ReadAt begins the typed reading of a mapping that stands somewhere in a document, such as at gates[Lao Bảo–Densavanh].
func ReadAt(node *Node, path string, problems *Problems) *Map {
	return &Map{node: node, path: path, problems: problems}
}

// Instead is the mapping as it is after something in it was written out.
func (m *Map) Instead(node *Node) *Map {
	return &Map{node: node, path: m.path, problems: m.problems, outline: m.outline}
}

// Overlaying is a mapping that is laid over a scenario: its paths begin with it, and its values say that they stand in a part of the file.
func (m *Map) Overlaying(part string) *Map {
	if m.outline != nil {
		m.outline.overlay = true
	}
	return Read(m.node.OfPart(part), m.problems)
}

// Freely says that a value is taken as it is, because what it must be is said elsewhere.
func (v *Value) Freely() *Value {
	if v.outline != nil {
		v.outline.free = true
	}
	return v
}

// ItemPath is the path of a named item of the list at a path.
func ItemPath(list, name string) string { return itemPath(list, name, 0) }

// Needs notes for outlines that a key must be there; who reads the mapping reports it himself if it is not.
func (m *Map) Needs(key string) {
	m.required = append(m.required, key)
	m.outline.leave(m.node.Keys(), m.required)
}

// Shared says that what stands here looks the same in many places and has a name, and gives the value without taking notes of what is in it.
func (v *Value) Shared(name string) *Value {
	if v.outline == nil {
		return v
	}
	v.outline.shared = name
	plain := *v
	plain.outline = nil
	return &plain
}

// Noted says that a value is read in a form elsewhere, or where it stands in another file.
func (v *Value) Noted(f Form) { v.outline.note(f) }

// Notes says for outlines that a key is read in a form where the mapping stands in another file.
func (m *Map) Notes(key string, f Form) {
	if m.outline != nil {
		m.outline.key(key).note(f)
	}
}

// Problems is where problems of the mapping go.
func (m *Map) Problems() *Problems { return m.problems }
