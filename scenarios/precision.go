package scenarios

import (
	"strings"

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
		if wide {
			width.Freely() // its unit is that of the measure
		}
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
	if goal, ok := halfWidth(width, measure, words.Say("scenario.precision-help")); ok {
		p.Until = append(p.Until, goal)
	}
}

// halfWidth reads `2 %`, which is of the mean, or `0.1 USD/t`, which is in the unit of the measure. Help says how it could be written.
func halfWidth(v *strict.Value, measure string, help words.Phrase) (Goal, bool) {
	u, known := unitOfCase(measure)
	allowed := words.Say("scenario.precision-allowed-share")
	if known {
		allowed = words.Say("scenario.precision-allowed", "figure", strict.InUnits(u.dim))
	}
	v = v.Instead(allowed, help)
	if v.IsScalar() && ofTheMean(v.Node().Text()) {
		part, ok := v.AsShare()
		if ok && part == 0 {
			v.Problem(words.Say("scenario.precision-zero"), allowed, help)
		}
		return Goal{Measure: measure, Relative: part}, ok && part > 0
	}
	if !known {
		v.Problem(words.Say("scenario.precision-unit", "measure", measure), allowed, help)
		return Goal{}, false
	}
	if _, err := quantity.Number(v.Node().Text()); v.IsScalar() && err == nil && u.dim != quantity.Pure {
		text := v.Node().Text()
		v.Problem(words.Say("strict.no-unit", "value", text), allowed, words.Say("scenario.precision-of-the-mean", "text", text+" %"))
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

// ofTheMean says whether a half-width is written as a share of the mean.
func ofTheMean(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, "%") || strings.HasSuffix(text, "percent")
}

// Text is what the command line takes for the goals of the precision, as it was written.
func (p *Precision) Text() string { return p.written }
