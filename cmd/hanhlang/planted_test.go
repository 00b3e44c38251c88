package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// plant is a fault that is built into the program for a test: a piece of one of its files is replaced. What catches it is either
// the cases that `hanhlang verify` must then refuse, or tests of packages that must then fail.
type plant struct {
	name     string
	file     string // from the root of the module
	old, new string // the piece, which stands in the file once

	caught string // the case that must not be accepted,
	cases  string // among these

	packages []string // or whose tests must fail,
	tests    []string // these of them
}

// plants are the faults that the public cases must catch.
func plants() []plant {
	return []plant{
		{
			name: "service takes 1 % too long", file: "corridors/journey/walk.go",
			old: "seconds := duration.Quantile(w.draw(t, s.point))", new: "seconds := 1.01 * duration.Quantile(w.draw(t, s.point))",
			cases: "P01,P06", caught: "P01",
		},
		{
			name: "random service takes 1 % too long", file: "corridors/journey/walk.go",
			old: "seconds := duration.Quantile(w.draw(t, s.point))", new: "seconds := 1.01 * duration.Quantile(w.draw(t, s.point))",
			cases: "P10", caught: "P10",
		},
		{
			name: "last come, first served", file: "sim/line.go",
			old:   "\tp := l.ring[l.head]\n\tl.head = (l.head + 1) & (len(l.ring) - 1)\n\tl.count--\n",
			new:   "\tl.count--\n\tp := l.ring[(l.head+l.count)&(len(l.ring)-1)]\n",
			cases: "P01,P06", caught: "P01",
		},
		{
			name: "one event in a hundred is lost", file: "sim/calendar.go",
			old: "\tc.sequence++\n", new: "\tif c.sequence++; c.sequence%100 == 99 {\n\t\treturn\n\t}\n",
			cases: "P01,P02", caught: "P02",
		},
		{
			name: "luck by the order of events, not by truck", file: "corridors/journey/arrive.go",
			old: "return w.decisions[d].Uniform(t.who)", new: "return w.decisions[d].Uniform(w.luck.Who(uint32(w.books.events), uint32(t.trip)))",
			cases: "P24", caught: "P24-slow",
		},
		{
			name: "blocked time is service", file: "sim/books.go",
			old: "BusyArea: s.busy.area,", new: "BusyArea: s.busy.area + s.blocked.area,",
			cases: "P01,P04", caught: "P04",
		},
		{
			name: "z for t", file: "sim/stat/interval.go",
			old: "return -StudentQuantile((1-confidence)/2, degrees)", new: "return -StudentQuantile((1-confidence)/2, degrees+1_000_000)",
			packages: []string{"./sim/stat", "./sim/experiment"}, // reference cases P42 and P45
			tests:    []string{"TestMeanIntervalOfTenKnownValues", "TestIntervalsCoverWhatTheyShould"},
		},
	}
}

// TestPlantedFaultsAreCaught builds each fault into the program and looks whether it is told.
func TestPlantedFaultsAreCaught(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	for _, p := range planted(plants()) {
		t.Run(p.name, func(t *testing.T) {
			overlay := p.overlay(t)
			if p.caught == "" {
				p.fails(t, overlay)
				return
			}
			p.isRefused(t, overlay)
		})
	}
}

// root of the module.
const root = "../.."

// overlay writes the file with the fault in it, and what tells the compiler to take it. The piece must be there once, so that no
// fault is lost when the program changes.
func (p plant) overlay(t *testing.T) string {
	t.Helper()
	file, err := filepath.Abs(filepath.Join(root, p.file))
	require.NoError(t, err)
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, 1, bytes.Count(text, []byte(p.old)), "the piece to be replaced stands once in %s", p.file)
	folder := t.TempDir()
	faulty, overlay := filepath.Join(folder, "faulty.go"), filepath.Join(folder, "overlay.json")
	require.NoError(t, os.WriteFile(faulty, bytes.Replace(text, []byte(p.old), []byte(p.new), 1), 0o600))
	data, err := json.Marshal(map[string]map[string]string{"Replace": {file: faulty}})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(overlay, data, 0o600))
	return overlay
}

// isRefused builds the program with the fault: `verify` must end with the code of a failed audit and name the case.
func (p plant) isRefused(t *testing.T, overlay string) {
	t.Helper()
	program := filepath.Join(t.TempDir(), "faulty")
	build := exec.Command("go", "build", "-overlay", overlay, "-o", program, "./cmd/hanhlang")
	build.Dir = root
	said, err := build.CombinedOutput()
	require.NoError(t, err, "%s", said)
	run := exec.Command(program, "verify", "--case", p.cases, "--no-progress")
	var errs bytes.Buffer
	run.Stderr = &errs
	_ = run.Run() // the code says it all
	assert.Equal(t, exitAudit, run.ProcessState.ExitCode(), errs.String())
	told := errs.String()
	assert.Regexp(t, `not accepted: (.*\W)?`+p.caught+`(\W|$)`, told)
}

// fails runs tests of packages with the fault: each of those named must fail.
func (p plant) fails(t *testing.T, overlay string) {
	t.Helper()
	run := exec.Command("go", append([]string{"test", "-overlay", overlay, "-run", "^(" + strings.Join(p.tests, "|") + ")$"}, p.packages...)...)
	run.Dir = root
	said, err := run.CombinedOutput()
	require.Error(t, err, "%s", said)
	for _, name := range p.tests {
		assert.Contains(t, string(said), "--- FAIL: "+name)
	}
}
