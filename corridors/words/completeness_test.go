package words

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
	"testing/fstest"
	"text/template"
	"text/template/parse"
	"unicode"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The two directions at once: what the module says is in the catalogue with exactly those arguments, and what is in the catalogue is said.
func TestCatalogueAndSourceAgree(t *testing.T) {
	messages, err := folder(catalogues, fallback)
	require.NoError(t, err)
	source, err := read(os.DirFS("../.."))
	require.NoError(t, err)
	for _, fault := range faults(messages, source, chosen(t)) {
		t.Error(fault)
	}
}

// What another language says it says with the arguments that English has in the plural form other, which is the only one of Vietnamese and Lao.
func TestOtherLanguagesSayWhatEnglishSays(t *testing.T) {
	english, err := folder(catalogues, fallback)
	require.NoError(t, err)
	for _, lang := range Languages() {
		messages, err := folder(catalogues, lang)
		require.NoError(t, err)
		for _, m := range messages {
			if ofFiles(m.ID) {
				assert.Empty(t, placeholders(m.Other), "%s: %s", lang, m.ID)
				continue
			}
			original := find(english, m.ID)
			if assert.NotNil(t, original, "%s: %s is not in English", lang, m.ID) {
				assert.Equal(t, placeholders(original.Other), placeholders(m.Other), "%s: %s", lang, m.ID)
			}
		}
	}
}

// Vietnamese says everything. What it says in the very words of English is listed, because it is a name, a unit, a command or a form without words.
func TestNothingIsMissingInVietnamese(t *testing.T) {
	english, err := folder(catalogues, fallback)
	require.NoError(t, err)
	vietnamese, err := folder(catalogues, "vi")
	require.NoError(t, err)
	for _, fault := range untranslated(english, vietnamese, lines(t, "testdata/alike.txt")) {
		t.Error(fault)
	}
}

func TestMissingTranslationsAreFound(t *testing.T) {
	english := []*i18n.Message{{ID: "a.a", Other: "a gate"}, {ID: "a.b", Other: "a post"}, {ID: "a.c", Other: "P95 {{.x}}"}, {ID: "a.d", Other: "ICD"}}
	other := []*i18n.Message{{ID: "a.b", Other: "a post"}, {ID: "a.c", Other: "P95 {{.x}}"}, {ID: "a.d", Other: "ICD"}}
	assert.Equal(t, []string{
		"a.a is not translated", "a.b is left as it is in English: translate it, or list it in testdata/alike.txt",
		"a.e is listed in testdata/alike.txt and is not the same as in English",
	}, untranslated(english, other, []string{"a.d", "a.c", "a.e"}))
}

// untranslated lists what a language does not say, or says in English without leave.
func untranslated(english, other []*i18n.Message, alike []string) []string {
	var all []string
	same := map[string]bool{}
	for _, m := range english {
		translated := find(other, m.ID)
		switch {
		case translated == nil:
			all = append(all, m.ID+" is not translated")
			continue
		case translated.Other != m.Other || !strings.ContainsFunc(bare(m.Other), unicode.IsLetter):
			continue
		}
		same[m.ID] = true
		if !slices.Contains(alike, m.ID) {
			all = append(all, m.ID+" is left as it is in English: translate it, or list it in testdata/alike.txt")
		}
	}
	for _, id := range alike {
		if !same[id] {
			all = append(all, id+" is listed in testdata/alike.txt and is not the same as in English")
		}
	}
	return all
}

// bare is a message without its placeholders.
func bare(text string) string { return regexp.MustCompile(`{{[^}]*}}`).ReplaceAllString(text, "") }

func TestFaultsBetweenCatalogueAndSourceAreFound(t *testing.T) {
	catalogue := `
gate.open: "open at {{.hour}}"
gate.unused: nobody says this
measure.a.title: A
measure.b.title: "B of {{.place}}"
port.x.title: matches nothing that is said
`
	sections := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(catalogue), "\n") {
		name, _, _ := strings.Cut(line, ".")
		sections[name] = append(sections[name], line)
	}
	tree := fstest.MapFS{}
	for name, lines := range sections {
		tree["en/"+name+".yaml"] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
	}
	messages, err := folder(tree, "en")
	require.NoError(t, err)
	for call, want := range map[string]string{
		`w.Say("gate.open", "hour", 7)`:            "",
		`w.Say("gate.open")`:                       `a/a.go:3:9: "gate.open" wants hour, is given nothing`,
		`w.Say("gate.open", "hour", 7, "day", 1)`:  `a/a.go:3:9: "gate.open" wants hour, is given day, hour`,
		`w.Say("gate.gone")`:                       `a/a.go:3:9: "gate.gone" is not in the catalogue`,
		`w.Say("gate.open", "hour")`:               "a/a.go:3:9: words.Say takes an id and pairs of name and value",
		`w.Say("gate.open", key, 7)`:               "a/a.go:3:9: the name of an argument of words.Say stands in the source as text",
		`w.Say("gate."+x)`:                         `a/a.go:3:9: "gate.*" is put together at run time and its start is not in testdata/chosen.txt`,
		`w.Say(x)`:                                 `a/a.go:3:9: "*" is put together at run time and its start is not in testdata/chosen.txt`,
		`w.Say("measure."+x+".title")`:             `a/a.go:3:9: "measure.b.title" wants place, is given nothing`,
		`w.Say("measure."+x+".title", "place", 1)`: "",
		`w.Say("measure."+x+".about")`:             `a/a.go:3:9: "measure.*.about" is not in the catalogue`,
		`w.Phrase{ID: "gate.open"}`:                "a/a.go:3:9: a Phrase is made with words.Say",
		`any(w.Phrase{})`:                          "",
		`other.Say("gate.gone")`:                   "",
	} {
		source := "package a\nimport w \"hanhlang/corridors/words\"\nvar _ = " + call + "\n"
		found, err := read(fstest.MapFS{"a/a.go": {Data: []byte(source)}})
		require.NoError(t, err)
		all := faults(messages, found, []string{"measure."})
		assert.Contains(t, all, "gate.unused is in the catalogue and nobody says it")
		var atCall []string
		for _, fault := range all {
			if strings.HasPrefix(fault, "a/a.go") {
				atCall = append(atCall, fault)
			}
		}
		assert.Equal(t, want, strings.Join(atCall, "\n"), call)
	}
}

func TestTestsTestdataAndNestedModulesAreNotRead(t *testing.T) {
	source := &fstest.MapFile{Data: []byte("package a\nimport \"hanhlang/corridors/words\"\nvar _ = words.Say(\"x.y\")\n")}
	found, err := read(fstest.MapFS{
		"go.mod": {}, "a/a.go": source, "a/a_test.go": source, "a/testdata/b.go": source,
		"tools/go.mod": {}, "tools/t.go": source, ".ci/c.go": source,
	})
	require.NoError(t, err)
	assert.Len(t, found.said, 1)
}

// chosen reads the prefixes that ids may have which are put together at run time.
func chosen(t *testing.T) []string { return lines(t, "testdata/chosen.txt") }

// lines reads a list of which every line is an item, except remarks.
func lines(t *testing.T, name string) []string {
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close()
	var items []string
	for found := bufio.NewScanner(file); found.Scan(); {
		if line := strings.TrimSpace(found.Text()); line != "" && line[0] != '#' {
			items = append(items, line)
		}
	}
	return items
}

func faults(messages []*i18n.Message, source *reading, prefixes []string) []string {
	all := append([]string{}, source.faults...)
	used := map[string]bool{}
	for _, s := range source.said {
		if s.match != nil && !startsWithOne(s.id, prefixes) {
			all = append(all, fmt.Sprintf("%s: %q is put together at run time and its start is not in testdata/chosen.txt", s.where, s.id))
			continue
		}
		found := false
		for _, m := range messages {
			if s.id != m.ID && (s.match == nil || !s.match.MatchString(m.ID)) {
				continue
			}
			found, used[m.ID] = true, true
			all = append(all, argumentFaults(s, m)...)
		}
		if !found {
			all = append(all, fmt.Sprintf("%s: %q is not in the catalogue", s.where, s.id))
		}
	}
	for _, m := range messages {
		if !used[m.ID] {
			all = append(all, m.ID+" is in the catalogue and nobody says it")
		}
	}
	return all
}

// argumentFaults compares what a call gives with what the message wants. Where the id is chosen at run time, a message may want less.
func argumentFaults(s said, m *i18n.Message) []string {
	given := map[string]bool{}
	for _, name := range s.args {
		given[name] = true
	}
	want := wanted(m)
	missing := false
	for name := range want {
		missing = missing || !given[name]
	}
	if !missing && (s.match != nil || len(want) == len(given)) {
		return nil
	}
	return []string{fmt.Sprintf("%s: %q wants %s, is given %s", s.where, m.ID, listed(want), listed(given))}
}

func startsWithOne(id string, prefixes []string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(id, prefix) {
			return true
		}
	}
	return false
}

// wanted collects the placeholders of all forms of a message; a message with plural forms wants its count.
func wanted(m *i18n.Message) map[string]bool {
	names := map[string]bool{}
	if m.One != "" {
		names["count"] = true
	}
	for _, text := range []string{m.Zero, m.One, m.Two, m.Few, m.Many, m.Other} {
		maps.Copy(names, placeholders(text))
	}
	return names
}

// placeholders are the names between the braces of one text.
func placeholders(text string) map[string]bool {
	names := map[string]bool{}
	tree := template.Must(template.New("").Parse(text)).Tree
	if tree == nil {
		return names
	}
	for _, node := range tree.Root.Nodes {
		if action, ok := node.(*parse.ActionNode); ok {
			names[strings.TrimPrefix(action.Pipe.String(), ".")] = true
		}
	}
	return names
}

func find(messages []*i18n.Message, id string) *i18n.Message {
	for _, m := range messages {
		if m.ID == id {
			return m
		}
	}
	return nil
}

func listed(names map[string]bool) string {
	var all []string
	for name := range names {
		all = append(all, name)
	}
	sort.Strings(all)
	if len(all) == 0 {
		return "nothing"
	}
	return strings.Join(all, ", ")
}
