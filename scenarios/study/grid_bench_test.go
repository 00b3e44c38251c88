package study

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
)

// BenchmarkReplication plays one replication of each alternative of the shipped study.
func BenchmarkReplication(b *testing.B) {
	s, err := scenarios.LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(b, err)
	a := &answer{study: s, options: Options{Seed: 1, Replications: s.Replications, Workers: 1}}
	require.NoError(b, a.compile())
	for i, m := range a.models {
		b.Run(s.Alternatives[i].Name, func(b *testing.B) {
			w := journey.NewWorld(m)
			events, r := int64(0), 0
			for b.Loop() {
				o, err := w.Run(context.Background(), seeds.Replication(1, r), nil)
				require.NoError(b, err)
				events += o.Events
				r++
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(events), "ns/event")
			b.ReportMetric(float64(events)/float64(b.N), "events")
		})
	}
}
