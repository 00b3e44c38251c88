package law

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestExpTableIsRight(t *testing.T) {
	for i, step := range expTable {
		truth := bigExp(fresh().Mul(bigLn2, bigOf(float64(i)/expSteps)))
		assert.LessOrEqual(t, ulps(step.power, truth), 0.5, "step %d", i)
		rest := fresh().Quo(fresh().Sub(truth, bigOf(step.power)), bigOf(step.power))
		tail, _ := rest.Float64()
		assert.InDelta(t, tail, step.tail, 0x1p-100, "step %d", i)
	}
	assert.Zero(t, math.Float64bits(expStepHigh)&(1<<17-1), "the product with any number of steps is exact")
	perStep := fresh().Quo(bigLn2, bigOf(expSteps))
	assert.LessOrEqual(t, ulps(expStepLow, fresh().Sub(perStep, bigOf(expStepHigh))), 0.5)
	assert.LessOrEqual(t, ulps(stepsPerOne, fresh().Quo(bigOf(1), perStep)), 0.5)
}

// TestExpIsWithin052Ulp: a grid over every range that laws use, the edges of the table steps, and random numbers.
func TestExpIsWithin052Ulp(t *testing.T) {
	check := func(x float64) {
		assert.LessOrEqual(t, ulps(exp(x), bigExp(bigOf(x))), 0.52, "exp(%v)", x)
	}
	for _, span := range []float64{1e-3, 1, 30, 700} {
		for i := range gridSize {
			check(span * (2*(float64(i)+0.37)/gridSize - 1))
		}
	}
	for i := range 4 * expSteps {
		edge := (float64(i-2*expSteps) + 0.5) / stepsPerOne
		check(edge)
		check(math.Nextafter(edge, 1000))
	}
	random := rand.New(rand.NewPCG(2, 2))
	for range gridSize {
		check((2*random.Float64() - 1) * math.Ldexp(1, -random.IntN(60)))
	}
}

// TestExpAtItsEdges: from 708 to the largest result the last digits are as good; below 2^-1022 there are fewer.
func TestExpAtItsEdges(t *testing.T) {
	for i := range 1000 {
		x := 708 + float64(i)*0.00178
		assert.LessOrEqual(t, ulps(exp(x), bigExp(bigOf(x))), 0.52, "exp(%v)", x)
		x = -708 - float64(i)*0.0371
		assert.LessOrEqual(t, ulps(exp(x), bigExp(bigOf(x))), 1.0, "exp(%v)", x)
	}
	assert.LessOrEqual(t, ulps(exp(expLargest), bigExp(bigOf(expLargest))), 0.52)
	assert.Equal(t, math.Inf(1), exp(math.Nextafter(expLargest, 1000)))
	assert.Equal(t, 1.0, exp(0))
	assert.Equal(t, 0.0, exp(-746))
	assert.Equal(t, 0.0, exp(math.Inf(-1)))
	assert.Equal(t, math.Inf(1), exp(math.Inf(1)))
	assert.True(t, math.IsNaN(exp(math.NaN())))
}

func TestExpm1KeepsSmallNumbers(t *testing.T) {
	for _, x := range []float64{1e-300, 1e-17, 1e-16, 3e-16, 1e-9, 1e-3, 0.3, 1, 9.2, -1e-9} {
		truth := fresh().Sub(bigExp(bigOf(x)), bigOf(1))
		if math.Abs(x) < 1e-40 {
			truth = bigOf(x)
		}
		assert.LessOrEqual(t, ulps(expm1(x), truth), 3.0, "expm1(%v)", x)
	}
}
