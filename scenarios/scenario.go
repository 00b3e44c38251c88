package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/scenarios/strict"
)

// Scenario is one state of the world, checked and ready to run.
type Scenario struct {
	Name     string // as it is written in the file
	Title    string // for people; may be empty
	Setup    journey.Setup
	Inputs   []corridors.Input // every figure with what it rests on, in the order in which they are read
	Hash     string            // 16 hex digits of all that was read, comments and layout aside
	Warnings *strict.Problems  // worth saying, though the scenario can run; nil on what With and LoadStudy give
	world    layers
	facts    *facts
	memory   *memory
}

// With is the scenario with one value changed, as `--set path=value` changes it: path is that of an
// input, value is written as in a file. The error is a *strict.Problems with places in path=value.
// It is cheap, because the parts are not held against each other again, and several goroutines may
// ask at once.
func (s *Scenario) With(path, value string) (*Scenario, error) {
	problems := &strict.Problems{}
	r := newReader(s.world.set([]string{path + "=" + value}, problems), s.facts, problems)
	r.memory = s.memory.sealed()
	out := r.scenario()
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return out, nil
}
