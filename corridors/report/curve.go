package report

import (
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Curve is one measure over another along several alternatives.
type Curve struct {
	Name, Title    string
	Over, OverUnit string // along the line
	Measure, Unit  string // drawn over it
	Points         []CurvePoint
	Meetings       []Meeting // with what it is held against
}

// CurvePoint is one alternative on a curve.
type CurvePoint struct {
	Alternative string
	X, Y        stat.Interval
	Placed      bool // X was stated, not measured
}

// Meeting is where a curve meets what a measure of some alternative comes to.
type Meeting struct {
	Alternative string // or the name of a line of other alternatives
	Measure     string
	Line        bool
	Points      []CurvePoint  // of the line
	Target      stat.Interval // of a single alternative
	At          stat.Interval // along the line, over the replications in which they meet
	Asked       int           // replications that have both
	Falls       int           // of them the line comes to the target from above in so many,
	Rises       int           // from below in so many,
	Below       int           // and lies below it, or at it, all along in so many; in the rest it lies above
	Gap         stat.Interval // how far the line is from the target where it is nearest, over the replications in which they do not meet
	Turn        *Turn         // where it passes the target on the mean of all replications, if they differ; none: that is not clear
	Shifts      []Shift       // the inputs that move it most, the strongest first; none: nobody asked
	Screened    words.Phrase  // how they were run
}

// Turn is where the mean of a curve passes its target.
type Turn struct {
	At    stat.Interval // along the line: where the interval of the mean holds the target
	Rises bool          // from below
}

// crossing is how a curve stands to a target.
type crossing string

const (
	fallsTo   crossing = "falls-to"         // in every replication
	risesTo   crossing = "rises-to"         // in every replication
	liesBelow crossing = "below"            // all along, in every replication
	liesAbove crossing = "above"            // all along, in every replication
	risesMean crossing = "rises-on-average" // in some replications, and on the mean of all
	fallsMean crossing = "falls-on-average"
	sometimes crossing = "undecided" // not the same in every replication
	unasked   crossing = "not-measured"
)

// reading of a meeting.
func (m *Meeting) reading() crossing {
	switch {
	case m.Asked == 0:
		return unasked
	case m.Falls == m.Asked:
		return fallsTo
	case m.Rises == m.Asked:
		return risesTo
	case m.Below == m.Asked:
		return liesBelow
	case m.above() == m.Asked:
		return liesAbove
	case m.Turn != nil && m.Turn.Rises:
		return risesMean
	case m.Turn != nil:
		return fallsMean
	}
	return sometimes
}

// Alike says whether the curve stands to its target alike in every replication.
func (m *Meeting) Alike() bool {
	return m.Asked == m.Falls || m.Asked == m.Rises || m.Asked == m.Below || m.Asked == m.above()
}

// above is in how many replications the curve lies above the target all along.
func (m *Meeting) above() int { return m.Asked - m.Falls - m.Rises - m.Below }
