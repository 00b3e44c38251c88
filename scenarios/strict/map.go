package strict

import (
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
)

// Map reads a mapping. Every method that names a key makes it a known key, so that Done can report the others.
// A reading that fails puts a located problem on record and returns false; so does, without a problem, a key that is not there:
// what must be there is asked for with Require.
type Map struct {
	node     *Node
	key      *Node // the key whose value this is; nil at the top and in lists
	path     string
	problems *Problems
	known    []string
	missing  map[string]Problem
	help     map[string]words.Phrase
	outline  *Outline // where it is noted what is asked for; nil: nowhere
	required []string // keys that were asked for without fail
}

// Read begins the typed reading of a tree whose top is a mapping; what is wrong with it goes to problems.
func Read(top *Node, problems *Problems) *Map {
	return &Map{node: top, problems: problems}
}

// Node is the mapping as a tree.
func (m *Map) Node() *Node { return m.node }

// Path is where the mapping stands in the document: gates[Lao Bảo–Densavanh].strip; empty at the top.
func (m *Map) Path() string { return m.path }

// Pos is where the mapping is written.
func (m *Map) Pos() Pos { return m.value().Pos() }

// Layer says which file or assignment wrote the mapping.
func (m *Map) Layer() Layer { return m.node.Layer() }

// Keys lists the keys that are written, in the order of the file.
func (m *Map) Keys() []string { return m.node.Keys() }

// Known makes keys known without reading them.
func (m *Map) Known(keys ...string) {
	m.known = append(m.known, keys...)
	for _, key := range keys {
		m.outline.key(key)
	}
}

// Help sets what the message about a value out of range suggests for a key: to close a gate write `open: never`.
func (m *Map) Help(key string, help words.Phrase) {
	if m.help == nil {
		m.help = map[string]words.Phrase{}
	}
	m.help[key] = help
}

// Has answers whether a key is written, be its value right or wrong.
func (m *Map) Has(key string) bool {
	m.Known(key)
	_, found := m.node.entry(key)
	return found
}

// At gives the value of a key as it is written, for a caller that accepts several forms.
func (m *Map) At(key string) (*Value, bool) {
	m.Known(key)
	e, found := m.node.entry(key)
	if !found {
		return nil, false
	}
	return &Value{node: e.value, key: e.key, path: below(m.path, key), problems: m.problems, help: m.help[key], outline: m.outline.key(key)}, true
}

// Require puts a problem on record at the mapping when a key is missing, with a line that would do: m.Require("lanes", "lanes: 2").
// It returns whether the key is there.
func (m *Map) Require(key, example string) bool {
	m.required = append(m.required, key)
	if m.Has(key) || m.node.broken {
		return !m.node.broken
	}
	problem := m.value().problem(words.Say("strict.missing", "key", key))
	problem.Help = words.Say("strict.add-line", "line", example)
	m.problems.Add(problem)
	if m.missing == nil {
		m.missing = map[string]Problem{}
	}
	m.missing[key] = problem
	return false
}

// Problem puts a problem of the mapping as a whole on record.
func (m *Map) Problem(what, allowed, help words.Phrase) {
	m.value().Problem(what, allowed, help)
}

// value is the mapping seen as a value.
func (m *Map) value() *Value {
	return &Value{node: m.node, key: m.key, path: m.path, problems: m.problems, outline: m.outline}
}

// Text reads a text that is not empty.
func (m *Map) Text(key string) (string, bool) { return read(m, key, (*Value).AsText) }

// Choice reads one of several words.
func (m *Map) Choice(key string, options ...string) (string, bool) {
	return read(m, key, func(v *Value) (string, bool) { return v.AsChoice(options...) })
}

// Flag reads true or false.
func (m *Map) Flag(key string) (bool, bool) { return read(m, key, (*Value).AsFlag) }

// Count reads a whole number from lo to hi, both included. What is above hi is beyond the limits of the program (class Limits).
func (m *Map) Count(key string, lo, hi int) (int, bool) {
	return read(m, key, func(v *Value) (int, bool) { return v.AsCount(lo, hi) })
}

// Number reads a number without a unit.
func (m *Map) Number(key string, bounds quantity.Bounds) (float64, bool) {
	return read(m, key, func(v *Value) (float64, bool) { return v.AsNumber(bounds) })
}

// Share reads a fraction of 1, written 0.3 or 30 %.
func (m *Map) Share(key string) (float64, bool) { return read(m, key, (*Value).AsShare) }

// Quantity reads a figure with its unit; bounds are in the base unit of the dimension.
func (m *Map) Quantity(key string, dim quantity.Dimension, bounds quantity.Bounds) (quantity.Quantity, bool) {
	return read(m, key, func(v *Value) (quantity.Quantity, bool) { return v.AsQuantity(dim, bounds) })
}

// Windows reads when something is open: always, never, one window or a list of them.
func (m *Map) Windows(key string) (quantity.Hours, bool) { return read(m, key, (*Value).AsWindows) }

// Clock reads a time of day such as 07:00.
func (m *Map) Clock(key string) (quantity.Clock, bool) { return read(m, key, (*Value).AsClock) }

// Date reads a day such as 2026-02-28.
func (m *Map) Date(key string) (quantity.Date, bool) { return read(m, key, (*Value).AsDate) }

// Moment reads a time of day on a day of the run, such as day 10 08:00.
func (m *Map) Moment(key string) (quantity.Moment, bool) { return read(m, key, (*Value).AsMoment) }

// Weekdays reads days of the week such as Mon-Fri.
func (m *Map) Weekdays(key string) (quantity.Weekdays, bool) {
	return read(m, key, (*Value).AsWeekdays)
}

// Sub reads a mapping.
func (m *Map) Sub(key string) (*Map, bool) { return read(m, key, (*Value).AsMap) }

// List reads the items of a list, which may be none. Of named items (mappings with a name) every name stands once: a second
// one is a problem that names both places, and is left out. The list is nil when the key is missing or holds no list.
func (m *Map) List(key string) []*Value {
	items, _ := read(m, key, (*Value).AsList)
	return items
}

// ListOfSome is List for lists that must not be empty.
func (m *Map) ListOfSome(key string) []*Value {
	items, ok := read(m, key, (*Value).AsList)
	if ok && len(items) == 0 {
		v, _ := m.At(key)
		v.Problem(words.Say("strict.empty-list"), words.Phrase{}, words.Say("strict.write-items"))
	}
	return items
}

// read looks a key up and reads its value.
func read[T any](m *Map, key string, as func(*Value) (T, bool)) (T, bool) {
	v, found := m.At(key)
	if !found {
		var none T
		return none, false
	}
	return as(v)
}

// Done reports every key that nobody asked for, with the known key that was probably meant; that key is then no longer missing.
func (m *Map) Done() {
	m.outline.leave(m.node.Keys(), m.required)
	known := unique(m.known)
	asked := map[string]bool{}
	for _, key := range known {
		asked[key] = true
	}
	var open []string // known keys that are not written: the likelier meaning of a misspelt one
	for _, key := range known {
		if _, written := m.node.entry(key); !written {
			open = append(open, key)
		}
	}
	for _, e := range m.node.entries {
		switch {
		case asked[e.key.text] || e.key.broken:
		case m.problems.full():
			m.problems.beyond++
		default:
			m.unknownKey(e, open, known)
		}
	}
}

func (m *Map) unknownKey(e entry, open, known []string) {
	problem := at(e.key.where)
	problem.Path = below(m.path, e.key.text)
	problem.UsedAt = e.key.usedAt
	problem.What = words.Say("strict.unknown-key", "key", shown(e.key.text))
	near, found := Nearest(e.key.text, open)
	if !found {
		near, found = Nearest(e.key.text, known)
	}
	if found {
		problem.Help = words.Say("strict.did-you-mean", "near", near)
	} else {
		problem.Allowed = listed(known)
	}
	if absent, missing := m.missing[near]; missing {
		m.problems.withdraw(absent)
	}
	m.problems.Add(problem)
}

func unique(keys []string) []string {
	var once []string
	seen := map[string]bool{}
	for _, key := range keys {
		if !seen[key] {
			once = append(once, key)
		}
		seen[key] = true
	}
	return once
}

// below is the path of a key; one that could be mistaken for a path itself is put in quotes.
func below(path, key string) string {
	if key == "" || strings.ContainsAny(key, ".[]=\" \n") {
		key = `"` + shown(key) + `"`
	}
	if path == "" {
		return key
	}
	return path + "." + key
}
