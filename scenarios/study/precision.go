package study

import (
	"context"
	"math"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// rule is until when replications are run; nil: as many as are asked for. A number on the command line takes the place of what the
// study says, and is the most beside a precision that was asked for.
func rule(s *scenarios.Study, o *Options) *scenarios.Precision {
	if o.Precision == nil {
		if o.Replications > 0 {
			return nil
		}
		return s.Precision
	}
	p := *o.Precision
	if o.Replications > 0 {
		p.AtMost = o.Replications
		p.AtLeast = min(p.AtLeast, p.AtMost)
	}
	return &p
}

// playAll plays the replications of all alternatives: as many as are asked for, or until the intervals are as narrow as is wanted.
func (a *answer) playAll(ctx context.Context, progress *counted) error {
	if a.rule == nil {
		results, err := a.play(ctx, a.grid(0, a.options.Replications), progress)
		if err == nil {
			a.gather(results, a.options.Replications)
		}
		return err
	}
	looks := experiment.Looks{AtLeast: a.whole(a.rule.AtLeast), AtMost: a.most()}
	for done, next := 0, looks.First(); ; {
		results, err := a.play(ctx, a.grid(done, next), progress)
		if err != nil {
			return err
		}
		a.gather(results, next-done)
		done, a.options.Replications = next, next
		if a.narrow() {
			break
		}
		more := false
		if next, more = looks.Next(done); !more {
			break
		}
		next = a.whole(next)
		progress.total += (next - done) * a.runsOfEach()
	}
	a.options.Observe = min(a.options.Observe, a.options.Replications)
	return nil
}

// runsOfEach is how many runs there are of each replication.
func (a *answer) runsOfEach() int {
	runs := len(a.models) + len(a.years)
	if a.options.Steady != "" {
		runs += len(a.models)
	}
	return runs
}

// most is how many replications there can be. A maximum of an odd number of them has a pair less than it would take, but one at least.
func (a *answer) most() int {
	switch {
	case a.rule == nil:
		return a.options.Replications
	case a.antithetic():
		return max(2, a.rule.AtMost-a.rule.AtMost%2)
	}
	return a.rule.AtMost
}

// narrow looks whether all intervals are as narrow as is wanted. The widest, for what is wanted, of a look at which they are not is
// what decides.
func (a *answer) narrow() bool {
	goals := a.goals()
	widest := -1
	for i := range goals {
		if !goals[i].Met && (widest < 0 || goals[i].Over() > goals[widest].Over()) {
			widest = i
		}
	}
	a.precision = &report.Precision{AtLeast: a.rule.AtLeast, AtMost: a.rule.AtMost, Met: widest < 0, Goals: goals, Decided: a.decided}
	if widest >= 0 {
		a.decided = &widest
		a.precision.Decided = a.decided
	}
	return widest < 0
}

// goals are the intervals that the precision is about: of every named measure those of all alternatives that have it, and then
// those of the differences of all pairs.
func (a *answer) goals() []report.Goal {
	names := make([]string, len(a.rule.Until))
	for i, goal := range a.rule.Until {
		names[i] = goal.Measure
	}
	tables := make([]*experiment.Table, len(a.models))
	for i, m := range a.models {
		tables[i] = tabulate(m, a.paired(a.outcomes[i]), names...)
	}
	var out []report.Goal
	for _, goal := range a.rule.Until {
		for i, m := range a.models {
			if !measures(m, goal.Measure) {
				continue
			}
			interval, _ := tables[i].Interval(goal.Measure, a.study.Confidence)
			out = append(out, goalOf(goal, a.study.Alternatives[i].Name, "", interval, interval.Mean))
		}
		for _, p := range a.study.Pairs {
			one, two := a.index(p.Alternative), a.index(p.Base)
			if !measures(a.models[one], goal.Measure) || !measures(a.models[two], goal.Measure) {
				continue
			}
			d, _ := experiment.Compare(tables[one], tables[two], goal.Measure, a.study.Confidence, 1)
			base, _ := tables[two].Interval(goal.Measure, a.study.Confidence)
			out = append(out, goalOf(goal, p.Alternative, p.Base, d.Interval, base.Mean))
		}
	}
	return out
}

// goalOf holds an interval against what is wanted; a share is one of this mean.
func goalOf(goal scenarios.Goal, alternative, base string, interval stat.Interval, mean float64) report.Goal {
	out := report.Goal{
		Alternative: alternative, Base: base, Measure: goal.Measure, Unit: unitOf(goal.Measure),
		Relative: goal.Relative, Wanted: goal.Absolute, Of: mean,
	}
	if goal.Relative > 0 {
		out.Wanted = float64(goal.Relative * math.Abs(mean))
	}
	out.Half, out.Known = interval.HalfWidth()
	out.Met = out.Known && out.Half <= out.Wanted
	return out
}

// measures says whether a model has a measure.
func measures(m *journey.Model, name string) bool { return m.MeasureAt(name) >= 0 }
