package law

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// TestEmpiricalIsTheOrderStatistic: the p-quantile of n values is the ceil(p n)-th in order.
func TestEmpiricalIsTheOrderStatistic(t *testing.T) {
	l := made(t)(Empirical([]float64{50, 10, 40, 20, 30}, nil))
	for u, want := range map[float64]float64{
		0x1p-54: 10, 0.2: 10, 0.2001: 20, 0.5: 30, 0.6: 30, 0.95: 50, 1 - 0x1p-53: 50,
	} {
		assert.Equal(t, want, l.Quantile(u), "u = %v", u)
	}
	assert.Equal(t, 30.0, l.Mean())
	assert.InDelta(t, math.Sqrt(200), l.SD(), 1e-12, "(400+100+0+100+400)/5")
}

// TestWeightsAreProbabilities: by hand, 1, 2, 3 with 5, 2, 1 of 8.
func TestWeightsAreProbabilities(t *testing.T) {
	l := made(t)(Empirical([]float64{3, 1, 2, 9}, []float64{1, 5, 2, 0}))
	for u, want := range map[float64]float64{
		0x1p-54: 1, 0.624: 1, 0.625: 1, 0.626: 2, 0.875: 2, 0.876: 3, 1 - 0x1p-53: 3,
	} {
		assert.Equal(t, want, l.Quantile(u), "u = %v", u)
	}
	assert.InDelta(t, 1.5, l.Mean(), 1e-15, "(5+4+3)/8")
	assert.InDelta(t, 0.5, l.SD()*l.SD(), 1e-15, "(5*0.25+2*0.25+2.25)/8")
}

// TestWeightedQuantileIsTheFirstThatReachesU compares the guided search with the plain definition.
func TestWeightedQuantileIsTheFirstThatReachesU(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOfN(rapid.Float64Range(1e-6, 1e3), 1, 40).Draw(t, "weights")
		values := make([]float64, len(weights))
		for i := range values {
			values[i] = float64(i)
		}
		l, err := Empirical(values, weights)
		assert.NoError(t, err)
		u := rapid.Float64Range(0x1p-53, 1-0x1p-53).Draw(t, "u")
		first := 0
		for l.steps.reached[first] < u {
			first++
		}
		assert.Equal(t, values[first], l.Quantile(u))
	})
}

func TestEmpiricalDoesNotKeepTheCallersSlices(t *testing.T) {
	values := []float64{1, 2, 3}
	l := made(t)(Empirical(values, nil))
	values[0] = 99
	assert.Equal(t, 1.0, l.Quantile(0.1))
}
