package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
)

// english is what a user reads of a fault.
func english(t *testing.T, err error) string {
	t.Helper()
	say, e := words.Speak("en")
	require.NoError(t, e)
	var f *fault
	require.ErrorAs(t, err, &f)
	return strings.TrimSpace(say.Text(f.what) + "\n" + say.Text(f.allowed) + "\n" + say.Text(f.help))
}

func TestFolderIsMadeAndGivenBackEmpty(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "Kết quả\nthứ hai 🚚")
	f, err := claim(dir, refuseRun)
	require.NoError(t, err)
	f.leave()
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left)
}

// Row X85 of what is bad input.
func TestSecondRunInAFolderIsRefusedWithItsOwner(t *testing.T) {
	dir := t.TempDir()
	first, err := claim(dir, refuseRun)
	require.NoError(t, err)
	_, err = claim(dir, replaceRun)
	require.Error(t, err, "force does not break into a run that is at work")
	assert.Regexp(t, `another run is writing there \(process [0-9]+ on .+, since [0-9-]+ [0-9:]+Z\)`, english(t, err))
	first.leave()
	again, err := claim(dir, refuseRun)
	require.NoError(t, err, "the lock goes with its owner")
	again.leave()
}

// Row X84 of what is bad input.
func TestFinishedRunIsKeptUnlessForced(t *testing.T) {
	dir := t.TempDir()
	results := filepath.Join(dir, resultsFile)
	require.NoError(t, os.WriteFile(results, []byte(`{"study": "digital", "seed": 18446744073709551615, "version": "0.1.0"}`), 0o600))
	_, err := claim(dir, refuseRun)
	require.Error(t, err)
	assert.Contains(t, english(t, err), "holds a run already, study digital, seed 18446744073709551615, version 0.1.0")
	assert.NotContains(t, english(t, err), "--resume", "its runs are not kept")
	log := filepath.Join(dir, keptFile)
	require.NoError(t, os.WriteFile(log, nil, 0o600))
	_, err = claim(dir, refuseRun)
	assert.Contains(t, english(t, err), "--resume")
	require.NoError(t, os.Remove(log))
	require.NoError(t, os.WriteFile(results, []byte(`not ours`), 0o600))
	_, err = claim(dir, refuseRun)
	require.Error(t, err)
	assert.Contains(t, english(t, err), "a results.json that this program did not write")
	f, err := claim(dir, replaceRun)
	require.NoError(t, err)
	f.leave()
}

// Rows X83 and X99 of what is bad input.
func TestFolderThatCannotBeWrittenIsAFaultOfFiles(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	for _, dir := range []string{file, filepath.Join(file, "below"), filepath.Join(t.TempDir(), strings.Repeat("a", 300))} {
		_, err := claim(dir, refuseRun)
		require.Error(t, err, dir)
		var f *fault
		require.ErrorAs(t, err, &f)
		assert.Equal(t, exitFiles, f.code)
	}
}
