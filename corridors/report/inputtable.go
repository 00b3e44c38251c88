package report

import (
	"strings"

	"hanhlang/corridors/words"
)

// inputs lists everything that was fed in, for a page that is kept.
func (l layout) inputs() section {
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.input"))},
		{heading: l.say(words.Say("report.column.value"))},
		{heading: l.say(words.Say("report.column.range"))},
		{heading: l.say(words.Say("report.column.grade"))},
		{heading: l.say(words.Say("report.column.rests"))},
	}}
	for _, input := range l.Inputs {
		t.rows = append(t.rows, row{cells: []cell{
			wordCell(l.placed(input)), wordCell(input.Value), wordCell(input.Range), wordCell(input.Grade), wordCell(l.rests(input)),
		}})
	}
	if len(t.rows) == 0 {
		return section{}
	}
	return section{heading: l.say(words.Say("report.heading.inputs")), table: t, long: true}
}

// placed is the path of an input, with the alternative that it is of where another has another value.
func (l layout) placed(input Input) string {
	if input.Alternative == "" {
		return input.Path
	}
	return l.say(words.Say("report.input.of", "path", input.Path, "alternative", input.Alternative))
}

// rests says what an input is taken from: a fact, a fact from elsewhere, the reason, the source.
func (l layout) rests(input Input) string {
	var parts []string
	if input.Fact != "" {
		parts = append(parts, input.Fact)
	}
	if input.Transfer != "" {
		parts = append(parts, l.say(words.Say("report.input.transfer", "fact", input.Transfer)))
	}
	for _, part := range []string{input.Why, input.Source} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "; ")
}
