package law

import "math"

// logGamma is log Gamma(x) for x > 0: Stirling's series (Abramowitz and Stegun 1964, 6.1.41) from 16 upwards, below it
// by the recurrence Gamma(x+1) = x Gamma(x).
func logGamma(x float64) float64 {
	const halfLogTwoPi = 0x1.d67f1c864beb5p-1
	product := 1.0
	for x < 16 {
		product = float64(product * x)
		x++
	}
	inverse := 1 / x
	square := float64(inverse * inverse)
	series := 1.0/1188 - float64(square*(691.0/360360))
	series = -1.0/1680 + float64(square*series)
	series = 1.0/1260 + float64(square*series)
	series = -1.0/360 + float64(square*series)
	series = 1.0/12 + float64(square*series)
	main := float64((x-0.5)*log(x)) - x
	return main + (halfLogTwoPi + float64(inverse*series)) - log(product)
}

// gammaShape is the gamma distribution of scale 1.
type gammaShape struct {
	shape   float64
	logNorm float64 // log Gamma(shape)
}

func newGammaShape(shape float64) gammaShape {
	return gammaShape{shape: shape, logNorm: logGamma(shape)}
}

// logDensity is the logarithm of x^(a-1) exp(-x) / Gamma(a).
func (g gammaShape) logDensity(x float64) float64 {
	return float64((g.shape-1)*log(x)) - x - g.logNorm
}

// slope is the derivative of logDensity.
func (g gammaShape) slope(x float64) float64 { return (g.shape-1)/x - 1 }

// at maps the whole line onto the outcomes.
func (g gammaShape) at(s float64) float64 { return exp(s) }

// logStretch is the logarithm of the derivative of at.
func (g gammaShape) logStretch(x float64) float64 { return log(x) }

// tails gives P(outcome <= x) and P(outcome > x); the one that is computed is accurate to its last digits, the other
// one is what it leaves of 1: below a+1 the series (Abramowitz and Stegun 1964, 6.5.29), above it the continued
// fraction (6.5.31).
func (g gammaShape) tails(x float64) (lower, upper float64) {
	front := exp(float64(g.shape*log(x)) - x - g.logNorm)
	if x < g.shape+1 {
		lower = float64(front * g.series(x))
		return lower, 1 - lower
	}
	upper = float64(front * g.fraction(x))
	return 1 - upper, upper
}

// series is the sum of x^n / (a (a+1) ... (a+n)).
func (g gammaShape) series(x float64) float64 {
	term := 1 / g.shape
	sum := term
	for a := g.shape + 1; term/sum > epsilon; a++ {
		term = float64(term*x) / a
		sum += term
	}
	return sum
}

// fraction is 1/(x+1-a- 1(1-a)/(x+3-a- 2(2-a)/(x+5-a- ...))) by Lentz's method as Thompson and Barnett (1986) mend it.
func (g gammaShape) fraction(x float64) float64 {
	b := x + 1 - g.shape
	c := 1 / tiny
	d := 1 / b
	result := d
	for n := 1.0; ; n++ {
		a := float64(n * (g.shape - n))
		b += 2
		d = 1 / nonzero(b+float64(a*d))
		c = nonzero(b + a/c)
		change := float64(c * d)
		result = float64(result * change)
		if math.Abs(change-1) < epsilon {
			return result
		}
	}
}

const (
	epsilon = 0x1p-52
	tiny    = 0x1p-1000
)

// nonzero keeps Lentz's method from dividing by 0.
func nonzero(x float64) float64 {
	if math.Abs(x) < tiny {
		return tiny
	}
	return x
}
