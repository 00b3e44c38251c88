package stat

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleOrderStatistic() {
	hours := []float64{2, 3, 3, 4, 9}
	p50, _ := OrderStatistic(hours, 0.5)
	p95, _ := OrderStatistic(hours, 0.95)
	fmt.Println(p50, p95)
	// Output: 3 9
}

func ExampleType7() {
	median, _ := Type7([]float64{2, 3, 4, 9}, 0.5)
	fmt.Println(median)
	// Output: 3.5
}

func TestType7OfTenKnownValues(t *testing.T) {
	sorted := slices.Sorted(slices.Values(sample))
	p90, ok := Type7(sorted, 0.9)
	known(t, 14.31, p90, ok) // 14.2 + 0.1·(15.3-14.2), rank 9.1
	median, ok := Type7(sorted, 0.5)
	known(t, 11.95, median, ok) // (11.8+12.1)/2
}

func TestOrderStatisticOfTenKnownValues(t *testing.T) {
	sorted := slices.Sorted(slices.Values(sample))
	for p, want := range map[float64]float64{0: 9.8, 0.1: 9.8, 0.11: 10.4, 0.5: 11.8, 0.9: 14.2, 0.95: 15.3, 1: 15.3} {
		got, ok := OrderStatistic(sorted, p)
		require.True(t, ok)
		assert.Equal(t, want, got, "p = %v", p)
	}
}

// With the values 1..n the ⌈p·n⌉-th is ⌈p·n⌉ itself, and for p = i/d that is integer arithmetic.
func TestOrderStatisticRanksAsIntegersDo(t *testing.T) {
	const n = 2000
	ranks := make([]float64, n)
	for i := range ranks {
		ranks[i] = float64(i + 1)
	}
	for size := 1; size <= n; size += 13 {
		for i := 1; i <= 1000; i++ {
			want := (i*size + 999) / 1000
			got, ok := OrderStatistic(ranks[:size], float64(i)/1000)
			require.True(t, ok)
			require.Equal(t, float64(want), got, "p = %d/1000 of %d", i, size)
		}
	}
}

func TestQuantilesOfOneValueAreThatValue(t *testing.T) {
	for _, p := range []float64{0, 0.3, 1} {
		order, ok := OrderStatistic([]float64{5}, p)
		known(t, 5, order, ok)
		seven, ok := Type7([]float64{5}, p)
		known(t, 5, seven, ok)
	}
}

func TestQuantilesOfNothingAreMissing(t *testing.T) {
	_, ok := OrderStatistic(nil, 0.5)
	assert.False(t, ok)
	_, ok = Type7(nil, 0.5)
	assert.False(t, ok)
}

func TestQuantileRefusesWhatIsNoShare(t *testing.T) {
	nan := 0.0
	nan /= nan
	for _, p := range []float64{-0.1, 1.1, 95, nan} {
		assert.Panics(t, func() { OrderStatistic(sample, p) })
		assert.Panics(t, func() { Type7(sample, p) })
	}
}
