package study

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/report/indicators"
	"hanhlang/scenarios"
	"hanhlang/sim/experiment"
)

// answer is a study being answered.
type answer struct {
	study    *scenarios.Study
	options  Options
	models   []*journey.Model
	outcomes [][]*journey.Outcome // by alternative and replication, or pair of them
	single   [][]*journey.Outcome // by alternative and replication, where they come in pairs
	observed [][]observed         // by alternative and replication; empty: nobody asked for indicators
	watches  []*indicators.Watch
	sets     []*indicators.Set // by alternative
	tables   []*experiment.Table
	years    []grownYear // by alternative, rate and year; none: demand stays as it is

	long []longRun // by alternative; none: nobody asked for the long run

	wanted    int                  // replications, before they were made whole pairs
	rule      *scenarios.Precision // until when replications are run; nil: as many as the options say
	precision *report.Precision    // what came of it
	decided   *int                 // the goal that did at the last look
}

// compile makes every alternative ready to run.
func (a *answer) compile() error {
	for _, alternative := range a.study.Alternatives {
		m, err := journey.Compile(alternative.Scenario.Setup)
		if err != nil {
			return fmt.Errorf("alternative %s: %w", alternative.Name, err)
		}
		a.models = append(a.models, m)
	}
	return nil
}

// cell is one run to be played: a model with the luck of a replication.
type cell struct {
	model       *journey.Model
	alternative int
	replication int
}

// grid lists every alternative with every replication from one up to another, alternative by alternative, so that a worker
// stays with the world it has at hand.
func (a *answer) grid(from, to int) []cell {
	var cells []cell
	for i, m := range a.models {
		for r := from; r < to; r++ {
			cells = append(cells, cell{model: m, alternative: i, replication: r})
		}
	}
	return cells
}

// bench is one worker's state: the world of the alternative it is at, to be used again.
type bench struct {
	of *journey.Model
	at *journey.World
}

func newBench() *bench { return &bench{} }

// world for a model, made if the worker has come to another one.
func (b *bench) world(m *journey.Model) *journey.World {
	if b.of != m {
		b.of, b.at = m, journey.NewWorld(m)
	}
	return b.at
}

// play runs cells in parallel and returns their outcomes in order.
func (a *answer) play(ctx context.Context, cells []cell, progress *counted) ([]*journey.Outcome, error) {
	asked := a.asked()
	run := func(ctx context.Context, b *bench, i int) (*journey.Outcome, error) {
		return a.once(cells[i], func() (*journey.Outcome, error) {
			luck := a.luck(cells[i].replication)
			b.world(cells[i].model).Ask(asked)
			if a.observes(cells[i]) {
				return a.observe(ctx, b.world(cells[i].model), luck, cells[i])
			}
			return b.world(cells[i].model).Run(ctx, luck, nil)
		})
	}
	results, err := experiment.Replicate(ctx, a.options.plan(len(cells)), newBench, run, progress.next(len(cells)))
	var failure *experiment.Failure
	if errors.As(err, &failure) { // it counts cells; who repeats the run counts replications
		at := cells[failure.Replication]
		failure.Replication = at.replication
		halt := &Halt{
			Alternative: a.study.Alternatives[at.alternative].Name, Seed: a.options.Seed,
			Replication: failure.Replication, Cause: failure,
		}
		if halt.stuck() {
			return results, halt
		}
		return results, fmt.Errorf("alternative %s: %w", halt.Alternative, failure)
	}
	return results, err
}

// gather sorts the outcomes of so many more replications by alternative.
func (a *answer) gather(results []*journey.Outcome, replications int) {
	if a.outcomes == nil {
		a.outcomes = make([][]*journey.Outcome, len(a.models))
	}
	for i, o := range results {
		of := i / replications
		a.outcomes[of] = append(a.outcomes[of], o)
	}
}

// tabulateAll makes the table of every alternative.
func (a *answer) tabulateAll() {
	a.single = a.outcomes
	a.outcomes = make([][]*journey.Outcome, len(a.models))
	for i := range a.models {
		a.outcomes[i] = a.paired(a.single[i])
		a.tables = append(a.tables, tabulate(a.models[i], a.outcomes[i]))
	}
}

// tabulate turns outcomes into a table of measures by replications: of those named, or of all where none is.
func tabulate(m *journey.Model, outcomes []*journey.Outcome, named ...string) *experiment.Table {
	names := m.Measures()
	rows := make([][]experiment.Observation, len(outcomes))
	for r, o := range outcomes {
		for i, name := range names {
			if o.Present[i] && (len(named) == 0 || slices.Contains(named, name)) {
				rows[r] = append(rows[r], experiment.Observation{Measure: name, Value: o.Values[i]})
			}
		}
	}
	table, err := experiment.NewTable(rows)
	if err != nil {
		panic(err) // the names of a model are distinct and its values finite
	}
	return table
}
