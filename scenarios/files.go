package scenarios

import (
	"embed"
	"io/fs"
	"slices"
	"strings"

	"hanhlang/corridors"
	"hanhlang/scenarios/strict"
)

//go:embed *.yaml reference/*.yaml
var files embed.FS

// Kind says what a file holds, as its key `kind` writes it.
type Kind string

// The kinds of files.
const (
	CorridorFile Kind = "corridor" // what exists
	ScenarioFile Kind = "scenario" // what differs from a corridor or another scenario
	StudyFile    Kind = "study"    // a question put to several alternatives
	SweepFile    Kind = "sweep"    // what a scenario comes to at many points of its inputs
	CasesFile    Kind = "cases"    // scenarios of which theory knows what must come out
	GateFile     Kind = "gate"     // a gate pair that corridors share; nobody runs it
	PostFile     Kind = "post"     // what posts have in common; nobody runs it
	factsFile    Kind = "facts"    // what figures rest on; nobody runs it
)

// Entry is one shipped file: what `LoadScenario` and `LoadStudy`, or the key `like`, take as a name,
// and its title.
type Entry struct {
	Kind  Kind
	Name  string
	Title string

	Lesson bool // a study to learn from
}

// List names the shipped corridors, scenarios and studies, each kind in the order of the alphabet.
func List() []Entry {
	out := slices.DeleteFunc(entries(""), func(e Entry) bool { return e.Kind == CasesFile || e.Kind == SweepFile })
	order := []Kind{CorridorFile, ScenarioFile, StudyFile}
	slices.SortStableFunc(out, func(a, b Entry) int { return slices.Index(order, a.Kind) - slices.Index(order, b.Kind) })
	return out
}

// Sweeps names the shipped sweeps, in the order of the alphabet.
func Sweeps() []Entry {
	return slices.DeleteFunc(entries(""), func(e Entry) bool { return e.Kind != SweepFile })
}

// suffix of the files.
const suffix = ".yaml"

// factsName is the file of facts, which is shipped beside the corridors.
const factsName = string(factsFile)

// Patterns names the shipped gate pairs and posts, which others are like, in the order of the alphabet.
func Patterns() []Entry { return append(entries(GateFile), entries(PostFile)...) }

// entries lists what stands on a shelf.
func entries(shelf Kind) []Entry {
	var out []Entry
	for _, name := range shippedOn(shelf) {
		if tree := parseShipped(folderOf(shelf)+name, &strict.Problems{}); tree != nil {
			title := textOf(tree, "title")
			if title == "" {
				title = textOf(tree, "name")
			}
			_, lesson := tree.Child("lesson")
			out = append(out, Entry{Kind: Kind(textOf(tree, "kind")), Name: name, Title: title, Lesson: lesson})
		}
	}
	return out
}

// folderOf is where the shipped files of a kind stand that others use only; those that can be run or
// built upon have no folder in common.
func folderOf(shelf Kind) string {
	switch shelf {
	case GateFile:
		return "gates/"
	case PostFile:
		return "posts/"
	}
	return ""
}

// shippedNames lists the names of all embedded files that can be run or built upon.
func shippedNames() []string { return shippedOn("") }

// shippedOn lists the names of the embedded files on a shelf, in the order of the alphabet.
func shippedOn(shelf Kind) []string {
	var names []string
	for _, folder := range []embed.FS{corridors.Files(), files} {
		_ = fs.WalkDir(folder, ".", func(path string, entry fs.DirEntry, err error) error {
			name, here := strings.CutPrefix(strings.TrimSuffix(path, suffix), folderOf(shelf))
			if err == nil && !entry.IsDir() && name != factsName && here && shelfOf(path) == shelf {
				names = append(names, name)
			}
			return nil
		})
	}
	slices.Sort(names)
	return names
}

// shelfOf is the kind of the files that stand where an embedded file does; empty for what can be run.
func shelfOf(path string) Kind {
	for _, kind := range []Kind{GateFile, PostFile} {
		if strings.HasPrefix(path, folderOf(kind)) {
			return kind
		}
	}
	return ""
}

// shippedKind is the kind of what is shipped under a name, on whatever shelf.
func shippedKind(name string) (Kind, bool) {
	for _, shelf := range []Kind{"", GateFile, PostFile} {
		if slices.Contains(shippedOn(shelf), name) {
			return Kind(textOf(parseShipped(folderOf(shelf)+name, &strict.Problems{}), "kind")), true
		}
	}
	return "", false
}

// parseShipped reads an embedded file; nil if nothing can be made of it.
func parseShipped(name string, problems *strict.Problems) *strict.Node {
	path := name + suffix
	data, err := corridors.Files().ReadFile(path)
	if err != nil {
		data, err = files.ReadFile(path)
	}
	if err != nil {
		return nil
	}
	return parse(path, data, problems)
}

// parse reads the bytes of a file; nil if nothing can be made of them.
func parse(file string, data []byte, problems *strict.Problems) *strict.Node {
	document := strict.Reader{Skeleton: skeleton}.Parse(file, data, problems)
	if document == nil {
		return nil
	}
	return document.Node()
}

// skeleton is shown to who writes something else altogether.
const skeleton = `version: 1
kind: scenario
name: my-scenario
title: What this scenario says
corridor: lao-bao`

// textOf reads a text at the top of a tree, empty if there is none.
func textOf(tree *strict.Node, key string) string {
	child, found := tree.Child(key)
	if !found || !child.IsScalar() {
		return ""
	}
	return child.Text()
}

// Source is the text of a shipped file that can be run or built upon, as it was written.
func Source(name string) ([]byte, bool) {
	if !slices.Contains(shippedNames(), name) {
		return nil, false
	}
	data, err := corridors.Files().ReadFile(name + suffix)
	if err != nil {
		data, err = files.ReadFile(name + suffix)
	}
	return data, err == nil
}
