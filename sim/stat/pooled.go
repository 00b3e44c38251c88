package stat

import (
	"math"
	"slices"
)

// PooledShare is the share of successes in the trials of all replications together. Trials of one replication depend on each other, so
// they do not count as many independent ones, but as so many as would know the share as well: p(1-p)/v, where v is the variance of
// the pooled share over replications. Wilson's score interval is taken for that many, with Student's t for the normal quantile.
// Where all replications have the same share, each counts as one trial. The bounds stay within 0..1. False when there is no
// trial; slices of different length panic.
//
// Source: Korn and Graubard 1998 (effective sample size); Wilson 1927.
func PooledShare(successes, trials []float64, confidence float64) (Interval, bool) {
	ratio, ok := RatioOfMeans(successes, trials, confidence)
	if !ok || !ratio.Bounded() {
		return ratio, ok
	}
	n := ratio.N
	t := twoSidedT(confidence, n-1)
	half, _ := ratio.HalfWidth()
	error := half / t
	effective := float64(n)
	if spread := float64(ratio.Mean * (1 - ratio.Mean)); error > 0 && spread > 0 {
		effective = spread / float64(error*error)
	}
	ratio.Lo, ratio.Hi = score(ratio.Mean, effective, t)
	return ratio, true
}

// PooledQuantile is the p-quantile of the values of all replications together, each in ascending order, with an interval over
// replications. The share of values up to the estimate is known to ± h, as a ratio over replications; the bounds are the quantiles at
// p - h and p + h. False when there is no value; p outside 0..1 panics.
//
// Source: Woodruff 1952, Journal of the American Statistical Association 47(260).
func PooledQuantile(replications [][]float64, p, confidence float64) (Interval, bool) {
	mustConfidence(confidence)
	pool := slices.Concat(replications...)
	slices.Sort(pool)
	at, ok := OrderStatistic(pool, p)
	if !ok {
		return Interval{}, false
	}
	out := Interval{Mean: at, N: len(replications), Confidence: confidence}
	below, all := make([]float64, len(replications)), make([]float64, len(replications))
	for r, values := range replications {
		below[r], all[r] = float64(upTo(values, at)), float64(len(values))
	}
	share, _ := RatioOfMeans(below, all, confidence)
	half, bounded := share.HalfWidth()
	if !bounded {
		out.N = 1
		return out, true
	}
	out.Lo, _ = OrderStatistic(pool, max(0, p-float64(half)))
	out.Hi, _ = OrderStatistic(pool, min(1, p+float64(half)))
	return out, true
}

// upTo counts the values, in ascending order, that are at most so much.
func upTo(sorted []float64, most float64) int {
	at, found := slices.BinarySearch(sorted, most)
	if !found {
		return at
	}
	for at < len(sorted) && sorted[at] == most {
		at++
	}
	return at
}

// score is Wilson's interval of a share among so many trials, with a quantile of the normal or of Student's law.
func score(share, trials, z float64) (lo, hi float64) {
	square := float64(z * z)
	weight := 1 + square/trials
	centre := (share + square/(2*trials)) / weight
	spread := float64(share*(1-share))/trials + square/(4*trials*trials)
	half := float64(z*math.Sqrt(spread)) / weight
	return max(0, centre-half), min(1, centre+half)
}
