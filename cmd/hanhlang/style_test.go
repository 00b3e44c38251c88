package main

import (
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

// The figures that the code holds.
const (
	mostLines      = 400 // of a file
	medianLines    = 150 // of the files that are not tests
	mostBody       = 60  // lines of a function
	usualBody      = 30  // lines of nine functions in ten
	mostParameters = 5
	leastComments  = 15 // comment lines per hundred lines of code
	mostComments   = 35
	leastDoc       = 3 // lines that a package says about itself
)

func functions(f sourceFile) []*ast.FuncDecl {
	var found []*ast.FuncDecl
	for _, d := range f.tree.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok {
			found = append(found, fn)
		}
	}
	return found
}

func TestFilesAreShort(t *testing.T) {
	var lengths []int
	for _, f := range module(t) {
		assert.LessOrEqual(t, f.lines, mostLines, f.path)
		if !f.test {
			lengths = append(lengths, f.lines)
		}
	}
	slices.Sort(lengths)
	assert.LessOrEqual(t, lengths[len(lengths)/2], medianLines, "median of %d files", len(lengths))
}

func TestFunctionsFitAScreen(t *testing.T) {
	var lengths []int
	for _, f := range code(module(t)) {
		for _, fn := range functions(f) {
			n := f.length(fn)
			assert.LessOrEqual(t, n, mostBody, "%s: %s", f.place(fn), fn.Name.Name)
			lengths = append(lengths, n)
		}
	}
	slices.Sort(lengths)
	assert.LessOrEqual(t, lengths[len(lengths)*9/10], usualBody, "90th percentile of %d functions", len(lengths))
}

func TestFunctionsTakeFewParameters(t *testing.T) {
	for _, f := range code(module(t)) {
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if fn, ok := n.(*ast.FuncType); ok {
				assert.LessOrEqual(t, fn.Params.NumFields(), mostParameters, f.place(fn))
			}
			return true
		})
	}
}

func TestEveryExportedNameIsDocumented(t *testing.T) {
	for _, f := range code(module(t)) {
		for _, d := range f.tree.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && receiverExported(d) {
					assert.NotEmpty(t, d.Doc.Text(), "%s: %s", f.place(d), d.Name.Name)
				}
			case *ast.GenDecl:
				for _, name := range undocumented(d) {
					t.Errorf("%s: %s", f.place(name), name.Name)
				}
			}
		}
	}
}

// receiverExported tells whether a function is seen outside its package: a method of an unexported type is not.
func receiverExported(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	receiver := d.Recv.List[0].Type
	for {
		switch x := receiver.(type) {
		case *ast.StarExpr:
			receiver = x.X
		case *ast.IndexExpr:
			receiver = x.X
		case *ast.IndexListExpr:
			receiver = x.X
		case *ast.Ident:
			return x.IsExported()
		default:
			return true
		}
	}
}

// undocumented lists the exported names of a declaration that neither it, nor its group, nor its line says anything about.
func undocumented(d *ast.GenDecl) []*ast.Ident {
	var names []*ast.Ident
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() && s.Doc.Text()+d.Doc.Text() == "" {
				names = append(names, s.Name)
			}
		case *ast.ValueSpec:
			for _, name := range s.Names {
				if name.IsExported() && s.Doc.Text()+s.Comment.Text()+d.Doc.Text() == "" {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	docs := map[string]string{}
	for _, f := range code(module(t)) {
		docs[f.dir] += f.tree.Doc.Text()
	}
	for dir, doc := range docs {
		assert.GreaterOrEqual(t, strings.Count(doc, "\n"), leastDoc, "package %s: what it is for and what it does not know", dir)
		assert.Regexp(t, `^(Package|Command) `, doc, "package %s", dir)
	}
}

func TestNamesSaySomething(t *testing.T) {
	empty := []string{"util", "utils", "helper", "helpers", "manager", "impl"}
	emptyFiles := append([]string{"common", "base", "misc", "types"}, empty...)
	for _, f := range module(t) {
		name := strings.TrimSuffix(strings.TrimSuffix(path.Base(f.path), ".go"), "_test")
		for _, part := range append(strings.Split(name, "_"), path.Base(f.dir)) {
			assert.NotContains(t, emptyFiles, part, f.path)
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			var declared *ast.Ident
			switch n := n.(type) {
			case *ast.TypeSpec:
				declared = n.Name
			case *ast.FuncDecl:
				declared = n.Name
			default:
				return true
			}
			for _, word := range camelWords(declared.Name) {
				assert.NotContains(t, empty, word, "%s: %s", f.place(declared), declared.Name)
			}
			return true
		})
	}
}

// camelWords takes a name apart at its capital letters: lowCounterTime is low, counter, time.
func camelWords(name string) []string {
	spaced := strings.Map(func(r rune) rune {
		if r == '_' {
			return ' '
		}
		return r
	}, name)
	var b strings.Builder
	for i, r := range spaced {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.Fields(b.String())
}

func TestErrorsAreLowerCaseWithoutFullStop(t *testing.T) {
	for _, f := range code(module(t)) {
		ast.Inspect(f.tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 || !makesError(call.Fun) {
				return true
			}
			if text, ok := call.Args[0].(*ast.BasicLit); ok && text.Kind == token.STRING && len(text.Value) > 3 {
				inner := []rune(strings.Trim(text.Value, "\"`"))
				capital := len(inner) > 1 && unicode.IsUpper(inner[0]) && unicode.IsLower(inner[1])
				assert.False(t, capital || strings.HasSuffix(string(inner), "."), "%s: %s", f.place(text), text.Value)
			}
			return true
		})
	}
}

func makesError(fun ast.Expr) bool {
	s, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := s.X.(*ast.Ident)
	return ok && (x.Name == "errors" && s.Sel.Name == "New" || x.Name == "fmt" && s.Sel.Name == "Errorf")
}
