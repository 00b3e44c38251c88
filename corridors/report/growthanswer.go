package report

import (
	"maps"
	"slices"
	"strconv"

	"hanhlang/corridors/words"
)

// growthAnswer has a paragraph for each rate: which alternatives pass a limit and in which year.
func (l layout) growthAnswer() []string {
	if l.Growth == nil {
		return nil
	}
	var paragraphs []string
	overloaded := slices.ContainsFunc(l.Growth.Trends, func(t Trend) bool { return t.overloaded() != nil })
	for _, rate := range l.Growth.rates() {
		paragraphs = append(paragraphs, l.say(words.Say("report.growth.rate", "rate", percent(rate), "parts", chained(l.growthAt(rate)))))
	}
	if len(l.Growth.Trends) > fewGrown*len(l.Growth.rates()) {
		paragraphs = append(paragraphs, l.say(words.Say("report.growth.in-tables")))
	}
	if overloaded {
		paragraphs = append(paragraphs, l.say(words.Say("report.growth.overload-note")))
	}
	return paragraphs
}

// fewGrown is of how many alternatives the answer says which limit they pass and by how much; of more, only the year.
const fewGrown = 4

// growthAt says which alternatives pass a limit at a rate, and in which year, for which it is undecided, and which pass none.
func (l layout) growthAt(rate float64) (parts []words.Phrase) {
	var passed, open, kept []any
	inYear := make(map[int][]any)
	count := 0
	for i := range l.Growth.Trends {
		t := &l.Growth.Trends[i]
		if t.Rate != rate {
			continue
		}
		count++
		at, first := l.Growth.first(t)
		switch first.reading() {
		case passes:
			inYear[first.passed.Year] = append(inYear[first.passed.Year], t.Alternative)
			passed = append(passed, words.Say("report.growth.passed", "alternative", t.Alternative, "year", year(first.passed.Year),
				"figure", first.but(l.passedWith(first.passed, at))))
		case straddles:
			open = append(open, words.Say("report.growth.open", "alternative", t.Alternative, "years", years(first.undecided)))
		default:
			kept = append(kept, t.Alternative)
		}
	}
	switch {
	case count > fewGrown:
		for i, y := range slices.Sorted(maps.Keys(inYear)) {
			passedIn := words.Say("report.growth.passed-in", "year", year(y), "list", words.And(inYear[y]...))
			if i == 0 {
				passedIn = words.Say("report.growth.passed-first", "in", passedIn)
			}
			parts = append(parts, passedIn)
		}
	case len(passed) > 0:
		parts = append(parts, words.Say("report.growth.some-pass", "list", words.And(passed...)))
	}
	if len(open) > 0 {
		parts = append(parts, words.Say("report.growth.some-open", "list", words.And(open...)))
	}
	if len(kept) > 0 {
		parts = append(parts, words.Say("report.growth.some-keep", "to", year(l.Growth.To), "list", words.And(kept...)))
	}
	return parts
}

// chained puts parts of a sentence one after the other.
func chained(parts []words.Phrase) words.Phrase {
	all := parts[0]
	for _, part := range parts[1:] {
		all = words.Say("report.growth.parts", "passed", all, "others", part)
	}
	return all
}

// rates in the order of the study.
func (g *Growth) rates() []float64 {
	var out []float64
	for _, t := range g.Trends {
		if t.Alternative == g.Trends[0].Alternative {
			out = append(out, t.Rate)
		}
	}
	return out
}

// first is the limit that a trend passes first, of those passed in one year the first of the study. Where none is passed it is one
// that is undecided, if there is any.
func (g *Growth) first(t *Trend) (limit int, first outlook) {
	for i := range g.Limits {
		o := t.outlook(i, g.Limits[i].AtMost)
		switch {
		case i == 0,
			o.passed != nil && (first.passed == nil || o.passed.Year < first.passed.Year),
			o.reading() == straddles && first.reading() != passes && first.reading() != straddles:
			limit, first = i, o
		}
	}
	return limit, first
}

// passedWith is the figure with which a limit is passed: "border time, P95, 31 h [26, 37]".
func (l layout) passedWith(y *Year, limit int) words.Phrase {
	if y.Stuck > 0 {
		return words.Say("report.growth.stuck")
	}
	of := l.Growth.Limits[limit]
	unit, scale := l.unit(of.unit())
	f := against(y.Reached[limit].Interval, scale, of.values(), of.AtMost)
	figure := bracketed(f, unit)
	at := y.Reached[limit]
	if at.Station == "" {
		return words.Say("report.growth.measured", "measure", l.title(of.Measure), "figure", figure)
	}
	return words.Say("report.growth.busy", "station", words.Name(at.Station), "place", words.Name(at.Place), "figure", figure)
}

// bracketed is a figure with its unit and its bounds: "31 h [26, 37]".
func bracketed(f figure, unit string) words.Phrase {
	mean := f.mean
	if unit != "" {
		mean = mean.In(unit)
	}
	if f.lo == "" {
		return words.Say("words.plain", "text", mean)
	}
	return words.Say("report.growth.figure", "mean", mean, "bounds", f.bounded())
}

// but adds the years that are undecided, if there are any.
func (o outlook) but(what words.Phrase) words.Phrase {
	if len(o.undecided) == 0 {
		return what
	}
	return words.Say("report.growth.but", "what", what, "years", years(o.undecided))
}

// values that a limited measure can have.
func (l *Limit) values() values {
	if l.Measure == "" {
		return shares()
	}
	d, _ := Define(l.Measure)
	return d.values()
}

// year as it is written: no space parts its thousands.
func year(y int) string { return strconv.Itoa(y) }

// years as a list: "2027 and 2028".
func years(list []int) words.Phrase {
	var out []any
	for _, y := range list {
		out = append(out, year(y))
	}
	return words.And(out...)
}
