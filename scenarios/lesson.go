package scenarios

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// Lesson makes a study one to learn from: its question is to be answered before the run.
type Lesson struct {
	Figure   string // of the report, by the name of its file
	See      string // what there is to see in it
	Expected []Expectation
	Because  string // why it comes out so
}

// Expectation is what the run comes to, said beforehand.
type Expectation struct {
	Says        string // in a sentence
	Alternative string
	Base        string // of a difference; empty: it is none
	Measure     string
	Between     Tolerance // both ends; in the unit of the measure
}

// lessonFigures are the figures of every report that a lesson can point at; beside them it can name a curve of its study.
func lessonFigures(s *Study) []string {
	out := []string{"border-time-by-owner", "border-time-by-stage", "cost-per-tonne"}
	for _, c := range s.Curves {
		out = append(out, curveFigure+c.Name)
	}
	return out
}

// curveFigure begins the names of figures of curves.
const curveFigure = "curve-"

// lesson reads what a study teaches.
func (r *studyReader) lesson(top *strict.Map, s *Study) {
	m, there := top.Sub("lesson")
	if !there {
		return
	}
	if s.Question == "" && !top.Has("question") {
		m.Problem(words.Say("scenario.lesson-question"), words.Phrase{}, words.Say("scenario.lesson-question-help"))
	}
	const figure = "look_at: {figure: border-time-by-owner, see: which part is the longest}"
	const expected = "expected: [{says: the wait is 4 h, alternative: full, measure: queue_wait_h, between: [3 h, 5 h]}]"
	const because = "because: why it comes out so"
	for _, line := range []string{figure, expected, because} {
		m.Require(keyOf(line), line)
	}
	l := &Lesson{}
	if at, ok := m.Sub("look_at"); ok {
		at.Require("figure", "figure: border-time-by-owner")
		at.Require("see", "see: which part is the longest")
		l.Figure = lessonFigure(at, s)
		l.See, _ = at.Text("see")
		at.Done()
	}
	for _, item := range m.ListOfSome("expected") {
		if sub, ok := item.AsMap(); ok {
			l.Expected = append(l.Expected, r.expectation(sub))
			sub.Done()
		}
	}
	l.Because, _ = m.Text("because")
	m.Done()
	s.Lesson = l
}

// lessonFigure reads the name of a figure that reports of the study have.
func lessonFigure(m *strict.Map, s *Study) string {
	v, there := m.At("figure")
	if !there {
		return ""
	}
	name, ok := v.AsText()
	if figures := lessonFigures(s); ok && !slices.Contains(figures, name) {
		report(v, words.Say("scenario.lesson-figure", "name", name), name, figures)
	}
	return name
}

// expectation reads one thing that is expected.
func (r *studyReader) expectation(m *strict.Map) Expectation {
	for _, line := range []string{"says: the wait is 4 h", "alternative: full", "measure: queue_wait_h", "between: [3 h, 5 h]"} {
		m.Require(keyOf(line), line)
	}
	e := Expectation{}
	e.Says, _ = m.Text("says")
	var asked []string
	alternative, known := r.names.find(m, "alternative")
	if known {
		e.Alternative, asked = alternative, append(asked, alternative)
	}
	if v, there := m.At("base"); there {
		base, ok := r.names.findValue(v)
		switch {
		case ok && base == e.Alternative:
			v.Problem(words.Say("scenario.same-alternative", "name", base), words.Phrase{}, words.Phrase{})
		case ok && known && r.comparable(v, e.Alternative, base):
			e.Base, asked = base, append(asked, base)
		}
	}
	v, there := m.At("measure")
	ends, limited := m.At("between")
	if limited {
		ends.Freely() // its unit is that of the measure
	}
	if !there || len(asked) == 0 {
		return e
	}
	name, ok := r.measureOf(v, asked)
	if !ok {
		return e
	}
	e.Measure = name
	u, hasUnit := unitOfCase(name)
	if !hasUnit {
		v.Problem(words.Say("scenario.lesson-unit", "measure", name), words.Phrase{}, words.Phrase{})
	} else if limited {
		if between := between(ends, u, name); between != nil {
			e.Between = *between
		}
	}
	return e
}
