package stat

import "hanhlang/seeds/law"

// RunLength is about how long one run of a busy station must be until the interval of its mean wait in the long run has this half-width,
// a fraction of the mean. It counts in the time that a customer takes when all servers are busy, the mean service over the number of
// servers. Load is below 1; the nearer, the better the approximation, and the longer the run: 4z²/(half²(1-load)²).
// Gaps and services are taken to vary as exponential ones do.
//
// Source: Whitt 1989, Planning queueing simulations, Management Science 35: the queue of M/M/1 has the asymptotic variance
// 2ρ(1+ρ)/(1-ρ)⁴ and the mean ρ/(1-ρ), in service times, and stations with more servers tend to the same diffusion.
func RunLength(load, half, confidence float64) float64 {
	mustConfidence(confidence)
	if load >= 1 {
		panic("stat: a station that cannot keep up has no long run")
	}
	wide := law.NormalQuantile((1-confidence)/2) / (half * (1 - load))
	return 4 * wide * wide
}
