package law

import "math"

// smallestShare is what a truncation must leave of the normal law; less is a slip of the pen.
const smallestShare = 1e-6

// Normal is the normal law with the mean and standard deviation of its parent, truncated to lo..hi, 0 <= lo < hi: what
// lies outside is drawn again, not moved to the edge, so mean and standard deviation differ from the parent's.
func Normal(mean, sd, lo, hi float64) (Law, error) {
	c := checks{law: "normal"}
	c.within("mean", mean, -largestAmount, largestAmount)
	c.positive("sd", sd)
	c.amount("lo", lo)
	c.amount("hi", hi)
	c.above("hi", hi, lo, "lo")
	if c.first != nil {
		return Law{}, c.first
	}
	l := Law{kind: normal, base: mean, scale: sd, given: [4]float64{mean, sd, lo, hi}}
	low, high := (lo-mean)/sd, (hi-mean)/sd
	if low > 0 {
		l.scale, low, high = -sd, -high, -low
	}
	l.from, l.shape = normalShares(low, high)
	if l.shape < smallestShare {
		c.fault("hi", l.shape, Remote, smallestShare, "lo")
	}
	return c.made(l)
}

// normalShares gives the standard normal probability below low and between low and high, for low <= 0.
func normalShares(low, high float64) (below, between float64) {
	below = normalTail(-low)
	if high < 0 {
		return below, normalTail(-high) - below
	}
	return below, 1 - below - normalTail(high)
}

// normalTail is the standard normal probability above x >= 0: half of Q(1/2, x^2/2) (Abramowitz and Stegun 1964, 26.4.21).
func normalTail(x float64) float64 {
	if x == 0 {
		return 0.5
	}
	_, upper := newGammaShape(0.5).tails(float64(x*x) / 2)
	return upper / 2
}

// truncatedMoments integrates mean and standard deviation of the standard normal law between low and high, in panels of
// five points (Gauss and Legendre), over the part that carries any weight. The closed formula would subtract nearly
// equal numbers where the truncation is narrow or far out.
func truncatedMoments(low, high float64) (mean, sd float64) {
	const reach, panels = 12, 64
	peak := min(max(0, low), high)
	low, high = max(low, peak-reach), min(high, peak+reach)
	width := (high - low) / panels

	var weight, first, second float64
	for i := range panels {
		centre := low + float64((float64(i)+0.5)*width)
		for j, node := range gaussNodes {
			z := centre + float64(width*node/2)
			w := float64(gaussWeights[j] * exp(float64((peak-z)*(peak+z))/2))
			weight += w
			first += float64(w * (z - peak))
			second += float64(w * (z - peak) * (z - peak))
		}
	}
	shift := first / weight
	return peak + shift, math.Sqrt(second/weight - float64(shift*shift))
}

// Nodes and weights on -1..1 (Abramowitz and Stegun 1964, table 25.4, n = 5).
//
//nolint:gochecknoglobals // tables that nothing writes to
var (
	gaussNodes   = [5]float64{-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664}
	gaussWeights = [5]float64{0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189}
)
