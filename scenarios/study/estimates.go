package study

import (
	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
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

// estimates puts all replications of an alternative together as one: ratios of totals, shares of all trials and quantiles of all
// times, beside the means of what the replications came to.
func (a *answer) estimates() []report.Estimate {
	var out []report.Estimate
	for k, measure := range a.asked() {
		for i := range a.models {
			means, present := a.tables[i].Interval(measure, a.study.Confidence)
			if !present {
				continue
			}
			row := report.Estimate{
				Alternative: a.study.Alternatives[i].Name, Measure: measure, Unit: unitOf(measure), Means: means,
			}
			if a.pooled(i, k, measure, &row) {
				out = append(out, row)
			}
		}
	}
	return out
}

// pooled estimates a measure over all replications as one; false where it is neither a ratio nor a quantile.
func (a *answer) pooled(i, k int, measure string, row *report.Estimate) bool {
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
		over, under = append(over, float64(o.Values[at]*p.Under)), append(under, p.Under)
		times = append(times, p.Times)
	}
	confidence, ok := a.study.Confidence, false
	switch {
	case of.Times != nil:
		row.How = report.PooledQuantile
		row.Pooled, ok = stat.PooledQuantile(times, of.At, confidence)
	case of.Share:
		row.How = report.PooledShare
		row.Pooled, ok = stat.PooledShare(over, under, confidence)
		row.Jackknife, _ = stat.RatioByJackknife(over, under, confidence)
	case of.Under > 0:
		row.How = report.RatioOfTotals
		row.Pooled, ok = stat.RatioOfMeans(over, under, confidence)
		row.Jackknife, _ = stat.RatioByJackknife(over, under, confidence)
	}
	return ok
}
