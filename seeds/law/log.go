package law

import "math"

const (
	logIntervals = 128

	// logStart is where the intervals begin, as the bits of 0.697: chosen so that 1 is the middle of one of them.
	logStart = 0x3fe6500000000000
	// logIndexShift leaves the seven bits that name the interval.
	logIndexShift = 52 - 7

	// ln 2 in two parts, the first with 42 bits so that its product with any exponent is exact.
	ln2High = 0x1.62e42fefa38p-1
	ln2Low  = 0x1.ef35793c7673p-45

	// Numbers below smallestNormal are multiplied by 2^54 first.
	smallestNormal = 0x1p-1022
	scaledLn2      = 54 * math.Ln2
)

// log is the natural logarithm of a positive finite x, within 0.55 ulp and with the same bits on every machine.
// x = 2^k z; the table gives 1/c and log c for a c close to z; the rest is the series of log(1+r) for |r| <= 2^-8
// (the scheme of Tang 1990). Multiplication by a short 1/c in two halves makes r exact to 2^-80.
func log(x float64) float64 {
	if x < smallestNormal {
		return logSubnormal(x)
	}
	bits := math.Float64bits(x)
	fromStart := bits - logStart
	at := &logTable[fromStart>>logIndexShift%logIntervals]
	exponent := float64(int64(fromStart) >> 52)
	z := math.Float64frombits(bits - fromStart&(0xfff<<52))

	high := math.Float64frombits(math.Float64bits(z) &^ (1<<26 - 1))
	exact := float64(high*at.reciprocal) - 1
	rest := float64((z - high) * at.reciprocal)
	r := exact + rest
	lost := (exact - r) + rest

	whole := float64(exponent*ln2High) + at.logHigh
	sum := whole + r
	small := (whole - sum) + r + (float64(exponent*ln2Low) + at.logLow + lost)
	return sum + (small + float64(r*r*logTail(r)))
}

// logTail is (log(1+r) - r) / r^2 by its Taylor series, to 2^-58 for |r| <= 2^-8.
func logTail(r float64) float64 {
	square := float64(r * r)
	low := -1.0/2 + float64(r*(1.0/3))
	middle := -1.0/4 + float64(r*(1.0/5))
	high := -1.0/6 + float64(r*(1.0/7))
	return low + float64(square*(middle+float64(square*high)))
}

// logSubnormal serves what is below 2^-1022: 0 has the logarithm -Inf, a negative number none (NaN).
func logSubnormal(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case x < 0:
		return math.NaN()
	}
	return log(float64(x*0x1p54)) - scaledLn2
}

// log1p is log(1+x) for x > -1, without the loss of a small x in 1+x (Goldberg 1991, theorem 4).
func log1p(x float64) float64 {
	w := 1 + x
	if w == 1 {
		return x
	}
	return float64(log(w)*x) / (w - 1)
}
