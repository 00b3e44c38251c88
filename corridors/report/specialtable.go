package report

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// special is the table of what only some posts have: yards, waiting places that are few, and the like. What is
// zero in all alternatives is left out.
func (l layout) special() section {
	return l.measureTable(words.Say("report.heading.special"), l.specialMeasures())
}

// specialMeasures are the names for that table, those of a later alternative after those of the first.
func (l layout) specialMeasures() []string {
	var names []string
	for _, a := range l.Alternatives {
		for _, m := range a.Measures {
			if d, known := Define(m.Name); known && d.Special && !isZero(m.Interval) && !slices.Contains(names, m.Name) {
				names = append(names, m.Name)
			}
		}
	}
	return names
}

// isZero says whether an estimate is there and nothing.
func isZero(i stat.Interval) bool { return !i.Present() || i.Mean == 0 }
