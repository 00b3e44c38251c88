package scenarios

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
	"hanhlang/seeds"
)

// LoadScenario reads a scenario by name or path, with `path=value` settings on top, and checks it
// whole. A corridor is a scenario that changes nothing. The error is a *strict.Problems.
func LoadScenario(nameOrPath string, sets []string) (*Scenario, error) {
	problems := &strict.Problems{}
	facts := readFacts(problems)
	world, ok := chain{source: source{problems: problems, taken: &Taken{}}}.world(nameOrPath, nil)
	return finished(world, ok, sets, facts, problems)
}

// finished makes a scenario of the files that were laid over one another, if they could be read.
func finished(world layers, ok bool, sets []string, facts *facts, problems *strict.Problems) (*Scenario, error) {
	if !ok {
		return nil, problems.Err()
	}
	s, _ := read(newReader(world.set(sets, problems), facts, problems))
	blame(sets, problems, func(sets []string) bool {
		other := &strict.Problems{}
		read(newReader(world.set(sets, other), facts, other))
		return other.Len() > 0
	})
	if err := problems.Err(); err != nil {
		return nil, err
	}
	s.Warnings, s.Taken = problems, world.taken
	return s, nil
}

// read makes a scenario that is known to run, and lists what it measures; problems say what is wrong
// with it.
func read(r *reader) (*Scenario, []string) {
	s := r.scenario()
	if r.problems.Len() > 0 || len(r.strange) > 0 {
		return nil, nil
	}
	top := strict.Read(r.tree, r.problems)
	check(top, r.layers, &s.Setup)
	if r.problems.Len() > 0 {
		return nil, nil
	}
	model, err := journey.Compile(s.Setup)
	if err != nil {
		top.Problem(notBuilt(err), words.Phrase{}, words.Say("scenario.collision-help"))
		return nil, nil
	}
	r.warn(top, s.Setup.Corridor)
	s.Hash = hash(r.tree)
	return s, model.Measures()
}

// notBuilt says why a scenario that was read without fault cannot be built: by bad luck two names
// stand for the same number. Anything else would have been found before.
func notBuilt(err error) words.Phrase {
	var collision *seeds.Collision
	if !errors.As(err, &collision) {
		panic("scenarios: a checked scenario was not built: " + err.Error())
	}
	return words.Say("scenario.collision", "first", collision.First, "second", collision.Second)
}

// scenario reads the layers without holding their parts against each other.
func (r *reader) scenario() *Scenario { return r.scenarioOf(strict.Read(r.tree, r.problems)) }

func (r *reader) scenarioOf(top *strict.Map) *Scenario {
	header(top, CorridorFile, ScenarioFile)
	top.Known("corridor", "extends", "flows")
	if !top.Has("corridor") && !top.Has("extends") && !top.Has("flows") {
		top.Require("corridor", "corridor: lao-bao")
	} else {
		top.Require("flows", "flows: [{name: trucks, from: Đà Nẵng, to: Savannakhet, arrivals: {rate: 10/day}, return: {mode: none}}]")
	}
	r.horizon = readHorizon(top)
	c := r.corridor(top)
	setup := journey.Setup{Corridor: c, Horizon: r.horizon, Targets: r.targets(top)}
	top.Done()
	world := r.layers
	world.taken = nil // who changes the scenario does so beside others
	return &Scenario{
		Name: c.Name, Title: c.Title, Setup: setup, Inputs: r.inputs, world: world,
		facts: r.facts, memory: r.memory, laws: r.laws, days: r.days,
	}
}

// hash of all that was read: the same for any order of keys, comments and layout.
func hash(tree *strict.Node) string { return hashOf(strict.Canonical(tree)) }

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:16]
}
