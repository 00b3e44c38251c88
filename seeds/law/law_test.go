package law

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// everyLaw has each kind, and the extremes of its shape parameters.
func everyLaw(t testing.TB) map[string]Law {
	ok := made(t)
	laws := map[string]Law{
		"constant":               ok(Constant(15)),
		"constant 0":             ok(Constant(0)),
		"lognormal mean p95":     ok(LognormalMeanP95(40, 90)),
		"lognormal median p95":   ok(LognormalMedianP95(30, 90)),
		"lognormal widest":       ok(Lognormal(1e15, 100)),
		"lognormal without any":  ok(Lognormal(10, 0)),
		"gamma narrow":           ok(Gamma(40, 10_000)),
		"gamma wide":             ok(Gamma(1e15, 0.2)),
		"gamma of one":           ok(Gamma(40, 1)),
		"erlang 1":               ok(Erlang(1, 12)),
		"erlang 1000":            ok(Erlang(1000, 12)),
		"weibull wide":           ok(Weibull(0.1, 1e15)),
		"weibull narrow":         ok(Weibull(100, 50)),
		"triangular mode low":    ok(Triangular(0, 0, 9)),
		"triangular mode high":   ok(Triangular(3, 9, 9)),
		"pert mode low":          ok(PERT(0, 0, 9)),
		"pert mode high":         ok(PERT(3, 9, 9)),
		"normal upper tail":      ok(Normal(60, 5, 75, 80)),
		"normal lower tail":      ok(Normal(60, 5, 0, 45)),
		"normal hardly cut":      ok(Normal(60, 5, 0, 1e6)),
		"normal below zero":      ok(Normal(-10, 20, 0, 100)),
		"uniform from 0":         ok(Uniform(0, 1e15)),
		"empirical":              ok(Empirical([]float64{3, 1, 2}, nil)),
		"empirical with weights": ok(Empirical([]float64{3, 1, 2, 9}, []float64{1, 5, 2, 0})),
	}
	for name, k := range knownLaws(t) {
		laws[name] = k.law
	}
	return laws
}

// extremes are the outermost numbers that package seeds gives, and one further out on the lower side. (The nearest
// float64 of 1-2^-54 is 1, which no uniform number is.)
var extremes = []float64{0x1p-54, 0x1p-53, 3 * 0x1p-53, 1 - 3*0x1p-53, 1 - 0x1p-53}

func TestOutcomesAreFiniteAndNotNegative(t *testing.T) {
	for name, l := range everyLaw(t) {
		for _, u := range append(quantileGrid(), extremes...) {
			x := l.Quantile(u)
			if !(x >= 0 && x <= math.MaxFloat64) || math.Signbit(x) {
				assert.Fail(t, "impossible outcome", "%s: u = %v gives %v", name, u, x)
			}
		}
		assert.True(t, l.Mean() >= 0 && l.Mean() <= math.MaxFloat64, "%s: mean %v", name, l.Mean())
		assert.True(t, l.SD() >= 0 && l.SD() <= math.MaxFloat64, "%s: sd %v", name, l.SD())
	}
}

func TestALargerNumberIsALargerOutcome(t *testing.T) {
	for name, l := range everyLaw(t) {
		rapid.Check(t, func(t *rapid.T) {
			u := rapid.Float64Range(0x1p-53, 1-0x1p-53).Draw(t, "u")
			v := rapid.Float64Range(u, 1-0x1p-53).Draw(t, "v")
			// Beside the tables' own joints, which leave 1e-9.
			assert.GreaterOrEqual(t, l.Quantile(v)*(1+1e-9), l.Quantile(u), "%s", name)
		})
	}
}

// TestScalingActsOnEveryOutcome: by 2 exactly, since only exponents change; by another factor to the rounding.
func TestScalingActsOnEveryOutcome(t *testing.T) {
	for name, l := range everyLaw(t) {
		double, other := l.Scaled(2), l.Scaled(0.9)
		for _, u := range append([]float64{0.1, 0.5, 0.9}, extremes...) {
			assert.Equal(t, 2*l.Quantile(u), double.Quantile(u), "%s: u = %v", name, u)
			assert.InDelta(t, 0.9*l.Quantile(u), other.Quantile(u), 1e-14*(l.Mean()+l.Quantile(u)), "%s: u = %v", name, u)
		}
		assert.InEpsilon(t, 1+0.9*l.Mean(), 1+other.Mean(), 1e-12, name)
		assert.InEpsilon(t, 1+0.9*l.SD(), 1+other.SD(), 1e-9, name)
	}
}

func TestScalingDoesNotTouchTheOriginal(t *testing.T) {
	for name, l := range everyLaw(t) {
		before := l.String()
		_ = l.Scaled(3)
		assert.Equal(t, before, l.String(), name)
	}
}

func TestScalingByNothingLeavesZero(t *testing.T) {
	for name, l := range everyLaw(t) {
		zero := l.Scaled(0)
		assert.Equal(t, 0.0, math.Abs(zero.Quantile(0.7)), name)
	}
}

func TestScalingByNonsenseIsABrokenProgram(t *testing.T) {
	l := made(t)(Constant(1))
	for _, factor := range []float64{-1, math.NaN(), math.Inf(1)} {
		assert.Panics(t, func() { l.Scaled(factor) })
	}
}

func TestTheZeroLawIsTheConstantZero(t *testing.T) {
	var l Law
	assert.Equal(t, 0.0, l.Quantile(0.3))
	assert.Equal(t, "constant: 0", l.String())
}

// TestMomentsAreThoseOfTheQuantiles integrates the quantile function by the midpoint rule, for the laws whose tails are
// light enough for it.
func TestMomentsAreThoseOfTheQuantiles(t *testing.T) {
	const n = 200_000
	for name, l := range everyLaw(t) {
		want, sd := l.Mean(), l.SD()
		if want == 0 || sd > 2*want {
			continue
		}
		var mean, square float64
		for i := range n {
			x := l.Quantile((float64(i)+0.5)/n) / want
			mean += x / n
			square += (x - 1) * (x - 1) / n
		}
		assert.InDelta(t, 1, mean, 3e-5, name)
		assert.InDelta(t, sd/want, math.Sqrt(square), 3e-3, name)
	}
}

func TestSamplingAllocatesNothing(t *testing.T) {
	for name, l := range everyLaw(t) {
		var sum float64
		assert.Zero(t, testing.AllocsPerRun(10, func() { sum += l.Quantile(0.3) }), name)
	}
}
