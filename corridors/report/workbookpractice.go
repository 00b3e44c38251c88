package report

import (
	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
)

// tfiSheet has the four CPMM indicators.
func (b *book) tfiSheet() {
	if len(b.watched()) == 0 {
		return
	}
	t := b.tab(words.Say("report.sheet.tfi"))
	t.heading(0, t.headings(words.Say("report.column.alternative"), words.Say("report.column.indicator"), words.Say("report.field.unit"), words.Say("report.field.gate"),
		words.Say("report.field.place"), words.Say("report.field.country"), words.Say("report.field.direction"), words.Say("report.field.flow"), words.Say("report.field.trip"),
		words.Say("report.field.load"), words.Say("report.field.activity"), words.Say("report.trs.n"), words.Say("report.column.mean"), words.Say("report.field.low"),
		words.Say("report.field.high"), words.Say("report.column.median"), words.Say("report.trs.sd"), words.Say("report.trs.min"), words.Say("report.trs.max"),
		words.Say("report.trs.p90"), words.Say("report.column.ratio-of-totals"))...)
	for _, a := range b.Alternatives {
		for _, row := range a.Indicators.TFI {
			mean := intervalFields(row.Mean, 1, amounts())
			fields := append(texts(a.Name, row.Indicator, row.Unit, row.Gate, row.Place), b.named(b.country(row.Country), row.Direction, row.Flow, row.Trip, row.Load, row.Activity)...)
			fields = append(append(fields, counted(row.N)), mean[:]...)
			t.add(append(fields, bareMean(row.Median), bareMean(row.SD), field{value: row.Low, look: mean[0].look}, field{value: row.High, look: mean[0].look},
				bareMean(row.P90), bareMean(row.Ratio))...)
		}
	}
	t.filter = len(t.rows)
	for _, note := range b.tfi().notes {
		t.add()
		t.add(paragraphed(note))
	}
	t.close()
}

// The columns of the time/cost–distance table that are drawn.
const (
	tcdKm   = 6
	tcdTime = 10
	tcdCost = 16
)

// tcdSheet has the points of the time/cost–distance charts, and two of them drawn: time and cost of the first flow's way out.
func (b *book) tcdSheet() {
	if len(b.watched()) == 0 {
		return
	}
	t := b.tab(words.Say("report.sheet.tcd"))
	heads := t.headings(words.Say("report.column.alternative"), words.Say("report.field.flow"), words.Say("report.field.trip"), words.Say("report.field.load"),
		words.Say("report.field.way"), words.Say("report.field.km"), words.Say("report.field.place"), words.Say("report.field.name"), words.Say("report.field.step"))
	for _, axis := range []string{t.say(words.Say("report.field.time-h")), t.say(words.Say("report.field.cost-usd"))} {
		heads = append(heads, headField(axis))
		for _, id := range []words.Phrase{words.Say("report.field.low"), words.Say("report.field.high"), words.Say("report.field.p10"), words.Say("report.field.p50"), words.Say("report.trs.p90")} {
			heads = append(heads, headField(axis+", "+t.say(id)))
		}
	}
	t.heading(0, append(heads, t.headings(words.Say("report.trs.n"))...)...)
	var time, cost []excelize.ChartSeries
	flow := firstFlow(b.Alternatives)
	for _, a := range b.Alternatives {
		for _, chart := range a.Indicators.TCD {
			first, last := t.tcdRows(a.Name, chart)
			if drawnWay(a, flow, chart) {
				name := t.span(1, first, 1, first)
				time = append(time, excelize.ChartSeries{Name: name, Categories: t.span(tcdKm, first, tcdKm, last), Values: t.span(tcdTime, first, tcdTime, last)})
				cost = append(cost, excelize.ChartSeries{Name: name, Categories: t.span(tcdKm, first, tcdKm, last), Values: t.span(tcdCost, first, tcdCost, last)})
			}
		}
	}
	t.filter = len(t.rows)
	km := t.say(words.Say("report.field.km"))
	below := len(t.rows) + 3
	t.chart(1, below, drawn{kind: excelize.Scatter, title: t.say(words.Say("report.chart.tcd-time", "flow", words.Name(flow))), across: km, up: "h", series: time})
	t.chart(1, below+chartHeight/20+2, drawn{kind: excelize.Scatter, title: t.say(words.Say("report.chart.tcd-cost", "flow", words.Name(flow))), across: km, up: "USD", series: cost})
	t.close()
}

// tcdRows puts the points of one way and gives the first and the last row.
func (t *tab) tcdRows(alternative string, chart indicators.TCD) (first, last int) {
	first = len(t.rows) + 1
	for _, p := range chart.Points {
		fields := append(append(texts(alternative), t.named(chart.Flow, chart.Trip, chart.Load, chart.Way)...), plainly(p.Km, 5))
		fields = append(fields, texts(p.Place, p.Name, p.Step)...)
		for _, s := range []indicators.Summary{p.Time, p.Cost} {
			mean := intervalFields(s.Mean, 1, amounts())
			fields = append(append(fields, mean[:]...), bareMean(s.P10), bareMean(s.Median), bareMean(s.P90))
		}
		t.add(append(fields, counted(chart.Trucks))...)
	}
	return first, len(t.rows)
}

// firstFlow is the flow whose way out is drawn: the first that there is.
func firstFlow(all []Alternative) string {
	for _, a := range all {
		for _, chart := range a.Indicators.TCD {
			if chart.Trip == string(indicators.Out) {
				return chart.Flow
			}
		}
	}
	return ""
}

// drawnWay says whether a way is drawn: of the ways out of the first flow the one that most of an alternative's trucks take. The
// others have their points in the table.
func drawnWay(of Alternative, flow string, chart indicators.TCD) bool {
	if chart.Flow != flow || chart.Trip != string(indicators.Out) {
		return false
	}
	for _, other := range of.Indicators.TCD {
		if other.Flow == flow && other.Trip == chart.Trip && other.Trucks > chart.Trucks {
			return false
		}
	}
	return true
}
