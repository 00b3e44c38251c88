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

// ItemPath is the path of a named item of the list at a path.
func ItemPath(list, name string) string { return itemPath(list, name, 0) }
