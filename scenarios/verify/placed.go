package verify

import (
	"context"
	"fmt"
	"math"
	"reflect"

	"hanhlang/corridors/placement"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// placed searches the best places of a case and holds them against what is known. There is no luck in them, so that a miss is
// not judged again.
func placed(ctx context.Context, c *scenarios.Case) (*report.VerifiedCase, error) {
	out := &report.VerifiedCase{Name: c.Name, Title: c.Title, Source: c.Source, Sound: true}
	answers := make(map[int]*placement.Answer)
	for i := range c.Expected {
		e := &c.Expected[i]
		sites := e.Placed.Sites
		if answers[sites] == nil {
			a, err := c.Placement.Best(ctx, sites)
			if err != nil {
				return nil, fmt.Errorf("case %s: %w", c.Name, err)
			}
			answers[sites] = a
		}
		out.Quantities = append(out.Quantities, placedQuantity(c.Placement, e, answers[sites]))
	}
	return out, nil
}

// placedQuantity holds one quantity of the best places against its value.
func placedQuantity(p *scenarios.Placement, e *scenarios.Expected, a *placement.Answer) report.Quantity {
	q := report.Quantity{Name: e.Name, Unit: e.Unit, Value: e.Value, Exact: true, Verdict: report.Missed}
	accepted := false
	switch e.Placed.What {
	case scenarios.BestSites:
		q.Interval = noFigure()
		q.Sites, q.Found = named(p.Names, e.Placed.Sets), named(p.Names, a.Best)
		accepted = reflect.DeepEqual(e.Placed.Sets, a.Best)
	case scenarios.BestCost:
		q.Interval, accepted = certain(e, a.Cost)
	case scenarios.RunnerUpCost:
		q.Interval, accepted = certain(e, a.RunnerUp)
	}
	if accepted {
		q.Verdict = report.Accepted
	}
	return q
}

// certain is a cost in the unit of its value, as an interval without width, and whether it is the value. A cost may be missing
// where all sets tie.
func certain(e *scenarios.Expected, cost float64) (stat.Interval, bool) {
	if math.IsInf(cost, 1) {
		return noFigure(), false
	}
	x := cost / e.Per
	return stat.Interval{Mean: x, Lo: x, Hi: x, N: 1}, experiment.AcceptExact(e.Value, []float64{x}).Accepted
}

// noFigure is the interval of what is no number.
func noFigure() stat.Interval { return stat.Interval{Mean: math.NaN(), Lo: math.NaN(), Hi: math.NaN()} }

// named gives the names of sets of candidates.
func named(names []string, sets [][]int) [][]string {
	out := make([][]string, len(sets))
	for i, set := range sets {
		for _, at := range set {
			out[i] = append(out[i], names[at])
		}
	}
	return out
}
