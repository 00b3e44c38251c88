package strict

import "golang.org/x/text/unicode/norm"

type kind uint8

const (
	scalar kind = iota
	mapping
	list
)

// Node is a value in a tree: a text, a mapping or a list. It knows where it was written, in which layer, and never changes,
// so that trees may share parts. Texts and keys are in Unicode normal form C, in which Lao Bảo is written one way only.
type Node struct {
	kind    kind
	text    string
	quoted  bool
	entries []entry
	items   []*Node
	where   span
	usedAt  Pos
	below   *Node // what it took the place of
	broken  bool  // a problem about it is already on record; reading it fails in silence
}

// entry is one key of a mapping with its value.
type entry struct {
	key, value *Node
}

// IsScalar answers whether the node is a text, a number or empty.
func (n *Node) IsScalar() bool { return n.kind == scalar }

// IsMap answers whether the node is a mapping.
func (n *Node) IsMap() bool { return n.kind == mapping }

// IsList answers whether the node is a list.
func (n *Node) IsList() bool { return n.kind == list }

// IsEmpty answers whether nothing is written: no value after the key, ~ or null.
func (n *Node) IsEmpty() bool {
	return n.kind == scalar && !n.quoted && nullText(n.text)
}

// Text is the text of a scalar without quotes; empty for mappings and lists.
func (n *Node) Text() string { return n.text }

// Keys lists the keys of a mapping in the order of the file.
func (n *Node) Keys() []string {
	keys := make([]string, len(n.entries))
	for i, e := range n.entries {
		keys[i] = e.key.text
	}
	return keys
}

// Child is the value of a key of a mapping.
func (n *Node) Child(key string) (*Node, bool) {
	if e, found := n.entry(key); found {
		return e.value, true
	}
	return nil, false
}

// Items lists the items of a list.
func (n *Node) Items() []*Node { return append([]*Node(nil), n.items...) }

// Name is the text under the key "name" of a mapping, by which lists of named things are addressed and merged.
func (n *Node) Name() (string, bool) {
	name, found := n.Child("name")
	if !found || !name.IsScalar() || name.IsEmpty() {
		return "", false
	}
	return name.text, true
}

// Absent answers whether an item of a list says that the item of its name below it is to be left out.
func (n *Node) Absent() bool {
	absent, found := n.Child("absent")
	return found && absent.IsScalar() && !absent.quoted && absent.text == "true"
}

// Pos is where the node is written; for an alias, where its anchor is.
func (n *Node) Pos() Pos { return n.where.pos() }

// Layer says which file or assignment wrote the node.
func (n *Node) Layer() Layer { return n.where.src.layer }

func (n *Node) entry(key string) (entry, bool) {
	for _, e := range n.entries {
		if e.key.text == key {
			return e, true
		}
	}
	return entry{}, false
}

// with gives a copy of a mapping in which a key has another value; a new key goes to the end.
func (n *Node) with(key, value *Node) *Node {
	changed := *n
	changed.entries = append([]entry(nil), n.entries...)
	for i, e := range changed.entries {
		if e.key.text == key.text {
			changed.entries[i] = entry{key, value}
			return &changed
		}
	}
	changed.entries = append(changed.entries, entry{key, value})
	return &changed
}

func nullText(text string) bool {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}

// normal is the form in which texts are kept and compared.
func normal(text string) string { return norm.NFC.String(text) }
