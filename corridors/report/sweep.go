package report

import (
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Sweep is what a scenario comes to at many points of its inputs.
type Sweep struct {
	Name         string
	Title        string // for people; may be empty
	Question     string // may be empty
	Scenario     string
	Design       string // as the file writes it
	Screens      bool   // inputs are put in the order of their effects
	Seed         uint64
	Version      string
	InputHash    string
	Replications int // of every point
	Trajectories int // of Morris
	Confidence   float64
	Measures     []string // the first is what effects are told of
	Factors      []Factor
	Points       []Point
	Effects      []Effects // by measure; none: the design does not screen
	Show         int       // how many of the strongest are named
	Warnings     []words.Phrase
	Repeat       string // command line that gives the same
}

// Factor is an input that was varied.
type Factor struct {
	Path      string
	Base      string // in the scenario
	Low, High string // empty: values of a grid
}

// Point is one setting of all factors.
type Point struct {
	Values    []string        // by factor; empty: as in the scenario
	Intervals []stat.Interval // by measure
	Note      words.Phrase    // why there is nothing, or what must be known of it
}

// Effects are those of all inputs on one measure, the largest first.
type Effects struct {
	Measure string
	Rows    []Effect
}

// Effect is what an input does to a measure over its range.
type Effect struct {
	Factor        int
	Size          stat.Interval // of a tornado: from the least to the most of both ends and the middle; of Morris: mean size of its elementary effects, per range [unit of the measure]
	AtLow, AtHigh stat.Interval // of a tornado
	NoteLow       words.Phrase
	NoteHigh      words.Phrase
	Mean          float64 // of Morris: mean of the effects with their signs
	Spread        float64 // of Morris: standard deviation of the effects. Much of it beside the size: the input works together with others, or not in a straight line
	Spreads       bool    // there is one
}

// swept puts a sweep into one language.
type swept struct {
	Sweep
	layout
}

// Text is the sweep as plain text for a terminal of so many columns.
func (s Sweep) Text(speaker *words.Speaker, columns int) string {
	return paper{columns: max(columns, narrowest)}.page(s.laid(speaker))
}

// Markdown is the sweep as a Markdown document.
func (s Sweep) Markdown(speaker *words.Speaker) string { return markdown(s.laid(speaker)) }

// laid lays a sweep out: the answer in words, the effects or the points, and how to get it again.
func (s Sweep) laid(speaker *words.Speaker) page {
	l := swept{s, layout{Comparison: Comparison{Confidence: s.Confidence, Replications: s.Replications, Warnings: s.Warnings}, speaker: speaker}}
	p := page{title: speaker.Title(s.Title)}
	if p.title == "" {
		p.title = s.Name
	}
	if s.Question != "" {
		p.lead = append(p.lead, speaker.Title(s.Question))
	}
	p.lead = append(p.lead, l.surveyNext()...)
	sections := l.layout.warnings()
	for i := range s.Effects {
		sections = append(sections, l.effects(&s.Effects[i]))
	}
	for _, part := range append(sections, l.points(), l.made()) {
		if part.heading != "" {
			p.sections = append(p.sections, part)
		}
	}
	return p.in(speaker)
}
