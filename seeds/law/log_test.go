package law

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestLogTableIsRight: reciprocals as short as the reduction needs, close to 1/c, and the logarithm in two parts.
func TestLogTableIsRight(t *testing.T) {
	for i, interval := range logTable {
		start := math.Float64frombits(logStart + uint64(i)<<logIndexShift)
		end := math.Float64frombits(logStart + uint64(i+1)<<logIndexShift)
		for _, z := range []float64{start, end} {
			assert.LessOrEqual(t, math.Abs(z*interval.reciprocal-1), 0x1p-8, "interval %d", i)
		}
		assert.Zero(t, math.Float64bits(interval.reciprocal)&(1<<27-1), "26 digits, so that products are exact")
		assert.Zero(t, math.Mod(interval.logHigh, 0x1p-42))

		truth := bigLog(bigOf(interval.reciprocal))
		rest := fresh().Neg(fresh().Add(truth, bigOf(interval.logHigh)))
		assert.LessOrEqual(t, ulps(interval.logLow, rest), 0.5, "interval %d", i)
	}
	assert.Equal(t, logInterval{1, 0, 0}, logTable[(math.Float64bits(1)-logStart)>>logIndexShift],
		"log is exact around 1")
}

func TestLn2IsSplitRight(t *testing.T) {
	assert.Zero(t, math.Float64bits(ln2High)&(1<<11-1), "the product with any exponent is exact")
	assert.LessOrEqual(t, ulps(ln2Low, fresh().Sub(bigLn2, bigOf(ln2High))), 0.5)
}

// TestLogIsWithin055Ulp: a grid over the mantissa for exponents small and large, every edge of an interval, the
// neighbourhood of 1 at every scale, and random numbers of any size.
func TestLogIsWithin055Ulp(t *testing.T) {
	check := func(x float64) {
		if x == 1 {
			return // asserted to be 0 below; it has no ulp
		}
		assert.LessOrEqual(t, ulps(log(x), bigLog(bigOf(x))), 0.55, "log(%v)", x)
	}
	for _, k := range []int{-1022, -60, -3, -2, -1, 0, 1, 2, 50, 1023} {
		for i := range gridSize {
			check(math.Ldexp(1+(float64(i)+0.37)/gridSize, k))
		}
	}
	for i := range logIntervals {
		edge := math.Float64frombits(logStart + uint64(i)<<logIndexShift)
		check(edge)
		check(math.Nextafter(edge, 0))
	}
	for k := range 53 {
		check(1 + math.Ldexp(1, -k))
		check(1 - math.Ldexp(0.75, -k))
	}
	random := rand.New(rand.NewPCG(1, 1))
	for range gridSize {
		check(math.Ldexp(1+random.Float64(), random.IntN(2046)-1022))
	}
}

func TestLogAtItsEdges(t *testing.T) {
	assert.Equal(t, 0.0, log(1))
	assert.False(t, math.Signbit(log(1)))
	assert.Equal(t, math.Inf(-1), log(0))
	assert.True(t, math.IsNaN(log(-1)))
	for _, x := range []float64{math.SmallestNonzeroFloat64, 1e-310, math.MaxFloat64} {
		assert.LessOrEqual(t, ulps(log(x), bigLog(bigOf(x))), 1.0, "log(%v)", x)
	}
}

func TestLog1pKeepsSmallNumbers(t *testing.T) {
	for _, x := range []float64{1e-300, 1e-18, 1e-17, 1e-16, 3e-16, 1e-9, 1e-3, 0.3, 1, 1e4, -1e-17, -1e-9, -0.3, -0.999} {
		truth := bigLog(fresh().SetPrec(2000).Add(bigOf(1), bigOf(x)))
		if math.Abs(x) < 1e-40 {
			truth = bigOf(x)
		}
		assert.LessOrEqual(t, ulps(log1p(x), truth), 3.0, "log1p(%v)", x)
	}
}
