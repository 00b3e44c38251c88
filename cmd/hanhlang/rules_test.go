package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The rules of layers_test.go and style_test.go are worth what they find; here they are shown what they must find.

func parsedText(t *testing.T, text string) sourceFile {
	t.Helper()
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, "a.go", "package a\n"+text, parser.ParseComments)
	require.NoError(t, err)
	return sourceFile{path: "a.go", dir: "a", set: set, tree: tree, lines: 10}
}

func TestTableOfLayersHoldsEachPackageOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, dirs := range layers() {
		for _, dir := range dirs {
			assert.False(t, seen[dir], dir)
			seen[dir] = true
		}
	}
	lowest, ok := rowOf("seeds")
	assert.True(t, ok)
	highest, _ := rowOf("cmd/hanhlang")
	assert.Less(t, lowest, highest)
	_, ok = rowOf("somewhere")
	assert.False(t, ok)
}

func TestFolderHoldsItselfAndWhatIsBelow(t *testing.T) {
	assert.True(t, within("sim", "sim"))
	assert.True(t, within("sim/stat", "sim"))
	assert.False(t, within("simple", "sim"))
}

func TestNamesComeApartAtTheirCapitals(t *testing.T) {
	assert.Equal(t, []string{"low", "counter", "time"}, camelWords("lowCounterTime"))
	assert.Equal(t, []string{"snake", "case"}, camelWords("snake_case"))
	assert.Equal(t, []string{"helper"}, camelWords("Helper"))
}

func TestUndocumentedNamesAreFound(t *testing.T) {
	for text, want := range map[string]int{
		"type A int":               1,
		"// A counts.\ntype A int": 0,
		"type a int":               0,
		"const (\n\tA = 1\n\tB = 2 // of trucks\n)": 1,
		"// Limits.\nconst (\n\tA = 1\n\tB = 2\n)":  0,
	} {
		group := parsedText(t, text).tree.Decls[0].(*ast.GenDecl)
		assert.Len(t, undocumented(group), want, text)
	}
}

func TestMethodOfAHiddenTypeIsHidden(t *testing.T) {
	for text, want := range map[string]bool{
		"func F() {}":                true,
		"func (a A) F() {}":          true,
		"func (a *a) F() {}":         false,
		"func (a a[T]) F() {}":       false,
		"func (a *Box[T, U]) F() {}": true,
	} {
		assert.Equal(t, want, receiverExported(parsedText(t, text).tree.Decls[0].(*ast.FuncDecl)), text)
	}
}

func TestErrorsAreKnownByHowTheyAreMade(t *testing.T) {
	for text, want := range map[string]bool{
		`var _ = errors.New("x")`: true, `var _ = fmt.Errorf("x")`: true, `var _ = fmt.Sprint("x")`: false, `var _ = f("x")`: false,
	} {
		spec := parsedText(t, text).tree.Decls[0].(*ast.GenDecl).Specs[0].(*ast.ValueSpec)
		assert.Equal(t, want, makesError(spec.Values[0].(*ast.CallExpr).Fun), text)
	}
}

func TestBlankLinesAndCommentsAreCounted(t *testing.T) {
	assert.Equal(t, 2, blankLines("a\n\n \t\nb\n"))
	assert.Equal(t, 3, comments(parsedText(t, "// one\n// two\nvar a = 1 // three\n")))
}
