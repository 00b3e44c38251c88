package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The rows of the table of bad input, by number: of the file, of keys and values, of units and time, of the model, of the machine and the
// moment. Rows X101 and X103 come with sweeps over several machines.
var badRows = [...]int{
	1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 14, 15, 18, 19, 20,
	21, 22, 23, 25, 26, 27, 30, 32, 33, 34, 35, 38, 39, 40,
	41, 42, 44, 45, 46, 47, 49, 50, 51, 52, 54, 55, 56,
	57, 59, 61, 62, 64, 66, 68, 69, 70, 71, 72, 73, 76, 77, 78, 79, 80, 81,
	83, 84, 85, 87, 88, 89, 90, 91, 92, 95, 96, 98, 99, 100, 104,
}

// TestEveryRowOfBadInputHasItsMessage: a file of its own, a part of a script or a test that bears its number, and no number is one of no row.
func TestEveryRowOfBadInputHasItsMessage(t *testing.T) {
	found := rowsIn(t, "../..")
	for _, n := range badRows {
		row := fmt.Sprintf("X%02d", n)
		assert.NotEmpty(t, found[row], row)
		delete(found, row)
	}
	assert.Empty(t, found, "these bear the number of no row")
}

// Where a row can be named: in front of the name of a file, in a remark of a script, above a test.
var (
	rowOfFile   = regexp.MustCompile(`^(X\d+)-`)
	rowOfScript = regexp.MustCompile(`(?m)^# .*`)
	rowOfTest   = regexp.MustCompile(`(?m)^// Rows? X\d.*`)
	rowNumber   = regexp.MustCompile(`\bX\d+\b`)
)

// rowsIn finds the rows that the files below a folder are about, with their places.
func rowsIn(t *testing.T, folder string) map[string][]string {
	t.Helper()
	found := make(map[string][]string)
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name := filepath.ToSlash(path)
		note := func(text string) {
			for _, row := range rowNumber.FindAllString(text, -1) {
				found[row] = append(found[row], name)
			}
		}
		switch {
		case strings.HasSuffix(name, ".want") && strings.Contains(name, "/testdata/"):
			if match := rowOfFile.FindStringSubmatch(entry.Name()); match != nil {
				note(match[1])
			}
		case strings.HasSuffix(name, ".txtar"), strings.HasSuffix(name, "_test.go"):
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			in := rowOfTest
			if strings.HasSuffix(name, ".txtar") {
				in = rowOfScript
			}
			for _, line := range in.FindAllString(string(text), -1) {
				note(line)
			}
		}
		return nil
	})
	require.NoError(t, err)
	return found
}
