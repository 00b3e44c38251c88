package strict

import (
	"errors"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
)

// AsShare reads a fraction of 1, written 0.3 or 30 %.
func (v *Value) AsShare() (float64, bool) {
	v.outline.note(Form{Kind: ShareForm})
	wanted := words.Say("strict.a-share")
	text, ok := v.scalarText(wanted)
	if !ok {
		return 0, false
	}
	if _, err := quantity.Number(text); err == nil {
		if text, ok = v.unquoted(wanted); !ok {
			return 0, false
		}
	}
	share, err := quantity.Parse(text, quantity.Pure)
	if err != nil {
		v.badFigure(err, wanted)
		return 0, false
	}
	if share.Value >= 0 && share.Value <= 1 {
		return share.Value, true
	}
	help := v.help
	if percent := share.Value / 100; share.Value >= 2 && percent <= 1 && text == decimal(share.Value) {
		help = words.Say("strict.write", "text", text+" %")
	}
	v.outOfRange(wanted, help)
	return 0, false
}

// AsQuantity reads a figure with its unit; bounds are in the base unit of the dimension. Above a hard bound the problem is
// one of class Limits.
func (v *Value) AsQuantity(dim quantity.Dimension, bounds quantity.Bounds) (quantity.Quantity, bool) {
	v.outline.note(Form{Kind: QuantityForm, Dim: dim, Bounds: bounds})
	kind := dimensionPhrase(dim)
	text, ok := v.scalarText(words.Say("strict.in-units", "kind", kind, "units", unitList(dim)))
	if !ok {
		return quantity.Quantity{}, false
	}
	figure, err := quantity.Parse(text, dim)
	if err != nil {
		v.badFigure(err, words.Say("strict.in-units", "kind", kind, "units", unitList(dim)))
		return quantity.Quantity{}, false
	}
	printed := func(bound float64) string {
		figure.Value = bound
		return figure.String()
	}
	value := figure.Value
	if bounds.Allow(value) {
		return figure, v.noThousands(text)
	}
	wanted := ranged(kind, bounds, printed)
	if bounds.Above(value) && bounds.Hard {
		v.aboveLimit(printed(bounds.Hi), wanted)
	} else {
		v.outOfRange(wanted, v.help)
	}
	return quantity.Quantity{}, false
}

// noThousands refuses a dot that parts thousands, and warns of one that may.
func (v *Value) noThousands(text string) bool {
	plain, certain, possible := quantity.Thousands(text)
	switch {
	case certain:
		v.Problem(words.Say("strict.thousands", "value", v.brief()), words.Phrase{}, words.Say("strict.write", "text", plain))
	case possible:
		v.Warn(words.Say("strict.perhaps-thousands", "value", v.brief()), words.Say("strict.if-thousands", "text", plain))
	}
	return !certain
}

// badFigure explains why a text is not a figure of the wanted dimension.
func (v *Value) badFigure(err error, wanted words.Phrase) {
	var fault *quantity.Fault
	if !errors.As(err, &fault) {
		panic("strict: a figure was refused without a reason: " + err.Error())
	}
	written := shown(v.node.text)
	what := numberFault(fault, written)
	switch fault.Kind {
	case quantity.NoUnit:
		what = words.Say("strict.no-unit", "value", written)
	case quantity.UnknownUnit:
		what = words.Say("strict.unknown-unit", "value", written, "unit", shown(fault.Part))
	case quantity.NoFixedSize:
		what = words.Say("strict.no-fixed-size", "value", written, "unit", shown(fault.Part))
	case quantity.WrongKind:
		what = words.Say("strict.wrong-dimension", "value", written,
			"found", dimensionPhrase(fault.Got), "wanted", dimensionPhrase(fault.Want))
	}
	if what.Empty() {
		what = words.Say("strict.expected-figure", "value", written, "wanted", dimensionPhrase(fault.Want))
	}
	v.Problem(what, wanted, meant(fault))
}

// numberFault says what is wrong with the number itself; it is empty when it is no number at all.
func numberFault(fault *quantity.Fault, written string) words.Phrase {
	switch fault.Kind {
	case quantity.DecimalComma:
		return words.Say("strict.decimal-comma", "value", written)
	case quantity.Grouped:
		return words.Say("strict.grouped-digits", "value", written)
	case quantity.LeadingZero:
		return words.Say("strict.leading-zero", "value", written)
	case quantity.NotDecimal:
		return words.Say("strict.not-decimal", "value", written)
	case quantity.NotFinite, quantity.TooLarge:
		return words.Say("strict.out-of-range", "value", written)
	}
	return words.Phrase{}
}

// meant offers what was probably meant.
func meant(fault *quantity.Fault) words.Phrase {
	switch {
	case fault.Near != "":
		return words.Say("strict.write", "text", shown(fault.Near))
	case fault.Kind == quantity.DecimalComma:
		return words.Say("strict.use-decimal-point")
	}
	return words.Phrase{}
}
