package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/seeds/law"
)

// facts are the published and assumed figures that inputs cite, by id.
type facts struct {
	byID map[string]corridors.Fact
	ids  []string // in file order

	// tables are kept beside the facts because both are read once for all that is read from them.
	tables law.Tables
}

// readFacts reads the shipped facts.
func readFacts(problems *strict.Problems) *facts {
	out := &facts{byID: make(map[string]corridors.Fact)}
	tree := parseShipped(factsName, problems)
	if tree == nil {
		return out
	}
	factFile(strict.Read(tree, problems), out)
	return out
}

// factFile reads a file of facts.
func factFile(top *strict.Map, out *facts) {
	header(top, factsFile)
	for _, item := range top.ListOfSome("facts") {
		if m, ok := item.AsMap(); ok {
			f := readFact(m)
			out.byID[f.ID] = f
			out.ids = append(out.ids, f.ID)
		}
	}
	top.Done()
}

func readFact(m *strict.Map) corridors.Fact {
	m.Require("id", "id: B090")
	m.Require("grade", "grade: B")
	m.Require("source", "source: where the figure was published")
	grade, _ := m.Choice("grade", texts(corridors.Grades())...)
	f := corridors.Fact{Grade: corridors.Grade(grade)}
	f.ID, _ = m.Text("id")
	f.Subject, _ = m.Text("subject")
	f.Value, _ = m.Text("value")
	if v, there := m.At("range"); there {
		if ends, ok := twoEnds(v); ok {
			f.Low, _ = ends[0].AsText()
			f.High, _ = ends[1].AsText()
		}
	}
	f.Year, _ = m.Text("year")
	f.Source, _ = m.Text("source")
	f.Note, _ = m.Text("note")
	m.Done()
	return f
}

// find looks up a fact that a value cites.
func (f *facts) find(v *strict.Value) (corridors.Fact, bool) {
	id, ok := v.AsText()
	if !ok {
		return corridors.Fact{}, false
	}
	fact, found := f.byID[id]
	if !found {
		report(v, words.Say("scenario.no-fact", "id", id), id, f.ids)
	}
	return fact, found
}

// agrees says whether a figure is what the fact states: its value, or a figure within its range.
// stated turns the fact's figures into numbers like x; nil where no number can be held against them.
func agrees(f *corridors.Fact, x float64, stated func(string) (float64, bool)) bool {
	if f.Value == "" && f.Low == "" {
		return true // the fact states no figure: a shape, an event
	}
	if stated == nil {
		return false
	}
	if said, ok := stated(f.Value); ok && within(x, said, said) {
		return true
	}
	low, high, ok := rangeOf(f, stated)
	return ok && within(x, low, high)
}

// states says whether a fact states any figure of a kind.
func states(f *corridors.Fact, stated func(string) (float64, bool)) bool {
	if stated == nil {
		return false
	}
	_, value := stated(f.Value)
	_, _, ends := rangeOf(f, stated)
	return value || ends
}

// rangeOf gives the ends of the range of a fact.
func rangeOf(f *corridors.Fact, stated func(string) (float64, bool)) (low, high float64, ok bool) {
	if stated == nil || f.Low == "" {
		return 0, 0, false
	}
	low, okLow := stated(f.Low)
	high, okHigh := stated(f.High)
	return low, high, okLow && okHigh
}

// tolerance absorbs the rounding of unit conversion.
const tolerance = 1e-9

// within says whether a number lies between two others, which it may equal. None is negative.
func within(x, low, high float64) bool { return low <= x*(1+tolerance) && x <= high*(1+tolerance) }

// statement is the figure of a fact as written: its value, its range or both.
func statement(f *corridors.Fact) string {
	switch {
	case f.Low == "":
		return f.Value
	case f.Value == "":
		return f.Low + " – " + f.High
	}
	return f.Value + " (" + f.Low + " – " + f.High + ")"
}

// inUnits reads figures of one dimension.
func inUnits(dim quantity.Dimension) func(string) (float64, bool) {
	return func(text string) (float64, bool) {
		q, err := quantity.Parse(text, dim)
		return q.Value, err == nil
	}
}
