package scenarios

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios/strict"
)

// inFolder writes files into a folder of their own and goes there.
func inFolder(t testing.TB, texts map[string]string) {
	t.Helper()
	folder := t.TempDir()
	for name, text := range texts {
		path := filepath.Join(folder, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	t.(interface{ Chdir(string) }).Chdir(folder)
}

const onLaoBao = "version: 1\nkind: scenario\nname: mine\ncorridor: lao-bao\n"

func TestFilesThatCannotBeReadAreFaultsOfFiles(t *testing.T) {
	inFolder(t, map[string]string{"mine.yaml": onLaoBao, "folder/other.yaml": onLaoBao, "secret.yaml": onLaoBao})
	for name, want := range map[string]string{
		"mine.yml":               "mine.yml: there is no such file\n   help: did you mean `mine.yaml`?\n",
		"mine":                   "mine: nothing that is shipped is called mine, and there is no such file\n   help: did you mean `mine.yaml`?\n",
		"lao-bao-todai":          "lao-bao-todai: nothing that is shipped is called lao-bao-todai, and there is no such file\n   help: did you mean `lao-bao-today`?\n",
		"lao-bao-today.yaml":     "lao-bao-today.yaml: there is no such file\n   help: did you mean `lao-bao-today`?\n",
		"something else":         "something else: nothing that is shipped is called something else, and there is no such file\n   help: see `hanhlang list`\n",
		"nowhere/mine.yaml":      "nowhere/mine.yaml: there is no folder nowhere\n",
		"folder":                 "folder: is a folder, a file is wanted\n   help: give the name of a .yaml file\n",
		"/dev/zero":              "/dev/zero: is a pipe or a device, a file is wanted\n   help: give the name of a .yaml file\n",
		"reference/p10-m-m-11":   "reference/p10-m-m-11: nothing that is shipped is called reference/p10-m-m-11, and there is no such file\n   help: did you mean `reference/p10-m-m-1`?\n",
		"folder/../mine.yaml/no": "folder/../mine.yaml/no: cannot be read: not a directory\n",
	} {
		_, err := LoadScenario(name, nil)
		assert.Equal(t, want+"exit 4\n", told(t, err), name)
		_, err = LoadStudy(name, nil)
		assert.Equal(t, want+"exit 4\n", told(t, err), name)
	}
}

func TestFileWithoutPermissionSaysWhoMayNotReadIt(t *testing.T) {
	inFolder(t, map[string]string{"secret.yaml": onLaoBao})
	require.NoError(t, os.Chmod("secret.yaml", 0))
	if _, err := os.ReadFile("secret.yaml"); err == nil {
		t.Skip("this user may read everything")
	}
	_, err := LoadScenario("secret.yaml", nil)
	assert.Regexp(t, `^secret.yaml: user \S+ may not read this file\nexit 4\n$`, told(t, err))
}

func TestFileIsFoundWithoutAnEnding(t *testing.T) {
	inFolder(t, map[string]string{"mine": onLaoBao, "lao-bao": "nonsense"})
	s, err := LoadScenario("mine", nil)
	require.NoError(t, err)
	assert.Equal(t, "mine", s.Name)
	shipped, err := LoadScenario("lao-bao", nil)
	require.NoError(t, err, "a shipped name goes before a file")
	assert.Equal(t, "lao-bao", shipped.Name)
}

func TestBaseIsLookedForBesideTheFileThatNamesIt(t *testing.T) {
	inFolder(t, map[string]string{
		"a/top.yaml":      "version: 1\nkind: scenario\nname: top\nextends: ../b/middle.yaml\n",
		"b/middle.yaml":   "version: 1\nkind: scenario\nname: middle\nextends: below.yaml\nhorizon: {length: 2 days}\n",
		"b/below.yaml":    onLaoBao + "horizon: {length: 3 days, warm_up: 1 day}\n",
		"below.yaml":      "wrong file\n",
		"a/absolute.yaml": "version: 1\nkind: scenario\nname: top\nextends: {{here}}/b/below.yaml\n",
	})
	s, err := LoadScenario("a/top.yaml", nil)
	require.NoError(t, err)
	assert.Equal(t, "top", s.Name)
	assert.Equal(t, "2d 00:00:00", s.Setup.Horizon.Length.String())
	assert.Equal(t, "1d 00:00:00", s.Setup.Horizon.WarmUp.String())

	here, err := os.Getwd()
	require.NoError(t, err)
	data, err := os.ReadFile("a/absolute.yaml")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("a/absolute.yaml", []byte(strings.ReplaceAll(string(data), "{{here}}", here)), 0o644))
	_, err = LoadScenario("a/absolute.yaml", nil)
	assert.NoError(t, err)
}

func TestTwoFilesOfOneNameAreNoCircle(t *testing.T) {
	inFolder(t, map[string]string{
		"case.yaml":       "version: 1\nkind: scenario\nname: above\nextends: below/case.yaml\n",
		"below/case.yaml": onLaoBao,
	})
	_, err := LoadScenario("case.yaml", nil)
	assert.NoError(t, err)
}

// chained writes n scenarios of which each builds upon the next, the last upon a corridor.
func chained(n int) map[string]string {
	texts := make(map[string]string)
	for i := 1; i < n; i++ {
		texts[fmt.Sprintf("%d.yaml", i)] = fmt.Sprintf("version: 1\nkind: scenario\nname: s%d\nextends: %d.yaml\n", i, i+1)
	}
	texts[fmt.Sprintf("%d.yaml", n)] = onLaoBao
	return texts
}

func TestSixteenFilesMayBuildUponOneAnother(t *testing.T) {
	inFolder(t, chained(deepest-1)) // the corridor is the sixteenth
	_, err := LoadScenario("1.yaml", nil)
	assert.NoError(t, err)
}

func TestLongChainStopsAtTheLimit(t *testing.T) {
	inFolder(t, chained(100))
	_, err := LoadScenario("1.yaml", nil)
	assert.Equal(t, `16.yaml:4:10: extends: more than 16 files build upon one another: 1.yaml → 2.yaml → 3.yaml → 4.yaml → 5.yaml → 6.yaml → 7.yaml → 8.yaml → 9.yaml → 10.yaml → 11.yaml → 12.yaml → 13.yaml → 14.yaml → 15.yaml → 16.yaml → 17.yaml
    4 | extends: 17.yaml
      |          ^^^^^^^
   help: put the changes of several files into one
exit 3
`, told(t, err))
}

// TestNestedBracketsAreRefusedAtOnce: a hundred thousand of them.
// Row X14 of what is bad input.
func TestNestedBracketsAreRefusedAtOnce(t *testing.T) {
	inFolder(t, map[string]string{"deep.yaml": onLaoBao + "targets: " + strings.Repeat("[", 100_000)})
	_, err := LoadScenario("deep.yaml", nil)
	assert.ErrorContains(t, err, "more than 64 deep")
}

func TestEachKindIsSentToItsVerb(t *testing.T) {
	_, err := LoadScenario("lao-bao-digital-vs-paper", nil)
	assert.ErrorContains(t, err, "is a study, not a corridor or scenario")
	assert.ErrorContains(t, err, "`hanhlang compare lao-bao-digital-vs-paper`")
	_, err = LoadStudy("lao-bao-today", nil)
	assert.ErrorContains(t, err, "lao-bao-today is not a study")
	assert.ErrorContains(t, err, "`hanhlang run lao-bao-today`")
}

func TestProblemsAreTheErrorItself(t *testing.T) {
	_, err := LoadScenario("nothing.yaml", nil)
	var problems *strict.Problems
	require.True(t, errors.As(err, &problems))
	assert.Equal(t, strict.Files, problems.Class())
}
