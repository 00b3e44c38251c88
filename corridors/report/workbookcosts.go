package report

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/words"
)

// costSheet has what a round trip costs by line and place, and its sums by line and alternative.
func (b *book) costSheet() {
	lines := b.costLines()
	if len(lines) == 0 {
		return
	}
	t := b.tab(words.Say("report.sheet.costs"))
	t.heading(0, t.headings(words.Say("report.column.alternative"), words.Say("report.field.line"), words.Say("report.column.owner"), words.Say("report.field.country"),
		words.Say("report.field.place"), words.Say("report.field.unit"), words.Say("report.column.mean"), words.Say("report.field.low"), words.Say("report.field.high"))...)
	for _, a := range b.Alternatives {
		for _, c := range a.Costs {
			estimate := intervalFields(c.Interval, 1, whatever())
			t.add(append(append(texts(a.Name), b.named(c.Line, c.Owner, b.country(c.Country), c.Place, c.Unit)...), estimate[:]...)...)
		}
	}
	t.filter = len(t.rows)
	t.lineSums(lines)
	t.close()
}

// costLines are the lines of cost of all alternatives, in their order.
func (b *book) costLines() []string {
	var lines []string
	for _, a := range b.Alternatives {
		for _, c := range a.Costs {
			if !slices.Contains(lines, c.Line) {
				lines = append(lines, c.Line)
			}
		}
	}
	return lines
}

// costMeans is the column of the means in the table of costs.
const costMeans = 7

// lineSums sums the costs up by alternative and line, as formulas over the table above, with totals, and stacks them in a chart.
func (t *tab) lineSums(lines []string) {
	t.add()
	heads := t.headings(words.Say("report.field.sum-by-alternative"))
	for _, line := range lines {
		heads = append(heads, headField(t.speaker.Name(line))) // as in the column above: the sums look for it there
	}
	head := t.add(append(heads, t.headings(words.Say("report.field.sum"))...)...)
	shows := look{format: numberFormat(2, false, false)}
	for _, a := range t.Alternatives {
		here := len(t.rows) + 1
		fields, total := texts(a.Name), 0.0
		for i, line := range lines {
			sum := 0.0
			for _, c := range a.Costs {
				if c.Line == line {
					sum += c.Interval.Mean
				}
			}
			total += sum
			condition := fmt.Sprintf("%s:%s,%s", at(2, 2), at(2, t.filter), at(2+i, head))
			fields = append(fields, field{
				value: sum, look: shows,
				formula: fmt.Sprintf("SUMIFS(%s:%s,%s:%s,$A%d,%s)", at(costMeans, 2), at(costMeans, t.filter), at(1, 2), at(1, t.filter), here, condition),
			})
		}
		t.add(append(fields, field{value: total, formula: fmt.Sprintf("SUM(%s:%s)", at(2, here), at(1+len(lines), here)), look: shows})...)
	}
	t.costChart(lines, head)
}

// costChart stacks the lines of cost, a bar for each alternative.
func (t *tab) costChart(lines []string, head int) {
	var series []excelize.ChartSeries
	last := len(t.rows)
	for i := range lines {
		series = append(series, excelize.ChartSeries{
			Name: t.span(2+i, head, 2+i, head), Categories: t.span(1, head+1, 1, last), Values: t.span(2+i, head+1, 2+i, last),
		})
	}
	t.chart(1, last+3, drawn{kind: excelize.ColStacked, title: t.say(words.Say("report.chart.costs")), up: "USD", series: series})
}
