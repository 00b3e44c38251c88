package report

import (
	"hanhlang/corridors"
	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/words"
)

// Network is where the trucks of an alternative drive.
type Network struct {
	Of    string // the alternative
	Mixed bool   // roads that its trucks do not use, and those of other alternatives do, are there, too
	Sites []corridors.Site
	Links []Link
}

// Link is a road or a gate pair between two sites, both of which it names.
type Link struct {
	From, To, Road string
	Trucks         float64 // cargo trucks a day, both ways together
}

// network shows the corridor on a map, and how many trucks use each road.
func (l layout) network() section {
	if l.Network == nil {
		return section{}
	}
	s := section{
		heading: l.say(words.Say("report.heading.network")), long: true,
		table: table{columns: []column{
			{heading: l.say(words.Say("report.column.road"))},
			{heading: l.say(words.Say("report.column.from"))},
			{heading: l.say(words.Say("report.column.to"))},
			{heading: l.say(words.Say("report.column.trucks-a-day")), figures: true},
		}},
		notes: []string{l.say(words.Say("report.note.network"))},
	}
	if l.Network.Mixed {
		s.notes = append(s.notes, l.say(words.Say("report.note.network-mixed", "alternative", l.Network.Of)))
	}
	for _, link := range l.Network.Links {
		s.table.rows = append(s.table.rows, row{cells: []cell{wordCell(l.speaker.Name(link.Road)), wordCell(l.speaker.Name(link.From)), wordCell(l.speaker.Name(link.To)), figureCell(figure{mean: fixed(link.Trucks, 0)})}})
	}
	if m, there := l.drawnNetwork(); there {
		s.pictures = []picture{l.pictured("map", words.Say("report.picture.map.title"), words.Say("report.picture.map.caption"), func() *chart.Drawing {
			l.backdrop(&m)
			return m.Draw()
		})}
		s.notes = append(s.notes, l.say(words.Say("report.note.map")))
	}
	return s
}

// drawnNetwork is the network as a map of the sites whose coordinates are known and that trucks pass.
func (l layout) drawnNetwork() (m chart.Map, there bool) {
	m = chart.Map{Scale: l.say(words.Say("report.column.trucks-a-day")), Figures: l.figures}
	at := make(map[string]int)
	used := make(map[string]bool)
	for _, link := range l.Network.Links {
		if link.Trucks > 0 {
			used[link.From], used[link.To] = true, true
		}
	}
	for _, site := range l.Network.Sites {
		if site.At == nil || !used[site.Name] {
			continue
		}
		at[site.Name] = len(m.Places)
		m.Places = append(m.Places, chart.MapPlace{
			Name: l.speaker.Name(site.Name), At: chart.Spot{North: site.At.Latitude, East: site.At.Longitude}, Border: site.Kind == corridors.GatePost,
		})
	}
	for _, link := range l.Network.Links {
		from, known := at[link.From]
		to, both := at[link.To]
		if known && both && link.Trucks > 0 {
			m.Links = append(m.Links, chart.MapLink{From: from, To: to, Flow: link.Trucks, Tip: l.speaker.Name(link.Road)})
		}
	}
	return m, len(m.Links) > 0
}

// backdrop puts borders, coasts and the names of countries behind a map.
func (l layout) backdrop(m *chart.Map) {
	outlines, err := corridors.Outlines()
	if err != nil {
		panic(err) // They are embedded and tested.
	}
	lands, err := corridors.Lands(outlines)
	if err != nil {
		panic(err) // So are these.
	}
	for _, o := range outlines {
		m.Outlines = append(m.Outlines, drawnSpots(o.Line))
	}
	for _, land := range lands {
		m.Lands = append(m.Lands, chart.MapLand{Name: l.country(land.Country), Ring: drawnSpots(land.Ring)})
	}
}

// drawnSpots are places of the globe as a map takes them.
func drawnSpots(line []corridors.Coordinates) []chart.Spot {
	spots := make([]chart.Spot, len(line))
	for i, c := range line {
		spots[i] = chart.Spot{North: c.Latitude, East: c.Longitude}
	}
	return spots
}
