package report

import (
	"fmt"
	"math"
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// summary is the sheet of alternatives and measures, with their differences below, the answer in words, and a chart.
func (b *book) summary() {
	t := b.tab(words.Say("report.sheet.summary"))
	t.add(field{value: b.heading(), look: look{title: true}})
	t.add(worded(b.speaker.Title(b.Question)))
	t.add()
	rows := t.measureRows()
	t.add()
	t.differenceRows(rows)
	for _, paragraph := range b.answer() {
		t.add()
		t.add(paragraphed(paragraph))
	}
	t.add(paragraphed(b.endsNote()))
	t.headlineChart(rows)
	t.close()
}

// endsNote says what the ends of intervals mean, or why there are none.
func (b *book) endsNote() string {
	switch {
	case b.Replications == 1:
		return b.say(words.Say("report.note.single"))
	case b.Mirrored != nil:
		return b.say(words.Say("report.note.workbook-pairs", "confidence", percent(b.Confidence), "count", b.Mirrored.Pairs))
	}
	return b.say(words.Say("report.note.workbook", "confidence", percent(b.Confidence), "count", b.Replications))
}

// heading is what the answer is called.
func (b *book) heading() string {
	if b.Title == "" {
		return b.Study
	}
	return b.speaker.Title(b.Title)
}

// firstMean is the column of the first alternative's means; those of the others follow, then the bounds of each.
const firstMean = 3

// meanColumn and boundColumn are where an alternative's figures stand.
func meanColumn(alternative int) int { return firstMean + alternative }

func (b *book) boundColumn(alternative int) int {
	return firstMean + len(b.Alternatives) + 2*alternative
}

// measureRows puts the table of measures and gives the row of each.
func (t *tab) measureRows() map[string]int {
	heads := t.headings(words.Say("report.column.measure"), words.Say("report.field.unit"))
	for _, a := range t.Alternatives {
		heads = append(heads, headField(a.Name))
	}
	for _, a := range t.Alternatives {
		heads = append(heads, headField(t.say(words.Say("report.field.low-of", "name", a.Name))), headField(t.say(words.Say("report.field.high-of", "name", a.Name))))
	}
	t.heading(2, heads...)
	rows := make(map[string]int)
	for _, name := range t.bookMeasures() {
		rows[name] = t.measureRow(name)
	}
	t.filter = len(t.rows)
	return rows
}

// bookMeasures are those of the tables for reading, those that the study names first.
func (b *book) bookMeasures() []string {
	names := slices.Clone(b.Named)
	for _, name := range b.shownMeasures() {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return slices.DeleteFunc(names, func(name string) bool {
		return !slices.ContainsFunc(b.Alternatives, func(a Alternative) bool { return a.measure(name).Present() })
	})
}

// measureRow puts one measure of all alternatives.
func (t *tab) measureRow(name string) int {
	d, known := Define(name)
	unit, scale := t.unit(d.Unit)
	if !known {
		unit = t.unitOf(name)
	}
	fields := make([]field, t.boundColumn(len(t.Alternatives))-1)
	fields[0], fields[1] = worded(capital(t.title(name))), worded(unit)
	for i, a := range t.Alternatives {
		estimate := intervalFields(a.measure(name), scale, d.values())
		fields[meanColumn(i)-1] = estimate[0]
		fields[t.boundColumn(i)-1], fields[t.boundColumn(i)] = estimate[1], estimate[2]
	}
	return t.add(fields...)
}

// differenceRows puts the differences below the measures that they are taken of.
func (t *tab) differenceRows(rows map[string]int) {
	if !slices.ContainsFunc(t.Differences, func(d Difference) bool { return d.Interval.Present() }) {
		return
	}
	sure := percent(t.Confidence)
	t.add(field{value: t.say(words.Say("report.heading.differences")), look: look{title: true}})
	t.add(t.headings(words.Say("report.column.measure"), words.Say("report.field.unit"), words.Say("report.column.alternative"), words.Say("report.field.base"),
		words.Say("report.field.difference"), words.Say("report.field.half-width", "confidence", sure), words.Say("report.field.low"), words.Say("report.field.high"),
		words.Say("report.field.relative"), words.Say("report.field.low"), words.Say("report.field.high"),
		words.Say("report.field.joint-low", "confidence", sure), words.Say("report.field.joint-high", "confidence", sure), words.Say("report.column.verdict"))...)
	for _, d := range t.pairs() {
		if row, shown := rows[d.Measure]; shown && d.Interval.Present() {
			t.differenceFields(d, row)
		}
	}
}

// differenceFields puts one difference: its mean and the share of the base are formulas of the means above, its bounds of the half-width beside them.
func (t *tab) differenceFields(d Difference, row int) {
	unit, scale := t.unitOfDifference(d.Unit)
	shows := look{format: numberFormat(difference(d.Interval, scale).shown(), true, scale == 100)}
	share := look{format: numberFormat(d.relativeShown(), true, true)}
	here := len(t.rows) + 1
	alternative, base := t.meanOf(d.Alternative, d.Measure, row), t.meanOf(d.Base, d.Measure, row)
	fields := texts(capital(t.title(d.Measure)), unit, d.Alternative, d.Base)
	fields = append(fields, live(d.Interval.Mean, alternative.mean-base.mean, alternative.address+"-"+base.address, shows))
	if half, ok := symmetric(d.Interval); ok {
		fields = append(fields, field{value: half, look: look{format: numberFormat(formatted(shows.format), false, scale == 100)}},
			field{value: d.Interval.Lo, formula: fmt.Sprintf("E%d-F%d", here, here), look: shows}, field{value: d.Interval.Hi, formula: fmt.Sprintf("E%d+F%d", here, here), look: shows})
	} else {
		fields = append(append(fields, field{}), boundFields(d.Interval, shows)...)
	}
	if d.Relative.Present() {
		fields = append(fields, live(d.Relative.Mean, d.Interval.Mean/base.mean, fmt.Sprintf("E%d/%s", here, base.address), share))
	} else {
		fields = append(fields, field{})
	}
	fields = append(fields, boundFields(d.Relative, share)...)
	fields = append(fields, boundFields(d.Joint, shows)...)
	t.add(append(fields, worded(t.verdict(judge(d.Interval))))...)
}

// meanField is a mean and where it stands.
type meanField struct {
	address string
	mean    float64
}

// meanOf is the mean of a measure of an alternative, which stands in a row.
func (b *book) meanOf(alternative, measure string, row int) meanField {
	for i, a := range b.Alternatives {
		if estimate := a.measure(measure); a.Name == alternative && estimate.Present() {
			return meanField{at(meanColumn(i), row), estimate.Mean}
		}
	}
	return meanField{mean: math.NaN()}
}

// live is a figure by a formula if that comes to it. Where it does not, as where some replications lack a measure, it is the figure alone.
func live(is, reckoned float64, formula string, shows look) field {
	f := field{value: is, look: shows}
	if math.Abs(is-reckoned) <= 1e-9*max(math.Abs(is), math.Abs(reckoned), 1e-6) {
		f.formula = formula
	}
	return f
}

// symmetric gives the half-width of an interval around its mean.
func symmetric(i stat.Interval) (half float64, ok bool) {
	if !i.Bounded() {
		return 0, false
	}
	low, high := i.Mean-i.Lo, i.Hi-i.Mean
	return high, math.Abs(low-high) <= 1e-9*max(math.Abs(i.Mean), high)
}

// boundFields are the ends of an interval.
func boundFields(i stat.Interval, shows look) []field {
	if !i.Bounded() {
		return make([]field, 2)
	}
	return []field{{value: i.Lo, look: shows}, {value: i.Hi, look: shows}}
}
