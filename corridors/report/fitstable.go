package report

import (
	"slices"

	"hanhlang/corridors/words"
)

// judged are the published figures that the answer is held against.
func (l layout) judged() []Published {
	return slices.DeleteFunc(slices.Clone(l.Published), func(p Published) bool { return p.Fits == nil })
}

// fitted shows which published figures the answer fits, and why it does not fit the others.
func (l layout) fitted() section {
	judged := l.judged()
	if len(judged) == 0 {
		return section{}
	}
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.measure"))},
		{heading: l.say(words.Say("report.column.alternative"))},
		{heading: l.say(words.Say("report.column.says"))},
		{heading: l.say(words.Say("report.column.fits")), figures: true},
		{heading: l.say(words.Say("report.column.simulated")), figures: true},
		{heading: l.say(words.Say("report.column.verdict"))},
	}}
	s := section{heading: l.say(words.Say("report.heading.fits")), lead: []string{l.say(words.Say("report.lead.fits"))}}
	for _, p := range judged {
		t.rows = append(t.rows, l.fittedRow(p))
		if note := l.sourceNote(p); !slices.Contains(s.list, note) {
			s.list = append(s.list, note)
		}
	}
	s.table = t
	return s
}

func (l layout) fittedRow(p Published) row {
	unit, scale := l.unitOfMeasure(p.Measure)
	d, _ := Define(p.Measure)
	return row{cells: []cell{
		wordCell(l.label(p.Measure, unit)), wordCell(glued(p.Alternative)), wordCell(l.graded(glued(p.Fact), p.Grade) + ": " + l.speaker.Written(p.Says)),
		wordCell(l.limits(p.Fits, scale)), figureCell(estimate(p.Interval, scale, d.values())),
		wordCell(l.say(words.Say("report.reading." + string(p.reading())))),
	}}
}

// unitOfMeasure is how the unit of a measure is written, and what its values are multiplied by.
func (l layout) unitOfMeasure(measure string) (string, float64) {
	d, _ := Define(measure)
	return l.unit(d.Unit)
}

// limits writes what fits: "3 to 5", "at least 30".
func (l layout) limits(f *Fits, scale float64) string {
	figure := func(x float64) words.Number { return trimmed(x*scale, max(0, digits(x*scale, readableDigits))) }
	switch {
	case f.High == nil:
		return l.say(words.Say("report.fits.at-least", "low", figure(*f.Low)))
	case f.Low == nil:
		return l.say(words.Say("report.fits.at-most", "high", figure(*f.High)))
	}
	return l.say(words.Say("report.fits.between", "low", figure(*f.Low), "high", figure(*f.High)))
}

// misfits are a paragraph for each published figure that the answer does not fit, or cannot say: what
// came out, and the likely reason.
func (l layout) misfits() section {
	s := section{}
	for _, p := range l.judged() {
		if p.reading() == fits {
			continue
		}
		reason := p.Reason
		if reason.Empty() {
			reason = words.Say("report.fits.no-reason")
		}
		s.list = append(s.list, l.say(words.Say("report.note.misfit",
			"measure", capital(l.title(p.Measure)), "alternative", p.Alternative, "fact", l.graded(p.Fact, p.Grade),
			"reading", words.Say("report.reading."+string(p.reading())), "reason", reason)))
	}
	if len(s.list) > 0 {
		s.heading = l.say(words.Say("report.heading.misfits"))
	}
	return s
}

// fitSentence counts the published figures by how the answer stands to them.
func (l layout) fitSentence() string {
	counts := make(map[standing]int)
	judged := l.judged()
	for _, p := range judged {
		counts[p.reading()]++
	}
	if len(judged) == 0 {
		return ""
	}
	return l.say(words.Say("report.answer.fits", "count", len(judged), "fits", words.Say("report.answer.fitting", "count", counts[fits]),
		"misfits", words.Say("report.answer.misfitting", "count", counts[doesNotFit]),
		"undecided", words.Say("report.answer.undecided", "count", counts[notDecided]+counts[notMeasured])))
}
