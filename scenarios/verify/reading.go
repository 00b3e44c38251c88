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
	counts   bool     // some quantities are numbers of trucks
}

// reading is what one run says.
type reading struct {
	row    []experiment.Observation
	counts []float64 // by quantity; of a measure nothing
	sound  bool
}

func newReading(c *scenarios.Case, m *journey.Model, wanted map[string]bool) *reader {
	r := &reader{expected: c.Expected}
	for i, name := range m.Measures() {
		if wanted[name] {
			r.names, r.at = append(r.names, name), append(r.at, i)
		}
	}
	for _, e := range c.Expected {
		r.counts = r.counts || e.Measure == ""
	}
	return r
}

// of runs a replication.
func (r *reader) of(ctx context.Context, w *journey.World, luck seeds.Luck) (*reading, error) {
	var log journey.Log
	var trucks *census
	if r.counts {
		trucks = &census{expected: r.expected, counts: make([]float64, len(r.expected))}
		log = trucks
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
	if trucks != nil {
		out.counts = trucks.counts
	}
	return out, nil
}

// holds says whether the identities of a run do.
func holds(a journey.Audit) bool {
	return a.TimeGap == 0 && a.MoneyGap == 0 && a.LoadGap == 0 && a.PlaceGap == 0 && a.FlowGap == 0 && a.LittleGap == 0 && a.QueueGap == 0 && a.OpenLedgers == 0
}

// sample puts the runs of a case together.
func (r *reader) sample(runs []*reading) *sample {
	s := &sample{counted: make([][]float64, len(r.expected)), sound: true}
	rows := make([][]experiment.Observation, len(runs))
	for i, run := range runs {
		rows[i] = run.row
		s.sound = s.sound && run.sound
		for q, e := range r.expected {
			if e.Measure == "" {
				s.counted[q] = append(s.counted[q], run.counts[q])
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

// census counts the trucks of a run as its log tells of them.
type census struct {
	expected []scenarios.Expected
	counts   []float64
}

// Record counts who comes and who leaves; an event of the very moment counts.
func (c *census) Record(f journey.Fact) {
	if f.Kind != journey.HappeningFact || f.Happening != journey.Ready && f.Happening != journey.Left {
		return
	}
	at := f.From.Seconds()
	for i := range c.expected {
		switch e := &c.expected[i]; {
		case e.At != nil && at <= *e.At && f.Happening == journey.Ready:
			c.counts[i]++
		case e.At != nil && at <= *e.At:
			c.counts[i]--
		case e.Came != nil && f.Happening == journey.Ready && e.Came.From < at && at <= e.Came.To:
			c.counts[i]++
		}
	}
}
