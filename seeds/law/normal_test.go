package law

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// missBy is how far x is from the normal quantile of u, in ulps of x: one Newton step in the references, whose own
// error is of second order.
func missBy(x, u float64) float64 {
	density, below := bigNormal(x)
	step, _ := fresh().Quo(fresh().Sub(below, bigOf(u)), density).Float64()
	_, exponent := math.Frexp(x)
	return math.Abs(step) / math.Ldexp(1, exponent-53)
}

// TestNormalQuantileIsWithin6Ulp: the rational functions are good to 0.7 ulp in exact arithmetic (Wichura 1988 promises 1
// part in 10^16); two polynomials of eight terms round the rest. The grid covers the middle, both tails and every binade
// down to the smallest number that package seeds gives.
func TestNormalQuantileIsWithin6Ulp(t *testing.T) {
	worst := 0.0
	check := func(u float64) {
		miss := missBy(normalQuantile(u), u)
		worst = max(worst, miss)
		assert.LessOrEqual(t, miss, 6.0, "u = %v", u)
	}
	for i := range gridSize {
		check((float64(i) + 0.37) / gridSize)
	}
	for k := 1; k <= 54; k++ {
		for _, m := range []float64{1, 1.13, 1.37, 1.71} {
			check(math.Ldexp(m, -k-1))
			if mirrored := 1 - math.Ldexp(m, -k-1); mirrored < 1 {
				check(mirrored)
			}
		}
	}
	t.Logf("worst: %.2f ulp", worst)
}

func TestNormalQuantileIsOdd(t *testing.T) {
	assert.Equal(t, 0.0, normalQuantile(0.5))
	for _, u := range []float64{0x1p-53, 0x1p-30, 1.0 / 128, 0.0625, 0.078125, 0.25, 0.4990234375} {
		assert.Equal(t, -normalQuantile(u), normalQuantile(1-u), "u = %v", u)
	}
}
