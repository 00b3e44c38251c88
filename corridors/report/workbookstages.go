package report

import (
	"fmt"
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// stageSheet has the border time by stage, what it is made of, and its sums by alternative.
func (b *book) stageSheet() {
	if !slices.ContainsFunc(b.Alternatives, func(a Alternative) bool { return len(a.Stages) > 0 }) {
		return
	}
	t := b.tab(words.Say("report.sheet.stages"))
	t.heading(0, t.headings(words.Say("report.column.alternative"), words.Say("report.field.country"), words.Say("report.field.place"),
		words.Say("report.column.stage"), words.Say("report.column.owner"), words.Say("report.field.unit"), words.Say("report.column.mean"), words.Say("report.field.low"),
		words.Say("report.field.high"), words.Say("report.column.queue"), words.Say("report.column.closed"), words.Say("report.column.service"), words.Say("report.column.blocked"))...)
	for _, a := range b.Alternatives {
		for _, s := range a.Stages {
			t.add(t.stageFields(a.Name, s)...)
		}
	}
	t.filter = len(t.rows)
	t.partSums()
	t.close()
}

// stageFields are the row of a stage. Its parts have the decimals of their sum.
func (b *book) stageFields(alternative string, s Stage) []field {
	estimate := intervalFields(s.Interval, 1, amounts())
	fields := append(append(texts(alternative), b.named(b.country(s.Country), s.Place, s.Stage, s.Owner, s.Unit)...), estimate[:]...)
	for _, part := range []float64{s.Queue, s.Closed, s.Service, s.Blocked} {
		fields = append(fields, field{value: part, look: estimate[0].look})
	}
	return fields
}

// stageParts is the first column of what stages are made of.
const stageParts = 10

// partSums sums up the parts of border time by alternative, as formulas over the table above, and draws them.
func (t *tab) partSums() {
	t.add()
	parts := []words.Phrase{words.Say("report.column.queue"), words.Say("report.column.closed"), words.Say("report.column.service"), words.Say("report.column.blocked")}
	names := t.headings(parts...)
	t.add(append(append(t.headings(words.Say("report.field.sum-by-alternative")), names...), t.headings(words.Say("report.field.sum"))...)...)
	first := len(t.rows) + 1
	shows := look{format: numberFormat(2, false, false)}
	for _, a := range t.Alternatives {
		fields := texts(a.Name)
		here, total := len(t.rows)+1, 0.0
		for i := range parts {
			sum := 0.0
			for _, s := range a.Stages {
				sum += []float64{s.Queue, s.Closed, s.Service, s.Blocked}[i]
			}
			total += sum
			fields = append(fields, field{value: sum, formula: t.sumIf(stageParts+i, here), look: shows})
		}
		t.add(append(fields, field{value: total, formula: fmt.Sprintf("SUM(B%d:E%d)", here, here), look: shows})...)
	}
	t.partsChart(names, first, len(t.rows))
}

// sumIf sums a column of the table at the top over the rows of the alternative that stands at the left.
func (t *tab) sumIf(column, row int) string {
	return fmt.Sprintf("SUMIFS(%s:%s,%s:%s,$A%d)", at(column, 2), at(column, t.filter), at(1, 2), at(1, t.filter), row)
}

// trsSheet has the time release study of loaded trucks.
func (b *book) trsSheet() {
	if len(b.watched()) == 0 {
		return
	}
	t := b.tab(words.Say("report.sheet.trs"))
	heads := t.headings(words.Say("report.column.alternative"), words.Say("report.field.block"), words.Say("report.field.scope"), words.Say("report.field.gate"),
		words.Say("report.field.place"), words.Say("report.field.country"), words.Say("report.field.direction"), words.Say("report.column.stage"),
		words.Say("report.column.owner"), words.Say("report.field.flow"), words.Say("report.field.channel"), words.Say("report.trs.n"),
		words.Say("report.field.mean-h"), words.Say("report.field.low"), words.Say("report.field.high"), words.Say("report.field.mean-clock"),
		words.Say("report.field.median-h"), words.Say("report.field.sd-h"), words.Say("report.field.min-h"), words.Say("report.field.max-h"), words.Say("report.field.p90-h"),
		words.Say("report.field.since-arrival-h"), words.Say("report.field.peak-h"), words.Say("report.field.off-peak-h"))
	limits := b.limitNames()
	for _, name := range limits {
		heads = append(heads, headField(t.say(words.Say("report.field.within", "limit", name))))
	}
	t.heading(0, heads...)
	for _, a := range b.Alternatives {
		for _, row := range a.Indicators.TRS {
			fields := append(texts(a.Name, row.Block, row.Scope, row.Gate, row.Place), b.named(b.country(row.Country), row.Direction, row.Stage, row.Owner, row.Flow, row.Channel)...)
			mean := intervalFields(row.Mean, 1, amounts())
			fields = append(append(fields, counted(row.N)), mean[:]...)
			fields = append(fields, clocked(row.Mean, len(t.rows)+1))
			fields = append(fields, bareMean(row.Median), bareMean(row.SD), field{value: row.Low, look: mean[0].look}, field{value: row.High, look: mean[0].look},
				bareMean(row.P90), bareMean(row.SinceArrival), bareMean(row.Peak), bareMean(row.OffPeak))
			for _, name := range limits {
				within := field{}
				for i, l := range row.Limits {
					if l.Name == name {
						within = intervalFields(row.Within[i], 100, shares())[0]
					}
				}
				fields = append(fields, within)
			}
			t.add(fields...)
		}
	}
	t.filter = len(t.rows)
	t.close()
}

// bareMean is the mean of an estimate alone.
func bareMean(i stat.Interval) field { return intervalFields(i, 1, amounts())[0] }

// clocked is the mean of a row as hours, minutes and seconds.
func clocked(mean stat.Interval, row int) field {
	if !mean.Present() {
		return field{}
	}
	return field{value: mean.Mean / 24, formula: fmt.Sprintf("M%d/24", row), look: look{format: "[hh]:mm:ss"}}
}

// limitNames are the times within which shares are asked for, of all alternatives.
func (b *book) limitNames() []string {
	var names []string
	for _, a := range b.Alternatives {
		for _, row := range a.Indicators.TRS {
			for _, l := range row.Limits {
				if !slices.Contains(names, l.Name) {
					names = append(names, l.Name)
				}
			}
		}
	}
	return names
}
