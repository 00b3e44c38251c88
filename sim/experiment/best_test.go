package experiment

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim/stat"
)

// TestOnlyReplicationsOfAllAreCompared: the second alternative did not see the wait in replication 1.
func TestOnlyReplicationsOfAllAreCompared(t *testing.T) {
	table := func(values ...float64) *Table {
		rows := make([][]Observation, len(values))
		for r, x := range values {
			if x >= 0 {
				rows[r] = []Observation{{"wait_h", x}}
			}
		}
		out, err := NewTable(rows)
		require.NoError(t, err)
		return out
	}
	standings, n, ok := WithBest([]*Table{table(11, 99, 13, 12, 15), table(10, -1, 11, 9, 13)}, "wait_h", true, 0.95)
	require.True(t, ok)
	assert.Equal(t, 4, n)
	assert.Equal(t, stat.WithBest([][]float64{{11, 13, 12, 15}, {10, 11, 9, 13}}, true, 0.95), standings)
	_, _, ok = WithBest([]*Table{table(1, -1), table(-1, 1)}, "wait_h", true, 0.95)
	assert.False(t, ok, "none has seen both")
	_, _, ok = WithBest([]*Table{table(1, 2)}, "wait_h", true, 0.95)
	assert.False(t, ok)
}
