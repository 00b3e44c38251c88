package law

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// quantileGrid is dense in the middle and reaches to the ends that package seeds can give.
func quantileGrid() []float64 {
	var grid []float64
	for i := range 20 * gridSize {
		grid = append(grid, (float64(i)+0.37)/(20*gridSize))
	}
	for k := 4; k <= 53; k++ {
		grid = append(grid, math.Ldexp(1, -k), 1-math.Ldexp(1, -k), math.Ldexp(0.77, -k))
	}
	return grid
}

// relativeMiss is how far x is from the quantile of u, relative to x: what is missing of the probability over the density.
func relativeMiss(s shape, x, u float64) float64 {
	lower, upper := s.tails(x)
	miss := lower - u
	if u > 0.5 {
		miss = (1 - u) - upper
	}
	return math.Abs(miss / math.Exp(s.logDensity(x)) / x)
}

// TestTabulatedGammaIsWithin1e9: the bound that the package states, at the ends of the allowed shapes and between.
func TestTabulatedGammaIsWithin1e9(t *testing.T) {
	for shape, bound := range map[float64]float64{
		0.2: 1e-9, 0.3: 1e-9, 0.5: 5e-10, 0.999: 2e-10, 1: 1e-10, 1.001: 1e-10, 2.5: 1e-10, 3: 1e-10, 30: 1e-10, 1000: 1e-10,
		10_000: 1e-10,
	} {
		table, worst := inverseOfGamma(shape), 0.0
		for _, u := range quantileGrid() {
			worst = max(worst, relativeMiss(newGammaShape(shape), table.at(u), u))
		}
		assert.Less(t, worst, bound, "shape %v", shape)
	}
}

// TestTabulatedBetaIsWithin1e10: every shape that PERT can have, the mode at an end included. Beyond 1-2^-40 the
// outcome is so close to 1 that the complement is compared.
func TestTabulatedBetaIsWithin1e10(t *testing.T) {
	for _, a := range []float64{1, 1.0001, 1.5, 2, 3, 3.7, 4.9999, 5} {
		table, worst := inverseOfBeta(a, 6-a), 0.0
		for _, u := range quantileGrid() {
			x := table.at(u)
			if u < 1-0x1p-20 {
				worst = max(worst, relativeMiss(newBetaShape(a, 6-a), x, u))
			}
			mirrored := inverseOfBetaMirror(a, u)
			assert.InDelta(t, 1-mirrored, x, 1e-10)
		}
		assert.Less(t, worst, 1e-10, "a = %v", a)
	}
}

// inverseOfBetaMirror solves the upper half by the lower tail of the mirrored shape, without any table.
func inverseOfBetaMirror(a, u float64) float64 {
	if u < 0.5 {
		return 1 - end{shape: newBetaShape(a, 6-a), line: log(a / (6 - a))}.outcome(u)
	}
	return end{shape: newBetaShape(6-a, a), line: log((6 - a) / a)}.outcome(1 - u)
}

// TestTablesJoinWithoutSteps: at the edge of a cell, and where the table ends and the solver begins, the neighbours on
// both sides are as close as the spacing of the numbers lets them be.
func TestTablesJoinWithoutSteps(t *testing.T) {
	table := inverseOfGamma(2.5)
	edges := []float64{0x1p-20, 1 - 0x1p-20, 0.5}
	for i := range cellsOfASide - 1 {
		edges = append(edges, cellStart(i), 1-cellStart(i))
	}
	for _, u := range edges {
		before, here := table.at(math.Nextafter(u, 0)), table.at(u)
		assert.InEpsilon(t, here, before, 1e-10, "u = %v", u)
	}
}

func TestTablesClimb(t *testing.T) {
	for name, table := range map[string]*inverse{"gamma": inverseOfGamma(0.5), "beta": inverseOfBeta(1, 5)} {
		last, falls := 0.0, 0
		for i := range 200_000 {
			x := table.at((float64(i) + 0.5) / 200_000)
			if x <= last {
				falls++
			}
			last = x
		}
		assert.Zero(t, falls, name)
	}
}
