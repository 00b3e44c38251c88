package scenarios

import (
	"slices"
	"strings"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// Precision asks for replications until the intervals of some measures are narrow enough.
type Precision struct {
	AtLeast int    // replications
	AtMost  int    // whatever the intervals are then
	Until   []Goal // at least one
	written string
}

// Goal is the half-width that the intervals of a measure have to come down to: one of the two, above zero.
type Goal struct {
	Measure  string
	Relative float64 // of the mean; of a difference: of the mean of its base
	Absolute float64 // in the unit of the measure
}

// The replications of who says until when, and no more.
const (
	usuallyAtLeast = 20
	usuallyAtMost  = 200
)

// replications reads how many there are: a number, or until when they go on.
func (r *studyReader) replications(top *strict.Map, s *Study) *strict.Map {
	if v, there := top.At("replications"); !there || !v.IsMap() {
		if n, given := top.Count("replications", 1, maxReplications); given {
			s.Replications = n
		}
		return nil
	}
	m, _ := top.Sub("replications")
	s.Precision = &Precision{AtLeast: usuallyAtLeast, AtMost: usuallyAtMost}
	if n, given := m.Count("at_least", 2, maxReplications); given {
		s.Precision.AtLeast = n
		s.Precision.AtMost = max(n, usuallyAtMost)
	}
	if n, given := m.Count("at_most", s.Precision.AtLeast, maxReplications); given {
		s.Precision.AtMost = n
	}
	s.Precision.AtLeast = min(s.Precision.AtLeast, s.Precision.AtMost)
	s.Replications = s.Precision.AtLeast
	return m
}

// until reads the half-widths that are wanted, once the measures of the alternatives are known.
func (r *studyReader) until(m *strict.Map, s *Study) {
	if m == nil {
		return
	}
	m.Require("until", "until: [{measure: border_time_h, half_width: 2 %}]")
	seen := make(map[string]bool)
	for _, item := range m.ListOfSome("until") {
		sub, ok := item.AsMap()
		if !ok {
			continue
		}
		sub.Require("measure", "measure: border_time_h")
		sub.Require("half_width", "half_width: 2 %")
		v, there := sub.At("measure")
		width, wide := sub.At("half_width")
		if there && wide {
			if name, ok := r.measureOfSome(v); ok {
				s.Precision.add(v, width, name, seen)
			}
		}
		sub.Done()
	}
	m.Done()
}

// add puts one more measure on the list, with its half-width.
func (p *Precision) add(at, width *strict.Value, measure string, seen map[string]bool) {
	if seen[measure] {
		at.Problem(words.Say("scenario.measure-twice", "name", measure), words.Phrase{}, words.Say("strict.delete-one"))
		return
	}
	seen[measure] = true
	if goal, ok := halfWidth(width, measure); ok {
		p.Until = append(p.Until, goal)
	}
}

// halfWidth reads `2 %`, which is of the mean, or `0.1 USD/t`, which is in the unit of the measure.
func halfWidth(v *strict.Value, measure string) (Goal, bool) {
	if v.IsScalar() && strings.HasSuffix(strings.TrimSpace(v.Node().Text()), "%") {
		part, ok := v.AsShare()
		if ok && part == 0 {
			v.Problem(words.Say("scenario.precision-zero"), words.Phrase{}, words.Say("scenario.precision-help"))
		}
		return Goal{Measure: measure, Relative: part}, ok && part > 0
	}
	u, known := unitOfCase(measure)
	if !known {
		v.Problem(words.Say("scenario.precision-unit", "measure", measure), words.Phrase{}, words.Say("scenario.precision-help"))
		return Goal{}, false
	}
	if _, ok := v.AsQuantity(u.dim, quantity.MoreThan(0)); !ok {
		return Goal{}, false
	}
	x, ok := u.stated(v.Node().Text())
	if !ok {
		v.Problem(words.Say("scenario.tolerance-end", "measure", measure), words.Phrase{}, words.Phrase{})
	}
	return Goal{Measure: measure, Absolute: x}, ok
}

// precisionPlace is where the problems of a precision are that stands on the command line.
const precisionPlace = "--precision"

// Aim makes a precision of `border_time_h: 2 %, cost_per_tonne_usd: 0.1 USD/t` for alternatives with these measures. The least and
// the most replications are those of the study, else the usual ones. The error is a *strict.Problems with places in the text.
func (s *Study) Aim(text string) (*Precision, error) {
	problems := &strict.Problems{}
	doc := strict.Reader{Skeleton: "border_time_h: 2 %"}.Parse(precisionPlace, []byte("{"+text+"}"), problems)
	if doc == nil || problems.Len() > 0 {
		return nil, problems.Err()
	}
	p := &Precision{AtLeast: usuallyAtLeast, AtMost: usuallyAtMost, written: text}
	if s.Precision != nil {
		p.AtLeast, p.AtMost = s.Precision.AtLeast, s.Precision.AtMost
	}
	known, err := s.measured()
	if err != nil {
		return nil, err
	}
	top := doc.Root()
	for _, measure := range top.Keys() {
		width, _ := top.At(measure)
		if !slices.Contains(known, measure) {
			help := words.Say("scenario.list-measures")
			if near, found := strict.Nearest(measure, known); found {
				help = words.Say("strict.did-you-mean", "near", near)
			}
			width.Problem(words.Say("scenario.precision-measure", "name", measure), words.Phrase{}, help)
			continue
		}
		if goal, ok := halfWidth(width, measure); ok {
			p.Until = append(p.Until, goal)
		}
	}
	if len(p.Until) == 0 && problems.Len() == 0 {
		top.Problem(words.Say("scenario.precision-none"), words.Phrase{}, words.Say("scenario.precision-help"))
	}
	return p, problems.Err()
}

// measured lists what some alternative measures.
func (s *Study) measured() ([]string, error) {
	var out []string
	for _, a := range s.Alternatives {
		m, err := journey.Compile(a.Scenario.Setup)
		if err != nil {
			return nil, err
		}
		out = append(out, m.Measures()...)
	}
	return out, nil
}

// Text is what the command line takes for the goals of the precision, as it was written.
func (p *Precision) Text() string { return p.written }
