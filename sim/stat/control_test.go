package stat

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestControlByHand: x = 1, 3, 4, 8 over c = 1, 2, 3, 6 with a known mean of 2: c̄ = 3, x̄ = 4, Σ(c-c̄)² = 14, Σ(x-x̄)(c-c̄) = 19, slope
// 19/14. Residual squares 26 - 19²/14 = 3/14, s² = 3/28. Estimate 4 - 19/14 = 2.642857; error s²(1/4 + 1/14) = 27/784;
// t(0.975, 2) = 4.302653: half 0.798473. The plain mean has variance (26/3)/4: 62.91 times as much.
func TestControlByHand(t *testing.T) {
	got, saved, ok := Controlled([]float64{1, 3, 4, 8}, []float64{1, 2, 3, 6}, 2, 0.95)
	require.True(t, ok)
	assert.InDelta(t, 37.0/14, got.Mean, 1e-12)
	assert.InDelta(t, 0.798473, got.Hi-got.Mean, 1e-6)
	assert.InDelta(t, 26.0/12*784/27, saved, 1e-9)
	assert.Equal(t, 4, got.N)
}

// TestControlledIntervalsCover: x is explained to two thirds by a control with mean 5. About 95 % of the intervals hold the mean of x, and
// with twelve replications the estimate has a third of the variance, times what the slope costs, (n-2)/(n-3) = 10/9.
func TestControlledIntervalsCover(t *testing.T) {
	const experiments, replications = 4000, 12
	held, plain, controlled := 0, Tally{}, Tally{}
	for e := range experiments {
		random := rand.New(rand.NewPCG(41, uint64(e)))
		x, c := make([]float64, replications), make([]float64, replications)
		for r := range x {
			c[r] = 5 + random.NormFloat64()
			x[r] = 2*c[r] + 1.4142135624*random.NormFloat64()
		}
		got, _, ok := Controlled(x, c, 5, 0.95)
		require.True(t, ok)
		mean, _ := Mean(x)
		plain.Add(mean)
		controlled.Add(got.Mean)
		if got.Holds(10) {
			held++
		}
	}
	share, _ := Wilson(held, experiments, 0.999)
	assert.True(t, share.Holds(0.95), "%+v", share)
	before, _ := plain.Variance()
	after, _ := controlled.Variance()
	assert.InDelta(t, 1.0/3*10/9, after/before, 0.03) // a variance of 4000 is known to 2 %
}

func TestControlThatTellsNothingIsNone(t *testing.T) {
	_, _, ok := Controlled([]float64{1, 2, 3, 4}, []float64{7, 7, 7, 7}, 7, 0.95)
	assert.False(t, ok)
	_, _, ok = Controlled([]float64{1, 2, 3}, []float64{7, 8, 9}, 8, 0.95)
	assert.False(t, ok)
	got, saved, ok := Controlled([]float64{2, 4, 6, 8}, []float64{1, 2, 3, 4}, 3, 0.95)
	assert.True(t, ok)
	assert.Equal(t, 0.0, saved)
	assert.Equal(t, Interval{Mean: 6, Lo: 6, Hi: 6, N: 4, Confidence: 0.95}, got, "all explained")
	_, saved, ok = Controlled([]float64{5, 5, 5, 5}, []float64{1, 2, 3, 4}, 3, 0.95)
	assert.False(t, ok, "what does not vary needs no control: %v", saved)
}
