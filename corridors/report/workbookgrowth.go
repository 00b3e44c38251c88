package report

import (
	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// The columns of the sheet of growth that are drawn, and where the charts stand.
const (
	growthYear   = 4
	growthMean   = 7
	growthCharts = 15
)

// growthSheet has what each alternative comes to by year, limit by limit, and a chart for each limit and rate, beside the table.
func (b *book) growthSheet() {
	if b.Growth == nil {
		return
	}
	t := b.tab(words.Say("report.sheet.growth"))
	t.heading(0, t.headings(words.Say("report.column.measure"), words.Say("report.column.alternative"), words.Say("report.growth.column-rate"), words.Say("report.field.year"),
		words.Say("report.field.demand-factor"), words.Say("report.field.unit"), words.Say("report.column.mean"), words.Say("report.field.low"), words.Say("report.field.high"),
		words.Say("report.field.place"), words.Say("report.field.station"), words.Say("report.field.limit"), words.Say("report.column.verdict"))...)
	var charts []drawn
	for i := range b.Growth.Limits {
		charts = append(charts, t.growthRows(i)...)
	}
	t.filter = len(t.rows)
	for i, c := range charts {
		t.chart(growthCharts, 2+i*(chartHeight/20+2), c)
	}
	t.add()
	t.add(paragraphed(t.say(words.Say("report.growth.note", "confidence", percent(t.Confidence), "count", t.Replications))))
	t.add(paragraphed(t.say(words.Say("report.growth.overload-note"))))
	t.close()
}

// growthRows puts the years of all trends for a limit, and gives the charts of it: one for each rate, with a line for each alternative.
func (t *tab) growthRows(i int) []drawn {
	limit := &t.Growth.Limits[i]
	measure, most := t.limited(limit)
	unit, _ := t.unit(limit.unit())
	series := make(map[float64][]excelize.ChartSeries)
	for k := range t.Growth.Trends {
		trend := &t.Growth.Trends[k]
		first := len(t.rows) + 1
		for j := range trend.Years {
			t.add(t.yearFields(limit, trend, j, i)...)
		}
		last := len(t.rows)
		series[trend.Rate] = append(series[trend.Rate], excelize.ChartSeries{
			Name: t.span(2, first, 2, first), Categories: t.span(growthYear, first, growthYear, last), Values: t.span(growthMean, first, growthMean, last),
		})
	}
	var charts []drawn
	for _, rate := range t.Growth.rates() {
		charts = append(charts, drawn{
			kind: excelize.Scatter, up: unit, series: series[rate], across: t.say(words.Say("report.field.year")),
			title: unglue(t.say(words.Say("report.chart.growth", "measure", capital(measure), "rate", percent(rate), "most", most))),
		})
	}
	return charts
}

// yearFields are the row of a year of a trend.
func (t *tab) yearFields(limit *Limit, trend *Trend, j, i int) []field {
	y := &trend.Years[j]
	at := y.Reached[i]
	unit, scale := t.unit(limit.unit())
	estimate := intervalFields(at.Interval, scale, limit.values())
	rate := field{value: trend.Rate, look: look{format: numberFormat(digits(trend.Rate*100, 2), false, true)}}
	fields := append(texts(capital(t.title(limit.name())), trend.Alternative), rate, field{value: y.Year, look: look{format: "0"}}, plainly(y.Factor, 4), worded(unit))
	if limit.Measure == "" {
		fields[0] = worded(capital(t.say(words.Say("report.growth.utilisation"))))
	}
	fields = append(fields, estimate[:]...)
	fields = append(fields, t.named(at.Place, at.Station)...)
	return append(fields, field{value: limit.AtMost, look: look{format: numberFormat(digits(limit.AtMost*scale, 2), false, scale == 100)}}, worded(t.yearVerdict(y, i, limit.AtMost)))
}

// yearVerdict says how a year stands to a limit.
func (t *tab) yearVerdict(y *Year, i int, atMost float64) string {
	if y.Stuck > 0 {
		return t.say(words.Say("report.growth.stuck"))
	}
	return t.say(words.Say("report.year." + string(y.reading(i, atMost))))
}

// bestSheet has how far each alternative is behind the best of the others.
func (b *book) bestSheet() {
	if len(b.Best) == 0 {
		return
	}
	t := b.tab(words.Say("report.sheet.best"))
	t.heading(0, t.headings(words.Say("report.column.measure"), words.Say("report.field.is-best"), words.Say("report.column.alternative"), words.Say("report.field.unit"),
		words.Say("report.column.mean"), words.Say("report.field.low"), words.Say("report.field.high"),
		words.Say("report.field.behind"), words.Say("report.field.joint-low", "confidence", percent(b.Confidence)), words.Say("report.field.joint-high", "confidence", percent(b.Confidence)),
		words.Say("report.best.column-can"))...)
	for i := range b.Best {
		of := &b.Best[i]
		is := words.Say("report.best.goes-most")
		if of.Least {
			is = words.Say("report.best.goes-least")
		}
		unit, scale := t.unit(of.Unit)
		for _, r := range of.Rivals {
			can := words.Say("report.best.no")
			if r.Possible {
				can = words.Say("report.best.yes")
			}
			mean, behind := intervalFields(r.Interval, scale, valuesOf(of.Measure)), behindFields(r.Behind, scale)
			fields := append(texts(capital(t.title(of.Measure)), t.say(is), r.Alternative, unit), mean[:]...)
			t.add(append(append(fields, behind[:]...), worded(t.say(can)))...)
		}
	}
	t.filter = len(t.rows)
	t.add()
	t.add(paragraphed(t.say(words.Say("report.best.note", "confidence", percent(t.Confidence), "count", len(t.Best)))))
	t.close()
}

// behindFields are how much worse a rival is than the best of the others, with joint bounds, to the digits of the report.
func behindFields(i stat.Interval, scale float64) [3]field {
	if !i.Present() {
		return [3]field{}
	}
	shows := look{format: numberFormat(difference(i, scale).shown(), false, scale == 100)}
	return [3]field{{value: i.Mean, look: shows}, {value: i.Lo, look: shows}, {value: i.Hi, look: shows}}
}
