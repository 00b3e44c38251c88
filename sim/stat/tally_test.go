package stat

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleTally() {
	var wait Tally // [min]
	for _, minutes := range []float64{0, 2, 4, 5, 6, 10, 0, 9, 0, 7} {
		wait.Add(minutes)
	}
	mean, _ := wait.Mean()
	longest, _ := wait.Max()
	fmt.Printf("%d trucks waited %.1f min on average, at most %.0f min\n", wait.N(), mean, longest)
	// Output: 10 trucks waited 4.3 min on average, at most 10 min
}

func booked(x []float64) *Tally {
	var t Tally
	for _, v := range x {
		t.Add(v)
	}
	return &t
}

func TestTallyOfTenKnownValues(t *testing.T) {
	tally := booked(sample)
	assert.Equal(t, 10, tally.N())
	mean, ok := tally.Mean()
	known(t, 12.21, mean, ok)
	sd, ok := tally.SD()
	known(t, 1.78415868751, sd, ok) // 40-digit arithmetic
	least, ok := tally.Min()
	known(t, 9.8, least, ok)
	most, ok := tally.Max()
	known(t, 15.3, most, ok)
}

func TestTallyMeetsNISTCertifiedValues(t *testing.T) {
	for _, base := range []float64{1000000, 10000000} {
		tally := booked(accuracySet(base))
		mean, ok := tally.Mean()
		known(t, base+0.2, mean, ok)
		sd, ok := tally.SD()
		require.True(t, ok)
		assert.InEpsilon(t, 0.1, sd, 1e-7)
	}
}

func TestTallyAgreesWithTheSlice(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	x := make([]float64, 10000)
	for i := range x {
		x[i] = random.ExpFloat64()
	}
	tally := booked(x)
	want, _ := Mean(x)
	mean, _ := tally.Mean()
	assert.InEpsilon(t, want, mean, 1e-13)
	want, _ = Variance(x)
	variance, _ := tally.Variance()
	assert.InEpsilon(t, want, variance, 1e-12)
}

func TestTallyOfNegativeValuesKeepsItsRange(t *testing.T) {
	tally := booked([]float64{-5, -7, -6})
	least, _ := tally.Min()
	most, _ := tally.Max()
	assert.Equal(t, []float64{-7, -5}, []float64{least, most})
}

func TestEmptyTallyHasNoAnswers(t *testing.T) {
	var tally Tally
	for name, ask := range map[string]func() (float64, bool){
		"mean": tally.Mean, "min": tally.Min, "max": tally.Max, "variance": tally.Variance, "sd": tally.SD,
	} {
		_, ok := ask()
		assert.False(t, ok, name)
	}
	tally.Add(3)
	_, ok := tally.Variance()
	assert.False(t, ok, "one value shows no spread")
}

func BenchmarkTally(b *testing.B) {
	var tally Tally
	for i := range b.N {
		tally.Add(float64(i & 1023))
	}
}
