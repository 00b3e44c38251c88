package main

import (
	"context"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/study"
	"hanhlang/scenarios/verify"
	"hanhlang/seeds"
)

var rewriteReadme = flag.Bool("update-readme", false, "put the present answer into README.md")

const readmePath = "../../README.md"

// TestReadmesFilesAreRight writes the YAML of the README into a folder and loads it as a user would.
func TestReadmesFilesAreRight(t *testing.T) {
	readme, err := os.ReadFile(readmePath)
	require.NoError(t, err)
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(string(readme), -1)
	require.Len(t, blocks, 5, "cases, places, a scenario, a study and a corridor")
	t.Chdir(t.TempDir())
	for i, file := range []string{"cases.yaml", "places.yaml", "longer-day.yaml", "study.yaml", "two-gates.yaml"} {
		require.NoError(t, os.WriteFile(file, []byte(blocks[i][1]), 0o600))
	}
	_, err = scenarios.LoadCases("cases.yaml")
	assert.NoError(t, err)
	places, err := scenarios.LoadCases("places.yaml")
	require.NoError(t, err)
	held, err := verify.Run(context.Background(), places, nil, verify.Options{})
	require.NoError(t, err)
	assert.Empty(t, held.Failed())
	_, err = scenarios.LoadScenario("longer-day.yaml", []string{"flows[Vietnam to Laos].payload=20 t"})
	assert.NoError(t, err)
	_, err = scenarios.LoadStudy("study.yaml", nil)
	assert.NoError(t, err)
	corridor, err := scenarios.LoadScenario("two-gates.yaml", nil)
	require.NoError(t, err)
	assert.Empty(t, corridor.Warnings.All())
}

// TestReadmeShowsTheAnswer holds the beginning of the shipped study's answer against what the README shows.
func TestReadmeShowsTheAnswer(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the whole study")
	}
	const name, columns = "lao-bao-digital-vs-paper", 100
	s, err := scenarios.LoadStudy(name, nil)
	require.NoError(t, err)
	seed, published := seeds.Published(name)
	require.True(t, published)
	c, err := study.Run(context.Background(), s, study.Options{Seed: seed})
	require.NoError(t, err)
	speaker, err := words.Speak("en")
	require.NoError(t, err)
	text := report.Text(*c, speaker, columns)
	beginning, _, found := strings.Cut(text, "\n\n\nBorder time by country and stage")
	require.True(t, found)
	shown := "<!-- answer -->\n```\n" + strings.TrimRight(beginning, "\n") + "\n```\n<!-- /answer -->"

	readme, err := os.ReadFile(readmePath)
	require.NoError(t, err)
	between := regexp.MustCompile("(?s)<!-- answer -->.*<!-- /answer -->")
	if *rewriteReadme {
		mended := between.ReplaceAllLiteralString(string(readme), shown)
		require.NoError(t, os.WriteFile(readmePath, []byte(mended), 0o644))
		return
	}
	assert.Equal(t, shown, between.FindString(string(readme)), "mend it with -update-readme")
}
