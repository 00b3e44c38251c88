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

// cell is a polynomial of degree 5 in the fraction of the cell's width, and room that brings it to one line of the
// processor's cache.
type cell struct {
	c [6]float64
	_ [2]float64
}

// inverse is a tabulated quantile function of a distribution without location and scale. It is never changed after it
// is made and may be shared.
type inverse struct {
	cells       [cellsInAll]cell        // by the probability of lying further out: lower half, upper half
	ofLogarithm bool                    // the table holds the logarithm of the outcome
	far         func(u float64) float64 // the quantile beyond the table
}

// at is the quantile for u in (0,1), within 1e-9 of it.
func (t *inverse) at(u float64) float64 {
	bits := math.Float64bits(min(u, 1-u))
	i := bits>>cellShift - firstCell
	if i >= cellsOfASide {
		return t.far(u)
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
	low := c.c[0] + float64(c.c[1]*x)
	middle := c.c[2] + float64(c.c[3]*x)
	high := c.c[4] + float64(c.c[5]*x)
	return low + float64(square*(middle+float64(square*high)))
}

// fill makes the cells of one side from 1/2 outwards.
func fill(cells []cell, at func(p float64) knot) {
	last := len(cells) - 1
	inner := at(cellStart(last))
	cells[last] = cell{c: [...]float64{0: inner.value, 5: 0}}
	for i := last - 1; i >= 0; i-- {
		outer := at(cellStart(i))
		cells[i] = between(outer, inner, cellStart(i+1)-cellStart(i))
		inner = outer
	}
}

// cellStart is the smallest probability of a cell.
func cellStart(i int) float64 { return math.Float64frombits(uint64(firstCell+i) << cellShift) }

// knot is a value with its first and second derivative by the probability p of lying further out.
type knot struct{ value, first, second float64 }

// between is the polynomial of degree 5 with the given ends (Hermite), in the fraction of the width.
func between(left, right knot, width float64) cell {
	v0, v1 := float64(left.first*width), float64(right.first*width)
	square := float64(width * width)
	a0, a1 := float64(left.second*square/2), float64(right.second*square/2)
	rise := right.value - left.value
	return cell{c: [...]float64{
		left.value, v0, a0,
		float64(10*rise) - float64(6*v0) - float64(4*v1) - float64(3*a0) + a1,
		float64(-15*rise) + float64(8*v0) + float64(7*v1) + float64(3*a0) - float64(2*a1),
		float64(6*rise) - float64(3*v0) - float64(3*v1) - a0 + a1,
	}}
}
