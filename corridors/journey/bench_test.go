package journey_test

import (
	"context"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
)

// BenchmarkM1 is the lane of benchmark-m1 with its million trucks, BenchmarkM2 the corridor of benchmark-m2 for a year.
func BenchmarkM1(b *testing.B) { benchmarkScenario(b, "benchmark-m1") }
func BenchmarkM2(b *testing.B) { benchmarkScenario(b, "benchmark-m2") }

func benchmarkScenario(b *testing.B, name string) {
	s, err := scenarios.LoadScenario(name, nil)
	require.NoError(b, err)
	benchmarkSetup(b, s.Setup)
}

// BenchmarkReplication is one replication of each alternative of the main question.
func BenchmarkReplication(b *testing.B) {
	s, err := scenarios.LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(b, err)
	for i := range s.Alternatives {
		b.Run(s.Alternatives[i].Name, func(b *testing.B) { benchmarkSetup(b, s.Alternatives[i].Scenario.Setup) })
	}
}

// benchmarkSetup plays one replication after another in a world that has been used before, and tells what an event of the model takes.
func benchmarkSetup(b *testing.B, setup journey.Setup) {
	m, err := journey.Compile(setup)
	require.NoError(b, err)
	w := journey.NewWorld(m)
	play := func(r int) int64 {
		o, err := w.Run(context.Background(), seeds.Replication(1, r), nil)
		require.NoError(b, err)
		return o.Events
	}
	play(0)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	events, r := int64(0), 0
	for b.Loop() {
		events += play(r)
		r++
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(events), "ns/event")
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(events), "allocs/event")
	b.ReportMetric(float64(events)/float64(b.N), "events")
}
