//go:build unix

package main

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// launched is the staged command as a process of its own.
type launched struct {
	cmd  *exec.Cmd
	errs bytes.Buffer
}

// staging is the staged command, as this test binary plays it under that name.
func staging(t *testing.T, args ...string) *launched {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	l := &launched{cmd: exec.Command(self, args...)}
	l.cmd.Args[0] = "staged"
	l.cmd.Stderr = &l.errs
	return l
}

// start starts the process and waits until its run says that it is at work.
func (l *launched) start(t *testing.T) {
	t.Helper()
	out, err := l.cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, l.cmd.Start())
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	require.Equal(t, atWork, line)
}

func launch(t *testing.T, args ...string) *launched {
	t.Helper()
	l := staging(t, args...)
	l.start(t)
	return l
}

// end waits for the process and gives its exit code and how long it took.
func (l *launched) end() (int, time.Duration) {
	begin := time.Now()
	_ = l.cmd.Wait() // the code says it all
	return l.cmd.ProcessState.ExitCode(), time.Since(begin)
}

func TestFirstSignalEndsTheRunWithItsOwnCode(t *testing.T) {
	t.Parallel()
	for signal, code := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129} {
		l := launch(t, "compare", "slow")
		require.NoError(t, l.cmd.Process.Signal(signal))
		got, took := l.end()
		assert.Equal(t, code, got, signal)
		assert.Less(t, took, 2*time.Second, signal)
		assert.Regexp(t, `after [0-9]+ of 50 runs`, l.errs.String())
	}
}

// A run that does not look at its context must not keep the user waiting.
func TestDeafRunIsEndedWithinTwoSeconds(t *testing.T) {
	t.Parallel()
	l := launch(t, "compare", "stubborn")
	require.NoError(t, l.cmd.Process.Signal(os.Interrupt))
	code, took := l.end()
	assert.Equal(t, 130, code)
	assert.Less(t, took, 2*time.Second)
	assert.Regexp(t, `after [0-9]+ of 50 runs`, l.errs.String())
}

// Row X88 of what is bad input.
func TestSecondSignalEndsAtOnce(t *testing.T) {
	t.Parallel()
	l := launch(t, "compare", "stubborn")
	require.NoError(t, l.cmd.Process.Signal(os.Interrupt))
	time.Sleep(200 * time.Millisecond)
	require.NoError(t, l.cmd.Process.Signal(os.Interrupt))
	code, took := l.end()
	assert.Equal(t, 130, code)
	assert.Less(t, took, 500*time.Millisecond)
}

// Under nohup a run outlives its terminal.
func TestIgnoredHangUpStaysIgnored(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	require.NoError(t, err)
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is needed to start a program under another name")
	}
	l := &launched{cmd: exec.Command("bash", "-c", `trap '' HUP; exec -a staged "$0" compare slow`, self)}
	l.cmd.Stderr = &l.errs
	l.start(t)
	require.NoError(t, l.cmd.Process.Signal(syscall.SIGHUP))
	time.Sleep(300 * time.Millisecond)
	require.NoError(t, l.cmd.Process.Signal(syscall.SIGTERM))
	code, _ := l.end()
	assert.Equal(t, 143, code, "the hang-up did not end it, the second signal did")
}

// Row X89 of what is bad input.
func TestClosedPipeEndsQuietly(t *testing.T) {
	t.Parallel()
	l := staging(t, "compare", "long")
	out, err := l.cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, l.cmd.Start())
	_, err = bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	require.NoError(t, out.Close())
	code, _ := l.end()
	assert.Equal(t, 0, code)
	assert.Empty(t, l.errs.String())
}

func TestFullDeviceIsAFaultOfFiles(t *testing.T) {
	t.Parallel()
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full here")
	}
	defer full.Close()
	l := staging(t, "compare", "long")
	l.cmd.Stdout = full
	require.NoError(t, l.cmd.Start())
	code, _ := l.end()
	assert.Equal(t, exitFiles, code)
	assert.Equal(t, "hanhlang: standard output: the disk is full\n", l.errs.String())
}

// A stop, such as a laptop that sleeps, changes nothing in the answer.
// Row X91 of what is bad input.
func TestStoppedAndContinuedRunFinishes(t *testing.T) {
	t.Parallel()
	l := launch(t, "compare", "slow", "--no-progress")
	require.NoError(t, l.cmd.Process.Signal(syscall.SIGSTOP))
	time.Sleep(300 * time.Millisecond)
	require.NoError(t, l.cmd.Process.Signal(syscall.SIGCONT))
	code, _ := l.end()
	assert.Equal(t, 0, code)
}

// What was finished when a signal came is kept, and told with the command that goes on; that ends as if nothing had happened.
// Rows X88 and X89 of what is bad input.
func TestFinishedRunsOfAStoppedStudyAreKept(t *testing.T) {
	t.Parallel()
	whole := filepath.Join(t.TempDir(), "whole")
	require.NoError(t, staging(t, "compare", "slow", "--out", whole).cmd.Run())
	want, _ := contents(t, whole)
	for signal, code := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			out := filepath.Join(t.TempDir(), "out")
			args := []string{"compare", "slow", "--out", out, "--no-progress", "--workers", "1"}
			l := launch(t, args...)
			time.Sleep(300 * time.Millisecond)
			require.NoError(t, l.cmd.Process.Signal(signal))
			got, took := l.end()
			assert.Equal(t, code, got)
			assert.Less(t, took, 2*time.Second)
			assert.Regexp(t, `^hanhlang: stopped \(`+signal.String()+`\); [0-9]+ of 50 runs are kept in `+out+`\n`+
				`   resume with: hanhlang compare slow --out `+out+` --no-progress --workers 1 --resume\n$`, l.errs.String())

			again := staging(t, append(args, "--resume")...)
			require.NoError(t, again.cmd.Run())
			assert.Regexp(t, `^hanhlang: goes on in `+out+`, where [0-9]+ runs are kept\nhanhlang: written to `+out+`\n$`, again.errs.String())
			sameFiles(t, want, out)
		})
	}
}

// A run that does not look at its context is ended, and what it had finished is kept, too.
func TestFinishedRunsOfADeafStudyAreKept(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "out")
	l := launch(t, "compare", "stubborn", "--out", out, "--no-progress")
	time.Sleep(300 * time.Millisecond)
	require.NoError(t, l.cmd.Process.Signal(syscall.SIGTERM))
	code, took := l.end()
	assert.Equal(t, 143, code)
	assert.Less(t, took, 2*time.Second)
	assert.Regexp(t, `stopped \(terminated\); [0-9]+ of 50 runs are kept`, l.errs.String())
	assert.NotEmpty(t, keptIn(t, out).Runs)
}

// Two studies do not write into one folder, not even where the first was begun by --resume and the second would take its place by --force.
// Row X85 of what is bad input.
func TestSecondStudyInAFolderIsRefused(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "out")
	l := launch(t, "compare", "slow", "--out", out, "--no-progress")
	for _, flag := range []string{"--resume", "--force", "--no-progress"} {
		second := staging(t, "compare", "slow", "--out", out, flag)
		_ = second.cmd.Run() // the code says it all
		assert.Equal(t, exitFiles, second.cmd.ProcessState.ExitCode(), flag)
		assert.Regexp(t, `another run is writing there \(process `+strconv.Itoa(l.cmd.Process.Pid)+` on .+, since .+Z\)`, second.errs.String(), flag)
	}
	require.NoError(t, l.cmd.Process.Kill())
	l.end()
	again := staging(t, "compare", "slow", "--out", out, "--resume")
	require.NoError(t, again.cmd.Run(), "the lock died with its process")
}
