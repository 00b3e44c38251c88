//go:build slow

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// root of the module, seen from this package.
const moduleRoot = "../.."

// built compiles with the go command for some processor and gives what it says.
func built(t *testing.T, processor []string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("go", append([]string{"build"}, args...)...)
	cmd.Dir = moduleRoot
	cmd.Env = append(os.Environ(), processor...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", tail(out))
	return out
}

// tail is the end of a long text.
func tail(text []byte) []byte { return text[max(0, len(text)-2000):] }

// TestNoSumIsFused looks at the machine code of this project: where a processor can multiply and add in one step, which rounds
// once instead of twice, no expression of ours does so unless it says math.FMA.
func TestNoSumIsFused(t *testing.T) {
	fused := regexp.MustCompile(`\(([^()]*\.go):(\d+)\)\s+(?:VFN?M(?:ADD|SUB)\d*|FN?M(?:ADD|SUB))[SD]D?\b`)
	for _, processor := range [][]string{{"GOARCH=amd64", "GOAMD64=v3"}, {"GOARCH=arm64"}} {
		said := 0
		for _, found := range fused.FindAllSubmatch(built(t, append(processor, "GOOS=linux"), "-gcflags=-S", "./..."), -1) {
			file, line := string(found[1]), string(found[2])
			if sayFMA(t, file, line) {
				said++
				continue
			}
			assert.Fail(t, "a product and a sum in one step: put float64(...) around the product", "%s:%s for %v", file, line, processor)
		}
		assert.Positive(t, said, "there is one on purpose, so the search must find it")
	}
}

// sayFMA tells whether a line of source asks for one step.
func sayFMA(t *testing.T, file, line string) bool {
	t.Helper()
	source, err := os.ReadFile(file)
	require.NoError(t, err)
	n, err := strconv.Atoi(line)
	require.NoError(t, err)
	return strings.Contains(strings.Split(string(source), "\n")[n-1], "math.FMA(")
}

// TestAnyProcessorGivesTheSameBytes compiles for an old processor and for a newer one, and forbids the first to use anything that
// only some have.
func TestAnyProcessorGivesTheSameBytes(t *testing.T) {
	folder := t.TempDir()
	old, newer := filepath.Join(folder, "old"), filepath.Join(folder, "newer")
	built(t, []string{"GOAMD64=v1"}, "-o", old, "./cmd/hanhlang")
	built(t, []string{"GOAMD64=v3"}, "-o", newer, "./cmd/hanhlang")
	if err := exec.Command(newer, "version").Run(); err != nil {
		t.Skip("this processor is older than the third level")
	}
	for _, args := range [][]string{
		{"compare", "lao-bao-digital-vs-paper", "--replications", "5"},
		{"compare", "pooling", "--replications", "3"},
		{"compare", "growth-to-2030", "--replications", "2"},
		{"run", "ewec-permits", "--replications", "4", "--indicators"},
		{"run", "lao-bao-port-today", "--replications", "4"},
	} {
		args = append(args, "--format", "json", "--no-progress")
		want := printedBy(t, old, nil, args)
		assert.Equal(t, want, printedBy(t, newer, nil, args), "%v", args)
		assert.Equal(t, want, printedBy(t, old, []string{"GODEBUG=cpu.fma=off,cpu.avx=off"}, args), "%v", args)
	}
}

// printedBy is what a program prints.
func printedBy(t *testing.T, program string, env, args []string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	require.NoError(t, cmd.Run(), "%s", errs.Bytes())
	require.NotEmpty(t, out.Bytes())
	return out.String()
}
