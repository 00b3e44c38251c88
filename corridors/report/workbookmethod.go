package report

import (
	"strconv"

	"hanhlang/corridors/words"
)

// inputSheet has everything that was fed in, with its grade and source.
func (b *book) inputSheet() {
	if len(b.Inputs) == 0 {
		return
	}
	t := b.tab(words.Say("report.sheet.inputs"))
	t.heading(1, t.headings(words.Say("report.column.input"), words.Say("report.column.alternative"), words.Say("report.column.value"), words.Say("report.column.range"),
		words.Say("report.column.grade"), words.Say("report.column.fact"), words.Say("report.field.transfer"), words.Say("report.field.why"), words.Say("report.field.source"))...)
	for _, in := range b.Inputs {
		t.add(texts(in.Path, in.Alternative, b.speaker.Written(in.Value), b.speaker.Written(in.Range), in.Grade, in.Fact, in.Transfer,
			b.speaker.Reason(in.Why), b.speaker.Reason(in.Source))...)
	}
	t.filter = len(t.rows)
	t.close()
}

// methodSheet says how the answer came about, whether its books close, and how to get it again.
func (b *book) methodSheet() {
	t := b.tab(words.Say("report.sheet.method"))
	t.heading(1, t.headings(words.Say("report.field.what"), words.Say("report.column.value"))...)
	for _, line := range []struct {
		what  words.Phrase
		value string
	}{
		{words.Say("report.field.study"), b.Study},
		{words.Say("report.field.question"), b.speaker.Title(b.Question)},
		{words.Say("report.field.version"), b.Version},
		{words.Say("report.field.input-hash"), b.InputHash},
		{words.Say("report.field.fingerprint"), b.fingerprint()},
		{words.Say("report.field.seed"), strconv.FormatUint(b.Seed, 10)},
		{words.Say("report.field.begins"), b.say(b.Begins)},
		{words.Say("report.field.repeat"), b.Repeat},
	} {
		if line.value != "" {
			t.add(worded(b.say(line.what)), paragraphed(line.value))
		}
	}
	t.add(worded(b.say(words.Say("report.field.replications"))), counted(b.Replications))
	t.add(worded(b.say(words.Say("report.field.confidence"))), field{value: b.Confidence, look: look{format: "0.##%"}})
	if b.precision().long {
		t.add(worded(b.say(words.Say("report.field.stopping"))), paragraphed(b.precise()))
	}
	for _, a := range b.Alternatives {
		t.add(worded(a.Name), paragraphed(b.speaker.Title(a.Title)))
	}
	for _, warning := range b.Warnings {
		t.add(worded(b.say(words.Say("report.field.warning"))), paragraphed(b.say(warning)))
	}
	if len(b.watched()) == 0 {
		t.add(worded(b.say(words.Say("report.field.indicators"))), paragraphed(b.say(words.Say("report.colophon.indicators"))))
	}
	t.checks()
	t.close()
}

// checks are the rows of the self-audit.
func (t *tab) checks() {
	if len(t.Audit) == 0 {
		return
	}
	t.add()
	t.add(t.headings(words.Say("report.column.check"), words.Say("report.column.detail"), words.Say("report.column.held"))...)
	for _, check := range t.Audit {
		held := words.Say("report.audit.yes")
		if !check.OK {
			held = words.Say("report.audit.no")
		}
		t.add(worded(check.Name), paragraphed(t.say(check.Detail)), worded(t.say(held)))
	}
}
