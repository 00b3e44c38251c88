package law

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// TestLognormalKeepsWhatItWasMadeFrom: mean, cv, median and p95 come back.
func TestLognormalKeepsWhatItWasMadeFrom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.Float64Range(1e-3, 1e6).Draw(t, "size")
		cv := rapid.Float64Range(1e-3, 3).Draw(t, "cv")
		l, err := Lognormal(size, cv)
		assert.NoError(t, err)
		assert.InEpsilon(t, size*cv, l.SD(), 1e-12)
		assert.InEpsilon(t, size/math.Sqrt(1+cv*cv), l.Quantile(0.5), 1e-12)

		ratio := rapid.Float64Range(1.001, 3.86).Draw(t, "p95 over mean")
		l, err = LognormalMeanP95(size, ratio*size)
		assert.NoError(t, err)
		assert.InEpsilon(t, ratio*size, l.Quantile(0.95), 1e-12)
		assert.InEpsilon(t, size, l.Quantile(0.5)*math.Exp(l.shape*l.shape/2), 1e-12, "mean = median exp(d^2/2)")

		l, err = LognormalMedianP95(size, ratio*size)
		assert.NoError(t, err)
		assert.InEpsilon(t, ratio*size, l.Quantile(0.95), 1e-12)
		assert.InEpsilon(t, size, l.Quantile(0.5), 1e-15)
	})
}

// TestThreeWaysToWriteOneLognormal: the known law of mean 45 and cv 0.6, written by its mean and p95 and by its median
// and p95.
func TestThreeWaysToWriteOneLognormal(t *testing.T) {
	ok := made(t)
	byCV := ok(Lognormal(45, 0.6))
	for _, l := range []Law{ok(LognormalMeanP95(45, 96.0638339484)), ok(LognormalMedianP95(38.5871816571, 96.0638339484))} {
		assert.InEpsilon(t, byCV.Mean(), l.Mean(), 1e-10, l)
		assert.InEpsilon(t, byCV.SD(), l.SD(), 1e-10, l)
		for _, u := range []float64{0.001, 0.3, 0.5, 0.9, 0.9999} {
			assert.InEpsilon(t, byCV.Quantile(u), l.Quantile(u), 1e-10, l)
		}
	}
}

// TestTheWidestP95OverMean: exp(z^2/2) with z = 1.6448536269514722 is 3.868 (own arithmetic with 30 digits: 3.86814).
func TestTheWidestP95OverMean(t *testing.T) {
	_, err := LognormalMeanP95(40, 40*3.868)
	assert.NoError(t, err)
	_, err = LognormalMeanP95(40, 40*3.869)
	assert.Error(t, err)
}
