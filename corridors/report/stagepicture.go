package report

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"

	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/words"
)

// ownerInks are the colours of those whose time it mostly is; the third, grey, is left to hours in which nobody works.
var ownerInks = map[string]int{"customs": 0, "border guard": 1, "": 2, "quarantine": 3, "transport": 4, "operator": 5}

// ownerPicture shows whose the border time is, alternative by alternative; waits for opening are nobody's and stand at the end.
func (l layout) ownerPicture() picture {
	p := newPieces(len(l.Alternatives))
	for owner, ink := range ownerInks {
		p.inks[l.speaker.Name(owner)] = ink
	}
	for i, a := range l.Alternatives {
		for _, s := range a.Stages {
			p.add(i, l.speaker.Name(s.trade()), s.Interval.Mean-s.Closed)
		}
	}
	p = p.gathered(l.say(words.Say("report.picture.rest")))
	closed := l.say(words.Say("report.picture.closed"))
	for i, a := range l.Alternatives {
		for _, s := range a.Stages {
			p.add(i, closed, s.Closed)
		}
	}
	return l.pictured("border-time-by-owner", words.Say("report.picture.owners.title"), words.Say("report.picture.owners.caption"), func() *chart.Drawing {
		return chart.Bars{
			Axis: l.axis(l.title("border_time_h"), "h"), Parts: p.names, Inks: p.colours(), Closed: closed,
			Groups: []chart.BarGroup{{Bars: l.bars(p, "border_time_h")}}, Figures: l.figures,
		}.Draw()
	})
}

// awayFromHome finds the country whose officers do a stage at a post of another.
var awayFromHome = regexp.MustCompile(` \([A-Z]{2}\)$`)

// trade is the owner of a stage, wherever its officers come from: customs of both countries are customs, at a joint post as at posts of their own.
func (s Stage) trade() string { return awayFromHome.ReplaceAllString(s.Owner, "") }

// bars has one for each alternative; a measure stands behind it.
func (l layout) bars(p *pieces, measure string) []chart.Bar {
	var out []chart.Bar
	d, _ := Define(measure)
	for i, a := range l.Alternatives {
		b := chart.Bar{Name: a.Name, Total: l.drawn(estimate(a.measure(measure), 1, d.values()).mean)}
		for k, v := range p.of(i) {
			b.Parts = append(b.Parts, v)
			b.Tips = append(b.Tips, p.names[k]+": "+l.figures(v, 2))
		}
		out = append(out, b)
	}
	return out
}

// The most posts and the most stages of each that are drawn, so that a figure can be read on a sheet; the table has all.
const (
	stagePosts  = 4
	stagesDrawn = 16
)

// stagePictures show what the time at each stage is made of, for the alternatives of the headline: a figure for each of the posts where
// most time goes, all to one scale.
func (l layout) stagePictures() (list []picture) {
	figures := l.stageFigures()
	reach := 0.0
	for _, f := range figures {
		for _, g := range f.groups {
			reach = max(reach, longestBar(g))
		}
	}
	for i, f := range figures {
		name := "border-time-by-stage"
		if i > 0 {
			name += "-" + strconv.Itoa(i+1)
		}
		caption := words.Say("report.picture.stages.caption")
		if f.all > len(f.groups) {
			caption = words.Say("report.picture.stages.caption-longest", "count", len(f.groups), "total", f.all)
		}
		list = append(list, l.pictured(name, words.Say("report.picture.stages.title-at", "place", words.Name(f.place)), caption, func() *chart.Drawing {
			c := chart.Bars{Axis: l.axis(l.say(words.Say("report.picture.time")), "h"), Groups: f.groups, Reach: reach, Figures: l.figures}
			c.Closed = l.say(words.Say("report.picture.closed"))
			c.Parts = []string{c.Closed}
			for _, part := range []string{"queue", "service", "blocked"} {
				c.Parts = append(c.Parts, l.say(words.Say("report.cause."+part)))
			}
			return c.Draw()
		}))
	}
	return list
}

// stageFigure is the stages of a post.
type stageFigure struct {
	place  string
	groups []chart.BarGroup // one for each stage
	all    int              // stages that take time worth showing
}

// stageFigures are those of the posts where most time goes, in the order of the stages.
func (l layout) stageFigures() (list []stageFigure) {
	shown := l.compared()
	longest := 0.0
	for _, a := range shown {
		longest = max(longest, a.measure("border_time_h").Mean)
	}
	for _, s := range l.steps() {
		g := l.stageBars(s, shown)
		if longestBar(g) < longest*leastPiece || len(g.Bars) == 0 {
			continue
		}
		at := slices.IndexFunc(list, func(f stageFigure) bool { return f.place == s.place })
		if at < 0 {
			at, list = len(list), append(list, stageFigure{place: s.place})
		}
		list[at].groups = append(list[at].groups, g)
	}
	list = largest(list, stagePosts, func(f stageFigure) float64 {
		sum := 0.0
		for _, g := range f.groups {
			sum += longestBar(g)
		}
		return sum
	})
	for i := range list {
		list[i].all = len(list[i].groups)
		list[i].groups = largest(list[i].groups, stagesDrawn, longestBar)
	}
	return list
}

// stageBars is what a stage takes in each of the alternatives that have it.
func (l layout) stageBars(s step, shown []Alternative) chart.BarGroup {
	g := chart.BarGroup{Name: l.stageTitle(s)}
	for _, a := range shown {
		stage := a.stage(s)
		if !stage.Interval.Present() {
			continue
		}
		g.Bars = append(g.Bars, chart.Bar{
			Name: a.Name, Parts: []float64{stage.Closed, stage.Queue, stage.Service, stage.Blocked},
			Total: l.drawn(estimate(stage.Interval, 1, amounts()).mean),
		})
	}
	return g
}

// longestBar is how far the longest bar of a group goes.
func longestBar(g chart.BarGroup) (most float64) {
	for _, b := range g.Bars {
		most = max(most, b.Length())
	}
	return most
}

// stageTitle names a stage and its owner; one that is called after its owner is named once.
func (l layout) stageTitle(s step) string {
	if s.stage == s.owner {
		return l.speaker.Name(s.stage)
	}
	return l.say(words.Say("report.picture.stage", "stage", words.Name(s.stage), "owner", words.Name(s.owner)))
}

// largest leaves the largest of a list, in the order in which they stand; of equals the first.
func largest[T any](list []T, count int, size func(T) float64) (out []T) {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, k int) int { return cmp.Compare(size(list[k]), size(list[i])) })
	kept := order[:min(count, len(order))]
	slices.Sort(kept)
	for _, i := range kept {
		out = append(out, list[i])
	}
	return out
}

// stage of an alternative; one that it does not have takes no time.
func (a Alternative) stage(s step) Stage {
	for _, have := range a.Stages {
		if stepOf(have) == s {
			return have
		}
	}
	return Stage{}
}

// costLines are the lines of the ledger, each with a colour by its place.
var costLines = []string{
	"fuel_loaded", "fuel_empty", "driver", "capital", "running", "tolls", "fees", "informal", "lifts", "storage", "port", "idling", "transhipment",
	"declaration", "time_value", "spoilage",
}

// costPictures show what a tonne costs, line by line, in each alternative: the lines of the round trip, brought to the tonne. There
// are none where nothing was delivered.
func (l layout) costPictures() []picture {
	p := newPieces(len(l.Alternatives))
	for ink, line := range costLines {
		p.inks[l.say(words.Say("trace.line."+line))] = ink
	}
	p.inks[l.say(words.Say("trace.line.hours"))] = p.inks[l.say(words.Say("trace.line.driver"))] // who pays both as one has no driver beside
	for i, a := range l.Alternatives {
		scale := a.perTrip("cost_per_tonne_usd")
		if scale == 0 {
			continue
		}
		for _, c := range a.Costs {
			p.add(i, l.say(words.Say("trace.line."+c.Line)), c.Interval.Mean*scale)
		}
	}
	p = p.gathered(l.say(words.Say("report.picture.rest")))
	if len(p.names) == 0 {
		return nil
	}
	return []picture{l.pictured("cost-per-tonne", words.Say("report.picture.costs.title"), words.Say("report.picture.costs.caption"), func() *chart.Drawing {
		return chart.Bars{
			Axis: l.axis(l.title("cost_per_tonne_usd"), "USD/t"), Parts: p.names, Inks: p.colours(),
			Groups: []chart.BarGroup{{Bars: l.bars(p, "cost_per_tonne_usd")}}, Figures: l.figures,
		}.Draw()
	})}
}
