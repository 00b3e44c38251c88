package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// layout turns an answer into a page in one language.
type layout struct {
	Comparison
	speaker *words.Speaker
}

// lay makes the page: the answer in words first, then what it is taken from, then how to get it again.
func lay(c Comparison, s *words.Speaker) page {
	l := layout{Comparison: c, speaker: s}
	p := page{title: s.Title(c.Title), lead: l.answer()}
	if p.title == "" {
		p.title = c.Study
	}
	if c.Question != "" {
		p.lead = append([]string{s.Title(c.Question)}, p.lead...)
	}
	for _, part := range l.sections() {
		if part.heading != "" {
			part.list, part.notes = once(part.list), once(part.notes)
			p.sections = append(p.sections, part)
		}
	}
	return p.in(s)
}

// once leaves out of notes what one before says in the same words.
func once(notes []string) (out []string) {
	for _, note := range notes {
		if !slices.Contains(out, note) {
			out = append(out, note)
		}
	}
	return out
}

// sections in the order of reading. A failed audit stands before all figures, a good one behind them.
func (l layout) sections() []section {
	figures := slices.Concat([]section{l.legend(), l.lesson(), l.network(), l.glance()}, l.growth(), l.curves(), l.best(), []section{
		l.fitted(), l.misfits(), l.measures(), l.gates(), l.depots(), l.stages(), l.stations(), l.special(), l.costs(), l.differences(),
		l.tcd(), l.rhythm(), l.tfi(), l.trs(), l.spread(), l.within(), l.delay(), l.waterfall(), l.steady(), l.estimates(), l.mirrored(), l.precision(), l.published(), l.ground(),
	})
	figures = append(figures, l.shifts()...)
	end := []section{l.colophon(), l.inputs()}
	if l.held() {
		return slices.Concat(l.warnings(), figures, []section{l.audit()}, end)
	}
	return slices.Concat([]section{l.audit()}, l.warnings(), figures, end)
}

func (l layout) say(p words.Phrase) string { return l.speaker.Text(p) }

// title is what a measure is called in a sentence; a measure that the catalogue does not know goes by its name.
func (l layout) title(measure string) string {
	d, known := Define(measure)
	if !known {
		return measure
	}
	return l.say(d.Title())
}

// label heads the row of a measure: its title and what it is counted in.
func (l layout) label(measure, unit string) string {
	between := glue // a short unit is not left alone on a line
	if wide(unit) > 2 {
		between = " "
	}
	return capital(l.title(measure)) + between + "[" + glued(unit) + "]"
}

// unit is how a unit is written and what a value is multiplied by to be read in it: shares are read in per cent.
func (l layout) unit(name string) (string, float64) {
	if name == "share" {
		return "%", 100
	}
	return l.speaker.Name(name), 1
}

// unitOfDifference is unit for the difference of two values: that of two shares is in percentage points, not in per cent.
func (l layout) unitOfDifference(name string) (string, float64) {
	if name == "share" {
		return l.say(words.Say("report.unit.points")), 100
	}
	return l.unit(name)
}

// country is the name of a country given by its letters; what is no known code is a name already.
func (l layout) country(code string) string { return l.speaker.Country(code) }

// capital starts a text with a capital letter.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// plus puts a sign before what is above zero, for differences.
func plus(f figure) figure {
	for _, n := range []*words.Number{&f.mean, &f.lo, &f.hi} {
		if text := string(*n); text != "" && !strings.HasPrefix(text, "-") && text != "0" && strings.Trim(text, "0.") != "" {
			*n = "+" + *n
		}
	}
	return f
}

// verdict is which way a difference points, as far as its interval can tell.
type verdict int

const (
	undecided verdict = iota
	same              // no difference in any replication
	less
	more
)

// judge reads an interval of a difference. One that holds 0 is undecided, and so is an estimate without an interval.
func judge(i stat.Interval) verdict {
	switch {
	case i.Bounded() && i.Mean == 0 && i.Lo == 0 && i.Hi == 0:
		return same
	case !i.Bounded() || i.Holds(0):
		return undecided
	case i.Mean < 0:
		return less
	}
	return more
}
