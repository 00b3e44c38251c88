package study

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"hanhlang/scenarios"
)

// BenchmarkScreening varies every assumption of the shipped study.
func BenchmarkScreening(b *testing.B) {
	s, err := scenarios.LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(b, err)
	a := &answer{study: s, options: Options{Seed: 1, Replications: s.Replications, Workers: 1}}
	require.NoError(b, a.compile())
	screen := a.planScreening()
	for b.Loop() {
		drivers, err := screen.drivers(context.Background(), &counted{})
		require.NoError(b, err)
		require.Len(b, drivers, s.Sensitivity.Show)
	}
}
