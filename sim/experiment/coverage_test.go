package experiment

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim/stat"
)

// The values are from an exact rational recursion, the widths twice those of an independent
// simulation with as many replications.
func TestWaitsAtABusyLaneAreKnown(t *testing.T) {
	long := busyLane
	long.trucks = 100
	mean := func(mean, _ float64) float64 { return mean }
	last := func(_, last float64) float64 { return last }
	for _, c := range []struct {
		lane         lane
		pick         func(mean, last float64) float64
		want, spread float64
	}{
		{busyLane, mean, busyLaneWait, 0.0191},
		{busyLane, last, 3.30050862103, 0.0239},
		{long, mean, 4.13418460298, 0.0167},
	} {
		run := func(_ context.Context, _ struct{}, r int) (float64, error) {
			return c.pick(c.lane.waits(luck(23, r))), nil
		}
		waits, err := Replicate(t.Context(), Plan{Replications: 20000}, noArena, run, nil)
		require.NoError(t, err)
		accepted(t, c.want, waits, 2*c.spread*c.want)
	}
}

// Reference case P45. The published coverages are of 100000 experiments; what is short of 0.95 is the skewness of the
// wait, not a defect. The tolerance of 0.012 is published with them: 10000 experiments have a
// standard error of 0.003.
func TestIntervalsCoverWhatTheyShould(t *testing.T) {
	if testing.Short() {
		t.Skip("10 million trucks")
	}
	const experiments, most = 10000, 40
	cases := []struct {
		replications     int
		confidence, want float64
	}{
		{5, 0.95, 0.8893},
		{10, 0.95, 0.9064},
		{20, 0.95, 0.9239},
		{40, 0.95, 0.9357},
		{10, 0.90, 0.8598},
	}
	run := func(_ context.Context, waits []float64, experiment int) ([]bool, error) {
		for r := range waits {
			waits[r] = busyLane.meanWait(luck(45, experiment*most+r))
		}
		held := make([]bool, len(cases))
		for i, c := range cases {
			interval, _ := stat.MeanInterval(waits[:c.replications], c.confidence)
			held[i] = interval.Holds(busyLaneWait)
		}
		return held, nil
	}
	arena := func() []float64 { return make([]float64, most) }
	results, err := Replicate(t.Context(), Plan{Replications: experiments}, arena, run, nil)
	require.NoError(t, err)
	for i, c := range cases {
		count := 0
		for _, held := range results {
			if held[i] {
				count++
			}
		}
		assert.InDelta(t, c.want, float64(count)/experiments, 0.012,
			"%v of %d replications", c.confidence, c.replications)
	}
}

// Seven independent paired differences of normal luck, each -2 in truth, so that every interval holds
// with its nominal probability: together the joint 90 % intervals hold with (1-0.1/7)^7 = 0.904.
func TestJointIntervalsHoldTogether(t *testing.T) {
	const experiments, replications, family = 4000, 10, 7
	held := 0
	for e := range experiments {
		random := luck(71, e)
		together := true
		for range family {
			before, after := make([]float64, replications), make([]float64, replications)
			for r := range before {
				before[r] = random.NormFloat64()
				after[r] = before[r] - 2 + 0.3*random.NormFloat64()
			}
			joint, _ := stat.Paired(after, before, stat.Joint(0.90, family))
			together = together && joint.Holds(-2)
		}
		if together {
			held++
		}
	}
	share, _ := stat.Wilson(held, experiments, 0.999)
	assert.True(t, share.Holds(0.904), "%+v", share)
}
