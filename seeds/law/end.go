package law

import "math"

// shape is a distribution without location and scale, as far as its inverse needs it. The line is a coordinate in which
// the logarithms of both tails are concave, so that Newton's method cannot lose its way.
type shape interface {
	tails(x float64) (lower, upper float64)
	logDensity(x float64) float64
	slope(x float64) float64      // derivative of logDensity
	at(line float64) float64      // outcome at a place of the line
	logStretch(x float64) float64 // logarithm of the derivative of at
}

// end is one end of a distribution, whose outcomes are told by the probability p of lying further out.
type end struct {
	shape       shape
	upper       bool    // further out means larger
	mirrored    bool    // the shape is that of 1 - outcome
	ofLogarithm bool    // the table holds logarithms of outcomes
	line        float64 // the place found last
}

// probability of lying further out than x, a place of the shape.
func (e end) probability(x float64) float64 {
	lower, upper := e.shape.tails(x)
	if e.upper {
		return upper
	}
	return lower
}

// solve finds the place on the line with p further out by Newton's method on log p, starting from the place found last.
// The logarithm of a tail is concave: after one step the places approach the solution from one side.
func (e end) solve(p float64) float64 {
	const closeEnough, patience, longestStep = 1e-11, 100, 1
	wanted, line := log(p), e.line
	for range patience {
		x := e.shape.at(line)
		have := log(e.probability(x))
		rate := exp(e.shape.logDensity(x) + e.shape.logStretch(x) - have)
		if e.upper {
			rate = -rate
		}
		step := min((wanted-have)/rate, longestStep) // far out the tail of an upper end would be 0
		line += step
		if math.Abs(step) < closeEnough {
			break
		}
	}
	return line
}

// outcome with p further out.
func (e end) outcome(p float64) float64 {
	x := e.shape.at(e.solve(p))
	if e.mirrored {
		return 1 - x
	}
	return x
}

// knot solves for p, remembers the place for the next p and differentiates there: dx/dp = 1/density and d2x/dp2 = -slope/density^2 (Steinbrecher and Shaw 2008, with other signs
// where p counts from above).
func (e *end) knot(p float64) knot {
	e.line = e.solve(p)
	x := e.shape.at(e.line)
	first := exp(-e.shape.logDensity(x))
	second := -float64(first * first * e.shape.slope(x))
	if e.upper {
		first = -first
	}
	k := knot{x, first, second}
	switch {
	case e.ofLogarithm:
		rate := first / x
		k = knot{log(x), rate, second/x - float64(rate*rate)}
	case e.mirrored:
		k = knot{1 - x, -first, -second}
	}
	return k
}

// inverseOfGamma tabulates the gamma distribution of scale 1; below shape 1 the outcomes run over so many powers of ten
// that their logarithms are smoother.
func inverseOfGamma(shape float64) *inverse {
	g, logarithm, middle := newGammaShape(shape), shape < 1, log(shape)
	lower := &end{shape: g, ofLogarithm: logarithm, line: middle}
	upper := &end{shape: g, ofLogarithm: logarithm, line: middle, upper: true}
	return tabulate(lower, upper)
}

// inverseOfBeta tabulates the beta distribution on (0,1); its upper half is the lower one of the mirrored shape.
func inverseOfBeta(a, b float64) *inverse {
	middle := log(a / b)
	lower := &end{shape: newBetaShape(a, b), line: middle}
	upper := &end{shape: newBetaShape(b, a), line: -middle, mirrored: true}
	return tabulate(lower, upper)
}

// tabulate follows both ends from the median outwards; afterwards each stands where the table stops.
func tabulate(lower, upper *end) *inverse {
	t := &inverse{ofLogarithm: lower.ofLogarithm}
	fill(t.cells[:cellsOfASide], lower.knot)
	fill(t.cells[cellsOfASide:], upper.knot)
	t.far = func(u float64) float64 {
		if u < 0.5 {
			return lower.outcome(u)
		}
		return upper.outcome(1 - u)
	}
	return t
}
