package stat

import "math"

// sum is a running total kept as high + low, about twice the digits of a float64, so that the
// mean of equal values is exactly that value and a zero spread is exactly zero.
//
// Source: Knuth 1969, The Art of Computer Programming 2, section 4.2.2 (error of a sum);
// Ogita, Rump and Oishi 2005, algorithm 4.4 (Sum2).
type sum struct{ high, low float64 }

func (s *sum) add(x float64) {
	grown := s.high + x
	arrived := grown - s.high // of x; the rest of it was rounded away
	s.low += (s.high - (grown - arrived)) + (x - arrived)
	s.high = grown
}

func (s *sum) value() float64 { return s.high + s.low }

// over is the total divided by n, with the rounding of the first quotient corrected.
func (s *sum) over(n int) float64 {
	count := float64(n)
	quotient := s.high / count
	rest := math.FMA(-quotient, count, s.high) + s.low
	return quotient + rest/count
}

func total(x []float64) sum {
	var s sum
	for _, v := range x {
		s.add(v)
	}
	return s
}
