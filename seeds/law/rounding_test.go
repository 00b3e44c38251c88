package law

import (
	"encoding/binary"
	"go/ast"
	"go/parser"
	"go/token"
	"hash/fnv"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNoProductCanBeFused walks the source of the package: every product is the argument of a conversion, of another
// product or of a quotient. A product anywhere else could, even through a variable or an inlined call, end in a sum,
// and be rounded on some processors and not on others. Constants are exact before they are rounded.
func TestNoProductCanBeFused(t *testing.T) {
	files := token.NewFileSet()
	sources, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(files, source, nil, 0)
		require.NoError(t, err)
		for _, place := range loose(file) {
			assert.Fail(t, "a product without float64(...) around it", "%v", files.Position(place))
		}
	}
}

// TestTheWalkFindsLooseProducts shows it what it must find, and what it must let pass.
func TestTheWalkFindsLooseProducts(t *testing.T) {
	for code, want := range map[string]int{
		"x := a*b":                  1,
		"x := a*b + c":              1,
		"x := float64(a*b) + c":     0,
		"x := float64(a*b*c) + d":   0,
		"x := float64(a*(b*c)) + d": 0,
		"x := a*b/c + d":            0,
		"x := f(a * b)":             1,
		"x *= a":                    1,
		"const x = 2*a":             0,
		"var x *float64":            0,
		"x := y - -(a*b)":           1,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "", "package law\nfunc _() {\n"+code+"\n}", 0)
		require.NoError(t, err)
		assert.Len(t, loose(file), want, code)
	}
}

// loose lists the products that are not rounded where they are made.
func loose(file *ast.File) []token.Pos {
	var found []token.Pos
	bound := make(map[ast.Expr]bool)
	bind := func(e ast.Expr) {
		for {
			bound[e] = true
			inner, isParen := e.(*ast.ParenExpr)
			if !isParen {
				return
			}
			e = inner.X
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			return n.Tok != token.CONST
		case *ast.CallExpr:
			if name, isName := n.Fun.(*ast.Ident); isName && slices.Contains([]string{"float64", "uint64"}, name.Name) {
				bind(n.Args[0])
			}
		case *ast.AssignStmt:
			if n.Tok == token.MUL_ASSIGN {
				found = append(found, n.Pos())
			}
		case *ast.BinaryExpr:
			if n.Op == token.MUL || n.Op == token.QUO {
				bind(n.X)
				bind(n.Y)
			}
			if n.Op == token.MUL && !bound[n] {
				found = append(found, n.Pos())
			}
		}
		return true
	})
	return found
}

// TestOutcomesHaveTheSameBitsEverywhere: the digest of many outcomes, moments included, must not change with the
// processor, the compiler's options or the version of the project. (It is the same with GOAMD64=v3, where Go fuses, and with GOARCH=386.)
// A change here changes published figures.
func TestOutcomesHaveTheSameBitsEverywhere(t *testing.T) {
	laws := everyLaw(t)
	names := make([]string, 0, len(laws))
	for name := range laws {
		names = append(names, name)
	}
	slices.Sort(names)
	digest := fnv.New64a()
	add := func(x float64) {
		_, _ = digest.Write(binary.LittleEndian.AppendUint64(nil, math.Float64bits(x)))
	}
	for _, name := range names {
		l := laws[name]
		add(l.Mean())
		add(l.SD())
		for i := range 1000 {
			add(l.Quantile((float64(i) + 0.5) / 1000))
		}
		for k := 2; k <= 53; k++ {
			add(l.Quantile(math.Ldexp(1, -k)))
			add(l.Quantile(1 - math.Ldexp(1, -k)))
		}
	}
	assert.Equal(t, uint64(0x80ea8fe2bee1f710), digest.Sum64())
}
