package law

import "math"

// Where the three rational functions of AS 241 meet, and the points they are built around.
const (
	centralHalf   = 0.425
	centralSquare = 0.180625 // 0.425^2
	farTail       = 5.0
	nearTailShift = 1.6
)

// polynomial holds the coefficients of degree 0 to 7.
type polynomial [8]float64

// The coefficients of AS 241 (Wichura 1988), routine PPND16.
//
//nolint:gochecknoglobals // tables that nothing writes to
var (
	centralUpper = polynomial{
		3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
		4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
	}
	centralLower = polynomial{
		1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
		2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
	}
	nearUpper = polynomial{
		1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
		1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
	}
	nearLower = polynomial{
		1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
		1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
	}
	farUpper = polynomial{
		6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
		2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
	}
	farLower = polynomial{
		1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
		7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
	}
)

// normalQuantile is the inverse of the standard normal distribution function for u in (0,1): AS 241, PPND16
// (Wichura 1988), with the same bits on every machine.
func normalQuantile(u float64) float64 {
	centred := u - 0.5
	if math.Abs(centred) <= centralHalf {
		r := centralSquare - float64(centred*centred)
		return float64(centred*centralUpper.at(r)) / centralLower.at(r)
	}
	r := math.Sqrt(-log(min(u, 1-u)))
	if r <= farTail {
		r -= nearTailShift
		return math.Copysign(nearUpper.at(r)/nearLower.at(r), centred)
	}
	r -= farTail
	return math.Copysign(farUpper.at(r)/farLower.at(r), centred)
}

// at evaluates in pairs (Estrin), which the processor does side by side.
func (p *polynomial) at(x float64) float64 {
	square := float64(x * x)
	fourth := float64(square * square)
	low := p[0] + float64(p[1]*x) + float64(square*(p[2]+float64(p[3]*x)))
	high := p[4] + float64(p[5]*x) + float64(square*(p[6]+float64(p[7]*x)))
	return low + float64(fourth*high)
}
