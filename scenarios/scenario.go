package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// Scenario is one state of the world, checked and ready to run.
type Scenario struct {
	Name     string // as it is written in the file
	Title    string // for people; may be empty
	Setup    journey.Setup
	Inputs   []corridors.Input // every figure with what it rests on, in the order in which they are read
	Hash     string            // 16 hex digits of all that was read, comments and layout aside; none on what With gives
	Warnings *strict.Problems  // worth saying, though the scenario can run; nil on what With and LoadStudy give
	Taken    *Taken            // the files it was read from; nil on what With and LoadStudy give
	world    layers
	facts    *facts
	memory   *memory
	laws     map[string]bool   // paths of the laws that stand in figures
	days     map[string]string // by path of a sum of money or rate: the day that stands beside it, as written
}

// With is the scenario with one input changed, as `--set path=value` changes it: value is written as
// in a file. A law that stands in a figure keeps its shape where value is a time: that becomes its
// mean (`--set path.mean=value`). A sum of money keeps its date, and a rate the day since when it holds. The error is a *strict.Problems with places in that text. It is
// cheap, because the parts are not held against each other again, and of a figure only what it stands
// in is read again. Several goroutines may ask at once.
func (s *Scenario) With(path, value string) (*Scenario, error) {
	at := path
	if s.laws[path] {
		if _, err := quantity.Parse(value, quantity.Time); err == nil {
			at += ".mean"
		}
	}
	if day, stands := s.days[path]; stands {
		value = "{value: " + value + ", " + day + "}"
	}
	problems := &strict.Problems{}
	world := s.world.set([]string{at + "=" + value}, problems)
	if out, ok := s.reread(world, path); ok {
		return out, nil
	}
	out := s.reader(world, problems).scenario()
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return out, nil
}

// reader reads the scenario again, changed, and recalls the figures that are the same.
func (s *Scenario) reader(world layers, problems *strict.Problems) *reader {
	r := newReader(world, s.facts, problems)
	r.memory = s.memory.sealed()
	return r
}
