package report

import "hanhlang/corridors/words"

// manyPairs are so many that nobody finds the headline measure of each among all that is compared.
const manyPairs = 2

// glance is the headline measure of every pair, and what a shipper feels of it, in one table, where there are several pairs.
func (l layout) glance() section {
	head, ok := l.headline()
	if !ok {
		return section{}
	}
	unit, scale := l.unitOfDifference(head.Unit)
	also := l.alsoAtAGlance(head)
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.alternative"))},
		{heading: glued(l.say(words.Say("report.column.base")))},
		{heading: l.say(words.Say("report.column.change", "unit", unit, "confidence", percent(l.Confidence))), figures: true},
		{heading: l.say(words.Say("report.column.relative")), figures: true},
		{heading: l.say(words.Say("report.column.verdict"))},
	}}
	for _, measure := range also {
		d, _ := Define(measure)
		unit, _ := l.unitOfDifference(d.Unit)
		t.columns = append(t.columns, column{heading: l.label(measure, unit), figures: true})
	}
	var kept []Difference
	for _, d := range l.pairs() {
		if d.Measure != head.Measure || !d.Interval.Present() {
			continue
		}
		kept = append(kept, d)
		r := row{cells: []cell{
			wordCell(glued(d.Alternative)), wordCell(glued(d.Base)),
			figureCell(plus(difference(d.Interval, scale))),
			figureCell(d.relative()),
			wordCell(l.verdict(judge(d.Interval))),
		}}
		for _, measure := range also {
			r.cells = append(r.cells, l.changeOf(d, measure))
		}
		t.rows = append(t.rows, r)
	}
	if len(t.rows) < manyPairs {
		return section{}
	}
	return section{heading: l.say(words.Say("report.heading.glance", "measure", capital(l.title(head.Measure)))), table: t, notes: append([]string{l.say(words.Say("report.note.glance"))}, l.timesNote(kept)...)}
}

// alsoAtAGlance are the measures beside that of the headline: those of its companions that any pair has.
func (l layout) alsoAtAGlance(head Difference) (also []string) {
	for _, measure := range companions() {
		for _, d := range l.pairs() {
			if d.Measure == measure && measure != head.Measure && d.Interval.Present() {
				also = append(also, measure)
				break
			}
		}
	}
	return also
}

// changeOf is the change in another measure of the pair of a difference.
func (l layout) changeOf(of Difference, measure string) cell {
	for _, d := range l.pairs() {
		if d.Alternative == of.Alternative && d.Base == of.Base && d.Measure == measure && d.Interval.Present() {
			_, scale := l.unitOfDifference(d.Unit)
			return figureCell(plus(difference(d.Interval, scale)))
		}
	}
	return wordCell("")
}
