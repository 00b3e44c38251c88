package study

import (
	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/sim/stat"
)

// asked are the measures that are to be estimated a second way: those that the study names, or those of tables where it names none.
func (a *answer) asked() []string {
	if !a.options.Estimates {
		return nil
	}
	if len(a.study.Measures) > 0 {
		return a.study.Measures
	}
	var out []string
	for _, d := range report.Measures() {
		if d.Shown {
			out = append(out, d.Name)
		}
	}
	return out
}

// estimates are of every measure and alternative, and of the differences of pairs: all replications put together as one, which gives
// ratios of totals, shares of all trials and quantiles of all times; and with the number of trucks that came as control variate.
func (a *answer) estimates() []report.Estimate {
	var out []report.Estimate
	for k, measure := range a.asked() {
		for i := range a.models {
			means, present := a.tables[i].Interval(measure, a.study.Confidence)
			if !present {
				continue
			}
			row := report.Estimate{Alternative: a.study.Alternatives[i].Name, Measure: measure, Unit: unitOf(measure), Means: means}
			a.pool(i, k, measure, &row)
			row.Controlled, row.Saved, _ = a.controlled(i, func(r int) (float64, bool) { return a.tables[i].Value(measure, r) })
			out = append(out, row)
		}
		for _, p := range a.study.Pairs {
			if row, present := a.estimatedDifference(p, measure); present {
				out = append(out, row)
			}
		}
	}
	return out
}

// estimatedDifference is the difference of a pair, with the trucks that came to its base as control variate.
func (a *answer) estimatedDifference(p scenarios.Pair, measure string) (report.Estimate, bool) {
	one, base := a.index(p.Alternative), a.index(p.Base)
	d, present := a.compare(p, measure)
	row := report.Estimate{Alternative: p.Alternative, Base: p.Base, Measure: measure, Unit: unitOf(measure), Means: d.Interval}
	row.Controlled, row.Saved, _ = a.controlled(base, func(r int) (float64, bool) {
		x, there := a.tables[one].Value(measure, r)
		y, too := a.tables[base].Value(measure, r)
		return x - y, there && too
	})
	return row, present
}

// pool estimates a measure over all replications as one; it does nothing where that is neither a ratio nor a quantile.
func (a *answer) pool(i, k int, measure string, row *report.Estimate) {
	at := a.models[i].MeasureAt(measure)
	var over, under []float64
	var times [][]float64
	var of journey.Parts
	for _, o := range a.outcomes[i] {
		p := o.Parts[k]
		if !o.Present[at] {
			continue
		}
		of = p
		over, under = append(over, p.Over), append(under, p.Under)
		times = append(times, p.Times)
	}
	confidence := a.study.Confidence
	switch {
	case of.Times != nil:
		row.How = report.PooledQuantile
		row.Pooled, _ = stat.PooledQuantile(times, of.At, confidence)
	case of.Share:
		row.How = report.PooledShare
		row.Pooled, _ = stat.PooledShare(over, under, confidence)
		row.Jackknife, _ = stat.RatioByJackknife(over, under, confidence)
	case of.Under > 0:
		row.How = report.RatioOfTotals
		row.Pooled, _ = stat.RatioOfMeans(over, under, confidence)
		row.Jackknife, _ = stat.RatioByJackknife(over, under, confidence)
	}
}
