package report

import (
	"slices"
	"strconv"

	"hanhlang/corridors/words"
)

// differences is the table of paired differences, grouped by the pair compared.
func (l layout) differences() section {
	t := table{columns: l.differenceColumns()}
	shown := l.shownMeasures()
	alternative, base := "", ""
	var kept []Difference
	for _, d := range l.pairs() {
		if !d.Interval.Present() || !slices.Contains(shown, d.Measure) {
			continue
		}
		if d.Alternative != alternative || d.Base != base {
			alternative, base = d.Alternative, d.Base
			t.rows = append(t.rows, row{span: l.say(words.Say("report.pair", "alternative", alternative, "base", base))})
		}
		t.rows, kept = append(t.rows, l.differenceRow(d)), append(kept, d)
	}
	if len(t.rows) == 0 {
		return section{}
	}
	return section{
		heading: l.say(words.Say("report.heading.differences")),
		table:   t,
		notes:   append(l.timesNote(kept), l.differenceNotes()...),
	}
}

// pairs are the differences with those of one pair together, in the order in which the pairs first come.
func (l layout) pairs() []Difference {
	all := slices.Clone(l.Differences)
	order := map[[2]string]int{}
	for i, d := range all {
		if _, seen := order[[2]string{d.Alternative, d.Base}]; !seen {
			order[[2]string{d.Alternative, d.Base}] = i
		}
	}
	slices.SortStableFunc(all, func(a, b Difference) int {
		return order[[2]string{a.Alternative, a.Base}] - order[[2]string{b.Alternative, b.Base}]
	})
	return all
}

func (l layout) differenceColumns() []column {
	sure := percent(l.Confidence)
	return []column{
		{heading: l.say(words.Say("report.column.measure"))},
		{heading: l.say(words.Say("report.column.difference", "confidence", sure)), figures: true},
		{heading: l.say(words.Say("report.column.joint", "confidence", sure)), figures: true},
		{heading: l.say(words.Say("report.column.relative")), figures: true},
		{heading: l.say(words.Say("report.column.verdict"))},
	}
}

func (l layout) differenceRow(d Difference) row {
	unit, scale := l.unitOfDifference(d.Unit)
	return row{cells: []cell{
		wordCell(glue + glue + l.label(d.Measure, unit)),
		figureCell(plus(difference(d.Interval, scale))),
		boundsCell(plus(difference(d.Joint, scale))),
		figureCell(d.relative()),
		wordCell(l.verdict(judge(d.Interval))),
	}}
}

// factor prints how many times: the ratio of two sample variances supports no more than two digits.
func factor(x float64) words.Number {
	if x < 9.95 {
		return words.Number(strconv.FormatFloat(x, 'f', 1, 64))
	}
	return fixed(x, min(0, digits(x, 2)))
}

// gained says whether shared luck was worth something, as far as is printed.
func gained(ratio float64) bool { return ratio > 1 && factor(ratio) != factor(1) }

func (l layout) verdict(v verdict) string {
	switch v {
	case less:
		return l.say(words.Say("report.verdict.less"))
	case more:
		return l.say(words.Say("report.verdict.more"))
	case same:
		return l.say(words.Say("report.verdict.same"))
	}
	return l.say(words.Say("report.verdict.undecided"))
}

// differenceNotes explain the columns that a planner has not seen before, and say what the shared luck was worth if it was.
func (l layout) differenceNotes() []string {
	note := words.Say("report.note.differences", "confidence", percent(l.Confidence))
	if l.JointOverPairs {
		note = words.Say("report.note.differences-all", "confidence", percent(l.Confidence))
	}
	notes := []string{l.say(note)}
	if head, ok := l.headline(); ok && head.VarianceRatio != nil && gained(*head.VarianceRatio) {
		notes = append(notes, l.say(words.Say("report.note.gain", "measure", l.title(head.Measure), "factor", factor(*head.VarianceRatio))))
	}
	return notes
}
