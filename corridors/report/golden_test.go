package report

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files of this package instead of comparing with them")

// golden compares a text with its file under testdata, or writes it there with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "see what changed, then run go test with -update")
}

func TestFiveAlternativesAtHundredColumns(t *testing.T) {
	golden(t, "five-100.txt", Text(invented(), english(t), 100))
}

func TestTwoAlternativesAtEightyColumns(t *testing.T) {
	golden(t, "small-80.txt", Text(small(), english(t), 80))
}

func TestTwoAlternativesAtFortyColumns(t *testing.T) {
	golden(t, "small-40.txt", Text(small(), english(t), 40))
}

func TestOneAlternativeAtHundredColumns(t *testing.T) {
	golden(t, "single-100.txt", Text(single(), english(t), 100))
}

func TestMarkdownOfTwoAlternatives(t *testing.T) {
	golden(t, "small.md", Markdown(small(), english(t)))
}

func TestJSONOfTwoAlternatives(t *testing.T) {
	got, err := JSON(small(), english(t))
	require.NoError(t, err)
	golden(t, "small.json", string(got))
}

func TestCSVOfTwoAlternatives(t *testing.T) {
	got, err := CSV(small(), english(t))
	require.NoError(t, err)
	golden(t, "small.csv", string(got))
}
