package stat

import (
	"fmt"

	"hanhlang/seeds/law"
)

// Wilson is the share of successes in n independent trials with Wilson's score interval, which
// stays within 0..1 and does not shrink to nothing at 0 or n successes. The bounds lie unevenly
// around the share. With one trial they are missing, as everywhere with one observation. False
// when n is 0; successes outside 0..n panic.
//
// Source: Wilson 1927; Newcombe 1998, method 3.
func Wilson(successes, n int, confidence float64) (Interval, bool) {
	mustConfidence(confidence)
	if successes < 0 || successes > n {
		panic(fmt.Sprintf("stat: %d successes in %d trials", successes, n))
	}
	if n == 0 {
		return Interval{}, false
	}
	trials := float64(n)
	share := float64(successes) / trials
	interval := Interval{Mean: share, N: n, Confidence: confidence}
	if n >= 2 {
		z := -law.NormalQuantile((1 - confidence) / 2)
		lo, hi := score(share, trials, z)
		interval.Lo, interval.Hi = wilsonEnds(successes, n, lo, hi)
	}
	return interval, true
}

// wilsonEnds takes away the rounding at the ends: with no success the lower bound is 0 exactly,
// with nothing else the upper one is 1.
func wilsonEnds(successes, n int, lo, hi float64) (float64, float64) {
	if successes == 0 {
		lo = 0
	}
	if successes == n {
		hi = 1
	}
	return lo, hi
}
