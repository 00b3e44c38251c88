package law

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLawsOfOneShapeShareTheirTable(t *testing.T) {
	var tables Tables
	short, err := tables.Lognormal(2, 0.5)
	require.NoError(t, err)
	long, err := tables.Lognormal(30, 0.5)
	require.NoError(t, err)
	wide, err := tables.Lognormal(30, 0.6)
	require.NoError(t, err)
	assert.Same(t, short.table, long.table)
	assert.NotSame(t, long.table, wide.table)
}

func TestSharedTableChangesNoOutcome(t *testing.T) {
	var tables Tables
	shared, err := tables.Lognormal(30, 0.5)
	require.NoError(t, err)
	alone, err := Lognormal(30, 0.5)
	require.NoError(t, err)
	for u := 1.0 / 1024; u < 1; u += 1.0 / 512 {
		assert.Equal(t, alone.Quantile(u), shared.Quantile(u))
	}
}
