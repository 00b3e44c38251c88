package law

import "math"

const (
	// normalP95 is the standard normal quantile of 0.95.
	normalP95       = 1.6448536269514722
	normalP95Square = normalP95 * normalP95

	// widest is the deviation of the logarithm at the largest coefficient of variation: sqrt(log(1+100^2)).
	largestCV = 100
	widest    = 3.03487073315759
	widestP95 = widest * normalP95

	// widestTabulated keeps the table within 1e-9; wider laws are rare and take the formula.
	widestTabulated = 1.5
)

// Lognormal has the given mean, above 0, and coefficient of variation (standard deviation over mean), from 0 to 100:
// the variance of the logarithm is log(1+cv^2).
func Lognormal(mean, cv float64) (Law, error) { return new(Tables).Lognormal(mean, cv) }

// Lognormal is the law of the same name with a table that all those of its coefficient of variation share.
func (t *Tables) Lognormal(mean, cv float64) (Law, error) {
	c := checks{law: "lognormal"}
	c.positive("mean", mean)
	c.within("cv", cv, 0, largestCV)
	square := float64(cv * cv)
	return c.lognormal(t, Law{
		kind: lognormalCV, scale: mean / math.Sqrt(1+square), shape: math.Sqrt(log1p(square)),
		given: [4]float64{mean, cv},
	})
}

// LognormalMeanP95 has the given mean, above 0, and 95th percentile. With d the deviation of the logarithm,
// log(p95/mean) = z d - d^2/2: no law has a p95 above exp(z^2/2) = 3.868 means, and of the two laws with a smaller one
// this is the narrower. A p95 that is not above the mean belongs to the other, whose mean is made by one outcome in a
// thousand; it is refused.
func LognormalMeanP95(mean, p95 float64) (Law, error) {
	c := checks{law: "lognormal"}
	c.positive("mean", mean)
	c.amount("p95", p95)
	c.above("p95", p95, mean, "mean")
	c.atMost("p95", p95, float64(mean*exp(normalP95Square/2)), "mean")
	ratio := log(p95 / mean)
	root := math.Sqrt(max(0, normalP95Square-float64(2*ratio)))
	deviation := float64(2*ratio) / (normalP95 + root)
	return c.lognormal(new(Tables), Law{
		kind: lognormalMeanP95, scale: float64(mean * exp(-float64(deviation*deviation)/2)), shape: deviation,
		given: [4]float64{mean, p95},
	})
}

// LognormalMedianP95 has the given median, above 0, and 95th percentile, above it and at most 147 medians.
func LognormalMedianP95(median, p95 float64) (Law, error) {
	c := checks{law: "lognormal"}
	c.positive("median", median)
	c.amount("p95", p95)
	c.above("p95", p95, median, "median")
	c.atMost("p95", p95, float64(median*exp(widestP95)), "median")
	return c.lognormal(new(Tables), Law{
		kind: lognormalMedianP95, scale: median, shape: log(p95/median) / normalP95,
		given: [4]float64{median, p95},
	})
}

// lognormal adds the table if the parameters are right.
func (c *checks) lognormal(t *Tables, l Law) (Law, error) {
	if c.first == nil && l.shape > 0 && l.shape <= widestTabulated {
		l.table = t.ofLognormal(l.shape)
	}
	return c.made(l)
}

// unitLognormal is the lognormal quantile at median 1.
func unitLognormal(u, deviation float64) float64 { return exp(float64(deviation * normalQuantile(u))) }

// inverseOfLognormal tabulates unitLognormal: one look-up takes a quarter of the time of a normal quantile and an
// exponential. With p further out on either side, dz/dp = +-1/density and d2z/dp2 = z (dz/dp)^2.
func inverseOfLognormal(deviation float64) *inverse {
	const rootTwoPi = 2.5066282746310002
	t := &inverse{far: func(u float64) float64 { return unitLognormal(u, deviation) }}
	knotAt := func(z, rate float64) knot {
		x := exp(float64(deviation * z))
		first := float64(x * deviation * rate)
		return knot{x, first, float64(first * rate * (deviation + z))}
	}
	lower := func(p float64) knot {
		z := normalQuantile(p)
		return knotAt(z, float64(rootTwoPi*exp(float64(z*z)/2)))
	}
	upper := func(p float64) knot {
		z := -normalQuantile(p)
		return knotAt(z, -float64(rootTwoPi*exp(float64(z*z)/2)))
	}
	fill(t.cells[:cellsOfASide], lower)
	fill(t.cells[cellsOfASide:], upper)
	return t
}
