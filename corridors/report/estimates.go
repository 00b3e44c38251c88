package report

import (
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Estimate is a measure estimated in two ways: as the mean of what the replications came to, and with all replications put together
// as one.
type Estimate struct {
	Alternative string
	Measure     string
	Unit        string
	Means       stat.Interval
	How         How
	Pooled      stat.Interval
	Jackknife   stat.Interval // of a ratio or share, as a check of the interval; not of a quantile
}

// How is a way to put replications together.
type How string

// The ways to put replications together.
const (
	RatioOfTotals  How = "ratio of totals"
	PooledShare    How = "share of all"
	PooledQuantile How = "quantile of all"
)

// phrase is the way in words.
func (h How) phrase() words.Phrase {
	switch h {
	case PooledShare:
		return words.Say("report.estimate.share")
	case PooledQuantile:
		return words.Say("report.estimate.quantile")
	}
	return words.Say("report.estimate.ratio")
}

// estimates is the table of measures that were estimated in two ways.
func (l layout) estimates() section {
	if len(l.Estimates) == 0 {
		return section{}
	}
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.alternative"))},
		{heading: l.say(words.Say("report.estimate.column-means")), figures: true},
		{heading: l.say(words.Say("report.estimate.column-pooled")), figures: true},
		{heading: l.say(words.Say("report.estimate.column-jackknife")), figures: true},
		{heading: l.say(words.Say("report.estimate.column-how"))},
	}}
	before := ""
	for _, e := range l.Estimates {
		unit, scale := l.unit(e.Unit)
		if e.Measure != before {
			before = e.Measure
			t.rows = append(t.rows, row{span: l.label(e.Measure, unit)})
		}
		can := valuesOf(e.Measure)
		t.rows = append(t.rows, row{cells: []cell{
			wordCell(glue + glue + glued(e.Alternative)), figureCell(estimate(e.Means, scale, can)), figureCell(estimate(e.Pooled, scale, can)),
			figureCell(estimate(e.Jackknife, scale, can)), wordCell(l.say(e.How.phrase())),
		}})
	}
	return section{
		heading: l.say(words.Say("report.estimate.heading")), table: t,
		notes: []string{l.say(words.Say("report.estimate.note", "confidence", percent(l.Confidence)))},
	}
}

// estimateFormJSON is the shape of what was estimated in two ways.
type estimateFormJSON struct {
	Alternative string        `json:"alternative"`
	Measure     string        `json:"measure"`
	Unit        string        `json:"unit"`
	Means       estimateJSON  `json:"mean_of_replications"`
	How         string        `json:"how"`
	Pooled      estimateJSON  `json:"pooled"`
	Jackknife   *estimateJSON `json:"jackknife"`
}

func estimateFormOf(e Estimate) estimateFormJSON {
	return estimateFormJSON{e.Alternative, e.Measure, e.Unit, estimateOf(e.Means), string(e.How), estimateOf(e.Pooled), maybe(e.Jackknife)}
}

// estimateRowsCSV has a row for each way: the reading says which.
func estimateRowsCSV(list []Estimate) []csvRow {
	var rows []csvRow
	for _, e := range list {
		for _, way := range []struct {
			how string
			i   stat.Interval
		}{{"mean of replications", e.Means}, {string(e.How), e.Pooled}, {"jackknife", e.Jackknife}} {
			if !way.i.Present() {
				continue
			}
			r := csvRow{kind: "estimate", alternative: e.Alternative, name: e.Measure, unit: e.Unit, interval: way.i}
			r.fits[2] = way.how
			rows = append(rows, r)
		}
	}
	return rows
}
