package scenarios

import (
	"slices"
	"strings"
	"unicode"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// precisionPlace is where the problems of a precision are that stands on the command line.
const precisionPlace = "--precision"

// Aim makes a precision of `border_time_h: 2 %, cost_per_tonne_usd: 0.1 USD/t` for alternatives with these measures; a blank after the
// colon or before the unit can be left out, and a measure with a colon or comma in its name stands in quotes. The least and the most
// replications are those of the study, else the usual ones. The error is a *strict.Problems with places in the text.
func (s *Study) Aim(text string) (*Precision, error) {
	p := &Precision{AtLeast: usuallyAtLeast, AtMost: usuallyAtMost, written: text}
	if s.Precision != nil {
		p.AtLeast, p.AtMost = s.Precision.AtLeast, s.Precision.AtMost
	}
	known, err := s.measured()
	if err != nil {
		return nil, err
	}
	a := &aimed{place: precisionPlace, text: text, known: known, precision: p, problems: &strict.Problems{}, seen: make(map[string]bool)}
	for _, item := range a.items() {
		a.read(item)
	}
	if len(p.Until) == 0 && a.problems.Len() == 0 {
		a.at(extent{0, len(text)}, "").Problem(words.Say("scenario.precision-none"), words.Say("scenario.precision-form"), a.example(""))
	}
	return p, a.problems.Err()
}

// measured lists what some alternative measures.
func (s *Study) measured() ([]string, error) {
	var out []string
	for _, a := range s.Alternatives {
		all := a.Scenario.Setup
		all.Wanted = nil
		m, err := journey.Compile(all)
		if err != nil {
			return nil, err
		}
		out = append(out, m.Measures()...)
	}
	return out, nil
}

// aimed is a precision, or a list of measures, of the command line that is being read.
type aimed struct {
	place     string // of the text, in messages
	text      string
	known     []string // measures
	precision *Precision
	problems  *strict.Problems
	seen      map[string]bool // measures
}

// extent is a piece of the text, in bytes.
type extent struct{ from, to int }

// items are the pieces between commas. A comma in quotes is none, and neither is one between two digits, which stands for a decimal point.
func (a *aimed) items() []extent {
	var out []extent
	from := 0
	for i := range a.outside(',') {
		if i > 0 && i+1 < len(a.text) && digit(a.text[i-1]) && digit(a.text[i+1]) {
			continue
		}
		out = append(out, extent{from, i})
		from = i + 1
	}
	out = append(out, extent{from, len(a.text)})
	return slices.DeleteFunc(out, func(e extent) bool { return strings.TrimSpace(a.text[e.from:e.to]) == "" })
}

// outside goes over the places of a mark that stand outside of quotes.
func (a *aimed) outside(mark byte) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		quote := byte(0)
		for i := range len(a.text) {
			switch c := a.text[i]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == mark && !yield(i):
				return
			}
		}
	}
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// read reads one measure with its half-width.
func (a *aimed) read(item extent) {
	colon := -1
	for i := range a.outside(':') {
		if item.from <= i && i < item.to {
			colon = i
		}
	}
	if colon < 0 {
		a.noColon(a.trimmed(item))
		return
	}
	name, width := a.trimmed(extent{item.from, colon}), a.trimmed(extent{colon + 1, item.to})
	measure := a.unquoted(name)
	switch {
	case measure == "":
		a.at(a.trimmed(item), "").Problem(words.Say("scenario.precision-no-measure"), words.Say("scenario.precision-form"), a.example(""))
	case !slices.Contains(a.known, measure):
		help := words.Say("scenario.list-measures")
		if near, found := strict.Nearest(measure, a.known); found {
			help = words.Say("strict.did-you-mean", "near", near)
		} else if strings.ContainsAny(measure, ":;") {
			help = words.Say("scenario.precision-comma")
		}
		a.at(name, "").Problem(words.Say("scenario.precision-measure", "name", measure), words.Phrase{}, help)
	case a.seen[measure]:
		a.at(name, "").Problem(words.Say("scenario.precision-twice", "name", measure), words.Phrase{}, words.Say("strict.delete-one"))
	case width.from == width.to:
		a.seen[measure] = true
		a.noWidth(name, measure)
	default:
		a.seen[measure] = true
		if goal, ok := halfWidth(a.at(width, measure), measure, a.example(measure)); ok {
			a.precision.Until = append(a.precision.Until, goal)
		}
	}
}

// noColon explains a piece in which no colon parts a measure from its half-width: a measure alone, or one with something behind it.
func (a *aimed) noColon(item extent) {
	measure := a.unquoted(item)
	if slices.Contains(a.known, measure) {
		a.noWidth(item, measure)
		return
	}
	help := a.example("")
	if end := strings.IndexFunc(measure, func(r rune) bool { return r == '=' || unicode.IsSpace(r) }); end > 0 && slices.Contains(a.known, measure[:end]) {
		rest := strings.TrimLeftFunc(measure[end:], func(r rune) bool { return r == '=' || unicode.IsSpace(r) })
		help = words.Say("strict.write", "text", measure[:end]+": "+rest)
	}
	a.at(item, "").Problem(words.Say("scenario.precision-no-colon", "text", measure), words.Say("scenario.precision-form"), help)
}

// noWidth says that a half-width is missing.
func (a *aimed) noWidth(name extent, measure string) {
	a.at(name, "").Problem(words.Say("scenario.precision-no-width", "measure", measure), words.Say("scenario.precision-form"), a.example(measure))
}

// at is a piece of the text as a value.
func (a *aimed) at(e extent, path string) *strict.Value {
	return strict.Piece(a.place, a.text, strict.Cut{From: e.from, To: e.to}, path, a.problems)
}

// trimmed is a piece without blanks at its ends; one of blanks only is empty.
func (a *aimed) trimmed(e extent) extent {
	text := a.text[e.from:e.to]
	from := e.from + len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	return extent{from, max(from, e.from+len(strings.TrimRightFunc(text, unicode.IsSpace)))}
}

// unquoted is the text of a piece without the quotes around it.
func (a *aimed) unquoted(e extent) string {
	text := a.text[e.from:e.to]
	if n := len(text); n > 1 && text[0] == text[n-1] && (text[0] == '"' || text[0] == '\'') {
		return text[1 : n-1]
	}
	return text
}

// example shows how a half-width of a measure is written; of one that there is, where none is named.
func (a *aimed) example(measure string) words.Phrase {
	const usual = "border_time_h"
	if measure == "" {
		measure = a.known[0]
		if slices.Contains(a.known, usual) {
			measure = usual
		}
	}
	return words.Say("scenario.precision-example", "measure", measure)
}
