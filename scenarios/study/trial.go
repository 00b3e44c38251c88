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

// side is one of the two scenarios of the headline, as the study has it.
type side struct {
	scenario *scenarios.Scenario
	moving   journey.Setup      // what the headline measure can depend on
	overload map[[2]string]bool // places and stations that cannot keep up
}

// side of an alternative.
func (a *answer) side(i int) side {
	s := side{scenario: a.study.Alternatives[i].Scenario, overload: make(map[[2]string]bool)}
	s.moving = a.moving(s.scenario.Setup)
	for _, load := range a.models[i].Offered() {
		s.overload[[2]string{load.Place, load.Station}] = load.Overloaded()
	}
	return s
}

// moving is a setup without the figures that cannot move the headline measure: those that nobody meets,
// and, if the measure is a time, those of money. Rounds have a horizon of their own, but for its start.
func (a *answer) moving(setup journey.Setup) journey.Setup {
	setup.Horizon = journey.Horizon{Start: setup.Horizon.Start}
	setup.Corridor = setup.Corridor.WithoutUnused()
	if strings.HasSuffix(a.study.Headline.Measure, "_h") {
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
	side int
}

// halves lists both sides of the base, then of both ends of every input.
func halves(inputs []corridors.Input) []half {
	trials := []trial{{}}
	for _, in := range inputs {
		trials = append(trials, trial{in.Path, in.Low}, trial{in.Path, in.High})
	}
	var out []half
	for _, t := range trials {
		out = append(out, half{t, 0}, half{t, 1})
	}
	return out
}

// halvesOf so many inputs.
func halvesOf(inputs int) int { return 2 * (2*inputs + 1) }

// played is what a half came to.
type played struct {
	table  *experiment.Table // of the headline measure; none: it was not run to its end
	note   words.Phrase      // why it was not, or what it overloads
	asBase bool              // nothing that the measure depends on has changed: it was not run
}

// round runs inputs at both ends.
func (s *screening) round(ctx context.Context, inputs []corridors.Input, how scenarios.Round, progress *counted) ([]report.Driver, error) {
	how.Replications = min(how.Replications, s.options.Replications)
	list := halves(inputs)
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
	}
	drivers := make([]report.Driver, len(inputs))
	for i, in := range inputs {
		d := report.Driver{Path: in.Path, Value: in.Value, Low: in.Low, High: in.High}
		d.AtBase, _ = s.difference(results[:2])
		d.AtLow, d.NoteLow = s.difference(results[4*i+2:])
		d.AtHigh, d.NoteHigh = s.difference(results[4*i+4:])
		drivers[i] = d
	}
	return drivers, nil
}

// difference is the headline difference of a trial, whose halves are the first two, with a note on it.
func (s *screening) difference(halves []played) (at stat.Interval, note words.Phrase) {
	alternative, base := halves[0], halves[1]
	switch {
	case alternative.table == nil:
		return at, alternative.note
	case base.table == nil:
		return at, base.note
	}
	d, _ := experiment.Compare(alternative.table, base.table, s.study.Headline.Measure, s.study.Confidence, 1)
	if note = alternative.note; note.Empty() {
		note = base.note
	}
	return d.Interval, note
}

// vary is the setup of a half; moves says whether the headline measure can differ from that of the base.
func (s *screening) vary(h half) (setup journey.Setup, moves bool, err error) {
	as := &s.sides[h.side]
	if h.path == "" {
		return as.scenario.Setup, true, nil
	}
	changed, err := as.scenario.With(h.path, h.value)
	if err != nil {
		return journey.Setup{}, false, err
	}
	return changed.Setup, !reflect.DeepEqual(s.moving(changed.Setup), as.moving), nil
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
	at := slices.Index(m.Measures(), s.study.Headline.Measure) // an end such as no transit may leave nothing to measure
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
		if at >= 0 && o.Present[at] {
			rows[r] = []experiment.Observation{{Measure: s.study.Headline.Measure, Value: o.Values[at]}}
		}
	}
	return played{table: ofOne(rows), note: s.overload(side, m.OfferedIn(setup.Horizon))}, nil
}

// ready makes a setup ready to run for the time of a round.
func ready(setup journey.Setup, how scenarios.Round) (*journey.Model, error) {
	start := setup.Horizon.Start
	setup.Horizon = how.Horizon
	setup.Horizon.Start = start // the same days, so the same weekends and holidays
	return journey.Compile(setup)
}

// ofOne is the table of the headline measure.
func ofOne(rows [][]experiment.Observation) *experiment.Table {
	table, err := experiment.NewTable(rows)
	if err != nil {
		panic(err) // one measure with finite values
	}
	return table
}

// overload names the first station that a half overloads and its side as it stands does not, both on the days that the study watches.
func (s *screening) overload(side int, loads []journey.StationLoad) words.Phrase {
	for _, load := range loads {
		if load.Overloaded() && !s.sides[side].overload[[2]string{load.Place, load.Station}] {
			return words.Say("study.end-overloads", "station", load.Station, "place", load.Place)
		}
	}
	return words.Phrase{}
}
