package study

import (
	"hanhlang/corridors/report"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// best says which alternatives can be the best in the measures of which that is asked. Over several measures the bounds hold
// together, too.
func (a *answer) best() []report.Best {
	var out []report.Best
	for _, b := range a.study.Best {
		row := report.Best{Measure: b.Measure, Unit: unitOf(b.Measure), Least: b.Least}
		tables := make([]*experiment.Table, len(b.Among))
		for i, name := range b.Among {
			tables[i] = a.tables[a.index(name)]
		}
		confidence := stat.Joint(a.study.Confidence, len(a.study.Best))
		standings, n, ok := experiment.WithBest(tables, b.Measure, b.Least, confidence)
		if !ok {
			out = append(out, row) // never seen by all of them
			continue
		}
		for i, standing := range standings {
			interval, _ := tables[i].Interval(b.Measure, a.study.Confidence)
			row.Rivals = append(row.Rivals, report.Rival{
				Alternative: b.Among[i], Interval: interval, Behind: behind(standing, n, confidence), Possible: standing.Possible,
			})
		}
		out = append(out, row)
	}
	return out
}

// behind is a standing as an interval.
func behind(s stat.Standing, n int, confidence float64) stat.Interval {
	out := stat.Interval{Mean: s.Behind, N: 1, Confidence: confidence}
	if s.Bounded {
		out.N, out.Lo, out.Hi = n, s.Lo, s.Hi
	}
	return out
}
