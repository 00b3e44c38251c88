package report

import (
	"strings"

	"hanhlang/corridors/words"
)

// companions are the measures that the answer names after the headline: what a shipper feels of it.
func companions() []string { return []string{"door_to_door_h", "cost_per_tonne_usd"} }

// answer is the study's answer in two or three sentences, each a paragraph.
func (l layout) answer() []string {
	var sentences []string
	if fit := l.fitSentence(); fit != "" {
		sentences = append(sentences, fit)
	}
	head, ok := l.headline()
	if grown := l.growthAnswer(); len(grown) > 0 {
		return append(grown, strings.Join(l.withRest(sentences, head), " "))
	}
	if !ok {
		return l.state(sentences)
	}
	sentences = append(sentences, l.headlineSentence(head))
	if also := l.companionSentence(head); also != "" {
		sentences = append(sentences, also)
	}
	sentences = append(sentences, l.overloadSentences(head.Alternative, head.Base)...)
	sentences = append(append(sentences, l.bestAnswer()...), l.curveAnswer()...)
	return []string{strings.Join(l.withRest(sentences, head), " ")}
}

// withRest adds how much of the answer is assumed.
func (l layout) withRest(sentences []string, head Difference) []string {
	if rests := l.restSentence(head); rests != "" {
		return append(sentences, rests)
	}
	return sentences
}

// headlineSentence says what the alternative does to the headline measure.
func (l layout) headlineSentence(d Difference) string {
	return l.say(words.Say("report.answer.headline",
		"alternative", d.Alternative, "base", d.Base, "measure", l.title(d.Measure), "change", l.wholeChange(d)))
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
			parts = append(parts, words.Say("report.answer.part", "measure", l.title(name), "change", l.change(d)))
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
	driven := l.say(words.Say("report.answer.driven",
		"assumed", assumed, "path", l.readable(top.Path), "measure", l.title(head.Measure),
		"low", l.endOf(top.Low, top.NoteLow), "high", l.endOf(top.High, top.NoteHigh),
		"from", l.end(top.AtLow, unit, scale), "to", l.end(top.AtHigh, unit, scale)))
	if !top.strays(head) {
		return driven
	}
	return driven + " " + l.say(words.Say("report.answer.shorter", "value", l.written(top.Value), "there", l.end(top.AtBase, unit, scale)))
}

// strays says whether the runs in which inputs were varied, which are shorter, have another difference in the middle than the answer.
func (d Driver) strays(head Difference) bool {
	at := d.AtBase
	return at.Present() && (!at.Bounded() || head.Interval.Mean < at.Lo || head.Interval.Mean > at.Hi)
}

// endOf is an end of a range, with what must be known of it.
func (l layout) endOf(value string, note words.Phrase) words.Phrase {
	if note.Empty() {
		return words.Plain(l.written(value))
	}
	return words.Say("report.answer.end", "value", l.written(value), "note", note)
}

// state is the answer when nothing is compared: what there is to say already, or else what each alternative shows, and how much of
// that is assumed.
func (l layout) state(sentences []string) []string {
	if len(sentences) == 0 {
		for _, a := range l.Alternatives {
			sentences = append(append(sentences, l.stateSentence(a)), l.overloadSentences(a.Name)...)
		}
	}
	sentences = l.withRest(append(sentences, l.bestAnswer()...), Difference{})
	if len(sentences) == 0 {
		return nil
	}
	return []string{strings.Join(sentences, " ")}
}

// mostNamed is how many measures the answer says of those that somebody asked for.
const mostNamed = 3

// shown are the values of some measures of an alternative, of those that are there.
func (l layout) shown(a Alternative, names []string) (parts []any) {
	for _, name := range names {
		if i := a.measure(name); i.Present() {
			parts = append(parts, words.Say("report.answer.value", "measure", l.title(name), "value", l.estimate(name, i)))
		}
	}
	return parts
}

// stateSentence says what one alternative shows, or that there was no truck to measure.
func (l layout) stateSentence(a Alternative) string {
	parts := l.shown(a, append([]string{"border_time_h"}, companions()...))
	if len(parts) == 0 { // others were asked for
		parts = l.shown(a, l.Named[:min(len(l.Named), mostNamed)])
	}
	if len(parts) == 0 {
		return l.say(words.Say("report.answer.nothing", "alternative", a.Name))
	}
	return l.say(words.Say("report.answer.state", "alternative", a.Name, "parts", words.And(parts...)))
}
