package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// asserting tells which functions of the tests of a package can make a test fail: those that assert something themselves, and
// those that call one of them.
type asserting map[string]bool

// assertingIn looks through the test files of a package.
func assertingIn(files []*ast.File) asserting {
	found, calls := make(asserting), make(map[string][]string)
	for _, f := range files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			name := fn.Name.Name
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					found[name] = found[name] || asserts(call)
					calls[name] = append(calls[name], called(call))
				}
				return true
			})
		}
	}
	for more := true; more; {
		more = false
		for name, of := range calls {
			if !found[name] && slices.ContainsFunc(of, func(callee string) bool { return found[callee] }) {
				found[name], more = true, true
			}
		}
	}
	return found
}

// asserts says whether a call can make a test fail by itself.
func asserts(call *ast.CallExpr) bool {
	at, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	if of, ok := at.X.(*ast.Ident); ok && slices.Contains([]string{"assert", "require", "testscript"}, of.Name) {
		return true
	}
	return slices.Contains([]string{"Error", "Errorf", "Fatal", "Fatalf", "Fail", "FailNow"}, at.Sel.Name)
}

// called is the name of the function or method that a call calls; of a package, the name in it.
func called(call *ast.CallExpr) string {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	case *ast.IndexExpr:
		return called(&ast.CallExpr{Fun: fun.X})
	}
	return ""
}

// isTest says whether a function is one that go test runs to see whether it fails.
func isTest(fn *ast.FuncDecl) bool {
	return fn.Recv == nil && (strings.HasPrefix(fn.Name.Name, "Test") || strings.HasPrefix(fn.Name.Name, "Fuzz")) && fn.Name.Name != "TestMain"
}

// TestEveryTestAsserts: a test without an assertion cannot fail but by a panic.
func TestEveryTestAsserts(t *testing.T) {
	packages := make(map[string][]*ast.File)
	for _, f := range module(t) {
		if f.test {
			packages[path.Dir(f.path)] = append(packages[path.Dir(f.path)], f.tree)
		}
	}
	tests := 0
	for dir, files := range packages {
		found := assertingIn(files)
		for _, f := range files {
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && isTest(fn) {
					tests++
					assert.True(t, found[fn.Name.Name], "%s: %s asserts nothing", dir, fn.Name.Name)
				}
			}
		}
	}
	assert.Greater(t, tests, 500, "the tests are found at all")
}

// TestAssertionsAreFoundWhereverTheyAre: in the test, in what it calls, in what a method of that calls, or nowhere.
func TestAssertionsAreFoundWhereverTheyAre(t *testing.T) {
	tree, err := parser.ParseFile(token.NewFileSet(), "x_test.go", `package x
func TestItself(t *testing.T) { t.Run("a", func(t *testing.T) { assert.True(t, true) }) }
func TestHelped(t *testing.T) { helper(t) }
func TestThroughAMethod(t *testing.T) { thing{}.holds(t) }
func TestNothing(t *testing.T) { compute() }
func TestOnlyRuns(t *testing.T) { t.Run("a", func(t *testing.T) { compute() }) }
func helper(t *testing.T) { thing{}.holds(t) }
func (thing) holds(t *testing.T) { t.Fatalf("no") }
func compute() {}
`, 0)
	require.NoError(t, err)
	found := assertingIn([]*ast.File{tree})
	for name, want := range map[string]bool{"TestItself": true, "TestHelped": true, "TestThroughAMethod": true, "TestNothing": false, "TestOnlyRuns": false} {
		assert.Equal(t, want, found[name], name)
	}
}
