package main

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/verify"
)

// TestCasesElsewhereAreTested: the package that is named has a test that says which case it is.
func TestCasesElsewhereAreTested(t *testing.T) {
	c, err := scenarios.LoadCases(shippedCases)
	require.NoError(t, err)
	require.NotEmpty(t, c.Elsewhere)
	for _, e := range c.Elsewhere {
		of, _, _ := strings.Cut(strings.ToLower(e.Name), " ")
		if e.Package == "" {
			assert.NotEmpty(t, e.Why, e.Name)
			continue
		}
		tests, err := filepath.Glob("../../" + e.Package + "/*_test.go")
		require.NoError(t, err)
		found := slices.ContainsFunc(tests, func(file string) bool {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			return strings.Contains(strings.ToLower(string(text)), "reference case "+of)
		})
		assert.True(t, found, "no test of %s says that it is %s", e.Package, e.Name)
	}
}

// TestReadmeShowsAVerification holds what the README shows of two cases against what they give.
func TestReadmeShowsAVerification(t *testing.T) {
	if testing.Short() {
		t.Skip("4 million trucks")
	}
	const columns = 100
	c, err := scenarios.LoadCases(shippedCases)
	require.NoError(t, err)
	chosen, err := chosenCases(c, "P10,P36-6")
	require.NoError(t, err)
	v, err := verify.Run(context.Background(), c, chosen, verify.Options{Seed: seedOf(c.Name, nil), Version: release})
	require.NoError(t, err)
	assert.Empty(t, v.Failed())
	say, err := words.Speak("en")
	require.NoError(t, err)
	_, table, found := strings.Cut(v.Text(say, columns), "Cases\n─────\n\n")
	require.True(t, found)
	table, _, found = strings.Cut(table, "\n\n\nTo repeat it")
	require.True(t, found)
	shown := "<!-- cases -->\n```\n" + table + "\n```\n<!-- /cases -->"
	readme, err := os.ReadFile(readmePath)
	require.NoError(t, err)
	between := regexp.MustCompile("(?s)<!-- cases -->.*<!-- /cases -->")
	if *rewriteReadme {
		require.NoError(t, os.WriteFile(readmePath, []byte(between.ReplaceAllLiteralString(string(readme), shown)), 0o644))
		return
	}
	assert.Equal(t, shown, between.FindString(string(readme)), "mend it with -update-readme")
}
