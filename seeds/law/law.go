package law

import (
	"fmt"
	"math"
)

// Law is a distribution of outcomes: finite, not negative, in the unit of its parameters. The zero value is the
// constant 0. A Law is a plain value that is never changed; copies share their tables.
type Law struct {
	kind kind

	// An outcome is base + scale times an outcome of the standard form.
	base, scale float64

	table *inverse // gamma, erlang, pert, lognormal unless very wide

	// What the standard form needs: triangular: where its mode lies in 0..1; lognormal: the deviation of the logarithm;
	// weibull: 1/shape; normal: from is the probability below the truncation, shape the one within it.
	shape, from float64

	steps *steps     // empirical
	given [4]float64 // the parameters as written, in the order of their wording
}

// Quantile is the outcome that a share u of all outcomes does not exceed, for u in the open interval (0,1).
// Asked with a uniform number it is a random outcome. (It takes a pointer because a copy costs more than most laws.)
func (l *Law) Quantile(u float64) float64 {
	switch l.kind {
	case constant:
		return l.base
	case exponential:
		return float64(l.scale * unitExponential(u))
	case uniform:
		return l.base + float64(l.scale*u)
	case triangular:
		return l.base + float64(l.scale*unitTriangular(u, l.shape))
	case lognormalCV, lognormalMeanP95, lognormalMedianP95:
		if l.table == nil {
			return float64(l.scale * unitLognormal(u, l.shape))
		}
		return float64(l.scale * l.table.at(u))
	case pert, gamma, erlang:
		return l.base + float64(l.scale*l.table.at(u))
	case weibull:
		return float64(l.scale * exp(float64(l.shape*log(unitExponential(u)))))
	case normal:
		return l.truncatedNormal(u)
	case empirical:
		return float64(l.scale * l.steps.at(u))
	}
	panic(fmt.Sprintf("law of kind %d", l.kind))
}

// unitExponential is -log(1-u), at mean 1. The difference is exact for the numbers that package seeds gives.
func unitExponential(u float64) float64 { return 0 - log(1-u) }

// unitTriangular is the triangular quantile on 0..1.
func unitTriangular(u, mode float64) float64 {
	if u < mode {
		return math.Sqrt(float64(u * mode))
	}
	return 1 - math.Sqrt(float64((1-u)*(1-mode)))
}

// truncatedNormal inverts within the share of the parent that the truncation leaves. With a negative scale the law was
// mirrored, because its truncation lies in the upper tail, where probabilities close to 1 have no digits to spare.
func (l *Law) truncatedNormal(u float64) float64 {
	if l.scale < 0 {
		u = 1 - u
	}
	z := normalQuantile(l.from + float64(l.shape*u))
	return min(max(l.base+float64(l.scale*z), l.given[2]), l.given[3])
}

// Scaled is the law of all outcomes times a factor, which must be finite and not negative.
func (l Law) Scaled(factor float64) Law {
	if !(factor >= 0 && factor <= math.MaxFloat64) {
		panic(fmt.Sprintf("law scaled by %v", factor))
	}
	l.base = float64(l.base * factor)
	l.scale = float64(l.scale * factor)
	w := wordings[l.kind]
	for i := range w.parameters {
		if w.isAmount(i) {
			l.given[i] = float64(l.given[i] * factor)
		}
	}
	return l
}
