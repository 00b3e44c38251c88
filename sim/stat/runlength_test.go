package stat

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRunLengthIsWhatAQueueTakes: 800 runs of M/M/1 at 95 % load, each as long as is said for a half-width of 60 % of the mean, begun in
// the long run (Lindley's recursion; a wait that is none with 5 % and else exponential). The square of 60 % over 1.96, which the variance
// of their means should be, lies within three of its standard errors.
func TestRunLengthIsWhatAQueueTakes(t *testing.T) {
	const load, half, runs = 0.95, 0.6, 800
	customers := int(RunLength(load, half, 0.95) * load) // who come in so many service times
	require.InDelta(t, 16219, customers, 1, "4·1.96²/(0.6·0.05)²·0.95")
	luck := rand.New(rand.NewPCG(1, 5))
	mean := load / (1 - load)
	squares := make([]float64, runs)
	for r := range squares {
		wait, sum := 0.0, 0.0
		if luck.Float64() < load {
			wait = luck.ExpFloat64() / (1 - load)
		}
		for range customers {
			sum += wait
			wait = max(0, wait+luck.ExpFloat64()-luck.ExpFloat64()/load)
		}
		off := sum/float64(customers)/mean - 1
		squares[r] = off * off
	}
	variance, _ := Mean(squares)
	sd, _ := SD(squares)
	assert.InDelta(t, math.Pow(half/1.959964, 2), variance, 3*sd/math.Sqrt(runs))
}

// TestRunLengthIsNearTheExactOne for the queue of M/M/1, whose asymptotic variance is known: 2(1+ρ)z²/(ρ(1-ρ)²half²) service times.
func TestRunLengthIsNearTheExactOne(t *testing.T) {
	for _, load := range []float64{0.95, 0.97, 0.99, 0.999} {
		exact := 2 * (1 + load) / load * math.Pow(1.959964/(0.05*(1-load)), 2)
		assert.InEpsilon(t, exact, RunLength(load, 0.05, 0.95), 0.027, load)
	}
	assert.Panics(t, func() { RunLength(1, 0.05, 0.95) })
	assert.Panics(t, func() { RunLength(0.9, 0.05, 95) })
}
