package law

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestTruncationInTheUpperTailMirrorsTheLower: Normal(60, 5) on 75..80 is 120 less Normal(60, 5) on 40..45.
func TestTruncationInTheUpperTailMirrorsTheLower(t *testing.T) {
	ok := made(t)
	upper, lower := ok(Normal(60, 5, 75, 80)), ok(Normal(60, 5, 40, 45))
	for _, u := range []float64{0x1p-53, 0x1p-20, 0.25, 0.5, 0.75, 1 - 0x1p-53} {
		assert.InEpsilon(t, 120-lower.Quantile(1-u), upper.Quantile(u), 1e-15, "u = %v", u)
	}
	assert.InEpsilon(t, 120-lower.Mean(), upper.Mean(), 1e-14)
	assert.InEpsilon(t, lower.SD(), upper.SD(), 1e-12)
}

// TestTruncatedMomentsOfTheHalfNormal: mean sqrt(2/pi), variance 1 - 2/pi.
func TestTruncatedMomentsOfTheHalfNormal(t *testing.T) {
	mean, sd := truncatedMoments(0, 1e9)
	assert.InEpsilon(t, 0.79788456080286536, mean, 1e-13)
	assert.InEpsilon(t, 0.6028102749890869, sd, 1e-12)
}

// TestTruncatedMomentsOfAnInterval: a narrow truncation is as good as uniform: sd = width/sqrt(12).
func TestTruncatedMomentsOfAnInterval(t *testing.T) {
	mean, sd := truncatedMoments(0.5, 0.5001)
	assert.InEpsilon(t, 0.50005, mean, 1e-9)
	assert.InEpsilon(t, 0.0001/3.4641016151377544, sd, 1e-7)
}

// TestHardlyTruncatedNormalIsTheParent: nothing of weight lies outside.
func TestHardlyTruncatedNormalIsTheParent(t *testing.T) {
	l := made(t)(Normal(60, 5, 0, 1e6))
	assert.InEpsilon(t, 60, l.Mean(), 1e-13)
	assert.InEpsilon(t, 5, l.SD(), 1e-12)
	assert.InEpsilon(t, 60+5*normalP95, l.Quantile(0.95), 1e-14)
}

// TestNormalTail: P(Z > x) from tables (Abramowitz and Stegun 1964, 26.1).
func TestNormalTail(t *testing.T) {
	for x, want := range map[float64]float64{
		0: 0.5, 1: 0.15865525393145705, 1.6448536269514722: 0.05, 3: 1.3498980316300946e-3, 6: 9.8658764503769814e-10,
	} {
		assert.InEpsilon(t, want, normalTail(x), 1e-13, "x = %v", x)
	}
}
