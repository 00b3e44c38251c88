package strict

import (
	"errors"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
)

// scalarText gives the text of a scalar that is not empty; wanted says what should stand there.
func (v *Value) scalarText(wanted words.Phrase) (string, bool) {
	if v.node.broken {
		return "", false
	}
	if !v.IsScalar() {
		v.wrongShape(wanted, words.Phrase{})
		return "", false
	}
	if strings.TrimSpace(v.node.text) == "" || v.IsEmpty() {
		v.Problem(words.Say("strict.is-empty"), wanted, words.Phrase{})
		return "", false
	}
	return v.node.text, true
}

// unquoted is scalarText for bare numbers and flags, which lose their meaning in quotes.
func (v *Value) unquoted(wanted words.Phrase) (string, bool) {
	text, ok := v.scalarText(wanted)
	if ok && v.node.quoted {
		v.Problem(words.Say("strict.quoted", "value", v.brief()), wanted, words.Say("strict.remove-quotes", "text", shown(text)))
		return "", false
	}
	return text, ok
}

// AsText reads a text that is not empty and does not begin or end with a space.
func (v *Value) AsText() (string, bool) {
	v.outline.note(Form{Kind: TextForm})
	text, ok := v.scalarText(words.Say("strict.a-text"))
	if !ok {
		return "", false
	}
	// A block text (| or >) ends with a line break that nobody typed on purpose.
	text = strings.TrimSuffix(text, "\n")
	if trimmed := strings.TrimSpace(text); trimmed != text {
		v.Problem(words.Say("strict.stray-space"), words.Phrase{}, words.Say("strict.write", "text", shown(trimmed)))
		return "", false
	}
	return text, true
}

// AsChoice reads one of several words.
func (v *Value) AsChoice(options ...string) (string, bool) {
	v.outline.note(Form{Kind: ChoiceForm, Options: options})
	text, ok := v.scalarText(listed(options))
	if !ok {
		return "", false
	}
	for _, option := range options {
		if text == option {
			return option, true
		}
	}
	v.notAmong(text, options)
	return "", false
}

// notAmong reports a word that is none of those allowed, with the nearest of them.
func (v *Value) notAmong(text string, options []string) {
	help := words.Phrase{}
	if near, found := Nearest(text, options); found {
		help = words.Say("strict.did-you-mean", "near", near)
	}
	v.Problem(words.Say("strict.not-allowed", "value", v.brief()), listed(options), help)
}

// AsFlag reads true or false; yes, no, on and off are refused, because YAML itself disagrees about them.
func (v *Value) AsFlag() (value, ok bool) {
	v.outline.note(Form{Kind: FlagForm})
	wanted := listed([]string{"true", "false"})
	text, ok := v.unquoted(wanted)
	if !ok {
		return false, false
	}
	help := words.Phrase{}
	switch text {
	case "true", "false":
		return text == "true", true
	case "yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE", "y", "1":
		help = words.Say("strict.write", "text", "true")
	case "no", "No", "NO", "off", "Off", "OFF", "False", "FALSE", "n", "0":
		help = words.Say("strict.write", "text", "false")
	}
	v.Problem(words.Say("strict.not-allowed", "value", v.brief()), wanted, help)
	return false, false
}

// AsCount reads a whole number from lo to hi, both included; what is above hi is beyond the limits of the program.
func (v *Value) AsCount(lo, hi int) (int, bool) {
	bounds := quantity.Between(float64(lo), float64(hi))
	v.outline.note(Form{Kind: CountForm, Bounds: bounds})
	wanted := ranged(words.Say("strict.a-whole-number"), bounds, decimal)
	text, ok := v.unquoted(wanted)
	if !ok {
		return 0, false
	}
	count, err := quantity.Whole(text)
	switch {
	case err != nil:
		v.badNumber(err, words.Say("strict.expected-whole", "value", v.brief()), wanted)
		return 0, false
	case count > int64(hi):
		v.aboveLimit(decimal(float64(hi)), wanted)
		return 0, false
	case count < int64(lo):
		v.outOfRange(wanted, v.help)
		return 0, false
	}
	return int(count), true
}

// AsNumber reads a number without a unit.
func (v *Value) AsNumber(bounds quantity.Bounds) (float64, bool) {
	v.outline.note(Form{Kind: NumberForm, Bounds: bounds})
	wanted := ranged(words.Say("strict.a-number"), bounds, decimal)
	text, ok := v.unquoted(wanted)
	if !ok {
		return 0, false
	}
	number, err := quantity.Number(text)
	if err != nil {
		v.badNumber(err, words.Say("strict.expected-number", "value", v.brief()), wanted)
		return 0, false
	}
	return number, v.within(number, bounds, wanted)
}

// within checks a number that was read against its bounds.
func (v *Value) within(number float64, bounds quantity.Bounds, wanted words.Phrase) bool {
	switch {
	case bounds.Allow(number):
		return true
	case bounds.Above(number) && bounds.Hard:
		v.aboveLimit(decimal(bounds.Hi), wanted)
	default:
		v.outOfRange(wanted, v.help)
	}
	return false
}

func (v *Value) outOfRange(wanted, help words.Phrase) {
	v.Problem(words.Say("strict.not-allowed", "value", v.brief()), wanted, help)
}

// aboveLimit reports what is more than the program can hold.
func (v *Value) aboveLimit(limit string, wanted words.Phrase) {
	problem := v.problem(words.Say("strict.above-limit", "value", v.brief(), "limit", limit))
	problem.Allowed, problem.Class = wanted, Limits
	v.problems.Add(problem)
}

// badNumber explains why a text is not a number; otherwise is said when it is no number at all.
func (v *Value) badNumber(err error, otherwise, wanted words.Phrase) {
	var fault *quantity.Fault
	if !errors.As(err, &fault) {
		panic("strict: a number was refused without a reason: " + err.Error())
	}
	what := otherwise
	if reason := numberFault(fault, v.brief()); !reason.Empty() {
		what = reason
	}
	v.Problem(what, wanted, meant(fault))
}
