package study

import (
	"cmp"
	"slices"

	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/sim/stat"
)

// curves draws one measure over another along the alternatives of each curve, and finds where it meets its targets.
func (a *answer) curves() []report.Curve {
	var out []report.Curve
	for i := range a.study.Curves {
		c := &a.study.Curves[i]
		drawn := report.Curve{Name: c.Name, Title: c.Title, Over: c.Over, OverUnit: unitOf(c.Over), Measure: c.Measure, Unit: unitOf(c.Measure)}
		for _, p := range c.Points {
			at := a.index(p.Alternative)
			point := report.CurvePoint{Alternative: p.Alternative}
			point.Y, _ = a.tables[at].Interval(c.Measure, a.study.Confidence)
			point.X, _ = a.tables[at].Interval(c.Over, a.study.Confidence)
			if p.At != nil {
				point.X, point.Placed = stat.Interval{Mean: *p.At, Lo: *p.At, Hi: *p.At, N: point.Y.N}, true
			}
			drawn.Points = append(drawn.Points, point)
		}
		for _, t := range c.Against {
			drawn.Meetings = append(drawn.Meetings, a.meeting(c, t))
		}
		out = append(out, drawn)
	}
	return out
}

// xy is a point of a curve in one replication.
type xy struct{ x, y float64 }

// line is a curve in one replication, from left to right.
func (a *answer) line(c *scenarios.Curve, replication int) []xy {
	var out []xy
	for _, p := range c.Points {
		table := a.tables[a.index(p.Alternative)]
		y, there := table.Value(c.Measure, replication)
		if !there {
			continue
		}
		x, measured := table.Value(c.Over, replication)
		if p.At != nil {
			x, measured = *p.At, true
		}
		if measured {
			out = append(out, xy{x, y})
		}
	}
	slices.SortStableFunc(out, func(p, q xy) int { return cmp.Compare(p.x, q.x) })
	return out
}

// meeting finds where a curve meets a target, in every replication by itself: both had the same luck.
func (a *answer) meeting(c *scenarios.Curve, t scenarios.CurveTarget) report.Meeting {
	table := a.tables[a.index(t.Alternative)]
	out := report.Meeting{Alternative: t.Alternative, Measure: t.Measure}
	out.Target, _ = table.Interval(t.Measure, a.study.Confidence)
	var at []float64
	for replication := range a.options.Replications {
		target, there := table.Value(t.Measure, replication)
		line := a.line(c, replication)
		if !there || len(line) == 0 {
			continue
		}
		out.Asked++
		x, met, falls := meets(line, target)
		switch {
		case met && falls:
			out.Falls++
			at = append(at, x)
		case met:
			out.Rises++
			at = append(at, x)
		case line[0].y <= target:
			out.Below++
		}
	}
	out.At, _ = stat.MeanInterval(at, a.study.Confidence)
	return out
}

// meets is where a line first comes to a level, with straight lines between its points: from above, or from below.
func meets(line []xy, level float64) (x float64, met, falls bool) {
	above := line[0].y > level
	for i := 1; i < len(line); i++ {
		p, q := line[i-1], line[i]
		if (q.y > level) == above {
			continue
		}
		return p.x + float64((q.x-p.x)*float64((p.y-level)/(p.y-q.y))), true, above
	}
	return 0, false, false
}
