package experiment

import "hanhlang/sim/stat"

// Difference is how a measure of an alternative differs from that of a base, replication by
// replication on the same luck. Intervals of a single pair have no bounds.
type Difference struct {
	Measure  string
	Interval stat.Interval // alternative less base, in the measure's unit
	Joint    stat.Interval // the same, wide enough to hold together with the rest of its family
	Relative stat.Interval // as a fraction of the base's mean; not Present unless that is above zero

	// VarianceRatio is (s₁² + s₂²)/s_d², how many times more replications independent luck would
	// need; HasVarianceRatio is false for a single pair and for differences that do not vary.
	VarianceRatio    float64
	HasVarianceRatio bool
}

// Compare estimates alternative less base over the replications in which both observed the
// measure; row i of both tables must be the same replication. family is how many differences are
// read together, for the joint interval by Bonferroni's inequality. False if no replication has
// both.
func Compare(alternative, base *Table, measure string, confidence float64, family int) (Difference, bool) {
	after, before := pairs(alternative, base, measure)
	interval, ok := stat.Paired(after, before, confidence)
	if !ok {
		return Difference{}, false
	}
	d := Difference{Measure: measure, Interval: interval}
	d.Joint, _ = stat.Paired(after, before, stat.Joint(confidence, family))
	if of, _ := stat.Mean(before); of > 0 { // a fraction of less has another sign than the difference
		d.Relative, _ = stat.RelativeDifference(after, before, confidence)
	}
	d.VarianceRatio, d.HasVarianceRatio = stat.VarianceRatio(after, before)
	return d, true
}

// Differences lists alternative less base in the replications in which both observed the measure, in their order.
func Differences(alternative, base *Table, measure string) []float64 {
	after, before := pairs(alternative, base, measure)
	for i := range after {
		after[i] -= before[i]
	}
	return after
}

// pairs lists the values of the replications that both tables have, in replication order.
func pairs(alternative, base *Table, measure string) (after, before []float64) {
	first, ok := alternative.rows[measure]
	if !ok {
		return nil, nil
	}
	for i, replication := range first.replications {
		if value, ok := base.Value(measure, replication); ok {
			after = append(after, first.values[i])
			before = append(before, value)
		}
	}
	return after, before
}
