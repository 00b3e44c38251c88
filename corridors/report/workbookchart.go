package report

import (
	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/words"
)

// Size of the charts [pixels].
const (
	chartWidth  = 760
	chartHeight = 400
)

// drawn is a chart that reads its figures from a sheet.
type drawn struct {
	kind      excelize.ChartType
	title     string
	across    string // what the axis of categories says
	up        string // what that of values says
	series    []excelize.ChartSeries
	tall      int  // height [pixels]; 0: the usual one
	downwards bool // bars from the top, as the table has them
}

// chart puts a chart on the sheet with its corner in a field. It must be put there before the sheet is closed.
func (t *tab) chart(column, row int, d drawn) {
	if len(d.series) == 0 {
		return
	}
	for i := range d.series {
		colour := chartColours()[i%len(chartColours())]
		if d.kind == excelize.Scatter {
			d.series[i].Line = excelize.LineOptions{Type: excelize.LineSolid, Width: 1.75}
			d.series[i].Marker = excelize.ChartMarker{Symbol: "none"}
		}
		d.series[i].Fill = solid(colour)
	}
	height := uint(chartHeight)
	if d.tall > 0 {
		height = uint(d.tall)
	}
	legend := excelize.ChartLegend{Position: "none"}
	if len(d.series) > 1 {
		legend.Position = "bottom"
	}
	corner, _ := excelize.CoordinatesToCellName(column, row)
	t.do(t.file.AddChart(t.name, corner, &excelize.Chart{
		Type: d.kind, Series: d.series, Title: titled(d.title, 12), Legend: legend,
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: height},
		XAxis:     excelize.ChartAxis{Title: titled(d.across, 9), ReverseOrder: d.downwards, Font: excelize.Font{Color: inkColour}},
		YAxis:     excelize.ChartAxis{Title: titled(d.up, 9), MajorGridLines: true, Font: excelize.Font{Color: inkColour}},
	}))
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func titled(text string, size float64) excelize.ChartTitle {
	if text == "" {
		return excelize.ChartTitle{}
	}
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Bold: true, Size: size, Color: inkColour}}}}
}

// headlineChart is the measure that the study is about as a bar for each alternative, below all that is written.
func (t *tab) headlineChart(rows map[string]int) {
	measure := t.headlineMeasure()
	row, there := rows[measure]
	if !there {
		return
	}
	d, _ := Define(measure)
	unit, _ := t.unit(d.Unit)
	last := meanColumn(len(t.Alternatives) - 1)
	t.chart(1, len(t.rows)+2, drawn{
		kind: excelize.Bar, title: capital(t.title(measure)), up: unit, downwards: true, tall: 140 + 40*len(t.Alternatives),
		series: []excelize.ChartSeries{{
			Name: t.span(1, row, 1, row), Categories: t.span(firstMean, t.frozen, last, t.frozen), Values: t.span(firstMean, row, last, row),
		}},
	})
}

// headlineMeasure is the one that the study is about; without one, the first that it names or that there is.
func (b *book) headlineMeasure() string {
	if head, ok := b.headline(); ok {
		return head.Measure
	}
	if names := b.bookMeasures(); len(names) > 0 {
		return names[0]
	}
	return ""
}

// timesChart stacks what the border time of each alternative is made of.
func (t *tab) partsChart(names []field, firstRow, lastRow int) {
	var series []excelize.ChartSeries
	for i := range names {
		column := 2 + i
		series = append(series, excelize.ChartSeries{
			Name: t.span(column, firstRow-1, column, firstRow-1), Categories: t.span(1, firstRow, 1, lastRow), Values: t.span(column, firstRow, column, lastRow),
		})
	}
	t.chart(1, lastRow+3, drawn{
		kind: excelize.BarStacked, title: t.say(words.Say("report.chart.stages")), up: "h", series: series, downwards: true, tall: 160 + 40*(lastRow-firstRow+1),
	})
}
