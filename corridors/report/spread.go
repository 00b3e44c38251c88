package report

import (
	"slices"
	"strconv"

	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
)

// sharesTold are the shares of trucks, per cent, by which the table tells the times that the figure draws.
var sharesTold = [...]int{0, 5, 10, 25, 50, 75, 90, 95, 100}

// spread is how long crossings take, from the shortest to the longest, for every alternative.
func (l layout) spread() section {
	s := section{
		heading: l.say(words.Say("report.heading.spread")), long: true, pictures: []picture{l.spreadPicture()},
		table: table{columns: []column{
			{heading: l.say(words.Say("report.column.alternative"))}, {heading: l.say(words.Say("report.column.trucks")), figures: true},
		}},
	}
	for _, percent := range sharesTold {
		s.table.columns = append(s.table.columns, column{heading: l.shareName(percent), figures: true})
	}
	for _, a := range l.Alternatives {
		if a.Indicators == nil {
			continue
		}
		if found, there := crossings(a.Indicators); there {
			s.table.rows = append(s.table.rows, spreadRow(a.Name, found))
			s.notes = append(s.notes, l.say(words.Say("report.note.spread", "count", a.Indicators.Replications)))
		}
	}
	if len(s.table.rows) == 0 {
		return section{}
	}
	return s
}

func (l layout) shareName(percent int) string {
	switch percent {
	case 0:
		return l.say(words.Say("report.trs.min"))
	case 50:
		return l.say(words.Say("report.trs.median"))
	case 100:
		return l.say(words.Say("report.trs.max"))
	}
	return "P" + strconv.Itoa(percent)
}

// spreadRow has the times of one alternative, with as many decimals as the interval of its median supports.
func spreadRow(name string, found indicators.TRS) row {
	decimals := 1
	if half, known := found.Median.HalfWidth(); known {
		decimals = min(2, max(0, digits(half, 1)))
	}
	r := row{cells: []cell{wordCell(name), numberCell(fixed(float64(found.N), 0))}}
	for _, percent := range sharesTold {
		r.cells = append(r.cells, numberCell(fixed(found.Quantiles[percent], decimals)))
	}
	return r
}

// linesDrawn is how many lines a reader tells apart in a figure.
const linesDrawn = 7

// spreadPicture shows which share of loaded trucks is across the border within so many hours; of very many alternatives, in those that
// the headline compares.
func (l layout) spreadPicture() picture {
	shown, caption := l.Alternatives, words.Say("report.picture.spread.caption")
	if len(shown) > linesDrawn {
		shown, caption = l.compared(), words.Say("report.picture.spread.caption-some", "total", len(shown))
		shown = shown[:min(len(shown), linesDrawn)]
	}
	return l.pictured("border-time-shares", words.Say("report.picture.spread.title"), caption, func() *chart.Drawing {
		c := chart.Lines{
			X: chart.Axis{Title: l.axis(l.title("border_time_h"), "h"), Figures: l.figures},
			Y: chart.Axis{Title: l.axis(l.say(words.Say("report.picture.share")), "%"), Figures: l.figures},
		}
		for _, a := range shown {
			if a.Indicators == nil {
				continue
			}
			row, there := crossings(a.Indicators)
			if !there {
				continue
			}
			line := chart.Line{Name: a.Name}
			for percent, hours := range row.Quantiles {
				line.Points = append(line.Points, chart.Point{X: hours, Y: float64(percent)})
			}
			c.Lines = append(c.Lines, line)
			for _, limit := range row.Limits {
				if len(c.Lines) == 1 && limit.Hours <= row.Quantiles[len(row.Quantiles)-1] {
					c.Guides = append(c.Guides, chart.Guide{At: limit.Hours, Name: limit.Name})
				}
			}
		}
		c.Levels = []chart.Guide{{At: 95, Name: "P95"}}
		return c.Draw()
	})
}

// crossings is the row of all crossings of loaded trucks together.
func crossings(set *indicators.Set) (row indicators.TRS, there bool) {
	i := slices.IndexFunc(set.TRS, func(row indicators.TRS) bool { return row.Scope == indicators.BorderScope && len(row.Quantiles) > 0 })
	if i < 0 {
		return row, false
	}
	return set.TRS[i], true
}
