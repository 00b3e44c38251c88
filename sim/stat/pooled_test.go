package stat

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestJackknifeOfARatioByHand: 2/1, 4/2, 9/3: the ratio is 15/6 = 2.5; without each pair in turn 13/5, 11/4, 6/3; pseudo-values
// 3·2.5 - 2·(2.6, 2.75, 2) = 2.3, 2, 3.5. Their mean is 2.6, s = 0.793725, t(0.975, 2) = 4.302653: ± 1.971723.
func TestJackknifeOfARatioByHand(t *testing.T) {
	got, ok := RatioByJackknife([]float64{2, 4, 9}, []float64{1, 2, 3}, 0.95)
	require.True(t, ok)
	assert.InDelta(t, 2.6, got.Mean, 1e-12)
	assert.InDelta(t, 1.971723, got.Hi-got.Mean, 1e-6)
	assert.Equal(t, 3, got.N)

	got, ok = RatioByJackknife([]float64{6}, []float64{3}, 0.95)
	assert.True(t, ok)
	assert.Equal(t, Interval{Mean: 2, N: 1, Confidence: 0.95}, got)
	_, ok = RatioByJackknife([]float64{6, 1}, []float64{3, 0}, 0.95)
	assert.False(t, ok, "without the first, nothing is below the line")
	_, ok = RatioByJackknife(nil, nil, 0.95)
	assert.False(t, ok)
}

// day is a replication: what is good or bad about it holds for all its values, so they are not independent.
func day(random *rand.Rand) []float64 {
	n, luck := 30+random.IntN(20), 0.5*random.NormFloat64()
	values := make([]float64, n)
	for i := range values {
		values[i] = luck + random.NormFloat64()
	}
	slices.Sort(values)
	return values
}

// TestPooledEstimatesCover: values are normal with variance 1.25, so their 0.9-quantile is 1.281552·√1.25 = 1.432818, and 0.1 of them lie
// above it. Of 95 % intervals over twenty replications about as many have to hold them; those of trials taken as independent
// would hold clearly less often, because the values of a replication have its luck in common.
func TestPooledEstimatesCover(t *testing.T) {
	const experiments, replications, truth = 2000, 20, 1.4328186
	quantiles, shares, jackknives, naive := 0, 0, 0, 0
	for e := range experiments {
		random := rand.New(rand.NewPCG(11, uint64(e)))
		days := make([][]float64, replications)
		above, all := make([]float64, replications), make([]float64, replications)
		for r := range days {
			days[r] = day(random)
			all[r] = float64(len(days[r]))
			above[r] = all[r] - float64(upTo(days[r], truth))
		}
		count := func(of *int, i Interval, ok bool, value float64) {
			require.True(t, ok)
			if i.Holds(value) {
				*of++
			}
		}
		q, ok := PooledQuantile(days, 0.9, 0.95)
		count(&quantiles, q, ok, truth)
		s, ok := PooledShare(above, all, 0.95)
		count(&shares, s, ok, 0.1)
		j, ok := RatioByJackknife(above, all, 0.95)
		count(&jackknives, j, ok, 0.1)
		n, ok := Wilson(int(float64(sumOf(above))), int(sumOf(all)), 0.95)
		count(&naive, n, ok, 0.1)
	}
	t.Log(quantiles, shares, jackknives, naive)
	for _, held := range []int{quantiles, shares} {
		got, _ := Wilson(held, experiments, 0.999)
		assert.Greater(t, got.Lo, 0.91)
		assert.Less(t, got.Hi, 0.985)
	}
	assert.Greater(t, jackknives, experiments*85/100, "it is even around a share that is not")
	assert.Less(t, naive, experiments*3/4)
}

func sumOf(x []float64) float64 { s := total(x); return s.value() }

// TestPooledShareStaysWithinItsEnds: no success in ten replications is as ten trials without one, whose Wilson bound with
// t(0.975, 9) = 2.262157 is t²/(10+t²) = 0.338509.
func TestPooledShareStaysWithinItsEnds(t *testing.T) {
	none, all := make([]float64, 10), slices.Repeat([]float64{500}, 10)
	got, ok := PooledShare(none, all, 0.95)
	require.True(t, ok)
	assert.Equal(t, 0.0, got.Lo)
	assert.InDelta(t, 0.338509, got.Hi, 1e-6)
	got, _ = PooledShare(all, all, 0.95)
	assert.InDelta(t, 1-0.338509, got.Lo, 1e-6)
	assert.Equal(t, 1.0, got.Hi)
	got, ok = PooledShare([]float64{3}, []float64{4}, 0.95)
	assert.True(t, ok)
	assert.Equal(t, 0.75, got.Mean)
	assert.False(t, got.Bounded())
}

// TestPooledQuantileOfOneReplicationHasNoBounds, and none is of no value.
func TestPooledQuantileOfOneReplicationHasNoBounds(t *testing.T) {
	got, ok := PooledQuantile([][]float64{{1, 2, 3, 4}}, 0.5, 0.95)
	assert.True(t, ok)
	assert.Equal(t, 2.0, got.Mean)
	assert.False(t, got.Bounded())
	_, ok = PooledQuantile([][]float64{nil, nil}, 0.5, 0.95)
	assert.False(t, ok)
	same, _ := PooledQuantile([][]float64{{2, 2}, {2, 2, 2}}, 0.5, 0.95)
	assert.Equal(t, [2]float64{2, 2}, [2]float64{same.Lo, same.Hi})
}
