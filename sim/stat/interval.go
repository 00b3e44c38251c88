package stat

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"hanhlang/seeds/law"
)

// Interval is an estimate with its two-sided confidence interval, all in the unit of the
// observations. Lo and Hi are missing (and zero) with fewer than two observations: ask Bounded.
type Interval struct {
	Mean       float64 // the estimate
	Lo, Hi     float64 // the bounds, if there are any
	N          int     // observations behind it; 0: the estimate is missing too
	Confidence float64 // share of such intervals that hold the true value, 0.95 for 95 %
}

// Bounded answers whether Lo and Hi are there: two observations are the fewest that show a spread.
func (i Interval) Bounded() bool { return i.N >= 2 }

// Present answers whether there is an estimate at all.
func (i Interval) Present() bool { return i.N >= 1 }

// HalfWidth is half the distance between the bounds; false when there are none.
func (i Interval) HalfWidth() (float64, bool) {
	if !i.Bounded() {
		return 0, false
	}
	return (i.Hi - i.Lo) / 2, true
}

// Holds answers whether the interval has bounds and value lies within them, ends included.
func (i Interval) Holds(value float64) bool {
	return i.Bounded() && i.Lo <= value && value <= i.Hi
}

// MeanInterval is the mean of independent observations with Student's t interval
// x̄ ± t(n-1)·s/√n; false when there is no observation.
//
// Source: Student 1908; Law 2015, Simulation Modeling and Analysis, section 4.5.
func MeanInterval(x []float64, confidence float64) (Interval, bool) {
	mustConfidence(confidence)
	if len(x) == 0 {
		return Interval{}, false
	}
	mean, variance := moments(x)
	return around(mean, variance, len(x), confidence), true
}

// around is the t interval of an estimate that behaves like the mean of n observations of this
// variance.
func around(mean, variance float64, n int, confidence float64) Interval {
	interval := Interval{Mean: mean, N: n, Confidence: confidence}
	if n >= 2 {
		half := float64(twoSidedT(confidence, n-1) * math.Sqrt(variance/float64(n)))
		interval.Lo, interval.Hi = mean-half, mean+half
	}
	return interval
}

// StudentQuantile is the p-quantile of Student's t distribution, right to 1e-10 of its value up to a million degrees of
// freedom, with the same bits on every machine. p outside the open interval (0, 1) and fewer than one degree panic.
func StudentQuantile(p float64, degrees int) float64 {
	if !(p > 0 && p < 1) || degrees < 1 {
		panic(fmt.Sprintf("stat: t quantile at %v with %d degrees of freedom", p, degrees))
	}
	switch {
	case p == 0.5:
		return 0
	case p > 0.5:
		return upperStudent(1-p, degrees)
	}
	return -upperStudent(p, degrees)
}

// manyDegrees is where the series of the t quantile is as good as the integral: its next term is below 1e-12.
const manyDegrees = 2000

// upperStudent is the value exceeded with a probability below a half. A library whose last digits may depend on the
// processor gives the first six, and own arithmetic the rest.
func upperStudent(exceeded float64, degrees int) float64 {
	if degrees >= manyDegrees {
		return manyStudent(-law.NormalQuantile(exceeded), float64(degrees))
	}
	near := -distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(degrees)}.Quantile(exceeded)
	return law.StudentRefined(sixDigits(near), exceeded, degrees)
}

// sixDigits rounds to 20 bits.
func sixDigits(x float64) float64 {
	fraction, exponent := math.Frexp(x)
	return math.Ldexp(math.Round(float64(fraction*(1<<20)))/(1<<20), exponent)
}

// manyStudent is the t quantile for many degrees of freedom, by that of the normal distribution.
//
// Source: Abramowitz and Stegun 1964, 26.7.5.
func manyStudent(z, nu float64) float64 {
	square := float64(z * z)
	series := func(over float64, factors ...float64) float64 {
		sum := 0.0
		for _, f := range factors {
			sum = float64(sum*square) + f
		}
		return float64(z * sum / over)
	}
	t := series(92160, 79, 776, 1482, -1920, -945)
	t = t/nu + series(384, 3, 19, 17, -15)
	t = t/nu + series(96, 5, 16, 3)
	t = t/nu + series(4, 1, 1)
	return t/nu + z
}

// twoSidedT asks for the lower tail, where (1-confidence)/2 keeps its digits.
func twoSidedT(confidence float64, degrees int) float64 {
	return -StudentQuantile((1-confidence)/2, degrees)
}

// Joint is the confidence that each of a family of intervals needs, so that all of them hold
// their values at once with at least the given confidence. A family below one panics.
//
// Source: Bonferroni's inequality, 1 - α/m each; Dunn 1961.
func Joint(confidence float64, family int) float64 {
	mustConfidence(confidence)
	if family < 1 {
		panic(fmt.Sprintf("stat: family of %d intervals", family))
	}
	if family == 1 {
		return confidence
	}
	return 1 - (1-confidence)/float64(family)
}

func mustConfidence(confidence float64) {
	if !(confidence > 0 && confidence < 1) {
		panic(fmt.Sprintf("stat: confidence %v, want a share between 0 and 1", confidence))
	}
}
