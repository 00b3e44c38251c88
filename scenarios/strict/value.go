package strict

import (
	"strconv"

	"hanhlang/corridors/words"
)

// Value is a value in its place in a document. Its As… methods read it with a type: they put a located problem on record
// and return false when it cannot be read.
type Value struct {
	node     *Node
	key      *Node // the key it stands under; nil for an item of a list
	path     string
	problems *Problems
	help     words.Phrase
	allowed  words.Phrase // what problems say that is allowed; empty: what the type says
	outline  *Outline     // where it is noted what is asked for; nil: nowhere
}

// IsScalar answers whether the value is a text, a number or empty.
func (v *Value) IsScalar() bool { return v.node.IsScalar() }

// IsMap answers whether the value is a mapping.
func (v *Value) IsMap() bool { return v.node.IsMap() }

// IsList answers whether the value is a list.
func (v *Value) IsList() bool { return v.node.IsList() }

// IsEmpty answers whether nothing is written.
func (v *Value) IsEmpty() bool { return v.node.IsEmpty() }

// Raw is the text as it is written, quotes included; empty for mappings and lists.
func (v *Value) Raw() string {
	if !v.IsScalar() {
		return ""
	}
	return v.node.where.text()
}

// brief is as much of the text as a message quotes.
func (v *Value) brief() string { return v.node.where.brief() }

// Node is the value as a tree.
func (v *Value) Node() *Node { return v.node }

// Name is the text under the key "name" of an item.
func (v *Value) Name() (string, bool) { return v.node.Name() }

// Path is where the value stands in the document: gates[Lao Bảo–Densavanh].posts[Lao Bảo].lanes.
func (v *Value) Path() string { return v.path }

// Pos is where the value is written: its key when it is empty or begins on a line of its own.
func (v *Value) Pos() Pos { return v.where().pos() }

// Layer says which file or assignment wrote the value.
func (v *Value) Layer() Layer { return v.node.Layer() }

// Problem puts a problem of the value on record.
func (v *Value) Problem(what, allowed, help words.Phrase) {
	problem := v.problem(what)
	problem.Allowed, problem.Help = allowed, help
	if !v.allowed.Empty() {
		problem.Allowed = v.allowed
		if help.Empty() {
			problem.Help = v.help
		}
	}
	v.problems.Add(problem)
}

// TooMuch puts on record that a value asks for more than the program takes on (class Limits).
func (v *Value) TooMuch(what, help words.Phrase) {
	problem := v.problem(what)
	problem.Help, problem.Class = help, Limits
	v.problems.Add(problem)
}

// Warn puts a warning about the value on record.
func (v *Value) Warn(what, help words.Phrase) {
	problem := v.problem(what)
	problem.Help, problem.Warning = help, true
	v.problems.Add(problem)
}

// Note puts on record how the value was read, which is in order but could have been meant otherwise.
func (v *Value) Note(what words.Phrase) {
	problem := v.problem(what)
	problem.Warning, problem.Note = true, true
	v.problems.Add(problem)
}

func (v *Value) problem(what words.Phrase) Problem {
	problem := at(v.where())
	problem.Path, problem.What, problem.UsedAt = v.path, what, v.node.usedAt
	if !v.IsScalar() || v.IsEmpty() {
		problem.Value = ""
	}
	return problem
}

// where is the piece of text to point at.
func (v *Value) where() span {
	if v.key == nil || v.node.where.src != v.key.where.src {
		return v.node.where
	}
	ownLine := v.node.where.line != v.key.where.line
	if v.IsEmpty() || ownLine && !v.IsScalar() {
		return v.key.where
	}
	return v.node.where
}

// AsMap reads a mapping.
func (v *Value) AsMap() (*Map, bool) {
	v.outline.asMapping()
	if !v.IsMap() {
		v.wrongShape(words.Say("strict.a-mapping"), words.Say("strict.write-mapping"))
		return nil, false
	}
	return &Map{node: v.node, key: v.key, path: v.path, problems: v.problems, outline: v.outline}, !v.node.broken
}

// AsList reads the items of a list; see Map.List for the rule about names.
func (v *Value) AsList() ([]*Value, bool) {
	of := v.outline.items()
	if !v.IsList() {
		v.wrongShape(words.Say("strict.a-list"), words.Say("strict.write-items"))
		return nil, false
	}
	items := []*Value{}
	first := map[string]*Node{}
	for i, node := range v.node.items {
		name, named := node.Name()
		item := &Value{node: node, path: itemPath(v.path, name, i), problems: v.problems, outline: of}
		if named {
			written, _ := node.Child("name")
			if before := first[name]; before != nil {
				item.doubleName(written, before)
				continue
			}
			first[name] = written
		}
		items = append(items, item)
	}
	return items, !v.node.broken
}

// itemPath is the path of an item of a list: by its name, or by its number when it has none.
func itemPath(path, name string, i int) string {
	if name == "" {
		name = strconv.Itoa(i)
	}
	return path + "[" + shown(name) + "]"
}

func (v *Value) doubleName(written, before *Node) {
	problem := at(written.where)
	problem.Path, problem.UsedAt = v.path, written.usedAt
	problem.Also = []Pos{before.Pos()}
	problem.What = words.Say("strict.double-name", "name", shown(written.text), "place", before.Pos().String())
	problem.Help = words.Say("strict.rename-one")
	v.problems.Add(problem)
}

// wrongShape reports a value that is not a text, a mapping or a list as wanted.
func (v *Value) wrongShape(wanted, help words.Phrase) {
	switch {
	case v.node.broken:
	case v.IsEmpty():
		v.Problem(words.Say("strict.is-empty"), wanted, help)
	default:
		v.Problem(words.Say("strict.wrong-shape", "wanted", wanted, "found", v.found()), words.Phrase{}, help)
	}
}

// found describes the shape of what is written.
func (v *Value) found() words.Phrase {
	switch {
	case v.IsMap():
		return words.Say("strict.a-mapping")
	case v.IsList():
		return words.Say("strict.a-list")
	}
	return words.Plain(v.brief())
}
