package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/spf13/viper"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/sim/runlog"
)

// laneFile is a scenario that runs in no time.
const laneFile = `version: 1
kind: scenario
name: lane
extends: reference/p10-m-m-1
horizon: {warm_up: 0 h, length: 24 h, after: drain}
`

// inALane makes a folder with the scenario the current one.
func inALane(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("lane.yaml", []byte(laneFile), 0o600))
}

// commanded runs a command with a disk of its own and gives its exit code and what it said on stderr.
func commanded(k disk, args ...string) (code int, said string) {
	return commandedOf(shipped(), k, args...)
}

// englishSpeaker is made once: that takes longer than the rest of a short command.
var englishSpeaker = sync.OnceValue(func() *words.Speaker { return speaker(nil, viper.New()) })

func commandedOf(ask answers, k disk, args ...string) (code int, said string) {
	var errs bytes.Buffer
	d := &desk{args: args, out: bufio.NewWriter(io.Discard), errs: &errs, say: englishSpeaker(), ask: ask, disk: k}
	d.tool, d.mended = gather()
	code = d.conclude(context.Background(), d.serve(context.Background(), args))
	return code, errs.String()
}

// readOnce reads a scenario when it is first asked for: reading takes longer than running it.
func readOnce() func(string, []string) (*job, error) {
	var work *job
	return func(name string, changes []string) (_ *job, err error) {
		if work == nil {
			work, err = loadScenario(name, changes)
		}
		return work, err
	}
}

// lane runs the scenario three times into a folder.
func lane(out string, more ...string) []string {
	return append([]string{"run", "lane.yaml", "--replications", "3", "--no-progress", "--workers", "1", "--out", out}, more...)
}

// sameFiles holds one folder against another, file by file.
func sameFiles(t *testing.T, want map[string]string, dir string, about ...any) {
	t.Helper()
	got, strays := contents(t, dir)
	assert.Zero(t, strays, about...)
	assert.Len(t, got, len(want), about...)
	for name, text := range want {
		assert.True(t, text == got[name], "%s differs %v", name, about)
	}
}

// Whichever call fails, the command ends with 4, no name holds less than its whole page, and --resume ends in the same bytes.
// Row X87 of what is bad input.
func TestAnyFailedCallIsGoneOnFrom(t *testing.T) {
	inALane(t)
	ask := shipped()
	ask.scenario, ask.list = readOnce(), staged().list
	k, calls := failing(0)
	code, said := commandedOf(ask, k, lane("whole")...)
	require.Equal(t, exitDone, code, said)
	want, _ := contents(t, "whole")
	require.Contains(t, want, keptFile)
	require.Greater(t, *calls, 7+1+3*2+2+6*5+2, "of the beginning, the opening, three runs, the end, six pages and the folder")
	kept := 0
	for n := 1; n <= *calls; n++ {
		dir := filepath.Join(t.TempDir(), "out")
		k, _ := failing(n)
		code, said := commandedOf(ask, k, lane(dir)...)
		require.Equal(t, exitFiles, code, "call %d: %s", n, said)
		require.Contains(t, said, "staged failure", "call %d", n)
		found, strays := contents(t, dir)
		assert.Zero(t, strays, "call %d", n)
		for name, text := range found {
			if name == keptFile {
				_, err := runlog.Scan([]byte(text))
				require.NoError(t, err, "call %d", n)
				continue
			}
			assert.True(t, want[name] == text, "call %d, %s", n, name)
		}
		mended, _ := failing(0)
		code, said = commandedOf(ask, mended, lane(dir, "--resume")...)
		require.Equal(t, exitDone, code, "call %d: %s", n, said)
		if strings.Contains(said, "goes on in") {
			kept++
		}
		sameFiles(t, want, dir, "call", n)
	}
	assert.Greater(t, kept, *calls/2, "most failures leave runs to go on from")
}

func TestFullDiskIsToldWithTheWayOn(t *testing.T) {
	inALane(t)
	k := realDisk()
	writes := 0
	k.write = func(f *os.File, data []byte) error {
		if writes++; writes == 4 { // the beginning, two runs, and this one
			_, _ = f.Write(data[:5])
			return &os.PathError{Op: "write", Path: f.Name(), Err: syscall.ENOSPC}
		}
		return realDisk().write(f, data)
	}
	code, said := commanded(k, lane("out")...)
	assert.Equal(t, exitFiles, code)
	assert.Equal(t, "hanhlang: out/runs.log: the disk is full\n"+
		"   help: when files can be written there again, go on with: hanhlang run lane.yaml --replications 3 --no-progress --workers 1 --out out --resume\n", said)
	code, said = commanded(realDisk(), lane("out", "--resume")...)
	assert.Equal(t, exitDone, code)
	assert.Equal(t, "hanhlang: out/runs.log: its last record is incomplete, as a sudden stop leaves it; that run is done again\n"+
		"hanhlang: goes on in out, where 2 runs are kept\nhanhlang: written to out\n", said)
}

// Whatever becomes of the log, the answer is the same, or the command says why it cannot go on.
func TestDamagedLogIsToldAndMended(t *testing.T) {
	inALane(t)
	code, said := commanded(realDisk(), lane("whole")...)
	require.Equal(t, exitDone, code, said)
	want, _ := contents(t, "whole")
	log := want[keptFile]
	found, err := runlog.Scan([]byte(log))
	require.NoError(t, err)
	_, begins := runlog.New(found.Header, nil)
	first := len(begins)
	second := first + len(found.Runs[0].Value) + 30
	last := strings.LastIndex(log, string(found.Runs[2].Value)) // behind its key and the beginning of its record
	for name, test := range map[string]struct {
		log  string
		said string
	}{
		"in a run": {
			log[:last-60] + "#" + log[last-59:],
			"hanhlang: out/runs.log: N bytes from byte N on are damaged; the runs there are done again\nhanhlang: goes on in out, where 2 runs are kept\nhanhlang: written to out\n",
		},
		"a byte too many": {
			log + "#",
			"hanhlang: out/runs.log: its last record is incomplete, as a sudden stop leaves it; that run is done again\nhanhlang: goes on in out, where 3 runs are kept\nhanhlang: written to out\n",
		},
		"the only run": {
			log[:first] + "#" + log[first+1:second],
			"hanhlang: out/runs.log: N bytes from byte N on are damaged; the runs there are done again\nhanhlang: out: nothing is kept there yet; the run begins at its beginning\nhanhlang: written to out\n",
		},
		"zeros behind": {
			log + strings.Repeat("\x00", 4096),
			"hanhlang: out/runs.log: its last record is incomplete, as a sudden stop leaves it; that run is done again\nhanhlang: goes on in out, where 3 runs are kept\nhanhlang: written to out\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, os.RemoveAll("out"))
			require.NoError(t, os.Mkdir("out", 0o777))
			require.NoError(t, os.WriteFile("out/"+keptFile, []byte(test.log), 0o600))
			code, said := commanded(realDisk(), lane("out", "--resume")...)
			assert.Equal(t, exitDone, code)
			assert.Equal(t, test.said, numbersOut(said))
			sameFiles(t, want, "out")
		})
	}
}

// numbersOut puts N where the place and size of a record stand, which depend on what is measured.
func numbersOut(said string) string {
	return regexp.MustCompile(`[0-9]+ bytes from byte [0-9]+`).ReplaceAllString(said, "N bytes from byte N")
}

// Another build of the same version is another program: its figures may differ in their last digit.
func TestAnotherProgramIsRefused(t *testing.T) {
	inALane(t)
	code, said := commanded(realDisk(), lane("out")...)
	require.Equal(t, exitDone, code, said)
	data, err := os.ReadFile("out/" + keptFile)
	require.NoError(t, err)
	found, err := runlog.Scan(data)
	require.NoError(t, err)
	for field, want := range map[string]string{
		versionField: "hanhlang: out: the run there is another one: it was begun with hanhlang 0.0.9, this is " + release + "\n",
		buildField:   "hanhlang: out: the run there is another one: it was begun with another build of hanhlang " + release + "\n",
	} {
		other := *found
		other.Header = append(runlog.Header{}, found.Header...)
		for i := range other.Header {
			if other.Header[i].Name == field {
				other.Header[i].Value = "0.0.9"
			}
		}
		_, data := other.Mended()
		require.NoError(t, os.WriteFile("out/"+keptFile, data, 0o600))
		code, said := commanded(realDisk(), lane("out", "--resume")...)
		assert.Equal(t, exitFiles, code)
		assert.Equal(t, want+"   help: to go on, ask as before; for a new run replace the one there with --force, or choose another folder with --out\n", said)
	}
}

// What a killed run has left without a name is swept away; all else in the folder stays.
func TestStraysOfAKilledRunAreSwept(t *testing.T) {
	inALane(t)
	require.NoError(t, os.MkdirAll("out/inputs/a", 0o777))
	require.NoError(t, os.MkdirAll("out/own", 0o777))
	for _, name := range []string{"out/.hanhlang-1.tmp", "out/inputs/a/.hanhlang-2.tmp", "out/own/.hanhlang-3.tmp", "out/own.tmp", "out/notes.txt"} {
		require.NoError(t, os.WriteFile(name, nil, 0o600))
	}
	f, err := claim("out", resumeRun)
	require.NoError(t, err)
	f.leave()
	for name, stays := range map[string]bool{
		"out/.hanhlang-1.tmp": false, "out/inputs/a/.hanhlang-2.tmp": false, "out/own/.hanhlang-3.tmp": true, "out/own.tmp": true, "out/notes.txt": true,
	} {
		_, err := os.Stat(name)
		assert.Equal(t, stays, err == nil, name)
	}
}

// The clock was set back since, so that the files are from the future.
// Row X95 of what is bad input.
func TestClockHasNoPartInIt(t *testing.T) {
	inALane(t)
	code, said := commanded(realDisk(), lane("whole")...)
	require.Equal(t, exitDone, code, said)
	want, _ := contents(t, "whole")
	code, said = commanded(realDisk(), lane("out", "--replications", "2")...)
	require.Equal(t, exitDone, code, said)
	require.NoError(t, os.WriteFile("out/"+lockFile, []byte("process 1 on here, since 2099-01-01 00:00:00Z"), 0o600))
	future := time.Now().AddDate(70, 0, 0)
	for _, name := range []string{keptFile, resultsFile, lockFile} {
		require.NoError(t, os.Chtimes("out/"+name, future, future))
	}
	code, said = commanded(realDisk(), lane("out", "--resume")...)
	require.Equal(t, exitDone, code, said)
	sameFiles(t, want, "out")
}

// A run after which none is finished for long is forced to disk all the same, and where that fails it is told at the next chance.
func TestLastRunIsForcedToDiskSoon(t *testing.T) {
	for name, fails := range map[string]error{"well": nil, "badly": errStaged} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			place, err := claim("out", refuseRun)
			require.NoError(t, err)
			defer place.leave()
			d := open(nil, staged())
			k, err := d.keeping(place, runlog.Header{}, refuseRun)
			require.NoError(t, err)
			var forced atomic.Int32
			k.disk.forced = 20 * time.Millisecond
			k.disk.sync = func(*os.File) error { forced.Add(1); return fails }
			k.last = time.Now()
			require.NoError(t, k.log.Keep("0", nil))
			require.NoError(t, k.log.Keep("1", nil))
			assert.Eventually(t, func() bool { return forced.Load() == 1 }, 5*time.Second, time.Millisecond)
			k.disk.sync = func(*os.File) error { return nil }
			if fails != nil {
				assert.ErrorIs(t, k.log.Keep("2", nil), fails)
				assert.ErrorIs(t, k.shut(), fails)
				return
			}
			assert.NoError(t, k.log.Keep("2", nil))
			assert.NoError(t, k.shut())
		})
	}
}

// A model that stops would stop again: nothing is left to be gone on with.
func TestModelThatStopsLeavesNoLog(t *testing.T) {
	inALane(t)
	place, err := claim("out", refuseRun)
	require.NoError(t, err)
	defer place.leave()
	for _, test := range []struct {
		code  int
		stays bool
	}{{exitStopped, false}, {exitInternal, true}} {
		d := open(nil, staged())
		k, err := d.keeping(place, runlog.Header{}, replaceRun)
		require.NoError(t, err)
		require.NoError(t, k.log.Keep("0", nil))
		require.NoError(t, k.close(&fault{code: test.code}))
		_, err = os.Stat(k.path())
		assert.Equal(t, test.stays, err == nil, test.code)
	}
}

// What a run is known by and the one that goes on has not got, or the other way round, cannot be from the same program; it is refused all the same.
func TestMissingPartIsAChange(t *testing.T) {
	say, err := words.Speak("en")
	require.NoError(t, err)
	assert.Equal(t, "in alternative two, as a whole", say.Text(changeOf(runlog.Change{Name: "part alternative two", Was: "{}", Before: true})))
	assert.Equal(t, "in the study, a.b was 1, now it is not there", say.Text(changeOf(runlog.Change{Name: "part study ", Was: `{"a":{"b":"1"}}`, Is: `{"a":{}}`})))
}

func TestCommandThatGoesOnIsTheOneThatWasGiven(t *testing.T) {
	for typed, want := range map[string]string{
		"compare a --out b":                         "compare a --out b --resume",
		"compare a --force --out b":                 "compare a --out b --resume",
		"compare a --out b --resume":                "compare a --out b --resume",
		"run a --out b --force=true":                "run a --out b --resume",
		"run a --resume=true --seed 5":              "run a --seed 5 --resume",
		"run a --set x=--force --out dir":           "run a --set x=--force --out dir --resume",
		"compare --out b -- a":                      "compare --out b --resume -- a",
		"compare a --out b --force --report=c.html": "compare a --out b --force --report=c.html --resume",
	} {
		assert.Equal(t, want, strings.Join(resuming(strings.Fields(typed)), " "))
	}
}
