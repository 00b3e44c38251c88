package study

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// straight are lines a + b·x from 0 to 10, a line for each pair.
func straight(of [][2]float64) [][]xy {
	var out [][]xy
	for _, l := range of {
		out = append(out, []xy{{0, l[0]}, {10, l[0] + 10*l[1]}})
	}
	return out
}

// TestATurnIsWhereFiellerHasIt: of straight lines the places at which the mean may be nought are the roots of a quadratic
// (Fieller 1954): (ā² − t²·s_aa) + 2(ā·b̄ − t²·s_ab)·x + (b̄² − t²·s_bb)·x², with the variances of the means.
// Student's t of three degrees of freedom at 97.5 %: 3.182446 (any table).
func TestATurnIsWhereFiellerHasIt(t *testing.T) {
	of := [][2]float64{{-5, 1.1}, {-4.6, 0.9}, {-5.3, 1.0}, {-4.9, 1.05}}
	const student = 3.182446
	var a, b, aa, ab, bb float64
	for _, l := range of {
		a, b = a+l[0]/4, b+l[1]/4
	}
	for _, l := range of {
		aa += (l[0] - a) * (l[0] - a) / 12
		ab += (l[0] - a) * (l[1] - b) / 12
		bb += (l[1] - b) * (l[1] - b) / 12
	}
	c0, c1, c2 := a*a-student*student*aa, a*b-student*student*ab, b*b-student*student*bb
	spread := math.Sqrt(c1*c1 - c0*c2)
	found := turn(straight(of), 0.95)
	require.NotNil(t, found)
	assert.True(t, found.Rises)
	assert.InDelta(t, -a/b, found.At.Mean, 1e-9)
	assert.InDelta(t, (-c1-spread)/c2, found.At.Lo, 10.0/looks)
	assert.InDelta(t, (-c1+spread)/c2, found.At.Hi, 10.0/looks)
	assert.Equal(t, 4, found.At.N)
}

func TestThereIsNoTurnThatIsNotClear(t *testing.T) {
	up, down := []xy{{0, -2}, {10, 2}}, []xy{{0, 2}, {10, -2}}
	for what, lines := range map[string][][]xy{
		"a single replication":            {up},
		"never":                           {{{0, 1}, {10, 2}}, {{0, 1.1}, {10, 2.1}}},
		"not clear at the end":            {{{0, -2}, {10, 5}}, {{0, -2.01}, {10, -1}}, {{0, -1.99}, {10, 1}}},
		"each another way":                {up, down, up, down},
		"over and back":                   {{{0, -2}, {5, 2}, {10, -2}}, {{0, -2.01}, {5, 2.01}, {10, -2}}},
		"touched on the way":              {{{0, -2}, {5, 0.01}, {7, -1}, {10, 2}}, {{0, -2.01}, {5, -0.01}, {7, -1}, {10, 2}}},
		"nowhere together":                {{{0, -2}, {4, 2}}, {{5, -2}, {10, 2}}},
		"a replication with a point only": {up, {{3, 1}}},
	} {
		assert.Nil(t, turn(lines, 0.95), what)
	}
	falls := turn([][]xy{down, {{0, 2.02}, {10, -1.98}}}, 0.95)
	require.NotNil(t, falls)
	assert.False(t, falls.Rises)
}

// TestATurnLiesWithinItsInterval: whatever the lines, the mean is nought inside, and clear at both ends.
func TestATurnLiesWithinItsInterval(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var of [][2]float64
		for range rapid.IntRange(2, 6).Draw(r, "lines") {
			of = append(of, [2]float64{rapid.Float64Range(-6, -1).Draw(r, "a"), rapid.Float64Range(0.5, 2).Draw(r, "b")})
		}
		lines := straight(of)
		found := turn(lines, 0.95)
		if found == nil {
			return
		}
		require.LessOrEqual(r, found.At.Lo, found.At.Mean)
		require.GreaterOrEqual(r, found.At.Hi, found.At.Mean)
		require.InDelta(r, 0, meanAt(lines, found.At.Mean, 0.95).Mean, 1e-9)
		require.Negative(r, meanAt(lines, found.At.Lo, 0.95).Hi)
		require.Positive(r, meanAt(lines, found.At.Hi, 0.95).Lo)
	})
}
