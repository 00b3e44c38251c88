package report

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Shift is a grade D input and where a curve meets its target when it alone is set to an end of its range.
type Shift struct {
	Path     string
	Value    string // as used
	Low      string // the ends of the range, as written
	High     string
	AtLow    *Meeting // at either end; nil when that end could not be run
	AtHigh   *Meeting
	AtBase   *Meeting     // with the value as used, from as many replications as the ends
	NoteLow  words.Phrase // what must be known of an end, such as a station that it overloads
	NoteHigh words.Phrase
}

// Where along the line the two meet: over the replications, or on their mean if they differ. Not present where they do not.
func (m *Meeting) Where() stat.Interval {
	if m.Turn != nil {
		return m.Turn.At
	}
	if m.reading() == fallsTo || m.reading() == risesTo {
		return m.At
	}
	return stat.Interval{}
}

// Apart is how far the curve stays above its target, or below it, in every replication. Not present where they meet.
func (m *Meeting) Apart() stat.Interval {
	if m.reading() == liesAbove || m.reading() == liesBelow {
		return m.Gap
	}
	return stat.Interval{}
}

// stands is the reading of a meeting, whether of every replication or of their mean.
func (m *Meeting) stands() crossing {
	switch r := m.reading(); r {
	case fallsMean:
		return fallsTo
	case risesMean:
		return risesTo
	default:
		return r
	}
}

// Turns says whether the curve stands to its target in another way at an end than with the value as used, and clearly so.
func (s *Shift) Turns(end *Meeting) bool {
	return end != nil && s.AtBase != nil && end.clear() && s.AtBase.clear() && end.stands() != s.AtBase.stands()
}

// Blurs says whether it is clear with the value as used how the curve stands to its target, and at an end it is not.
func (s *Shift) Blurs(end *Meeting) bool {
	return end != nil && s.AtBase != nil && s.AtBase.clear() && !end.clear()
}

// clear says whether it is known how the curve stands to its target.
func (m *Meeting) clear() bool { return m.stands() != sometimes && m.stands() != unasked }

// staysApart says whether the two do not meet somewhere.
func (s *Shift) staysApart() bool {
	return slices.ContainsFunc([]*Meeting{s.AtBase, s.AtLow, s.AtHigh}, func(m *Meeting) bool { return m != nil && m.Apart().Present() })
}

// ends of the range of an input, with what came of them.
func (s *Shift) ends() []shiftEnd {
	return []shiftEnd{{s.Low, s.AtLow, s.NoteLow}, {s.High, s.AtHigh, s.NoteHigh}}
}

// shiftEnd is one end of the range of an input.
type shiftEnd struct {
	value string
	at    *Meeting
	note  words.Phrase
}
