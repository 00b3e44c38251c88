package scenarios

import (
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// reader reads the figures of one scenario and keeps account of what each rests on.
type reader struct {
	problems *strict.Problems
	facts    *facts
	rates    rates
	inputs   []corridors.Input
	seen     map[string]bool // paths of inputs
}

func newReader(problems *strict.Problems, facts *facts) *reader {
	return &reader{problems: problems, facts: facts, rates: make(rates), seen: make(map[string]bool)}
}

// figure reads a value that is written bare, or with what it rests on:
//
//	length: 84 km
//	length: {value: 84 km, fact: B090}
//	servers: {value: 4, range: [3, 6], why: counted from the road}
//
// read turns the value itself into what the caller needs; it returns a number to hold against the
// fact, and says whether there is one. The figure is entered among the inputs.
func (r *reader) figure(v *strict.Value, read func(*strict.Value) (x float64, measured func(string) (float64, bool), ok bool)) bool {
	m, inner := opened(v)
	x, measured, ok := read(inner)
	if !ok {
		if m != nil {
			m.Known("fact", "transfer", "range", "why", "mean")
			m.Done()
		}
		return false
	}
	in := corridors.Input{Path: v.Path(), Value: inline(inner.Node()), Grade: corridors.GradeD, SetBy: v.Layer().File}
	if m != nil {
		r.ground(m, inner, &in, x, measured)
		m.Done()
	}
	if !r.seen[in.Path] {
		r.seen[in.Path] = true
		r.inputs = append(r.inputs, in)
	}
	return true
}

// opened gives the mapping that carries a figure, if there is one, and the value inside.
func opened(v *strict.Value) (*strict.Map, *strict.Value) {
	if !v.IsMap() {
		return nil, v
	}
	if _, has := v.Node().Child("value"); !has {
		return nil, v
	}
	m, ok := v.AsMap()
	if !ok {
		return nil, v
	}
	inner, _ := m.At("value")
	return m, inner
}

// ground reads what a figure rests on. A fact of its own subject gives its grade; one carried over
// from elsewhere makes an assumption.
func (r *reader) ground(m *strict.Map, inner *strict.Value, in *corridors.Input, x float64, measured func(string) (float64, bool)) {
	if mean, has := m.At("mean"); has && inner.IsMap() {
		in.Value += ", scaled to mean " + mean.Raw()
	}
	in.Why, _ = m.Text("why")
	in.Low, in.High = readRange(m)
	if v, has := m.At("fact"); has {
		if f, found := r.facts.find(v); found {
			in.Fact, in.Grade, in.Source = f.ID, f.Grade, f.Source
			r.rangeOf(in, &f)
			if measured != nil && !agrees(&f, x, measured) {
				v.Problem(words.Say("scenario.fact-differs", "id", f.ID, "says", statement(&f)), words.Phrase{}, words.Say("scenario.fact-differs-help", "id", f.ID))
			}
		}
	}
	if v, has := m.At("transfer"); has {
		if f, found := r.facts.find(v); found {
			in.Transfer, in.Grade, in.Source = f.ID, corridors.GradeD, f.Source
			r.rangeOf(in, &f)
		}
	}
}

// rangeOf takes the range of a fact where the figure states none of its own.
func (r *reader) rangeOf(in *corridors.Input, f *corridors.Fact) {
	if in.Low == "" && in.High == "" {
		in.Low, in.High = f.Low, f.High
	}
}

// statement is the figure of a fact as written.
func statement(f *corridors.Fact) string {
	if f.Value != "" {
		return f.Value
	}
	return f.Low + " – " + f.High
}

// inline writes a small tree on one line, as YAML's flow style would.
func inline(n *strict.Node) string {
	switch {
	case n.IsMap():
		var parts []string
		for _, key := range n.Keys() {
			child, _ := n.Child(key)
			parts = append(parts, key+": "+inline(child))
		}
		return strings.Join(parts, ", ")
	case n.IsList():
		var parts []string
		for _, item := range n.Items() {
			parts = append(parts, inline(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return n.Text()
}

// atomic says which mappings an overlay replaces whole: figures with what they rest on, and laws.
func atomic(n *strict.Node) bool {
	if !n.IsMap() {
		return false
	}
	if _, has := n.Child("value"); has {
		return true
	}
	keys := n.Keys()
	return len(keys) == 1 && isLaw(keys[0])
}

// texts turns words of the corridor's vocabulary into plain strings.
func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}

// near suggests the name that was probably meant, or lists what there is.
func near(name string, names []string) words.Phrase {
	if guess, found := strict.Nearest(name, names); found {
		return words.Say("strict.did-you-mean", "near", guess)
	}
	if len(names) == 0 {
		return words.Phrase{}
	}
	items := make([]any, 0, listed)
	for _, n := range names[:min(listed, len(names))] {
		items = append(items, n)
	}
	return words.Say("scenario.there-are", "names", words.And(items...))
}

// listed is how many names are listed at most where none is near.
const listed = 12
