package words

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

// written are the words of the shipped files that people read: titles and the like, and names.
type written struct{ titles, reasons, names, figures, sites map[string]string } // with the file

// What is shipped is said in Vietnamese, too, and what is said of files stands in one.
func TestShippedFilesAreSaidInVietnamese(t *testing.T) {
	found := shippedWords(t)
	messages, err := folder(catalogues, "vi")
	require.NoError(t, err)
	said := map[string]bool{}
	for _, m := range messages {
		said[m.ID] = true
	}
	for title, file := range found.titles {
		assert.True(t, said[titleSection+title] || isName(title), "%s: %q has no translation in corridors/words/vi/title.yaml", file, title)
	}
	for name, file := range found.names {
		assert.True(t, said[nameSection+name], "%s: %q has no translation in corridors/words/vi/name.yaml", file, name)
	}
	require.Greater(t, len(found.reasons), 800)
	for reason, file := range found.reasons {
		assert.True(t, said[reasonSection+reason] || isName(reason), "%s: %q has no translation in corridors/words/vi/reason.yaml", file, reason)
	}
	for id := range said {
		if title, ok := strings.CutPrefix(id, titleSection); ok {
			assert.NotEmpty(t, found.titles[title], "no shipped file says %q, which corridors/words/vi/title.yaml translates", title)
		}
		if reason, ok := strings.CutPrefix(id, reasonSection); ok {
			assert.NotEmpty(t, found.reasons[reason], "no shipped file says %q, which corridors/words/vi/reason.yaml translates", reason)
		}
	}
}

// Where trucks drive is said in Vietnamese, too, but for what is a name and nothing else.
func TestSitesOfShippedFilesAreSaidInVietnamese(t *testing.T) {
	found, vi := shippedWords(t), speaking(t, "vi")
	require.Greater(t, len(found.sites), 50)
	for site, file := range found.sites {
		if !strings.HasPrefix(file, "benchmark-") {
			assert.True(t, isName(site) || vi.Name(site) != site, "%s: %q has no translation in corridors/words/vi/name.yaml", file, site)
		}
	}
}

func TestNamesAreToldFromSentences(t *testing.T) {
	for text, want := range map[string]bool{
		"Đà Nẵng – Lao Bảo | Densavanh – Savannakhet": true, "Lao Bảo": true, "32 trucks": false, "no ICD": false, "After ten days.": false,
	} {
		assert.Equal(t, want, isName(text), text)
	}
}

// isName tells whether a text is of names alone, which begin with capital letters in every language here.
func isName(text string) bool {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if first := []rune(word)[0]; unicode.IsLower(first) {
			return false
		}
	}
	return true
}

// Every figure of a shipped file that stands with its source can come to be named in a sentence.
func TestFiguresOfShippedFilesHaveWords(t *testing.T) {
	found := shippedWords(t)
	require.Greater(t, len(found.figures), 40)
	for _, lang := range []string{"en", "vi"} {
		s := speaking(t, lang)
		for key, file := range found.figures {
			_, known := s.Key("", key)
			assert.True(t, known, "%s: nothing says in corridors/words/%s/input.yaml what %q is", file, lang, key)
		}
	}
}

// shippedWords reads all shipped files, and those of cases that theory knows as far as they are studies; the other cases speak English.
func shippedWords(t *testing.T) written {
	t.Helper()
	out := written{titles: map[string]string{}, reasons: map[string]string{}, names: map[string]string{}, figures: map[string]string{}, sites: map[string]string{}}
	for _, pattern := range []string{"../../scenarios/*.yaml", "../*.yaml", "../gates/*.yaml", "../posts/*.yaml", "../../scenarios/reference/p24-common-luck.yaml", "../../scenarios/reference/p37-one-stop.yaml"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, files, pattern)
		for _, file := range files {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			var root yaml.Node
			require.NoError(t, yaml.Unmarshal(data, &root), file)
			out.walk(&root, "", filepath.Base(file))
		}
	}
	return out
}

// walk looks for words below a node that stands in a list or mapping of this name.
func (w written) walk(node *yaml.Node, in, file string) {
	if node.Kind != yaml.MappingNode {
		for _, child := range node.Content {
			w.walk(child, in, file)
		}
		return
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i].Value, node.Content[i+1]
		switch {
		case value.Kind == yaml.MappingNode && sourced(value):
			w.figures[key] = file
			w.walk(value, key, file)
		case value.Kind != yaml.ScalarNode:
			w.walk(value, key, file)
		case key == "title" || key == "question", in == "against" && key == "name", in == "published" && (key == "why" || key == "reason"),
			in == "look_at" && key == "see", in == "expected" && key == "says", in == "lesson" && key == "because":
			w.titles[value.Value] = file
		case key == "why", in == "facts" && (key == "subject" || key == "note" || key == "source" && recalled(node)):
			w.reasons[value.Value] = file
		case key == "name" && slices.Contains([]string{"places", "gates", "legs", "depots", "fleets", "shocks", "swaps", "vessels", "rush"}, in), in == "posts" && key == "name" && file != "cases.yaml":
			w.sites[value.Value] = file
		case key == "owner", key == "name" && slices.Contains([]string{"stages", "stations", "yards", "commodities", "flows", "streams", "terrains", "permits"}, in):
			if !strings.HasPrefix(file, "benchmark-") { // those measure the engine, and nobody reads their stages
				w.names[value.Value] = file
			}
		}
	}
}

// recalled tells whether a fact is recalled or assumed; what others rest on is a publication, which goes by its own name.
func recalled(fact *yaml.Node) bool {
	return slices.ContainsFunc(fact.Content, func(n *yaml.Node) bool { return n.Value == "C" || n.Value == "D" })
}

// sourced tells whether a node is a figure with its source.
func sourced(node *yaml.Node) bool {
	return slices.ContainsFunc(node.Content, func(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Value == "value" })
}
