package report

import (
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Swelling is that trucks under way become more from day to day for as long as a run lasts, though by the data alone every station can
// keep up: what takes places keeps them longer than the data say, because trucks stand in one another's way.
type Swelling struct {
	PerDay stat.Interval // [trucks/day]; not present: they do not become more, or it is not known
	Full   []Yard        // whose places are practically always taken
}

// Yard is one of a post.
type Yard struct{ Name, Place string }

// Said says which places are always taken; empty if there are none.
func (s Swelling) Said() words.Phrase {
	if len(s.Full) == 0 {
		return words.Phrase{}
	}
	var yards []any
	for _, y := range s.Full {
		yards = append(yards, words.Say("report.overload.station", "station", words.Name(y.Name), "place", words.Name(y.Place)))
	}
	return words.Say("report.swelling.full", "yards", words.And(yards...))
}

// swellingSentence says of an alternative whose trucks under way become more and more that its figures belong to this length of a run.
func (l layout) swellingSentence(a Alternative) string {
	unit, scale := l.unit("trucks/day")
	return l.say(words.Say("report.swelling.answer", "alternative", a.Name,
		"growth", bracketed(estimate(a.Swells.PerDay, scale, amounts()), unit), "full", a.Swells.Said(), "days", trimmed(a.Days, 1)))
}

// swellingJSON is its shape.
type swellingJSON struct {
	PerDay estimateJSON `json:"trucks_per_day"`
	Full   []yardJSON   `json:"places_always_taken"`
}

type yardJSON struct {
	Name  string `json:"name"`
	Place string `json:"place"`
}

func swellingOf(s Swelling) *swellingJSON {
	if !s.PerDay.Present() {
		return nil
	}
	return &swellingJSON{estimateOf(s.PerDay), each(s.Full, func(y Yard) yardJSON { return yardJSON(y) })}
}

// swellingRowsCSV has a row for trucks under way that become more and more.
func swellingRowsCSV(a Alternative) []csvRow {
	if !a.Swells.PerDay.Present() {
		return nil
	}
	return []csvRow{{kind: "overload", alternative: a.Name, name: "trucks under way grow", unit: "trucks/day", interval: a.Swells.PerDay}}
}
