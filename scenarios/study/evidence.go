package study

import (
	"hanhlang/corridors"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/sim/stat"
)

// inputs are those of all alternatives, in file order, each path once for every value that it has.
// Where there are several, it is said whose they are.
func (a *answer) inputs() []report.Input {
	var out []report.Input
	first := make(map[string]int) // by path, and by path and value
	for _, alternative := range a.study.Alternatives {
		for _, in := range alternative.Scenario.Inputs {
			both := in.Path + "=" + in.Value
			if _, listed := first[both]; listed {
				continue
			}
			first[both] = len(out)
			added := inputOf(in)
			if _, known := first[in.Path]; known {
				added.Alternative = alternative.Name
			} else {
				first[in.Path] = len(out)
			}
			out = append(out, added)
		}
	}
	if a.study.Growth != nil {
		for _, in := range a.study.Growth.Inputs {
			out = append(out, inputOf(in))
		}
	}
	return out
}

// inputOf is an input as it is shown.
func inputOf(in corridors.Input) report.Input {
	return report.Input{
		Path: in.Path, Value: in.Value, Range: rangeText(in), Grade: string(in.Grade), Fact: in.Fact,
		Source: in.Source, Why: in.Why, Transfer: in.Transfer,
	}
}

func rangeText(in corridors.Input) string {
	if in.Low == "" || in.High == "" {
		return ""
	}
	return in.Low + " – " + in.High
}

// published sets what others published beside what came out.
func (a *answer) published() []report.Published {
	var out []report.Published
	for _, p := range a.study.Published {
		row := report.Published{
			Fact: p.Fact.ID, Says: says(&p.Fact), Source: p.Fact.Source, Grade: string(p.Fact.Grade),
			Measure: p.Measure, Alternative: p.Alternative, Remark: remark(p.Why), Reason: remark(p.Reason),
			Fits: fits(p.Tolerance),
		}
		row.Interval, _ = a.tables[a.index(p.Alternative)].Interval(p.Measure, a.study.Confidence)
		if p.Value != nil && *p.Value != 0 && row.Interval.Present() {
			ratio := row.Interval.Mean / *p.Value
			row.Ratio = &ratio
			row.Difference = lessBy(row.Interval, *p.Value)
		}
		out = append(out, row)
	}
	return out
}

// lessBy moves an interval down.
func lessBy(i stat.Interval, x float64) stat.Interval {
	i.Mean, i.Lo, i.Hi = i.Mean-x, i.Lo-x, i.Hi-x
	return i
}

// fits is a tolerance as answers have it.
func fits(t *scenarios.Tolerance) *report.Fits {
	if t == nil {
		return nil
	}
	return &report.Fits{Low: t.Low, High: t.High}
}

// remark is the author's comment on a published figure, if there is one.
func remark(why string) words.Phrase {
	if why == "" {
		return words.Phrase{}
	}
	return words.Say("words.plain", "text", words.Title(why))
}

// says is the published figure as written.
func says(f *corridors.Fact) string {
	if f.Value != "" || f.Low == "" {
		return f.Value
	}
	return f.Low + " – " + f.High
}
