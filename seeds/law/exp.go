package law

import "math"

const (
	expSteps = 128

	// ln(2)/128 in two parts, the first with 36 bits so that its product with any number of steps is exact.
	expStepHigh = 0x1.62e42fefap-8
	expStepLow  = 0x1.cf79abc9e3b3ap-47
	stepsPerOne = 0x1.71547652b82fep+7 // 128/ln 2

	// toWhole added to a number below 2^51 and taken away again rounds it to a whole one.
	toWhole = 0x1.8p52

	// Between -expSafe and expSafe neither the result nor its power of two leaves the normal numbers.
	expSafe     = 708
	expLargest  = 0x1.62e42fefa39efp+9  // the largest x with a finite exp
	expSmallest = -0x1.74910d52d3052p+9 // below it exp rounds to 0
)

// Exp is the exponential of x, for those who need it beside a law.
func Exp(x float64) float64 { return exp(x) }

// exp is the exponential of x, within 0.52 ulp and with the same bits on every machine (one more rounding where the
// result is below 2^-1022). x = (128k + i) ln(2)/128 + r; the table gives 2^(i/128) and the series of exp(r) the rest
// (Tang 1989).
func exp(x float64) float64 {
	if !(-expSafe < x && x < expSafe) {
		return expExtreme(x)
	}
	power, rest := expParts(x, 0)
	return power + float64(power*rest)
}

// expParts gives exp(x)/2^scale as power*(1+rest).
func expParts(x float64, scale int64) (power, rest float64) {
	shifted := float64(x*stepsPerOne) + toWhole
	whole := shifted - toWhole
	steps := int64(whole)
	r := (x - float64(whole*expStepHigh)) - float64(whole*expStepLow)

	at := &expTable[uint64(steps)%expSteps]
	exponent := steps>>7 - scale
	power = math.Float64frombits(math.Float64bits(at.power) + uint64(exponent)<<52)

	square := float64(r * r)
	low := 1.0/2 + float64(r*(1.0/6))
	high := 1.0/24 + float64(r*(1.0/120))
	return power, r + (at.tail + float64(square*(low+float64(square*high))))
}

// expExtreme serves what is beyond +-expSafe, by a power of two that is put back at the end.
func expExtreme(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x > expLargest:
		return math.Inf(1)
	case x < expSmallest:
		return 0
	case x > 0:
		power, rest := expParts(x, 8)
		return float64((power + float64(power*rest)) * 0x1p8)
	}
	power, rest := expParts(x, -128)
	return float64((power + float64(power*rest)) * 0x1p-128)
}

// expm1 is exp(x)-1 without the loss of a small x (Kahan, as in Higham 2002, section 1.14.1).
func expm1(x float64) float64 {
	w := exp(x)
	if w == 1 {
		return x
	}
	return float64((w-1)*x) / log(w)
}
