package scenarios

import (
	"maps"
	"slices"

	"hanhlang/corridors"
	"hanhlang/scenarios/strict"
)

// memory keeps the figures that have been read, by the nodes they stand in. Nodes never change, so a
// scenario that differs from another in one value takes all other figures from there. Sums of money
// rest on the exchange rates too: with other rates, nothing is remembered.
type memory struct {
	figures map[*strict.Node]remembered
	rates   rates
	closed  bool // several goroutines read it, none writes
}

// remembered is one figure: what it means to the reader, and its account.
type remembered struct {
	value any
	in    corridors.Input
}

func newMemory() *memory { return &memory{figures: make(map[*strict.Node]remembered)} }

// sealed is the memory for those who only read it.
func (m *memory) sealed() *memory {
	return &memory{figures: m.figures, rates: m.rates, closed: true}
}

// at is the memory for a scenario with these rates.
func (m *memory) at(r rates) *memory {
	if m.rates != nil && !maps.EqualFunc(m.rates, r, slices.Equal[[]rate]) {
		m = newMemory()
	}
	if !m.closed {
		m.rates = r
	}
	return m
}

// recall gives a figure that was read before and enters its account.
func recall[T any](r *reader, v *strict.Value) (T, bool) {
	kept, found := r.memory.figures[v.Node()]
	if !found {
		var none T
		return none, false
	}
	r.enter(kept.in)
	return kept.value.(T), true
}

// keep remembers a figure that has been read without fault: the last one entered.
func keep[T any](r *reader, v *strict.Value, value T, ok bool) (T, bool) {
	if ok && !r.memory.closed && len(r.inputs) > 0 {
		if in := r.inputs[len(r.inputs)-1]; in.Path == v.Path() {
			r.memory.figures[v.Node()] = remembered{value, in}
		}
	}
	return value, ok
}
