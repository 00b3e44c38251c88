package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
)

// ways is how many ways are drawn; the others are in --format json and csv.
const ways = 4

// tcd is the time/cost–distance charts of the ways that most trucks take, with their points.
func (l layout) tcd() section {
	sets := l.watched()
	if len(sets) == 0 {
		return section{}
	}
	s := section{
		heading: l.say(words.Say("report.heading.tcd")), long: true,
		notes: []string{l.say(words.Say("report.note.tcd", "count", sets[0].Replications))},
		table: table{columns: []column{
			{heading: l.say(words.Say("report.column.step"))},
			{heading: "km", figures: true},
			{heading: l.say(words.Say("report.column.hours")), figures: true},
			{heading: l.say(words.Say("report.column.spread")), figures: true},
			{heading: l.say(words.Say("report.column.usd")), figures: true},
		}},
	}
	for i, w := range l.mainWays() {
		s.pictures = append(s.pictures, l.wayPicture(i, w, true), l.wayPicture(i, w, false))
		for _, a := range l.compared() {
			if chart, there := a.way(w); there {
				s.table.rows = append(s.table.rows, row{span: l.wayTitle(w) + " · " + a.Name})
				s.table.rows = append(s.table.rows, l.wayRows(chart)...)
			}
		}
	}
	if len(s.table.rows) == 0 {
		return section{} // nobody drives: there are posts only
	}
	return s
}

// wayOf is what trucks have in common that are drawn as one line.
type wayOf struct{ flow, trip, load string }

// mainWays are those that most trucks of the compared alternatives take, first of the flow that the headline is about.
func (l layout) mainWays() []wayOf {
	var out []wayOf
	trucks := make(map[wayOf]int)
	for _, a := range slices.Backward(l.compared()) {
		if a.Indicators == nil {
			continue
		}
		for _, c := range a.Indicators.TCD {
			w := wayOf{c.Flow, c.Trip, c.Load}
			if trucks[w] == 0 {
				out = append(out, w)
			}
			trucks[w] += c.Trucks
		}
	}
	head, _ := l.headline() // none: it asks about no flow
	slices.SortStableFunc(out, func(a, b wayOf) int {
		return cmp.Or(asked(b, head.Measure)-asked(a, head.Measure), trucks[b]-trucks[a])
	})
	return out[:min(len(out), ways)]
}

// asked is 1 for a way of the flow that a measure is about, and 0 for others.
func asked(w wayOf, measure string) int {
	if strings.HasPrefix(measure, "flow."+w.flow+".") {
		return 1
	}
	return 0
}

// way is the chart of most trucks of a flow and direction.
func (a Alternative) way(w wayOf) (best indicators.TCD, there bool) {
	if a.Indicators == nil {
		return best, false
	}
	for _, c := range a.Indicators.TCD {
		if (wayOf{c.Flow, c.Trip, c.Load}) == w && c.Trucks > best.Trucks {
			best, there = c, true
		}
	}
	return best, there
}

// wayTitle names a way.
func (l layout) wayTitle(w wayOf) string {
	return l.say(words.Say("report.tcd."+w.trip, "flow", words.Name(w.flow), "load", words.Say("report.load."+w.load)))
}

// wayPicture draws the time or the cost over the distance, the compared alternatives one over the other.
func (l layout) wayPicture(i int, w wayOf, time bool) picture {
	way := l.wayTitle(w)
	name, measure, unit := "cost-distance-", l.say(words.Say("report.picture.cost")), "USD"
	title, caption := words.Say("report.picture.cost-distance.title", "way", way), words.Say("report.picture.cost-distance.caption")
	if time {
		name, measure, unit = "time-distance-", l.say(words.Say("report.picture.time")), "h"
		title, caption = words.Say("report.picture.time-distance.title", "way", way), words.Say("report.picture.time-distance.caption")
	}
	p := l.pictured(name+strconv.Itoa(i+1), title, caption, func() *chart.Drawing {
		c := chart.Lines{
			X: chart.Axis{Title: l.axis(l.say(words.Say("report.picture.distance")), "km"), Figures: l.figures},
			Y: chart.Axis{Title: l.axis(measure, unit), Figures: l.figures},
		}
		for _, a := range l.compared() {
			if way, there := a.way(w); there {
				c.Lines = append(c.Lines, wayLine(a.Name, way, time))
				c.Guides = l.postsOf(way)
			}
		}
		if len(c.Lines) > 0 && time {
			c.Closed = l.say(words.Say("report.picture.closed"))
		}
		return c.Draw()
	})
	if w.trip == "home" {
		p.caption += " " + l.say(words.Say("report.picture.home"))
	}
	if of := l.elsewhere(w); of != "" {
		p.caption += " " + l.say(words.Say("report.picture.posts-of", "alternative", of))
	}
	return p
}

// elsewhere is the alternative whose posts a figure names, where those of another stand elsewhere on its way.
func (l layout) elsewhere(w wayOf) (of string) {
	var before []chart.Guide
	differ := false
	for _, a := range l.compared() {
		if way, there := a.way(w); there {
			posts := l.postsOf(way)
			differ = differ || of != "" && !slices.Equal(posts, before)
			of, before = a.Name, posts
		}
	}
	if !differ {
		return ""
	}
	return of
}

// wayLine is a way as a line with its band from the 10th to the 90th percentile.
func wayLine(name string, way indicators.TCD, time bool) chart.Line {
	line := chart.Line{Name: name}
	for k, p := range way.Points {
		s := p.Cost
		if time {
			s = p.Time
		}
		line.Points = append(line.Points, chart.Point{X: p.Km, Y: s.Mean.Mean})
		line.Low = append(line.Low, chart.Point{X: p.Km, Y: s.P10.Mean})
		line.High = append(line.High, chart.Point{X: p.Km, Y: s.P90.Mean})
		if time && p.Step == indicators.ClosedStep {
			line.Closed = append(line.Closed, k)
		}
	}
	return line
}

// postsOf a way are marked where they stand.
func (l layout) postsOf(way indicators.TCD) (guides []chart.Guide) {
	for _, p := range way.Points {
		if p.Step == indicators.ClosedStep {
			guides = append(guides, chart.Guide{At: p.Km, Name: l.speaker.Name(p.Place)})
		}
	}
	return guides
}

// wayRows are the points of a way.
func (l layout) wayRows(way indicators.TCD) (rows []row) {
	for _, p := range way.Points {
		what := p.Place
		if p.Step == indicators.LegStep {
			what = p.Name
		}
		rows = append(rows, row{cells: []cell{
			wordCell(glue + glue + l.say(words.Say("report.way.step", "step", words.Say("report.step."+p.Step), "what", words.Name(what)))),
			numberCell(fixed(p.Km, 0)), figureCell(estimate(p.Time.Mean, 1, amounts())),
			wordCell(l.say(words.Say("report.way.spread", "low", estimate(p.Time.P10, 1, amounts()).mean, "high", estimate(p.Time.P90, 1, amounts()).mean))),
			figureCell(estimate(p.Cost.Mean, 1, amounts())),
		}})
	}
	return rows
}
