package report

import (
	"slices"

	"hanhlang/corridors/words"
)

// measures is the table of measures by alternatives.
func (l layout) measures() section {
	s := l.measureTable(words.Say("report.heading.measures"), l.shownMeasures())
	if len(s.table.rows) > 0 {
		s.notes = append([]string{l.intervalNote()}, l.detourNotes()...)
		if l.Growth != nil {
			s.lead = []string{l.say(words.Say("report.lead.first-year", "year", l.Growth.From))}
		}
	}
	return l.marked(s)
}

// detourNotes say what the nearest way is, where trucks choose theirs.
func (l layout) detourNotes() []string {
	for _, a := range l.Alternatives {
		if a.measure("detour_share").Present() {
			return []string{l.say(words.Say("report.detour.note"))}
		}
	}
	return nil
}

// measureTable has a row for each of the measures and a column for each alternative. What no alternative has is left out, and so
// is a table without rows.
func (l layout) measureTable(heading words.Phrase, names []string) section {
	t := table{columns: append([]column{{heading: l.say(words.Say("report.column.measure"))}}, l.alternativeColumns()...)}
	for _, name := range names {
		d, known := Define(name)
		unit, scale := l.unit(d.Unit)
		if !known {
			unit = l.speaker.Name(l.unitOf(name))
		}
		r := row{cells: []cell{wordCell(l.label(name, unit))}}
		present := false
		for _, a := range l.Alternatives {
			i := a.measure(name)
			present = present || i.Present()
			r.cells = append(r.cells, figureCell(estimate(i, scale, d.values())))
		}
		if present {
			t.rows = append(t.rows, r)
		}
	}
	if len(t.rows) == 0 {
		return section{}
	}
	return section{heading: l.say(heading), table: t}
}

// legend says what each alternative is, where the study does.
func (l layout) legend() section {
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.alternative"))}, {heading: l.say(words.Say("report.column.title"))},
	}}
	for _, a := range l.Alternatives {
		if a.Title != "" && a.Title != a.Name {
			t.rows = append(t.rows, row{cells: []cell{wordCell(glued(a.Name)), wordCell(l.speaker.Title(a.Title))}})
		}
	}
	if len(t.rows) == 0 || len(l.Alternatives) == 1 {
		return section{}
	}
	return section{heading: l.say(words.Say("report.heading.alternatives")), table: t}
}

// intervalNote says what the brackets mean, or why there are none.
func (l layout) intervalNote() string {
	if l.Replications == 1 {
		return l.say(words.Say("report.note.single"))
	}
	if l.Mirrored != nil {
		return l.say(words.Say("report.note.interval-pairs", "confidence", percent(l.Confidence), "count", l.Mirrored.Pairs))
	}
	return l.say(words.Say("report.note.interval", "confidence", percent(l.Confidence), "count", l.Replications))
}

// alternativeColumns has one column per alternative, headed by the name that the study file gives it.
func (l layout) alternativeColumns() []column {
	if len(l.Alternatives) == 1 {
		return []column{{heading: l.say(words.Say("report.column.mean")), figures: true}}
	}
	var columns []column
	for _, a := range l.Alternatives {
		columns = append(columns, column{heading: a.Name, alternative: true, figures: true})
	}
	return columns
}

// shownMeasures are the measures for tables: those of the catalogue that are shown or that the study names, in the catalogue's
// order, then what the study names by a pattern or from outside the catalogue.
func (l layout) shownMeasures() []string {
	var names []string
	for _, d := range Measures() {
		if d.Shown || slices.Contains(l.Named, d.Name) {
			names = append(names, d.Name)
		}
	}
	for _, name := range l.Named {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// unitOf is the unit that the answer itself gives a measure.
func (l layout) unitOf(measure string) string {
	for _, a := range l.Alternatives {
		for _, m := range a.Measures {
			if m.Name == measure {
				return m.Unit
			}
		}
	}
	return ""
}
