package study

import (
	"strconv"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// warnings tell what a reader must know before the figures: stations that cannot keep up, and too
// few replications for an interval.
func (a *answer) warnings() []words.Phrase {
	var out []words.Phrase
	for i, m := range a.models {
		for _, load := range m.Offered() {
			if load.Overloaded() {
				out = append(out, overloaded(a.study.Alternatives[i].Name, &load))
			}
		}
	}
	if a.options.Replications < 2 {
		out = append(out, words.Say("study.one-replication"))
	}
	return append(out, remarks(a.study.Warnings)...)
}

// overloaded tells of a station that cannot keep up, or of a quota for which too many trucks come.
func overloaded(alternative string, load *journey.StationLoad) words.Phrase {
	if load.Quota {
		arrive, pass, _ := toldApart(load.Arrive*hoursPerDay, load.CanPass*hoursPerDay)
		return words.Say("study.over-quota", "alternative", alternative, "quota", load.Station, "place", load.Place, "arrive", arrive, "pass", pass)
	}
	arrive, pass, growth := toldApart(load.Arrive, load.CanPass)
	return words.Say("study.overload", "alternative", alternative, "station", load.Station, "place", load.Place,
		"arrive", arrive, "pass", pass, "growth", growth)
}

// hoursPerDay turns rates per hour into rates per day.
const hoursPerDay = 24

// remarks are what was worth saying when the files were read, a line each.
func remarks(found *strict.Problems) []words.Phrase {
	if found == nil {
		return nil
	}
	var out []words.Phrase
	for _, w := range found.All() {
		out = append(out, words.Say("study.remark", "place", w.Pos.String(), "path", w.Path, "what", w.What))
	}
	return out
}

// finestRate is the most decimals of a rate.
const finestRate = 6

// toldApart prints two rates and their difference to a tenth, because they come from assumptions and not from a run; to more
// digits where it takes them to tell the two apart.
func toldApart(arrive, pass float64) (arriveText, passText, growth string) {
	for decimals := 1; decimals <= finestRate; decimals++ {
		arriveText, passText, growth = decimal(arrive, decimals), decimal(pass, decimals), decimal(arrive-pass, decimals)
		if arriveText != passText && growth != decimal(0, decimals) {
			return arriveText, passText, growth
		}
	}
	return decimal(arrive, 1), decimal(pass, 1), decimal(0, 1)
}

// decimal prints a rate to so many decimals.
func decimal(rate float64, decimals int) string { return strconv.FormatFloat(rate, 'f', decimals, 64) }
