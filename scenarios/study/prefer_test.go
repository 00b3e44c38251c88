package study

import (
	"context"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
)

// starts keeps when the service of each flow began [min].
type starts map[string]float64

func (s starts) Record(f journey.Fact) {
	if f.Kind == journey.TimeFact && f.Activity == journey.Service {
		s[f.Flow] = f.From.Seconds() / 60
	}
}

// TestPriorityIsExact is reference case P07, by hand.
func TestPriorityIsExact(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p07-priority", nil)
	require.NoError(t, err)
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	log := make(starts)
	o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), log)
	require.NoError(t, err)
	require.Equal(t, journey.Audit{Entered: 10, Left: 10}, o.Audit)
	arrivals := []float64{0, 1, 2, 3, 4, 10, 11, 16, 16, 17}
	waits := [2]float64{}
	for i, want := range []float64{0, 21, 5, 8, 25, 10, 26, 16, 28, 17} {
		name := "truck " + strconv.Itoa(i+1)
		assert.Equal(t, want, log[name], name)
		class := []int{1, 1, 0, 0, 1, 0, 1, 0, 1, 0}[i]
		waits[class] += log[name] - arrivals[i]
	}
	assert.Equal(t, [2]float64{8, 68}, waits, "sums of waits by class")
}
