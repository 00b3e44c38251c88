package report

import (
	"cmp"
	"slices"
	"strconv"

	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// within shows which share of loaded trucks leaves a post within the targets, by channel. The table has all posts, the figures those of the
// gates with the fullest posts.
func (l layout) within() section {
	sets := l.watched()
	if len(sets) == 0 {
		return section{}
	}
	t := table{columns: append([]column{{heading: l.say(words.Say("report.within.channel"))}}, l.alternativeColumns()...)}
	posts := postRows(sets)
	for i, k := range posts {
		if i == 0 || !samePost(k, posts[i-1]) {
			t.rows = append(t.rows, row{span: l.postName(k)})
		}
		for _, limit := range byHours(k) {
			r := row{cells: []cell{wordCell(glue + glue + l.say(words.Say("report.within.row", "channel", channelOf(k), "limit", limit.Name)))}}
			for _, s := range sets {
				r.cells = append(r.cells, figureCell(estimate(shareWithinLimit(s, k, limit), 100, shares())))
			}
			t.rows = append(t.rows, r)
		}
	}
	if len(t.rows) == 0 {
		return section{}
	}
	return section{
		heading: l.say(words.Say("report.heading.within")), long: true, table: t, pictures: l.withinPictures(posts),
		notes: []string{l.say(words.Say("report.note.within", "count", sets[0].Replications))},
	}
}

// postName is "Lao Bảo, exit".
func (l layout) postName(k indicators.TRS) string {
	return l.say(where(k))
}

// channelOf is the channel of a row, or all of them.
func channelOf(k indicators.TRS) words.Phrase {
	if k.Channel == indicators.All {
		return words.Say("report.within.all")
	}
	return words.Say("words.plain", "text", words.Name(k.Channel))
}

// postRows are the rows of whole posts, of any alternative.
func postRows(sets []*indicators.Set) []indicators.TRS {
	return slices.DeleteFunc(trsShown(sets), func(k indicators.TRS) bool { return k.Scope != indicators.PostScope || len(k.Limits) == 0 })
}

// samePost says whether two rows are of one post and direction.
func samePost(a, b indicators.TRS) bool { return a.Place == b.Place && a.Direction == b.Direction }

// byHours are the limits of a row, the shortest first.
func byHours(k indicators.TRS) []indicators.Limit {
	out := slices.Clone(k.Limits)
	slices.SortStableFunc(out, func(a, b indicators.Limit) int { return cmp.Compare(a.Hours, b.Hours) })
	return out
}

// withinPictures are a figure for each gate that has one of the fullest posts.
func (l layout) withinPictures(posts []indicators.TRS) (list []picture) {
	var gates []string
	for _, place := range l.fullest() {
		for _, k := range posts {
			if k.Place == place && !slices.Contains(gates, k.Gate) {
				gates = append(gates, k.Gate)
			}
		}
	}
	for i, gate := range gates {
		at := slices.DeleteFunc(slices.Clone(posts), func(k indicators.TRS) bool { return k.Gate != gate || k.Channel == indicators.All })
		if groups := l.withinGroups(at); len(groups) > 0 {
			list = append(list, l.withinPicture("within-target-"+strconv.Itoa(i+1), gate, byHours(at[0]), groups))
		}
	}
	return list
}

// withinGroups are a group of bars for each post and direction, with a bar for each channel and alternative.
func (l layout) withinGroups(posts []indicators.TRS) (groups []chart.BarGroup) {
	for i, k := range posts {
		if i == 0 || !samePost(k, posts[i-1]) {
			groups = append(groups, chart.BarGroup{Name: l.postName(k)})
		}
		g := &groups[len(groups)-1]
		for _, a := range l.compared() {
			if bar, there := l.withinBar(a, k); there {
				g.Bars = append(g.Bars, bar)
			}
		}
	}
	return groups
}

// withinBar is the trucks of one channel: those within the shortest limit, then those within each longer one, then the rest.
func (l layout) withinBar(a Alternative, k indicators.TRS) (chart.Bar, bool) {
	bar, before := chart.Bar{Name: l.speaker.Name(k.Channel) + " · " + a.Name}, 0.0
	for i, limit := range byHours(k) {
		share := shareWithinLimit(a.Indicators, k, limit)
		if !share.Present() {
			return bar, false
		}
		if i == 0 {
			bar.Total = l.drawn(estimate(share, 100, shares()).mean.In("%"))
		}
		upTo := min(100, max(before, share.Mean*100))
		bar.Parts = append(bar.Parts, upTo-before)
		before = upTo
	}
	bar.Parts = append(bar.Parts, 100-before)
	for _, part := range bar.Parts {
		bar.Tips = append(bar.Tips, l.figures(part, 1)+" %")
	}
	return bar, true
}

func (l layout) withinPicture(name, gate string, limits []indicators.Limit, groups []chart.BarGroup) picture {
	var parts []string
	for i, limit := range limits {
		part := words.Say("report.within.part", "limit", limit.Name)
		if i > 0 {
			part = words.Say("report.within.next", "limit", limit.Name)
		}
		parts = append(parts, l.say(part))
	}
	parts = append(parts, l.say(words.Say("report.within.longer")))
	return l.pictured(name, words.Say("report.picture.within.title", "gate", words.Name(gate)), words.Say("report.picture.within.caption", "limit", limits[0].Name), func() *chart.Drawing {
		return chart.Bars{Axis: l.axis(l.say(words.Say("report.picture.share")), "%"), Parts: parts, Groups: groups, Figures: l.figures}.Draw()
	})
}

// shareWithinLimit is the share of the trucks of a row that keep to a limit.
func shareWithinLimit(s *indicators.Set, k indicators.TRS, limit indicators.Limit) stat.Interval {
	for _, have := range s.TRS {
		if !sameTRS(have, k) {
			continue
		}
		for i, l := range have.Limits {
			if l.Name == limit.Name && i < len(have.Within) {
				return have.Within[i]
			}
		}
	}
	return stat.Interval{}
}
