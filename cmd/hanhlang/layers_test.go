package main

import (
	"go/ast"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// layers is the order of the packages: an import points to a lower row, and equal rows do not see each other.
func layers() [][]string {
	return [][]string{
		{"seeds", "seeds/law", "sim/runlog", "scenarios/quantity", "corridors/words", "corridors/placement"},
		{"corridors", "sim", "sim/stat", "scenarios/strict"},
		{"corridors/journey", "sim/experiment"},
		{"corridors/report/chart", "corridors/report/indicators"},
		{"scenarios", "corridors/report", "corridors/exchange"},
		{"scenarios/study", "scenarios/verify", "scenarios/schema", "scenarios/sheet"},
		{"studio"},
		{"cmd/hanhlang"},
	}
}

// blind lists what a part of the tree must never see, whatever the rows say: the kernel and the luck know no trucks.
func blind() map[string][]string {
	return map[string][]string{
		"sim":                {"corridors", "scenarios"},
		"seeds":              {"corridors", "scenarios", "sim"},
		"scenarios/strict":   {"corridors/journey", "sim", "seeds"},
		"scenarios/quantity": {"corridors", "sim", "seeds"},
	}
}

// guest is a package from outside and where it may be used: under a folder, or in tests only.
type guest struct {
	prefix string
	under  string
	tests  bool
}

func guests() []guest {
	return []guest{
		{prefix: "github.com/spf13/viper", under: "cmd/hanhlang"},
		{prefix: "github.com/spf13/cobra", under: "cmd/hanhlang"},
		{prefix: "github.com/spf13/pflag", under: "cmd/hanhlang"},
		{prefix: "github.com/schollz/progressbar", under: "cmd/hanhlang"},
		{prefix: "golang.org/x/term", under: "cmd/hanhlang"},
		{prefix: "os/signal", under: "cmd/hanhlang"},
		{prefix: "os/exec", tests: true},
		{prefix: "github.com/stretchr/testify", tests: true},
		{prefix: "github.com/rogpeppe/go-internal", tests: true},
		{prefix: "pgregory.net/rapid", tests: true},
		{prefix: "github.com/santhosh-tekuri/jsonschema", tests: true},
		{prefix: "math/rand", tests: true}, // luck comes from seeds
	}
}

func rowOf(dir string) (int, bool) {
	for row, dirs := range layers() {
		for _, d := range dirs {
			if d == dir {
				return row, true
			}
		}
	}
	return 0, false
}

func within(dir, folder string) bool { return dir == folder || strings.HasPrefix(dir, folder+"/") }

func imported(spec *ast.ImportSpec) string {
	name, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		panic(err) // The parser accepted it.
	}
	return name
}

func TestEveryPackageHasItsRow(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range module(t) {
		if _, ok := rowOf(f.dir); !ok && !seen[f.dir] {
			seen[f.dir] = true
			t.Errorf("package %s stands in no row of the table of layers", f.dir)
		}
	}
}

func TestImportsPointDown(t *testing.T) {
	for _, f := range module(t) {
		if strings.HasSuffix(f.tree.Name.Name, "_test") {
			continue // A test from outside looks at its package as a user does, and may ask who uses it.
		}
		from, _ := rowOf(f.dir)
		if f.test {
			from++ // A test may hold its package against a neighbour, such as the acceptance rule of experiments.
		}
		for _, spec := range f.tree.Imports {
			target, inside := strings.CutPrefix(imported(spec), modulePath+"/")
			to, known := rowOf(target)
			if inside && known {
				assert.Less(t, to, from, "%s: %s (row %d) imports %s (row %d)", f.place(spec), f.dir, from, target, to)
			}
		}
	}
}

func TestKernelAndLuckKnowNoTrucks(t *testing.T) {
	for _, f := range code(module(t)) {
		for part, hidden := range blind() {
			if !within(f.dir, part) {
				continue
			}
			for _, spec := range f.tree.Imports {
				target, inside := strings.CutPrefix(imported(spec), modulePath+"/")
				for _, h := range hidden {
					allowed := !inside || !within(target, h) || within(target, "corridors/words") && h == "corridors"
					assert.True(t, allowed, "%s: %s must not see %s", f.place(spec), f.dir, target)
				}
			}
		}
	}
}

func TestGuestsStayWhereTheyBelong(t *testing.T) {
	for _, f := range module(t) {
		for _, spec := range f.tree.Imports {
			for _, g := range guests() {
				if !within(imported(spec), g.prefix) {
					continue
				}
				assert.True(t, f.test || !g.tests, "%s: %s is for tests only", f.place(spec), g.prefix)
				assert.True(t, g.under == "" || within(f.dir, g.under), "%s: %s is for %s only", f.place(spec), g.prefix, g.under)
			}
		}
	}
}

// Only the command speaks to the outside: nobody else prints, ends the process or asks for the time.
func TestOnlyTheCommandTouchesTheWorld(t *testing.T) {
	own := map[string]bool{
		"fmt.Print": true, "fmt.Println": true, "fmt.Printf": true, "os.Exit": true, "os.Stdout": true, "os.Stderr": true,
		"os.Getenv": true, "os.LookupEnv": true, "time.Now": true, "time.Since": true, "time.Local": true, "log.Fatal": true, "log.Printf": true,
	}
	for _, f := range code(module(t)) {
		if within(f.dir, "cmd/hanhlang") {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && own[x.Name+"."+s.Sel.Name] {
					t.Errorf("%s: %s.%s is for the command only", f.place(s), x.Name, s.Sel.Name)
				}
			}
			return true
		})
	}
}
