package study

import (
	"math"
	"strconv"

	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// How closely a market must come to what theory knows of it: the interval of the replications that one run in ten
// thousand misses, on either side longer by what the ends of the window may do. Where that is more than the widest,
// the run is too short to tell.
const (
	marketConfidence = 0.9999
	widestEdge       = 0.02
)

// marketAudit holds the markets for return loads whose long run is known against what was simulated.
func (a *answer) marketAudit() (checks []report.Check) {
	if a.options.Replications < 2 || a.antithetic() { // what theory says is of independent replications
		return nil
	}
	for i, m := range a.models {
		for k, known := range m.KnownMarkets() {
			edge := float64(known.Edge) / float64(a.study.Alternatives[i].Scenario.Setup.Horizon.Length)
			if edge > widestEdge {
				continue
			}
			empty, lost := a.met(i, k)
			if len(empty) != a.options.Replications || len(lost) != a.options.Replications {
				continue
			}
			emptyMean, okEmpty := agrees(known.Empty, empty, edge)
			lostMean, okLost := agrees(known.Lost, lost, edge)
			checks = append(checks, report.Check{
				Name: "return loads", OK: okEmpty && okLost,
				Detail: words.Say("study.audit-market", "alternative", a.study.Alternatives[i].Name, "flow", words.Name(known.Name),
					"empty", percent(emptyMean), "empty_theory", percent(known.Empty), "lost", percent(lostMean), "lost_theory", percent(known.Lost)),
			})
		}
	}
	return checks
}

// met lists the shares of trucks without a load and of loads without a truck, by replication.
func (a *answer) met(alternative, market int) (empty, lost []float64) {
	for _, o := range a.outcomes[alternative] {
		met := o.Met[market]
		if met.AnyTruck {
			empty = append(empty, met.Empty)
		}
		if met.AnyLoad {
			lost = append(lost, met.Lost)
		}
	}
	return empty, lost
}

// agrees holds the mean of replications against theory.
func agrees(value float64, values []float64, edge float64) (mean float64, ok bool) {
	interval, _ := stat.MeanInterval(values, marketConfidence)
	half, _ := interval.HalfWidth()
	return interval.Mean, math.Abs(interval.Mean-value) <= half+edge
}

// percent with a digit after the point.
func percent(share float64) words.Number {
	return words.Number(strconv.FormatFloat(100*share, 'f', 1, 64) + " %")
}
