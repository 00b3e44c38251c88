package law

import (
	"math"
	"math/big"
)

// The references of the tests: logarithm, exponential and normal distribution function by their series in big.Float,
// far beyond the precision of a float64.

const referenceBits = 200

// bigOf is x with the precision of the references.
func bigOf(x float64) *big.Float { return new(big.Float).SetPrec(referenceBits).SetFloat64(x) }

// fresh is an empty result.
func fresh() *big.Float { return new(big.Float).SetPrec(referenceBits) }

// negligible tells that a term no longer counts beside a sum of about 1.
func negligible(term *big.Float) bool { return term.Sign() == 0 || term.MantExp(nil) < -referenceBits }

// bigAtanh is the sum of y^n/n over odd n, for |y| < 1/2.
func bigAtanh(y *big.Float) *big.Float {
	square, power, sum := fresh().Mul(y, y), fresh().Set(y), fresh()
	for n := 1.0; ; n += 2 {
		term := fresh().Quo(power, bigOf(n))
		if negligible(term) {
			return sum
		}
		sum.Add(sum, term)
		power.Mul(power, square)
	}
}

// bigLn2 is log 2 = 2 atanh(1/3).
var bigLn2 = fresh().Mul(bigOf(2), bigAtanh(fresh().Quo(bigOf(1), bigOf(3))))

// bigLog is log x = k log 2 + 2 atanh((m-1)/(m+1)) with x = 2^k m, m in 2/3 to 4/3.
func bigLog(x *big.Float) *big.Float {
	m := fresh()
	k := x.MantExp(m)
	if m.Cmp(bigOf(2.0/3)) < 0 {
		m.Mul(m, bigOf(2))
		k--
	}
	y := fresh().Quo(fresh().Sub(m, bigOf(1)), fresh().Add(m, bigOf(1)))
	whole := fresh().Mul(bigOf(float64(k)), bigLn2)
	return whole.Add(whole, fresh().Mul(bigOf(2), bigAtanh(y)))
}

// bigExp is exp x = 2^k exp(r/256)^256 with the Taylor series.
func bigExp(x *big.Float) *big.Float {
	approximate, _ := x.Float64()
	k := math.Round(approximate / math.Ln2)
	r := fresh().Sub(x, fresh().Mul(bigOf(k), bigLn2))
	r.Quo(r, bigOf(256))
	sum, term := bigOf(1), bigOf(1)
	for n := 1.0; !negligible(term); n++ {
		term.Mul(term, r)
		term.Quo(term, bigOf(n))
		sum.Add(sum, term)
	}
	for range 8 {
		sum.Mul(sum, sum)
	}
	return fresh().SetMantExp(sum, int(k))
}

// bigNormal gives density and distribution function of the standard normal law: P = 1/2 + density * sum of
// x^(2n+1)/(1*3*5*...*(2n+1)) (Abramowitz and Stegun 1964, 26.2.11).
func bigNormal(x float64) (density, below *big.Float) {
	square := fresh().Mul(bigOf(x), bigOf(x))
	twoPi := fresh().Mul(bigOf(8), bigAtanPart())
	density = bigExp(fresh().Quo(square, bigOf(-2)))
	density.Quo(density, fresh().Sqrt(twoPi))
	term, sum := bigOf(x), bigOf(0)
	for n := 3.0; !negligible(term); n += 2 {
		sum.Add(sum, term)
		term.Mul(term, square)
		term.Quo(term, bigOf(n))
	}
	return density, fresh().Add(bigOf(0.5), sum.Mul(sum, density))
}

// bigAtanPart is pi/4 = 4 atan(1/5) - atan(1/239) (Machin 1706).
func bigAtanPart() *big.Float {
	atan := func(inverse float64) *big.Float {
		power, sum, sign := fresh().Quo(bigOf(1), bigOf(inverse)), fresh(), 1.0
		for n := 1.0; !negligible(power); n += 2 {
			sum.Add(sum, fresh().Quo(power, bigOf(sign*n)))
			power.Quo(power, bigOf(inverse*inverse))
			sign = -sign
		}
		return sum
	}
	return fresh().Sub(fresh().Mul(bigOf(4), atan(5)), atan(239))
}

// ulps is the distance of x from the true value, in units of the last place of the true value.
func ulps(x float64, truth *big.Float) float64 {
	near, _ := truth.Float64()
	_, exponent := math.Frexp(near)
	unit := math.Ldexp(1, max(exponent-53, -1074))
	distance, _ := fresh().Sub(bigOf(x), truth).Float64()
	return math.Abs(distance) / unit
}

// float64Of rounds a reference.
func float64Of(x *big.Float) float64 {
	near, _ := x.Float64()
	return near
}
