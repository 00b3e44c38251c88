package report

import "hanhlang/corridors/words"

// fewStations is how many stations are warned of in sentences; more of them stand in a table.
const fewStations = 3

// The warnings that are of one station each.
const (
	overloadWarning   = "study.overload"
	nearlyFullWarning = "study.nearly-full"
)

// warnings tell what must be known before any figure: stations that cannot keep up, or nearly cannot, and whatever else there is.
func (l layout) warnings() []section {
	ofStation := func(w words.Phrase) bool { return w.ID == overloadWarning || w.ID == nearlyFullWarning }
	stations := 0
	for _, w := range l.Warnings {
		if ofStation(w) {
			stations++
		}
	}
	told, inTables := section{}, stations > fewStations
	for _, w := range l.Warnings {
		if !inTables || !ofStation(w) {
			told.lead = append(told.lead, l.say(w))
		}
	}
	if len(told.lead) > 0 {
		told.heading = l.say(words.Say("report.heading.warnings", "count", len(told.lead)))
	}
	if !inTables {
		return []section{told}
	}
	return []section{told, l.fullStations(), l.nearlyFullStations()}
}

// fullStations has a row for each station that cannot keep up.
func (l layout) fullStations() section {
	s := section{heading: l.say(words.Say("report.heading.full")), lead: []string{l.say(words.Say("report.lead.full"))}}
	return l.crowded(s, overloadWarning, []crowdedColumn{
		{heading: words.Say("report.column.arrive"), of: "arrive"},
		{heading: words.Say("report.column.can-pass"), of: "pass"},
		{heading: words.Say("report.column.queue-grows"), of: "growth"},
	})
}

// nearlyFullStations has a row for each station whose mean wait takes longer runs to be known.
func (l layout) nearlyFullStations() section {
	s := section{heading: l.say(words.Say("report.heading.nearly-full")), lead: []string{l.say(words.Say("report.lead.nearly-full"))}}
	return l.crowded(s, nearlyFullWarning, []crowdedColumn{
		{heading: words.Say("report.column.load"), of: "load"},
		{heading: words.Say("report.column.run-needed"), of: "needed"},
		{heading: words.Say("report.column.run-had"), of: "have"},
	})
}

// crowdedColumn is an argument of a warning as a column.
type crowdedColumn struct {
	heading words.Phrase
	of      string
}

// crowded fills a section with the warnings of one kind, each of a station of an alternative.
func (l layout) crowded(s section, kind string, columns []crowdedColumn) section {
	s.table.columns = []column{{heading: l.say(words.Say("report.column.station"))}}
	for _, c := range columns {
		s.table.columns = append(s.table.columns, column{heading: l.say(c.heading), figures: true})
	}
	of := ""
	for _, w := range l.Warnings {
		if w.ID != kind {
			continue
		}
		if alternative := l.argument(w, "alternative"); alternative != of {
			s.table.rows, of = append(s.table.rows, row{span: alternative}), alternative
		}
		station := words.Say("report.overload.station", "station", w.Arg("station"), "place", w.Arg("place"))
		r := row{cells: []cell{wordCell(l.say(station))}}
		for _, c := range columns {
			r.cells = append(r.cells, wordCell(l.argument(w, c.of)))
		}
		s.table.rows = append(s.table.rows, r)
	}
	if len(s.table.rows) == 0 {
		return section{}
	}
	return s
}

// argument says one argument of a message by itself.
func (l layout) argument(p words.Phrase, name string) string {
	return l.say(words.Say("words.plain", "text", p.Arg(name)))
}
