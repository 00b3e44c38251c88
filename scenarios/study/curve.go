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

// line is the measure of a curve along some alternatives in one replication, from left to right.
func (a *answer) line(points []scenarios.CurvePoint, c *scenarios.Curve, replication int) []xy {
	var out []xy
	for _, p := range points {
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

// above is how far a curve lies above its target in one replication, from left to right; nothing where one of them is missing.
func (a *answer) above(c *scenarios.Curve, t scenarios.CurveTarget, replication int) []xy {
	line := a.line(c.Points, c, replication)
	if t.Line != nil {
		return apart(line, a.line(t.Line, c, replication))
	}
	target, there := a.tables[a.index(t.Alternative)].Value(t.Measure, replication)
	if !there {
		return nil
	}
	return lowered(line, target)
}

// lowered is a line by so much lower.
func lowered(line []xy, by float64) []xy {
	out := make([]xy, len(line))
	for i, p := range line {
		out[i] = xy{p.x, p.y - by}
	}
	return out
}

// apart is how far one line lies above another, where both are, at the points of either.
func apart(one, other []xy) []xy {
	if len(one) == 0 || len(other) == 0 {
		return nil
	}
	from, to := max(one[0].x, other[0].x), min(one[len(one)-1].x, other[len(other)-1].x)
	var at []float64
	for _, p := range slices.Concat(one, other) {
		if p.x >= from && p.x <= to {
			at = append(at, p.x)
		}
	}
	slices.Sort(at)
	var out []xy
	for _, x := range slices.Compact(at) {
		out = append(out, xy{x, height(one, x) - height(other, x)})
	}
	return out
}

// height of a line at a place between its ends.
func height(line []xy, x float64) float64 {
	for i := 1; i < len(line); i++ {
		p, q := line[i-1], line[i]
		if x <= q.x && q.x > p.x {
			return p.y + float64((q.y-p.y)*float64((x-p.x)/(q.x-p.x)))
		}
	}
	return line[len(line)-1].y
}

// meeting finds where a curve meets a target, in every replication by itself: both had the same luck.
func (a *answer) meeting(c *scenarios.Curve, t scenarios.CurveTarget) report.Meeting {
	out := report.Meeting{Alternative: t.Alternative, Measure: t.Measure, Line: t.Line != nil}
	if !out.Line {
		out.Target, _ = a.tables[a.index(t.Alternative)].Interval(t.Measure, a.study.Confidence)
	}
	var at []float64
	var lines [][]xy
	for replication := range a.units() {
		line := a.above(c, t, replication)
		if len(line) == 0 {
			continue
		}
		out.Asked++
		lines = append(lines, line)
		x, met, falls := meets(line)
		switch {
		case met && falls:
			out.Falls++
			at = append(at, x)
		case met:
			out.Rises++
			at = append(at, x)
		case line[0].y <= 0:
			out.Below++
		}
	}
	out.At, _ = stat.MeanInterval(at, a.study.Confidence)
	if !out.Alike() {
		out.Turn = turn(lines, a.study.Confidence)
	}
	return out
}

// meets is where a line first comes to nought, with straight lines between its points: from above, or from below.
func meets(line []xy) (x float64, met, falls bool) {
	above := line[0].y > 0
	for i := 1; i < len(line); i++ {
		p, q := line[i-1], line[i]
		if (q.y > 0) == above {
			continue
		}
		return p.x + float64((q.x-p.x)*float64(p.y/(p.y-q.y))), true, above
	}
	return 0, false, false
}
