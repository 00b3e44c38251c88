package report

import (
	"math"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// companions are the measures that the answer names after the headline: what a shipper feels of it.
func companions() []string { return []string{"door_to_door_h", "cost_per_tonne_usd"} }

// answer is the study's answer in two or three sentences, each a paragraph.
func (l layout) answer() []string {
	head, ok := l.headline()
	if !ok {
		return l.state()
	}
	sentences := []string{l.headlineSentence(head)}
	if also := l.companionSentence(head); also != "" {
		sentences = append(sentences, also)
	}
	if rests := l.restSentence(head); rests != "" {
		sentences = append(sentences, rests)
	}
	return []string{strings.Join(sentences, " ")}
}

// headlineSentence says what the alternative does to the headline measure.
func (l layout) headlineSentence(d Difference) string {
	return l.say(words.Say("report.answer.headline",
		"alternative", d.Alternative, "base", d.Base, "measure", l.title(d.Measure), "change", l.change(d, true)))
}

// change says a difference in words: "1.32 h less (24 % less), between 1.21 and 1.43 h less with 95 % confidence".
func (l layout) change(d Difference, full bool) words.Phrase {
	unit, scale := l.unitOfDifference(d.Unit)
	low, high := sides(d.Interval, scale, unit)
	sure := percent(d.Interval.Confidence)
	switch judge(d.Interval) {
	case same:
		return words.Say("report.change.same")
	case undecided:
		if !d.Interval.Bounded() {
			return words.Say("report.change.single", "change", l.signed(d.Interval, scale, unit))
		}
		return words.Say("report.change.undecided", "low", l.sided(low, d.Interval.Lo), "high", l.sided(high, d.Interval.Hi), "confidence", sure)
	}
	if d.Interval.Mean < 0 {
		low, high = high, low
	}
	change := l.signed(d.Interval, scale, unit)
	bounds := words.Say("report.change.between", "low", bare(low), "high", l.sided(high, d.Interval.Mean))
	if !full || !d.Relative.Present() {
		return words.Say("report.change.short", "change", change, "bounds", bounds)
	}
	return words.Say("report.change.full", "change", change,
		"relative", l.signed(d.Relative, 100, "%"), "bounds", bounds, "confidence", sure)
}

// signed is an estimate without its sign but with the word for it: "1.32 h less".
func (l layout) signed(i stat.Interval, scale float64, unit string) words.Phrase {
	amount := strings.TrimPrefix(rounded(i, scale).mean, "-")
	return l.sided(side{amount, unit}, i.Mean)
}

// end is the headline difference at one end of an input's range.
func (l layout) end(i stat.Interval, scale float64, unit string) words.Phrase {
	if v := judge(i); v == undecided || v == same {
		return words.Say("report.change.unclear")
	}
	return l.signed(i, scale, unit)
}

// side is one bound of a difference, its sign taken off.
type side struct{ amount, unit string }

// sides are the bounds of a difference without their signs.
func sides(i stat.Interval, scale float64, unit string) (lo, hi side) {
	f := rounded(i, scale)
	return side{strings.TrimPrefix(f.lo, "-"), unit}, side{strings.TrimPrefix(f.hi, "-"), unit}
}

// bare is a bound without a word, when the next one carries word and unit for both.
func bare(s side) string { return s.amount }

// sided is a bound with its unit and the word for its sign.
func (l layout) sided(s side, sign float64) words.Phrase {
	amount := s.amount + glue + strings.ReplaceAll(s.unit, " ", glue)
	if sign < 0 {
		return words.Say("report.change.less", "amount", amount)
	}
	return words.Say("report.change.more", "amount", amount)
}

// companionSentence says what the same change does to the other measures a shipper asks about.
func (l layout) companionSentence(head Difference) string {
	var parts []any
	for _, name := range companions() {
		for _, d := range l.Differences {
			if d.Measure != name || name == head.Measure || !d.Interval.Present() ||
				d.Alternative != head.Alternative || d.Base != head.Base {
				continue
			}
			parts = append(parts, words.Say("report.answer.part", "measure", l.title(name), "change", l.change(d, false)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return capital(l.say(words.Say("report.answer.also", "parts", words.And(parts...))))
}

// restSentence says how much of the answer is assumed, and what the weightiest assumption could make of it.
func (l layout) restSentence(head Difference) string {
	grades := l.Grades()
	if grades.Total() == 0 {
		return ""
	}
	assumed := words.Say("report.answer.assumed", "count", grades.D, "total", grades.Total())
	if len(l.Drivers) == 0 || !l.Drivers[0].AtLow.Present() || !l.Drivers[0].AtHigh.Present() {
		return l.say(words.Say("report.answer.rests", "assumed", assumed))
	}
	top := l.Drivers[0]
	unit, scale := l.unitOfDifference(head.Unit)
	return l.say(words.Say("report.answer.driven", "assumed", assumed, "path", readable(top.Path), "measure", l.title(head.Measure), "low", glued(top.Low), "high", glued(top.High),
		"from", l.end(top.AtLow, scale, unit), "to", l.end(top.AtHigh, scale, unit)))
}

// state is the answer when there is nothing to compare: what the one alternative shows, or that there was no truck to measure.
func (l layout) state() []string {
	if len(l.Alternatives) == 0 {
		return nil
	}
	only := l.Alternatives[0]
	var parts []any
	for _, name := range append([]string{"border_time_h"}, companions()...) {
		i := only.measure(name)
		if !i.Present() {
			continue
		}
		parts = append(parts, words.Say("report.answer.part", "measure", l.title(name), "change", l.estimate(name, i)))
	}
	if len(parts) == 0 {
		return []string{l.say(words.Say("report.answer.nothing", "alternative", only.Name))}
	}
	return []string{l.say(words.Say("report.answer.state", "alternative", only.Name, "parts", words.And(parts...)))}
}

// estimate says a value with its bounds: "5.42 h (between 5.31 and 5.53 h)".
func (l layout) estimate(measure string, i stat.Interval) words.Phrase {
	d, _ := Define(measure)
	unit, scale := l.unit(d.Unit)
	f := rounded(i, scale)
	if !i.Bounded() || math.Abs(i.Hi-i.Lo) == 0 {
		return words.Say("report.estimate.bare", "mean", f.mean+glue+unit)
	}
	return words.Say("report.estimate.bounded", "mean", f.mean+glue+unit, "low", f.lo, "high", f.hi+glue+unit)
}

// glued keeps a figure as written, "15 min", on one line.
func glued(text string) string { return strings.ReplaceAll(text, " ", glue) }
