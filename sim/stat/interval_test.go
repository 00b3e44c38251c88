package stat

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleMeanInterval() {
	hours := []float64{12.1, 9.8, 15.3, 11.0, 13.7, 10.4, 12.9, 14.2, 11.8, 10.9}
	interval, _ := MeanInterval(hours, 0.95)
	fmt.Printf("%.2f h (%.2f to %.2f, %d replications)\n", interval.Mean, interval.Lo, interval.Hi, interval.N)
	// Output: 12.21 h (10.93 to 13.49, 10 replications)
}

func ExampleJoint() {
	fmt.Printf("%.3f\n", Joint(0.95, 10))
	// Output: 0.995
}

func TestMeanIntervalOfTenKnownValues(t *testing.T) {
	interval, ok := MeanInterval(sample, 0.95)
	known(t, 12.21, interval.Mean, ok)
	half, ok := interval.HalfWidth()
	known(t, 1.27631023846, half, ok) // 40-digit arithmetic
	exact(t, 12.21-1.27631023846, interval.Lo)
	exact(t, 12.21+1.27631023846, interval.Hi)
	assert.Equal(t, 10, interval.N)
	assert.Equal(t, 0.95, interval.Confidence)
}

func TestIntervalOfOneObservationHasNoBounds(t *testing.T) {
	interval, ok := MeanInterval([]float64{4}, 0.95)
	require.True(t, ok)
	assert.Equal(t, Interval{Mean: 4, N: 1, Confidence: 0.95}, interval)
	assert.True(t, interval.Present())
	assert.False(t, interval.Bounded())
	assert.False(t, interval.Holds(4))
	_, ok = interval.HalfWidth()
	assert.False(t, ok)
}

func TestIntervalOfNoObservationIsMissing(t *testing.T) {
	interval, ok := MeanInterval(nil, 0.95)
	assert.False(t, ok)
	assert.False(t, interval.Present())
}

func TestIntervalOfEqualObservationsIsAPoint(t *testing.T) {
	interval, ok := MeanInterval([]float64{0.1, 0.1, 0.1}, 0.95)
	require.True(t, ok)
	assert.Equal(t, Interval{Mean: 0.1, Lo: 0.1, Hi: 0.1, N: 3, Confidence: 0.95}, interval)
	assert.True(t, interval.Holds(0.1))
}

func TestHoldsCountsTheEnds(t *testing.T) {
	interval := Interval{Mean: 2, Lo: 1, Hi: 3, N: 2}
	for value, want := range map[float64]bool{0.999: false, 1: true, 2: true, 3: true, 3.001: false} {
		assert.Equal(t, want, interval.Holds(value), "%v", value)
	}
}

// The values are from 40-digit arithmetic: the first three to twelve digits, the others to 17.
func TestStudentQuantilesAreKnown(t *testing.T) {
	for _, c := range []struct {
		p       float64
		degrees int
		want    float64
	}{
		{0.975, 9, 2.2621571628},
		{0.9995, 39, 3.55812008133},
		{0.95, 4, 2.13184678633},
		{0.975, 1, 12.706204736174705},
		{0.9995, 1, 636.61924876871962},
		{0.9995, 4, 8.6103015813792751},
		{0.975, 49, 2.0095752371292397},
		{0.975, 7999, 1.9602605996327759},
		{0.9995, 19999, 3.2910133076963340},
		{0.975, 1000000, 1.9599663568141070},
	} {
		got := StudentQuantile(c.p, c.degrees)
		exact(t, c.want, got)
		assert.InEpsilon(t, got, -StudentQuantile(1-c.p, c.degrees), 1e-9, "the law is symmetric")
	}
}

func TestStudentQuantileUndoesTheDistribution(t *testing.T) {
	for degrees := 1; degrees <= 200; degrees++ {
		for _, tail := range []float64{0.25, 0.1, 0.05, 0.025, 0.005, 0.0005, 0.05 / 2 / 40} {
			q := StudentQuantile(tail, degrees)
			require.Less(t, q, 0.0)
			got := (1 - withinStudent(-q, degrees)) / 2
			require.InDelta(t, tail, got, 1e-13, "tail %v, %d degrees", tail, degrees)
		}
	}
}

// withinStudent is the probability of -t..t as a finite sum of powers of a cosine: Abramowitz
// and Stegun 1964, 26.7.3 (odd) and 26.7.4 (even). It owes nothing to the incomplete beta function.
func withinStudent(t float64, degrees int) float64 {
	theta := math.Atan(t / math.Sqrt(float64(degrees)))
	sin, cos := math.Sincos(theta)
	term, series, first := 1.0, 0.0, 2
	if degrees%2 == 1 {
		term, first = cos, 3
	}
	for k := first; k <= degrees; k += 2 {
		series += term
		term *= cos * cos * float64(k-1) / float64(k)
	}
	if degrees%2 == 1 {
		return 2 / math.Pi * (theta + sin*series)
	}
	return sin * series
}

func TestJointConfidenceSharesTheRisk(t *testing.T) {
	assert.Equal(t, 0.95, Joint(0.95, 1))
	assert.InDelta(t, 1-0.05/8, Joint(0.95, 8), 1e-15) // 1 - α/m
	interval, _ := MeanInterval(sample, 0.95)
	joint, _ := MeanInterval(sample, Joint(0.95, 5))
	half, _ := interval.HalfWidth()
	wide, _ := joint.HalfWidth()
	// t(0.995; 9) / t(0.975; 9) from 40-digit arithmetic
	assert.InEpsilon(t, 3.2498355415921263/2.2621571627982055, wide/half, 1e-9)
}

func TestImpossibleConfidencePanics(t *testing.T) {
	for _, confidence := range []float64{0, 1, 95, -0.5, math.NaN()} {
		assert.Panics(t, func() { MeanInterval(sample, confidence) })
		assert.Panics(t, func() { Joint(confidence, 2) })
	}
	assert.Panics(t, func() { Joint(0.95, 0) })
	assert.Panics(t, func() { StudentQuantile(0.5, 0) })
	assert.Panics(t, func() { StudentQuantile(1, 5) })
}
