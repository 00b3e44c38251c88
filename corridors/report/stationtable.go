package report

import (
	"slices"

	"hanhlang/corridors/words"
)

// post is what makes stations of two alternatives the same one.
type post struct{ place, name string }

// stations is the table of how busy each station is, by alternative. With one alternative it also shows the queues.
func (l layout) stations() section {
	t := table{columns: []column{{heading: l.say(words.Say("report.column.station"))}}}
	t.columns = append(t.columns, l.alternativeColumns()...)
	if len(l.Alternatives) == 1 {
		t.columns[1].heading = l.say(words.Say("report.column.busy"))
		t.columns = append(t.columns, l.queueColumns()...)
	}
	place := ""
	for _, p := range l.posts() {
		if p.place != place && p.place != "" {
			t.rows = append(t.rows, row{span: l.speaker.Name(p.place)})
		}
		place = p.place
		t.rows = append(t.rows, l.stationRow(p))
	}
	if len(t.rows) == 0 {
		return section{}
	}
	s := section{heading: l.say(words.Say("report.heading.stations")), table: t}
	if slices.ContainsFunc(l.Alternatives, func(a Alternative) bool { return len(a.Overloads) > 0 }) {
		s.notes = []string{l.say(words.Say("report.note.stations-behind"))}
	}
	return s
}

func (l layout) stationRow(p post) row {
	r := row{cells: []cell{wordCell(glue + glue + l.speaker.Name(p.name))}}
	for _, a := range l.Alternatives {
		s := a.station(p)
		r.cells = append(r.cells, figureCell(figure{mean: estimate(s.Utilisation, 100, whatever()).mean}))
		if len(l.Alternatives) == 1 {
			r.cells = append(r.cells,
				figureCell(estimate(s.QueueMean, 1, amounts())), figureCell(estimate(s.QueueLongest, 1, amounts())), figureCell(estimate(s.Wait, 1, amounts())))
		}
	}
	return r
}

func (l layout) queueColumns() []column {
	return []column{
		{heading: l.say(words.Say("report.column.queue-mean")), figures: true},
		{heading: l.say(words.Say("report.column.queue-longest")), figures: true},
		{heading: l.say(words.Say("report.column.wait")), figures: true},
	}
}

// station finds a station of an alternative; the zero Station has nothing present.
func (a Alternative) station(p post) Station {
	for _, s := range a.Stations {
		if s.Place == p.place && s.Name == p.name {
			return s
		}
	}
	return Station{}
}

// posts are the stations of all alternatives, each once, those of a place together.
func (l layout) posts() []post {
	var all []post
	var places []string
	for _, a := range l.Alternatives {
		for _, s := range a.Stations {
			if p := (post{s.Place, s.Name}); !slices.Contains(all, p) {
				all, places = append(all, p), append(places, p.place)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b post) int { return slices.Index(places, a.place) - slices.Index(places, b.place) })
	return all
}
