package scenarios

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// Best asks which alternatives can be the best in a measure.
type Best struct {
	Measure string
	Least   bool     // less of it is better, and otherwise more
	Among   []string // names of the alternatives that have the measure, in file order; two or more
}

// What is best of a measure.
const (
	leastIsBest = "least"
	mostIsBest  = "most"
)

// What the joint intervals hold together over.
const (
	overMeasures = "measures"
	overAll      = "all"
)

// best reads `best: [{measure: cost_per_tonne_usd, is: least}]`.
func (r *studyReader) best(top *strict.Map, s *Study) {
	for _, item := range top.List("best") {
		m, ok := item.AsMap()
		if !ok {
			continue
		}
		m.Require("measure", "measure: cost_per_tonne_usd")
		m.Require("is", "is: least")
		b := Best{}
		is, said := m.Choice("is", leastIsBest, mostIsBest)
		b.Least = is == leastIsBest
		if v, there := m.At("measure"); there {
			if b.Measure, ok = r.measureOfSome(v); ok && said {
				r.among(v, &b, s)
			}
		}
		m.Done()
	}
	if over, given := top.Choice("joint", overMeasures, overAll); given {
		s.JointOverPairs = over == overAll
	}
}

// among finds who is compared: at least two.
func (r *studyReader) among(v *strict.Value, b *Best, s *Study) {
	for _, name := range r.names.order {
		if r.measure[name] == nil {
			return // what is wrong with it is on record
		}
		if slices.Contains(r.measure[name], b.Measure) {
			b.Among = append(b.Among, name)
		}
	}
	switch {
	case len(b.Among) < 2:
		v.Problem(words.Say("scenario.best-of-one", "measure", b.Measure), words.Phrase{}, words.Phrase{})
	case slices.ContainsFunc(s.Best, func(other Best) bool { return other.Measure == b.Measure }):
		v.Problem(words.Say("scenario.measure-twice", "name", b.Measure), words.Phrase{}, words.Say("strict.delete-one"))
	default:
		s.Best = append(s.Best, *b)
	}
}
