package report

import (
	"math"

	"hanhlang/corridors/words"
)

// Precision is how many replications it took until intervals were as narrow as was wanted.
type Precision struct {
	AtLeast, AtMost int
	Met             bool // all are; otherwise the most replications were reached
	Goals           []Goal
	Decided         *int // the goal that did: the widest, for what is wanted, when the intervals were last not narrow enough; nil: the least replications were enough
}

// Goal is an interval with the half-width that is wanted of it.
type Goal struct {
	Alternative string
	Base        string // empty: the interval is not of a difference
	Measure     string
	Unit        string
	Relative    float64 // part of a mean that the half-width may be; 0: it may be Wanted
	Of          float64 // that mean: of a difference that of its base
	Wanted      float64 // [Unit]
	Half        float64 // [Unit]
	Known       bool    // there is a half-width
	Met         bool
}

// Over is how many times the half-width is what is wanted; without bound where there is none.
func (g Goal) Over() float64 {
	if !g.Known || g.Wanted == 0 {
		return math.Inf(1)
	}
	return g.Half / g.Wanted
}

// precise says how many replications it took, and what decided.
func (l layout) precise() string {
	p := l.Precision
	switch {
	case p == nil:
		return ""
	case p.Decided == nil:
		return l.say(words.Say("report.precision.at-once", "count", l.Replications))
	case p.Met:
		return l.say(words.Say("report.precision.stopped", "count", l.Replications, "what", l.aimedAt(p.Goals[*p.Decided])))
	}
	g := p.Goals[*p.Decided]
	if !g.Known {
		return l.say(words.Say("report.precision.unseen", "count", l.Replications, "what", l.aimedAt(g)))
	}
	return l.say(words.Say("report.precision.reached",
		"count", l.Replications, "what", l.aimedAt(g), "half", l.halfOf(g, g.Half), "wanted", l.wantedOf(g)))
}

// aimedAt names a goal: "border time, P95 (digital)".
func (l layout) aimedAt(g Goal) words.Phrase {
	return words.Say("report.precision.of", "measure", l.title(g.Measure), "what", l.whose(g.Alternative, g.Base))
}

// whose says of which alternative or difference an interval is.
func (l layout) whose(alternative, base string) words.Phrase {
	if base == "" {
		return words.Plain(alternative)
	}
	return words.Say("report.precision.less", "alternative", alternative, "base", base)
}

// halfOf writes a half-width as it was wanted: as a part of a mean, or in the unit of the measure.
func (l layout) halfOf(g Goal, half float64) words.Number {
	if g.Relative > 0 && g.Of != 0 {
		part := half / math.Abs(g.Of) * 100
		return fixed(part, max(0, digits(part, halfDigits))).In("%")
	}
	unit, scale := l.unitOfDifference(g.Unit)
	return fixed(half*scale, max(0, digits(half*scale, halfDigits))).In(unit)
}

// wantedOf writes what half-width is wanted, as it was asked for.
func (l layout) wantedOf(g Goal) words.Number {
	if g.Relative > 0 {
		return percent(g.Relative)
	}
	unit, scale := l.unitOfDifference(g.Unit)
	return trimmed(g.Wanted*scale, max(0, digits(g.Wanted*scale, unbounded))).In(unit)
}

// halfDigits is how many digits a half-width has: more of them it does not know itself.
const halfDigits = 2

// precision is the table of the intervals that the number of replications was chosen for.
func (l layout) precision() section {
	if l.Precision == nil {
		return section{}
	}
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.measure"))},
		{heading: l.say(words.Say("report.column.alternative"))},
		{heading: l.say(words.Say("report.precision.column-half")), figures: true},
		{heading: l.say(words.Say("report.precision.column-wanted")), figures: true},
		{heading: l.say(words.Say("report.precision.column-met"))},
	}}
	for _, g := range l.Precision.Goals {
		half, met := words.Number(""), l.say(words.Say("report.precision.wide"))
		if g.Known {
			half = l.halfOf(g, g.Half)
		}
		if g.Met {
			met = l.say(words.Say("report.precision.narrow"))
		}
		t.rows = append(t.rows, row{cells: []cell{
			wordCell(capital(l.title(g.Measure))), wordCell(l.say(l.whose(g.Alternative, g.Base))), numberCell(half), numberCell(l.wantedOf(g)), wordCell(met),
		}})
	}
	return section{
		heading: l.say(words.Say("report.precision.heading")), lead: []string{l.precise()}, table: t,
		notes: []string{l.say(words.Say("report.precision.note", "least", l.Precision.AtLeast, "most", l.Precision.AtMost, "confidence", percent(l.Confidence)))},
		long:  len(t.rows) > fewRows,
	}
}

// The shape of what is said of the precision.
type (
	precisionJSON struct {
		AtLeast int        `json:"at_least"`
		AtMost  int        `json:"at_most"`
		Met     bool       `json:"met"`
		Decided *goalJSON  `json:"decided"`
		Goals   []goalJSON `json:"goals"`
	}
	goalJSON struct {
		Alternative string   `json:"alternative"`
		Base        *string  `json:"base"` // null: not of a difference
		Measure     string   `json:"measure"`
		Unit        string   `json:"unit"`
		Relative    *float64 `json:"relative"` // null: wanted in the unit
		Wanted      *float64 `json:"wanted"`
		Half        *float64 `json:"half_width"`
		Met         bool     `json:"met"`
	}
)

func precisionOf(p *Precision) *precisionJSON {
	if p == nil {
		return nil
	}
	out := &precisionJSON{AtLeast: p.AtLeast, AtMost: p.AtMost, Met: p.Met, Goals: each(p.Goals, goalOf)}
	if p.Decided != nil {
		out.Decided = &out.Goals[*p.Decided]
	}
	return out
}

func goalOf(g Goal) goalJSON {
	out := goalJSON{Alternative: g.Alternative, Measure: g.Measure, Unit: g.Unit, Wanted: finite(g.Wanted), Met: g.Met}
	if g.Base != "" {
		out.Base = &g.Base
	}
	if g.Relative > 0 {
		out.Relative = finite(g.Relative)
	}
	if g.Known {
		out.Half = finite(g.Half)
	}
	return out
}

// precisionRowsCSV has a row per goal: the half-width where the mean stands, what is wanted among the limits of what fits.
func precisionRowsCSV(p *Precision) []csvRow {
	if p == nil {
		return nil
	}
	var rows []csvRow
	for _, g := range p.Goals {
		r := csvRow{kind: "precision", alternative: g.Alternative, base: g.Base, name: g.Measure, unit: g.Unit}
		if g.Known {
			r.interval = bare(g.Half, 1)
		}
		r.fits = [4]string{"", exact(g.Wanted), "too wide", ""}
		if g.Met {
			r.fits[2] = "met"
		}
		rows = append(rows, r)
	}
	return rows
}
