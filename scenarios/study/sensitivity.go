package study

import (
	"context"
	"errors"
	"math"
	"reflect"
	"sort"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// screening asks which assumptions the headline difference rests on: every grade D input is run at
// the low and at the high end of its range, one at a time, on the luck of the first replications.
// All inputs are run a few times; the strongest are run again, more often, and put in order.
type screening struct {
	*answer
	plan     scenarios.Sensitivity
	headline [2]*scenarios.Scenario // alternative, base
	inputs   []corridors.Input
	timed    [2]*corridors.Corridor // those of the headline, without money
}

// planScreening lists the inputs to vary. A study without sensitivity or headline has none.
func (a *answer) planScreening() *screening {
	s := &screening{answer: a}
	if a.study.Sensitivity == nil || a.study.Headline.Measure == "" {
		return s
	}
	s.plan = *a.study.Sensitivity
	for i, name := range []string{a.study.Headline.Alternative, a.study.Headline.Base} {
		alternative, _ := a.study.Find(name)
		s.headline[i] = alternative.Scenario
		s.timed[i] = alternative.Scenario.Setup.Corridor.WithoutMoney()
	}
	s.inputs = assumptions(s.headline)
	return s
}

// assumptions are the grade D inputs with a range of either scenario, in file order, once each.
func assumptions(of [2]*scenarios.Scenario) []corridors.Input {
	var out []corridors.Input
	seen := make(map[string]bool)
	for _, s := range of {
		for _, in := range s.Inputs {
			if in.Grade == corridors.GradeD && in.Low != "" && in.High != "" && !seen[in.Path] {
				seen[in.Path] = true
				out = append(out, in)
			}
		}
	}
	return out
}

// spare is how many more inputs than are shown are run again, so that the order among the
// strongest is that of the longer runs.
const spare = 2

// trials counts those of both rounds, for the progress.
func (s *screening) trials() int {
	if len(s.inputs) == 0 {
		return 0
	}
	return ends(len(s.inputs)) + ends(min(len(s.inputs), s.plan.Show+spare))
}

// ends are the trials of so many inputs: both ends of each, and the base.
func ends(inputs int) int { return 2*inputs + 1 }

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
	chosen := make([]corridors.Input, 0, s.plan.Show+spare)
	for _, i := range strongest(first)[:min(s.plan.Show+spare, len(first))] {
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

// trial is one end of one input, or the base.
type trial struct {
	path, value string
}

// result is the headline difference at a trial.
type result struct {
	at     stat.Interval
	note   words.Phrase
	asBase bool // the input cannot move the measure
}

// or is the base where a trial changes nothing.
func (r result) or(base result) result {
	if r.asBase {
		return base
	}
	return r
}

// round runs inputs at both ends.
func (s *screening) round(ctx context.Context, inputs []corridors.Input, how scenarios.Round, progress *counted) ([]report.Driver, error) {
	how.Replications = min(how.Replications, s.options.Replications)
	list := []trial{{}}
	for _, in := range inputs {
		list = append(list, trial{in.Path, in.Low}, trial{in.Path, in.High})
	}
	run := func(ctx context.Context, _ struct{}, i int) (result, error) {
		return s.run(ctx, list[i], how)
	}
	newWorker := func() struct{} { return struct{}{} }
	results, err := experiment.Replicate(ctx, s.options.plan(len(list)), newWorker, run, progress.next(len(list)))
	if err != nil {
		return nil, err
	}
	drivers := make([]report.Driver, len(inputs))
	for i, in := range inputs {
		low, high := results[2*i+1].or(results[0]), results[2*i+2].or(results[0])
		drivers[i] = report.Driver{
			Path: in.Path, Value: in.Value, Low: in.Low, High: in.High,
			AtBase: results[0].at, AtLow: low.at, AtHigh: high.at, NoteLow: low.note, NoteHigh: high.note,
		}
	}
	return drivers, nil
}

// run plays both scenarios of the headline with one input changed. An input that changes money
// only cannot move a time: it is not played, and the result says so.
func (s *screening) run(ctx context.Context, t trial, how scenarios.Round) (result, error) {
	varied, changed, allowed := s.vary(t)
	if !allowed {
		return result{note: words.Say("study.end-not-allowed")}, nil
	}
	if !changed {
		return result{asBase: true}, nil
	}
	var models [2]*journey.Model
	var tables [2]*experiment.Table
	for i, setup := range varied {
		start := setup.Horizon.Start
		setup.Horizon = how.Horizon
		setup.Horizon.Start = start // the same days, so the same weekends and holidays
		m, err := journey.Compile(setup)
		if err != nil {
			return result{note: words.Say("study.end-not-allowed")}, nil
		}
		models[i] = m
		world := journey.NewWorld(m)
		var outcomes []*journey.Outcome
		for r := range how.Replications {
			o, err := world.Run(ctx, seeds.Replication(s.options.Seed, r), nil)
			var stuck *journey.StuckError
			if errors.As(err, &stuck) {
				return result{note: words.Say("study.end-stuck")}, nil
			}
			if err != nil {
				return result{}, err
			}
			outcomes = append(outcomes, o)
		}
		tables[i] = tabulate(m, outcomes)
	}
	d, _ := experiment.Compare(tables[0], tables[1], s.study.Headline.Measure, s.study.Confidence, 1)
	return result{at: d.Interval, note: s.overloads(models)}, nil
}

// vary reads both scenarios with one input changed. changed says whether the headline measure can differ at all.
func (s *screening) vary(t trial) (varied [2]journey.Setup, changed, allowed bool) {
	for i, scenario := range s.headline {
		if t.path != "" {
			var err error
			if scenario, err = scenario.With(t.path, t.value); err != nil {
				return varied, false, false
			}
		}
		varied[i] = scenario.Setup
		changed = changed || t.path == "" || !s.isTime() ||
			!reflect.DeepEqual(scenario.Setup.Corridor.WithoutMoney(), s.timed[i])
	}
	return varied, changed, true
}

// isTime says whether the headline measure is a time.
func (s *screening) isTime() bool { return strings.HasSuffix(s.study.Headline.Measure, "_h") }

// overloads names the first station that a trial overloads and the study as it stands does not.
func (s *screening) overloads(models [2]*journey.Model) words.Phrase {
	for i, m := range models {
		before := make(map[string]bool)
		for _, load := range s.models[s.index(s.headlineName(i))].Offered() {
			before[load.Place+"/"+load.Station] = load.Utilisation >= 1
		}
		for _, load := range m.Offered() {
			if load.Utilisation >= 1 && !before[load.Place+"/"+load.Station] {
				return words.Say("study.end-overloads", "station", load.Station, "place", load.Place)
			}
		}
	}
	return words.Phrase{}
}

func (s *screening) headlineName(i int) string {
	if i == 0 {
		return s.study.Headline.Alternative
	}
	return s.study.Headline.Base
}
