package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkCommand is a whole command, from the words of the user to the printed answer: three replications of the corridor that
// measures speed, and the main question with two of each alternative.
func BenchmarkCommand(b *testing.B) {
	for _, line := range []string{
		"run benchmark-m2 --replications 3 --workers 1",
		"compare lao-bao-digital-vs-paper --replications 2 --workers 1",
	} {
		b.Run(strings.Fields(line)[1], func(b *testing.B) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			events := int64(0)
			for b.Loop() {
				events += eventsOf(b, strings.Fields(line))
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(events), "ns/event")
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(events), "allocs/event")
		})
	}
}

// eventsOf gives a command and has the events of the model that it took.
func eventsOf(b *testing.B, args []string) int64 {
	args = append(args, "--no-progress", "--perf")
	var errs bytes.Buffer
	d := open(args, shipped())
	d.out, d.errs = bufio.NewWriter(io.Discard), &errs
	require.NoError(b, d.serve(context.Background(), args))
	var took performance
	require.NoError(b, json.Unmarshal(errs.Bytes(), &took))
	return took.ModelEvents
}
