package study

import (
	"fmt"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
)

// Overload says which stations cannot keep up, so that a strict run does not begin.
type Overload struct{ Stations []words.Phrase } // at least one

// Error is for logs; the command says the phrases in the user's language.
func (o *Overload) Error() string { return fmt.Sprintf("%d stations cannot keep up", len(o.Stations)) }

// overload finds the stations and quotas of all alternatives that cannot keep up; nil if there are none.
func (a *answer) overload() error {
	var stations []words.Phrase
	for i := range a.models {
		stations = append(stations, a.overloaded(i)...)
	}
	if len(stations) == 0 {
		return nil
	}
	return &Overload{stations}
}

// offered is the load of a station as reports have it.
func offered(load *journey.StationLoad) report.Offered {
	return report.Offered{Station: load.Station, Place: load.Place, Load: load.Utilisation}
}

// overloads are the stations and quotas that cannot keep up, as reports have them.
func overloads(loads []journey.StationLoad) []report.Offered {
	var out []report.Offered
	for _, load := range loads {
		if load.Overloaded() {
			out = append(out, offered(&load))
		}
	}
	return out
}

// overloaded are those of one alternative.
func (a *answer) overloaded(i int) []words.Phrase {
	var out []words.Phrase
	for _, load := range a.models[i].Offered() {
		if load.Overloaded() {
			out = append(out, overloaded(a.study.Alternatives[i].Name, &load))
		}
	}
	return out
}
