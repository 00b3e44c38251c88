package words

import (
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

// A translator's beginning: go test ./corridors/words -run Skeleton -skeleton lo
var skeletonOf = flag.String("skeleton", "", "language in whose folder every message that it does not say yet is put as a comment, with its English")

func TestSkeletonHasEveryMessage(t *testing.T) {
	language := "lo"
	if *skeletonOf != "" {
		language = *skeletonOf
	}
	files := skeleton(t, language)
	if *skeletonOf != "" {
		require.NoError(t, os.MkdirAll(language, 0o755))
		for name, text := range files {
			require.NoError(t, os.WriteFile(filepath.Join(language, name), []byte(text), 0o644))
		}
		return
	}
	english, err := folder(catalogues, fallback)
	require.NoError(t, err)
	there := map[string]bool{}
	tree := fstest.MapFS{}
	for name, text := range files {
		tree[path.Join(language, name)] = &fstest.MapFile{Data: []byte(text)}
		for line := range strings.Lines(text) {
			id, _, _ := strings.Cut(strings.TrimPrefix(line, "# "), ": ")
			there[strings.Trim(id, `"`)] = true
		}
	}
	for _, m := range english {
		assert.True(t, there[m.ID], m.ID)
	}
	before, err := folder(catalogues, language)
	require.NoError(t, err)
	after, err := folder(tree, language)
	require.NoError(t, err, "what is a comment is YAML, and what is translated stays")
	assert.ElementsMatch(t, before, after)
}

// skeleton is the catalogue of a language with its messages, and those of English that it does not say as comments; names and titles of shipped files are those
// that Vietnamese says.
func skeleton(t *testing.T, language string) map[string]string {
	t.Helper()
	said := map[string]string{}
	if _, err := fs.Stat(catalogues, language); err == nil {
		messages, err := folder(catalogues, language)
		require.NoError(t, err)
		for _, m := range messages {
			said[m.ID] = m.Other
		}
	}
	out := map[string]string{}
	for _, of := range []string{"vi", fallback} { // English last: where both have a file, it is the original
		entries, err := fs.ReadDir(catalogues, of)
		require.NoError(t, err)
		for _, entry := range entries {
			data, err := fs.ReadFile(catalogues, path.Join(of, entry.Name()))
			require.NoError(t, err)
			out[entry.Name()] = bones(t, data, said)
		}
	}
	return out
}

// bones writes one file: what is said as it is, all else as a comment.
func bones(t *testing.T, data []byte, said map[string]string) string {
	t.Helper()
	var root yaml.Node
	require.NoError(t, yaml.Unmarshal(data, &root))
	var out strings.Builder
	top := root.Content[0].Content
	for i := 0; i < len(top); i += 2 {
		message, err := forms(top[i].Value, top[i+1])
		require.NoError(t, err)
		text, translated := said[message.ID]
		if !translated {
			text = message.Other
			if words, own := strings.CutPrefix(message.ID, titleSection); own {
				text = words
			} else if words, own := strings.CutPrefix(message.ID, nameSection); own {
				text = strings.TrimPrefix(words, "key.")
			}
			out.WriteString("# ")
		}
		id := message.ID
		if strings.ContainsAny(id, ":#\"'{}[],&*!|>%@`") {
			id = strconv.Quote(id)
		}
		out.WriteString(id + ": " + strconv.Quote(text) + "\n")
	}
	return out.String()
}
