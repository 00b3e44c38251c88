package report

import (
	"cmp"
	"slices"

	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/words"
)

// ownerPicture shows whose the border time is, alternative by alternative; waits for opening are nobody's.
func (l layout) ownerPicture() picture {
	p := newPieces(len(l.Alternatives))
	for i, a := range l.Alternatives {
		for _, s := range a.Stages {
			p.add(i, l.speaker.Name(s.Owner), s.Interval.Mean-s.Closed)
		}
	}
	closed := l.say(words.Say("report.picture.closed"))
	for i, a := range l.Alternatives {
		for _, s := range a.Stages {
			p.add(i, closed, s.Closed)
		}
	}
	p = p.gathered(l.say(words.Say("report.picture.rest")))
	return l.pictured("border-time-by-owner", words.Say("report.picture.owners.title"), words.Say("report.picture.owners.caption"), func() *chart.Drawing {
		return chart.Bars{
			Axis: l.axis(l.title("border_time_h"), "h"), Parts: p.names, Closed: closed,
			Groups: []chart.BarGroup{{Bars: l.bars(p, "border_time_h")}}, Figures: l.figures,
		}.Draw()
	})
}

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

// stagesDrawn is how many stages a figure has at most, so that it fits on a sheet; all are in the table.
const stagesDrawn = 26

// stagePicture shows what the time at each stage is made of, for the alternatives of the headline.
func (l layout) stagePicture() picture {
	shown := l.compared()
	parts := []string{"closed", "queue", "service", "blocked"}
	var names []string
	for _, part := range parts {
		names = append(names, l.say(words.Say("report.cause."+part)))
	}
	longest := 0.0
	for _, a := range shown {
		longest = max(longest, a.measure("border_time_h").Mean)
	}
	var groups []chart.BarGroup
	var lengths []float64
	for _, s := range l.steps() {
		g := chart.BarGroup{Name: l.stageTitle(s)}
		most := 0.0
		for _, a := range shown {
			stage := a.stage(s)
			if !stage.Interval.Present() {
				continue // it does not have the stage
			}
			most = max(most, stage.Interval.Mean)
			g.Bars = append(g.Bars, chart.Bar{
				Name: a.Name, Parts: []float64{stage.Closed, stage.Queue, stage.Service, stage.Blocked},
				Total: l.drawn(estimate(stage.Interval, 1, amounts()).mean),
			})
		}
		if most >= longest*leastPiece {
			groups, lengths = append(groups, g), append(lengths, most)
		}
	}
	caption := words.Say("report.picture.stages.caption")
	if len(groups) > stagesDrawn {
		groups, caption = longestOf(groups, lengths), words.Say("report.picture.stages.caption-longest", "count", stagesDrawn, "total", len(groups))
	}
	return l.pictured("border-time-by-stage", words.Say("report.picture.stages.title"), caption, func() *chart.Drawing {
		return chart.Bars{Axis: l.axis(l.say(words.Say("report.picture.time")), "h"), Parts: names, Closed: names[0], Groups: groups, Figures: l.figures}.Draw()
	})
}

// stageTitle names a stage, its owner and its place; one that is called after its owner is named once.
func (l layout) stageTitle(s step) string {
	if s.stage == s.owner {
		return l.say(words.Say("report.picture.own-stage", "stage", words.Name(s.stage), "place", words.Name(s.place)))
	}
	return l.say(words.Say("report.picture.stage", "stage", words.Name(s.stage), "owner", words.Name(s.owner), "place", words.Name(s.place)))
}

// longestOf leaves the longest stages, in the order in which they stand; of equals the first.
func longestOf(groups []chart.BarGroup, lengths []float64) []chart.BarGroup {
	order := make([]int, len(groups))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, k int) int { return cmp.Compare(lengths[k], lengths[i]) })
	kept := order[:stagesDrawn]
	slices.Sort(kept)
	var out []chart.BarGroup
	for _, i := range kept {
		out = append(out, groups[i])
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

// costPictures show what a tonne costs, line by line, in each alternative: the lines of the round trip, brought to the tonne. There
// are none where nothing was delivered.
func (l layout) costPictures() []picture {
	p := newPieces(len(l.Alternatives))
	for i, a := range l.Alternatives {
		trip, tonne := a.measure("cost_per_trip_usd").Mean, a.measure("cost_per_tonne_usd").Mean
		for _, c := range a.Costs {
			if trip > 0 {
				p.add(i, l.say(words.Say("trace.line."+c.Line)), c.Interval.Mean*tonne/trip)
			}
		}
	}
	p = p.gathered(l.say(words.Say("report.picture.rest")))
	if len(p.names) == 0 {
		return nil
	}
	return []picture{l.pictured("cost-per-tonne", words.Say("report.picture.costs.title"), words.Say("report.picture.costs.caption"), func() *chart.Drawing {
		return chart.Bars{
			Axis: l.axis(l.title("cost_per_tonne_usd"), "USD/t"), Parts: p.names,
			Groups: []chart.BarGroup{{Bars: l.bars(p, "cost_per_tonne_usd")}}, Figures: l.figures,
		}.Draw()
	})}
}
