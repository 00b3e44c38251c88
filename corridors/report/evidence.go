package report

import (
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Input is one figure that was fed in, and what it rests on.
type Input struct {
	Alternative string // whose value this is, where an alternative before it has another; else empty

	Path     string // as --set names it
	Value    string // as written
	Range    string // as written, "15 min to 60 min"; empty: none is known
	Grade    string // A, B, C or D
	Fact     string // id of the fact it is taken from
	Source   string
	Why      string
	Transfer string // id of the fact carried over from another place, direction or time
}

// Driver is a grade D input and how far it moves the headline difference when it alone is set to an end of its range.
type Driver struct {
	Path     string
	Value    string // as used
	Low      string // the ends of the range, as written
	High     string
	Apart    bool          // both sides have a value of their own: first that of the alternative, with a stroke before that of the base
	AtLow    stat.Interval // the headline difference at either end; not present when that end could not be run
	AtHigh   stat.Interval
	AtBase   stat.Interval // with the value as used, from as many replications as the ends
	NoteLow  words.Phrase  // what must be known of an end, such as a station that it overloads
	NoteHigh words.Phrase
}

// Published is a figure that others published, beside what came out here. It is never fed in.
type Published struct {
	Fact        string
	Says        string // the figure as published, with its unit
	Source      string
	Grade       string
	Measure     string // what it is compared with
	Alternative string
	Interval    stat.Interval
	Ratio       *float64      // simulated over published; none: the published figure is no single number
	Difference  stat.Interval // simulated less published, in the unit of the measure; not present without a single number
	Remark      words.Phrase
	Fits        *Fits        // none: the two are only set beside each other
	Reason      words.Phrase // the likely one, where they do not fit
}

// Check is one identity or law that the run was held against.
type Check struct {
	Name   string
	OK     bool
	Detail words.Phrase
}

// Grades counts inputs by how well they are known.
type Grades struct {
	A int `json:"A"` // stated in a document at hand
	B int `json:"B"` // in a published source
	C int `json:"C"` // recalled, to be verified
	D int `json:"D"` // assumed, with a range
}

// Total is the number of inputs of any grade.
func (g Grades) Total() int { return g.A + g.B + g.C + g.D }

// Grades counts the inputs of the answer. An input of no known grade counts as D: nothing is better known than it says.
func (c Comparison) Grades() Grades {
	var g Grades
	for _, input := range c.Inputs {
		switch input.Grade {
		case "A":
			g.A++
		case "B":
			g.B++
		case "C":
			g.C++
		default:
			g.D++
		}
	}
	return g
}

// held tells whether every check of the audit is in order.
func (c Comparison) held() bool {
	for _, check := range c.Audit {
		if !check.OK {
			return false
		}
	}
	return true
}
