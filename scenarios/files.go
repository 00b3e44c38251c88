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
	factsFile    Kind = "facts"    // what figures rest on; nobody runs it
)

// Entry is one shipped file: what `LoadScenario` and `LoadStudy` take as a name, and its title.
type Entry struct {
	Kind  Kind
	Name  string
	Title string
}

// List names the shipped corridors, scenarios and studies, each kind in the order of the alphabet.
func List() []Entry {
	var out []Entry
	for _, name := range shippedNames() {
		tree := parseShipped(name, &strict.Problems{})
		if tree != nil {
			out = append(out, Entry{Kind: Kind(textOf(tree, "kind")), Name: name, Title: textOf(tree, "title")})
		}
	}
	order := []Kind{CorridorFile, ScenarioFile, StudyFile}
	slices.SortStableFunc(out, func(a, b Entry) int { return slices.Index(order, a.Kind) - slices.Index(order, b.Kind) })
	return out
}

// suffix of the files.
const suffix = ".yaml"

// factsName is the file of facts, which is shipped beside the corridors.
const factsName = string(factsFile)

// shippedNames lists the names of all embedded files that can be run or built upon.
func shippedNames() []string {
	var names []string
	for _, folder := range []embed.FS{corridors.Files(), files} {
		_ = fs.WalkDir(folder, ".", func(path string, entry fs.DirEntry, err error) error {
			if name := strings.TrimSuffix(path, suffix); err == nil && !entry.IsDir() && name != factsName {
				names = append(names, name)
			}
			return nil
		})
	}
	slices.Sort(names)
	return names
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
