package stat

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleWilson() {
	share, _ := Wilson(0, 20, 0.95)
	fmt.Printf("%.0f %% (%.0f %% to %.0f %%)\n", 100*share.Mean, 100*share.Lo, 100*share.Hi)
	// Output: 0 % (0 % to 16 %)
}

// The cases are those of Newcombe 1998, table I, method 3; the digits from 30-digit arithmetic.
func TestWilsonMeetsNewcombesTable(t *testing.T) {
	for _, c := range []struct {
		successes, n int
		lo, hi       float64
	}{
		{81, 263, 0.255288519878274, 0.3662095769828},
		{15, 148, 0.0623863995307363, 0.160487241723308},
		{0, 20, 0, 0.161125158052819},
		{1, 29, 0.00611321429276266, 0.171755218793203},
		{20, 20, 0.838874841947181, 1},
	} {
		share, ok := Wilson(c.successes, c.n, 0.95)
		known(t, float64(c.successes)/float64(c.n), share.Mean, ok)
		exact(t, c.lo, share.Lo)
		exact(t, c.hi, share.Hi)
		assert.Equal(t, c.n, share.N)
	}
}

func TestWilsonEndsAreExact(t *testing.T) {
	for n := 2; n < 300; n++ {
		none, _ := Wilson(0, n, 0.95)
		all, _ := Wilson(n, n, 0.95)
		require.Zero(t, none.Lo)
		require.Equal(t, 1.0, all.Hi)
		require.Positive(t, none.Hi)
		require.Less(t, all.Lo, 1.0)
	}
}

// Newcombe 1998 found a mean coverage of 0.952 for method 3 over shares and sizes; here it is summed
// exactly over a grid of shares, so no luck is involved.
func TestWilsonCoversOnAverageWhatItSays(t *testing.T) {
	const n, grid = 50, 2000
	covered := 0.0
	for i := 1; i < grid; i++ {
		covered += wilsonCoverage(n, float64(i)/grid)
	}
	mean := covered / (grid - 1)
	assert.GreaterOrEqual(t, mean, 0.950)
	assert.LessOrEqual(t, mean, 0.955)
}

// wilsonCoverage is the probability that the 95 % interval of n trials holds the share p.
func wilsonCoverage(n int, p float64) float64 {
	covered := 0.0
	chance := math.Pow(1-p, float64(n)) // of k successes
	for k := 0; k <= n; k++ {
		if share, _ := Wilson(k, n, 0.95); share.Holds(p) {
			covered += chance
		}
		chance *= p / (1 - p) * float64(n-k) / float64(k+1)
	}
	return covered
}

func TestWilsonOfNothingOrOneTrial(t *testing.T) {
	_, ok := Wilson(0, 0, 0.95)
	assert.False(t, ok)
	one, ok := Wilson(1, 1, 0.95)
	require.True(t, ok)
	assert.Equal(t, Interval{Mean: 1, N: 1, Confidence: 0.95}, one)
	assert.Panics(t, func() { Wilson(3, 2, 0.95) })
	assert.Panics(t, func() { Wilson(-1, 2, 0.95) })
}
