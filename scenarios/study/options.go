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
	Replications int // 0: as many as the study says
	Workers      int // 0: one per processor
	Version      string
	Progress     func(done, total int) // may be nil; called from one goroutine
	Observe      int                   // the first so many replications of each alternative are observed for indicators; 0: none
	Strict       bool                  // nothing is played where a station cannot keep up
	TruckLog     io.Writer             // takes the trucks of the observed replications; nil: nobody wants them
	Kept         *runlog.Log           // has runs that need not be played again, and takes those that are; nil: nothing is kept
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
	if o.Replications == 0 {
		o.Replications = s.Replications
	}
	a := &answer{study: s, options: o}
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
	total := (len(s.Alternatives)+len(a.years))*o.Replications + screen.total()
	progress := &counted{total: total, tell: o.Progress}
	a.watch()
	results, err := a.play(ctx, a.grid(), progress)
	if err != nil {
		return nil, err
	}
	a.gather(results)
	a.reckon()
	if err := a.writeTrucks(); err != nil {
		return nil, err
	}
	if err := a.playYears(ctx, progress); err != nil {
		return nil, err
	}
	drivers, err := screen.drivers(ctx, progress)
	if err != nil {
		return nil, err
	}
	return a.assemble(drivers), nil
}

// RunScenario answers for one scenario alone: a comparison with one alternative.
func RunScenario(ctx context.Context, s *scenarios.Scenario, o Options) (*report.Comparison, error) {
	return Run(ctx, &scenarios.Study{
		Name: s.Name, Title: s.Title, Hash: s.Hash,
		Alternatives: []scenarios.Alternative{{Name: s.Name, Title: s.Title, Scenario: s}},
		Replications: defaultReplications, Confidence: defaultConfidence, Warnings: s.Warnings,
	}, o)
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
