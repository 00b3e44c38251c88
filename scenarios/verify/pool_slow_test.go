//go:build slow

package verify

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/scenarios"
)

// TestOneIntervalInTwentyMisses over all shipped cases and 20 seeds: a share near nought is as much a fault as one near a tenth.
func TestOneIntervalInTwentyMisses(t *testing.T) {
	c, err := scenarios.LoadCases("reference/cases")
	require.NoError(t, err)
	v, err := Run(context.Background(), c, nil, Options{Seed: published(t), Seeds: report.PoolSeeds})
	require.NoError(t, err)
	assert.Empty(t, v.Failed())
	require.True(t, v.Pool.Judged())
	share, _ := v.Pool.Share()
	t.Logf("%d of %d intervals miss, %.2f %%", v.Pool.Missed, v.Pool.Intervals, 100*share)
	assert.True(t, v.Pool.Accepted())
}
