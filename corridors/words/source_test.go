package words

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// said is one call of Say found in the source.
type said struct {
	where string
	id    string         // the id, or its written parts with * for what is chosen at run time
	match *regexp.Regexp // nil when the id stands whole in the source
	args  []string
}

// reading collects what a walk through source files finds.
type reading struct {
	files  *token.FileSet
	said   []said
	faults []string
}

// read parses the Go files of a tree that go into the command: no tests, no testdata, no nested modules.
func read(tree fs.FS) (*reading, error) {
	r := &reading{files: token.NewFileSet()}
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return skipped(tree, name)
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		source, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(r.files, name, source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		r.file(name, file)
		return nil
	})
	return r, err
}

func skipped(tree fs.FS, name string) error {
	base := path.Base(name)
	if name == "." {
		return nil
	}
	if base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return fs.SkipDir
	}
	if _, err := fs.Stat(tree, path.Join(name, "go.mod")); err == nil {
		return fs.SkipDir
	}
	return nil
}

// file finds the calls of one file, whatever name it imports this package under.
func (r *reading) file(name string, file *ast.File) {
	local := localName(file)
	inside := path.Dir(name) == "corridors/words"
	if local == "" && !inside {
		return
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if named(n.Fun, local, inside, "Say") {
				r.call(n)
			}
		case *ast.CompositeLit:
			if !inside && len(n.Elts) > 0 && named(n.Type, local, inside, "Phrase") {
				r.fault(n, "a Phrase is made with words.Say")
			}
		}
		return true
	})
}

// localName is what a file calls this package, "" when it does not import it.
func localName(file *ast.File) string {
	for _, spec := range file.Imports {
		if spec.Path.Value != `"hanhlang/corridors/words"` {
			continue
		}
		if spec.Name != nil {
			return spec.Name.Name
		}
		return "words"
	}
	return ""
}

func named(x ast.Expr, local string, inside bool, name string) bool {
	if id, ok := x.(*ast.Ident); ok {
		return inside && id.Name == name
	}
	sel, ok := x.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != name {
		return false
	}
	id, ok := sel.X.(*ast.Ident)
	return ok && id.Name == local
}

// call reads one call of Say: its id and the names of its arguments.
func (r *reading) call(call *ast.CallExpr) {
	if len(call.Args) == 0 || call.Ellipsis.IsValid() || len(call.Args)%2 == 0 {
		r.fault(call, "words.Say takes an id and pairs of name and value")
		return
	}
	one := said{where: r.files.Position(call.Pos()).String()}
	for i := 1; i < len(call.Args); i += 2 {
		name, ok := text(call.Args[i])
		if !ok {
			r.fault(call, "the name of an argument of words.Say stands in the source as text")
			return
		}
		one.args = append(one.args, name)
	}
	whole, ok := text(call.Args[0])
	if ok {
		one.id = whole
	} else {
		one.id, one.match = pattern(call.Args[0])
	}
	r.said = append(r.said, one)
}

func (r *reading) fault(n ast.Node, what string) {
	r.faults = append(r.faults, fmt.Sprintf("%s: %s", r.files.Position(n.Pos()), what))
}

// text is the value of a string literal.
func text(x ast.Expr) (string, bool) {
	lit, ok := x.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// pattern reads "measure." + name + ".title" as measure.*.title, and as the expression that matches it.
func pattern(x ast.Expr) (string, *regexp.Regexp) {
	shown, match := "", ""
	for _, part := range parts(x) {
		if s, ok := text(part); ok {
			shown, match = shown+s, match+regexp.QuoteMeta(s)
		} else {
			shown, match = shown+"*", match+".+"
		}
	}
	return shown, regexp.MustCompile("^" + match + "$")
}

func parts(x ast.Expr) []ast.Expr {
	if sum, ok := x.(*ast.BinaryExpr); ok && sum.Op == token.ADD {
		return append(parts(sum.X), parts(sum.Y)...)
	}
	return []ast.Expr{x}
}
