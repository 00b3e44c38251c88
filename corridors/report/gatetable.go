package report

import (
	"slices"
	"strings"

	"hanhlang/corridors/words"
)

// gates is the table of what passed through each gate pair, by alternative. It is there where there are several.
func (l layout) gates() section {
	return l.measureTable(words.Say("report.heading.gates"), l.gateMeasures())
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
