package experiment

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleAccept() {
	waits := []float64{3.9, 4.1, 4.0, 4.2, 3.8, 4.0, 4.1, 3.9, 4.0, 4.0} // [h], replications
	fmt.Println(Accept(4.0, waits, 0.2).Accepted)                        // M/M/1 at 0.8: 4 services
	fmt.Println(Accept(4.0, waits, 0.1).Accepted)
	fmt.Println(Accept(4.5, waits, 0.2).Why)
	// Output:
	// true
	// false
	// want 4.5, got 3.82543 to 4.17457 (10 replications); half-width 0.175, at most 0.2
}

// accepted fails a test with the figures behind the verdict.
func accepted(t *testing.T, value float64, values []float64, maxHalfWidth float64) {
	t.Helper()
	verdict := Accept(value, values, maxHalfWidth)
	assert.True(t, verdict.Accepted, verdict.Why)
}

func TestWideIntervalIsNotAccepted(t *testing.T) {
	values := []float64{1, 9, 5, 3, 7}
	verdict := Accept(5, values, 1)
	assert.True(t, verdict.Interval.Holds(5))
	assert.False(t, verdict.Accepted)
	assert.Equal(t, 0.999, verdict.Interval.Confidence)
	assert.True(t, Accept(5, values, 100).Accepted)
}

func TestValueOutsideTheIntervalIsNotAccepted(t *testing.T) {
	assert.False(t, Accept(6, []float64{5, 5.01, 4.99, 5, 5.02}, 1).Accepted)
}

func TestReplicationsThatDoNotVaryMustBeRight(t *testing.T) {
	for _, c := range []struct {
		value  float64
		values []float64
		want   bool
	}{
		{43, []float64{43, 43, 43}, true},
		{43, []float64{43 * (1 + 0.9e-9), 43 * (1 + 0.9e-9)}, true},
		{43, []float64{43 * (1 + 1.1e-9), 43 * (1 + 1.1e-9)}, false},
		{0, []float64{0.9e-9, 0.9e-9}, true}, // absolute below 1
		{0.3, []float64{0.1 + 0.2, 0.3, 0.3}, true},
	} {
		verdict := Accept(c.value, c.values, 0)
		assert.Equal(t, c.want, verdict.Accepted, verdict.Why)
	}
}

// TestExactValueMustComeOutOfEveryReplication: not of their mean.
func TestExactValueMustComeOutOfEveryReplication(t *testing.T) {
	assert.True(t, AcceptExact(43, []float64{43, 43 * (1 + 0.9e-9)}).Accepted)
	verdict := AcceptExact(43, []float64{43, 44, 42})
	assert.False(t, verdict.Accepted)
	assert.Contains(t, verdict.Why, "got 44 in replication 1")
	assert.True(t, Accept(43, []float64{43, 44, 42}, 100).Accepted)
	assert.False(t, AcceptExact(43, nil).Accepted)
}

func TestFewerThanTwoReplicationsAreNotAccepted(t *testing.T) {
	for _, values := range [][]float64{nil, {5}} {
		verdict := Accept(5, values, 1)
		assert.False(t, verdict.Accepted)
		assert.Contains(t, verdict.Why, "make no interval")
	}
}

// Trips carry x tonnes at a cost of 30 + 2x: with x uniform on 5..15 the cost per tonne is
// (30+2·10)/10 = 5, while the mean of ratios would be 2 + 30·ln(3)/10 = 5.296.
func TestRatioIsAcceptedAsARatioOfMeans(t *testing.T) {
	const replications = 4000
	random := luck(31, 0)
	costs, tonnes, ratios := make([]float64, replications), make([]float64, replications), make([]float64, replications)
	for i := range tonnes {
		tonnes[i] = 5 + 10*random.Float64()
		costs[i] = 30 + 2*tonnes[i]
		ratios[i] = costs[i] / tonnes[i]
	}
	verdict := AcceptRatio(5, costs, tonnes, 0.05*5)
	assert.True(t, verdict.Accepted, verdict.Why)
	require.False(t, Accept(5, ratios, 0.05*5).Accepted)
	assert.False(t, AcceptRatio(5, nil, nil, 1).Accepted)
}

func TestNoReplicationFallsBelow(t *testing.T) {
	assert.True(t, AcceptAtLeast(0, []float64{0, 3, -1e-10}).Accepted, "rounding is forgiven")
	below := AcceptAtLeast(2, []float64{2, 1.9})
	assert.False(t, below.Accepted)
	assert.Contains(t, below.Why, "got 1.9 in replication 1")
	assert.False(t, AcceptAtLeast(0, nil).Accepted)
}
