package scenarios

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/sim"
)

// LoadScenario reads a scenario by name or path, with `path=value` settings on top, and checks it
// whole. A corridor is a scenario that changes nothing. The error is a *strict.Problems.
func LoadScenario(nameOrPath string, sets []string) (*Scenario, error) {
	problems := &strict.Problems{}
	facts := readFacts(problems)
	tree, _ := chain{source: source{problems: problems}}.world(nameOrPath, nil)
	if tree == nil {
		return nil, problems.Err()
	}
	s := read(strict.Set(tree, sets, problems), facts, problems)
	return s, problems.Err()
}

// with reads the scenario again with more settings on top.
func (s *Scenario) with(sets []string) (*Scenario, error) {
	problems := &strict.Problems{}
	out := read(strict.Set(s.tree, sets, problems), s.facts, problems)
	return out, problems.Err()
}

// chain follows the files that a scenario is built upon.
type chain struct {
	source
	names []string // from the file asked for to the one being read
}

// deepest is how many files may build upon one another.
const deepest = 16

// world reads a corridor or scenario with all that it is built upon: the tree of what exists. v is
// the value that names the file, nil when the command line does.
func (c chain) world(name string, v *strict.Value) (*strict.Node, string) {
	if slices.Contains(c.names, name) || len(c.names) >= deepest {
		if v != nil {
			v.Problem(words.Say("scenario.circle", "chain", words.And(anys(append(c.names, name))...)), words.Phrase{}, words.Phrase{})
		}
		return nil, ""
	}
	tree, folder := c.open(name, v)
	if tree == nil {
		return nil, ""
	}
	top := strict.Read(tree, c.problems)
	kind := Kind(textOf(tree, "kind"))
	if kind == StudyFile {
		c.wrongKind(top, v, name)
		return nil, ""
	}
	for _, key := range []string{"corridor", "extends"} {
		below, there := top.At(key)
		if !there {
			continue
		}
		if basis, ok := below.AsText(); ok {
			under, _ := chain{source: source{problems: c.problems, folder: folder}, names: append(slices.Clone(c.names), name)}.world(basis, below)
			if under == nil {
				return nil, folder
			}
			tree = strict.Overlay(under, tree, atomic)
		}
	}
	return tree, folder
}

// wrongKind reports a study where a corridor or scenario is wanted.
func (c chain) wrongKind(top *strict.Map, v *strict.Value, name string) {
	what := words.Say("scenario.is-a-study", "name", name)
	help := words.Say("scenario.compare-instead", "name", name)
	if v != nil {
		v.Problem(what, words.Phrase{}, help)
		return
	}
	kind, _ := top.At("kind")
	kind.Problem(what, words.Phrase{}, help)
}

func anys[T any](list []T) []any {
	out := make([]any, len(list))
	for i, x := range list {
		out[i] = x
	}
	return out
}

// read turns a tree into a scenario; problems say what is wrong with it.
func read(tree *strict.Node, facts *facts, problems *strict.Problems) *Scenario {
	top := strict.Read(tree, problems)
	header(top, string(CorridorFile), string(ScenarioFile))
	top.Known("corridor", "extends")
	r := newReader(problems, facts)
	c := r.corridor(top)
	setup := journey.Setup{Corridor: c, Horizon: r.horizon(top), Targets: r.targets(top)}
	top.Done()
	s := &Scenario{Name: c.Name, Title: c.Title, Setup: setup, Inputs: r.inputs, Hash: hash(tree), tree: tree, facts: facts}
	if problems.Len() == 0 {
		check(top, problems, &setup)
	}
	return s
}

// header reads what every file begins with.
func header(top *strict.Map, kinds ...string) {
	top.Require("version", "version: 1")
	top.Choice("version", "1")
	top.Require("kind", "kind: "+kinds[len(kinds)-1])
	top.Choice("kind", kinds...)
	if !slices.Contains(kinds, "facts") {
		top.Require("name", "name: my-"+kinds[len(kinds)-1])
	}
}

// hash of all that was read: the same for any order of keys, comments and layout.
func hash(tree *strict.Node) string { return hashOf(strict.Canonical(tree)) }

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:16]
}

// The horizon of a scenario that does not say: long enough to see a month after a week.
const (
	usualWarmUp = 7 * sim.Day
	usualLength = 28 * sim.Day
)

// longestHorizon is where integer time in microseconds would come near its end, and no result its
// reader [s].
const longestHorizon = 1000 * 366 * 24 * secondsPerHour

// horizon reads for how long the corridor is watched.
func (r *reader) horizon(top *strict.Map) journey.Horizon {
	h := journey.Horizon{WarmUp: usualWarmUp, Length: usualLength, After: journey.Drain}
	m, there := top.Sub("horizon")
	if !there {
		return h
	}
	readHorizon(m, &h)
	m.Done()
	return h
}

// readHorizon reads warm-up, length and what happens after.
func readHorizon(m *strict.Map, h *journey.Horizon) {
	limit := quantity.AtLeast(0).UpTo(longestHorizon).AsLimit()
	if q, given := m.Quantity("warm_up", quantity.Time, limit); given {
		h.WarmUp = sim.FromSeconds(q.Seconds())
	}
	if q, given := m.Quantity("length", quantity.Time, quantity.MoreThan(0).UpTo(longestHorizon).AsLimit()); given {
		h.Length = sim.FromSeconds(q.Seconds())
	}
	if after, given := m.Choice("after", texts(journey.Afters())...); given {
		h.After = journey.After(after)
	}
}

// targets reads the times within which a share of trucks is asked for.
func (r *reader) targets(top *strict.Map) []journey.Target {
	var out []journey.Target
	for _, m := range r.maps(top.List("targets")) {
		t := journey.Target{}
		t.Name, _ = m.Text("name")
		m.Require("of", "of: border time")
		of, _ := m.Choice("of", texts(journey.TargetsOf())...)
		t.Of = journey.TargetOf(of)
		m.Require("within", "within: 24 h")
		if q, given := m.Quantity("within", quantity.Time, quantity.AtLeast(0).UpTo(longestWait)); given {
			t.Within = sim.FromSeconds(q.Seconds())
		}
		m.Done()
		out = append(out, t)
	}
	return out
}
