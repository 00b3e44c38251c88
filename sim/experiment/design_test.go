package experiment

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim/stat"
)

func TestGridHasEveryCombinationOnce(t *testing.T) {
	assert.Equal(t, [][]int{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}}, Grid([]int{2, 3}))
	assert.Equal(t, [][]int{{}}, Grid(nil))
	assert.Empty(t, Grid([]int{3, 0}))
}

// uniforms are two numbers of an address.
func uniforms(seed uint64) func(i, j int) (float64, float64) {
	return func(i, j int) (float64, float64) {
		random := luck(seed, i*1000+j)
		return random.Float64(), random.Float64()
	}
}

// TestEveryPartOfEveryFactorHasOnePoint, and the parts of different factors have nothing to do with one another.
func TestEveryPartOfEveryFactorHasOnePoint(t *testing.T) {
	const points, factors = 200, 3
	out := LatinHypercube(points, factors, uniforms(5))
	for f := range factors {
		seen := make(map[int]bool)
		for _, p := range out {
			require.True(t, p[f] > 0 && p[f] < 1)
			seen[int(p[f]*points)] = true
		}
		assert.Len(t, seen, points)
	}
	var x, y []float64
	for _, p := range out {
		x, y = append(x, p[0]-0.5), append(y, p[1]-0.5)
	}
	products := 0.0
	for i := range x {
		products += x[i] * y[i]
	}
	assert.Less(t, math.Abs(products/points*12), 4/math.Sqrt(points), "correlation of two factors, four standard errors")
}

// TestLatinHypercubeKnowsAMeanBetter than independent points do: of a sum of two factors the mean over 50 points is known as if it
// were of 50 times as many.
func TestLatinHypercubeKnowsAMeanBetter(t *testing.T) {
	var means []float64
	for seed := range uint64(100) {
		sum := 0.0
		for _, p := range LatinHypercube(50, 2, uniforms(seed+100)) {
			sum += p[0] + p[1]
		}
		means = append(means, sum/50)
	}
	variance, _ := stat.Variance(means)
	assert.Less(t, variance, 2.0/12/50/100)
	interval, _ := stat.MeanInterval(means, 0.999)
	assert.True(t, interval.Holds(1))
}

// TestTrajectoriesMoveEachFactorOnce, by two thirds, from and to each of the four levels.
func TestTrajectoriesMoveEachFactorOnce(t *testing.T) {
	const factors = 5
	starts := make(map[float64]int)
	for _, walk := range Trajectories(200, factors, uniforms(8)) {
		require.Len(t, walk.Points, factors+1)
		moved := make(map[int]bool)
		for k, f := range walk.Moved {
			for g := range factors {
				distance := math.Abs(walk.Points[k+1][g] - walk.Points[k][g])
				if g == f {
					assert.InDelta(t, 2.0/3, distance, 1e-12)
				} else {
					assert.Zero(t, distance)
				}
			}
			assert.True(t, walk.Points[k+1][f] > -1e-12 && walk.Points[k+1][f] < 1+1e-12)
			moved[f] = true
		}
		assert.Len(t, moved, factors)
		starts[math.Round(walk.Points[0][0]*3)]++
	}
	assert.Len(t, starts, MorrisLevels)
	for _, n := range starts {
		assert.InDelta(t, 50, n, 25, "200 in four levels; four standard errors of 6.1")
	}
}

// TestElementaryEffectsOfAPlaneAreItsSlopes: of 3a - 2b they are 3 and -2 wherever the walk goes, and of what it has not seen there is none.
func TestElementaryEffectsOfAPlaneAreItsSlopes(t *testing.T) {
	for _, walk := range Trajectories(20, 2, uniforms(9)) {
		var values []float64
		for _, p := range walk.Points {
			values = append(values, 3*p[0]-2*p[1])
		}
		effects, there := walk.Effects(values, []bool{true, true, true})
		assert.Equal(t, []bool{true, true}, there)
		assert.InDeltaSlice(t, []float64{3, -2}, effects, 1e-9)
		_, there = walk.Effects(values, []bool{true, true, false})
		assert.Equal(t, 1, count(there))
	}
}

func count(flags []bool) (n int) {
	for _, f := range flags {
		if f {
			n++
		}
	}
	return n
}
