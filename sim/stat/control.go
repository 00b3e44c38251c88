package stat

import "math"

// Controlled is the mean of x estimated with a control variate: a value c of the same replication whose true mean is known. What the
// control came out too high or too low by is taken off x, times the slope b of x on c. The interval is x̄ - b(c̄-μ) ±
// t(n-2)·s·√(1/n + (c̄-μ)²/Σ(cᵢ-c̄)²), where s² is the variance of the residuals with n-2 degrees of freedom: it holds where x and c are
// about normal together. saved is the variance of the plain mean over that of this one: how many times more replications the plain
// one needs; below 1, the control costs more than it gives.
//
// False for fewer than four replications and where the control does not vary; slices of different length panic.
//
// Source: Lavenberg and Welch 1981, Management Science 27(3), equations 9 and 14.
func Controlled(x, control []float64, known, confidence float64) (interval Interval, saved float64, ok bool) {
	mustConfidence(confidence)
	mustPair(x, control)
	n := len(x)
	if n < 4 {
		return Interval{}, 0, false
	}
	mean, variance := moments(x)
	at, spread := moments(control)
	if math.Sqrt(spread) <= roundingOnly*largest(control) {
		return Interval{}, 0, false
	}
	var together sum
	for i := range x {
		together.add(float64((x[i] - mean) * (control[i] - at)))
	}
	squares := float64(spread * float64(n-1))
	slope := together.value() / squares
	rest := float64(variance*float64(n-1)) - float64(slope*together.value())
	rest = max(rest, 0) / float64(n-2)
	off := at - known
	error := rest * (1/float64(n) + float64(off*off)/squares)
	half := float64(twoSidedT(confidence, n-2) * math.Sqrt(error))
	centre := mean - float64(slope*off)
	interval = Interval{Mean: centre, Lo: centre - half, Hi: centre + half, N: n, Confidence: confidence}
	if error == 0 {
		return interval, 0, variance > 0 // all of it is explained: there is no telling how many times
	}
	return interval, variance / float64(n) / error, true
}
