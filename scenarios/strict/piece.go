package strict

import (
	"strings"
	"unicode/utf8"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
)

// Cut is where a piece of a text begins and ends [bytes].
type Cut struct{ From, To int }

// Piece is a piece of a text that is no YAML as a value: so what stands on a command line is read with the
// rules of a file, and its problems are placed in the text. Place is the name of the text in messages.
func Piece(place, text string, at Cut, path string, problems *Problems) *Value {
	src := &source{layer: Layer{File: place}, lines: []string{oneLine(text)}}
	width := max(1, utf8.RuneCountInString(text[at.From:at.To]))
	node := &Node{text: normal(strings.TrimSpace(text[at.From:at.To])), where: src.span(1, utf8.RuneCountInString(text[:at.From])+1, width)}
	return &Value{node: node, path: path, problems: problems}
}

// Instead is the value with problems that say that something else is allowed than its type, and give a help where they have none.
func (v *Value) Instead(allowed, help words.Phrase) *Value {
	other := *v
	other.allowed, other.help = allowed, help
	return &other
}

// InUnits names a kind of figure with the units it can be written in.
func InUnits(dim quantity.Dimension) words.Phrase {
	return words.Say("strict.in-units", "kind", dimensionPhrase(dim), "units", unitList(dim))
}

// Wanted says what a form asks for, as messages about it do; empty for texts.
func (f Form) Wanted() words.Phrase {
	switch f.Kind {
	case ChoiceForm:
		return listed(f.Options)
	case FlagForm:
		return listed([]string{"true", "false"})
	case CountForm:
		return ranged(words.Say("strict.a-whole-number"), f.Bounds, decimal)
	case NumberForm:
		return ranged(words.Say("strict.a-number"), f.Bounds, decimal)
	case ShareForm:
		return words.Say("strict.a-share")
	case QuantityForm:
		return InUnits(f.Dim)
	case WindowsForm:
		return words.Say("strict.some-hours")
	case ClockForm:
		return words.Say("strict.a-clock")
	case DateForm:
		return words.Say("strict.a-date")
	case WeekdaysForm:
		return words.Say("strict.some-weekdays")
	case MomentForm:
		return words.Say("strict.a-moment")
	}
	return words.Phrase{}
}
