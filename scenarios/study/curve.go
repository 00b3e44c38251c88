package study

import (
	"cmp"
	"slices"

	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// curves draws one measure over another along the alternatives of each curve, and finds where it meets its targets.
// shifted has what moves the first meeting of a curve, by its name.
func (a *answer) curves(shifted map[string][]report.Shift) []report.Curve {
	var out []report.Curve
	for i := range a.study.Curves {
		c := &a.study.Curves[i]
		drawn := report.Curve{Name: c.Name, Title: c.Title, Over: c.Over, OverUnit: unitOf(c.Over), Measure: c.Measure, Unit: unitOf(c.Measure)}
		for _, p := range c.Points {
			drawn.Points = append(drawn.Points, tables(a.own).point(c, p, a.study.Confidence))
		}
		for _, t := range c.Against {
			drawn.Meetings = append(drawn.Meetings, tables(a.own).meeting(c, t, a.units(), a.study.Confidence))
		}
		if moved, there := shifted[c.Name]; there {
			drawn.Meetings[0].Shifts, drawn.Meetings[0].Screened = moved, a.screened()
		}
		out = append(out, drawn)
	}
	return out
}

// xy is a point of a curve in one replication.
type xy struct{ x, y float64 }

// tables gives what was measured of an alternative.
type tables func(alternative string) *experiment.Table

// own are the tables of the study itself.
func (a *answer) own(alternative string) *experiment.Table { return a.tables[a.index(alternative)] }

// point of a curve, over all replications.
func (of tables) point(c *scenarios.Curve, p scenarios.CurvePoint, confidence float64) report.CurvePoint {
	out := report.CurvePoint{Alternative: p.Alternative}
	table := of(p.Alternative)
	out.Y, _ = table.Interval(c.Measure, confidence)
	out.X, _ = table.Interval(c.Over, confidence)
	if p.At != nil {
		out.X, out.Placed = stat.Interval{Mean: *p.At, Lo: *p.At, Hi: *p.At, N: out.Y.N}, true
	}
	return out
}

// line is the measure of a curve along some alternatives in one replication, from left to right.
func (of tables) line(points []scenarios.CurvePoint, c *scenarios.Curve, replication int) []xy {
	var out []xy
	for _, p := range points {
		table := of(p.Alternative)
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
func (of tables) above(c *scenarios.Curve, t scenarios.CurveTarget, replication int) []xy {
	line := of.line(c.Points, c, replication)
	if t.Line != nil {
		return apart(line, of.line(t.Line, c, replication))
	}
	target, there := of(t.Alternative).Value(t.Measure, replication)
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
func (of tables) meeting(c *scenarios.Curve, t scenarios.CurveTarget, replications int, confidence float64) report.Meeting {
	out := report.Meeting{Alternative: t.Alternative, Measure: t.Measure, Line: t.Line != nil}
	if !out.Line {
		out.Target, _ = of(t.Alternative).Interval(t.Measure, confidence)
	}
	for _, p := range t.Line {
		out.Points = append(out.Points, of.point(c, p, confidence))
	}
	var at, gaps []float64
	var lines [][]xy
	for replication := range replications {
		line := of.above(c, t, replication)
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
			gaps = append(gaps, slices.MaxFunc(line, byHeight).y)
		default:
			gaps = append(gaps, slices.MinFunc(line, byHeight).y)
		}
	}
	out.At, _ = stat.MeanInterval(at, confidence)
	out.Gap, _ = stat.MeanInterval(gaps, confidence)
	if !out.Alike() {
		out.Turn = turn(lines, confidence)
	}
	return out
}

// byHeight orders points.
func byHeight(p, q xy) int { return cmp.Compare(p.y, q.y) }

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
