package report

import (
	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/words"
)

// The columns of the sheet of curves that are drawn, and where the charts stand.
const (
	curveOver   = 5
	curveMean   = 10
	curveCharts = 16
)

// curveSheet has the points of all curves, where they meet what they are held against, what moves that, and a chart for each curve.
func (b *book) curveSheet() {
	if len(b.Curves) == 0 {
		return
	}
	t := b.tab(words.Say("report.sheet.curves"))
	t.heading(0, t.headings(words.Say("report.field.curve"), words.Say("report.column.alternative"), words.Say("report.field.over"), words.Say("report.field.unit"),
		words.Say("report.column.mean"), words.Say("report.field.low"), words.Say("report.field.high"),
		words.Say("report.column.measure"), words.Say("report.field.unit"), words.Say("report.column.mean"), words.Say("report.field.low"), words.Say("report.field.high"))...)
	for i := range b.Curves {
		t.chart(curveCharts, 2+i*(chartHeight/20+2), t.curveRows(&b.Curves[i]))
	}
	t.filter = len(t.rows)
	t.meetingRows()
	t.shiftRows()
	t.close()
}

// curveRows puts the points of a curve and gives its chart.
func (t *tab) curveRows(c *Curve) drawn {
	over, overScale := t.unit(c.OverUnit)
	unit, scale := t.unit(c.Unit)
	first := len(t.rows) + 1
	for _, p := range c.Points {
		x, y := intervalFields(p.X, overScale, t.values(c.Over)), intervalFields(p.Y, scale, t.values(c.Measure))
		fields := append(texts(c.Name, p.Alternative, capital(t.title(c.Over)), over), x[:]...)
		t.add(append(append(fields, texts(capital(t.title(c.Measure)), unit)...), y[:]...)...)
	}
	last := len(t.rows)
	if last < first {
		return drawn{}
	}
	return drawn{
		kind: excelize.Scatter, title: t.speaker.Title(c.Title), across: t.axis(capital(t.title(c.Over)), over), up: unit,
		series: []excelize.ChartSeries{{Name: t.span(1, first, 1, first), Categories: t.span(curveOver, first, curveOver, last), Values: t.span(curveMean, first, curveMean, last)}},
	}
}

// meetingRows put where each curve meets what it is held against.
func (t *tab) meetingRows() {
	begun := false
	for i := range t.Curves {
		c := &t.Curves[i]
		_, scale := t.unit(c.OverUnit)
		for k := range c.Meetings {
			m := &c.Meetings[k]
			if !begun {
				begun = true
				t.add()
				t.add(t.headings(words.Say("report.field.curve"), words.Say("report.field.against"), words.Say("report.column.measure"), words.Say("report.column.verdict"),
					words.Say("report.field.meets-at"), words.Say("report.field.low"), words.Say("report.field.high"), words.Say("report.field.replications"), words.Say("report.field.meets"))...)
			}
			at := intervalFields(m.Where(), scale, t.values(c.Over))
			fields := append(texts(c.Name, t.speaker.Title(m.Alternative), capital(t.title(m.Measure)), t.say(words.Say("report.stands."+string(m.stands())))), at[:]...)
			t.add(append(fields, counted(m.Asked), counted(m.Falls+m.Rises))...)
		}
	}
}

// shiftRows put which assumptions move where a curve meets its target, at both ends of their ranges.
func (t *tab) shiftRows() {
	begun := false
	for i := range t.Curves {
		c := &t.Curves[i]
		for k := range c.Meetings {
			for s := range c.Meetings[k].Shifts {
				if !begun {
					begun = true
					t.add()
					t.add(t.headings(words.Say("report.field.curve"), words.Say("report.field.against"), words.Say("report.field.assumption"), words.Say("report.field.end"),
						words.Say("report.field.value"), words.Say("report.column.verdict"), words.Say("report.field.meets-at"), words.Say("report.field.low"), words.Say("report.field.high"))...)
				}
				t.shiftFields(c, &c.Meetings[k], &c.Meetings[k].Shifts[s])
			}
		}
	}
}

// shiftFields put a row for the value as used and for each end of the range of an assumption.
func (t *tab) shiftFields(c *Curve, m *Meeting, d *Shift) {
	_, scale := t.unit(c.OverUnit)
	for _, end := range d.runs() {
		reading := t.say(words.Say("report.shift.not-run"))
		var at [3]field
		if end.at != nil {
			reading, at = t.say(words.Say("report.stands."+string(end.at.stands()))), intervalFields(end.at.Where(), scale, t.values(c.Over))
		}
		t.add(append(texts(c.Name, t.speaker.Title(m.Alternative), d.Path, t.say(end.name), end.value, reading), at[:]...)...)
	}
}

// shiftRun is one of the values that an assumption was run with.
type shiftRun struct {
	kind  string // low, used or high
	name  words.Phrase
	value string
	at    *Meeting // nil: it could not be run
}

// runs are the low end, the value as used and the high end.
func (s *Shift) runs() []shiftRun {
	return []shiftRun{
		{"low", words.Say("report.column.low"), s.Low, s.AtLow},
		{"used", words.Say("report.column.used"), s.Value, s.AtBase},
		{"high", words.Say("report.column.high"), s.High, s.AtHigh},
	}
}
