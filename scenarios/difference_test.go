package scenarios

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFirstDifferenceIsNamedWithBothValues(t *testing.T) {
	for _, test := range []struct {
		name, was, is string
		want          Difference
	}{
		{"a value", `{"b":"1","a":"2"}`, `{"a":"3","b":"1"}`, Difference{Path: "a", Was: "2", Is: "3", Before: true, Now: true}},
		{"the first of two", `{"a":"1","b":"1"}`, `{"a":"2","b":"2"}`, Difference{Path: "a", Was: "1", Is: "2", Before: true, Now: true}},
		{
			"below names", `{"gates":[{"name":"Lao Bảo–Densavanh","posts":[{"name":"Lao Bảo","hours":"07:00-18:00"}]}]}`,
			`{"gates":[{"name":"Lao Bảo–Densavanh","posts":[{"name":"Lao Bảo","hours":"07:00-22:00"}]}]}`,
			Difference{Path: "gates[Lao Bảo–Densavanh].posts[Lao Bảo].hours", Was: "07:00-18:00", Is: "07:00-22:00", Before: true, Now: true},
		},
		{"a new key", `{"a":"1"}`, `{"a":"1","b":null}`, Difference{Path: "b", Is: "null", Now: true}},
		{"a key less", `{"a":"1","b":"2"}`, `{"b":"2"}`, Difference{Path: "a", Was: "1", Before: true}},
		{"a new item", `[{"name":"a"}]`, `[{"name":"b"},{"name":"a"}]`, Difference{Path: "[b]", Is: `{"name":"b"}`, Now: true}},
		{"an item less", `{"l":[{"name":"a"},{"name":"b"}]}`, `{"l":[{"name":"a"}]}`, Difference{Path: "l[b]", Was: `{"name":"b"}`, Before: true}},
		{"another order", `{"l":[{"name":"a"},{"name":"b"}]}`, `{"l":[{"name":"b"},{"name":"a"}]}`, Difference{Path: "l", Was: "a, b", Is: "b, a", Before: true, Now: true}},
		{"a plain list", `{"l":["a","b"]}`, `{"l":["a","c","d"]}`, Difference{Path: "l[1]", Was: "b", Is: "c", Before: true, Now: true}},
		{"a longer plain list", `{"l":["a"]}`, `{"l":["a","d"]}`, Difference{Path: "l[1]", Is: "d", Now: true}},
		{"names twice", `{"l":[{"name":"a"},{"name":"a"}]}`, `{"l":[{"name":"a"}]}`, Difference{Path: "l[1]", Was: `{"name":"a"}`, Before: true}},
		{"another kind", `{"a":"always"}`, `{"a":{"hours":"<1"}}`, Difference{Path: "a", Was: "always", Is: `{"hours":"<1"}`, Before: true, Now: true}},
		{"a map that was a list", `{"a":["1"]}`, `{"a":{}}`, Difference{Path: "a", Was: `["1"]`, Is: `{}`, Before: true, Now: true}},
		{
			"long values", `{"a":"` + strings.Repeat("ả", 100) + `"}`, `{"a":"b"}`,
			Difference{Path: "a", Was: strings.Repeat("ả", 59) + "…", Is: "b", Before: true, Now: true},
		},
	} {
		got, differs := FirstDifference(test.was, test.is)
		assert.True(t, differs, test.name)
		assert.Equal(t, test.want, got, test.name)
		_, differs = FirstDifference(test.was, test.was)
		assert.False(t, differs, test.name)
	}
	_, differs := FirstDifference("no JSON", "{}")
	assert.False(t, differs)
}

// Parts change with everything that an answer comes from, and with nothing else.
func TestPartsAreAllThatAnAnswerComesFrom(t *testing.T) {
	t.Chdir(t.TempDir())
	write := func(name, text string) { require.NoError(t, os.WriteFile(name, []byte(text), 0o600)) }
	base := "version: 1\nkind: scenario\nname: base\nextends: reference/p10-m-m-1\nflows: [{name: trucks, arrivals: {trace: trucks.csv}}]\n"
	question := "version: 1\nkind: study\nname: question\nbase: base.yaml\nreplications: 2\nalternatives: [{name: one}, {name: other, with: {horizon: {length: 48 h}}}]\n" +
		"compare: [{alternative: other, base: one}]\nmeasures: [queue_wait_h]\n"
	write("base.yaml", base)
	write("question.yaml", question)
	write("trucks.csv", "day 1 00:00\n")
	parts := func(sets ...string) []Part {
		t.Helper()
		s, err := LoadStudy("question.yaml", sets)
		require.NoError(t, err)
		return s.Parts()
	}
	was := parts()
	var kinds []string
	for _, p := range was {
		kinds = append(kinds, string(p.Kind)+" "+p.Name)
	}
	assert.Equal(t, []string{"study ", "alternative one", "alternative other", "file trucks.csv"}, kinds)

	write("question.yaml", "# more of them\n"+strings.Replace(question, "replications: 2", "replications: 200", 1))
	assert.Equal(t, was, parts(), "the number of replications and remarks are free")
	write("question.yaml", strings.Replace(question, "48 h", "49 h", 1))
	assert.Equal(t, []int{0, 2}, changedParts(was, parts()), "the study says it and the alternative has it")
	write("question.yaml", question)
	write("trucks.csv", "day 1 00:00\nday 1 00:01\n")
	assert.Equal(t, []int{3}, changedParts(was, parts()))
	write("trucks.csv", "day 1 00:00\n")
	assert.Equal(t, []int{1}, changedParts(was, parts("horizon.length=23 h")), "the other has a length of its own")
	write("base.yaml", base+"horizon: {length: 23 h}\n")
	assert.Equal(t, []int{1}, changedParts(was, parts()), "what a study builds upon")

	s, err := LoadScenario("base.yaml", nil)
	require.NoError(t, err)
	assert.Len(t, s.Parts(), 2)
	assert.Equal(t, ScenarioPart, s.Parts()[0].Kind)
	assert.Contains(t, s.Parts()[0].Content, `"length":"23 h"`)
}

func changedParts(was, is []Part) (out []int) {
	for i := range was {
		if was[i] != is[i] {
			out = append(out, i)
		}
	}
	return out
}
