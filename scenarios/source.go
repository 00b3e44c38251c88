package scenarios

import (
	"path/filepath"
	"slices"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// source finds files by name or by path.
type source struct {
	problems *strict.Problems
	taken    *Taken // where files are noted; may be nil
	folder   string // of the file that names others; empty for the command line
	shelf    Kind   // of the shipped files that names stand for: gates or posts; empty for what can be run
}

// document is one file as it was read.
type document struct {
	tree   *strict.Node
	id     string // the same for the same file, whatever it is called
	folder string // where the paths in it begin; empty for what is shipped
}

// identify says which file a name or path stands for, before it is opened. Shipped names go before
// files of the same name.
func (s source) identify(name string) (id string, shipped bool) {
	if slices.Contains(shippedOn(s.shelf), name) {
		return folderOf(s.shelf) + name, true
	}
	path := s.path(name)
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	return path, false
}

// path is where a file lies that another file names.
func (s source) path(name string) string {
	if s.folder == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(s.folder, name)
}

// within is the source for the names in a file that lies in a folder.
func (s source) within(folder string) source {
	return source{problems: s.problems, taken: s.taken, folder: folder}
}

// open reads a file that is named on the command line or, through v, in another file.
func (s source) open(name string, v *strict.Value) (document, bool) {
	id, shipped := s.identify(name)
	if shipped {
		tree := parseShipped(id, s.problems)
		s.taken.ship(id)
		return document{tree: tree, id: id}, tree != nil
	}
	path := s.path(name)
	refused := &strict.Problems{}
	data, ok := strict.ReadFile(path, refused)
	if !ok {
		s.refuse(name, refused.All()[0], v)
		return document{}, false
	}
	s.taken.take(path, data, v)
	tree := parse(path, data, s.problems)
	return document{tree: tree, id: id, folder: filepath.Dir(path)}, tree != nil
}

// refuse reports a file that cannot be read: on the command line as a fault of the file, in another
// file as a fault of the line that names it.
func (s source) refuse(name string, fault strict.Problem, v *strict.Value) {
	missing := fault.What.ID == "strict.no-file" || fault.What.ID == "strict.no-folder"
	base := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(name), suffix), ".yml")
	switch {
	case missing && !looksLikePath(name):
		s.misnamed(name, &fault)
	case missing && fault.Help.Empty() && slices.Contains(shippedOn(s.shelf), base):
		fault.Help = words.Say("strict.did-you-mean", "near", base)
	}
	if v == nil {
		s.problems.Add(fault)
		return
	}
	if looksLikePath(name) {
		fault.What = words.Say("scenario.refused", "file", fault.Pos.File, "reason", fault.What)
	}
	v.Problem(fault.What, fault.Allowed, fault.Help)
}

// misnamed says of a name that stands for nothing here what was probably meant.
func (s source) misnamed(name string, fault *strict.Problem) {
	if kind, elsewhere := shippedKind(name); elsewhere {
		fault.What, fault.Help = isAnother(name, kind, s.shelf)
		return
	}
	fault.What = words.Say("scenario.no-such-name", "name", name)
	if near, found := strict.Nearest(name, shippedOn(s.shelf)); found {
		fault.Help = words.Say("strict.did-you-mean", "near", near)
	} else if fault.Help.Empty() {
		fault.Help = words.Say("scenario.see-list")
	}
}

// looksLikePath tells a path from the name of a shipped file that was misspelt.
func looksLikePath(s string) bool {
	ext := filepath.Ext(s)
	return ext == suffix || ext == ".yml" || filepath.IsAbs(s) || strings.HasPrefix(s, ".") || strings.ContainsRune(s, '\\') ||
		strings.Contains(s, "/") && !strings.HasPrefix(s, "reference/")
}
