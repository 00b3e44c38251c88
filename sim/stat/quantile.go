package stat

import (
	"fmt"
	"math"
)

// wholeRank is how near p·n must be to a whole number, relatively, to count as that number:
// 0.07·100 is a little above 7 in binary, yet means the 7th of 100.
const wholeRank = 1e-12

// OrderStatistic is the ⌈p·n⌉-th smallest of n values in ascending order: the smallest value that
// at least the share p of them does not exceed. p = 0 gives the first. It is always one of the
// values. False when there are none; p outside 0..1 panics.
//
// Source: Hyndman and Fan 1996, definition 1.
func OrderStatistic(sorted []float64, p float64) (float64, bool) {
	mustShare(p)
	n := len(sorted)
	if n == 0 {
		return 0, false
	}
	rank := int(math.Ceil(p * float64(n) * (1 - wholeRank)))
	return sorted[max(rank, 1)-1], true
}

// Type7 is the quantile that interpolates between the values at rank 1 + p·(n-1), as
// spreadsheets and R do by default, of n values in ascending order. False when there are none;
// p outside 0..1 panics.
//
// Source: Hyndman and Fan 1996, definition 7.
func Type7(sorted []float64, p float64) (float64, bool) {
	mustShare(p)
	n := len(sorted)
	if n == 0 {
		return 0, false
	}
	place := float64(p * float64(n-1)) // rounded, so that it is not fused with what follows
	below := int(math.Floor(place))
	if below == n-1 {
		return sorted[n-1], true
	}
	step := sorted[below+1] - sorted[below]
	return sorted[below] + float64((place-float64(below))*step), true
}

func mustShare(p float64) {
	if !(p >= 0 && p <= 1) {
		panic(fmt.Sprintf("stat: quantile at %v, want a share from 0 to 1", p))
	}
}
