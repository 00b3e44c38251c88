package report

import (
	"strconv"

	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/words"
)

// farAbove is how many times a limit is drawn at most: what cannot keep up goes on upwards for as long as a run is long.
const farAbove = 2.5

// growthPicture shows what each alternative comes to by year, a line for each rate, and in which year a limit is passed.
func (l layout) growthPicture(i int) picture {
	limit := &l.Growth.Limits[i]
	measure, most := l.limited(limit)
	unit, scale := l.unit(limit.unit())
	c := chart.Panels{
		Y:     chart.Axis{Title: l.axis(measure, unit), Figures: l.figures},
		Level: chart.Guide{At: limit.AtMost * scale, Name: l.say(words.Say("report.picture.growth.limit", "most", l.drawn(most)))},
		Mark:  l.say(words.Say("report.picture.growth.mark")), Cap: limit.AtMost * scale * farAbove,
	}
	for y := l.Growth.From; y <= l.Growth.To; y++ {
		c.Columns = append(c.Columns, year(y))
	}
	for _, rate := range l.Growth.rates() {
		c.Lines = append(c.Lines, unglue(l.say(words.Say("report.growth.column", "rate", percent(rate)))))
	}
	for k := range l.Growth.Trends {
		t := &l.Growth.Trends[k]
		if len(c.Panels) == 0 || c.Panels[len(c.Panels)-1].Name != t.Alternative {
			c.Panels = append(c.Panels, chart.Panel{Name: t.Alternative})
		}
		p := &c.Panels[len(c.Panels)-1]
		p.Lines = append(p.Lines, t.drawn(i, limit, scale))
	}
	return l.pictured("growth-"+strconv.Itoa(i+1), words.Say("report.picture.growth.title", "measure", capital(measure)),
		words.Say("report.picture.growth.caption", "most", l.drawn(most)), c.Draw)
}

// drawn is a trend as a line, with the first year that passes a limit marked.
func (t *Trend) drawn(i int, limit *Limit, scale float64) chart.PanelLine {
	line := chart.PanelLine{Marked: -1}
	passed := t.outlook(i, limit.AtMost).passed
	for k := range t.Years {
		y := &t.Years[k]
		if passed == y {
			line.Marked = k
		}
		at := y.Reached[i].Interval
		v := chart.PanelValue{There: at.Present(), Mean: at.Mean * scale, Low: at.Mean * scale, High: at.Mean * scale}
		if at.Bounded() {
			can := limit.values() // an interval of few replications reaches beyond them
			v.Low, v.High = max(at.Lo, can.least)*scale, min(at.Hi, can.most)*scale
		}
		line.Values = append(line.Values, v)
	}
	return line
}
