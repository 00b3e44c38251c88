package schema

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
)

func speaking(t *testing.T, language string) func(words.Phrase) string {
	t.Helper()
	speaker, err := words.Speak(language)
	require.NoError(t, err)
	return speaker.Text
}

// compiled is a schema as another program understands it.
func compiled(t *testing.T, kind scenarios.Kind) *jsonschema.Schema {
	t.Helper()
	text, err := jsonschema.UnmarshalJSON(bytes.NewReader(Of(kind, speaking(t, "en"))))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("hanhlang.json", text))
	out, err := c.Compile("hanhlang.json")
	require.NoError(t, err)
	return out
}

// plain is a YAML tree as editors see it: in the core schema of YAML 1.2 a day or a time of day is a text.
func plain(t *testing.T, n *yaml.Node) any {
	switch n.Kind {
	case yaml.DocumentNode:
		return plain(t, n.Content[0])
	case yaml.AliasNode:
		return plain(t, n.Alias)
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			if n.Content[i].Tag == "!!merge" {
				for key, value := range plain(t, n.Content[i+1]).(map[string]any) {
					out[key] = value
				}
				continue
			}
			out[n.Content[i].Value] = plain(t, n.Content[i+1])
		}
		return out
	case yaml.SequenceNode:
		out := []any{}
		for _, item := range n.Content {
			out = append(out, plain(t, item))
		}
		return out
	}
	switch n.Tag {
	case "!!int", "!!float":
		return json.Number(n.Value)
	case "!!bool":
		return n.Value == "true"
	case "!!null":
		return nil
	}
	return n.Value
}

func parsed(t *testing.T, data []byte) (any, error) {
	var n yaml.Node
	if err := yaml.Unmarshal(data, &n); err != nil {
		return nil, err
	}
	return plain(t, &n), nil
}

// shipped are the YAML files of the module that people could have written.
func shipped(t *testing.T) []string {
	var out []string
	for _, folder := range []string{"../../corridors", ".."} {
		require.NoError(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if entry.IsDir() && (entry.Name() == "words" || entry.Name() == "testdata") {
				return fs.SkipDir
			}
			if strings.HasSuffix(path, ".yaml") && !slices.Contains([]string{"facts.yaml", "lands.yaml", "outlines.yaml"}, filepath.Base(path)) {
				out = append(out, path)
			}
			return err
		}))
	}
	require.Greater(t, len(out), 100)
	return out
}

func TestShippedFilesFitTheSchema(t *testing.T) {
	all := compiled(t, "")
	for _, path := range shipped(t) {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		value, err := parsed(t, data)
		require.NoError(t, err)
		if err := all.Validate(value); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestFactsFitTheirSchema(t *testing.T) {
	data, err := os.ReadFile("../../corridors/facts.yaml")
	require.NoError(t, err)
	value, err := parsed(t, data)
	require.NoError(t, err)
	assert.NoError(t, compiled(t, "facts").Validate(value))
}

// visible are the faults that a schema can see: a key that there is not, one that is missing, a word that is not among those allowed.
var visible = regexp.MustCompile(`: (unknown key .*|.* is missing|.* is not allowed)$`)

// TestWrongFilesDoNotFitTheSchema lists by name the files with such faults that only the program sees: because the fault is in another
// file, because what is required depends on more than one other key, or because a number is beyond a bound in its unit.
func TestWrongFilesDoNotFitTheSchema(t *testing.T) {
	listed, err := os.ReadFile("testdata/only-the-program.txt")
	require.NoError(t, err)
	var passed []string
	refused := 0
	files, err := filepath.Glob("../testdata/bad/*.yaml")
	require.NoError(t, err)
	all := compiled(t, "")
	for _, path := range files {
		want, err := os.ReadFile(strings.TrimSuffix(path, ".yaml") + ".want")
		require.NoError(t, err)
		first, _, _ := strings.Cut(string(want), "\n")
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		if !visible.MatchString(first) || bytes.Contains(data, []byte("&")) { // an alias could grow without end
			continue
		}
		value, err := parsed(t, data)
		if err != nil {
			continue // it is no YAML
		}
		if all.Validate(value) == nil {
			passed = append(passed, filepath.Base(path))
		} else {
			refused++
		}
	}
	assert.Equal(t, strings.Fields(string(listed)), passed)
	assert.Greater(t, refused, 70)
}

// TestEveryKeyIsDescribed finds keys that no catalogue knows, sentences for keys that there are not, and words that mean nothing.
func TestEveryKeyIsDescribed(t *testing.T) {
	for _, language := range []string{"en", "vi"} {
		used := map[string]bool{}
		say := speaking(t, language)
		noting := func(p words.Phrase) string {
			used[p.ID] = true
			for _, arg := range p.Args {
				if inner, is := arg.Value.(words.Phrase); is {
					used[inner.ID] = true
				}
			}
			return say(p)
		}
		text := string(Of("", noting)) + string(Of("facts", noting))
		for _, fault := range []string{"schema.key.", "schema.in.", "schema.kind.", "<no value>"} {
			assert.NotContains(t, text, fault, language)
		}
		for _, key := range apart {
			assert.True(t, used["schema.in."+key], "%s is in no schema", key)
		}
		data, err := os.ReadFile("../../corridors/words/" + language + "/schema.yaml")
		require.NoError(t, err)
		for _, id := range regexp.MustCompile(`(?m)^schema\.key\.\w+`).FindAllString(string(data), -1) {
			assert.True(t, used[id], "%s: no key of this name is read", id)
		}
	}
}
