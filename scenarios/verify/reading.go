package verify

import (
	"context"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/experiment"
)

// reader takes from each run of a case what is asked for, so that no more of it is kept.
type reader struct {
	expected []scenarios.Expected
	names    []string // of measures
	at       []int    // their places in an outcome
	warmUp   float64  // [s]
	watches  bool     // some quantities are read off the log
}

// reading is what one run says.
type reading struct {
	row     []experiment.Observation
	watched []observed // by quantity; of a measure nothing
	sound   bool
}

func newReading(c *scenarios.Case, m *journey.Model, wanted map[string]bool) *reader {
	r := &reader{expected: c.Expected, warmUp: c.Scenario.Setup.Horizon.WarmUp.Seconds()}
	for i, name := range m.Measures() {
		if wanted[name] {
			r.names, r.at = append(r.names, name), append(r.at, i)
		}
	}
	for _, e := range c.Expected {
		r.watches = r.watches || e.Watched != nil
	}
	return r
}

// of runs a replication.
func (r *reader) of(ctx context.Context, w *journey.World, luck seeds.Luck) (*reading, error) {
	var log journey.Log
	var seen *watching
	if r.watches {
		seen = newWatching(r.expected, r.warmUp)
		log = seen
	}
	o, err := w.Run(ctx, luck, log)
	if err != nil {
		return nil, err
	}
	out := &reading{sound: holds(o.Audit)}
	for i, name := range r.names {
		if at := r.at[i]; o.Present[at] {
			out.row = append(out.row, experiment.Observation{Measure: name, Value: o.Values[at]})
		}
	}
	if seen != nil {
		out.watched = seen.quantities()
	}
	return out, nil
}

// holds says whether the identities of a run do.
func holds(a journey.Audit) bool {
	return a.TimeGap == 0 && a.MoneyGap == 0 && a.LoadGap == 0 && a.PlaceGap == 0 && a.FlowGap == 0 && a.LittleGap == 0 && a.QueueGap == 0 && a.WorkGap == 0 && a.OpenLedgers == 0
}

// sample puts the runs of a case together.
func (r *reader) sample(runs []*reading) *sample {
	s := &sample{watched: make([][]float64, len(r.expected)), sound: true}
	rows := make([][]experiment.Observation, len(runs))
	for i, run := range runs {
		rows[i] = run.row
		s.sound = s.sound && run.sound
		for q, e := range r.expected {
			if e.Watched != nil && run.watched[q].there {
				s.watched[q] = append(s.watched[q], run.watched[q].value)
			}
		}
	}
	table, err := experiment.NewTable(rows)
	if err != nil {
		panic(err) // the names of a model are distinct and its values finite
	}
	s.table = table
	return s
}
