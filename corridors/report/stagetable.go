package report

import (
	"slices"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// step is what makes stages of two alternatives the same one.
type step struct{ country, place, stage, owner string }

func stepOf(s Stage) step { return step{s.Country, s.Place, s.Stage, s.Owner} }

// stages is the table of border time by country and stage. With one alternative it also shows what each stage's time is made of.
func (l layout) stages() section {
	steps := l.steps()
	if len(steps) == 0 {
		return section{}
	}
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.stage"))}, {heading: l.say(words.Say("report.column.owner"))},
	}}
	t.columns = append(t.columns, l.alternativeColumns()...)
	if len(l.Alternatives) == 1 {
		t.columns = append(t.columns, l.partColumns()...)
	}
	var before step
	for i, s := range steps {
		if i == 0 || s.country != before.country {
			t.rows = append(t.rows, l.countryRow(s.country, onlyPlace(steps, s.country)))
		}
		if s.place != "" && s.place != before.place && onlyPlace(steps, s.country) == "" {
			t.rows = append(t.rows, row{span: l.speaker.Name(s.place)})
		}
		t.rows = append(t.rows, l.stageRow(s))
		before = s
	}
	notes := []string{l.stageNote()}
	if len(l.gateMeasures()) > 0 {
		notes = append(notes, l.say(words.Say("report.note.stages-of-gates")))
	}
	return section{
		heading: l.say(words.Say("report.heading.stages")),
		table:   t,
		notes:   notes,

		pictures: append([]picture{l.ownerPicture()}, l.stagePictures()...),
	}
}

// stageNote says where the figures are that the table has no room for.
func (l layout) stageNote() string {
	if len(l.Alternatives) == 1 {
		return l.say(words.Say("report.note.stages-single"))
	}
	return l.say(words.Say("report.note.stages"))
}

// onlyPlace is the place of a country's stages, when all of them are there.
func onlyPlace(steps []step, country string) string {
	place := ""
	for _, s := range steps {
		if s.country == country && place != "" && s.place != place {
			return ""
		}
		if s.country == country {
			place = s.place
		}
	}
	return place
}

// countryRow shows the border time that belongs to a country, where the answer has it.
func (l layout) countryRow(country, place string) row {
	name := "border_time_" + strings.ToLower(country) + "_h"
	heading := l.country(country)
	if place != "" {
		heading = l.say(words.Say("report.stage.country", "country", heading, "place", words.Name(place)))
	}
	r := row{cells: []cell{wordCell(heading), {}}}
	for _, a := range l.Alternatives {
		r.cells = append(r.cells, meanCell(a.measure(name)))
	}
	if len(l.Alternatives) == 1 {
		r.cells = append(r.cells, make([]cell, len(l.partColumns()))...)
	}
	return r
}

func (l layout) stageRow(s step) row {
	r := row{cells: []cell{wordCell(glue + glue + l.speaker.Name(s.stage)), wordCell(l.speaker.Name(s.owner))}}
	for _, a := range l.Alternatives {
		i := slices.IndexFunc(a.Stages, func(x Stage) bool { return stepOf(x) == s })
		if i < 0 {
			r.cells = append(r.cells, wordCell(""))
			continue
		}
		r.cells = append(r.cells, meanCell(a.Stages[i].Interval))
		if len(l.Alternatives) == 1 {
			r.cells = append(r.cells, partCells(a.Stages[i])...)
		}
	}
	return r
}

// meanCell is an estimate without its bounds, rounded as if they stood there.
func meanCell(i stat.Interval) cell { return numberCell(estimate(i, 1, whatever()).mean) }

func (l layout) partColumns() []column {
	return []column{
		{heading: l.say(words.Say("report.column.queue")), figures: true},
		{heading: l.say(words.Say("report.column.closed")), figures: true},
		{heading: l.say(words.Say("report.column.service")), figures: true},
		{heading: l.say(words.Say("report.column.blocked")), figures: true},
	}
}

// partCells are the parts of a stage's time, shown to the decimals that the interval of their sum supports.
func partCells(s Stage) []cell {
	var cells []cell
	for _, part := range []float64{s.Queue, s.Closed, s.Service, s.Blocked} {
		i := s.Interval
		i.Lo, i.Mean, i.Hi = part+(i.Lo-i.Mean), part, part+(i.Hi-i.Mean)
		cells = append(cells, meanCell(i))
	}
	return cells
}

// steps are the stages of all alternatives, in the order in which a truck meets them, those of a country and place together.
// A stage that only a later alternative has comes after the one it follows there.
func (l layout) steps() []step {
	var all []step
	for _, a := range l.Alternatives {
		at := -1
		for _, s := range a.Stages {
			if i := slices.Index(all, stepOf(s)); i >= 0 {
				at = i
				continue
			}
			at++
			all = slices.Insert(all, at, stepOf(s))
		}
	}
	var countries, places []string
	for _, s := range all {
		countries, places = append(countries, s.country), append(places, s.country+"\x00"+s.place)
	}
	slices.SortStableFunc(all, func(a, b step) int {
		if a.country != b.country {
			return slices.Index(countries, a.country) - slices.Index(countries, b.country)
		}
		return slices.Index(places, a.country+"\x00"+a.place) - slices.Index(places, b.country+"\x00"+b.place)
	})
	return all
}
