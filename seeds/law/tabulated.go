package law

// Gamma has the given mean, above 0, and shape from 0.2 to 10,000; its coefficient of variation is 1/sqrt(shape).
// Making it costs about a millisecond.
func Gamma(mean, shape float64) (Law, error) {
	c := checks{law: "gamma"}
	c.positive("mean", mean)
	c.within("shape", shape, 0.2, 10_000)
	return c.tabulated(Law{kind: gamma, scale: mean / shape, given: [4]float64{mean, shape}})
}

// Erlang is the sum of k equal exponential phases, 1 to 1,000, with the given mean in all, above 0: a gamma law of
// shape k (Erlang 1917). Making it costs about a millisecond.
func Erlang(k int, mean float64) (Law, error) {
	phases := float64(k)
	c := checks{law: "erlang"}
	c.within("k", phases, 1, 1000)
	c.positive("mean", mean)
	return c.tabulated(Law{kind: erlang, scale: mean / phases, given: [4]float64{phases, mean}})
}

// PERT is the beta law on lo..hi with the mean (lo + 4 mode + hi)/6 and shapes that add up to 6 (Malcolm, Roseboom,
// Clark, Fazar 1959); 0 <= lo <= mode <= hi, lo < hi. Making it costs about a millisecond.
func PERT(lo, mode, hi float64) (Law, error) {
	c := checks{law: "pert"}
	c.corner(lo, mode, hi)
	return c.tabulated(Law{kind: pert, base: lo, scale: hi - lo, given: [4]float64{lo, mode, hi}})
}

// tabulated adds the table if the parameters are right.
func (c *checks) tabulated(l Law) (Law, error) {
	if c.first != nil {
		return Law{}, c.first
	}
	switch l.kind {
	case gamma:
		l.table = inverseOfGamma(l.given[1])
	case erlang:
		l.table = inverseOfGamma(l.given[0])
	case pert:
		place := (l.given[1] - l.given[0]) / l.scale
		l.table = inverseOfBeta(1+float64(4*place), 5-float64(4*place))
	}
	return l, nil
}
