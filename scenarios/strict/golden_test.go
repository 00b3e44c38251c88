package strict

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
)

var update = flag.Bool("update", false, "write the messages as they are now")

// readGates reads a small file of the kind that the goldens are written in: gates with lanes, hours and times.
func readGates(doc *Document) {
	m := doc.Root()
	m.Require("version", "version: 1")
	m.Choice("version", "1")
	m.Known("defaults")
	m.Text("name")
	m.Choice("load", "loaded", "empty")
	m.Date("start")
	m.Weekdays("days")
	// 292 000 years is what a signed 64-bit count of microseconds can hold.
	m.Quantity("horizon", quantity.Time, quantity.Between(0, 292_000*365*86400).AsLimit())
	m.Quantity("distance", quantity.Length, quantity.MoreThan(0))
	m.Quantity("speed", quantity.Speed, quantity.MoreThan(0).UpTo(150))
	m.Quantity("fuel", quantity.MoneyPerVolume, quantity.AtLeast(0))
	m.Quantity("arrivals", quantity.PerTime, quantity.AtLeast(0))
	for _, goods := range m.ListOfSome("goods") {
		goods.AsText()
	}
	for _, gate := range m.List("gates") {
		if sub, ok := gate.AsMap(); ok {
			readGate(sub)
		}
	}
	m.Done()
}

func readGate(m *Map) {
	m.Require("name", "name: Lao Bảo")
	m.Text("name")
	m.Require("lanes", "lanes: 2")
	m.Help("lanes", words.Plain("to close a gate write `open: never`"))
	m.Count("lanes", 1, 10000)
	m.Windows("open")
	m.Quantity("service", quantity.Time, quantity.AtLeast(0))
	m.Number("cv", quantity.AtLeast(0))
	m.Share("adoption")
	m.Flag("digital")
	m.Clock("lunch")
	if strip, ok := m.Sub("strip"); ok {
		strip.Count("slots", 1, 1000)
		strip.Done()
	}
	m.Done()
}

// read gives the problems of a file of the kind above.
func problemsOf(file string, data []byte) *Problems {
	problems := new(Problems)
	if doc := Parse(file, data, problems); doc != nil {
		readGates(doc)
	}
	return problems
}

// speakEnglish loads the catalogue once for all tests.
var speakEnglish = sync.OnceValues(func() (*words.Speaker, error) { return words.Speak("en") })

func english(t testing.TB) *words.Speaker {
	t.Helper()
	speaker, err := speakEnglish()
	require.NoError(t, err)
	return speaker
}

// TestEveryBadFileGivesItsMessage reads every file under testdata/bad and compares the messages with the golden beside it.
func TestEveryBadFileGivesItsMessage(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			problems := problemsOf(filepath.Base(file), data)
			require.Error(t, problems.Err())
			golden := strings.TrimSuffix(file, ".yaml") + ".want"
			got := problems.Text(english(t))
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), got)
		})
	}
}

func TestGoodFilesGiveNoMessage(t *testing.T) {
	files, err := filepath.Glob("testdata/good/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.NoError(t, problemsOf(file, data).Err(), file)
	}
}

// TestNoMessageSpeaksOfTheProgram keeps the words of Go and of the YAML library out of what authors read.
func TestNoMessageSpeaksOfTheProgram(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.want")
	require.NoError(t, err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, word := range []string{"unmarshal", "!!", "go-yaml", "int64", "float64", "nil", "%!", "struct", "scanner", "strict."} {
			if word == "!!" && strings.Contains(file, "X18") {
				continue
			}
			assert.NotContains(t, string(text), word, file)
		}
	}
}
