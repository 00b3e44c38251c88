package report

import (
	"slices"

	"hanhlang/corridors/words"
)

// overloadMark stands behind the name of an alternative that has no long run.
const overloadMark = "*"

// lasts says whether an alternative has a long run: all its stations and quotas can keep up, and trucks under way do not become more and
// more.
func (a Alternative) lasts() bool { return len(a.Overloads) == 0 && !a.Swells.PerDay.Present() }

// without says whether the alternative of a name is there and has no long run.
func (l layout) without(name string) bool {
	return slices.ContainsFunc(l.Alternatives, func(a Alternative) bool { return a.Name == name && !a.lasts() })
}

// overloadSentences say of those alternatives that have no long run that their figures belong to this length of a run, and why.
func (l layout) overloadSentences(names ...string) []string {
	var sentences []string
	for _, a := range l.Alternatives {
		if a.lasts() || !slices.Contains(names, a.Name) {
			continue
		}
		if len(a.Overloads) == 0 {
			sentences = append(sentences, l.swellingSentence(a))
			continue
		}
		var stations []any
		for _, o := range a.Overloads {
			stations = append(stations, words.Say("report.overload.station", "station", words.Name(o.Station), "place", words.Name(o.Place)))
		}
		sentences = append(sentences, l.say(words.Say("report.overload.answer",
			"alternative", a.Name, "stations", words.And(stations...), "days", trimmed(a.Days, 1))))
	}
	return sentences
}

// marked puts the mark behind the alternatives of a table that have no long run, and says below what it means. The columns of the
// alternatives are the last ones.
func (l layout) marked(s section) section {
	columns := s.table.columns
	if len(columns) < len(l.Alternatives) || len(s.table.rows) == 0 {
		return s
	}
	own := columns[len(columns)-len(l.Alternatives):]
	found := false
	for i, a := range l.Alternatives {
		if !a.lasts() {
			own[i].heading += glue + overloadMark
			found = true
		}
	}
	if found {
		s.notes = append(s.notes, l.say(words.Say("report.overload.note", "mark", overloadMark)))
	}
	return s
}

// overloadRowsCSV has a row for each station of an alternative that cannot keep up.
func overloadRowsCSV(a Alternative) []csvRow {
	var rows []csvRow
	for _, o := range a.Overloads {
		rows = append(rows, offeredRowCSV("overload", a.Name, o))
	}
	return append(rows, swellingRowsCSV(a)...)
}

// offeredRowCSV is what is asked of a station over what it can give.
func offeredRowCSV(kind, alternative string, o Offered) csvRow {
	return csvRow{kind: kind, alternative: alternative, name: o.Station + ".offered_load", unit: "share", place: o.Place, interval: bare(o.Load, 1)}
}
