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
		assert.InEpsilon(t, size/math.Sqrt(1+cv*cv), l.Quantile(0.5), 1e-9)

		ratio := rapid.Float64Range(1.001, 3.86).Draw(t, "p95 over mean")
		l, err = LognormalMeanP95(size, ratio*size)
		assert.NoError(t, err)
		assert.InEpsilon(t, ratio*size, l.Quantile(0.95), 1e-9)
		assert.InEpsilon(t, size, l.scale*math.Exp(l.shape*l.shape/2), 1e-12, "mean = median exp(d^2/2)")

		l, err = LognormalMedianP95(size, ratio*size)
		assert.NoError(t, err)
		assert.InEpsilon(t, ratio*size, l.Quantile(0.95), 1e-9)
		assert.InEpsilon(t, size, l.Quantile(0.5), 1e-14)
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
			assert.InEpsilon(t, byCV.Quantile(u), l.Quantile(u), 1e-9, l)
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

// TestTabulatedLognormalIsWithin1e9 compares with the formula, up to the widest law that has a table.
func TestTabulatedLognormalIsWithin1e9(t *testing.T) {
	for _, deviation := range []float64{1e-300, 1e-6, 0.01, 0.3, 0.55, 1, widestTabulated} {
		table, worst := inverseOfLognormal(deviation), 0.0
		for _, u := range append(quantileGrid(), extremes...) {
			worst = max(worst, math.Abs(table.at(u)/unitLognormal(u, deviation)-1))
		}
		assert.Less(t, worst, 1e-9, "deviation %v", deviation)
	}
}

// TestLognormalIsContinuousWhereTheTableEnds: just below and above the widest law with a table.
func TestLognormalIsContinuousWhereTheTableEnds(t *testing.T) {
	ok := made(t)
	edge := math.Exp(widestTabulated * normalP95)
	with, without := ok(LognormalMedianP95(1, edge*(1-1e-12))), ok(LognormalMedianP95(1, edge*(1+1e-12)))
	assert.NotNil(t, with.table)
	assert.Nil(t, without.table)
	for _, u := range []float64{0x1p-53, 0.01, 0.5, 0.99, 1 - 0x1p-53} {
		assert.InEpsilon(t, without.Quantile(u), with.Quantile(u), 1e-9)
	}
}
