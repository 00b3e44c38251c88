package report

import (
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Estimate is a measure estimated in two ways: as the mean of what the replications came to, and with all replications put together
// as one.
type Estimate struct {
	Alternative string
	Base        string // empty: not of a difference
	Measure     string
	Unit        string
	Means       stat.Interval
	How         How // empty: neither a ratio nor a quantile, so there is nothing to pool
	Pooled      stat.Interval
	Jackknife   stat.Interval // of a ratio or share, as a check of the interval; not of a quantile
	Controlled  stat.Interval // with the number of trucks that came as control variate; none where it is no luck
	Saved       float64       // how many times more replications the mean takes without the control
}

// How is a way to put replications together.
type How string

// The ways to put replications together.
const (
	RatioOfTotals  How = "ratio of totals"
	PooledShare    How = "share of all"
	PooledQuantile How = "quantile of all"
)

// estimates is the table of measures that were estimated in two ways.
func (l layout) estimates() section {
	if len(l.Estimates) == 0 {
		return section{}
	}
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.alternative"))},
		{heading: l.say(words.Say("report.estimate.column-means")), figures: true},
		{heading: l.say(words.Say("report.estimate.column-pooled")), figures: true},
		{heading: l.say(words.Say("report.estimate.column-controlled")), figures: true},
		{heading: l.say(words.Say("report.estimate.column-saved")), figures: true},
	}}
	before := ""
	for _, e := range l.Estimates {
		unit, scale := l.unit(e.Unit)
		if e.Measure != before {
			before = e.Measure
			t.rows = append(t.rows, row{span: l.label(e.Measure, unit)})
		}
		can := valuesOf(e.Measure)
		shown := func(i stat.Interval) cell { return figureCell(estimate(i, scale, can)) }
		if e.Base != "" {
			shown = func(i stat.Interval) cell { return figureCell(plus(difference(i, scale))) }
		}
		controlled, saved := e.Controlled, words.Number("")
		if controlled.Present() && e.Saved < 1 {
			controlled = stat.Interval{} // it costs more than it gives
		}
		if controlled.Present() {
			saved = factor(e.Saved)
		}
		t.rows = append(t.rows, row{cells: []cell{
			wordCell(glue + glue + glued(l.say(l.whose(e.Alternative, e.Base)))), shown(e.Means), shown(e.Pooled), shown(controlled), numberCell(saved),
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
	Base        *string       `json:"base"`
	Measure     string        `json:"measure"`
	Unit        string        `json:"unit"`
	Means       estimateJSON  `json:"mean_of_replications"`
	How         *string       `json:"how"`
	Pooled      *estimateJSON `json:"pooled"`
	Jackknife   *estimateJSON `json:"jackknife"`
	Controlled  *estimateJSON `json:"demand_as_control"`
	Saved       *float64      `json:"variance_ratio"`
}

func estimateFormOf(e Estimate) estimateFormJSON {
	out := estimateFormJSON{
		Alternative: e.Alternative, Measure: e.Measure, Unit: e.Unit, Means: estimateOf(e.Means), Pooled: maybe(e.Pooled),
		Jackknife: maybe(e.Jackknife), Controlled: maybe(e.Controlled),
	}
	if e.Base != "" {
		out.Base = &e.Base
	}
	if how := string(e.How); how != "" {
		out.How = &how
	}
	if e.Controlled.Present() {
		out.Saved = finite(e.Saved)
	}
	return out
}

// estimateRowsCSV has a row for each way: the reading says which.
func estimateRowsCSV(list []Estimate) []csvRow {
	var rows []csvRow
	for _, e := range list {
		for _, way := range []struct {
			how string
			i   stat.Interval
		}{{"mean of replications", e.Means}, {string(e.How), e.Pooled}, {"jackknife", e.Jackknife}, {"demand as control", e.Controlled}} {
			if !way.i.Present() {
				continue
			}
			r := csvRow{kind: "estimate", alternative: e.Alternative, base: e.Base, name: e.Measure, unit: e.Unit, interval: way.i}
			if r.fits[2] = way.how; way.how == "demand as control" {
				r.varianceRatio = &e.Saved
			}
			rows = append(rows, r)
		}
	}
	return rows
}
