package report

import (
	"slices"
	"strconv"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// published sets what others published beside what came out, where nothing was said to fit.
func (l layout) published() section {
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.fact"))},
		{heading: l.say(words.Say("report.column.says"))},
		{heading: l.say(words.Say("report.column.measure"))},
		{heading: l.say(words.Say("report.column.alternative"))},
		{heading: l.say(words.Say("report.column.simulated")), figures: true},
		{heading: l.say(words.Say("report.column.less-published")), figures: true},
		{heading: l.say(words.Say("report.column.ratio")), figures: true},
	}}
	s := section{heading: l.say(words.Say("report.heading.published")), lead: []string{l.say(words.Say("report.lead.published"))}}
	for _, p := range l.Published {
		if p.Fits == nil {
			t.rows = append(t.rows, l.publishedRow(p))
			s.list = append(s.list, l.sourceNote(p))
		}
	}
	if len(t.rows) == 0 {
		return section{}
	}
	s.table = t
	return s
}

// sourceNote says where a published figure stands, and what must be known to compare with it.
func (l layout) sourceNote(p Published) string {
	fact := l.graded(p.Fact, p.Grade)
	if l.say(p.Remark) == "" {
		return l.say(words.Say("report.note.source", "fact", fact, "source", words.Reason(p.Source)))
	}
	return l.say(words.Say("report.note.published", "fact", fact, "remark", p.Remark, "source", words.Reason(p.Source)))
}

func (l layout) publishedRow(p Published) row {
	d, _ := Define(p.Measure)
	unit, scale := l.unit(d.Unit)
	ratio := stat.Interval{}
	if p.Ratio != nil && p.Interval.Mean != 0 {
		// The published figure is one number, so the ratio is known as well as the simulated figure is.
		factor := *p.Ratio / p.Interval.Mean
		ratio = p.Interval
		ratio.Mean, ratio.Lo, ratio.Hi = *p.Ratio, p.Interval.Lo*factor, p.Interval.Hi*factor
	}
	return row{cells: []cell{
		wordCell(l.graded(p.Fact, p.Grade)), wordCell(l.speaker.Written(p.Says)),
		wordCell(l.label(p.Measure, unit)), wordCell(p.Alternative),
		figureCell(estimate(p.Interval, scale, d.values())), numberCell(estimate(p.Difference, scale, whatever()).mean), numberCell(estimate(ratio, 1, whatever()).mean),
	}}
}

// graded marks what is recalled or assumed; what is documented stands by itself.
func (l layout) graded(fact, grade string) string {
	switch grade {
	case "C":
		return l.say(words.Say("report.grade.recalled", "fact", fact))
	case "D":
		return l.say(words.Say("report.grade.assumed", "fact", fact))
	}
	return fact
}

// ground is what the answer rests on: how well the inputs are known, and which assumptions move the headline most.
func (l layout) ground() section {
	g := l.Grades()
	if g.Total() == 0 && len(l.Drivers) == 0 {
		return section{}
	}
	s := section{heading: l.say(words.Say("report.heading.ground"))}
	if g.Total() > 0 {
		s.lead = append(s.lead, l.say(words.Say("report.lead.grades", "count", g.Total(), "a", g.A, "b", g.B, "c", g.C, "d", g.D)))
	}
	if len(l.Inputs) > 0 {
		s.notes = []string{l.say(words.Say("report.note.inputs"))}
	}
	head, ok := l.headline()
	if len(l.Drivers) == 0 || !ok {
		return s
	}
	s.lead = append(s.lead, l.say(words.Say("report.lead.drivers", "count", len(l.Drivers),
		"measure", l.title(head.Measure), "alternative", head.Alternative, "base", head.Base)))
	s.table = l.drivers(head)
	s.pictures = []picture{l.tornadoPicture(head)}
	s.list = append(l.turning(head), l.driverNotes()...)
	if slices.ContainsFunc(l.Drivers, func(d Driver) bool { return d.Apart }) {
		s.list = append(s.list, l.say(words.Say("report.driver.apart")))
	}
	if !l.Screened.Empty() {
		s.list = append([]string{l.say(l.Screened)}, s.list...)
	}
	return s
}

// drivers shows each assumption with both ends of its range, and the headline difference there.
func (l layout) drivers(head Difference) table {
	t := table{columns: []column{
		{heading: ""},
		{heading: glued(l.say(words.Say("report.column.low"))), figures: true},
		{heading: glued(l.say(words.Say("report.column.used"))), figures: true},
		{heading: glued(l.say(words.Say("report.column.high"))), figures: true},
	}}
	unit, scale := l.unitOfDifference(head.Unit)
	change := l.say(words.Say("report.driver.difference", "unit", glued(unit)))
	for i, d := range l.Drivers {
		t.rows = append(t.rows,
			row{span: strconv.Itoa(i+1) + ". " + l.graded(l.readable(d.Path), "D")},
			row{cells: []cell{
				wordCell(glue + glue + l.say(words.Say("report.driver.value"))),
				wordCell(l.written(d.Low)), wordCell(l.written(d.Value)), wordCell(l.written(d.High)),
			}},
			row{cells: []cell{
				wordCell(glue + glue + change),
				figureCell(plus(difference(d.AtLow, scale))), figureCell(plus(difference(d.AtBase, scale))), figureCell(plus(difference(d.AtHigh, scale))),
			}},
		)
	}
	return t
}

// turning says which of the assumptions would turn the answer at an end of their ranges, or leave it unclear.
func (l layout) turning(head Difference) []string {
	answer := judge(head.Interval)
	if answer != less && answer != more {
		return nil
	}
	var turned, unclear []any
	for i, d := range l.Drivers {
		for _, end := range []struct {
			value string
			at    stat.Interval
		}{{d.Low, d.AtLow}, {d.High, d.AtHigh}} {
			if !end.at.Present() {
				continue
			}
			named := words.Say("report.turn.end", "number", i+1, "value", l.written(end.value))
			switch reading := judge(end.at); {
			case reading == answer:
			case reading == less || reading == more:
				turned = append(turned, named)
			default:
				unclear = append(unclear, named)
			}
		}
	}
	return l.turnNotes(turned, unclear)
}

// turnNotes say which ends of ranges turn an answer and which leave it unclear.
func (l layout) turnNotes(turned, unclear []any) []string {
	var notes []string
	if len(turned) > 0 {
		notes = append(notes, l.say(words.Say("report.turn.turned", "ends", words.And(turned...))))
	}
	if len(unclear) > 0 {
		notes = append(notes, l.say(words.Say("report.turn.unclear", "ends", words.And(unclear...))))
	}
	if len(notes) == 0 {
		notes = append(notes, l.say(words.Say("report.turn.none")))
	}
	return notes
}

// driverNotes say what must be known of an end of a range, by the number of its input.
func (l layout) driverNotes() []string {
	var notes []string
	for i, d := range l.Drivers {
		for _, end := range []struct {
			value string
			note  words.Phrase
		}{{d.Low, d.NoteLow}, {d.High, d.NoteHigh}} {
			if !end.note.Empty() {
				notes = append(notes, l.say(words.Say("report.note.driver", "number", i+1, "value", l.written(end.value), "note", end.note)))
			}
		}
	}
	return notes
}
