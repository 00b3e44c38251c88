package report

import "hanhlang/corridors/words"

// curves are a section for each curve: its points, and where it meets what it is held against.
func (l layout) curves() []section {
	var out []section
	for i := range l.Curves {
		out = append(out, l.curveTable(&l.Curves[i]))
	}
	return out
}

func (l layout) curveTable(c *Curve) section {
	over, overScale := l.unit(c.OverUnit)
	unit, scale := l.unit(c.Unit)
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.alternative"))},
		{heading: l.label(c.Over, over), figures: true},
		{heading: l.label(c.Measure, unit), figures: true},
	}}
	var notes []string
	for _, p := range c.Points {
		name := glued(p.Alternative)
		if l.without(p.Alternative) {
			name += glue + overloadMark
			notes = []string{l.say(words.Say("report.overload.note", "mark", overloadMark))}
		}
		x := figureCell(estimate(p.X, overScale, l.values(c.Over)))
		if p.Placed {
			x = numberCell(trimmed(p.X.Mean*overScale, max(0, digits(p.X.Mean*overScale, readableDigits))))
		}
		t.rows = append(t.rows, row{cells: []cell{wordCell(name), x, figureCell(estimate(p.Y, scale, l.values(c.Measure)))}})
	}
	for i := range c.Meetings {
		notes = append(notes, l.met(c, &c.Meetings[i]))
	}
	return section{heading: l.speaker.Title(c.Title), table: t, pictures: []picture{l.curvePicture(c)}, notes: append(notes, l.say(words.Say("report.curve.note", "count", l.Replications)))}
}

// values are those that a measure can have.
func (l layout) values(measure string) values {
	d, _ := Define(measure)
	return d.values()
}

// met says in words where a curve meets a target.
func (l layout) met(c *Curve, m *Meeting) string {
	over, overScale := l.unit(c.OverUnit)
	unit, scale := l.unit(c.Unit)
	target := words.Say("report.curve.same")
	if m.Measure != c.Measure {
		target = words.Say("report.curve.other", "measure", l.title(m.Measure))
	}
	with := words.Say("report.curve.with", "alternative", m.Alternative, "figure", bracketed(estimate(m.Target, scale, l.values(m.Measure)), unit))
	if m.Line {
		with = words.Say("report.curve.line", "name", words.Title(m.Alternative))
	}
	at := m.At
	if m.Turn != nil {
		at = m.Turn.At
	}
	return capital(l.say(words.Say("report.meets."+string(m.reading()),
		"measure", l.title(c.Measure), "target", target, "with", with,
		"over", l.title(c.Over), "at", bracketed(estimate(at, overScale, l.values(c.Over)), over),
		"met", m.Falls+m.Rises, "above", m.above(), "below", m.Below, "count", m.Asked)))
}

// curveAnswer has a sentence for each meeting of each curve, and one for what could move it.
func (l layout) curveAnswer() []string {
	var out []string
	for i := range l.Curves {
		for k := range l.Curves[i].Meetings {
			m := &l.Curves[i].Meetings[k]
			out = append(out, l.met(&l.Curves[i], m))
			if len(m.Shifts) > 0 {
				out = append(out, l.shiftSentence(&l.Curves[i], m))
			}
		}
	}
	return out
}
