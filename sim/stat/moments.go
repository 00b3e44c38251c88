package stat

import "math"

// Mean is the arithmetic mean of x, in the unit of x; false when x is empty.
func Mean(x []float64) (float64, bool) {
	if len(x) == 0 {
		return 0, false
	}
	s := total(x)
	return s.over(len(x)), true
}

// Variance is the sample variance of x with divisor n-1, in the square of the unit of x;
// false for fewer than two values.
//
// Source: corrected two-pass algorithm, Chan, Golub and LeVeque 1983, equation 1.7.
func Variance(x []float64) (float64, bool) {
	if len(x) < 2 {
		return 0, false
	}
	_, variance := moments(x)
	return variance, true
}

// SD is the sample standard deviation of x with divisor n-1, in the unit of x;
// false for fewer than two values.
func SD(x []float64) (float64, bool) {
	variance, ok := Variance(x)
	return math.Sqrt(variance), ok
}

// moments needs a value for the mean and two for the variance, which is zero for one.
func moments(x []float64) (mean, variance float64) {
	s := total(x)
	mean = s.over(len(x))
	if len(x) < 2 {
		return mean, 0
	}
	var deviations, squares sum
	for _, v := range x {
		d := v - mean
		deviations.add(d)
		squares.add(float64(d * d))
	}
	n := float64(len(x))
	d := deviations.value()
	variance = (squares.value() - float64(d*d)/n) / (n - 1)
	return mean, max(variance, 0)
}
