package study

import (
	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// luck of a replication. Of antithetic ones, an odd one has the mirrored luck of that before it.
func (a *answer) luck(replication int) seeds.Luck {
	if !a.antithetic() {
		return seeds.Replication(a.options.Seed, replication)
	}
	luck := seeds.Replication(a.options.Seed, replication/2)
	if replication%2 == 1 {
		return luck.Mirrored()
	}
	return luck
}

func (a *answer) antithetic() bool {
	return a.options.Antithetic || a.study != nil && a.study.Antithetic
}

// whole is so many replications, or one more where they come in pairs.
func (a *answer) whole(replications int) int {
	if a.antithetic() {
		return replications + replications%2
	}
	return replications
}

// unevenly says that not as many replications were run as were asked for, because they come in pairs.
func (a *answer) unevenly() []words.Phrase {
	switch {
	case a.rule == nil && a.wanted != a.options.Replications:
		return []words.Phrase{words.Say("study.odd-replications", "wanted", a.wanted, "count", a.options.Replications)}
	case a.rule != nil && a.rule.AtMost != a.most():
		return []words.Phrase{words.Say("study.odd-maximum", "wanted", a.rule.AtMost, "count", a.most())}
	}
	return nil
}

// units is how many independent ones there are among the replications.
func (a *answer) units() int {
	if a.antithetic() {
		return a.options.Replications / 2
	}
	return a.options.Replications
}

// paired makes one outcome of every replication and its mirror: they are what statistics are taken of. A replication in which trucks
// came to stand for ever makes its pair one.
func (a *answer) paired(outcomes []*journey.Outcome) []*journey.Outcome {
	if !a.antithetic() {
		return outcomes
	}
	out := make([]*journey.Outcome, len(outcomes)/2)
	for i := range out {
		if one, mirror := outcomes[2*i], outcomes[2*i+1]; one != nil && mirror != nil {
			out[i] = journey.Pair(one, mirror)
		}
	}
	return out
}

// mirrored says what mirrored luck was worth for every named measure: the variance of single replications, halved, over that of the
// means of pairs.
func (a *answer) mirrored() *report.Mirrored {
	if !a.antithetic() {
		return nil
	}
	out := &report.Mirrored{Pairs: a.units()}
	single := make([]*experiment.Table, len(a.models))
	for i := range a.models {
		single[i] = tabulate(a.models[i], a.single[i])
	}
	for _, measure := range a.study.Measures {
		for i := range a.models {
			out.Add(report.Worth{Alternative: a.study.Alternatives[i].Name, Measure: measure},
				single[i].Values(measure), a.tables[i].Values(measure))
		}
		for _, p := range a.study.Pairs {
			out.Add(report.Worth{Alternative: p.Alternative, Base: p.Base, Measure: measure},
				a.differ(single, p, measure), a.differ(a.tables, p, measure))
		}
	}
	return out
}

// differ lists the differences of a pair of alternatives.
func (a *answer) differ(tables []*experiment.Table, p scenarios.Pair, measure string) []float64 {
	return experiment.Differences(tables[a.index(p.Alternative)], tables[a.index(p.Base)], measure)
}

// controlled estimates a measure with the trucks that came as control variate; the tables and the controls have the same rows.
func (a *answer) controlled(i int, values func(replication int) (float64, bool)) (stat.Interval, float64, bool) {
	var x, control []float64
	for r, o := range a.outcomes[i] {
		if value, there := values(r); there {
			x, control = append(x, value), append(control, o.Came)
		}
	}
	return stat.Controlled(x, control, a.models[i].MeanCome(), a.study.Confidence)
}
