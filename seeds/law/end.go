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
	outermost   float64 // where the table stops, on the line
}

// probability of lying further out than x, a place of the shape.
func (e end) probability(x float64) float64 {
	lower, upper := e.shape.tails(x)
	if e.upper {
		return upper
	}
	return lower
}

// solve finds the place on the line with p further out by Newton's method on log p, starting from a place nearby.
// The logarithm of a tail is concave: after one step the places approach the solution from one side.
func (e end) solve(p, line float64) float64 {
	const closeEnough, patience, longestStep = 1e-11, 100, 1
	wanted := log(p)
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

// outcome at a place on the line.
func (e end) outcome(line float64) float64 {
	x := e.shape.at(line)
	if e.mirrored {
		return 1 - x
	}
	return x
}

// knot is a value with its first and second derivative by p.
type knot struct{ value, first, second float64 }

// knot differentiates: dx/dp = 1/density and d2x/dp2 = -slope/density^2 (Steinbrecher and Shaw 2008, with other signs
// where p counts from above).
func (e end) knot(line float64) knot {
	x := e.shape.at(line)
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

// fill makes the cells of one side from 1/2 outwards, each knot found from its neighbour, beginning at a place near the
// median. It returns the end that knows where the table stops.
func (e end) fill(cells []cell, line float64) end {
	inner := knot{}
	for i := len(cells) - 1; i >= 0; i-- {
		p := cellStart(i)
		line = e.solve(p, line)
		outer := e.knot(line)
		if i == len(cells)-1 {
			cells[i] = cell{outer.value}
		} else {
			cells[i] = between(outer, inner, cellStart(i+1)-p)
		}
		inner = outer
	}
	e.outermost = line
	return e
}

// cellStart is the smallest probability of a cell.
func cellStart(i int) float64 { return math.Float64frombits(uint64(firstCell+i) << cellShift) }

// between is the polynomial of degree 5 with the given ends (Hermite), in the fraction of the width.
func between(left, right knot, width float64) cell {
	v0, v1 := float64(left.first*width), float64(right.first*width)
	square := float64(width * width)
	a0, a1 := float64(left.second*square)/2, float64(right.second*square)/2
	rise := right.value - left.value
	return cell{
		left.value, v0, a0,
		float64(10*rise) - float64(6*v0) - float64(4*v1) - float64(3*a0) + a1,
		float64(-15*rise) + float64(8*v0) + float64(7*v1) + float64(3*a0) - float64(2*a1),
		float64(6*rise) - float64(3*v0) - float64(3*v1) - a0 + a1,
	}
}
