package study

import (
	"math"
	"strconv"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/strict"
	"hanhlang/sim"
	"hanhlang/sim/stat"
)

// A station with this load or more, that keeps up, takes long runs to know its mean wait; how long is said for this half-width.
const (
	nearlyFullLoad = 0.95
	nearlyFullHalf = 0.05
)

// Ahead says what a reader should know before a study is run: stations and quotas that cannot keep up, and stations so near to it that
// the runs are too short for their waits. The warnings are placed where the servers are written, each once.
func Ahead(s *scenarios.Study, o Options) (*strict.Problems, error) {
	a := &answer{study: s, rule: rule(s, &o), options: o}
	a.planReplications()
	if a.rule != nil {
		a.options.Replications = a.most()
	}
	if err := a.compile(); err != nil {
		return nil, err
	}
	out := &strict.Problems{}
	for i, alternative := range s.Alternatives {
		for _, load := range a.models[i].Offered() {
			if what := a.crowded(i, &load); !what.Empty() {
				alternative.Scenario.WarnOf(load.Place, load.Station, what, out)
			}
		}
	}
	return out, nil
}

// crowded says that a station cannot keep up, or nearly cannot; nothing if all is well.
func (a *answer) crowded(i int, load *journey.StationLoad) words.Phrase {
	if load.Overloaded() {
		return overloaded(a.study.Alternatives[i].Name, load)
	}
	return a.nearlyFull(i, load)
}

// nearlyFullStations are those of an alternative for whose waits the runs are too short.
func (a *answer) nearlyFullStations(i int) []words.Phrase {
	var out []words.Phrase
	for _, load := range a.models[i].Offered() {
		if what := a.nearlyFull(i, &load); !what.Empty() {
			out = append(out, what)
		}
	}
	return out
}

// nearlyFull says of a station which keeps up, but barely, how long all runs together had to be until its mean wait is known well;
// nothing where they are as long.
func (a *answer) nearlyFull(i int, load *journey.StationLoad) words.Phrase {
	if load.Utilisation < nearlyFullLoad || load.Utilisation >= 1 || load.Limited || load.Quota {
		return words.Phrase{}
	}
	length := float64(a.study.Alternatives[i].Scenario.Setup.Horizon.Length) / float64(sim.Day)
	have := length * float64(a.options.Replications)
	needed := stat.RunLength(load.Utilisation, nearlyFullHalf, a.study.Confidence) / load.CanPass / load.Open / hoursPerDay
	if have >= needed {
		return words.Phrase{}
	}
	return words.Say("study.nearly-full", "alternative", a.study.Alternatives[i].Name, "station", words.Name(load.Station), "place", words.Name(load.Place),
		"load", fullness(load.Utilisation), "needed", inDays(needed), "count", a.options.Replications, "length", inDays(length), "have", inDays(have))
}

// fullness is a share below one in per cent, with as many digits as it takes to tell it from one.
func fullness(load float64) words.Number {
	for decimals := 1; decimals < finestRate; decimals++ {
		if text := decimal(load*100, decimals); text != decimal(100, decimals) {
			return text
		}
	}
	return decimal(load*100, finestRate)
}

const (
	daysPerYear = 365.25
	shortYears  = 2   // from so many years on a span is said in years
	longest     = 1e5 // years: all that is longer is said to be so
)

// inDays is so many days in words, to two digits.
func inDays(days float64) words.Phrase {
	switch years := days / daysPerYear; {
	case years > longest:
		return words.Say("study.span-longest")
	case years >= shortYears:
		return words.Say("study.span-years", "years", twoDigits(years))
	case days == 1:
		return words.Say("study.span-day")
	case days < 1:
		return words.Say("study.span-hours", "hours", twoDigits(days*hoursPerDay))
	}
	return words.Say("study.span-days", "days", twoDigits(days))
}

// twoDigits rounds to two digits, or to a whole number of more than that.
func twoDigits(x float64) words.Number {
	if x == math.Trunc(x) && x < 1000 {
		return words.Number(strconv.FormatFloat(x, 'f', 0, 64))
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 2, 64), 64)
	if err != nil {
		panic(err) // it was written just now
	}
	return words.Number(strconv.FormatFloat(rounded, 'f', -1, 64))
}
