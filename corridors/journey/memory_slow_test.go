//go:build slow

package journey_test

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// lengthAsked tells a process that is started by the test how many days to play.
const lengthAsked = "HANHLANG_TEST_DAYS"

// TestMemoryIsFlatInTheHorizon plays ten million events and a hundred million, each in a process of its own: what is alive after a
// collection, and the most that the process ever held, hardly differ.
func TestMemoryIsFlatInTheHorizon(t *testing.T) {
	if days := os.Getenv(lengthAsked); days != "" {
		length, err := strconv.Atoi(days)
		require.NoError(t, err)
		events, alive := playedDays(t, length)
		t.Logf("came to: %d %d", events, alive)
		return
	}
	const scenario = 1_200 // days, for ten million events
	short, shortAlive, shortPeak := inAProcess(t, scenario)
	long, longAlive, longPeak := inAProcess(t, 10*scenario)
	assert.GreaterOrEqual(t, short, 10_000_000)
	assert.GreaterOrEqual(t, long, 100_000_000)
	t.Logf("%d events: %d bytes alive, %d KiB at most; %d events: %d bytes alive, %d KiB at most", short, shortAlive, shortPeak, long, longAlive, longPeak)
	assert.LessOrEqual(t, longAlive, max(shortAlive+shortAlive/20, shortAlive+256<<10))
	assert.LessOrEqual(t, longPeak, shortPeak+shortPeak/4)
}

// playedDays gives the events of a run of so many days, and the bytes alive while its world is.
func playedDays(t *testing.T, days int) (events, alive int) {
	t.Helper()
	s, err := scenarios.LoadScenario("lao-bao-today", nil)
	require.NoError(t, err)
	s.Setup.Horizon.Length = sim.Time(days) * sim.Day
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	w := journey.NewWorld(m)
	o, err := w.Run(context.Background(), seeds.Replication(1, 0), nil)
	require.NoError(t, err)
	runtime.GC()
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	runtime.KeepAlive(w)
	return int(o.Events), int(memory.HeapAlloc)
}

// inAProcess plays so many days in a process of its own, whose peak [KiB] is its own as well.
func inAProcess(t *testing.T, days int) (events, alive, peak int) {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.Command(self, "-test.run", "^TestMemoryIsFlatInTheHorizon$", "-test.v")
	cmd.Env = append(os.Environ(), lengthAsked+"="+strconv.Itoa(days))
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	_, figures, found := strings.Cut(string(out), "came to: ")
	require.True(t, found)
	fields := strings.Fields(figures)
	events, err = strconv.Atoi(fields[0])
	require.NoError(t, err)
	alive, err = strconv.Atoi(fields[1])
	require.NoError(t, err)
	return events, alive, int(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
}
