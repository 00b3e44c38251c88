package law

import (
	"fmt"
	"math"
)

// Mean is the expected outcome.
func (l Law) Mean() float64 {
	mean, _ := l.moments()
	return mean
}

// SD is the standard deviation of the outcomes.
func (l Law) SD() float64 {
	_, sd := l.moments()
	return sd
}

// moments follows the formulas of Johnson, Kotz and Balakrishnan (1994/95).
func (l Law) moments() (mean, sd float64) {
	g := l.given
	switch l.kind {
	case constant:
		return l.base, 0
	case exponential:
		return l.scale, l.scale
	case uniform:
		return (g[0] + g[1]) / 2, l.scale / math.Sqrt(12)
	case triangular:
		rise := g[1] - g[0]
		square := float64(l.scale*l.scale) - float64(l.scale*rise) + float64(rise*rise)
		return (g[0] + g[1] + g[2]) / 3, math.Sqrt(square / 18)
	case pert:
		mean = (g[0] + float64(4*g[1]) + g[2]) / 6
		return mean, math.Sqrt(float64((mean-g[0])*(g[2]-mean)) / 7)
	case lognormalCV:
		return g[0], float64(g[0] * g[1])
	case lognormalMeanP95:
		return g[0], float64(g[0] * math.Sqrt(expm1(float64(l.shape*l.shape))))
	case lognormalMedianP95:
		square := float64(l.shape * l.shape)
		mean = float64(g[0] * exp(square/2))
		return mean, float64(mean * math.Sqrt(expm1(square)))
	case gamma:
		return g[0], g[0] / math.Sqrt(g[1])
	case erlang:
		return g[1], g[1] / math.Sqrt(g[0])
	case weibull:
		first := exp(logGamma(1 + l.shape))
		second := exp(logGamma(1 + float64(2*l.shape)))
		return float64(l.scale * first), float64(l.scale * math.Sqrt(second-float64(first*first)))
	case normal:
		z, deviation := truncatedMoments((g[2]-g[0])/g[1], (g[3]-g[0])/g[1])
		return g[0] + float64(g[1]*z), float64(g[1] * deviation)
	case empirical:
		mean, sd = l.steps.moments()
		return float64(mean * l.scale), float64(sd * l.scale)
	}
	panic(fmt.Sprintf("law of kind %d", l.kind))
}
