package stat

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestBestOfTwoIsAOneSidedTest: with two alternatives the comparison is a one-sided t test of the paired differences. Here they are
// 1, 2, 3, 2: mean 2, s = 0.816497, and t(0.95, 3) = 2.353363 (any table): w = 0.960757.
func TestBestOfTwoIsAOneSidedTest(t *testing.T) {
	slow, fast := []float64{11, 13, 12, 15}, []float64{10, 11, 9, 13}
	out := WithBest([][]float64{slow, fast}, true, 0.95)
	assert.False(t, out[0].Possible)
	assert.Equal(t, 2.0, out[0].Behind)
	assert.Equal(t, 0.0, out[0].Lo)
	assert.InDelta(t, 2.960757, out[0].Hi, 1e-6)
	assert.True(t, out[1].Possible)
	assert.Equal(t, -2.0, out[1].Behind)
	assert.InDelta(t, -2.960757, out[1].Lo, 1e-6)
	assert.Equal(t, 0.0, out[1].Hi, "it is the best")

	most := WithBest([][]float64{slow, fast}, false, 0.95)
	assert.True(t, most[0].Possible)
	assert.False(t, most[1].Possible)
	assert.Equal(t, out[1].Lo, most[0].Lo, "the same the other way round")
}

// TestTiesAreAllPossible: what is the same in every replication is as good.
func TestTiesAreAllPossible(t *testing.T) {
	x := []float64{1, 2, 4}
	for _, standing := range WithBest([][]float64{x, x, {2, 3, 5}}, true, 0.95)[:2] {
		assert.True(t, standing.Possible)
		assert.Equal(t, 0.0, standing.Behind)
		assert.Equal(t, [2]float64{0, 0}, [2]float64{standing.Lo, standing.Hi})
	}
	assert.False(t, WithBest([][]float64{x, x, {2, 3, 5}}, true, 0.95)[2].Possible, "behind by one, always")
}

func TestOneReplicationRulesNothingOut(t *testing.T) {
	out := WithBest([][]float64{{3}, {1}}, true, 0.95)
	assert.Equal(t, []Standing{{Behind: 2, Possible: true}, {Behind: -2, Possible: true}}, out)
	assert.Panics(t, func() { WithBest([][]float64{{3}}, true, 0.95) })
	assert.Panics(t, func() { WithBest([][]float64{{3}, {1, 2}}, true, 0.95) })
}

// TestBoundsBesideTheBestHoldTogether: five alternatives with a common luck, unequal spreads and means that are close or equal. In
// at least 95 % of experiments all bounds hold at once and the true best is possible; and the bounds rule out the worst,
// so that they are not wide for nothing.
func TestBoundsBesideTheBestHoldTogether(t *testing.T) {
	const experiments, replications = 4000, 12
	for name, means := range map[string][]float64{"apart": {0, 0.2, 0.5, 1, 2}, "equal": {0, 0, 0, 0, 0}} {
		together, ruledOut := 0, 0
		for e := range experiments {
			random := rand.New(rand.NewPCG(31, uint64(e)))
			x := make([][]float64, len(means))
			for range replications {
				common := 3 * random.NormFloat64()
				for i, mean := range means {
					x[i] = append(x[i], mean+common+(0.3+0.2*float64(i))*random.NormFloat64())
				}
			}
			if holdTogether(WithBest(x, true, 0.95), means) {
				together++
			}
			if !WithBest(x, true, 0.95)[4].Possible {
				ruledOut++
			}
		}
		share, _ := Wilson(together, experiments, 0.999)
		assert.Greater(t, share.Hi, 0.95, "%s: %+v", name, share)
		if name == "apart" {
			assert.Greater(t, ruledOut, experiments*9/10)
		}
	}
}

// holdTogether says whether all bounds hold and a true best is possible.
func holdTogether(standings []Standing, means []float64) bool {
	possible := false
	for i, s := range standings {
		best := math.Inf(1)
		for j, mean := range means {
			if j != i {
				best = min(best, mean)
			}
		}
		if theta := means[i] - best; theta < s.Lo || theta > s.Hi {
			return false
		} else if theta <= 0 {
			possible = possible || s.Possible
		}
	}
	return possible
}
