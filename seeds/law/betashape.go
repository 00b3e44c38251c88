package law

import "math"

// betaShape is the beta distribution on (0,1).
type betaShape struct {
	a, b    float64
	logNorm float64 // log B(a,b)
}

func newBetaShape(a, b float64) betaShape {
	return betaShape{a: a, b: b, logNorm: logGamma(a) + logGamma(b) - logGamma(a+b)}
}

// logDensity is the logarithm of x^(a-1) (1-x)^(b-1) / B(a,b).
func (s betaShape) logDensity(x float64) float64 {
	return float64((s.a-1)*log(x)) + float64((s.b-1)*log1p(-x)) - s.logNorm
}

// slope is the derivative of logDensity.
func (s betaShape) slope(x float64) float64 { return (s.a-1)/x - (s.b-1)/(1-x) }

// at maps the whole line onto the outcomes.
func (s betaShape) at(line float64) float64 { return 1 / (1 + exp(-line)) }

// logStretch is the logarithm of the derivative of at.
func (s betaShape) logStretch(x float64) float64 { return log(x) + log1p(-x) }

// tails gives P(outcome <= x) and P(outcome > x); the smaller one is accurate to its last digits.
func (s betaShape) tails(x float64) (lower, upper float64) {
	front := exp(float64(s.a*log(x)) + float64(s.b*log1p(-x)) - s.logNorm)
	if x < (s.a+1)/(s.a+s.b+2) {
		lower = float64(front*betaFraction(s.a, s.b, x)) / s.a
		return lower, 1 - lower
	}
	upper = float64(front*betaFraction(s.b, s.a, 1-x)) / s.b
	return 1 - upper, upper
}

// betaFraction is the continued fraction of the incomplete beta function (Abramowitz and Stegun 1964, 26.5.8) by
// Lentz's method as Thompson and Barnett (1986) mend it.
func betaFraction(a, b, x float64) float64 {
	c := 1.0
	d := 1 / nonzero(1-float64((a+b)*x)/(a+1))
	result := d
	step := func(coefficient float64) float64 {
		d = 1 / nonzero(1+float64(coefficient*d))
		c = nonzero(1 + coefficient/c)
		result = float64(result * float64(c*d))
		return float64(c * d)
	}
	for n := 1.0; ; n++ {
		last := a + float64(2*n)
		step(float64(n*(b-n)*x) / float64((last-1)*last))
		change := step(-float64((a+n)*(a+b+n)*x) / float64(last*(last+1)))
		if math.Abs(change-1) < epsilon {
			return result
		}
	}
}
