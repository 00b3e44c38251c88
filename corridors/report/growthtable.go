package report

import (
	"strconv"

	"hanhlang/corridors/words"
)

// fewRows is how many rows a table of years may have on a terminal; a longer one is for files.
const fewRows = 12

// growth are the sections on demand that grows: for each limit the years in which it is passed, then the stations that cannot keep
// up, then for each limit its figures by year.
func (l layout) growth() []section {
	if l.Growth == nil {
		return nil
	}
	var out []section
	for i := range l.Growth.Limits {
		out = append(out, l.passedTable(i))
	}
	out = append(out, l.overloadTable())
	for i := range l.Growth.Limits {
		out = append(out, l.yearTable(i))
	}
	return out
}

// limited names a limit: "border time, P95", "24 h".
func (l layout) limited(limit *Limit) (measure string, most words.Number) {
	if limit.Measure == "" {
		return l.say(words.Say("report.growth.utilisation")), l.atMost(limit, limit.AtMost)
	}
	return l.title(limit.Measure), l.atMost(limit, limit.AtMost)
}

// atMost writes a limit in its unit.
func (l layout) atMost(limit *Limit, x float64) words.Number {
	unit, scale := l.unit(limit.unit())
	return trimmed(x*scale, max(0, digits(x*scale, readableDigits))).In(unit)
}

// rateColumns are the alternatives, then a column of words for each rate.
func (l layout) rateColumns() []column {
	columns := []column{{heading: l.say(words.Say("report.column.alternative"))}}
	for _, rate := range l.Growth.rates() {
		columns = append(columns, column{heading: l.say(words.Say("report.growth.column", "rate", percent(rate)))})
	}
	return columns
}

// passedTable says for each alternative and rate in which year a limit is passed, and in which it would be at the ends of the range
// of the limit.
func (l layout) passedTable(i int) section {
	limit := &l.Growth.Limits[i]
	measure, most := l.limited(limit)
	t := table{columns: l.rateColumns()}
	rates := len(l.Growth.rates())
	for k := 0; k < len(l.Growth.Trends); k += rates {
		trends := l.Growth.Trends[k : k+rates]
		r := row{cells: []cell{wordCell(glued(trends[0].Alternative))}}
		for j := range trends {
			r.cells = append(r.cells, wordCell(l.passed(&trends[j], i, limit.AtMost, true)))
		}
		t.rows = append(t.rows, r)
		for _, end := range []*float64{limit.Low, limit.High} {
			if end == nil || *end == limit.AtMost {
				continue
			}
			r := row{cells: []cell{wordCell(glue + l.say(words.Say("report.growth.if", "most", l.atMost(limit, *end))))}}
			for j := range trends {
				r.cells = append(r.cells, wordCell(l.passed(&trends[j], i, *end, false)))
			}
			t.rows = append(t.rows, r)
		}
	}
	return section{
		heading: l.say(words.Say("report.growth.heading", "measure", measure, "most", most)), table: t,
		notes: []string{l.say(words.Say("report.growth.note", "confidence", percent(l.Confidence), "count", l.Replications))},
	}
}

// passed is the year in which a trend passes a limit, with the figure if it is asked for, and the years that are undecided.
func (l layout) passed(t *Trend, limit int, atMost float64, figure bool) string {
	o := t.outlook(limit, atMost)
	switch o.reading() {
	case unseen:
		return ""
	case keeps:
		return l.say(words.Say("report.growth.not-by", "to", year(l.Growth.To)))
	case straddles:
		return l.say(words.Say("report.growth.undecided", "years", years(o.undecided)))
	}
	in := words.Plain(year(o.passed.Year))
	if figure {
		with := words.Say("report.growth.stuck")
		if o.passed.Stuck == 0 {
			_, scale := l.unit(l.Growth.Limits[limit].unit())
			with = bracketed(against(o.passed.Reached[limit].Interval, scale, l.Growth.Limits[limit].values(), atMost), "")
		}
		in = words.Say("report.growth.in", "year", year(o.passed.Year), "with", with)
	}
	return l.say(o.but(in))
}

// overloadTable says from which year on a station cannot keep up.
func (l layout) overloadTable() section {
	t := table{columns: l.rateColumns()}
	rates, found := len(l.Growth.rates()), false
	for k := 0; k < len(l.Growth.Trends); k += rates {
		r := row{cells: []cell{wordCell(glued(l.Growth.Trends[k].Alternative))}}
		for j := range rates {
			text := ""
			if y := l.Growth.Trends[k+j].overloaded(); y != nil {
				found, text = true, l.say(words.Say("report.growth.cannot", "year", year(y.Year), "station", words.Name(y.fullest().Station),
					"place", words.Name(y.fullest().Place), "load", words.Number(strconv.FormatFloat(y.fullest().Load, 'f', 2, 64))))
			}
			r.cells = append(r.cells, wordCell(text))
		}
		t.rows = append(t.rows, r)
	}
	if !found {
		return section{}
	}
	return section{
		heading: l.say(words.Say("report.growth.heading-overload")), table: t,
		notes: []string{l.say(words.Say("report.growth.overload-about"))},
	}
}

// yearTable has the figure of every year.
func (l layout) yearTable(i int) section {
	limit := &l.Growth.Limits[i]
	measure, most := l.limited(limit)
	unit, scale := l.unit(limit.unit())
	t := table{columns: []column{{heading: l.say(words.Say("report.growth.column-rate"))}}}
	for y := l.Growth.From; y <= l.Growth.To; y++ {
		t.columns = append(t.columns, column{heading: year(y), figures: true})
	}
	before := ""
	for k := range l.Growth.Trends {
		trend := &l.Growth.Trends[k]
		if trend.Alternative != before {
			before = trend.Alternative
			t.rows = append(t.rows, row{span: before})
		}
		r := row{cells: []cell{numberCell(percent(trend.Rate))}}
		for j := range trend.Years {
			r.cells = append(r.cells, figureCell(against(trend.Years[j].Reached[i].Interval, scale, limit.values(), limit.AtMost)))
		}
		t.rows = append(t.rows, r)
	}
	return section{
		heading: l.say(words.Say("report.growth.heading-years", "measure", capital(measure), "unit", unit, "most", most)), table: t,
		notes: []string{l.intervalNote()}, long: len(l.Growth.Trends) > fewRows, pictures: []picture{l.growthPicture(i)},
	}
}
