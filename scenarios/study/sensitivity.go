package study

import (
	"context"
	"math"
	"sort"

	"hanhlang/corridors"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/sim/stat"
)

// screening asks which assumptions the headline difference rests on: every grade D input is run at
// the low and at the high end of its range, one at a time, on the luck of the first replications.
// All inputs are run a few times; the strongest are run again, more often, and put in order.
type screening struct {
	*answer
	plan   scenarios.Sensitivity
	sides  [2]side // of the headline: alternative, base
	inputs []corridors.Input
}

// planScreening lists the inputs to vary. A study without sensitivity or headline has none.
func (a *answer) planScreening() *screening {
	s := &screening{answer: a}
	if a.study.Sensitivity == nil || a.study.Headline.Measure == "" {
		return s
	}
	s.plan = *a.study.Sensitivity
	for i, name := range []string{a.study.Headline.Alternative, a.study.Headline.Base} {
		s.sides[i] = a.side(a.index(name))
	}
	s.inputs = assumptions(s.sides)
	return s
}

// assumptions are the grade D inputs with a range of either side, in file order, once each.
func assumptions(of [2]side) []corridors.Input {
	var out []corridors.Input
	seen := make(map[string]bool)
	for i := range of {
		for _, in := range of[i].scenario.Inputs {
			if in.Grade == corridors.GradeD && in.Low != "" && in.High != "" && !seen[in.Path] {
				seen[in.Path] = true
				out = append(out, in)
			}
		}
	}
	return out
}

// total counts the halves of both rounds, for the progress.
func (s *screening) total() int {
	if len(s.inputs) == 0 {
		return 0
	}
	return halvesOf(len(s.inputs)) + halvesOf(min(len(s.inputs), s.plan.Shortlist))
}

// drivers plays both rounds and gives the inputs that move the headline difference most, the
// strongest first; equally strong ones in file order.
func (s *screening) drivers(ctx context.Context, progress *counted) ([]report.Driver, error) {
	if len(s.inputs) == 0 {
		return nil, nil
	}
	first, err := s.round(ctx, s.inputs, s.plan.First, progress)
	if err != nil {
		return nil, err
	}
	chosen := make([]corridors.Input, 0, s.plan.Shortlist)
	for _, i := range strongest(first)[:min(s.plan.Shortlist, len(first))] {
		chosen = append(chosen, s.inputs[i])
	}
	second, err := s.round(ctx, chosen, s.plan.Again, progress)
	if err != nil {
		return nil, err
	}
	var out []report.Driver
	for _, i := range strongest(second)[:min(s.plan.Show, len(second))] {
		out = append(out, second[i])
	}
	return out, nil
}

// strongest orders drivers by their reach.
func strongest(drivers []report.Driver) []int {
	order := make([]int, len(drivers))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return reach(&drivers[order[i]]) > reach(&drivers[order[j]]) })
	return order
}

// reach is how far a driver moves the difference: the largest distance among its ends and the base.
func reach(d *report.Driver) float64 {
	low, high := d.AtBase.Mean, d.AtBase.Mean
	for _, end := range []stat.Interval{d.AtLow, d.AtHigh} {
		if end.Present() {
			low, high = math.Min(low, end.Mean), math.Max(high, end.Mean)
		}
	}
	return high - low
}
