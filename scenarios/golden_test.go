package scenarios

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

var update = flag.Bool("update", false, "write the messages as they are now")

// speakEnglish loads the catalogue once for all tests.
var speakEnglish = sync.OnceValues(func() (*words.Speaker, error) { return words.Speak("en") })

func english(t testing.TB) *words.Speaker {
	t.Helper()
	speaker, err := speakEnglish()
	require.NoError(t, err)
	return speaker
}

// setsOf are the settings that a file asks to be read with, in comments of its own: # --set path=value
func setsOf(text string) []string {
	var sets []string
	for line := range strings.Lines(text) {
		if set, found := strings.CutPrefix(strings.TrimSpace(line), "# --set "); found {
			sets = append(sets, set)
		}
	}
	return sets
}

// load reads a scenario, a study or cases, whichever a text is, and gives its warnings.
func load(name, text string) (*strict.Problems, error) {
	if strings.Contains(text, "\nkind: cases\n") {
		c, err := LoadCases(name)
		if err != nil {
			return nil, err
		}
		return c.Warnings, nil
	}
	if strings.Contains(text, "\nkind: sweep\n") {
		s, err := LoadSweep(name, setsOf(text))
		if err != nil {
			return nil, err
		}
		return s.Warnings, nil
	}
	if strings.Contains(text, "\nkind: study\n") {
		s, err := LoadStudy(name, setsOf(text))
		if err != nil {
			return nil, err
		}
		return s.Warnings, nil
	}
	s, err := LoadScenario(name, setsOf(text))
	if err != nil {
		return nil, err
	}
	return s.Warnings, nil
}

// told is what the user sees of an error, with the exit code.
func told(t testing.TB, err error) string {
	t.Helper()
	var problems *strict.Problems
	require.True(t, errors.As(err, &problems), "%v", err)
	return problems.Text(english(t)) + fmt.Sprintf("exit %d\n", problems.Class())
}

// eachFile reads every file of a folder, the way a user's file is read, and compares what it says of
// it with the golden beside it.
func eachFile(t *testing.T, folder string, atLeast int, say func(t *testing.T, file, text string) string) {
	t.Chdir(folder)
	files, err := filepath.Glob("*.yaml")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), atLeast)
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			got := manyOthers.ReplaceAllString(say(t, file, string(data)), "or many others")
			golden := strings.TrimSuffix(file, ".yaml") + ".want"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), got)
		})
	}
}

func TestEveryBadFileGivesItsMessage(t *testing.T) {
	eachFile(t, "testdata/bad", 150, func(t *testing.T, file, text string) string {
		_, err := load(file, text)
		return told(t, err)
	})
}

func TestEveryDoubtfulFileGivesItsWarning(t *testing.T) {
	eachFile(t, "testdata/warned", 5, func(t *testing.T, file, text string) string {
		warnings, err := load(file, text)
		require.NoError(t, err)
		require.NotEmpty(t, warnings.All())
		return warnings.Text(english(t))
	})
}

// TestNoMessageSpeaksOfTheProgram keeps the words of Go, of the YAML library and of the catalogue out
// of what authors read.
func TestNoMessageSpeaksOfTheProgram(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.want")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, word := range []string{"unmarshal", "int64", "float64", "<nil>", "%!", "struct", "strict.", "scenario.", "<no value>"} {
			assert.NotContains(t, string(text), word, file)
		}
	}
}

// TestEveryMessageHasItsPlace holds the form of messages: file, line and column, then the path.
func TestEveryMessageHasItsPlace(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.want")
	require.NoError(t, err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for line := range strings.Lines(string(text)) {
			if line[0] == ' ' || strings.HasPrefix(line, "exit ") {
				continue
			}
			whole := strings.Contains(line, "no scenario in this file") || strings.Contains(line, "UTF-16")
			assert.True(t, whole || placed.MatchString(line), "%s: %s", file, line)
		}
	}
}

// manyOthers are the facts that are not listed: how many there are is not what a message is about.
var manyOthers = regexp.MustCompile(`or \d{3,} others`)

var placed = regexp.MustCompile(`^(--set|[^ :]+\.(yaml|csv)):\d+:\d+: `)
