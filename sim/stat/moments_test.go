package stat

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sample is a list of ten values whose statistics are known from 40-digit arithmetic.
var sample = []float64{12.1, 9.8, 15.3, 11.0, 13.7, 10.4, 12.9, 14.2, 11.8, 10.9}

// exact is the tolerance of numbers printed with twelve digits: 1e-9 of the value, at least of 1.
func exact(t *testing.T, want, got float64) {
	t.Helper()
	assert.InDelta(t, want, got, 1e-9*max(1, math.Abs(want)))
}

// known is exact for a value that must be there.
func known(t *testing.T, want, got float64, ok bool) {
	t.Helper()
	require.True(t, ok)
	exact(t, want, got)
}

// Means, deviations, intervals and percentiles of this package's tests are reference case P42.
//
// accuracySet is NIST's StRD univariate set NumAcc3 (base 1000000) or NumAcc4 (base 10000000):
// base + 0.2 once, then base + 0.1 and base + 0.3 in turn, 500 times each. Certified: mean
// base + 0.2 and standard deviation 0.1, both exactly.
func accuracySet(base float64) []float64 {
	x := []float64{base + 0.2}
	for range 500 {
		x = append(x, base+0.1, base+0.3)
	}
	return x
}

func TestMeanAndSDOfTenKnownValues(t *testing.T) {
	mean, ok := Mean(sample)
	known(t, 12.21, mean, ok)
	sd, ok := SD(sample)
	known(t, 1.78415868751, sd, ok) // 40-digit arithmetic
	variance, ok := Variance(sample)
	known(t, 1.78415868751*1.78415868751, variance, ok)
}

func TestMeanAndSDMeetNISTCertifiedValues(t *testing.T) {
	for _, base := range []float64{1000000, 10000000} {
		x := accuracySet(base)
		mean, ok := Mean(x)
		known(t, base+0.2, mean, ok)
		sd, ok := SD(x)
		require.True(t, ok)
		assert.InEpsilon(t, 0.1, sd, 1e-7) // the values themselves are not exact in binary
	}
}

func TestMomentsAgreeWithRationalArithmetic(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		x := make([]float64, 2+random.IntN(60))
		for i := range x {
			x[i] = 1e6*random.Float64() + random.NormFloat64()
		}
		wantMean, wantVariance := rationalMoments(x)
		mean, _ := Mean(x)
		variance, _ := Variance(x)
		assert.Equal(t, wantMean, mean, "the mean is the nearest float64")
		assert.InEpsilon(t, wantVariance, variance, 1e-12)
	}
}

// rationalMoments is the definition, with no rounding until the end.
func rationalMoments(x []float64) (mean, variance float64) {
	n := new(big.Rat).SetInt64(int64(len(x)))
	middle := new(big.Rat)
	for _, v := range x {
		middle.Add(middle, new(big.Rat).SetFloat64(v))
	}
	middle.Quo(middle, n)
	squares := new(big.Rat)
	for _, v := range x {
		d := new(big.Rat).Sub(new(big.Rat).SetFloat64(v), middle)
		squares.Add(squares, d.Mul(d, d))
	}
	squares.Quo(squares, n.Sub(n, big.NewRat(1, 1)))
	mean, _ = middle.Float64()
	variance, _ = squares.Float64()
	return mean, variance
}

func TestMeanOfEqualValuesIsThatValueAndTheirSpreadZero(t *testing.T) {
	for _, v := range []float64{0.1, 1.0 / 3, 1e15 / 7, -2.7182818284590455} {
		for n := 2; n <= 1000; n += 7 {
			x := make([]float64, n)
			for i := range x {
				x[i] = v
			}
			mean, _ := Mean(x)
			variance, ok := Variance(x)
			require.True(t, ok)
			require.Equal(t, v, mean)
			require.Zero(t, variance)
		}
	}
}

func TestMeanKeepsWhatAHugeValueHides(t *testing.T) {
	mean, ok := Mean([]float64{1, 1e100, 1, -1e100}) // 2/4
	require.True(t, ok)
	assert.Equal(t, 0.5, mean)
}

func TestMomentsOfTooFewValuesAreMissing(t *testing.T) {
	_, ok := Mean(nil)
	assert.False(t, ok)
	_, ok = Variance([]float64{7})
	assert.False(t, ok)
	_, ok = SD(nil)
	assert.False(t, ok)
}
