package law

import "math"

// The table of an inverse covers probabilities from 2^-20 to 1/2 of either end, each power of two in 16 cells of equal
// width; what lies further out is solved for, once in half a million draws.
const (
	tableBinades   = 19
	cellsPerBinade = 16
	cellShift      = 52 - 4
	cellMask       = 1<<cellShift - 1
	firstCell      = (1023 - 20) * cellsPerBinade
	cellsOfASide   = tableBinades*cellsPerBinade + 1 // the last one holds 1/2 alone
	cellsInAll     = 2 * cellsOfASide
	cellFraction   = 1.0 / (1 << cellShift)
)

// cell is a polynomial of degree 5 in the fraction of the cell's width.
type cell [6]float64

// inverse is a tabulated quantile function of a distribution without location and scale. It is never changed after it
// is made and may be shared.
type inverse struct {
	cells        [cellsInAll]cell // by the probability of lying further out: lower half, upper half
	lower, upper end
	ofLogarithm  bool // the table holds the logarithm of the outcome
}

// at is the quantile for u in (0,1), within 1e-9 of it.
func (t *inverse) at(u float64) float64 {
	bits := math.Float64bits(min(u, 1-u))
	i := bits>>cellShift - firstCell
	if i >= cellsOfASide {
		return t.beyond(u)
	}
	upper := math.Float64bits(0.5-u) >> 63 // 1 for the upper half; a branch would be guessed wrong half of the time
	i += uint64(upper * cellsOfASide)
	y := t.cells[i].at(float64(float64(int64(bits&cellMask)) * cellFraction))
	if t.ofLogarithm {
		return exp(y)
	}
	return y
}

// at evaluates the polynomial.
func (c *cell) at(x float64) float64 {
	square := float64(x * x)
	low := c[0] + float64(c[1]*x)
	middle := c[2] + float64(c[3]*x)
	high := c[4] + float64(c[5]*x)
	return low + float64(square*(middle+float64(square*high)))
}

// beyond solves for what the table does not hold.
func (t *inverse) beyond(u float64) float64 {
	e, p := &t.lower, u
	if u > 0.5 {
		e, p = &t.upper, 1-u
	}
	return e.outcome(e.solve(p, e.outermost))
}

// inverseOfGamma tabulates the gamma distribution of scale 1; below shape 1 the outcomes run over so many powers of ten
// that their logarithms are smoother.
func inverseOfGamma(shape float64) *inverse {
	g := newGammaShape(shape)
	t := &inverse{ofLogarithm: shape < 1}
	middle := log(shape)
	t.lower = end{shape: g, ofLogarithm: t.ofLogarithm}.fill(t.cells[:cellsOfASide], middle)
	t.upper = end{shape: g, upper: true, ofLogarithm: t.ofLogarithm}.fill(t.cells[cellsOfASide:], middle)
	return t
}

// inverseOfBeta tabulates the beta distribution on (0,1); its upper half is the lower one of the mirrored shape.
func inverseOfBeta(a, b float64) *inverse {
	t := &inverse{}
	middle := log(a / b)
	t.lower = end{shape: newBetaShape(a, b)}.fill(t.cells[:cellsOfASide], middle)
	t.upper = end{shape: newBetaShape(b, a), mirrored: true}.fill(t.cells[cellsOfASide:], -middle)
	return t
}
