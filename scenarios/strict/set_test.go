package strict

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const twoGates = `version: 1
name: thử
gates:
  - name: Lao Bảo–Densavanh
    lanes: 2
    strip: {slots: 3}
  - name: Cầu Treo
    lanes: 1
goods: [wood, rice]
`

func TestSetWritesIntoTheTree(t *testing.T) {
	base := tree(t, "base.yaml", twoGates)
	before := string(Canonical(base))
	cases := []struct{ assignment, path, want string }{
		{"name=khác", "name", "khác"},
		{"gates[Lao Bảo–Densavanh].lanes=3", "gates.0.lanes", "3"},
		{"gates[Lao Ba\u0309o–Densavanh].lanes=3", "gates.0.lanes", "3"},
		{"gates[1].lanes=3", "gates.1.lanes", "3"},
		{"gates[Cầu Treo].open=07:00-19:30", "gates.1.open", "07:00-19:30"},
		{"gates[Cầu Treo].strip.slots=5", "gates.1.strip.slots", "5"},
		{"goods[0]=rice=wood", "goods.0", "rice=wood"},
		{"name=\"a: b # c\"", "name", "a: b # c"},
		{"name=  khác  ", "name", "khác"},
	}
	for _, c := range cases {
		var problems Problems
		changed := Set(base, []string{c.assignment}, &problems)
		require.NoError(t, problems.Err(), c.assignment)
		assert.Equal(t, c.want, follow(t, changed, c.path).Text(), c.assignment)
		assert.True(t, follow(t, changed, c.path).Layer().Set, c.assignment)
		assert.Equal(t, before, string(Canonical(base)), "the tree is not changed")
	}
}

// follow walks down keys and numbers.
func follow(t *testing.T, n *Node, path string) *Node {
	t.Helper()
	for _, word := range strings.Split(path, ".") {
		if n.IsList() {
			n = n.Items()[int(word[0]-'0')]
			continue
		}
		child, found := n.Child(word)
		require.True(t, found, "%s in %s", word, path)
		n = child
	}
	return n
}

func TestSetTakesListsAndMappings(t *testing.T) {
	var problems Problems
	changed := Set(tree(t, "base.yaml", twoGates), []string{"goods=[a, b, c]", "gates[0].strip={slots: 7}"}, &problems)
	require.NoError(t, problems.Err())
	assert.Equal(t, `["a","b","c"]`, string(Canonical(follow(t, changed, "goods"))))
	assert.Equal(t, `{"slots":"7"}`, string(Canonical(follow(t, changed, "gates.0.strip"))))
}

func TestTheLastAssignmentWins(t *testing.T) {
	var problems Problems
	changed := Set(tree(t, "base.yaml", twoGates), []string{"gates[0].lanes=3", "gates[0].lanes=4"}, &problems)
	assert.Equal(t, "4", follow(t, changed, "gates.0.lanes").Text())
}

// TestBadAssignments compares every message with testdata/set.want.
func TestBadAssignments(t *testing.T) {
	assignments := []string{
		"", "=3", "name", "name=", "name=   ", ".name=3", "gates.=3", "gates[=3", "gates[]=3", "gates[0]lanes=3",
		"gates[Lao Bao - Densavanh].lanes=3", "gates[Cau Treo].lanes=3", "gates[9].lanes=3", "gats[0].lanes=3", "gates[0].strips.slots=3",
		"name.first=3", "name[0]=3", "gates.lanes=3", "version[0]=3", "gates[0].strip[0]=3",
		"gates[0].lanes=many", "gates[0].lanes=0", "gates[0].lane=3", "gates[0].lanes=1000000000000", "gates[0].open=07:00-07:00",
		"name=[a", "name=\"a", "name=*a", "name=!!str a", "gates[0].strip={slots: 1, slots: 2}", "gates[0].strip={slots: 1, slot: 2}",
		"name=a\x00b", "name=# nothing", "goods=a: b: c", "name=" + strings.Repeat("[", 100),
	}
	speaker := english(t)
	var text strings.Builder
	for _, assignment := range assignments {
		var problems Problems
		readGates(&Document{node: Set(tree(t, "base.yaml", twoGates), []string{assignment}, &problems), problems: &problems})
		text.WriteString("# --set " + printableText(assignment) + "\n" + problems.Text(speaker))
		require.Error(t, problems.Err(), assignment)
		for _, p := range problems.All() {
			assert.Contains(t, []Class{CommandLine, Limits}, p.Class, "%s: %s", assignment, speaker.Text(p.What))
			assert.Equal(t, "--set", p.Pos.File, assignment)
		}
	}
	const golden = "testdata/set.want"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(text.String()), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), text.String())
}

func printableText(text string) string { return strings.ReplaceAll(shown(text), "\x00", "\uFFFD") }

func TestEachAssignmentHasItsOwnLine(t *testing.T) {
	var problems Problems
	tree := Set(tree(t, "base.yaml", twoGates), []string{"gates[0].lanes=3", "gates[1].lanes=-1", "gates[1].open=[07:00"}, &problems)
	readGates(&Document{node: tree, problems: &problems})
	require.Equal(t, 2, problems.Len())
	assert.Equal(t, Pos{"--set", 2, 16}, problems.All()[0].Pos)
	assert.Equal(t, Pos{"--set", 3, 15}, problems.All()[1].Pos)
	assert.Equal(t, "gates[1].open=[07:00", problems.All()[1].Snippet.Text)
}
