package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNoPackageRunsCodeBeforeMain(t *testing.T) {
	for _, f := range module(t) {
		for _, fn := range functions(f) {
			assert.False(t, fn.Recv == nil && fn.Name.Name == "init", f.place(fn))
		}
	}
}

// A table that nobody writes to is a constant that Go cannot spell; anything else at package level would tie runs together.
func TestPackageVariablesNeverChange(t *testing.T) {
	for _, fault := range changing(code(module(t))) {
		t.Error(fault)
	}
}

func TestChangingPackageVariablesAreFound(t *testing.T) {
	for text, want := range map[string]string{
		"var table = [2]int{1, 2}\nfunc f() int { return table[0] }":            "",
		"var table = [2]int{1, 2}\nfunc f() { table := 1; table++; _ = table }": "",
		"//go:embed a.yaml\nvar files embed.FS":                                 "",
		"var once = sync.OnceValue(func() int { return 1 })":                    "",
		"var count int":                     "a.go:2:5: a package variable without a value is there to be changed",
		"var lock = &sync.Mutex{}":          "a.go:2:5: a package variable that locks is there to be changed",
		"var n = 1\nfunc f() { n++ }":       "a.go:3:12: n is a package variable and is changed here",
		"var m = a{}\nfunc f() { m.x = 2 }": "a.go:3:12: m is a package variable and is changed here",
		"var m = a{}\nfunc f() { g(&m) }":   "a.go:3:15: m is a package variable and is changed here",
	} {
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, "a.go", "package a\n"+text, parser.ParseComments)
		require.NoError(t, err, text)
		assert.Equal(t, want, strings.Join(changing([]sourceFile{{path: "a.go", dir: ".", set: set, tree: tree}}), "\n"), text)
	}
}

// changing lists what changes package variables, or can serve no other end.
func changing(files []sourceFile) []string {
	var faults []string
	fixed := map[string]map[string]*ast.ValueSpec{} // by folder and name
	for _, f := range files {
		if fixed[f.dir] == nil {
			fixed[f.dir] = map[string]*ast.ValueSpec{}
		}
		for _, spec := range variables(f) {
			for _, name := range spec.Names {
				fixed[f.dir][name.Name] = spec
			}
			if startsEmpty(f, spec) {
				faults = append(faults, f.place(spec)+": a package variable without a value is there to be changed")
			}
			if synchronised(spec) {
				faults = append(faults, f.place(spec)+": a package variable that locks is there to be changed")
			}
		}
	}
	for _, f := range files {
		for _, written := range writes(f) {
			spec, ok := fixed[f.dir][written.Name]
			if ok && (written.Obj == nil || written.Obj.Decl == spec) {
				faults = append(faults, fmt.Sprintf("%s: %s is a package variable and is changed here", f.place(written), written.Name))
			}
		}
	}
	return faults
}

// variables lists the package variables of a file, those named _ left out.
func variables(f sourceFile) []*ast.ValueSpec {
	var found []*ast.ValueSpec
	for _, d := range f.tree.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.VAR {
			continue
		}
		for _, spec := range group.Specs {
			if s := spec.(*ast.ValueSpec); s.Names[0].Name != "_" {
				found = append(found, s)
			}
		}
	}
	return found
}

// startsEmpty tells whether a variable has no value and is not filled by the compiler either (go:embed).
func startsEmpty(f sourceFile, spec *ast.ValueSpec) bool {
	if len(spec.Values) > 0 {
		return false
	}
	embedded := false
	for _, group := range f.tree.Comments {
		for _, c := range group.List {
			near := f.set.Position(spec.Pos()).Line - f.set.Position(c.Pos()).Line
			embedded = embedded || strings.HasPrefix(c.Text, "//go:embed") && near >= 0 && near < 5
		}
	}
	return !embedded
}

// synchronised tells whether the value or type of a variable comes from sync or sync/atomic, what is done or computed once aside.
func synchronised(spec *ast.ValueSpec) bool {
	found := false
	ast.Inspect(spec, func(n ast.Node) bool {
		if _, body := n.(*ast.FuncLit); body {
			return false
		}
		if s, ok := n.(*ast.SelectorExpr); ok {
			x, ok := s.X.(*ast.Ident)
			found = found || ok && (x.Name == "sync" || x.Name == "atomic") && !strings.HasPrefix(s.Sel.Name, "OnceFunc") && !strings.HasPrefix(s.Sel.Name, "OnceValue")
		}
		return true
	})
	return found
}

// writes lists the names at the root of everything that a file assigns to, counts up or takes the address of.
func writes(f sourceFile) []*ast.Ident {
	var names []*ast.Ident
	add := func(e ast.Expr) {
		if name := rootName(e); name != nil {
			names = append(names, name)
		}
	}
	ast.Inspect(f.tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, left := range n.Lhs {
					add(left)
				}
			}
		case *ast.IncDecStmt:
			add(n.X)
		case *ast.UnaryExpr:
			if _, whole := n.X.(*ast.Ident); whole && n.Op == token.AND {
				add(n.X)
			}
		}
		return true
	})
	return names
}

func rootName(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// comments counts the lines of a file that hold a comment, alone or behind code.
func comments(f sourceFile) int {
	count := 0
	for _, group := range f.tree.Comments {
		count += f.length(group)
	}
	return count
}

func TestCommentsAreNeitherRareNorEverywhere(t *testing.T) {
	said, lines := 0, 0
	for _, f := range code(module(t)) {
		said, lines = said+comments(f), lines+f.lines-f.blank
	}
	per := 100 * said / (lines - said)
	assert.GreaterOrEqual(t, per, leastComments, "comment lines per hundred of code")
	assert.LessOrEqual(t, per, mostComments, "comment lines per hundred of code")
}

// cases lists the files under every testdata of the module.
func cases(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.Contains(filepath.ToSlash(path), "/testdata/") {
			files = append(files, path)
		}
		return err
	})
	require.NoError(t, err)
	return files
}

// Lines are counted without blank ones and comments; scripts, bad files and the answers wanted of them are tests like any other.
func TestThereIsAsMuchTestAsCode(t *testing.T) {
	tests, lines := 0, 0
	for _, f := range module(t) {
		own := f.lines - f.blank - comments(f)
		if f.test {
			tests += own
		} else {
			lines += own
		}
	}
	for _, name := range cases(t) {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		tests += strings.Count(string(text), "\n") - blankLines(string(text))
	}
	assert.GreaterOrEqual(t, tests, lines, "lines of tests against lines of code")
}
