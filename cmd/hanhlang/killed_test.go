//go:build unix

package main

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim/runlog"
)

// A study with everything whose runs are kept: alternatives, later years, and assumptions at both ends of their ranges in two rounds.
const (
	killedScenario = `version: 1
kind: scenario
name: desk
countries: [{name: VN, title: Việt Nam}, {name: LA, title: Lào}]
places:
  - {name: here, kind: market, country: VN}
  - {name: there, kind: market, country: LA}
legs:
  - {name: out, from: here, to: post, country: VN, length: 10 km, speed: {value: 40 km/h, range: [30 km/h, 50 km/h], why: made up}}
  - {name: on, from: other post, to: there, country: LA, length: 10 km, speed: 40 km/h}
gates:
  - name: gate
    posts:
      - name: post
        country: VN
        hours: "07:00-18:00"
        stations: [{name: desks, servers: {value: 2, range: [1, 3], why: made up}}]
        stages: [{name: papers, owner: customs, station: desks, when: {direction: [exit]}, service: {exponential: 25 min}}]
      - {name: other post, country: LA, hours: always}
flows: [{name: goods, from: here, to: there, payload: 20 t, arrivals: {rate: 40/day}, return: {mode: none}}]
horizon: {warm_up: 1 day, length: DAYS, after: drain}
`
	killedStudy = `version: 1
kind: study
name: killed
base: desk.yaml
replications: 5
alternatives: [{name: two}, {name: three, with: {gates: [{name: gate, posts: [{name: post, stations: [{name: desks, servers: 3}]}]}]}}]
compare: [{alternative: three, base: two}]
headline: {alternative: three, base: two, measure: border_time_h}
measures: [border_time_h]
sensitivity:
  first: {replications: 2, warm_up: 0 h, length: 50 days, after: drain}
  shortlist: 2
  again: {replications: 3, warm_up: 0 h, length: 100 days, after: drain}
  show: 2
growth: {from: 2025, to: 2026, rates: [5 %, 15 %], limits: [{measure: border_time_p95_h, at_most: 24 h}]}
`
)

// killer starts a program on the study and kills it.
type killer struct {
	t       *testing.T
	program func(args ...string) *exec.Cmd
	random  *rand.Rand
	want    map[string]string // the files of a run that nobody disturbed
	runs    int               // kept in its log
	takes   time.Duration     // from the first byte of its log to the end
}

func (k *killer) command(out string, more ...string) *exec.Cmd {
	args := append([]string{"compare", "study.yaml", "--no-progress", "--out", out}, more...)
	return k.program(append(args, "--workers", strconv.Itoa(1+k.random.IntN(2)))...)
}

// undisturbed is what everything is held against: the study of so many days.
func undisturbed(t *testing.T, days string, program func(args ...string) *exec.Cmd) *killer {
	t.Helper()
	require.NoError(t, os.WriteFile("desk.yaml", []byte(strings.Replace(killedScenario, "DAYS", days+" days", 1)), 0o600))
	require.NoError(t, os.WriteFile("study.yaml", []byte(killedStudy), 0o600))
	k := &killer{t: t, program: program, random: rand.New(rand.NewPCG(2, 6))}
	cmd := k.command("whole")
	require.NoError(t, cmd.Start())
	logReaches(t, "whole", 0)
	begins := time.Now()
	require.NoError(t, cmd.Wait())
	k.takes = time.Since(begins)
	k.want, _ = contents(t, "whole")
	k.runs = len(keptIn(t, "whole").Runs)
	return k
}

// logReaches waits until the log of a folder is there and has a size.
func logReaches(t *testing.T, dir string, size int64) {
	t.Helper()
	for range 60_000 {
		if log, err := os.Stat(filepath.Join(dir, keptFile)); err == nil && log.Size() >= size {
			return
		}
		time.Sleep(time.Millisecond)
	}
	require.Fail(t, "the log does not grow within a minute")
}

// keptIn reads the log of a folder.
func keptIn(t *testing.T, dir string) *runlog.Found {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, keptFile))
	require.NoError(t, err)
	found, err := runlog.Scan(data)
	require.NoError(t, err)
	return found
}

// kill starts the study and kills it at a random instant of its runs: when its log has come to some size, and a little
// later, up to as long as a run takes. It tells whether the process was still there, and how many runs are kept.
func (k *killer) kill(dir string, more ...string) (killed bool, kept int) {
	k.t.Helper()
	before, from := 0, 0.0
	if len(more) > 0 {
		before = len(keptIn(k.t, dir).Runs)
		from = float64(before) / float64(k.runs)
	}
	cmd := k.command(dir, more...)
	require.NoError(k.t, cmd.Start())
	size := (from + float64((1-from)*k.random.Float64())) * float64(len(k.want[keptFile]))
	logReaches(k.t, dir, int64(size))
	time.Sleep(time.Duration(k.random.Float64() * float64(k.takes) / float64(k.runs)))
	_ = cmd.Process.Signal(syscall.SIGKILL) // it may have ended
	err := cmd.Wait()
	var exit *exec.ExitError
	if err != nil {
		require.True(k.t, errors.As(err, &exit) && exit.ProcessState.ExitCode() == -1, "it ended by itself: %v", err)
	}
	kept = len(keptIn(k.t, dir).Runs)
	assert.GreaterOrEqual(k.t, kept, before, "what was kept stays")
	return err != nil, kept
}

// kills kills the study so many times, every third time twice on the way, and holds what becomes of it by --resume against the run that nobody
// disturbed. It gives how many instants lay within replications.
func (k *killer) kills(times int) (within int) {
	for n := 0; n < times; {
		dir := filepath.Join(k.t.TempDir(), "out")
		killed, kept := k.kill(dir)
		for killed {
			n++
			if kept < k.runs {
				within++
			}
			if n%3 > 0 || n >= times {
				break
			}
			killed, kept = k.kill(dir, "--resume")
		}
		var said bytes.Buffer
		cmd := k.command(dir, "--resume")
		cmd.Stderr = &said
		require.NoError(k.t, cmd.Run(), said.String())
		if kept > 0 {
			assert.Contains(k.t, said.String(), "goes on in "+dir)
		}
		sameFiles(k.t, k.want, dir, "kill", n)
	}
	return within
}

// A process that may open few files keeps its runs all the same.
// Row X98 of what is bad input.
func TestFewOpenFilesAreEnough(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is needed to set the limit and to start a program under another name")
	}
	inALane(t)
	self, err := os.Executable()
	require.NoError(t, err)
	said, err := exec.Command("bash", "-c", `ulimit -n 32; exec -a hanhlang "$0" run lane.yaml --out out --no-progress`, self).CombinedOutput()
	require.NoError(t, err, string(said))
	assert.NotEmpty(t, keptIn(t, "out").Runs)
}

// A few of the hundred that the slow tests do.
// Row X90 of what is bad input.
func TestKilledRunsEndInTheSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts a dozen processes")
	}
	t.Chdir(t.TempDir())
	self, err := os.Executable()
	require.NoError(t, err)
	k := undisturbed(t, "100", func(args ...string) *exec.Cmd {
		cmd := exec.Command(self, args...)
		cmd.Args[0] = "hanhlang"
		return cmd
	})
	within := k.kills(5)
	t.Logf("%d of 5 kills within replications, of %d runs in %v", within, k.runs, k.takes)
	assert.GreaterOrEqual(t, within, 3)
}
