package journey

import (
	"cmp"
	"slices"
)

// Pair makes one outcome of a replication and its mirror, whose luck depends on that of the first: only the two together are
// independent of others. A measure is the mean of both, and absent where one of them did not observe it; what was counted is added up.
// Markets are not in it. Both are of one model.
func Pair(one, mirror *Outcome) *Outcome {
	out := &Outcome{
		Values: make([]float64, len(one.Values)), Present: make([]bool, len(one.Present)),
		Trips: one.Trips + mirror.Trips, Events: one.Events + mirror.Events, Audit: one.Audit.Plus(mirror.Audit), Came: (one.Came + mirror.Came) / 2,
	}
	out.Swell = one.Swell.with(mirror.Swell)
	for i := range out.Values {
		if out.Present[i] = one.Present[i] && mirror.Present[i]; out.Present[i] {
			out.Values[i] = mid(one.Values[i], mirror.Values[i])
		}
	}
	if one.Stages != nil && mirror.Stages != nil {
		for row := range one.Stages {
			split := make([]float64, len(one.Stages[row]))
			for a := range split {
				split[a] = mid(one.Stages[row][a], mirror.Stages[row][a])
			}
			out.Stages = append(out.Stages, split)
		}
	}
	if one.Bills != nil && mirror.Bills != nil {
		out.Bills = addBills(one.Bills, mirror.Bills)
	}
	for i := range one.Parts {
		out.Parts = append(out.Parts, one.Parts[i].plus(mirror.Parts[i]))
	}
	return out
}

// mid is half way between two values.
func mid(x, y float64) float64 { return x + float64((y-x)/2) }

// addBills adds what was paid, bill by bill, in the order of bills.
func addBills(one, other []Billed) []Billed {
	all := slices.Concat(one, other)
	slices.SortStableFunc(all, func(p, q Billed) int { return cmp.Compare(p.Bill, q.Bill) })
	var out []Billed
	for _, b := range all {
		if last := len(out) - 1; last >= 0 && out[last].Bill == b.Bill {
			out[last].Micro += b.Micro
			continue
		}
		out = append(out, b)
	}
	return out
}

// plus puts the parts of two replications together.
func (p Parts) plus(q Parts) Parts {
	p.Over, p.Under = p.Over+q.Over, p.Under+q.Under
	if p.Times != nil || q.Times != nil {
		p.Times = slices.Concat(p.Times, q.Times)
		slices.Sort(p.Times)
		p.At = max(p.At, q.At)
	}
	return p
}
