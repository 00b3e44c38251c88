package study

import (
	"maps"
	"slices"

	"hanhlang/corridors/report"
	"hanhlang/sim/stat"
)

// costs are what round trips cost by place, line and owner. A replication in which nobody paid a sum counts as nothing; one that
// stopped with trucks inside does not count.
func (a *answer) costs(i int) []report.Cost {
	sums := make(map[int][]float64) // by bill, of each replication [USD/trip]
	runs := 0
	for _, o := range a.outcomes[i] {
		if o.Bills == nil || o.Trips == 0 {
			continue
		}
		for _, b := range o.Bills {
			if len(sums[b.Bill]) < runs+1 {
				sums[b.Bill] = append(sums[b.Bill], make([]float64, runs+1-len(sums[b.Bill]))...)
			}
			sums[b.Bill][runs] = float64(b.Micro) / microPerDollar / float64(o.Trips)
		}
		runs++
	}
	var out []report.Cost
	for _, bill := range slices.Sorted(maps.Keys(sums)) {
		values := append(sums[bill], make([]float64, runs-len(sums[bill]))...)
		interval, present := stat.MeanInterval(values, a.study.Confidence)
		if !present {
			continue
		}
		of := a.models[i].Bill(bill)
		out = append(out, report.Cost{
			Line: of.Line.String(), Owner: string(of.Owner), Country: of.Country, Place: of.Place, Unit: "USD/trip", Interval: interval,
		})
	}
	return out
}

const microPerDollar = 1e6
