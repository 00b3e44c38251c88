package report

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// costs is the table of what a round trip and a tonne cost, by line. Places and payees stand in --format json and csv.
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
	for _, measure := range []string{"cost_per_trip_usd", "cost_per_tonne_usd"} {
		t.rows = append(t.rows, l.costRows(measure, lines)...)
	}
	return section{
		heading: l.say(words.Say("report.heading.costs")), table: t, long: true,
		notes: []string{l.say(words.Say("report.note.costs"))}, pictures: l.costPictures(),
	}
}

// costRows are the lines of a measure of cost and their sum, under its name; none where no alternative has it.
func (l layout) costRows(measure string, lines []string) []row {
	if !slices.ContainsFunc(l.Alternatives, func(a Alternative) bool { return a.measure(measure).Present() }) {
		return nil
	}
	d, _ := Define(measure)
	unit, _ := l.unit(d.Unit)
	rows := []row{{span: l.label(measure, unit)}}
	for _, line := range lines {
		r := row{cells: []cell{wordCell(capital(l.say(words.Say("trace.line." + line))))}}
		for _, a := range l.Alternatives {
			r.cells = append(r.cells, numberCell(a.line(line, a.perTrip(measure))))
		}
		rows = append(rows, r)
	}
	total := row{cells: []cell{wordCell(l.say(words.Say("report.column.all-lines")))}}
	for _, a := range l.Alternatives {
		total.cells = append(total.cells, figureCell(estimate(a.measure(measure), 1, amounts())))
	}
	return append(rows, total)
}

// perTrip is what a measure of cost is over the cost of a round trip, to bring lines of a round trip to it; 0 where nothing was paid.
func (a Alternative) perTrip(measure string) float64 {
	if trip := a.measure("cost_per_trip_usd").Mean; trip > 0 {
		return a.measure(measure).Mean / trip
	}
	return 0
}

// line is the mean of a cost line over all its places times scale, as printed: no finer than the coarsest of them.
func (a Alternative) line(name string, scale float64) words.Number {
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
	return estimate(sum, scale, amounts()).mean
}
