package report

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// costs is the table of what a round trip costs, by line. Places and payees stand in --format json and csv.
func (l layout) costs() section {
	var lines []string
	for _, a := range l.Alternatives {
		for _, c := range a.Costs {
			if !slices.Contains(lines, c.Line) {
				lines = append(lines, c.Line)
			}
		}
	}
	if len(lines) == 0 {
		return section{}
	}
	t := table{columns: append([]column{{heading: l.say(words.Say("report.column.cost-line"))}}, l.alternativeColumns()...)}
	for _, line := range lines {
		r := row{cells: []cell{wordCell(capital(l.say(words.Say("trace.line." + line))))}}
		for _, a := range l.Alternatives {
			r.cells = append(r.cells, numberCell(a.line(line)))
		}
		t.rows = append(t.rows, r)
	}
	total := row{cells: []cell{wordCell(capital(l.title("cost_per_trip_usd")))}}
	for _, a := range l.Alternatives {
		total.cells = append(total.cells, figureCell(estimate(a.measure("cost_per_trip_usd"), 1, amounts())))
	}
	t.rows = append(t.rows, total)
	return section{
		heading: l.say(words.Say("report.heading.costs")), table: t, long: true,
		notes: []string{l.say(words.Say("report.note.costs"))}, pictures: l.costPictures(),
	}
}

// line is the mean of a cost line over all its places, as printed: no finer than the coarsest of them.
func (a Alternative) line(name string) words.Number {
	sum, variance, there := stat.Interval{}, 0.0, false
	for _, c := range a.Costs {
		if c.Line != name || !c.Interval.Present() {
			continue
		}
		there = true
		half := float64((c.Interval.Hi - c.Interval.Lo) / 2)
		sum.Mean += c.Interval.Mean
		sum.N = c.Interval.N
		variance += half // widths add up at most
	}
	if !there {
		return ""
	}
	sum.Lo, sum.Hi = sum.Mean-variance, sum.Mean+variance
	return estimate(sum, 1, amounts()).mean
}
