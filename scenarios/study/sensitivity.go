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
	plan     scenarios.Sensitivity
	sides    []side    // of the headline: alternative, base
	measures []string  // what is asked of them
	about    [2]string // of the first two sides: what their difference is about
	inputs   []corridors.Input
	known    map[string]played // trials that were played before, by their keys; nil: none is remembered
}

// planScreening lists the inputs to vary. A study without sensitivity or headline has none.
func (a *answer) planScreening() *screening {
	s := &screening{answer: a}
	if a.study.Sensitivity == nil || a.study.Headline.Measure == "" {
		return s
	}
	head := a.study.Headline.Measure
	s.plan, s.measures, s.about = *a.study.Sensitivity, []string{head}, [2]string{head, head}
	for _, name := range []string{a.study.Headline.Alternative, a.study.Headline.Base} {
		s.sides = append(s.sides, a.side(name, s.measures))
	}
	s.inputs = assumptions(s.sides)
	return s
}

// assumptions are the grade D inputs of any side with a range that is more than one value, in file order, once each.
func assumptions(of []side) []corridors.Input {
	var out []corridors.Input
	seen := make(map[string]bool)
	for i := range of {
		for _, in := range of[i].scenario.Inputs {
			if in.Grade == corridors.GradeD && in.Low != "" && in.High != "" && in.Low != in.High && !seen[in.Path] {
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
	return 2 * (trialsOf(len(s.inputs)) + trialsOf(min(len(s.inputs), s.plan.Shortlist)))
}

// drivers plays both rounds and gives the inputs that move the headline difference most, the
// strongest first; equally strong ones in file order.
func (s *screening) drivers(ctx context.Context, progress *counted) ([]report.Driver, error) {
	if len(s.inputs) == 0 {
		return nil, nil
	}
	chosen, err := s.shortlisted(ctx, progress)
	if err != nil {
		return nil, err
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

// shortlisted plays the first round and gives the inputs that move the difference between the first two sides most.
func (s *screening) shortlisted(ctx context.Context, progress *counted) ([]corridors.Input, error) {
	first, err := s.round(ctx, s.inputs, s.plan.First, progress)
	if err != nil {
		return nil, err
	}
	var out []corridors.Input
	for _, i := range strongest(first)[:min(s.plan.Shortlist, len(first))] {
		out = append(out, s.inputs[i])
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
