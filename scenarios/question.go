package scenarios

import (
	"hanhlang/corridors/journey"
	"hanhlang/scenarios/strict"
)

// Study is a question put to several alternatives on the same luck.
type Study struct {
	Name         string
	Title        string
	Question     string        // one sentence; may be empty
	Alternatives []Alternative // in file order, at least one
	Pairs        []Pair        // the differences asked for; where the file names none, each alternative against the first of its scenario
	Headline     Headline
	Measures     []string // those the study is about: the family of the joint intervals

	JointOverPairs bool // the family is of the measures of all pairs together, not of each pair
	Published      []Published
	Replications   int          // of every alternative; the least, where there is a precision
	Precision      *Precision   // none: as many replications as it says
	Antithetic     bool         // replications come in pairs, the second with the mirrored luck of the first
	Confidence     float64      // of all intervals, a fraction: 0.95
	Sensitivity    *Sensitivity // none: assumptions are not varied
	Growth         *Growth      // none: demand stays as it is
	Curves         []Curve
	Best           []Best
	Lesson         *Lesson          // none: it is not one to learn from
	Hash           string           // 16 hex digits of the study and all its alternatives
	Warnings       *strict.Problems // worth saying, though the study can be answered
	Taken          *Taken           // the files it was read from
	own            *strict.Node     // of its file
	facts          *facts
}

// Alternative is one of the scenarios compared.
type Alternative struct {
	Name     string // unlike all others of the study
	Title    string // for people; may be empty
	Scenario *Scenario
}

// Pair asks for the difference Alternative less Base; both are names of alternatives.
type Pair struct {
	Alternative string
	Base        string
}

// Headline is the difference that the answer in words is about. Measure is empty where there is
// nothing to compare.
type Headline struct {
	Pair
	Measure string
}

// Sensitivity says how each grade D input is run at the ends of its range.
type Sensitivity struct {
	First     Round // of every input
	Shortlist int   // how many of the strongest are run again, so that the order among those shown is that of longer runs
	Again     Round // of these
	Show      int   // how many inputs are shown, those that move the headline most

	Curves []string // those of which the inputs that move where they meet their first target are sought too
}

// Round is how often and for how long inputs are run.
type Round struct {
	Replications int
	Horizon      journey.Horizon
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
