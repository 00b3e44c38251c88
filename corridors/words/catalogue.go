package words

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"go.yaml.in/yaml/v4"
	"golang.org/x/text/language"
)

// One folder per language; the file strict.yaml holds the ids that start with "strict.", and so on.
//
//go:embed en lo vi
var catalogues embed.FS

// fallback is the language that says what another one cannot say yet.
const fallback = "en"

// load reads the folder of a language, and of the fallback, into one bundle, and tells which language was found for the one asked and how much it says.
func load(files fs.FS, asked string) (*i18n.Bundle, string, Coverage, error) {
	var said Coverage
	spoken, err := choose(files, asked)
	if err != nil {
		return nil, "", said, err
	}
	bundle := i18n.NewBundle(language.MustParse(fallback))
	for _, name := range slices.Compact([]string{fallback, spoken}) {
		messages, err := folder(files, name)
		if err != nil {
			return nil, "", said, err
		}
		if err := bundle.AddMessages(language.MustParse(name), messages...); err != nil {
			return nil, "", said, fmt.Errorf("words in %s: %w", name, err)
		}
		said.Said = 0
		for _, m := range messages {
			if !ofFiles(m.ID) {
				said.Said++
			}
		}
		said.Of = max(said.Of, said.Said)
	}
	return bundle, spoken, said, nil
}

// Languages are those that there are words in, by their codes, in the order of the alphabet.
func Languages() []string {
	names, err := folders(catalogues)
	if err != nil {
		panic(err) // the folders are embedded
	}
	return names
}

// folders names the languages of a tree of catalogues.
func folders(files fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, nil
}

// choose finds the folder that serves the language asked for: "en" serves "en-GB".
func choose(files fs.FS, asked string) (string, error) {
	names, err := folders(files)
	if err != nil {
		return "", err
	}
	tag, err := language.Parse(asked)
	if err == nil {
		base, _ := tag.Base()
		for _, name := range names {
			if name == base.String() {
				return name, nil
			}
		}
	}
	return "", fmt.Errorf("no words in language %q; there is %s", asked, strings.Join(names, ", "))
}

// folder reads all catalogue files of one language, in the order of their names.
func folder(files fs.FS, name string) ([]*i18n.Message, error) {
	entries, err := fs.ReadDir(files, name)
	if err != nil {
		return nil, err
	}
	var messages []*i18n.Message
	for _, entry := range entries {
		file := path.Join(name, entry.Name())
		data, err := fs.ReadFile(files, file)
		if err != nil {
			return nil, err
		}
		found, err := section(strings.TrimSuffix(entry.Name(), ".yaml"), data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		messages = append(messages, found...)
	}
	return messages, nil
}

// section reads one catalogue file: a mapping from message id to a text, or to plural forms (one, other, and so on).
// Every id starts with the section's name and a dot, so that no two files can hold the same id.
func section(name string, data []byte) ([]*i18n.Message, error) {
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, err
	}
	if len(root.Content) == 0 {
		return nil, nil
	}
	top := root.Content[0]
	if top.Kind != yaml.MappingNode {
		return nil, errors.New("a mapping from message id to text is wanted")
	}
	var messages []*i18n.Message
	seen := map[string]bool{}
	for i := 0; i < len(top.Content); i += 2 {
		id := top.Content[i].Value
		if seen[id] || !strings.HasPrefix(id, name+".") {
			return nil, fmt.Errorf("line %d: id %q stands twice or does not start with %q", top.Content[i].Line, id, name+".")
		}
		seen[id] = true
		message, err := forms(id, top.Content[i+1])
		if err != nil {
			return nil, fmt.Errorf("line %d: id %q: %w", top.Content[i].Line, id, err)
		}
		messages = append(messages, message)
	}
	return messages, nil
}

// forms reads the text of one message, or its plural forms.
func forms(id string, node *yaml.Node) (*i18n.Message, error) {
	var value any
	if err := node.Decode(&value); err != nil {
		return nil, err
	}
	if value == nil {
		return nil, errors.New("has no text")
	}
	message, err := i18n.NewMessage(value)
	if err != nil {
		return nil, err
	}
	if message.Other == "" {
		return nil, errors.New("has no text")
	}
	message.ID = id
	return message, nil
}
