package experiment

import (
	"fmt"
	"math"

	"hanhlang/sim/stat"
)

const (
	acceptConfidence = 0.999
	exactlyEqual     = 1e-9  // relative, of a value that does not vary; absolute below 1
	noSpread         = 1e-12 // likewise: a half-width that rounding alone can make
)

// Verdict says whether simulated values agree with a value known from theory.
type Verdict struct {
	Accepted bool
	Interval stat.Interval // 99.9 % interval of the simulated mean or ratio
	Why      string        // the figures behind the verdict, for a test's message
}

// Accept compares the mean of independent replications with a known value. They agree when the
// 99.9 % t interval holds the value and is at most maxHalfWidth to either side, so that a wide
// interval cannot pass by being wide. Replications that do not vary must be right to 1e-9 of the
// value (of 1 for smaller ones). Fewer than two are never accepted.
//
// A true value is missed about once in a thousand: on a miss repeat once with a fresh seed and four
// times the replications.
func Accept(value float64, values []float64, maxHalfWidth float64) Verdict {
	interval, _ := stat.MeanInterval(values, acceptConfidence)
	return judge(value, interval, maxHalfWidth)
}

// AcceptRatio is Accept for a ratio of means, such as a cost per tonne: the totals of each
// replication above and below the line, never their quotients.
func AcceptRatio(value float64, numerator, denominator []float64, maxHalfWidth float64) Verdict {
	interval, _ := stat.RatioOfMeans(numerator, denominator, acceptConfidence)
	return judge(value, interval, maxHalfWidth)
}

// AcceptExact compares every replication with a known value: each must be right to 1e-9 of it (of 1 for smaller ones).
func AcceptExact(value float64, values []float64) Verdict {
	interval, _ := stat.MeanInterval(values, acceptConfidence)
	out := Verdict{Accepted: len(values) > 0, Interval: interval, Why: fmt.Sprintf("want %.12g in all %d replications", value, len(values))}
	for r, x := range values {
		if math.Abs(x-value) > exactlyEqual*max(1, math.Abs(value)) {
			out.Accepted, out.Why = false, fmt.Sprintf("want %.12g in all %d replications, got %.12g in replication %d", value, len(values), x, r)
			break
		}
	}
	return out
}

// AcceptAtLeast says whether no replication falls below a value by more than 1e-9 of it (of 1 for smaller ones).
func AcceptAtLeast(value float64, values []float64) Verdict {
	interval, _ := stat.MeanInterval(values, acceptConfidence)
	out := Verdict{Accepted: len(values) > 0, Interval: interval, Why: fmt.Sprintf("want at least %.12g in all %d replications", value, len(values))}
	for r, x := range values {
		if x < value-float64(exactlyEqual*max(1, math.Abs(value))) {
			out.Accepted, out.Why = false, fmt.Sprintf("want at least %.12g in all %d replications, got %.12g in replication %d", value, len(values), x, r)
			break
		}
	}
	return out
}

func judge(value float64, interval stat.Interval, maxHalfWidth float64) Verdict {
	half, ok := interval.HalfWidth()
	if !ok {
		return Verdict{Interval: interval, Why: fmt.Sprintf("%d replications make no interval", interval.N)}
	}
	scale := max(1, math.Abs(value))
	if half <= noSpread*scale {
		off := math.Abs(interval.Mean - value)
		return Verdict{
			Accepted: off <= exactlyEqual*scale,
			Interval: interval,
			Why:      fmt.Sprintf("%.12g in all %d replications, want %.12g", interval.Mean, interval.N, value),
		}
	}
	return Verdict{
		Accepted: interval.Holds(value) && half <= maxHalfWidth,
		Interval: interval,
		Why: fmt.Sprintf("want %.6g, got %.6g to %.6g (%d replications); half-width %.3g, at most %.3g",
			value, interval.Lo, interval.Hi, interval.N, half, maxHalfWidth),
	}
}
