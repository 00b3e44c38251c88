package strict

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOnlyWhatIsChangedIsWrittenAnew: from whichever end changes are named, behind a mark of byte order, after line ends of every
// kind, and all else to the byte.
func TestOnlyWhatIsChangedIsWrittenAnew(t *testing.T) {
	text := "\ufeffname:   thử # a note\r\nfiles: [a.csv,  'b.csv']\rlast: \"c.csv\"\n"
	top := tree(t, "base.yaml", text)
	changes := []Change{
		{At: follow(t, top, "name"), To: "khác"},
		{At: follow(t, top, "last"), To: "inputs/c.csv"},
		{At: follow(t, top, "files.1"), To: "inputs/b.csv"},
		{At: follow(t, top, "files.0"), To: `say "a"`},
	}
	assert.Equal(t, "\ufeffname:   \"khác\" # a note\r\nfiles: [\"say \\\"a\\\"\",  \"inputs/b.csv\"]\rlast: \"inputs/c.csv\"\n", Rewritten(text, changes))
	assert.Equal(t, text, Rewritten(text, nil))
	assert.Equal(t, "name: x\n", Rewritten("name: x\n", changes[1:2]), "a text that is not the one that was read stays as it is")
}

// TestAssignmentsAreWrittenAnew each on its own.
func TestAssignmentsAreWrittenAnew(t *testing.T) {
	base := tree(t, "base.yaml", twoGates)
	assignments := []string{"name=a.yaml", "goods=[b.csv, rice]"}
	var problems Problems
	changed := Set(base, assignments, &problems)
	require.NoError(t, problems.Err())
	got := RewrittenSets(assignments, []Change{{At: follow(t, changed, "goods.0"), To: "inputs/b.csv"}, {At: follow(t, changed, "name"), To: "inputs/a.yaml"}})
	assert.Equal(t, []string{`name="inputs/a.yaml"`, `goods=["inputs/b.csv", rice]`}, got)
}

// TestPathLeadsToItsValueOrSaysWhy not, in words for a path alone.
func TestPathLeadsToItsValueOrSaysWhy(t *testing.T) {
	top := tree(t, "base.yaml", twoGates)
	for path, want := range map[string]string{"": "", "gates[Cầu Treo].lanes": "1", "goods[1]": "rice", "gates[0].strip.slots": "3"} {
		var problems Problems
		v, ok := Find(top, path, &problems)
		require.True(t, ok, path)
		assert.NoError(t, problems.Err())
		if want != "" {
			assert.Equal(t, want, v.Node().Text(), path)
		}
	}
	for path, want := range map[string]string{
		"gates[Cầu Tre].lanes": "did you mean `Cầu Treo`?",
		"gates[0].lane":        "did you mean `lanes`?",
		"name.first":           "PATH:1:",
		"name[0]":              "PATH:1:",
		"gates[0]lanes":        "PATH:1:9",
		"gates[0].lanes=3":     "PATH:1:15",
		"gates[0":              "PATH:1:",
		".gates":               "PATH:1:1",
	} {
		var problems Problems
		_, ok := Find(top, path, &problems)
		assert.False(t, ok, path)
		assert.Contains(t, problems.Text(english(t)), want, path)
	}
}
