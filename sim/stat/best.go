package stat

import (
	"fmt"
	"math"
)

// Standing says how one of several alternatives stands beside the best of the others.
type Standing struct {
	Behind float64 // how much worse its mean is than that of the best of the others; below zero: so much better
	Lo, Hi float64 // bounds of the true value, if there are any: ask Bounded
	// Possible says that it can be the best: nothing known speaks against it.
	Possible bool
	Bounded  bool
}

// WithBest compares every alternative with the best of the others (multiple comparisons with the best). x[i][r] is what alternative i
// came to in replication r; the rows stand for the same luck, so differences are taken within them. All bounds hold at once with
// at least this confidence, whatever the variances and correlations are, if the means are about normal: the true best is among those
// possible, and an alternative that alone is possible is it. Bounds are constrained: Lo is at most 0, Hi at least 0, one of them
// being 0 exactly where it is known on which side the alternative stands. least says that less is better.
//
// For a pair i, j let w be t(1-α/(k-1), n-1)·s/√n of the differences within replications. Only the comparisons with the true best,
// k-1 of them and all one-sided, have to hold, so Bonferroni's inequality over these is enough.
//
// Fewer than two alternatives and rows of different length panic; with fewer than two replications nothing is bounded.
//
// Source: Hsu 1984, Annals of Statistics 12(3), theorem 1, with paired Bonferroni bounds in the place of Dunnett's;
// Nelson and Matejcik 1995 (common random numbers).
func WithBest(x [][]float64, least bool, confidence float64) []Standing {
	mustConfidence(confidence)
	mustCompare(x)
	k := len(x)
	out := make([]Standing, k)
	if len(x[0]) < 2 {
		for i := range out {
			out[i] = Standing{Behind: behind(x, i, least), Possible: true}
		}
		return out
	}
	gap, width := gaps(x, least, confidence)
	for i := range out {
		hi := math.Inf(1) // of how much better it is than every other one
		for j := range x {
			if j != i {
				hi = min(hi, width[i][j]-gap[i][j])
			}
		}
		out[i] = Standing{Behind: behind(x, i, least), Lo: min(0, -hi), Possible: hi >= 0, Bounded: true}
	}
	for i := range out {
		for j := range out {
			if j != i && out[j].Possible {
				out[i].Hi = max(out[i].Hi, gap[i][j]+width[i][j])
			}
		}
	}
	return out
}

// gaps are how much worse each alternative came out than each other one, and how far that may be off to one side.
func gaps(x [][]float64, least bool, confidence float64) (gap, width [][]float64) {
	k, n := len(x), len(x[0])
	t := max(0, -StudentQuantile((1-confidence)/float64(k-1), n-1))
	gap, width = make([][]float64, k), make([][]float64, k)
	for i := range x {
		gap[i], width[i] = make([]float64, k), make([]float64, k)
		for j := range x {
			if j == i {
				continue
			}
			mean, variance := worse(x[i], x[j], least)
			gap[i][j], width[i][j] = mean, float64(t*math.Sqrt(variance/float64(n)))
		}
	}
	return gap, width
}

// behind is how much worse a mean is than the best of the others.
func behind(x [][]float64, i int, least bool) float64 {
	worst := math.Inf(-1)
	for j := range x {
		if j == i {
			continue
		}
		mean, _ := worse(x[i], x[j], least)
		worst = max(worst, mean)
	}
	return worst
}

// worse is by how much one alternative came out worse than another, on average, and the variance of that.
func worse(one, other []float64, least bool) (mean, variance float64) {
	if least {
		return moments(differences(one, other))
	}
	return moments(differences(other, one))
}

func mustCompare(x [][]float64) {
	if len(x) < 2 || len(x[0]) == 0 {
		panic(fmt.Sprintf("stat: %d alternatives compared with the best", len(x)))
	}
	for i := range x {
		mustPair(x[0], x[i])
	}
}
