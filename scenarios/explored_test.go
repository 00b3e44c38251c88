//go:build slow

package scenarios

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"hanhlang/scenarios/strict"
)

// leading are documents that lead to what single keys do not lead to.
var leading = map[Kind][]string{
	ScenarioFile: {
		`{places: [{name: x, kind: market, country: x, stations: [{name: x, priority: [{flow: [x], commodity: [x], load: [empty], channel: [red], declaration: [paper], trip: [out], direction: [exit], traffic: [freight], purpose: [loading], trusted: true}]}]}]}`,
		`{places: [{name: x, kind: market, country: x, stations: [{name: x, priority: [{flow: x, commodity: x, load: empty, channel: red, declaration: paper, trip: out, direction: exit, traffic: freight, purpose: loading, trusted: true}]}]}]}`,
		`{flows: [{name: x}], gates: [{name: x, posts: [{name: x, stations: [{name: x, priority: [{flow: [x], commodity: [x], load: [empty], channel: [red], declaration: [paper], trip: [out], direction: [exit], traffic: [freight], purpose: [loading], trusted: true}]}]}]}]}`,
		`{flows: [{name: x}], gates: [{name: x, posts: [{name: x, stations: [{name: x, priority: [{flow: x, commodity: x, load: empty, channel: red, declaration: paper, trip: out, direction: exit, traffic: freight, purpose: loading, trusted: true}]}]}]}]}`,
		`{flows: [{name: x}], depots: [{name: x, stations: [{name: x, priority: [{flow: [x], commodity: [x], load: [empty], channel: [red], declaration: [paper], trip: [out], direction: [exit], traffic: [freight], purpose: [loading], trusted: true}]}]}]}`,
		`{flows: [{name: x}], depots: [{name: x, stations: [{name: x, priority: [{flow: x, commodity: x, load: empty, channel: red, declaration: paper, trip: out, direction: exit, traffic: freight, purpose: loading, trusted: true}]}]}]}`,
		`{flows: [{name: x, transit: {share: 50 %, countries: [x]}, return: {mode: none, transit: {share: 50 %, countries: [x]}}}]}`,
		`{flows: [{name: x, transit: {share: {value: 50 %, fact: x, why: x}, countries: [x]}}, {name: y, transit: {share: {value: 50 %, transfer: x, range: [1 %, 2 %]}, countries: [x]}}]}`,
		`{flows: [{name: x, return: {mode: none, transit: {share: {value: 50 %, fact: x, why: x}, countries: [x]}}}, {name: y, return: {mode: none, transit: {share: {value: 50 %, transfer: x, range: [1 %, 2 %]}, countries: [x]}}}]}`,
		`{flows: [{name: x, arrivals: {zone: x, share: {value: 50 %, fact: x, why: x}}}, {name: y, arrivals: {zone: x, share: {value: 50 %, transfer: x, range: [1 %, 2 %]}}}]}`,
		`{flows: [{name: x, arrivals: {after: x, transfer_fee: {value: 5 USD, fact: x, why: x, date: 2026-03-02}}}, {name: y, arrivals: {after: x, transfer_fee: {value: 5 USD, transfer: x, range: [1 USD, 9 USD]}}}]}`,
	},
	StudyFile: {
		`{lesson: {}, base: reference/p10-m-m-1}`,
		`{lesson: {look_at: {}, expected: [x], because: x}, base: reference/p10-m-m-1}`,
		`{lesson: {look_at: {figure: x, see: x}, expected: [{}], because: x}, base: reference/p10-m-m-1}`,
		`{lesson: {expected: [{says: x, alternative: x, base: reference/p10-m-m-1, measure: border_time_h, between: x}]}, alternatives: [{name: x}], base: reference/p10-m-m-1}`,
	},
	SweepFile: {`{scenario: reference/p10-m-m-1, design: grid, factors: [{input: "flows[trucks].arrivals.rate", from: 5/h, to: 6/h, levels: 3}]}`},
	CasesFile: {
		`{cases: [{name: x, scenario: reference/p10-m-m-1, expected: [{name: x, measure: border_time_h, value: 1 h, half_width: 2 %}]}]}`,
		`{version: 1, kind: cases, name: x, cases: [{name: x, placement: {demand: [{at: 0 km, tonnes: 3 t/day}], candidates: [{name: x, at: 1 km, fixed: 5 USD/day}], rate: 1 USD/tkm}, ` +
			`expected: [{name: x, best_sites: 1, value: [x]}, {name: y, best_cost: 1, value: 5 USD/day}, {name: z, runner_up_cost: 1, value: 5 USD/day}]}]}`,
	},
}

// TestExploredAgainNothingElseIsAsked tries what the readers ask for, for some minutes, and finds no more than the drafts tell. After a
// reader has learned something new, -update finds drafts for it.
func TestExploredAgainNothingElseIsAsked(t *testing.T) {
	for _, kind := range outlined() {
		found, witnesses := explore(outliner(kind), drafting, leading[kind]...)
		if *update {
			short := shrunk(t, witnesses, outliner(kind))
			require.NoError(t, os.WriteFile(filepath.Join("drafts", string(kind)+".txt"), []byte(strings.Join(short, "\n")+"\n"), 0o644))
			continue
		}
		known := Outline(kind)
		assert.Equal(t, found.Size(), known.Size(), kind)
	}
}

// shrunk leaves out of each draft what it tells nothing by, and the drafts that tell nothing beside the others.
func shrunk(t *testing.T, drafts []string, read func(top *strict.Map)) []string {
	o := &strict.Outline{}
	var out []string
	slices.SortStableFunc(drafts, func(a, b string) int { return len(a) - len(b) })
	for _, draft := range drafts {
		goal := o.Copy()
		if !goal.Learn(draft, read) {
			continue
		}
		var top yaml.Node
		require.NoError(t, yaml.Unmarshal([]byte(draft), &top))
		tells := func() bool {
			trial := o.Copy()
			trial.Learn(flow(top.Content[0]), read)
			return trial.Size() == goal.Size() && trial.Seen() == goal.Seen()
		}
		shrink(top.Content[0], tells)
		draft = flow(top.Content[0])
		o.Learn(draft, read)
		out = append(out, draft)
	}
	return out
}

// shrink takes entries and items out as long as the rest still tells the same.
func shrink(n *yaml.Node, tells func() bool) {
	width := 1
	if n.Kind == yaml.MappingNode {
		width = 2
	}
	for i := len(n.Content) - width; i >= 0; i -= width {
		before := n.Content
		n.Content = slices.Concat(before[:i], before[i+width:])
		if !tells() {
			n.Content = before
		}
	}
	for i := width - 1; i < len(n.Content); i += width {
		if n.Content[i].Kind != yaml.ScalarNode {
			shrink(n.Content[i], tells)
		}
	}
}

// flow writes a tree in YAML's flow style.
func flow(n *yaml.Node) string {
	var parts []string
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			parts = append(parts, n.Content[i].Value+": "+flow(n.Content[i+1]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yaml.SequenceNode:
		for _, item := range n.Content {
			parts = append(parts, flow(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	if n.Style == yaml.DoubleQuotedStyle {
		return `"` + n.Value + `"`
	}
	return n.Value
}

// drafting gives texts with which readers read on.
func drafting(key string) string {
	switch key {
	case "base", "scenario":
		return "reference/p10-m-m-1"
	case "input":
		return `"flows[trucks].arrivals.rate"`
	case "measure", "measures", "headline":
		return "border_time_h"
	}
	return ""
}
