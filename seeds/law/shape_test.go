package law

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/mathext"
)

// TestLogGammaOfWholeAndHalfNumbers: Gamma(n) = (n-1)! and Gamma(n+1/2) = sqrt(pi) * 1/2 * 3/2 * ... in big.Float.
func TestLogGammaOfWholeAndHalfNumbers(t *testing.T) {
	factorial, half := bigOf(1), fresh().Sqrt(fresh().Mul(bigOf(4), bigAtanPart()))
	for n := 1.0; n < 171; n++ {
		for x, truth := range map[float64]float64{n: float64Of(bigLog(factorial)), n - 0.5: float64Of(bigLog(half))} {
			assert.InDelta(t, truth, logGamma(x), 5e-15*max(1, math.Abs(truth)), "x = %v", x)
		}
		factorial.Mul(factorial, bigOf(n))
		half.Mul(half, bigOf(n-0.5))
	}
}

// TestGammaTailsOfWholeShapes: for a whole shape k, P(outcome > x) = exp(-x) (1 + x + ... + x^(k-1)/(k-1)!).
func TestGammaTailsOfWholeShapes(t *testing.T) {
	for _, k := range []float64{1, 2, 3, 10, 50} {
		for _, x := range []float64{0.1 * k, 0.5 * k, 0.999 * k, k + 0.9, k + 1.1, 2 * k, 4 * k} {
			term, sum := bigOf(1), bigOf(0)
			for n := 1.0; n <= k; n++ {
				sum.Add(sum, term)
				term.Mul(term, fresh().Quo(bigOf(x), bigOf(n)))
			}
			upper := fresh().Mul(sum, bigExp(bigOf(-x)))
			lower := fresh().Sub(bigOf(1), upper)
			gotLower, gotUpper := newGammaShape(k).tails(x)
			if x < k+1 {
				assert.InEpsilon(t, float64Of(lower), gotLower, 1e-13, "k = %v, x = %v", k, x)
			} else {
				assert.InEpsilon(t, float64Of(upper), gotUpper, 1e-13, "k = %v, x = %v", k, x)
			}
			assert.InDelta(t, 1, gotLower+gotUpper, 1e-15)
		}
	}
}

// TestBetaTailsOfWholeShapes: for whole shapes, P(outcome <= x) is a binomial tail (Abramowitz and Stegun 1964, 26.5.24).
func TestBetaTailsOfWholeShapes(t *testing.T) {
	for a := 1; a <= 5; a++ {
		b := 6 - a
		for _, x := range []float64{0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999} {
			want := 0.0
			for i := a; i <= 5; i++ {
				choose := float64(factorial(5)) / float64(factorial(i)*factorial(5-i))
				want += choose * math.Pow(x, float64(i)) * math.Pow(1-x, float64(5-i))
			}
			lower, upper := newBetaShape(float64(a), float64(b)).tails(x)
			assert.InEpsilon(t, want, lower, 1e-13, "a = %d, x = %v", a, x)
			assert.InDelta(t, 1, lower+upper, 1e-15)
		}
	}
}

// TestShapesAgreeWithGonum: an implementation by other hands (Cephes), for shapes that are not whole.
func TestShapesAgreeWithGonum(t *testing.T) {
	for _, a := range []float64{0.2, 0.7, 1.3, 2.5, 17.3} {
		for _, x := range []float64{0.01 * a, a, 1.1*a + 1, 3 * a} {
			lower, _ := newGammaShape(a).tails(x)
			assert.InEpsilon(t, mathext.GammaIncReg(a, x), lower, 1e-12)
		}
	}
	for _, a := range []float64{1.1, 2.4, 4.9} {
		for _, x := range []float64{0.01, 0.4, 0.99} {
			lower, _ := newBetaShape(a, 6-a).tails(x)
			assert.InEpsilon(t, mathext.RegIncBeta(a, 6-a, x), lower, 1e-12)
		}
	}
}

// TestSlopesAreDerivatives: central differences of the logarithm of the density.
func TestSlopesAreDerivatives(t *testing.T) {
	const h = 1e-5
	for _, x := range []float64{0.1, 0.5, 0.8} {
		for _, s := range []shape{newGammaShape(0.4), newGammaShape(3.3), newBetaShape(1.5, 4.5)} {
			assert.InDelta(t, (s.logDensity(x+h)-s.logDensity(x-h))/(2*h), s.slope(x), 1e-6)
		}
	}
}

func factorial(n int) int {
	if n < 2 {
		return 1
	}
	return n * factorial(n-1)
}
