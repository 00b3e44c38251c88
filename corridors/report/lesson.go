package report

import (
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Lesson is what a study teaches: its question is answered before the run, and held against it after.
type Lesson struct {
	Figure   string // of the report, by name
	See      string // what there is to see in it
	Expected []Expectation
	Because  string // why it comes out so
}

// Expectation is what was said beforehand, and what came of it.
type Expectation struct {
	Says        string
	Alternative string
	Base        string // of a difference; empty: it is none
	Measure     string
	Between     Fits
	Interval    stat.Interval // not present before the run
}

// unit of the measure, or of its difference.
func (l layout) unitOfExpected(e *Expectation) (string, float64) {
	d, _ := Define(e.Measure)
	if e.Base != "" {
		return l.unitOfDifference(d.Unit)
	}
	return l.unit(d.Unit)
}

// lesson says where to look, and holds what was expected against what came out.
func (l layout) lesson() section {
	if l.Lesson == nil {
		return section{}
	}
	s := l.expected(l.Lesson)
	s.lead = []string{l.lookAt(l.Lesson)}
	s.look = link{name: l.figureOf(l.Lesson.Figure), title: l.figureTitle(l.Lesson.Figure)}
	s.unfold = l.say(words.Say("report.lesson.unfold"))
	s.notes = append(s.notes, l.say(words.Say("report.lesson.note", "confidence", percent(l.Confidence))))
	return s
}

// lookAt says which figure to look at and what for.
func (l layout) lookAt(of *Lesson) string {
	return l.say(words.Say("report.lesson.look", "figure", l.figureTitle(of.Figure), "see", words.Title(of.See)))
}

// expected is the table of what is expected, with what came out where something did, and why.
func (l layout) expected(of *Lesson) section {
	t := table{columns: []column{{heading: l.say(words.Say("report.lesson.column-says"))}, {heading: l.say(words.Say("report.lesson.column-between")), figures: true}}}
	ran := len(l.Alternatives) > 0
	if ran {
		t.columns = append(t.columns, column{heading: l.say(words.Say("report.lesson.column-came")), figures: true}, column{heading: l.say(words.Say("report.column.verdict"))})
	}
	for i := range of.Expected {
		e := &of.Expected[i]
		unit, scale := l.unitOfExpected(e)
		cells := []cell{wordCell(l.speaker.Title(e.Says)), wordCell(l.limits(&e.Between, scale) + glue + unit)}
		if ran {
			came := estimate(e.Interval, scale, l.values(e.Measure))
			if e.Base != "" {
				came = plus(difference(e.Interval, scale))
			}
			cells = append(cells, figureCell(came), wordCell(l.say(words.Say("report.lesson.came."+string(e.Between.read(e.Interval))))))
		}
		t.rows = append(t.rows, row{cells: cells})
	}
	return section{heading: l.say(words.Say("report.lesson.heading")), table: t, notes: []string{l.speaker.Title(of.Because)}}
}

// curvesBegin is what names of figures of curves begin with.
const curvesBegin = "curve-"

// figureOf is the name of the figure in files and on the page.
func (l layout) figureOf(figure string) string {
	if curve, ok := strings.CutPrefix(figure, curvesBegin); ok {
		return curvesBegin + slug(curve)
	}
	return figure
}

// figureTitle is the title of a figure that lessons can point at; of a curve that is not at hand, its name.
func (l layout) figureTitle(figure string) string {
	switch figure {
	case "border-time-by-owner":
		return l.say(words.Say("report.picture.owners.title"))
	case "border-time-by-stage":
		return l.say(words.Say("report.picture.stages.title"))
	case "cost-per-tonne":
		return l.say(words.Say("report.picture.costs.title"))
	}
	for i := range l.Curves {
		if curvesBegin+l.Curves[i].Name == figure {
			return l.speaker.Title(l.Curves[i].Title)
		}
	}
	return figure
}
