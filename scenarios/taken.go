package scenarios

import (
	"path/filepath"
	"slices"
	"strings"

	"hanhlang/scenarios/strict"
)

// Taken is what a scenario or study was read from: files of the user, byte for byte, with the places
// where they name one another, and shipped files by name.
type Taken struct {
	first   string // path of the file asked for; empty: it is shipped
	files   []file
	links   []link
	shipped []string
}

// file is a file of the user.
type file struct {
	path  string // absolute
	data  []byte
	plain bool // it is no YAML: figures are read from it
}

// link is a place where a file is named, in another one or in an assignment.
type link struct {
	at *strict.Node
	in string // path of the file; empty: an assignment
	to string // path
}

// ship notes a shipped file.
func (t *Taken) ship(id string) {
	if t != nil && !slices.Contains(t.shipped, id+suffix) {
		t.shipped = append(t.shipped, id+suffix)
	}
}

// take notes a file of the user and the value that names it; nil stands for the command line.
func (t *Taken) take(path string, data []byte, v *strict.Value) {
	if t == nil {
		return
	}
	path = absolute(path)
	if v == nil {
		t.first = path
	} else {
		t.name(v, path)
	}
	if !slices.ContainsFunc(t.files, func(f file) bool { return f.path == path }) {
		t.files = append(t.files, file{path: path, data: data})
	}
}

// name notes where a file is named, once for each place.
func (t *Taken) name(v *strict.Value, path string) {
	l := link{at: v.Node(), to: path}
	if layer := v.Layer(); !layer.Set {
		l.in = absolute(layer.File)
	}
	if !slices.ContainsFunc(t.links, func(other link) bool { return other.at.Pos() == l.at.Pos() && other.in == l.in }) {
		t.links = append(t.links, l)
	}
}

// absolute is a path from the root on; where that cannot be found out, the path as it is.
func absolute(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		return whole
	}
	return path
}

// Packed is what was read, made ready for another folder: the files stand to one another as they did,
// below the nearest folder that holds all of them.
type Packed struct {
	First   string       // the file asked for, among Files; empty: it is shipped
	Files   []PackedFile // in the order in which they were read
	Shipped []string     // read from the program itself
	Sets    []string     // the assignments, with the new names of files
}

// PackedFile is one file; its name has slashes.
type PackedFile struct {
	Name string
	Data []byte
}

// Packed makes what was read ready for a folder inside which the files go to another one, such as
// inputs. Names of files from the root on, which mean nothing elsewhere, are written anew; so are the
// names in assignments, for who stands in the outer folder. All else is kept byte for byte.
func (t *Taken) Packed(folder string, sets []string) Packed {
	names := t.names()
	out := Packed{Shipped: slices.Sorted(slices.Values(t.shipped)), Sets: slices.Clone(sets)}
	if t.first != "" {
		out.First = names[t.first]
	}
	for _, f := range t.files {
		changes := t.changes(f.path, func(l link) string { return wayFrom(names[f.path], names[l.to]) })
		out.Files = append(out.Files, PackedFile{names[f.path], []byte(strict.Rewritten(string(f.data), changes))})
	}
	if changes := t.changes("", func(l link) string { return folder + "/" + names[l.to] }); len(changes) > 0 {
		out.Sets = strict.RewrittenSets(sets, changes)
	}
	return out
}

// changes are the names to be written anew in a file or, without a path, in the assignments.
func (t *Taken) changes(in string, name func(link) string) []strict.Change {
	var out []strict.Change
	for _, l := range t.links {
		if l.in == in && (in == "" || filepath.IsAbs(l.at.Text())) {
			out = append(out, strict.Change{At: l.at, To: name(l)})
		}
	}
	return out
}

// names gives each file its path below the nearest folder that holds all of them.
func (t *Taken) names() map[string]string {
	var shared []string
	for i, f := range t.files {
		steps := stepsOf(f.path)
		folder := steps[:len(steps)-1]
		if i == 0 {
			shared = folder
		}
		same := 0
		for same < min(len(shared), len(folder)) && shared[same] == folder[same] {
			same++
		}
		shared = shared[:same]
	}
	names := make(map[string]string)
	for _, f := range t.files {
		names[f.path] = strings.Join(stepsOf(f.path)[len(shared):], "/")
	}
	return names
}

// stepsOf cuts a path into the names of its folders and file; a drive is a folder without its colon.
func stepsOf(path string) []string {
	drive := filepath.VolumeName(path)
	rest := strings.Trim(filepath.ToSlash(path[len(drive):]), "/")
	steps := strings.Split(rest, "/")
	if drive != "" {
		steps = append([]string{strings.Trim(strings.NewReplacer(":", "", `\`, "-", "/", "-").Replace(drive), "-")}, steps...)
	}
	return steps
}

// wayFrom is the way from one packed file to another. It begins with a dot, so that nobody takes it for
// the name of what is shipped.
func wayFrom(from, to string) string {
	up := strings.Count(from, "/")
	if up == 0 {
		return "./" + to
	}
	return strings.Repeat("../", up) + to
}
