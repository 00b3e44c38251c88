package strict

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
)

func problemAt(file string, line, col int, what string, class Class) Problem {
	return Problem{Pos: Pos{file, line, col}, What: words.Plain(what), Class: class}
}

func TestProblemsAreSortedByPlace(t *testing.T) {
	var problems Problems
	for _, p := range []Problem{
		problemAt("b.yaml", 1, 1, "sixth", Scenario), problemAt("a.yaml", 10, 1, "fourth", Scenario),
		problemAt("a.yaml", 9, 5, "second", Scenario), problemAt("a.yaml", 9, 40, "third", Scenario),
		problemAt("a.yaml", 0, 0, "first", Scenario), problemAt("a.yaml", 10, 1, "fifth", Scenario),
	} {
		problems.Add(p)
	}
	var order []string
	for _, p := range problems.All() {
		order = append(order, english(t).Text(p.What))
	}
	assert.Equal(t, []string{"first", "second", "third", "fourth", "fifth", "sixth"}, order)
}

func TestTheSameProblemIsSaidOnce(t *testing.T) {
	var problems Problems
	problems.Add(problemAt("a.yaml", 1, 1, "wrong", Scenario))
	problems.Add(problemAt("a.yaml", 1, 1, "wrong", Scenario))
	problems.Add(problemAt("a.yaml", 1, 1, "also wrong", Scenario))
	assert.Equal(t, 2, problems.Len())
}

func TestTwentyProblemsAreShownAndTheRestCounted(t *testing.T) {
	var problems Problems
	for n := range 20 {
		problems.Add(problemAt("a.yaml", n+1, 1, "wrong", Scenario))
	}
	assert.NotContains(t, problems.Error(), "more")
	problems.Add(problemAt("a.yaml", 21, 1, "wrong", Scenario))
	assert.True(t, strings.HasSuffix(problems.Error(), "\nand 1 more problem"), problems.Error())
	for n := range 2 * maxKept {
		problems.Add(problemAt("a.yaml", n+22, 1, "wrong", Scenario))
	}
	assert.Equal(t, 2*maxKept+21, problems.Len())
	assert.Len(t, problems.All(), maxKept)
	assert.True(t, strings.HasSuffix(problems.Error(), fmt.Sprintf("\nand %d more problems", 2*maxKept+1)))
}

func TestNoProblemIsNoError(t *testing.T) {
	var problems Problems
	assert.NoError(t, problems.Err())
	assert.Equal(t, Class(0), problems.Class())
	warning := problemAt("a.yaml", 1, 1, "speed is high", Scenario)
	warning.Warning = true
	problems.Add(warning)
	assert.NoError(t, problems.Err(), "a warning does not stop a run")
	assert.Equal(t, "a.yaml:1:1: warning: speed is high", problems.Error())
}

func TestTheClassIsThatOfTheFirstThingToMend(t *testing.T) {
	var problems Problems
	problems.Add(problemAt("a.yaml", 1, 1, "too many lanes", Limits))
	assert.Equal(t, Limits, problems.Class())
	problems.Add(problemAt("a.yaml", 2, 1, "wrong", Scenario))
	assert.Equal(t, Scenario, problems.Class())
	problems.Add(problemAt("--set", 1, 1, "wrong", CommandLine))
	assert.Equal(t, CommandLine, problems.Class())
	var found *Problems
	assert.True(t, errors.As(fmt.Errorf("reading: %w", problems.Err()), &found))
}

func TestProblemsAsJSON(t *testing.T) {
	problems := problemsOf("a.yaml", []byte("version: 1\ngates:\n  - name: Lao Bảo\n    lanes: 1\n    lanes: -2\n    open: 7h-9h <&>\n"))
	data, err := problems.JSON(english(t))
	require.NoError(t, err)
	var got struct {
		Problems []map[string]any
	}
	require.NoError(t, json.Unmarshal(data, &got))
	require.Len(t, got.Problems, 2)
	assert.Equal(t, map[string]any{
		"file": "a.yaml", "line": 5.0, "column": 5.0, "path": "gates[Lao Bảo].lanes", "value": "lanes",
		"what": "is written twice, first at a.yaml:4:5", "help": "delete one of them", "message": "strict.double-key",
		"also":      []any{map[string]any{"file": "a.yaml", "line": 4.0, "column": 5.0}},
		"exit_code": 3.0, "source": "    lanes: -2",
	}, got.Problems[0])
	assert.Contains(t, string(data), "<&>", "no escapes that only HTML needs")
	empty, err := new(Problems).JSON(english(t))
	require.NoError(t, err)
	assert.JSONEq(t, `{"problems": []}`, string(empty))
}

func TestTheLineNumberKeepsTheCaretsInPlace(t *testing.T) {
	p := problemAt("a.yaml", 1234567, 1, "wrong", Scenario)
	p.Snippet = Snippet{Text: "lanes: 2", Col: 8, Width: 1}
	assert.Equal(t, "a.yaml:1234567:1: wrong\n1234567 | lanes: 2\n        |        ^\n", p.text(english(t)))
}

func TestCaretsStandUnderWhatIsSeen(t *testing.T) {
	cases := []struct {
		text          string
		col, width    int
		line, carets  string
		whatIsCounted string
	}{
		{"a: b", 4, 1, "a: b", "   ^", "one column per letter"},
		{"Lao Bảo: b", 10, 1, "Lao Bảo: b", "         ^", "ả is one letter"},
		{"La\u0323o: bb", 7, 2, "La\u0323o: bb", "     ^^", "the dot below takes no column of its own"},
		{"寮保: b", 5, 1, "寮保: b", "      ^", "a Chinese character takes two columns"},
		{"寮保: b", 1, 2, "寮保: b", "^^^^", "and is underlined whole"},
		{"ຫຼວງ: b", 7, 1, "ຫຼວງ: b", "     ^", "Lao signs above and below take none"},
		{"\ta: b", 5, 1, "    a: b", "       ^", "a tab is four columns"},
		{"a: \x01b", 5, 1, "a: \uFFFDb", "    ^", "a control character is shown as one sign"},
		{"a:", 3, 1, "a:", "  ^", "behind the end"},
		{"a: b   ", 4, 1, "a: b", "   ^", "blanks at the end are dropped"},
	}
	for _, c := range cases {
		line, carets := Snippet{c.text, c.col, c.width}.draw()
		assert.Equal(t, c.line, line, c.whatIsCounted)
		assert.Equal(t, c.carets, carets, c.whatIsCounted)
	}
}

func TestLongLinesAreCutAroundTheFault(t *testing.T) {
	long := strings.Repeat("ả", 300) + "X" + strings.Repeat("寮", 300)
	line, carets := Snippet{long, 301, 1}.draw()
	before, _, _ := strings.Cut(line, "X")
	assert.Equal(t, leadWidth, len([]rune(before)))
	assert.Equal(t, strings.Repeat(" ", leadWidth)+"^", carets)
	assert.True(t, strings.HasPrefix(line, "…") && strings.HasSuffix(line, "…"))
	_, carets = Snippet{strings.Repeat("x", 1000), 1, 1000}.draw()
	assert.LessOrEqual(t, len(carets), lineWidth+len("…"))
}

// TestNotesAreNoWarnings: they stand apart, end nothing, and are not there beside what is wrong.
func TestNotesAreNoWarnings(t *testing.T) {
	problems := &Problems{}
	doc := Parse("a.yaml", []byte("hours: 22:00-06:00\nservers: 3\n"), problems)
	top := doc.Root()
	hours, _ := top.At("hours")
	servers, _ := top.At("servers")
	hours.Note(words.Plain("over midnight"))
	servers.Warn(words.Plain("few"), words.Phrase{})
	require.NoError(t, problems.Err())
	assert.Equal(t, "a.yaml:1:8: note: hours: over midnight\n    1 | hours: 22:00-06:00\n      |        ^^^^^^^^^^^\n", problems.Notes().Text(english(t)))
	assert.Equal(t, "a.yaml:2:10: warning: servers: few\n    2 | servers: 3\n      |          ^\n", problems.Grave().Text(english(t)))
	data, err := problems.JSON(english(t))
	require.NoError(t, err)
	assert.Contains(t, string(data), `"note": true`)
	assert.Len(t, problems.All(), 2)

	servers.Problem(words.Plain("wrong"), words.Phrase{}, words.Phrase{})
	assert.Equal(t, Scenario, problems.Class())
	assert.Equal(t, []string{"few", "wrong"}, []string{english(t).Text(problems.All()[0].What), english(t).Text(problems.All()[1].What)})
	var none *Problems
	assert.Empty(t, none.Notes().All())
	assert.Empty(t, none.Grave().All())
}
