package stat

import (
	"fmt"
	"math"
)

// roundingOnly is a spread of differences, relative to the numbers subtracted, that can come from
// rounding alone.
const roundingOnly = 1e-13

// Paired is the mean of alternative[i] - base[i] with its t interval over pairs: what the two have
// in common within a pair cancels. For several differences at once pass Joint's confidence.
// False when there is no pair; slices of different length panic.
//
// Source: Law 2015, Simulation Modeling and Analysis, section 10.2.1.
func Paired(alternative, base []float64, confidence float64) (Interval, bool) {
	return MeanInterval(differences(alternative, base), confidence)
}

// RelativeDifference is the mean paired difference as a fraction of the mean of base,
// mean(alternative-base)/mean(base), with its delta-method interval: see RatioOfMeans.
// False when there is no pair or the mean of base is zero; slices of different length panic.
func RelativeDifference(alternative, base []float64, confidence float64) (Interval, bool) {
	return RatioOfMeans(differences(alternative, base), base, confidence)
}

// RatioOfMeans is r = mean(numerator)/mean(denominator), as for a cost per tonne, where the two
// values of a pair come from the same replication. Its interval is r ± t(n-1)·s/(√n·|x̄|) with s²
// the variance of the residuals numerator[i] - r·denominator[i]. It is never the mean of ratios.
// Trust it where the mean of the denominator is many standard errors from zero. False when there
// is no pair or that mean is zero; slices of different length panic.
//
// Source: delta method; Cochran 1977, Sampling Techniques, section 2.11 (estimation of a ratio).
func RatioOfMeans(numerator, denominator []float64, confidence float64) (Interval, bool) {
	mustConfidence(confidence)
	mustPair(numerator, denominator)
	top, ok := Mean(numerator)
	bottom, _ := Mean(denominator)
	if !ok || bottom == 0 {
		return Interval{}, false
	}
	ratio := top / bottom
	residuals := make([]float64, len(numerator))
	for i, y := range numerator {
		residuals[i] = y - float64(ratio*denominator[i])
	}
	_, variance := moments(residuals)
	interval := around(ratio, variance/float64(bottom*bottom), len(numerator), confidence)
	if !finite(interval.Mean) || !finite(interval.Lo) || !finite(interval.Hi) {
		return Interval{}, false // the denominator is zero but for its rounding
	}
	return interval, true
}

// VarianceRatio is (s₁² + s₂²)/s_d²: how many times more replications it would take without
// pairing to know the difference as well. Above 1, pairing pays. False for fewer than two pairs
// or when the differences do not vary beyond rounding; slices of different length panic.
func VarianceRatio(alternative, base []float64) (float64, bool) {
	d := differences(alternative, base)
	if len(d) < 2 {
		return 0, false
	}
	_, paired := moments(d)
	if math.Sqrt(paired) <= roundingOnly*max(largest(alternative), largest(base)) {
		return 0, false
	}
	_, first := moments(alternative)
	_, second := moments(base)
	return (first + second) / paired, true
}

func differences(alternative, base []float64) []float64 {
	mustPair(alternative, base)
	d := make([]float64, len(base))
	for i := range base {
		d[i] = alternative[i] - base[i]
	}
	return d
}

func mustPair(a, b []float64) {
	if len(a) != len(b) {
		panic(fmt.Sprintf("stat: %d values paired with %d", len(a), len(b)))
	}
}

func largest(x []float64) float64 {
	top := 0.0
	for _, v := range x {
		top = max(top, math.Abs(v))
	}
	return top
}

func finite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }
