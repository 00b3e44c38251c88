package law

// Constant always gives the same outcome, at least 0.
func Constant(value float64) (Law, error) {
	c := checks{law: "constant"}
	c.amount("value", value)
	return c.made(Law{kind: constant, base: value, given: [4]float64{value}})
}

// Exponential has the given mean, above 0, and the standard deviation of the mean.
func Exponential(mean float64) (Law, error) {
	c := checks{law: "exponential"}
	c.positive("mean", mean)
	return c.made(Law{kind: exponential, scale: mean, given: [4]float64{mean}})
}

// Uniform has its outcomes evenly between lo and hi, 0 <= lo < hi.
func Uniform(lo, hi float64) (Law, error) {
	c := checks{law: "uniform"}
	c.amount("lo", lo)
	c.amount("hi", hi)
	c.above("hi", hi, lo, "lo")
	return c.made(Law{kind: uniform, base: lo, scale: hi - lo, given: [4]float64{lo, hi}})
}

// Triangular has a density that climbs from lo to the mode and falls to hi, 0 <= lo <= mode <= hi, lo < hi.
func Triangular(lo, mode, hi float64) (Law, error) {
	c := checks{law: "triangular"}
	c.corner(lo, mode, hi)
	return c.made(Law{
		kind: triangular, base: lo, scale: hi - lo, shape: (mode - lo) / (hi - lo),
		given: [4]float64{lo, mode, hi},
	})
}

// corner checks lo, mode and hi.
func (c *checks) corner(lo, mode, hi float64) {
	c.amount("lo", lo)
	c.amount("mode", mode)
	c.amount("hi", hi)
	c.atLeast("mode", mode, lo, "lo")
	c.atLeast("hi", hi, mode, "mode")
	c.above("hi", hi, lo, "lo")
}

// Weibull has P(outcome > x) = exp(-(x/scale)^shape) (Weibull 1951); shape from 0.1 to 100, scale above 0.
func Weibull(shape, scale float64) (Law, error) {
	c := checks{law: "weibull"}
	c.within("shape", shape, 0.1, 100)
	c.positive("scale", scale)
	return c.made(Law{kind: weibull, scale: scale, shape: 1 / shape, given: [4]float64{shape, scale}})
}
