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

const (
	readmePath     = "../../README.md"
	vietnamesePath = "../../README.vi.md"
)

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

// TestVietnameseReadmesFilesAreRight loads its scenario and study, which are those of the README with Vietnamese words.
func TestVietnameseReadmesFilesAreRight(t *testing.T) {
	readme, err := os.ReadFile(vietnamesePath)
	require.NoError(t, err)
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(string(readme), -1)
	require.Len(t, blocks, 2, "a scenario and a study")
	original, err := os.ReadFile(readmePath)
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	for i, file := range []string{"longer-day.yaml", "longer-day-study.yaml"} {
		require.NoError(t, os.WriteFile(file, []byte(blocks[i][1]), 0o600))
		said := regexp.MustCompile(`(title|why): [^,}\n]*`)
		assert.True(t, strings.Contains(said.ReplaceAllString(string(original), "$1:"), said.ReplaceAllString(blocks[i][1], "$1:")), "%s: the same but for titles and reasons", file)
	}
	_, err = scenarios.LoadScenario("longer-day.yaml", nil)
	assert.NoError(t, err)
	_, err = scenarios.LoadStudy("longer-day-study.yaml", nil)
	assert.NoError(t, err)
}

// TestVietnameseReadmesCommandsAreThoseOfTheReadme: what one tells to type stands in the other, but for the language.
func TestVietnameseReadmesCommandsAreThoseOfTheReadme(t *testing.T) {
	original, err := os.ReadFile(readmePath)
	require.NoError(t, err)
	translated, err := os.ReadFile(vietnamesePath)
	require.NoError(t, err)
	commands := regexp.MustCompile("(?m)^(hanhlang .*|go .*)$|`((?:hanhlang|go) [^`\n]+|--[a-z][^`\n]*)`").FindAllStringSubmatch(string(translated), -1)
	require.Greater(t, len(commands), 20)
	told := strings.Join(strings.Fields(string(original)), " ")
	for _, found := range commands {
		command, _, _ := strings.Cut(found[1]+found[2], " #")
		command = strings.TrimSuffix(strings.TrimSpace(command), " --lang vi")
		assert.True(t, strings.Contains(told, command), command)
	}
	for _, name := range regexp.MustCompile("`([a-z]+(?:-[a-z0-9]+)+)`").FindAllStringSubmatch(string(translated), -1) {
		assert.True(t, strings.Contains(told, name[1]), "%s is not in the README", name[1])
	}
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

	speaker, err = words.Speak("vi")
	require.NoError(t, err)
	beginning, _, found = strings.Cut(report.Text(*c, speaker, columns), "\n\n\nCác chỉ tiêu")
	require.True(t, found)
	vietnamese := "<!-- answer -->\n```\n" + strings.TrimRight(beginning, "\n") + "\n```\n<!-- /answer -->"

	readme, err := os.ReadFile(readmePath)
	require.NoError(t, err)
	translated, err := os.ReadFile(vietnamesePath)
	require.NoError(t, err)
	between := regexp.MustCompile("(?s)<!-- answer -->.*<!-- /answer -->")
	if *rewriteReadme {
		mended := between.ReplaceAllLiteralString(string(readme), shown)
		require.NoError(t, os.WriteFile(readmePath, []byte(mended), 0o644))
		mended = between.ReplaceAllLiteralString(string(translated), vietnamese)
		require.NoError(t, os.WriteFile(vietnamesePath, []byte(mended), 0o644))
		return
	}
	assert.Equal(t, shown, between.FindString(string(readme)), "mend it with -update-readme")
	assert.Equal(t, vietnamese, between.FindString(string(translated)), "mend it with -update-readme")
}
