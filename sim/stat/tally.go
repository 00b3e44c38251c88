package stat

import "math"

// Tally books values one at a time and keeps their count, mean, spread and range in constant
// space. The zero Tally is empty and ready.
//
// Source: Welford 1962, Technometrics 4(3), equations I and II.
type Tally struct {
	n        int
	mean     float64
	squares  float64 // sum of squared deviations from the mean
	min, max float64
}

// Add books x.
func (t *Tally) Add(x float64) {
	t.n++
	if t.n == 1 {
		*t = Tally{n: 1, mean: x, min: x, max: x}
		return
	}
	deviation := x - t.mean
	t.mean += deviation / float64(t.n)
	// The conversion rounds the product, which keeps compilers from fusing it with the sum.
	t.squares += float64(deviation * (x - t.mean))
	t.min = min(t.min, x)
	t.max = max(t.max, x)
}

// N is the number of values booked.
func (t *Tally) N() int { return t.n }

// Mean is the mean of the values; false when there are none.
func (t *Tally) Mean() (float64, bool) { return t.mean, t.n > 0 }

// Min is the smallest value; false when there are none.
func (t *Tally) Min() (float64, bool) { return t.min, t.n > 0 }

// Max is the largest value; false when there are none.
func (t *Tally) Max() (float64, bool) { return t.max, t.n > 0 }

// Variance is the sample variance with divisor n-1; false for fewer than two values.
func (t *Tally) Variance() (float64, bool) {
	if t.n < 2 {
		return 0, false
	}
	return t.squares / float64(t.n-1), true
}

// SD is the sample standard deviation with divisor n-1; false for fewer than two values.
func (t *Tally) SD() (float64, bool) {
	variance, ok := t.Variance()
	return math.Sqrt(variance), ok
}
