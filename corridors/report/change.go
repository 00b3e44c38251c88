package report

import (
	"regexp"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// wholeChange says a difference with all there is to it:
// "1.32 h less (24 % less), between 1.21 and 1.43 h less with 95 % confidence".
func (l layout) wholeChange(d Difference) words.Phrase {
	if v := judge(d.Interval); v == same || v == undecided || !d.Relative.Present() {
		return l.change(d)
	}
	unit, scale := l.unitOfDifference(d.Unit)
	return words.Say("report.change.full",
		"change", signed(d.Interval, unit, scale), "relative", d.relativeChange(),
		"bounds", bounds(d.Interval, unit, scale), "confidence", percent(d.Interval.Confidence))
}

// change says a difference in short: "1.32 h less (between 1.21 and 1.43 h less)". One that is not clear is not given a figure.
func (l layout) change(d Difference) words.Phrase {
	unit, scale := l.unitOfDifference(d.Unit)
	i := d.Interval
	switch judge(i) {
	case same:
		return words.Say("report.change.same")
	case undecided:
		if !i.Bounded() {
			return words.Say("report.change.single", "change", signed(i, unit, scale))
		}
		f := difference(i, scale)
		return words.Say("report.change.undecided", "low", sided(f.lo, unit, i.Lo), "high", sided(f.hi, unit, i.Hi),
			"confidence", percent(i.Confidence))
	}
	return words.Say("report.change.short", "change", signed(i, unit, scale), "bounds", bounds(i, unit, scale))
}

// end is the headline difference at one end of an input's range.
func (l layout) end(i stat.Interval, unit string, scale float64) words.Phrase {
	switch judge(i) {
	case same:
		return words.Say("report.change.none")
	case undecided:
		if !i.Bounded() {
			return words.Say("report.change.unclear")
		}
		f := difference(i, scale)
		return words.Say("report.change.open", "low", sided(f.lo, unit, i.Lo), "high", sided(f.hi, unit, i.Hi))
	}
	return signed(i, unit, scale)
}

// bounds says an interval that lies on one side of 0, the smaller change first: "between 1.21 and 1.43 h less".
func bounds(i stat.Interval, unit string, scale float64) words.Phrase {
	f := difference(i, scale)
	near, far := f.lo, f.hi
	if i.Mean < 0 {
		near, far = far, near
	}
	near, far = unsigned(near), unsigned(far).In(unit)
	if i.Mean < 0 {
		return words.Say("report.change.between-less", "low", near, "high", far)
	}
	return words.Say("report.change.between-more", "low", near, "high", far)
}

// signed is an estimate with a word in place of its sign: "1.32 h less".
func signed(i stat.Interval, unit string, scale float64) words.Phrase {
	return sided(difference(i, scale).mean, unit, i.Mean)
}

// sided is an amount with its unit and the word for its sign.
func sided(amount words.Number, unit string, sign float64) words.Phrase {
	amount = unsigned(amount).In(unit)
	if sign < 0 {
		return words.Say("report.change.less", "amount", amount)
	}
	return words.Say("report.change.more", "amount", amount)
}

// estimate says a value with its bounds: "5.42 h (between 5.31 and 5.53 h)".
func (l layout) estimate(measure string, i stat.Interval) words.Phrase {
	d, _ := Define(measure)
	unit, scale := l.unit(d.Unit)
	f := estimate(i, scale, d.values())
	if !i.Bounded() || i.Hi == i.Lo {
		return words.Say("report.estimate.bare", "mean", f.mean.In(unit))
	}
	return words.Say("report.estimate.bounded", "mean", f.mean.In(unit), "low", f.lo, "high", f.hi.In(unit))
}

// unsigned is a number without its minus.
func unsigned(n words.Number) words.Number { return words.Number(strings.TrimPrefix(string(n), "-")) }

// unplus is a number without its plus.
func unplus(n words.Number) words.Number { return words.Number(strings.TrimPrefix(string(n), "+")) }

// written says a value of a file, "15 min", on one line; of a law with its parameters, "lognormal: mean: 15 min, cv: 0.5", each number with its unit.
func (l layout) written(value string) string {
	said := l.speaker.Written(value)
	if strings.Contains(said, ": ") {
		return withUnits.ReplaceAllString(said, "$1"+glue+"$2")
	}
	return glued(said)
}

// withUnits finds numbers with what they count behind them.
var withUnits = regexp.MustCompile(`(\d) (\pL)`)

// glued keeps a figure as written, "15 min", on one line.
func glued(text string) string { return strings.ReplaceAll(text, " ", glue) }
