package stat

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestMSERTakesAwayTheStart: twenty means of five, of which the first three are 9 and the others 1 and 3 in turn. With d of them
// taken away the statistic is Σ(Y-Ȳ)²/(20-d)²: for d = 3 it is (17 - 1/17)/17² = 0.058620, the least of all.
func TestMSERTakesAwayTheStart(t *testing.T) {
	var series []float64
	for j := range 20 {
		value := 1 + 2*float64(j%2)
		if j < 3 {
			value = 9
		}
		for range 5 {
			series = append(series, value)
		}
	}
	got, ok := MSER(append(series, 100, 100), 5) // what is left over beyond the last five is nobody's
	require.True(t, ok)
	assert.Equal(t, 15, got.Delete)
	assert.False(t, got.Short)
	require.Len(t, got.Curve, 11)
	require.Len(t, got.Means, 20)
	assert.InDelta(t, (17-1.0/17)/(17*17), got.Curve[3], 1e-12)
	for d, statistic := range got.Curve {
		rest := got.Means[d:]
		mean, _ := Mean(rest)
		sum := 0.0
		for _, y := range rest {
			sum += (y - mean) * (y - mean)
		}
		assert.InDelta(t, sum/float64(len(rest)*len(rest)), statistic, 1e-12, "%d", d)
	}
}

func TestMSEROfASeriesThatGoesOnRisingIsTooShort(t *testing.T) {
	var series []float64
	for i := range 200 {
		series = append(series, float64(i))
	}
	got, ok := MSER(series, 5)
	require.True(t, ok)
	assert.True(t, got.Short)
	assert.Equal(t, 100, got.Delete)
	_, ok = MSER(series[:49], 5)
	assert.False(t, ok)
	same, ok := MSER(make([]float64, 100), 5)
	require.True(t, ok)
	assert.Zero(t, same.Delete, "what never varies has no start")
	assert.False(t, same.Short)
}

// TestBatchMeansCoverWhereBatchesAreLong: a series in which each value is 0.8 of the one before and luck, around 0. Batches of 100 have hardly
// anything to do with one another, and 95 % intervals hold 0 about as often; batches of 5 do, and hold it far less.
func TestBatchMeansCoverWhereBatchesAreLong(t *testing.T) {
	const experiments = 2000
	long, short := 0, 0
	correlations := Tally{}
	for e := range experiments {
		random := rand.New(rand.NewPCG(51, uint64(e)))
		series, x := make([]float64, 2000), random.NormFloat64()/math.Sqrt(1-0.64)
		for i := range series {
			x = 0.8*x + random.NormFloat64()
			series[i] = x
		}
		got, ok := BatchMeans(series, 20, 0.95)
		require.True(t, ok)
		assert.Equal(t, 100, got.Size)
		if got.Interval.Holds(0) {
			long++
		}
		few, _ := BatchMeans(series[:100], 20, 0.95)
		correlations.Add(few.Correlation)
		if few.Interval.Holds(0) {
			short++
		}
	}
	share, _ := Wilson(long, experiments, 0.999)
	assert.True(t, share.Holds(0.94), "a little less than 0.95: %+v", share)
	assert.Less(t, short, experiments*85/100)
	mean, _ := correlations.Mean()
	assert.Greater(t, mean, 0.2, "and that shows")
	_, ok := BatchMeans([]float64{1}, 2, 0.95)
	assert.False(t, ok)
	flat, _ := BatchMeans([]float64{9, 2, 2, 2, 2}, 2, 0.95)
	assert.Equal(t, 2.0, flat.Interval.Mean, "what is left over is the beginning")
	assert.Zero(t, flat.Correlation)
}
