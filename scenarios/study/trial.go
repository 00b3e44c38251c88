package study

import (
	"context"
	"errors"
	"reflect"
	"slices"
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

// side is one of the alternatives that a question is about, as the study has it.
type side struct {
	name     string
	scenario *scenarios.Scenario
	moving   journey.Setup      // what the measures can depend on
	overload map[[2]string]bool // places and stations that cannot keep up
}

// side of an alternative that is asked for some measures.
func (a *answer) side(name string, measures []string) side {
	i := a.index(name)
	s := side{name: name, scenario: a.study.Alternatives[i].Scenario, overload: make(map[[2]string]bool)}
	s.moving = moving(s.scenario.Setup, measures)
	for _, load := range a.models[i].Offered() {
		s.overload[[2]string{load.Place, load.Station}] = load.Overloaded()
	}
	return s
}

// moving is a setup without the figures that cannot move the measures: those that nobody meets,
// and, if all measures are times, those of money. Rounds have a horizon of their own, but for its start.
func moving(setup journey.Setup, measures []string) journey.Setup {
	setup.Horizon = journey.Horizon{Start: setup.Horizon.Start}
	setup.Corridor = setup.Corridor.WithoutUnused()
	if !slices.ContainsFunc(measures, func(name string) bool { return !strings.HasSuffix(name, "_h") }) {
		setup.Corridor = setup.Corridor.WithoutMoney()
	}
	return setup
}

// trial is one end of one input, or the base: then there is no path.
type trial struct {
	path, value string
}

// half is a trial of one side.
type half struct {
	trial
	side int // its place among those of the screening
}

// halves lists so many sides of the base, then of both ends of every input.
func halves(inputs []corridors.Input, sides int) []half {
	trials := []trial{{}}
	for _, in := range inputs {
		trials = append(trials, trial{in.Path, in.Low}, trial{in.Path, in.High})
	}
	var out []half
	for _, t := range trials {
		for side := range sides {
			out = append(out, half{t, side})
		}
	}
	return out
}

// trialsOf so many inputs, that of the base included.
func trialsOf(inputs int) int { return 2*inputs + 1 }

// played is what a half came to.
type played struct {
	table  *experiment.Table // of the measures; none: it was not run to its end
	note   words.Phrase      // why it was not, or what it overloads
	asBase bool              // nothing that the measure depends on has changed: it was not run
}

// round runs inputs at both ends and gives what came of the first two sides.
func (s *screening) round(ctx context.Context, inputs []corridors.Input, how scenarios.Round, progress *counted) ([]report.Driver, error) {
	trials, err := s.trials(ctx, inputs, 2, how, progress)
	if err != nil {
		return nil, err
	}
	drivers := make([]report.Driver, len(inputs))
	for i, in := range inputs {
		d := s.varied(in)
		d.AtBase, _ = s.difference(trials[0])
		d.AtLow, d.NoteLow = s.difference(trials[2*i+1])
		d.AtHigh, d.NoteHigh = s.difference(trials[2*i+2])
		drivers[i] = d
	}
	return drivers, nil
}

// trials plays the first so many sides of the base, then of both ends of every input: what came of them, trial by trial.
func (s *screening) trials(ctx context.Context, inputs []corridors.Input, sides int, how scenarios.Round, progress *counted) ([][]played, error) {
	how = s.asOften(how)
	list := halves(inputs, sides)
	for i := sides; i < len(list); i++ {
		of := i/sides - 1
		list[i].value = s.ownEnd(list[i], inputs[of/2], of%2 == 1)
	}
	run := func(ctx context.Context, _ struct{}, i int) (played, error) { return s.onceTried(ctx, list[i], how) }
	newWorker := func() struct{} { return struct{}{} }
	results, err := experiment.Replicate(ctx, s.options.plan(len(list)), newWorker, run, progress.next(len(list)))
	if err != nil {
		return nil, err
	}
	for i := range results {
		if results[i].asBase {
			results[i] = results[list[i].side]
		}
		if s.known != nil {
			s.known[s.trialKey(list[i], how)] = results[i]
		}
	}
	return slices.Collect(slices.Chunk(results, sides)), nil
}

// asOften is a round with no more replications than the study has.
func (s *screening) asOften(how scenarios.Round) scenarios.Round {
	how.Replications = min(how.Replications, s.options.Replications)
	return how
}

// difference is that between the first two halves of a trial, with a note on it.
func (s *screening) difference(halves []played) (at stat.Interval, note words.Phrase) {
	alternative, base := halves[0], halves[1]
	switch {
	case alternative.table == nil:
		return at, alternative.note
	case base.table == nil:
		return at, base.note
	}
	var after, before []float64
	for r := range s.options.Replications {
		one, ok1 := alternative.table.Value(s.about[0], r)
		other, ok2 := base.table.Value(s.about[1], r)
		if ok1 && ok2 {
			after, before = append(after, one), append(before, other)
		}
	}
	at, _ = stat.Paired(after, before, s.study.Confidence)
	if note = alternative.note; note.Empty() {
		note = base.note
	}
	return at, note
}

// vary is the setup of a half; moves says whether a measure can differ from that of the base.
func (s *screening) vary(h half) (setup journey.Setup, moves bool, err error) {
	as := &s.sides[h.side]
	if h.path == "" {
		return as.scenario.Setup, true, nil
	}
	changed, err := as.scenario.With(h.path, h.value)
	if err != nil {
		return journey.Setup{}, false, err
	}
	return changed.Setup, !reflect.DeepEqual(moving(changed.Setup, s.measures), as.moving), nil
}

// try plays a half, unless it is as its base.
func (s *screening) try(ctx context.Context, h half, how scenarios.Round) (played, error) {
	setup, moves, err := s.vary(h)
	switch {
	case err != nil:
		return played{note: words.Say("study.end-not-allowed")}, nil
	case !moves:
		return played{asBase: true}, nil
	}
	return s.run(ctx, h.side, setup, how)
}

// run plays a side, set up in some way.
func (s *screening) run(ctx context.Context, side int, setup journey.Setup, how scenarios.Round) (played, error) {
	m, err := ready(setup, how)
	if err != nil {
		return played{note: words.Say("study.end-not-allowed")}, nil
	}
	world := journey.NewWorld(m)
	rows := make([][]experiment.Observation, how.Replications)
	for r := range rows {
		o, err := world.Run(ctx, seeds.Replication(s.options.Seed, r), nil)
		var stuck *journey.StuckError
		if errors.As(err, &stuck) {
			return played{note: words.Say("study.end-stuck")}, nil
		}
		if err != nil {
			return played{}, err
		}
		s.options.Effort.played(o)
		for _, measure := range s.measures {
			at := slices.Index(m.Measures(), measure) // an end such as no transit may leave nothing to measure
			if at >= 0 && o.Present[at] {
				rows[r] = append(rows[r], experiment.Observation{Measure: measure, Value: o.Values[at]})
			}
		}
	}
	return played{table: tableOf(rows), note: s.overload(side, m.OfferedIn(setup.Horizon))}, nil
}

// ready makes a setup ready to run for the time of a round.
func ready(setup journey.Setup, how scenarios.Round) (*journey.Model, error) {
	start := setup.Horizon.Start
	setup.Horizon = how.Horizon
	setup.Horizon.Start = start // the same days, so the same weekends and holidays
	return journey.Compile(setup)
}

// tableOf some measures.
func tableOf(rows [][]experiment.Observation) *experiment.Table {
	table, err := experiment.NewTable(rows)
	if err != nil {
		panic(err) // distinct measures with finite values
	}
	return table
}

// overload names the first station that a half overloads and its side as it stands does not, both on the days that the study watches.
func (s *screening) overload(side int, loads []journey.StationLoad) words.Phrase {
	for _, load := range loads {
		if load.Overloaded() && !s.sides[side].overload[[2]string{load.Place, load.Station}] {
			return words.Say("study.end-overloads", "station", words.Name(load.Station), "place", words.Name(load.Place))
		}
	}
	return words.Phrase{}
}
