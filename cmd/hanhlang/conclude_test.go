package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// concluded gives the exit code of an error and what stderr says of it.
func concluded(t *testing.T, ctx context.Context, err error) (int, string) {
	t.Helper()
	say, e := words.Speak("en")
	require.NoError(t, e)
	var errs bytes.Buffer
	d := &desk{args: []string{"compare", "a"}, errs: &errs, say: say}
	d.count.set(12, 50)
	return d.conclude(ctx, err), errs.String()
}

// unreadable is the problems of a file that is not there.
func unreadable() error {
	problems := &strict.Problems{}
	strict.ReadFile("nowhere.yaml", problems)
	return problems.Err()
}

func TestDoneSaysNothing(t *testing.T) {
	code, text := concluded(t, context.Background(), nil)
	assert.Equal(t, exitDone, code)
	assert.Empty(t, text)
}

func TestReaderThatWentAwayIsNoFault(t *testing.T) {
	code, text := concluded(t, context.Background(), broken("standard output", fmt.Errorf("write: %w", syscall.EPIPE), words.Phrase{}))
	assert.Equal(t, exitDone, code)
	assert.Empty(t, text)
}

func TestWorstOfSeveralFaultsDecidesTheCode(t *testing.T) {
	limits := &fault{code: exitLimits, what: words.Plain("too many trucks")}
	code, text := concluded(t, context.Background(), errors.Join(misuse(words.Plain("no such verb"), words.Phrase{}, words.Phrase{}), errors.Join(limits, unreadable())))
	assert.Equal(t, exitLimits, code)
	assert.Equal(t, "hanhlang: no such verb\nhanhlang: too many trucks\nnowhere.yaml: there is no such file\n", text)
}

func TestSettingsFileIsAFaultOfTheCommandLine(t *testing.T) {
	_, err := readSettings("hanhlang.yaml", []byte("sede: 4\n"))
	code, text := concluded(t, context.Background(), err)
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, text, "hanhlang.yaml:1:1: sede: unknown key sede")
}

func TestSettingsFileOfCommentsSetsNothing(t *testing.T) {
	for _, text := range []string{"", "\n", "# seed: 4\n\n   # nothing\n"} {
		found, err := readSettings("hanhlang.yaml", []byte(text))
		require.NoError(t, err, text)
		assert.Empty(t, found)
	}
}

func TestUnforeseenErrorIsOurs(t *testing.T) {
	code, text := concluded(t, context.Background(), errors.New("no place for truck 17"))
	assert.Equal(t, exitInternal, code)
	assert.Contains(t, text, "hanhlang: internal error: no place for truck 17\n")
	assert.Contains(t, text, "to repeat it: hanhlang compare a (version "+release+")")
}

func TestInterruptedRunSaysHowFarItCame(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(interruption{syscall.SIGTERM})
	code, text := concluded(t, ctx, fmt.Errorf("replication 12: %w", context.Canceled))
	assert.Equal(t, 143, code)
	assert.Contains(t, text, "after 12 of 50 runs")
	code, text = concluded(t, ctx, nil)
	assert.Equal(t, exitDone, code, "an answer that was finished all the same is an answer")
	assert.Empty(t, text)
	code, _ = concluded(t, ctx, unreadable())
	assert.Equal(t, exitFiles, code, "a fault of its own is told, not blamed on the signal")
}

func TestReasonsOfTheSystemAreInWords(t *testing.T) {
	say, err := words.Speak("en")
	require.NoError(t, err)
	for cause, want := range map[error]string{
		syscall.ENOENT: "it does not exist", syscall.EACCES: "no permission", syscall.ENOSPC: "the disk is full",
		syscall.ENOTDIR: "a part of the path is a file, not a folder", errors.New("another reason"): "open: another reason",
	} {
		assert.Equal(t, want, say.Text(reason(fmt.Errorf("open: %w", cause))), cause)
	}
}
