package report

import (
	"strconv"

	"hanhlang/corridors/words"
)

// shifts are a section for each meeting of which it is known what moves it.
func (l layout) shifts() []section {
	var out []section
	for i := range l.Curves {
		c := &l.Curves[i]
		for k := range c.Meetings {
			if m := &c.Meetings[k]; len(m.Shifts) > 0 {
				out = append(out, l.shiftTable(c, m))
			}
		}
	}
	return out
}

func (l layout) shiftTable(c *Curve, m *Meeting) section {
	s := section{heading: l.say(words.Say("report.heading.shifts", "curve", c.Name, "alternative", words.Title(m.Alternative)))}
	s.lead = []string{l.say(words.Say("report.lead.shifts", "count", len(m.Shifts), "measure", l.title(c.Measure), "over", l.title(c.Over)))}
	s.table = table{columns: []column{
		{heading: ""},
		{heading: glued(l.say(words.Say("report.column.low"))), figures: true},
		{heading: glued(l.say(words.Say("report.column.used"))), figures: true},
		{heading: glued(l.say(words.Say("report.column.high"))), figures: true},
	}}
	over, _ := l.unit(c.OverUnit)
	meets := l.say(words.Say("report.shift.meets", "unit", glued(over)))
	unit, _ := l.unitOfDifference(c.Unit)
	apart := l.say(words.Say("report.shift.apart", "unit", glued(unit)))
	for i := range m.Shifts {
		d := &m.Shifts[i]
		s.table.rows = append(s.table.rows,
			row{span: strconv.Itoa(i+1) + ". " + l.graded(l.readable(d.Path), "D")},
			row{cells: []cell{
				wordCell(glue + glue + l.say(words.Say("report.driver.value"))),
				wordCell(l.written(d.Low)), wordCell(l.written(d.Value)), wordCell(l.written(d.High)),
			}},
			row{cells: []cell{wordCell(glue + glue + meets), l.shiftCell(c, d.AtLow), l.shiftCell(c, d.AtBase), l.shiftCell(c, d.AtHigh)}},
		)
		if d.staysApart() {
			s.table.rows = append(s.table.rows,
				row{cells: []cell{wordCell(glue + glue + apart), l.gapCell(c, d.AtLow), l.gapCell(c, d.AtBase), l.gapCell(c, d.AtHigh)}})
		}
	}
	s.list = append([]string{l.say(m.Screened)}, l.shiftNotes(m)...)
	return s
}

// shiftCell is where a curve meets its target, or a word for why it does not.
func (l layout) shiftCell(c *Curve, m *Meeting) cell {
	if m == nil {
		return wordCell(l.say(words.Say("report.shift.not-run")))
	}
	if at := m.Where(); at.Present() {
		_, scale := l.unit(c.OverUnit)
		return figureCell(estimate(at, scale, l.values(c.Over)))
	}
	return wordCell(glued(l.say(words.Say("report.stands." + string(m.reading())))))
}

// gapCell is how far a curve stays from its target; empty where it meets it.
func (l layout) gapCell(c *Curve, m *Meeting) cell {
	if m == nil || !m.Apart().Present() {
		return wordCell("")
	}
	_, scale := l.unitOfDifference(c.Unit)
	return figureCell(plus(difference(m.Apart(), scale)))
}

// shiftNotes say which ends turn the answer or leave it unclear, and what must be known of them, by the numbers of the inputs.
func (l layout) shiftNotes(m *Meeting) []string {
	var turned, unclear []any
	var notes []string
	for i := range m.Shifts {
		for _, end := range m.Shifts[i].ends() {
			named := words.Say("report.turn.end", "number", i+1, "value", l.written(end.value))
			switch {
			case m.Shifts[i].Turns(end.at):
				turned = append(turned, named)
			case m.Shifts[i].Blurs(end.at):
				unclear = append(unclear, named)
			}
			if !end.note.Empty() {
				notes = append(notes, l.say(words.Say("report.note.driver", "number", i+1, "value", l.written(end.value), "note", end.note)))
			}
		}
	}
	return append(l.turnNotes(turned, unclear), notes...)
}

// shiftSentence says in the answer which assumptions could turn where a curve meets its target, or what moves it most.
func (l layout) shiftSentence(c *Curve, m *Meeting) string {
	var turned []any
	for i := range m.Shifts {
		for _, end := range m.Shifts[i].ends() {
			if m.Shifts[i].Turns(end.at) {
				turned = append(turned, words.Say("report.shift.end", "path", l.readable(m.Shifts[i].Path),
					"value", l.written(end.value), "meets", words.Say("report.stands."+string(end.at.stands()))))
			}
		}
	}
	if len(turned) > 0 {
		return l.say(words.Say("report.shift.turned", "ends", words.And(turned...)))
	}
	top := &m.Shifts[0]
	if top.AtLow == nil || top.AtHigh == nil || !top.AtLow.Where().Present() || !top.AtHigh.Where().Present() {
		return l.say(words.Say("report.shift.none"))
	}
	over, scale := l.unit(c.OverUnit)
	from, to := estimate(top.AtLow.Where(), scale, l.values(c.Over)), estimate(top.AtHigh.Where(), scale, l.values(c.Over))
	return l.say(words.Say("report.shift.most", "path", l.readable(top.Path), "low", l.written(top.Low), "high", l.written(top.High),
		"from", bracketed(from, over), "to", bracketed(to, over)))
}
