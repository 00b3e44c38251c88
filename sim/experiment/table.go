package experiment

import (
	"fmt"
	"math"
	"slices"

	"hanhlang/sim/stat"
)

// Observation is what one replication says about one measure, in the measure's unit.
type Observation struct {
	Measure string
	Value   float64
}

// Table holds the observations of an experiment, measures by replications. A measure that a
// replication did not observe is absent there, never zero.
type Table struct {
	replications int
	measures     []string           // in the order of the rows
	rows         map[string]*series // looked up, never ranged over
}

// series is one measure: its values and the replications, ascending, that observed it.
type series struct {
	replications []int
	values       []float64
}

// NewTable makes a table of observed[i], what replication i observed. Rows stand in the order of
// replication 0; measures that only later replications observed follow, sorted by name. A measure
// without a name, one observed twice in a replication, and a value that is not finite are errors.
func NewTable(observed [][]Observation) (*Table, error) {
	t := &Table{replications: len(observed), rows: map[string]*series{}}
	named := 0 // measures whose place in the order the first replication decided
	for replication, observations := range observed {
		for _, o := range observations {
			if err := t.book(replication, o); err != nil {
				return nil, fmt.Errorf("replication %d: %w", replication, err)
			}
		}
		if replication == 0 {
			named = len(t.measures)
		}
	}
	slices.Sort(t.measures[named:])
	return t, nil
}

func (t *Table) book(replication int, o Observation) error {
	if o.Measure == "" {
		return fmt.Errorf("value %v has no measure", o.Value)
	}
	if math.IsNaN(o.Value) || math.IsInf(o.Value, 0) {
		return fmt.Errorf("measure %s is %v, not a finite number", o.Measure, o.Value)
	}
	row, ok := t.rows[o.Measure]
	if !ok {
		row = &series{}
		t.rows[o.Measure] = row
		t.measures = append(t.measures, o.Measure)
	}
	if n := len(row.replications); n > 0 && row.replications[n-1] == replication {
		return fmt.Errorf("measure %s is observed twice", o.Measure)
	}
	row.replications = append(row.replications, replication)
	row.values = append(row.values, o.Value)
	return nil
}

// Replications is the number of replications, those that observed nothing included.
func (t *Table) Replications() int { return t.replications }

// Measures lists the measures that at least one replication observed, in the order of the rows.
func (t *Table) Measures() []string { return slices.Clone(t.measures) }

// Values lists what was observed of a measure in the order of replications, absent ones left out.
func (t *Table) Values(measure string) []float64 {
	row, ok := t.rows[measure]
	if !ok {
		return nil
	}
	return slices.Clone(row.values)
}

// Value is what one replication observed of a measure; false if it did not.
func (t *Table) Value(measure string, replication int) (float64, bool) {
	row, ok := t.rows[measure]
	if !ok {
		return 0, false
	}
	at, ok := slices.BinarySearch(row.replications, replication)
	if !ok {
		return 0, false
	}
	return row.values[at], true
}

// Interval estimates the mean of a measure over the replications that observed it, with Student's
// t interval; false if none did.
func (t *Table) Interval(measure string, confidence float64) (stat.Interval, bool) {
	row, ok := t.rows[measure]
	if !ok {
		return stat.Interval{}, false
	}
	return stat.MeanInterval(row.values, confidence)
}

// Summary is the estimate of one measure.
type Summary struct {
	Measure  string
	Interval stat.Interval
}

// Summarise estimates every measure, in the order of the rows.
func (t *Table) Summarise(confidence float64) []Summary {
	summaries := make([]Summary, 0, len(t.measures))
	for _, measure := range t.measures {
		if interval, ok := t.Interval(measure, confidence); ok {
			summaries = append(summaries, Summary{Measure: measure, Interval: interval})
		}
	}
	return summaries
}
