package main

import (
	"bytes"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
)

// asked reads the settings of a compare command line in a folder of its own, with some variables set.
func asked(t *testing.T, variables map[string]string, args ...string) (settings, string, error) {
	t.Helper()
	t.Chdir(t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	for name, text := range variables {
		t.Setenv(name, text)
	}
	say, err := words.Speak("en")
	require.NoError(t, err)
	var errs bytes.Buffer
	d := &desk{errs: &errs, say: say, ask: staged()}
	d.tool, d.mended = gather()
	cmd := d.compare()
	require.NoError(t, cmd.ParseFlags(args))
	s, err := d.settings(cmd)
	return s, errs.String(), err
}

func TestNothingSetLeavesTheStudyItsOwn(t *testing.T) {
	s, notes, err := asked(t, nil)
	require.NoError(t, err)
	assert.Nil(t, s.seed)
	assert.Nil(t, s.replications)
	assert.Equal(t, settings{workers: min(runtime.NumCPU(), runtime.GOMAXPROCS(0)), format: "table", files: []string{"xlsx"}}, s)
	assert.Empty(t, notes)
}

func TestFlagComesBeforeVariable(t *testing.T) {
	s, _, err := asked(t, map[string]string{"HANHLANG_SEED": "8", "HANHLANG_OUT": "kết quả"}, "--seed", "9")
	require.NoError(t, err)
	assert.Equal(t, uint64(9), *s.seed)
	assert.Equal(t, "kết quả", s.out)
}

func TestWrongVariableDoesNotMatterWhereAFlagDecides(t *testing.T) {
	_, _, err := asked(t, map[string]string{"HANHLANG_FORMAT": "tabel"}, "--format", "csv")
	assert.NoError(t, err)
	_, _, err = asked(t, map[string]string{"HANHLANG_FORMAT": "tabel"})
	require.Error(t, err)
	assert.Contains(t, english(t, err), "HANHLANG_FORMAT: tabel is not allowed")
}

func TestWorkersAreCappedByTheProcessorsOfThisProcess(t *testing.T) {
	before := runtime.GOMAXPROCS(3)
	defer runtime.GOMAXPROCS(before)
	s, notes, err := asked(t, nil, "--workers", "1000000")
	require.NoError(t, err)
	assert.Equal(t, 3, s.workers)
	assert.Contains(t, notes, "1000000 workers were asked for; this process may use 3 processors")
	s, notes, err = asked(t, nil, "--workers", "2")
	require.NoError(t, err)
	assert.Equal(t, 2, s.workers)
	assert.Empty(t, notes)
}

func TestContainerLimitIsRespectedAndSaid(t *testing.T) {
	if runtime.NumCPU() < 2 {
		t.Skip("one processor cannot be made fewer")
	}
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	s, notes, err := asked(t, nil)
	require.NoError(t, err)
	assert.Equal(t, 1, s.workers)
	assert.Contains(t, notes, "this process may use 1 of ")
}

func TestSettingsFileIsLookedForHereFirst(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", filepath.FromSlash("/somewhere"))
	found := places()
	assert.Equal(t, settingsFile, found[0])
	if runtime.GOOS == "linux" {
		assert.Equal(t, []string{settingsFile, "/somewhere/hanhlang/hanhlang.yaml"}, found)
	}
}

func TestEverySettingHasItsVariableAndItsFlag(t *testing.T) {
	say, err := words.Speak("en")
	require.NoError(t, err)
	d := &desk{say: say, ask: staged()}
	root := d.root()
	compare, _, err := root.Find([]string{"compare"})
	require.NoError(t, err)
	compare.InheritedFlags() // joins the flags of the root
	for _, key := range settingKeys() {
		assert.NotNil(t, compare.Flag(key), key)
	}
	assert.Equal(t, "HANHLANG_NO_PROGRESS", variable("no-progress"))
}
