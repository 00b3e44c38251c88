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
			l.placed(input), wordCell(l.speaker.Written(input.Value)), wordCell(l.speaker.Written(input.Range)), wordCell(input.Grade), wordCell(l.rests(input)),
		}})
	}
	if len(t.rows) == 0 {
		return section{}
	}
	return section{heading: l.say(words.Say("report.heading.inputs")), table: t, long: true}
}

// placed names an input for people, with the alternative that it is of where another has another value, and has its path where bounds stand.
func (l layout) placed(input Input) cell {
	name := l.readable(input.Path)
	path := input.Path
	if name == path {
		path = ""
	}
	if input.Alternative != "" {
		name = l.say(words.Say("report.input.of", "input", name, "alternative", input.Alternative))
	}
	return cell{value: name, bounds: path}
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
	for _, part := range kept(input.Why, input.Source) {
		parts = append(parts, l.speaker.Reason(part))
	}
	return strings.Join(parts, "; ")
}
