package scenarios

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
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

// load reads a scenario or a study, whichever a text is.
func load(name, text string) error {
	if strings.Contains(text, "\nkind: study\n") {
		_, err := LoadStudy(name, setsOf(text))
		return err
	}
	_, err := LoadScenario(name, setsOf(text))
	return err
}

// told is what the user sees of an error, with the exit code.
func told(t testing.TB, err error) string {
	t.Helper()
	var problems *strict.Problems
	require.True(t, errors.As(err, &problems), "%v", err)
	return problems.Text(english(t)) + fmt.Sprintf("exit %d\n", problems.Class())
}

// TestEveryBadFileGivesItsMessage reads every file under testdata/bad, the way a user's file is read,
// and compares the messages and the exit code with the golden beside it.
func TestEveryBadFileGivesItsMessage(t *testing.T) {
	t.Chdir("testdata/bad")
	files, err := filepath.Glob("*.yaml")
	require.NoError(t, err)
	require.Greater(t, len(files), 100)
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			got := told(t, load(file, string(data)))
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
