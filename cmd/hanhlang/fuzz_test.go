package main

import (
	"bufio"
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// FuzzCommandLine asks with any words, one a line: the program ends with a code that is stated, never with that of a fault of
// its own, and says why it refuses in words that are not those of its libraries.
func FuzzCommandLine(f *testing.F) {
	for _, line := range []string{
		"", "help", "help compare", "--help", "version", "list", "list studies", "compare quick", "compare quick --seed 7 --replications 1e3",
		"compare quick --seed -1", "compare quick --seed=18446744073709551616", "run quick --workers 0", "run quick --workers 1000000", "compare",
		"compare quick nowhere", "compare --quick", "comapre quick", "compare quick --sed 3", "compare quick --format xml", "compare quick --lang de",
		"compare quick --set a=b --set", "compare quick --set flows[trucks].arrivals.rate=4/h", "run quick --out", "run quick --observe 0", "run unsound",
		"trace quick --truck 17", "trace quick --truck 0", "trace quick", "trace quick --truck 1 --flow đi --replication 4", "check quick nowhere",
		"verify --case P99", "verify --seeds 0", "verify --seeds", "explain quick", "explain", "completion bash", "completion fish extra", "compare stuck --no-progress",
		"compare large --strict", "-h", "--", "-- compare quick", "compare -- quick", "compare quick --seed 0x10", "compare quick --seed +5", "compare quick --replications 0",
		"compare quick --indicators=perhaps", "list --format json", "run quick --format json --format csv", "compare  quick", "compare quick\x00", "\xff\xfe",
	} {
		f.Add(strings.ReplaceAll(line, " ", "\n"))
	}
	stated := []int{exitDone, exitUsage, exitScenario, exitFiles, exitLimits, exitStopped, exitAudit}
	f.Fuzz(func(t *testing.T, lines string) {
		args := strings.Split(lines, "\n")
		if lines == "" {
			args = nil
		}
		for _, arg := range args {
			if slices.Contains([]string{"slow", "stubborn", "collapsing"}, arg) || strings.HasPrefix(arg, "--out") || strings.HasPrefix(arg, "--log") {
				t.Skip("answers that take time, and files that are written")
			}
		}
		var out, errs bytes.Buffer
		d := &desk{args: args, out: bufio.NewWriter(&out), errs: &errs, ask: withoutModels()}
		d.tool, d.mended = gather()
		d.say = speaker(args, d.tool)
		ctx := context.Background()
		code := d.conclude(ctx, d.serve(ctx, args))
		assert.Contains(t, stated, code, "%q: %s", args, errs.String())
		if code != exitDone {
			assert.NotEmpty(t, errs.String(), "%q ends with %d", args, code)
		}
		for _, foreign := range []string{"goroutine", "runtime error", "unmarshal", "strconv.", "pflag", "cobra", "unknown shorthand", "invalid argument", "%!"} {
			if !strings.Contains(lines, foreign) {
				assert.NotContains(t, errs.String(), foreign, "%q", args)
			}
		}
	})
}

// withoutModels answers every question at once; verify and explain know no file.
func withoutModels() answers {
	ask := staged()
	ask.verify = func(name, wanted string, seeds int) (*job, error) { return ask.study(name, nil) }
	ask.explain = shipped().explain
	return ask
}
