package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/scenarios/strict"
)

// Scenario is one state of the world, ready to run.
type Scenario struct {
	Name   string
	Title  string
	Setup  journey.Setup
	Inputs []corridors.Input // in the order of the file
	Hash   string            // of everything that was read, comments and layout aside
	tree   *strict.Node
	facts  *facts
}

// With is the scenario with one value changed, as `--set path=value` changes it.
func (s *Scenario) With(path, value string) (*Scenario, error) {
	return s.with([]string{path + "=" + value})
}

// Study is a question put to several alternatives on the same luck.
type Study struct {
	Name         string
	Title        string
	Question     string
	Alternatives []Alternative
	Pairs        []Pair
	Headline     Headline
	Measures     []string // those the study is about: the family of the joint intervals
	Published    []Published
	Replications int
	Confidence   float64 // 0.95 for 95 %
	Sensitivity  *Sensitivity
	Hash         string
}

// Alternative is one of the scenarios compared.
type Alternative struct {
	Name     string
	Title    string
	Scenario *Scenario
}

// Pair asks for the difference Alternative less Base.
type Pair struct {
	Alternative string
	Base        string
}

// Headline is the difference that the answer in words is about.
type Headline struct {
	Pair
	Measure string
}

// Published is a figure that others published, to be compared with a measure. It is never an input.
type Published struct {
	Fact        corridors.Fact
	Measure     string
	Alternative string
	Value       *float64 // in the unit of the measure; none: only a range is known
	Why         string
}

// Sensitivity says how each grade D input is run at the ends of its range. None: the study does
// not ask.
type Sensitivity struct {
	Screen       int // replications of every input
	Replications int // replications of the strongest, which are run again
	Horizon      journey.Horizon
	Show         int // how many inputs are shown, those that move the headline most
}

// Find is the alternative with a name.
func (s *Study) Find(name string) (*Alternative, bool) {
	for i := range s.Alternatives {
		if s.Alternatives[i].Name == name {
			return &s.Alternatives[i], true
		}
	}
	return nil, false
}
