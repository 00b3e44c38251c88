package verify

import (
	"context"

	"hanhlang/corridors/report"
	"hanhlang/seeds"
	"hanhlang/sim/stat"
)

// pooledConfidence is that of the intervals that are counted over many seeds: one in twenty of them should miss.
const pooledConfidence = 0.95

// pool runs the chosen cases with so many seeds in a row, and counts the 95 % intervals that miss their value. A share far
// below one in twenty is as much a fault as one far above. Values that every replication must give have no interval.
func (v *verifier) pool(ctx context.Context, chosen []int, out *report.Verification) error {
	p := &report.Pool{Seeds: v.options.Seeds}
	for s := range v.options.Seeds {
		one := v.of(v.options.Seed + seeds.Seed(s))
		for _, i := range chosen {
			for e := range v.cases.Cases[i].Expected {
				missed, counts, err := one.misses(ctx, i, e)
				if err != nil {
					return err
				}
				if !counts {
					continue
				}
				q := &out.Cases[place(chosen, i)].Quantities[e]
				p.Intervals, q.Pooled = p.Intervals+1, q.Pooled+1
				if missed {
					p.Missed, q.PoolMissed = p.Missed+1, q.PoolMissed+1
				}
			}
		}
		v.done = one.done
	}
	out.Pool = p
	return nil
}

// of is a verifier of the same cases with another seed. The models are the same; what the first seed has given is there already.
func (v *verifier) of(seed seeds.Seed) *verifier {
	out := &verifier{cases: v.cases, options: v.options, models: v.models, samples: make(map[runs]*sample), done: v.done, total: v.total}
	out.options.Seed = seed
	if seed == v.options.Seed {
		out.samples = v.samples
	}
	return out
}

// misses says whether the 95 % interval of a quantity misses its value. Some quantities have no interval to count.
func (v *verifier) misses(ctx context.Context, i, at int) (missed, counts bool, err error) {
	c := &v.cases.Cases[i]
	e := &c.Expected[at]
	if c.Exact || e.AtLeast {
		return false, false, nil
	}
	values, over, err := v.values(ctx, runs{of: i}, at)
	if err != nil {
		return false, false, err
	}
	if e.Variance {
		values = deviations(values)
	}
	interval, ok := stat.MeanInterval(values, pooledConfidence)
	if e.Over != "" {
		interval, ok = stat.RatioOfMeans(values, over, pooledConfidence)
	}
	if half, bounded := interval.HalfWidth(); !ok || !bounded || half <= rounding*max(1, e.Value) {
		return false, false, nil
	}
	return !interval.Holds(e.Value), true, nil
}

// rounding is a half-width that rounding alone can make.
const rounding = 1e-12

// place of an item in a list that holds it.
func place(list []int, item int) int {
	for i, x := range list {
		if x == item {
			return i
		}
	}
	panic("verify: a case that was not chosen")
}

// pooled counts the replications that all seeds after the first need.
func (v *verifier) pooled(chosen []int) int {
	var sampled []int
	for _, i := range chosen {
		if !v.cases.Cases[i].Exact {
			sampled = append(sampled, i)
		}
	}
	fresh := &verifier{cases: v.cases, samples: make(map[runs]*sample)}
	return max(0, v.options.Seeds-1) * fresh.toPlay(sampled, 1)
}
