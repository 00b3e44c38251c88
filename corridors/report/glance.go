package report

import "hanhlang/corridors/words"

// manyPairs are so many that nobody finds the headline measure of each among all that is compared.
const manyPairs = 6

// glance is the headline measure of every pair, in one table, where there are many.
func (l layout) glance() section {
	head, ok := l.headline()
	if !ok {
		return section{}
	}
	unit, scale := l.unitOfDifference(head.Unit)
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.alternative"))},
		{heading: glued(l.say(words.Say("report.column.base")))},
		{heading: l.say(words.Say("report.column.change", "unit", unit, "confidence", percent(l.Confidence))), figures: true},
		{heading: l.say(words.Say("report.column.relative")), figures: true},
		{heading: l.say(words.Say("report.column.verdict"))},
	}}
	var kept []Difference
	for _, d := range l.pairs() {
		if d.Measure != head.Measure || !d.Interval.Present() {
			continue
		}
		kept = append(kept, d)
		t.rows = append(t.rows, row{cells: []cell{
			wordCell(glued(d.Alternative)), wordCell(glued(d.Base)),
			figureCell(plus(difference(d.Interval, scale))),
			figureCell(d.relative()),
			wordCell(l.verdict(judge(d.Interval))),
		}})
	}
	if len(t.rows) < manyPairs {
		return section{}
	}
	return section{heading: l.say(words.Say("report.heading.glance", "measure", capital(l.title(head.Measure)))), table: t, notes: append([]string{l.say(words.Say("report.note.glance"))}, l.timesNote(kept)...)}
}
