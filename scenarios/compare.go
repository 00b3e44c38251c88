package scenarios

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// pairs reads which alternatives are compared with which.
func (r *studyReader) pairs(top *strict.Map, s *Study) {
	if v, there := top.At("compare"); there && v.IsScalar() && !v.IsEmpty() {
		v.AsChoice("none")
		return
	}
	items := top.List("compare")
	for _, item := range items {
		if m, ok := item.AsMap(); ok {
			if p, ok := r.pair(m); ok {
				s.Pairs = append(s.Pairs, p)
			}
			m.Done()
		}
	}
	if len(items) == 0 {
		for _, a := range s.Alternatives {
			if first := r.firstOn(a.Name); first != a.Name {
				s.Pairs = append(s.Pairs, Pair{Alternative: a.Name, Base: first})
			}
		}
	}
}

// pair reads two names of alternatives that are not the same.
func (r *studyReader) pair(m *strict.Map) (Pair, bool) {
	m.Require("alternative", "alternative: digital")
	m.Require("base", "base: paper")
	one, ok1 := r.names.find(m, "alternative")
	two, ok2 := r.names.find(m, "base")
	if ok1 && ok2 && one == two {
		v, _ := m.At("base")
		v.Problem(words.Say("scenario.same-alternative", "name", one), words.Phrase{}, words.Phrase{})
		return Pair{}, false
	}
	if !ok1 || !ok2 {
		return Pair{}, false
	}
	v, _ := m.At("base")
	return Pair{Alternative: one, Base: two}, r.comparable(v, one, two)
}

// readMeasures reads the measures that the study is about.
func (r *studyReader) readMeasures(top *strict.Map, s *Study) {
	top.Require("measures", "measures: [border_time_h]")
	for _, item := range top.ListOfSome("measures") {
		name, ok := r.measureOfSome(item)
		if !ok {
			continue
		}
		if slices.Contains(s.Measures, name) {
			item.Problem(words.Say("scenario.measure-twice", "name", name), words.Phrase{}, words.Say("strict.delete-one"))
			continue
		}
		s.Measures = append(s.Measures, name)
	}
}

// measureOf reads the name of a measure that all these alternatives have. Those that cannot run have
// none; what is wrong with them is on record.
func (r *studyReader) measureOf(v *strict.Value, alternatives []string) (string, bool) {
	name, ok := v.AsText()
	if !ok {
		return "", false
	}
	for _, a := range alternatives {
		known := r.measure[a]
		if known == nil || slices.Contains(known, name) {
			continue
		}
		what := words.Say("scenario.unknown-measure", "name", name, "alternative", a)
		if near, found := strict.Nearest(name, known); found {
			v.Problem(what, words.Phrase{}, words.Say("strict.did-you-mean", "near", near))
		} else {
			v.Problem(what, words.Phrase{}, words.Say("scenario.list-measures"))
		}
		return "", false
	}
	return name, true
}

// headline reads the difference that the answer in words is about: the first one and the first
// measure unless the file says otherwise.
func (r *studyReader) headline(top *strict.Map, s *Study) {
	m, there := top.Sub("headline")
	if !there {
		if len(s.Pairs) > 0 && len(s.Measures) > 0 {
			s.Headline = Headline{Pair: s.Pairs[0], Measure: s.Measures[0]}
		}
		return
	}
	s.Headline.Pair, _ = r.pair(m)
	m.Require("measure", "measure: border_time_h")
	if v, there := m.At("measure"); there {
		s.Headline.Measure, _ = r.measureOf(v, []string{s.Headline.Alternative, s.Headline.Base})
	}
	m.Done()
}

// sensitivity reads how assumptions are varied; `sensitivity: none` leaves it out.
func (r *studyReader) sensitivity(top *strict.Map, s *Study) {
	v, there := top.At("sensitivity")
	if !there {
		return
	}
	if v.IsScalar() {
		v.AsChoice("none")
		return
	}
	m, ok := v.AsMap()
	if !ok {
		return
	}
	out := Sensitivity{First: Round{1, usualHorizon()}, Again: Round{6, usualHorizon()}, Show: 5}
	if first, given := m.Sub("first"); given {
		round(first, &out.First, 1)
	}
	if again, given := m.Sub("again"); given {
		round(again, &out.Again, 2)
	}
	if count, given := m.Count("show", 1, mostTrials); given {
		out.Show = count
	}
	out.Shortlist = out.Show + spare
	if count, given := m.Count("shortlist", out.Show, mostTrials); given {
		out.Shortlist = count
	}
	r.moved(m, s, &out)
	m.Done()
	s.Sensitivity = &out
}

// spare is how many more inputs than are shown are run again where the file does not say it.
const spare = 2

// round reads how often, at least so many times, and for how long inputs are run.
func round(m *strict.Map, r *Round, least int) {
	if count, given := m.Count("replications", least, mostTrials); given {
		r.Replications = count
	}
	horizonKeys(m, &r.Horizon)
	m.Done()
}

// mostTrials is the most that a sensitivity may ask for.
const mostTrials = 10000
