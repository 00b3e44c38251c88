package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
)

// namesIn are the files of a folder.
func namesIn(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestAFileHasItsNameWhenItIsWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report.html")
	f, err := openWhole(path, false, words.Phrase{})
	require.NoError(t, err)
	_, err = f.Write([]byte("half of "))
	require.NoError(t, err)
	assert.NotContains(t, namesIn(t, dir), "report.html", "not yet")
	_, err = f.Write([]byte("it"))
	require.NoError(t, err)
	require.NoError(t, f.keep())
	f.drop()
	assert.Equal(t, []string{"report.html"}, namesIn(t, dir))
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "half of it", string(data))
}

func TestAFileThatIsNotKeptLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	f, err := openWhole(filepath.Join(dir, "report.html"), false, words.Phrase{})
	require.NoError(t, err)
	_, err = f.Write([]byte("half"))
	require.NoError(t, err)
	f.drop()
	assert.Empty(t, namesIn(t, dir))
}

func TestAFileThatIsThereStaysUntilTheNewOneIsWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(path, []byte("old"), 0o644))
	_, err := openWhole(path, false, words.Phrase{})
	var refused *fault
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, exitFiles, refused.code)
	f, err := openWhole(path, true, words.Phrase{})
	require.NoError(t, err)
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "old", string(data))
	_, err = f.Write([]byte("new"))
	require.NoError(t, err)
	require.NoError(t, f.keep())
	data, err = os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "new", string(data))
}

func TestAFileThatCannotBeMadeSaysWhatTheOptionAsks(t *testing.T) {
	_, err := openWhole(filepath.Join(t.TempDir(), "nowhere", "report.html"), false, words.Say("cmd.help.report-file"))
	var f *fault
	require.ErrorAs(t, err, &f)
	assert.Equal(t, exitFiles, f.code)
	assert.Equal(t, "cmd.help.report-file", f.help.ID)
}

// What went wrong with the file is told, and not what went wrong because of it.
func TestAFullDiskIsToldApart(t *testing.T) {
	f, err := openWhole(filepath.Join(t.TempDir(), "trucks.csv"), false, words.Phrase{})
	require.NoError(t, err)
	defer f.drop()
	other := errors.New("another")
	assert.Equal(t, other, f.orOwn(other))
	require.NoError(t, f.file.Close())
	_, err = f.Write(make([]byte, 1<<20))
	require.Error(t, err)
	var own *fault
	require.ErrorAs(t, f.orOwn(other), &own)
	assert.Equal(t, exitFiles, own.code)
	require.Error(t, f.keep())
}

// A folder is reopened with the command that its answer says, and with what is kept there.
func TestAFolderIsReopenedWithItsOwnCommand(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	write(resultsFile, `{"repeat": "hanhlang compare lao-bao-digital-vs-paper --seed 7 --set 'flows[a b].payload=20 t'"}`)
	typed, err := reopened(dir)
	require.NoError(t, err)
	assert.Equal(t, []string{"report", "lao-bao-digital-vs-paper", "--out", dir, "--resume", "--seed", "7", "--set", "flows[a b].payload=20 t"}, typed)
	write("inputs/mine.yaml", "kind: scenario")
	write(resultsFile, `{"repeat": "hanhlang run inputs/mine.yaml --seed 7"}`)
	typed, err = reopened(dir)
	require.NoError(t, err)
	assert.Equal(t, filepath.Join(dir, "inputs", "mine.yaml"), typed[1], "a file of the user's own is the one in the folder")
	typed, err = reopened("lao-bao-digital-vs-paper")
	require.NoError(t, err)
	assert.Nil(t, typed, "no folder")
	for _, text := range []string{`{"repeat": "hanhlang sweep a --seed 1"}`, `{"repeat": ""}`, `{`, `{"repeat": 7}`} {
		write(resultsFile, text)
		_, err = reopened(dir)
		var f *fault
		require.ErrorAs(t, err, &f, text)
		assert.Equal(t, exitFiles, f.code)
	}
}
