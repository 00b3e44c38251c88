package report

import (
	"slices"
	"strings"

	"hanhlang/corridors/words"
)

// depots is the table of ICDs and ports: visits, stays and the stages there.
func (l layout) depots() section {
	return l.measureTable(words.Say("report.heading.depots"), l.depotMeasures())
}

// depotMeasures are the measures of depots that any alternative has, those of each together.
func (l layout) depotMeasures() []string {
	var names []string
	for _, depot := range l.depotNames() {
		for _, a := range l.Alternatives {
			for _, m := range a.Measures {
				ofDepot := strings.HasPrefix(m.Name, "depot."+depot+".")
				stage := strings.HasPrefix(m.Name, "stage."+depot+"/") && strings.HasSuffix(m.Name, ".time_h")
				if (ofDepot || stage) && m.Interval.Present() && !slices.Contains(names, m.Name) {
					names = append(names, m.Name)
				}
			}
		}
	}
	return names
}

// depotNames are the depots that trucks visit in any alternative.
func (l layout) depotNames() []string {
	var names []string
	for _, a := range l.Alternatives {
		for _, m := range a.Measures {
			name, is := strings.CutPrefix(m.Name, "depot.")
			name, visits := strings.CutSuffix(name, ".trucks_per_day")
			if is && visits && m.Interval.Mean > 0 && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}
