package report

import (
	"slices"
	"strings"

	"hanhlang/corridors/words"
)

// gates is the table of what passed through each gate pair, by alternative. It is there where there are several.
func (l layout) gates() section {
	t := table{columns: append([]column{{heading: l.say(words.Say("report.column.measure"))}}, l.alternativeColumns()...)}
	for _, name := range l.gateMeasures() {
		d, _ := Define(name)
		unit, scale := l.unit(d.Unit)
		r := row{cells: []cell{wordCell(l.label(name, unit))}}
		for _, a := range l.Alternatives {
			r.cells = append(r.cells, figureCell(estimate(a.measure(name), scale)))
		}
		t.rows = append(t.rows, r)
	}
	if len(t.rows) == 0 {
		return section{}
	}
	return section{heading: l.say(words.Say("report.heading.gates")), table: t}
}

// gateMeasures are the measures of gate pairs that any alternative has, in their order.
func (l layout) gateMeasures() []string {
	var names []string
	for _, a := range l.Alternatives {
		for _, m := range a.Measures {
			if strings.HasPrefix(m.Name, "gate.") && m.Interval.Present() && !slices.Contains(names, m.Name) {
				names = append(names, m.Name)
			}
		}
	}
	return names
}
