package scenarios

import (
	"embed"
	"io/fs"
	"path/filepath"
	"sort"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

//go:embed *.yaml reference/*.yaml
var files embed.FS

// Kind says what a file holds.
type Kind string

// The kinds of files.
const (
	CorridorFile Kind = "corridor"
	ScenarioFile Kind = "scenario"
	StudyFile    Kind = "study"
)

// Entry is one shipped file.
type Entry struct {
	Kind  Kind
	Name  string
	Title string
}

// List names the shipped corridors, scenarios and studies, each kind in the order of the alphabet.
func List() []Entry {
	var out []Entry
	for _, kind := range []Kind{CorridorFile, ScenarioFile, StudyFile} {
		for _, name := range shippedNames() {
			tree := parseShipped(shipped(name), name+suffix, &strict.Problems{})
			if tree == nil || textOf(tree, "kind") != string(kind) {
				continue
			}
			out = append(out, Entry{Kind: kind, Name: name, Title: textOf(tree, "title")})
		}
	}
	return out
}

// suffix of the files.
const suffix = ".yaml"

// shippedNames lists the names of all embedded files that can be run or built upon.
func shippedNames() []string {
	var names []string
	for _, folder := range []embed.FS{corridors.Files(), files} {
		_ = fs.WalkDir(folder, ".", func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && path != "facts.yaml" {
				names = append(names, strings.TrimSuffix(path, suffix))
			}
			return nil
		})
	}
	sort.Strings(names)
	return names
}

// shipped is the embedded folder that holds a name.
func shipped(name string) embed.FS {
	if _, err := fs.Stat(corridors.Files(), name+suffix); err == nil {
		return corridors.Files()
	}
	return files
}

// textOf reads a text at the top of a tree, empty if there is none.
func textOf(tree *strict.Node, key string) string {
	child, found := tree.Child(key)
	if !found || !child.IsScalar() {
		return ""
	}
	return child.Text()
}

// parseShipped reads an embedded file; nil if nothing can be made of it.
func parseShipped(folder embed.FS, path string, problems *strict.Problems) *strict.Node {
	data, err := folder.ReadFile(path)
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

// source finds files by name or by path.
type source struct {
	problems *strict.Problems
	folder   string // of the file that names others; empty for the command line
}

// open reads a file that is named on the command line or, through v, in another file.
func (s source) open(nameOrPath string, v *strict.Value) (tree *strict.Node, folder string) {
	if !looksLikePath(nameOrPath) {
		for _, name := range shippedNames() {
			if name == nameOrPath {
				return parseShipped(shipped(name), name+suffix, s.problems), ""
			}
		}
		if v != nil {
			v.Problem(words.Say("scenario.no-such-name", "name", nameOrPath), words.Phrase{}, near(nameOrPath, shippedNames()))
			return nil, ""
		}
		s.problems.Add(strict.Problem{
			Pos: strict.Pos{File: nameOrPath}, Class: strict.Files,
			What: words.Say("scenario.no-such-name", "name", nameOrPath), Help: near(nameOrPath, shippedNames()),
		})
		return nil, ""
	}
	path := nameOrPath
	if s.folder != "" && !filepath.IsAbs(path) {
		path = filepath.Join(s.folder, path)
	}
	data, ok := strict.ReadFile(path, s.problems)
	if !ok {
		return nil, ""
	}
	return parse(path, data, s.problems), filepath.Dir(path)
}

// looksLikePath tells a path from the name of a shipped file.
func looksLikePath(s string) bool {
	ext := filepath.Ext(s)
	return ext == suffix || ext == ".yml" || filepath.IsAbs(s) || strings.HasPrefix(s, ".") || strings.ContainsRune(s, '\\') ||
		strings.Contains(s, "/") && !strings.HasPrefix(s, "reference/")
}
