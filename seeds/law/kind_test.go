package law

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLawsPrintAsAScenarioWritesThem(t *testing.T) {
	ok := made(t)
	for want, l := range map[string]Law{
		"constant: 15":                                     ok(Constant(15)),
		"exponential: {mean: 30}":                          ok(Exponential(30)),
		"uniform: [10, 25]":                                ok(Uniform(10, 25)),
		"triangular: [5, 20, 65]":                          ok(Triangular(5, 20, 65)),
		"pert: [5, 20, 65]":                                ok(PERT(5, 20, 65)),
		"lognormal: {mean: 45, cv: 0.6}":                   ok(Lognormal(45, 0.6)),
		"lognormal: {mean: 40, p95: 90}":                   ok(LognormalMeanP95(40, 90)),
		"lognormal: {median: 30, p95: 90}":                 ok(LognormalMedianP95(30, 90)),
		"gamma: {mean: 40, shape: 2.5}":                    ok(Gamma(40, 2.5)),
		"erlang: {k: 3, mean: 12}":                         ok(Erlang(3, 12)),
		"weibull: {shape: 1.7, scale: 50}":                 ok(Weibull(1.7, 50)),
		"normal: {mean: 60, sd: 20, lo: 30, hi: 120}":      ok(Normal(60, 20, 30, 120)),
		"empirical: [1, 2, 3.5]":                           ok(Empirical([]float64{3.5, 1, 2}, nil)),
		"empirical: {values: [1, 2], weights: [5, 1]}":     ok(Empirical([]float64{2, 1}, []float64{1, 5})),
		"empirical: [1, 2, 3, 4, …, 6, 7, 8, 9]":           ok(Empirical([]float64{1, 2, 3, 4, 5, 6, 7, 8, 9}, nil)),
		"uniform: [0.3, 1e+15]":                            ok(Uniform(0.1*3, 1e15)),
		"normal: {mean: 67.5, sd: 7.5, lo: 97.5, hi: 105}": ok(Normal(45, 5, 65, 70)).Scaled(1.5),
		"lognormal: {mean: 60, p95: 135}":                  ok(LognormalMeanP95(40, 90)).Scaled(1.5),
		"weibull: {shape: 1.7, scale: 75}":                 ok(Weibull(1.7, 50)).Scaled(1.5),
		"erlang: {k: 3, mean: 18}":                         ok(Erlang(3, 12)).Scaled(1.5),
		"empirical: {values: [1.5, 3], weights: [5, 1]}":   ok(Empirical([]float64{2, 1}, []float64{1, 5})).Scaled(1.5),
		"constant: 22.5":                                   ok(Constant(15)).Scaled(1.5),
		"triangular: [7.5, 30, 97.5]":                      ok(Triangular(5, 20, 65)).Scaled(1.5),
		"gamma: {mean: 60, shape: 2.5}":                    ok(Gamma(40, 2.5)).Scaled(1.5),
	} {
		assert.Equal(t, want, fmt.Sprint(l))
	}
}

func TestLawsPrintInOtherUnits(t *testing.T) {
	ok := made(t)
	assert.Equal(t, "lognormal: {mean: 45 min, cv: 0.6}", ok(Lognormal(2700, 0.6)).In("min", 60))
	assert.Equal(t, "triangular: [30 min, 45 min, 90 min]", ok(Triangular(1800, 2700, 5400)).In("min", 60))
	assert.Equal(t, "erlang: {k: 3, mean: 0.2 h}", ok(Erlang(3, 720)).In("h", 3600))
	assert.Equal(t, "constant: 15 min", ok(Constant(900)).In("min", 60))
	assert.Equal(t, "empirical: {values: [1 min, 2 min], weights: [5, 1]}",
		ok(Empirical([]float64{120, 60}, []float64{1, 5})).In("min", 60))
}
