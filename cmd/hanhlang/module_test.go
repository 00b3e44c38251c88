package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// modulePath is the first line of go.mod.
const modulePath = "hanhlang"

// sourceFile is one parsed Go file of the module.
type sourceFile struct {
	path  string // from the root of the module, with slashes
	dir   string // package folder, "." for the root
	test  bool
	lines int
	blank int // of the lines
	set   *token.FileSet
	tree  *ast.File
}

// place is where a node stands, as an editor jumps to it.
func (f sourceFile) place(n ast.Node) string {
	at := f.set.Position(n.Pos())
	at.Filename = f.path
	return at.String()
}

// length is the number of lines that a node covers.
func (f sourceFile) length(n ast.Node) int {
	return f.set.Position(n.End()).Line - f.set.Position(n.Pos()).Line + 1
}

// module parses every Go file of the module in this process: a test that asks the go tool instead is cached when the code changes.
func module(t *testing.T) []sourceFile {
	t.Helper()
	root := filepath.Join("..", "..")
	set := token.NewFileSet()
	var files []sourceFile
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return skipped(root, name, entry.Name())
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		f, err := parsed(set, root, name)
		files = append(files, f)
		return err
	})
	require.NoError(t, err)
	require.Greater(t, len(files), 50, "the module is more than a few files: the walk went wrong")
	return files
}

// skipped keeps out what is not part of the module: hidden folders, test data, and folders with a go.mod of their own.
func skipped(root, name, base string) error {
	if name == root {
		return nil
	}
	if strings.HasPrefix(base, ".") || base == "testdata" {
		return fs.SkipDir
	}
	if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil {
		return fs.SkipDir
	}
	return nil
}

func parsed(set *token.FileSet, root, name string) (sourceFile, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return sourceFile{}, err
	}
	relative, err := filepath.Rel(root, name)
	if err != nil {
		return sourceFile{}, err
	}
	relative = filepath.ToSlash(relative)
	tree, err := parser.ParseFile(set, name, text, parser.ParseComments)
	return sourceFile{
		path: relative, dir: path.Dir(relative), test: strings.HasSuffix(name, "_test.go"),
		lines: bytes.Count(text, []byte("\n")), blank: blankLines(string(text)), set: set, tree: tree,
	}, err
}

func blankLines(text string) int {
	count := 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			count++
		}
	}
	return count
}

// code gives the files that are not tests.
func code(files []sourceFile) []sourceFile {
	var kept []sourceFile
	for _, f := range files {
		if !f.test {
			kept = append(kept, f)
		}
	}
	return kept
}
