package corridors_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
)

// The outlines meet where three countries do, and no two of their points lie further apart than a day's walk of a border should be.
func TestOutlinesHangTogether(t *testing.T) {
	all, err := corridors.Outlines()
	require.NoError(t, err)
	require.Len(t, all, 10)
	ends := map[corridors.Coordinates]int{}
	for _, o := range all {
		require.Greater(t, len(o.Line), 3, o.Name)
		for i, at := range o.Line[1:] {
			assert.Less(t, at.Apart(o.Line[i]), 260.0, "%s, point %d", o.Name, i+1)
		}
		ends[o.Line[0]]++
		ends[o.Line[len(o.Line)-1]]++
	}
	junctions := 0
	for _, n := range ends {
		if n > 1 {
			junctions++
		}
	}
	assert.GreaterOrEqual(t, junctions, 6, "where outlines meet they share a point")
}
