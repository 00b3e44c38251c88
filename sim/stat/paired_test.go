package stat

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	paper   = []float64{6.0, 7.5, 5.5, 8.0, 6.5} // [h]
	digital = []float64{4.5, 5.5, 4.5, 5.5, 5.0} // [h], the same five replications
)

func ExamplePaired() {
	saved, _ := Paired(digital, paper, 0.95)
	relative, _ := RelativeDifference(digital, paper, 0.95)
	ratio, _ := VarianceRatio(digital, paper)
	fmt.Printf("%.2f h (%.2f to %.2f), %.0f %% (%.0f to %.0f), variance ratio %.1f\n",
		saved.Mean, saved.Lo, saved.Hi, 100*relative.Mean, 100*relative.Lo, 100*relative.Hi, ratio)
	// Output: -1.70 h (-2.41 to -0.99), -25 % (-31 to -19), variance ratio 4.1
}

// By hand: d = -1.5 -2 -1 -2.5 -1.5, mean -1.7, s² = 1.3/4, t(0.975; 4) = 2.7764451051977987.
func TestPairedDifferenceByHand(t *testing.T) {
	saved, ok := Paired(digital, paper, 0.95)
	known(t, -1.7, saved.Mean, ok)
	half, ok := saved.HalfWidth()
	known(t, 2.7764451051977987*math.Sqrt(1.3/4/5), half, ok)
	assert.Equal(t, 5, saved.N)
}

// By hand: r = -1.7/6.7; the residuals d - r·b are, times 6.7, 0.15 -0.65 2.65 -3.15 1.0.
func TestRelativeDifferenceByHand(t *testing.T) {
	relative, ok := RelativeDifference(digital, paper, 0.95)
	known(t, -1.7/6.7, relative.Mean, ok)
	squares := (0.15*0.15 + 0.65*0.65 + 2.65*2.65 + 3.15*3.15 + 1) / 6.7 / 6.7
	half, ok := relative.HalfWidth()
	known(t, 2.7764451051977987*math.Sqrt(squares/4/5)/6.7, half, ok)
}

// By hand: s² is (0.49+0.64+1.44+1.69+0.04)/4 = 1.075 for paper, 4·0.25/4 = 0.25 for digital, 1.3/4 for d.
func TestVarianceRatioByHand(t *testing.T) {
	ratio, ok := VarianceRatio(digital, paper)
	known(t, (1.075+0.25)/(1.3/4), ratio, ok)
}

func TestRelativeDifferenceIsTheRatioLessOne(t *testing.T) {
	relative, ok := RelativeDifference(digital, paper, 0.9)
	require.True(t, ok)
	ratio, ok := RatioOfMeans(digital, paper, 0.9)
	require.True(t, ok)
	exact(t, ratio.Mean-1, relative.Mean)
	exact(t, ratio.Lo-1, relative.Lo)
	exact(t, ratio.Hi-1, relative.Hi)
}

func TestRelativeDifferenceOfAProportionalPairIsCertain(t *testing.T) {
	base := []float64{4, 6, 10}
	half := []float64{2, 3, 5}
	relative, ok := RelativeDifference(half, base, 0.95)
	require.True(t, ok)
	assert.Equal(t, Interval{Mean: -0.5, Lo: -0.5, Hi: -0.5, N: 3, Confidence: 0.95}, relative)
}

func TestRelativeDifferenceOfANegativeBaseKeepsItsOrder(t *testing.T) {
	relative, ok := RelativeDifference([]float64{-3, -5}, []float64{-4, -4.5}, 0.95)
	require.True(t, ok)
	assert.LessOrEqual(t, relative.Lo, relative.Mean)
	assert.LessOrEqual(t, relative.Mean, relative.Hi)
}

func TestRatioOverNothingIsMissing(t *testing.T) {
	_, ok := RatioOfMeans([]float64{1, 2}, []float64{0, 0}, 0.95)
	assert.False(t, ok, "a base of zero")
	_, ok = RatioOfMeans([]float64{1, 2}, []float64{1, -1}, 0.95)
	assert.False(t, ok, "a mean of zero")
	_, ok = RatioOfMeans([]float64{1, 2}, []float64{5e-324, 5e-324}, 0.95)
	assert.False(t, ok, "a quotient beyond float64")
	_, ok = RatioOfMeans(nil, nil, 0.95)
	assert.False(t, ok)
}

func TestRatioOfOnePairHasNoBounds(t *testing.T) {
	ratio, ok := RatioOfMeans([]float64{6}, []float64{4}, 0.95)
	require.True(t, ok)
	assert.Equal(t, Interval{Mean: 1.5, N: 1, Confidence: 0.95}, ratio)
}

// The jackknife (Quenouille 1956, Tukey 1958) knows nothing of derivatives; with many pairs the
// two standard errors agree to the order 1/n.
func TestDeltaMethodAgreesWithTheJackknife(t *testing.T) {
	const n = 2000
	random := rand.New(rand.NewPCG(9, 10))
	y, x := make([]float64, n), make([]float64, n)
	for i := range x {
		x[i] = 10 + 3*random.NormFloat64()
		y[i] = 2*x[i] + 4*random.ExpFloat64()
	}
	ratio, _ := RatioOfMeans(y, x, 0.95)
	half, _ := ratio.HalfWidth()
	assert.InEpsilon(t, jackknifeError(y, x), half/StudentQuantile(0.975, n-1), 0.005)
}

// jackknifeError is the standard error of the ratio of means from leaving out one pair at a time.
func jackknifeError(y, x []float64) float64 {
	sumY, sumX, n := total(y), total(x), float64(len(x))
	left := make([]float64, len(x))
	for i := range x {
		left[i] = (sumY.value() - y[i]) / (sumX.value() - x[i])
	}
	variance, _ := Variance(left)
	return math.Sqrt(variance) * (n - 1) / math.Sqrt(n)
}

// y = 3x + noise on 30 pairs with x lognormal, so the true ratio is 3. The 99.9 % interval of the
// share that holds must contain a coverage between 0.93 and 0.95: the delta method is slightly short.
func TestRatioIntervalCoversTheTrueRatio(t *testing.T) {
	const experiments, pairs = 10000, 30
	random := rand.New(rand.NewPCG(11, 12))
	held := 0
	y, x := make([]float64, pairs), make([]float64, pairs)
	for range experiments {
		for i := range x {
			x[i] = math.Exp(0.3 * random.NormFloat64())
			y[i] = 3*x[i] + random.NormFloat64()
		}
		if ratio, _ := RatioOfMeans(y, x, 0.95); ratio.Holds(3) {
			held++
		}
	}
	covered, _ := Wilson(held, experiments, 0.999)
	assert.True(t, covered.Lo < 0.95 && covered.Hi > 0.93, "%+v", covered)
}

func TestVarianceRatioIsMissingWhenDifferencesDoNotVary(t *testing.T) {
	_, ok := VarianceRatio(paper, paper)
	assert.False(t, ok, "the same alternative")
	shifted := make([]float64, len(paper))
	for i, v := range paper {
		shifted[i] = v + 0.1 // v + 0.1 - v is 0.1 only up to rounding
	}
	_, ok = VarianceRatio(shifted, paper)
	assert.False(t, ok, "a constant shift")
	_, ok = VarianceRatio([]float64{1}, []float64{2})
	assert.False(t, ok, "one pair")
	_, ok = VarianceRatio(nil, nil)
	assert.False(t, ok, "no pair")
}

func TestPairingNeedsPairs(t *testing.T) {
	_, ok := Paired(nil, nil, 0.95)
	assert.False(t, ok)
	assert.Panics(t, func() { Paired([]float64{1}, nil, 0.95) })
	assert.Panics(t, func() { RatioOfMeans([]float64{1}, nil, 0.95) })
	assert.Panics(t, func() { VarianceRatio([]float64{1}, nil) })
}
