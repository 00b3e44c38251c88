package indicators_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report/indicators"
	"hanhlang/scenarios"
	"hanhlang/seeds"
)

// BenchmarkObserve is what listening adds to a run of the shipped scenario: compare with and without.
func BenchmarkObserve(b *testing.B) {
	s, err := scenarios.LoadScenario("lao-bao-today", nil)
	require.NoError(b, err)
	m, err := journey.Compile(s.Setup)
	require.NoError(b, err)
	w := journey.NewWorld(m)
	b.Run("unheard", func(b *testing.B) {
		for range b.N {
			_, err := w.Run(context.Background(), seeds.Replication(1, 0), nil)
			require.NoError(b, err)
		}
	})
	b.Run("observed", func(b *testing.B) {
		for range b.N {
			o := indicators.NewWatch(m, s.Setup).Observe(indicators.Run{}, nil)
			_, err := w.Run(context.Background(), seeds.Replication(1, 0), o)
			require.NoError(b, err)
			_, err = o.Sample()
			require.NoError(b, err)
		}
	})
}
