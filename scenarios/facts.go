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
	tree := parseShipped(corridors.Files(), "facts.yaml", problems)
	if tree == nil {
		return out
	}
	top := strict.Read(tree, problems)
	header(top, "facts")
	for _, item := range top.ListOfSome("facts") {
		if m, ok := item.AsMap(); ok {
			f := readFact(m)
			out.byID[f.ID] = f
			out.ids = append(out.ids, f.ID)
		}
	}
	top.Done()
	return out
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
	f.Low, f.High = readRange(m)
	f.Year, _ = m.Text("year")
	f.Source, _ = m.Text("source")
	f.Note, _ = m.Text("note")
	m.Done()
	return f
}

// readRange reads the two ends of `range: [low, high]` as written.
func readRange(m *strict.Map) (low, high string) {
	v, there := m.At("range")
	if !there {
		return "", ""
	}
	ends, ok := v.AsList()
	if !ok {
		return "", ""
	}
	if len(ends) != 2 {
		v.Problem(words.Say("scenario.range-ends", "count", len(ends)), words.Say("scenario.range-form"), words.Phrase{})
		return "", ""
	}
	low, _ = ends[0].AsText()
	high, _ = ends[1].AsText()
	return low, high
}

// find looks up a fact that a value cites.
func (f *facts) find(v *strict.Value) (corridors.Fact, bool) {
	id, ok := v.AsText()
	if !ok {
		return corridors.Fact{}, false
	}
	fact, found := f.byID[id]
	if !found {
		v.Problem(words.Say("scenario.no-fact", "id", id), words.Phrase{}, near(id, f.ids))
	}
	return fact, found
}

// agrees says whether a figure is what the fact states: its value, or a figure within its range.
// measured turns a written figure into a number of the same dimension as x.
func agrees(f *corridors.Fact, x float64, measured func(string) (float64, bool)) bool {
	if said, ok := measured(f.Value); ok && alike(said, x) {
		return true
	}
	low, hasLow := measured(f.Low)
	high, hasHigh := measured(f.High)
	if hasLow && hasHigh {
		return low <= x*(1+tolerance) && x <= high*(1+tolerance)
	}
	return f.Value == "" && !hasLow && !hasHigh // the fact states no figure at all: a shape, an event
}

// tolerance absorbs the rounding of unit conversion.
const tolerance = 1e-9

func alike(a, b float64) bool { return a <= b*(1+tolerance) && b <= a*(1+tolerance) }

// inUnits reads figures of one dimension.
func inUnits(dim quantity.Dimension) func(string) (float64, bool) {
	return func(text string) (float64, bool) {
		q, err := quantity.Parse(text, dim)
		return q.Value, err == nil
	}
}
