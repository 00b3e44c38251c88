package report

import (
	"cmp"
	"fmt"
	"slices"

	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
)

// Pace is what a post could let pass in each hour of the day if its tightest station set the pace and were asked by as many of its
// trucks at all hours [trucks].
type Pace struct {
	Place, Station string
	Passes         [24]float64
	Share          float64 // visits to the station of a truck that comes to the post
}

// postsDrawn is how many posts are drawn, the fullest first; the others are in --format json.
const postsDrawn = 2

// rhythm shows how full the fullest posts are, hour by hour, and how arrivals stand to what they can pass.
func (l layout) rhythm() section {
	if len(l.watched()) == 0 {
		return section{}
	}
	s := section{
		heading: l.say(words.Say("report.heading.rhythm")), long: true,
		table: table{columns: append([]column{{heading: l.say(words.Say("report.column.hour"))}}, l.rhythmColumns()...)},
	}
	for i, place := range l.fullest() {
		most, longest := l.darkest(place)
		for _, a := range l.compared() {
			r, there := a.rhythm(place)
			if !there {
				continue
			}
			number := fmt.Sprintf("%d-%s", i+1, slug(a.Name))
			s.pictures = append(s.pictures, l.presentPicture("trucks-at-post-"+number, a, r, most), l.stayPicture("hours-at-post-"+number, a, r, longest),
				l.flowPicture("arrivals-"+number, a, r))
			s.table.rows = append(s.table.rows, row{span: l.speaker.Name(place) + " · " + a.Name})
			pace, limited := a.pace(place)
			s.table.rows = append(s.table.rows, l.rhythmRows(r, pace.Passes, limited)...)
			s.table.rows = append(s.table.rows, row{span: l.say(words.Say("report.rhythm.stays", "place", words.Name(place), "alternative", a.Name))})
			s.table.rows = append(s.table.rows, stayRows(r)...)
		}
	}
	if len(s.pictures) == 0 {
		return section{}
	}
	return s
}

func (l layout) rhythmColumns() []column {
	names := []string{
		l.say(words.Say("report.rhythm.arrived")), l.say(words.Say("report.rhythm.left")), l.say(words.Say("report.rhythm.capacity")),
		l.say(words.Say("report.rhythm.present")),
	}
	var out []column
	for _, name := range append(names, l.weekdays()...) {
		out = append(out, column{heading: name, figures: true})
	}
	return out
}

// weekdays by name, Monday first.
func (l layout) weekdays() (names []string) {
	for _, name := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		names = append(names, l.say(words.Say("study.weekday."+name)))
	}
	return names
}

// rhythmRows are the hours of the day: what comes, goes and could have passed, and what is there on all days together and on each weekday.
// Days that no run has watched are left out.
func (l layout) rhythmRows(r indicators.Rhythm, pace [24]float64, limited bool) (rows []row) {
	for h := range 24 {
		capacity := words.Number("")
		if limited {
			capacity = fixed(pace[h], 1)
		}
		cells := []cell{
			hourCell(h), numberCell(fixed(r.Arrived[h], 1)), numberCell(fixed(r.Left[h], 1)), numberCell(capacity), numberCell(fixed(r.PresentAt(h), 1)),
		}
		for d := range r.Present {
			cells = append(cells, cellIf(r.Watched[d][h], r.Present[d][h]))
		}
		rows = append(rows, row{cells: cells})
	}
	return rows
}

// stayRows are the hours of arrival, with how long trucks are there that come on each weekday; what else the table has stands elsewhere.
func stayRows(r indicators.Rhythm) (rows []row) {
	for h := range 24 {
		cells := []cell{hourCell(h), wordCell(""), wordCell(""), wordCell(""), wordCell("")}
		for d := range r.Stay {
			cells = append(cells, cellIf(r.Stay[d][h].N > 0, r.Stay[d][h].Mean))
		}
		rows = append(rows, row{cells: cells})
	}
	return rows
}

func hourCell(hour int) cell {
	return wordCell(fmt.Sprintf("%s%02d:00–%02d:00", glue+glue, hour, hour+1))
}

// cellIf has a value to one decimal, if it is there.
func cellIf(there bool, value float64) cell {
	if !there {
		return wordCell("")
	}
	return numberCell(fixed(value, 1))
}

// fullest are the posts at which most trucks are, on average, in the first of the compared alternatives.
func (l layout) fullest() []string {
	shown := l.compared()
	if len(shown) == 0 || shown[0].Indicators == nil {
		return nil
	}
	all := slices.Clone(shown[0].Indicators.Rhythms)
	slices.SortStableFunc(all, func(a, b indicators.Rhythm) int { return cmp.Compare(b.Mean(), a.Mean()) })
	var out []string
	for _, r := range all[:min(len(all), postsDrawn)] {
		out = append(out, r.Place)
	}
	return out
}

// rhythm of a post.
func (a Alternative) rhythm(place string) (indicators.Rhythm, bool) {
	if a.Indicators != nil {
		for _, r := range a.Indicators.Rhythms {
			if r.Place == place {
				return r, true
			}
		}
	}
	return indicators.Rhythm{}, false
}

// darkest are the most trucks and the most hours at a post in any hour of the week, of all alternatives that are drawn: one scale for all.
func (l layout) darkest(place string) (trucks, hours float64) {
	for _, a := range l.compared() {
		r, _ := a.rhythm(place)
		for d := range r.Present {
			trucks = max(trucks, slices.Max(r.Present[d][:]))
			for _, s := range r.Stay[d] {
				hours = max(hours, s.Mean)
			}
		}
	}
	return trucks, hours
}

// presentPicture shows how many trucks are at a post, by hour and weekday.
func (l layout) presentPicture(name string, a Alternative, r indicators.Rhythm, most float64) picture {
	title := words.Say("report.picture.present.title", "place", words.Name(r.Place), "alternative", a.Name)
	return l.pictured(name, title, words.Say("report.picture.present.caption"), func() *chart.Drawing {
		c := chart.Heat{XTitle: l.say(words.Say("report.column.hour")), Scale: l.say(words.Say("report.rhythm.present")), Reach: most}
		return l.week(c, func(d, h int) (float64, bool) { return r.Present[d][h], r.Watched[d][h] })
	})
}

// stayPicture shows how long loaded trucks are at a post, by the hour and weekday in which they come.
func (l layout) stayPicture(name string, a Alternative, r indicators.Rhythm, longest float64) picture {
	title := words.Say("report.picture.stay.title", "place", words.Name(r.Place), "alternative", a.Name)
	return l.pictured(name, title, words.Say("report.picture.stay.caption"), func() *chart.Drawing {
		c := chart.Heat{XTitle: l.say(words.Say("report.column.hour-of-arrival")), Scale: l.say(words.Say("report.rhythm.stay")), Reach: longest}
		return l.week(c, func(d, h int) (float64, bool) { return r.Stay[d][h].Mean, r.Stay[d][h].N > 0 })
	})
}

// week draws what there is in each hour of a week.
func (l layout) week(c chart.Heat, at func(day, hour int) (value float64, there bool)) *chart.Drawing {
	c.Figures = l.figures
	for h := range 24 {
		c.Columns = append(c.Columns, fmt.Sprint(h))
	}
	for d, name := range l.weekdays() {
		line := chart.HeatRow{Name: name}
		for h := range 24 {
			value, there := at(d, h)
			line.Cells = append(line.Cells, chart.HeatCell{There: there, Value: value, Tip: l.figures(value, 1)})
		}
		c.Rows = append(c.Rows, line)
	}
	return c.Draw()
}

// flowPicture shows how many trucks have come and gone since midnight of a mean day, and how many could have if the tightest station set
// the pace. Between the first two lines lie, upright, the trucks that are there, and level, the time that they are.
func (l layout) flowPicture(name string, a Alternative, r indicators.Rhythm) picture {
	pace, there := a.pace(r.Place)
	come := chart.Line{Name: l.say(words.Say("report.rhythm.come"))}
	gone := chart.Line{Name: l.say(words.Say("report.rhythm.gone"))}
	could := chart.Line{Name: l.say(words.Say("report.rhythm.could", "station", words.Name(pace.Station)))}
	in, out, room := max((r.PresentAt(23)+r.PresentAt(0))/2, shortOf(r)), 0.0, 0.0
	for h := range 25 {
		x := float64(h)
		come.Points, gone.Points = append(come.Points, chart.Point{X: x, Y: in}), append(gone.Points, chart.Point{X: x, Y: out})
		could.Points = append(could.Points, chart.Point{X: x, Y: room})
		if h < 24 {
			in, out, room = in+r.Arrived[h], out+r.Left[h], room+pace.Passes[h]
		}
	}
	lines, caption := []chart.Line{come, gone}, l.say(words.Say("report.picture.arrivals.caption"))
	if there {
		lines = append(lines, could)
		caption += " " + l.say(words.Say("report.picture.arrivals.could", "station", words.Name(pace.Station), "served", fixed(pace.Share*100, 0)))
	}
	return l.pictured(name, words.Say("report.picture.arrivals.title", "place", words.Name(r.Place), "alternative", a.Name), words.Plain(caption), func() *chart.Drawing {
		return chart.Lines{
			X: chart.Axis{Title: l.say(words.Say("report.column.hour")), Figures: l.figures},
			Y: chart.Axis{Title: l.say(words.Say("report.rhythm.trucks")), Figures: l.figures}, Lines: lines,
		}.Draw()
	})
}

// shortOf is how many trucks must have been there at midnight for no more to go than have come, where a backlog shrinks over the run.
func shortOf(r indicators.Rhythm) (most float64) {
	ahead := 0.0
	for h := range 24 {
		ahead += r.Left[h] - r.Arrived[h]
		most = max(most, ahead)
	}
	return most
}

// pace of a post.
func (a Alternative) pace(place string) (Pace, bool) {
	for _, p := range a.Paces {
		if p.Place == place {
			return p, true
		}
	}
	return Pace{}, false
}
