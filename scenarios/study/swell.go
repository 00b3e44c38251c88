package study

import (
	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// leastSwell is the share of the trucks that pass by which trucks under way must become more from day to day, so that it is said that
// they do not keep up: it takes more luck than there is to come so far in both halves of a window without it.
const leastSwell = 0.02

// swelling is by how much trucks under way become more a day in an alternative whose stations could all keep up; not present where
// they do not, or where it cannot be known. The whole intervals of both halves of the window must lie above the least share.
func (a *answer) swelling(i int) report.Swelling {
	halves := make([][]float64, len(journey.Swell{}.PerDay))
	var whole []float64
	for _, o := range a.outcomes[i] {
		if o == nil || !o.Swell.Known {
			return report.Swelling{}
		}
		sum := 0.0
		for k, x := range o.Swell.PerDay {
			halves[k] = append(halves[k], x)
			sum += x
		}
		whole = append(whole, sum/float64(len(halves)))
	}
	pass, _ := a.tables[i].Interval("trucks_per_day", a.study.Confidence)
	for _, half := range halves {
		by, present := stat.MeanInterval(half, a.study.Confidence)
		if !present || !by.Bounded() || by.Lo <= max(0, leastSwell*pass.Mean) {
			return report.Swelling{}
		}
	}
	by, _ := stat.MeanInterval(whole, a.study.Confidence)
	return report.Swelling{PerDay: by, Full: a.fullYards(i)}
}

// fullYards are the yards of an alternative whose places are practically always taken.
func (a *answer) fullYards(i int) []report.Yard {
	var out []report.Yard
	for _, y := range a.models[i].Yards() {
		taken, present := a.tables[i].Interval(journey.YardMeasure(y.Place, y.Name, "mean_trucks"), a.study.Confidence)
		if present && taken.Mean >= alwaysBusy*float64(y.Places) {
			out = append(out, report.Yard{Name: y.Name, Place: y.Place})
		}
	}
	return out
}

// swells warns of an alternative in which trucks under way become more and more, and no station says why.
func (a *answer) swells(i int) []words.Phrase {
	s := a.swelling(i)
	if !s.PerDay.Present() || len(a.overloaded(i)) > 0 {
		return nil
	}
	return []words.Phrase{words.Say("study.swells", "alternative", a.study.Alternatives[i].Name, "growth", decimal(s.PerDay.Mean, 1), "full", s.Said())}
}
