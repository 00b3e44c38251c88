package law

import "math"

// NormalQuantile is the value that a standard normal outcome does not exceed with probability u in (0,1), with the same
// bits on every machine (Wichura 1988, AS 241).
func NormalQuantile(u float64) float64 { return normalQuantile(u) }

// StudentRefined brings the value that a Student-distributed outcome with that many degrees of freedom exceeds with a
// probability of at most a half, known to six digits, to 1e-12 of it, with the same bits on every machine: two steps of
// Newton's method, the first of which leaves no more than the square of the error.
func StudentRefined(near, exceeded float64, degrees int) float64 {
	nu := float64(degrees)
	shape := newBetaShape(nu/2, 0.5)
	t := near
	for range 2 {
		square := float64(t * t)
		beyond, within := shape.tails(nu / (nu + square)) // of either tail together
		density := exp(-float64(float64(nu+1)/2*log1p(square/nu))-shape.logNorm) / math.Sqrt(nu)
		excess := float64(beyond/2) - exceeded
		if within < beyond { // near the middle, where the part within has the digits
			excess = (0.5 - exceeded) - float64(within/2)
		}
		t += excess / density
	}
	return t
}
