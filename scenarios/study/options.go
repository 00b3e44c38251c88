package study

import (
	"context"
	"io"

	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/experiment"
	"hanhlang/sim/runlog"
)

// Options are what the person at the keyboard chooses.
type Options struct {
	Seed         seeds.Seed
	Replications int // 0: as many as the study says; beside a precision the most
	Workers      int // 0: one per processor
	Version      string
	Progress     func(done, total int) // may be nil; called from one goroutine
	Observe      int                   // the first so many replications of each alternative are observed for indicators; 0: none
	Strict       bool                  // nothing is played where a station cannot keep up
	Antithetic   bool                  // replications come in pairs, as where the study says so
	Measures     string                // the list of measures that are wanted, as somebody wrote it; empty: all
	Steady       string                // serial measure whose long run is asked for; empty: none
	Estimates    bool                  // measures are estimated a second way, all replications put together as one
	Precision    *scenarios.Precision  // nil: that of the study, if it has one
	TruckLog     io.Writer             // takes the trucks of the observed replications; nil: nobody wants them
	Effort       *Effort               // counts what is played; nil: nobody wants to know
	Kept         *runlog.Log           // has runs that need not be played again, and takes those that are; of the same luck; nil: nothing is kept
}

// defaultReplications of a scenario that is run by itself, and its confidence.
const (
	defaultReplications = 30
	defaultConfidence   = 0.95
)

// Run answers a study. The same study, seed, replications and version give the same answer for any
// number of workers. Errors are those of the context, of a replication that failed, or of an
// alternative that cannot be compiled, or an Overload if the run is strict.
func Run(ctx context.Context, s *scenarios.Study, o Options) (*report.Comparison, error) {
	a := &answer{study: s, rule: rule(s, &o), options: o}
	a.planReplications()
	if err := a.compile(); err != nil {
		return nil, err
	}
	if o.Strict {
		if err := a.overload(); err != nil {
			return nil, err
		}
	}
	if err := a.grow(); err != nil {
		return nil, err
	}
	screen := a.planScreening()
	shifts := a.planShifts()
	total := a.runsOfEach()*a.options.Replications + screen.total() + shifts.total()
	progress := &counted{total: total, tell: o.Progress}
	a.watch()
	if err := a.playAll(ctx, progress); err != nil {
		return nil, err
	}
	a.tabulateAll()
	a.reckon()
	if err := a.writeTrucks(); err != nil {
		return nil, err
	}
	if err := a.playYears(ctx, progress); err != nil {
		return nil, err
	}
	if err := a.playLongRuns(ctx, progress); err != nil {
		return nil, err
	}
	drivers, err := screen.drivers(ctx, progress)
	if err != nil {
		return nil, err
	}
	shifted, err := shifts.play(ctx, progress)
	if err != nil {
		return nil, err
	}
	return a.assemble(drivers, shifted), nil
}

// planReplications says how many replications there are before any is run: with a precision those of the first look.
func (a *answer) planReplications() {
	switch {
	case a.rule != nil:
		a.options.Replications = a.rule.AtLeast
	case a.options.Replications == 0:
		a.options.Replications = a.study.Replications
	}
	a.wanted = a.options.Replications
	a.options.Replications = a.whole(a.wanted)
}

// Alone is the study of one scenario: a comparison with one alternative.
func Alone(s *scenarios.Scenario) *scenarios.Study {
	return &scenarios.Study{
		Name: s.Name, Title: s.Title, Hash: s.Hash,
		Alternatives: []scenarios.Alternative{{Name: s.Name, Title: s.Title, Scenario: s}},
		Replications: defaultReplications, Confidence: defaultConfidence, Warnings: s.Warnings,
	}
}

// counted adds up the progress of several experiments.
type counted struct {
	before, total int
	tell          func(done, total int)
}

// next is the progress callback of the next experiment of n runs.
func (c *counted) next(n int) func(done int) {
	before := c.before
	c.before += n
	return func(done int) {
		if c.tell != nil {
			c.tell(before+done, c.total)
		}
	}
}

// plan of an experiment with these options.
func (o Options) plan(runs int) experiment.Plan {
	return experiment.Plan{Replications: runs, Workers: o.Workers}
}
