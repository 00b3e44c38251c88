package experiment

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim/stat"
)

// column is the rows of one measure observed in every replication.
func column(measure string, values ...float64) [][]Observation {
	rows := make([][]Observation, len(values))
	for i, v := range values {
		rows[i] = []Observation{{measure, v}}
	}
	return rows
}

func ExampleCompare() {
	paper, _ := NewTable(column("border_time_h", 6.0, 7.5, 5.5, 8.0, 6.5))
	digital, _ := NewTable(column("border_time_h", 4.5, 5.5, 4.5, 5.5, 5.0))
	d, _ := Compare(digital, paper, "border_time_h", 0.95, 3)
	fmt.Printf("%.2f h (%.2f to %.2f; with two others %.2f to %.2f)\n",
		d.Interval.Mean, d.Interval.Lo, d.Interval.Hi, d.Joint.Lo, d.Joint.Hi)
	fmt.Printf("%.0f %% of paper, pairing saves a factor %.1f\n", 100*d.Relative.Mean, d.VarianceRatio)
	// Output:
	// -1.70 h (-2.41 to -0.99; with two others -2.71 to -0.69)
	// -25 % of paper, pairing saves a factor 4.1
}

func TestComparePairsOnlyWhatBothObserved(t *testing.T) {
	base := mustTable(t, [][]Observation{{{"wait", 10}}, {{"wait", 99}}, {}, {{"wait", 30}}, {{"wait", 7}}})
	alternative := mustTable(t, [][]Observation{{{"wait", 8}}, {}, {{"wait", 55}}, {{"wait", 27}}})
	d, ok := Compare(alternative, base, "wait", 0.95, 1)
	require.True(t, ok)
	want, _ := stat.MeanInterval([]float64{-2, -3}, 0.95) // replications 0 and 3
	assert.Equal(t, want, d.Interval)
	assert.Equal(t, want, d.Joint, "a family of one")
	relative, _ := stat.RelativeDifference([]float64{8, 27}, []float64{10, 30}, 0.95)
	assert.Equal(t, relative, d.Relative)
	assert.Equal(t, "wait", d.Measure)
	// s² is 180.5, 200 and, of the difference, 0.5
	assert.True(t, d.HasVarianceRatio)
	assert.InDelta(t, (180.5+200)/0.5, d.VarianceRatio, 1e-9)
}

func TestCompareWithoutACommonReplicationIsMissing(t *testing.T) {
	base := mustTable(t, [][]Observation{{{"wait", 10}}, {}})
	alternative := mustTable(t, [][]Observation{{{"cost", 1}}, {{"wait", 8}}})
	for _, measure := range []string{"wait", "cost", "speed"} {
		_, ok := Compare(alternative, base, measure, 0.95, 2)
		assert.False(t, ok, measure)
	}
}

func TestCompareOfOnePairHasNoBounds(t *testing.T) {
	base, alternative := mustTable(t, column("wait", 4)), mustTable(t, column("wait", 3))
	d, ok := Compare(alternative, base, "wait", 0.95, 2)
	require.True(t, ok)
	assert.Equal(t, -1.0, d.Interval.Mean)
	assert.Equal(t, -0.25, d.Relative.Mean)
	assert.False(t, d.Interval.Bounded() || d.Joint.Bounded() || d.Relative.Bounded() || d.HasVarianceRatio)
}

func TestCompareWithABaseOfZeroHasNoRelativeDifference(t *testing.T) {
	base, alternative := mustTable(t, column("closed", 0, 0)), mustTable(t, column("closed", 1, 2))
	d, ok := Compare(alternative, base, "closed", 0.95, 1)
	require.True(t, ok)
	assert.False(t, d.Relative.Present())
	assert.True(t, d.Interval.Bounded())
}

// A detour that saves 0.04 h becomes one that saves half an hour: less, and no "1,150 % more".
func TestNothingIsAFractionOfABaseBelowZero(t *testing.T) {
	base, alternative := mustTable(t, column("detour", -0.04, -0.04)), mustTable(t, column("detour", -0.5, -0.49))
	d, ok := Compare(alternative, base, "detour", 0.95, 1)
	require.True(t, ok)
	assert.False(t, d.Relative.Present())
	assert.Negative(t, d.Interval.Mean)
}

// Two services at the same lane on the same luck: 60 trucks from empty, 4 an hour, service of mean
// 12 or 10 min. The means come from an exact chain, the widths are twice those of an independent
// simulation; with common random numbers no replication may get worse, and the variance of the
// difference is at most 0.35 of that with independent luck.
func TestCommonLuckPaysAtAFasterLane(t *testing.T) {
	const replications = 8000
	slow := lane{trucks: 60, interarrival: 15, service: 12}
	fast := lane{trucks: 60, interarrival: 15, service: 10}
	tables := [2]*Table{}
	for i, l := range []lane{slow, fast} {
		run := func(_ context.Context, _ struct{}, r int) ([]Observation, error) {
			return []Observation{{"wait_min", l.meanWait(luck(24, r))}}, nil
		}
		rows, err := Replicate(t.Context(), Plan{Replications: replications}, noArena, run, nil)
		require.NoError(t, err)
		tables[i] = mustTable(t, rows)
	}
	a, b := tables[0].Values("wait_min"), tables[1].Values("wait_min")
	saved := make([]float64, replications)
	for i := range saved {
		saved[i] = a[i] - b[i]
	}
	accepted(t, 32.38797699, a, 2*0.0289*32.38797699)
	accepted(t, 17.0556988782, b, 0.05*17.0556988782)
	accepted(t, 15.3322781118, saved, 2*0.0323*15.3322781118)
	assert.GreaterOrEqual(t, slices.Min(saved), 0.0)
	d, ok := Compare(tables[0], tables[1], "wait_min", 0.999, 1)
	require.True(t, ok && d.HasVarianceRatio)
	assert.Equal(t, Accept(15.3322781118, saved, 1).Interval, d.Interval)
	assert.GreaterOrEqual(t, d.VarianceRatio, 1/0.35)
}
