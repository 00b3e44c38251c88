package scenarios

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios/strict"
)

// outlined are the kinds of file that have an outline, and the laws in them.
func outlined() []Kind {
	return []Kind{lawDef, factsFile, ScenarioFile, StudyFile, SweepFile, CasesFile}
}

// everyKey collects the keys of an outline, and those that are asked for and never read.
func everyKey(o *strict.Outline, path string, keys map[string]bool, unread *[]string) {
	for _, key := range o.Asked() {
		keys[key] = true
		everyKey(o.Under(key), path+"."+key, keys, unread)
	}
	for _, key := range o.Refused() {
		*unread = append(*unread, path+"."+key)
	}
	if item := o.Item(); item != nil {
		everyKey(item, path+"[]", keys, unread)
	}
}

// TestOutlinesHoldEveryKeyOfTheCode reads the source of this package: each text that is handed to a reader as a key stands in an outline.
func TestOutlinesHoldEveryKeyOfTheCode(t *testing.T) {
	keys := map[string]bool{}
	var unread []string
	for _, kind := range outlined() {
		everyKey(Outline(kind), string(kind), keys, &unread)
	}
	readers := []string{"At", "Has", "Sub", "Text", "Choice", "Flag", "Count", "Number", "Share", "Quantity", "List", "ListOfSome", "Require", "Windows", "Known"}
	sources, err := filepath.Glob("*.go")
	require.NoError(t, err)
	found := map[string]bool{}
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") || source == "explain.go" || source == "outline.go" {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), source, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is || len(call.Args) == 0 {
				return true
			}
			if f, is := call.Fun.(*ast.SelectorExpr); is && slices.Contains(readers, f.Sel.Name) {
				if text, is := call.Args[0].(*ast.BasicLit); is && text.Kind == token.STRING {
					key, _ := strconv.Unquote(text.Value)
					found[key] = true
				}
			}
			return true
		})
	}
	assert.Greater(t, len(found), 150)
	for _, key := range slices.Sorted(maps.Keys(found)) {
		assert.True(t, keys[key], "%s is read, and no outline knows it: go test -tags slow ./scenarios -run Explored -update", key)
	}
	assert.Equal(t, []string{ // each is asked for to be refused
		"scenario.gates[].posts[].stations[].priority[].share",
		"scenario.gates[].posts[].stages[].cases[].when.share",
		"scenario.depots[].stations[].priority[].share",
		"scenario.depots[].stages[].cases[].when.share",
		"scenario.flows[].arrivals.by_hour.range",
		"scenario.flows[].arrivals.by_weekday.range",
		"scenario.flows[].arrivals.by_month.range",
		"scenario.flows[].arrivals.trace.range",
		"study.seed",
	}, unread)
}
