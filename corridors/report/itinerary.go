package report

import (
	"strconv"
	"strings"

	"hanhlang/corridors/words"
)

// Itinerary is what the trucks of a scenario may do on their trips.
type Itinerary struct {
	Name        string `json:"name"` // of the scenario or study
	Title       string `json:"title"`
	Alternative string `json:"alternative,omitempty"` // of a study
	Plans       []Plan `json:"plans"`
}

// Plan is one trip of the trucks of a flow with one kind of cargo: its lines in order.
type Plan struct {
	Flow      string     `json:"flow"`
	Trip      string     `json:"trip"` // out, home
	Load      string     `json:"load"` // loaded, transit, empty
	Trusted   bool       `json:"trusted"`
	Commodity string     `json:"commodity,omitempty"`
	Chance    float64    `json:"chance"` // that a trip of this kind has this cargo
	From      string     `json:"from"`
	Way       string     `json:"way,omitempty"` // gate pairs of a way that trucks choose
	Lines     []PlanLine `json:"lines"`
}

// PlanLine is what a truck does, if it meets the conditions.
type PlanLine struct {
	Place      string     `json:"place"`
	Does       string     `json:"does"`
	Name       string     `json:"name,omitempty"`
	Direction  string     `json:"direction,omitempty"`  // at a post
	Supervised bool       `json:"supervised,omitempty"` // at a post that does not clear the load
	Owner      string     `json:"owner,omitempty"`
	Station    string     `json:"station,omitempty"`
	Beside     string     `json:"beside,omitempty"` // group of stages done beside one another
	Yard       string     `json:"yard,omitempty"`   // where it stands meanwhile
	When       PlanWhen   `json:"when"`
	Chance     float64    `json:"chance"`
	Takes      string     `json:"takes,omitempty"`
	Cases      []PlanCase `json:"cases,omitempty"`
	FeeUSD     float64    `json:"fee_usd,omitempty"`
	Km         float64    `json:"km,omitempty"`
	Settles    []Outcome  `json:"settles,omitempty"` // what reaching a post can make of a truck
	Ways       []string   `json:"ways,omitempty"`    // to choose from
}

// PlanWhen are conditions that are settled on the way; all must hold.
type PlanWhen struct {
	Channels []string `json:"channels,omitempty"`
	Declared []string `json:"declared,omitempty"`
	Share    *float64 `json:"share,omitempty"`   // of those, by luck
	From     string   `json:"from,omitempty"`    // in this time of the run only
	To       string   `json:"to,omitempty"`      // empty beside From: without an end
	Stops    string   `json:"stops,omitempty"`   // once or twice, where the regime changes
	NotYet   bool     `json:"not_yet,omitempty"` // unless it has been done for the other country
	At       string   `json:"at,omitempty"`      // post at which channel and declaration were settled; empty: where the line is
}

// PlanCase is another time for some.
type PlanCase struct {
	When  PlanWhen `json:"when"`
	Takes string   `json:"takes"`
}

// Outcome is one thing that luck can settle: a channel or a way of declaring.
type Outcome struct {
	Kind   string  `json:"kind"` // channel, declaration
	Name   string  `json:"name"`
	Chance float64 `json:"chance"`
}

// planned puts plans into one language.
type planned struct{ speaker *words.Speaker }

func (l planned) say(p words.Phrase) string { return l.speaker.Text(p) }

// page lays itineraries out: a table for each plan.
func (l planned) page(i Itinerary) page {
	p := page{title: l.speaker.Title(i.Title), lead: []string{l.say(words.Say("itinerary.lead"))}}
	if p.title == "" {
		p.title = i.Name
	}
	if i.Alternative != "" {
		p.title += ": " + i.Alternative
	}
	for _, plan := range i.Plans {
		p.sections = append(p.sections, l.plan(plan))
	}
	return p.in(l.speaker)
}

// plan is the section of one plan.
func (l planned) plan(p Plan) section {
	trip := l.say(words.Say("itinerary.trip." + p.Trip))
	with := []string{l.say(words.Say("itinerary.load." + p.Load))}
	if p.Trusted {
		with = append(with, l.say(words.Say("itinerary.trusted")))
	}
	with = append(with, kept(l.speaker.Name(p.Commodity))...)
	if p.Way != "" {
		with = append(with, l.say(words.Say("itinerary.way", "way", p.Way, "from", p.From)))
	}
	s := section{heading: l.say(words.Say("itinerary.heading", "flow", words.Name(p.Flow), "trip", trip, "with", strings.Join(with, ", ")))}
	if p.Chance < 1 {
		s.lead = []string{l.say(words.Say("itinerary.chance", "chance", inPercent(p.Chance)))}
	}
	s.table = table{columns: []column{
		{heading: l.say(words.Say("itinerary.column.place"))},
		{heading: l.say(words.Say("itinerary.column.does"))},
		{heading: l.say(words.Say("itinerary.column.share")), figures: true},
		{heading: l.say(words.Say("itinerary.column.takes"))},
		{heading: l.say(words.Say("itinerary.column.when"))},
	}}
	place := ""
	for _, line := range p.Lines {
		here := line.Place
		if here == place {
			here = glue
		}
		place = line.Place
		s.table.rows = append(s.table.rows, row{cells: []cell{
			wordCell(here), wordCell(l.does(line)), numberCell(inPercent(line.Chance)), wordCell(l.takes(line)), wordCell(l.conditions(line)),
		}})
	}
	return s
}

// does says what a truck does in a line.
func (l planned) does(line PlanLine) string {
	what := l.say(words.Say("itinerary.does."+line.Does, "name", words.Name(line.Name)))
	var more []string
	if line.Owner != "" && line.Does == "is-served" {
		more = append(more, l.speaker.Name(line.Owner))
	}
	if line.Direction != "" {
		more = append(more, l.say(words.Say("itinerary.direction."+line.Direction)))
	}
	if line.Supervised {
		more = append(more, l.say(words.Say("itinerary.supervised")))
	}
	if line.Station != "" {
		more = append(more, l.say(words.Say("itinerary.station", "station", words.Name(line.Station))))
	}
	if line.Beside != "" {
		more = append(more, l.say(words.Say("itinerary.beside", "group", line.Beside)))
	}
	if line.Yard != "" {
		more = append(more, l.say(words.Say("itinerary.yard", "yard", words.Name(line.Yard))))
	}
	if line.Km > 0 {
		more = append(more, l.speaker.Number(short(line.Km).In("km")))
	}
	if line.FeeUSD > 0 {
		more = append(more, l.say(words.Say("itinerary.fee", "usd", short(line.FeeUSD))))
	}
	if len(more) > 0 {
		what += " (" + strings.Join(more, ", ") + ")"
	}
	return what
}

// takes says how long a line takes, in the cases as in all others.
func (l planned) takes(line PlanLine) string {
	parts := kept(line.Takes)
	for _, c := range line.Cases {
		parts = append(parts, l.say(words.Say("itinerary.case", "takes", c.Takes, "when", l.when(c.When))))
	}
	return strings.Join(parts, "; ")
}

// conditions says who takes a line, what is settled or chosen there, and where a truck turns if what is ahead is closed.
func (l planned) conditions(line PlanLine) string {
	turns := ""
	if len(line.Ways) > 0 && (line.Does == "drives" || line.Does == "reaches-post") {
		turns = l.say(words.Say("itinerary.turns", "ways", strings.Join(line.Ways, "; ")))
	} else if len(line.Ways) > 0 {
		return l.say(words.Say("itinerary.ways", "ways", strings.Join(line.Ways, "; ")))
	}
	return strings.Join(kept(l.settles(line, "channel"), l.settles(line, "declaration"), l.when(line.When), turns), "; ")
}

// settles says what luck can make of a truck, of one kind.
func (l planned) settles(line PlanLine, kind string) string {
	var parts []string
	for _, o := range line.Settles {
		if o.Kind == kind && o.Chance > 0 {
			parts = append(parts, l.speaker.Number(inPercent(o.Chance))+" "+l.outcome(o.Kind, o.Name))
		}
	}
	return strings.Join(parts, ", ")
}

// when says a condition in words; nothing for none.
func (l planned) when(w PlanWhen) string {
	var parts []string
	at := func(what string) string {
		if w.At == "" {
			return what
		}
		return l.say(words.Say("itinerary.settled-at", "what", what, "post", w.At))
	}
	for _, choice := range []struct {
		kind  string
		names []string
	}{{"channel", w.Channels}, {"declaration", w.Declared}} {
		var said []any
		for _, name := range choice.names {
			said = append(said, at(l.outcome(choice.kind, name)))
		}
		parts = append(parts, kept(l.say(words.Or(said...)))...)
	}
	switch {
	case w.From != "" && w.To != "":
		parts = append(parts, l.say(words.Say("itinerary.during", "from", w.From, "to", w.To)))
	case w.From != "":
		parts = append(parts, l.say(words.Say("itinerary.since", "from", w.From)))
	}
	if w.Stops != "" {
		parts = append(parts, l.say(words.Say("itinerary.stops."+w.Stops)))
	}
	if w.NotYet {
		parts = append(parts, l.say(words.Say("itinerary.not-yet")))
	}
	if w.Share != nil {
		parts = append(parts, l.say(words.Say("itinerary.drawn", "share", inPercent(*w.Share))))
	}
	return strings.Join(parts, ", ")
}

// outcome names a channel or a way of declaring.
func (l planned) outcome(kind, name string) string {
	if kind == "channel" {
		return l.say(words.Say("itinerary.channel." + name))
	}
	return l.say(words.Say("itinerary.declaration." + name))
}

// inPercent writes a share with as many digits as three.
func inPercent(share float64) words.Number { return short(share * 100).In("%") }

// short writes a number with three digits at most.
func short(x float64) words.Number {
	return words.Number(strconv.FormatFloat(x, 'g', max(3, len(strconv.Itoa(int(x)))), 64))
}
