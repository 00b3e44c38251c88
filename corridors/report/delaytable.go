package report

import (
	"cmp"
	"slices"

	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// causesShown is how many causes a table names; the others stand together in its last row.
const causesShown = 12

// delay is the table of the hours that trucks do not drive, by cause.
func (l layout) delay() section {
	sets := l.watched()
	if len(sets) == 0 {
		return section{}
	}
	t := table{columns: append([]column{{heading: l.say(words.Say("report.column.cause"))}}, l.alternativeColumns()...)}
	named := weightiest(sets)
	for _, k := range named {
		r := row{cells: []cell{wordCell(l.causeOf(k))}}
		for _, s := range sets {
			r.cells = append(r.cells, figureCell(estimate(causeIn(s.Delay, k), 1, amounts())))
		}
		t.rows = append(t.rows, r)
	}
	rest := row{cells: []cell{wordCell(l.say(words.Say("report.delay.others")))}}
	for _, s := range sets {
		rest.cells = append(rest.cells, figureCell(figure{mean: fixed(othersIn(s.Delay, named), 2)}))
	}
	t.rows = append(t.rows, rest)
	return section{
		heading: l.say(words.Say("report.heading.delay")), table: t,
		notes: []string{l.say(words.Say("report.note.delay", "count", sets[0].Replications))},
	}
}

// weightiest are the total and the causes that are longest in any alternative.
func weightiest(sets []*indicators.Set) []indicators.Delay {
	var all []indicators.Delay
	for _, s := range sets {
		for _, d := range s.Delay {
			at := slices.IndexFunc(all, func(have indicators.Delay) bool { return sameCause(have, d) })
			switch {
			case at < 0:
				all = append(all, d)
			case d.Hours.Mean > all[at].Hours.Mean:
				all[at] = d
			}
		}
	}
	slices.SortStableFunc(all, func(a, b indicators.Delay) int {
		switch {
		case a.Cause == indicators.Total:
			return -1
		case b.Cause == indicators.Total:
			return 1
		}
		return cmp.Compare(b.Hours.Mean, a.Hours.Mean)
	})
	return all[:min(len(all), causesShown+1)]
}

func sameCause(a, b indicators.Delay) bool {
	return a.Cause == b.Cause && a.Name == b.Name && a.Place == b.Place && a.Owner == b.Owner && a.Country == b.Country
}

// causeIn finds a cause among the rows of an alternative.
func causeIn(rows []indicators.Delay, k indicators.Delay) stat.Interval {
	for _, d := range rows {
		if sameCause(d, k) {
			return d.Hours
		}
	}
	return stat.Interval{}
}

// othersIn is what the named causes leave of the total.
func othersIn(rows, named []indicators.Delay) float64 {
	rest := 0.0
	for _, d := range rows {
		if !slices.ContainsFunc(named, func(k indicators.Delay) bool { return sameCause(d, k) }) {
			rest += d.Hours.Mean
		}
	}
	return rest
}

// causeOf names a cause: what kind of time, and where.
func (l layout) causeOf(d indicators.Delay) string {
	kind := l.say(words.Say("report.cause." + d.Cause))
	switch {
	case d.Name == "":
		return kind
	case d.Place == "":
		return l.say(words.Say("report.delay.on", "kind", kind, "name", words.Name(d.Name)))
	case d.Name == "load": // the kind says so already
		return l.say(words.Say("report.delay.on", "kind", kind, "name", words.Name(d.Place)))
	}
	return l.say(words.Say("report.delay.at", "kind", kind, "name", words.Name(d.Name), "place", words.Name(d.Place)))
}

// waterfall is the table of the differences in delay by cause, pair by pair.
func (l layout) waterfall() section {
	if len(l.Waterfalls) == 0 {
		return section{}
	}
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.cause"))},
		{heading: l.say(words.Say("report.column.difference", "confidence", percent(l.Confidence))), figures: true},
	}}
	for _, w := range l.Waterfalls {
		t.rows = append(t.rows, row{span: l.say(words.Say("report.pair", "alternative", w.Alternative, "base", w.Base))})
		named := w.Causes[:min(len(w.Causes), causesShown+1)]
		for _, d := range named {
			t.rows = append(t.rows, row{cells: []cell{wordCell(glue + glue + l.causeOf(d)), figureCell(plus(difference(d.Hours, 1)))}})
		}
		rest := plus(figure{mean: fixed(othersIn(w.Causes, named), 2)})
		t.rows = append(t.rows, row{cells: []cell{wordCell(glue + glue + l.say(words.Say("report.delay.others"))), figureCell(rest)}})
	}
	return section{
		heading: l.say(words.Say("report.heading.waterfall")), table: t,
		notes: []string{l.say(words.Say("report.note.waterfall"))}, pictures: l.fallPictures(),
	}
}
