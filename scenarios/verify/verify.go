// Package verify runs cases of which theory knows what must come out, the way any scenario is run, and holds what comes out
// against that.
// It does not know files, flags, terminals or formats.
package verify

import (
	"context"
	"fmt"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/experiment"
)

// repeated is how many times the replications a case that missed is run once more, on the luck of the next seed: a true value
// lies outside its interval about once in a thousand, and hardly ever twice.
const repeated = 4

// Options are what the person at the keyboard chooses.
type Options struct {
	Seed     seeds.Seed
	Seeds    int // over which 95 % intervals are counted that miss, beginning with Seed; 0: none are
	Workers  int // 0: one per processor
	Version  string
	Progress func(done, total int) // may be nil; called from one goroutine
}

// Run runs cases and holds what comes out against what is known. Chosen are the places of the cases that are wanted; nil
// stands for all of them. The answer does not depend on the number of workers.
func Run(ctx context.Context, c *scenarios.Cases, chosen []int, o Options) (*report.Verification, error) {
	v := &verifier{cases: c, options: o, models: make([]*journey.Model, len(c.Cases)), samples: make(map[runs]*sample)}
	out := &report.Verification{
		Name: c.Name, Title: c.Title, Seed: uint64(o.Seed), Version: o.Version, InputHash: c.Hash, Whole: chosen == nil,
	}
	if chosen == nil {
		for i := range c.Cases {
			chosen = append(chosen, i)
		}
		for _, e := range c.Elsewhere {
			out.Elsewhere = append(out.Elsewhere, report.Elsewhere(e))
		}
	}
	v.total = v.toPlay(chosen, 1) + v.pooled(chosen)
	for _, i := range chosen {
		verified, err := v.verify(ctx, i)
		if err != nil {
			return nil, err
		}
		out.Cases = append(out.Cases, *verified)
	}
	if o.Seeds > 0 {
		if err := v.pool(ctx, chosen, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// verifier is a file of cases being verified.
type verifier struct {
	cases   *scenarios.Cases
	options Options
	models  []*journey.Model // by case; nil: not needed so far
	samples map[runs]*sample

	done, total int // replications, for who watches
}

// runs are those of one case: for its own sake, or once more.
type runs struct {
	of    int
	again bool
}

// sample is what was read off the runs of one case.
type sample struct {
	table   *experiment.Table
	watched [][]float64 // by quantity and replication; nothing for a measure
	sound   bool        // the identities of every replication hold
}

// toPlay counts the replications that cases need which have not been played, and those that they are held against.
func (v *verifier) toPlay(cases []int, times int) (n int) {
	seen := make(map[int]bool)
	add := func(i int) {
		if !seen[i] && v.samples[runs{i, times > 1}] == nil {
			seen[i] = true
			n += times * v.cases.Cases[i].Replications
		}
	}
	for _, i := range cases {
		add(i)
		for _, e := range v.cases.Cases[i].Expected {
			if e.Less != "" {
				add(v.index(e.Less))
			}
		}
	}
	return n
}

// index of a case by name; files are checked when they are read.
func (v *verifier) index(name string) int {
	for i, c := range v.cases.Cases {
		if c.Name == name {
			return i
		}
	}
	panic("study: no case " + name)
}

// verify runs a case, and once more if a value was missed.
func (v *verifier) verify(ctx context.Context, i int) (*report.VerifiedCase, error) {
	c := &v.cases.Cases[i]
	if c.Placement != nil {
		return placed(ctx, c)
	}
	out := &report.VerifiedCase{Name: c.Name, Title: c.Title, Source: c.Source, Replications: c.Replications, Sound: true}
	for e := range c.Expected {
		q, err := v.judge(ctx, runs{of: i}, e)
		if err != nil {
			return nil, err
		}
		out.Quantities = append(out.Quantities, q)
	}
	missed := out.Missed()
	if len(missed) > 0 {
		out.Again = repeated * c.Replications
		v.total += v.toPlay([]int{i}, repeated)
	}
	for _, e := range missed {
		q, err := v.judge(ctx, runs{of: i, again: true}, e)
		if err != nil {
			return nil, err
		}
		q.Again = true
		out.Quantities[e] = q
	}
	for t, s := range v.samples {
		out.Sound = out.Sound && (t.of != i || s.sound)
	}
	return out, nil
}

// judge holds one quantity of a case against its value.
func (v *verifier) judge(ctx context.Context, t runs, at int) (report.Quantity, error) {
	c := &v.cases.Cases[t.of]
	e := &c.Expected[at]
	q := report.Quantity{Name: e.Name, Unit: e.Unit, Value: e.Value, AtMost: e.AtMost, Exact: c.Exact || e.AtLeast}
	values, over, err := v.values(ctx, t, at)
	if err != nil {
		return q, err
	}
	var verdict experiment.Verdict
	if e.Variance {
		values = deviations(values)
	}
	switch {
	case e.AtLeast:
		verdict = experiment.AcceptAtLeast(e.Value, values)
	case c.Exact:
		verdict = experiment.AcceptExact(e.Value, values)
	case e.Over != "":
		verdict = experiment.AcceptRatio(e.Value, values, over, e.AtMost)
	default:
		verdict = experiment.Accept(e.Value, values, e.AtMost)
	}
	q.Interval = verdict.Interval
	switch {
	case verdict.Accepted:
		q.Verdict = report.Accepted
	case !q.Exact && verdict.Interval.Bounded() && verdict.Interval.Holds(e.Value):
		q.Verdict = report.TooWide
	default:
		q.Verdict = report.Missed
	}
	return q, nil
}

// deviations are the squared deviations from the mean, so scaled that their mean is the variance without bias.
func deviations(values []float64) []float64 {
	n, sum := float64(len(values)), 0.0
	for _, x := range values {
		sum += x
	}
	out := make([]float64, len(values))
	for i, x := range values {
		d := x - sum/n
		out[i] = d * d * n / (n - 1)
	}
	return out
}

// values are what the replications say of a quantity, in the unit of its value; of a quotient, what stands above and below
// the line.
func (v *verifier) values(ctx context.Context, t runs, at int) (values, over []float64, err error) {
	e := &v.cases.Cases[t.of].Expected[at]
	s, err := v.sample(ctx, t)
	if err != nil {
		return nil, nil, err
	}
	if e.Watched != nil {
		for _, x := range s.watched[at] {
			values = append(values, x/e.Per)
		}
		return values, nil, nil
	}
	var base *experiment.Table
	if e.Less != "" {
		other, err := v.sample(ctx, runs{v.index(e.Less), t.again})
		if err != nil {
			return nil, nil, err
		}
		base = other.table
	}
	for r := range s.table.Replications() {
		x, ok := reckoned(e, s.table, base, r)
		if !ok {
			continue
		}
		if e.Over != "" && !v.cases.Cases[t.of].Exact {
			above, _ := s.table.Value(e.Over, r)
			values, over = append(values, above/e.Per), append(over, above/x)
			continue
		}
		values = append(values, x/e.Per)
	}
	return values, over, nil
}

// reckoned is a quantity of one replication, in the unit of its measure.
func reckoned(e *scenarios.Expected, table, base *experiment.Table, r int) (float64, bool) {
	x, ok := table.Value(e.Measure, r)
	for _, term := range e.Plus {
		more, there := table.Value(term.Measure, r)
		x, ok = x+float64(term.Times*more), ok && there
	}
	if e.Complement {
		x = 1 - x
	}
	if base != nil {
		other, there := base.Value(e.Measure, r)
		x, ok = x-other, ok && there
	}
	if e.Over != "" {
		_, there := table.Value(e.Over, r)
		ok = ok && there && x != 0
	}
	return x, ok
}

// sample plays the runs of a case, unless that was done.
func (v *verifier) sample(ctx context.Context, t runs) (*sample, error) {
	if s := v.samples[t]; s != nil {
		return s, nil
	}
	c := &v.cases.Cases[t.of]
	if v.models[t.of] == nil {
		m, err := journey.Compile(c.Scenario.Setup)
		if err != nil {
			return nil, fmt.Errorf("case %s: %w", c.Name, err)
		}
		v.models[t.of] = m
	}
	replications, seed := c.Replications, v.options.Seed
	if t.again {
		replications, seed = repeated*replications, seed+1
	}
	m := v.models[t.of]
	read := newReading(c, m, v.wanted(t.of))
	results, err := experiment.Replicate(ctx, experiment.Plan{Replications: replications, Workers: v.options.Workers},
		func() *journey.World { return journey.NewWorld(m) },
		func(ctx context.Context, w *journey.World, r int) (*reading, error) {
			return read.of(ctx, w, seeds.Replication(seed, r))
		}, v.tell)
	if err != nil {
		return nil, fmt.Errorf("case %s: %w", c.Name, err)
	}
	v.done += replications
	v.samples[t] = read.sample(results)
	return v.samples[t], nil
}

// tell says how many replications are done.
func (v *verifier) tell(done int) {
	if v.options.Progress != nil {
		v.options.Progress(v.done+done, v.total)
	}
}

// wanted are the measures that are read off the runs of a case, for itself or for those that are held against it.
func (v *verifier) wanted(of int) map[string]bool {
	out := make(map[string]bool)
	for i, c := range v.cases.Cases {
		for _, e := range c.Expected {
			switch {
			case i == of:
				out[e.Measure], out[e.Over] = true, true
				for _, term := range e.Plus {
					out[term.Measure] = true
				}
			case e.Less == v.cases.Cases[of].Name:
				out[e.Measure] = true
			}
		}
	}
	return out
}
