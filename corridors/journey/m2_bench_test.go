package journey_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
)

// BenchmarkM2 is the corridor of benchmark-m2 for a year.
func BenchmarkM2(b *testing.B) {
	s, err := scenarios.LoadScenario("benchmark-m2", nil)
	require.NoError(b, err)
	m, err := journey.Compile(s.Setup)
	require.NoError(b, err)
	w := journey.NewWorld(m)
	events, r := int64(0), 0
	b.ReportAllocs()
	for b.Loop() {
		o, err := w.Run(context.Background(), seeds.Replication(1, r), nil)
		require.NoError(b, err)
		events += o.Events
		r++
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(events), "ns/event")
}
