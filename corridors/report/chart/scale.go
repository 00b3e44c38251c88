package chart

import "math"

// scale puts values on a stretch of the drawing.
type scale struct {
	low, high float64 // values
	from, to  float64 // [px]
	ticks     []float64
	decimals  int // that its ticks need
}

// mostTicks is how many marks an axis has at most, about.
const mostTicks = 7

// newScale covers values with round marks; it begins at 0 unless values lie below.
func newScale(values []float64, from, to float64, ticks int) scale {
	s := scale{from: from, to: to}
	for _, v := range values {
		s.low, s.high = min(s.low, v), max(s.high, v)
	}
	if s.low == s.high {
		s.high = s.low + 1
	}
	step := roundStep((s.high - s.low) / float64(ticks))
	s.low, s.high = math.Floor(s.low/step+1e-9)*step, math.Ceil(s.high/step-1e-9)*step
	s.decimals = decimalsOf(step)
	for i := 0; ; i++ {
		v := s.low + float64(float64(i)*step)
		if v > s.high+float64(step/2) {
			return s
		}
		s.ticks = append(s.ticks, v)
	}
}

// decimalsOf is how many decimals the multiples of a round step need.
func decimalsOf(step float64) (decimals int) {
	for ; step < 1-1e-9 && decimals < 12; decimals++ {
		step *= 10
	}
	return decimals
}

// roundStep is the least of 1, 2 and 5 times a power of ten that is no less than a step.
func roundStep(least float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(least)))
	for _, factor := range []float64{1, 2, 5} {
		if factor*power >= least*(1-1e-9) {
			return factor * power
		}
	}
	return 10 * power
}

// at is where a value lies [px].
func (s scale) at(v float64) float64 {
	return s.from + float64((v-s.low)/(s.high-s.low)*(s.to-s.from))
}
