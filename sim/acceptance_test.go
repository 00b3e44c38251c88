package sim_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// The seed of all theory tests, chosen before the first run and not changed since.
const theorySeed = 20250618

// confidence of the acceptance interval, two-sided.
const confidence = 0.999

// expectation is a quantity known from theory and how near a simulation must come.
type expectation struct {
	name  string
	value float64
	hw    float64 // largest half-width, as a share of value: twice that of a simulation written apart, run as long
}

// wide is the half-width for quantities that have none of their own.
const wide = 0.05

// expect proves that the t interval over the replications holds the value of theory, and that it is narrow enough to
// mean something. In the short mode there is too little of the run for the second.
func expect(t *testing.T, want expectation, replications []float64) {
	t.Helper()
	mean, sd := stat.MeanStdDev(replications, nil)
	n := float64(len(replications))
	half := distuv.StudentsT{Sigma: 1, Nu: n - 1}.Quantile((1+confidence)/2) * sd / math.Sqrt(n)
	assert.InDelta(t, want.value, mean, half, "%s: %v +- %v", want.name, mean, half)
	if !testing.Short() {
		assert.LessOrEqual(t, half, want.hw*want.value, "%s: the interval is too wide", want.name)
	}
}

// replications gives the number of independent runs.
func replications(t *testing.T) int {
	if testing.Short() {
		t.Log("short mode: 5 replications instead of 40, a fifth as long, and no rule for the width of the interval")
		return 5
	}
	return 40
}

// window gives the length of a run after its warm-up, of which the short mode does a fifth.
func window(full float64) float64 {
	if testing.Short() {
		return full / 5
	}
	return full
}
