package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// Published is a figure that others published, to be compared with a measure. It is never an input.
type Published struct {
	Fact        corridors.Fact
	Measure     string
	Alternative string
	Value       *float64   // in the unit of the measure; none: the fact gives only a range
	Why         string     // the author's remark; may be empty
	Tolerance   *Tolerance // none: the figure is set beside the measure, and no more
	Reason      string     // why the two do not fit, where they do not; may be empty
}

// published reads the figures of others that the answer is set beside.
func (r *studyReader) published(top *strict.Map, s *Study) {
	for _, item := range top.List("published") {
		m, ok := item.AsMap()
		if !ok {
			continue
		}
		for _, line := range []string{"fact: B043", "measure: border_time_h", "alternative: paper"} {
			m.Require(keyOf(line), line)
		}
		p := Published{}
		p.Alternative, _ = r.names.find(m, "alternative")
		if v, there := m.At("measure"); there {
			p.Measure, _ = r.measureOf(v, []string{p.Alternative})
		}
		p.Why, _ = m.Text("why")
		r.publishedFact(m, &p, s)
		r.tolerance(m, &p)
		m.Done()
		s.Published = append(s.Published, p)
	}
}

// publishedFact reads the fact, which must be in the unit of the measure and not among the inputs.
func (r *studyReader) publishedFact(m *strict.Map, p *Published, s *Study) {
	v, there := m.At("fact")
	if !there {
		return
	}
	fact, found := r.facts.find(v)
	if !found {
		return
	}
	notFedIn(v, p.Alternative, s)
	if p.Measure == "" {
		return
	}
	p.Fact = fact
	unit, ok := unitOf(p.Measure)
	if !ok {
		return
	}
	x, hasValue := unit.stated(fact.Value)
	_, _, hasRange := rangeOf(&fact, unit.stated)
	switch {
	case hasValue:
		p.Value = &x
	case !hasRange:
		v.Problem(words.Say("scenario.published-unit", "id", fact.ID, "says", statement(&fact), "measure", p.Measure), words.Phrase{}, words.Phrase{})
	}
}

// notFedIn refuses a fact that an input of the alternative is taken or carried over from: what is
// compared with the answer would be compared with itself.
func notFedIn(v *strict.Value, alternative string, s *Study) {
	a, found := s.Find(alternative)
	if !found || a.Scenario == nil {
		return
	}
	id := v.Node().Text()
	for _, in := range a.Scenario.Inputs {
		if in.Fact == id || in.Transfer == id {
			v.Problem(words.Say("scenario.published-fed-in", "id", id, "path", in.Path, "alternative", alternative), words.Phrase{},
				words.Say("scenario.published-fed-in-help"))
			return
		}
	}
}
