package report

import (
	"fmt"
	"math"
	"slices"

	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// watched are the indicators of all alternatives, nil where nothing was observed.
func (l layout) watched() []*indicators.Set {
	var out []*indicators.Set
	for _, a := range l.Alternatives {
		if a.Indicators == nil {
			return nil
		}
		out = append(out, a.Indicators)
	}
	return out
}

// tfi is the table of the CPMM indicators, with the posts ranked by the time that the first alternative takes there.
func (l layout) tfi() section {
	sets := l.watched()
	if len(sets) == 0 {
		return section{}
	}
	t := table{columns: append([]column{{heading: l.say(words.Say("report.column.indicator"))}}, l.alternativeColumns()...)}
	if len(sets) == 1 {
		t.columns = append(t.columns,
			column{heading: l.say(words.Say("report.column.median")), figures: true},
			column{heading: l.say(words.Say("report.column.margin")), figures: true},
			column{heading: l.say(words.Say("report.column.ratio-of-totals")), figures: true})
	}
	before, short := "", false
	for _, k := range rankedTFI(sets) {
		if tooShort(k, sets) {
			short = true
			continue
		}
		if k.Indicator != before {
			t.rows = append(t.rows, row{span: l.say(words.Say("report.tfi." + k.Indicator))})
		}
		before = k.Indicator
		t.rows = append(t.rows, l.tfiRow(k, sets))
	}
	s := section{
		heading: l.say(words.Say("report.heading.tfi")), table: t,
		notes: []string{l.say(words.Say("report.note.tfi", "tonnes", indicators.NormalTonnes, "km", indicators.NormalKm, "count", sets[0].Replications))},
	}
	if short {
		s.notes = append(s.notes, l.say(words.Say("report.note.short-ways", "shortest", shortestWay, "km", indicators.NormalKm)))
	}
	s.notes = append(s.notes, l.lateNotes()...)
	return s
}

// shortestWay is how long a way must be for its cost and speed to stand for the way of the method [km].
const shortestWay = 50

// tooShort says whether a row of a trip brings to the length of the method what is a small part of it, as the 4 km before and behind a gate.
func tooShort(k indicators.TFI, sets []*indicators.Set) bool {
	if k.Flow == "" {
		return false
	}
	longest := 0.0
	for _, s := range sets {
		for i := range s.TCD {
			if t := &s.TCD[i]; t.Flow == k.Flow && t.Trip == k.Trip && t.Load == k.Load {
				for _, p := range t.Points {
					longest = max(longest, p.Km)
				}
			}
		}
	}
	return longest > 0 && longest < shortestWay
}

// lateNotes say of gate pairs through which nobody came while the run was watched, and that have indicators all the same, whose they are.
func (l layout) lateNotes() (notes []string) {
	for _, a := range l.Alternatives {
		if a.Indicators == nil {
			continue
		}
		var gates []any
		for _, row := range a.Indicators.TFI {
			through := a.measure("gate." + row.Gate + ".trucks_per_day")
			if through.Present() && through.Mean == 0 && row.Gate != "" && !slices.Contains(gates, any(row.Gate)) {
				gates = append(gates, row.Gate)
			}
		}
		if len(gates) > 0 {
			notes = append(notes, l.say(words.Say("report.note.late", "alternative", a.Name, "gates", words.And(gates...))))
		}
	}
	return notes
}

// sameTFI says whether two rows are of the same thing.
func sameTFI(a, b indicators.TFI) bool {
	a.Summary, b.Summary = indicators.Summary{}, indicators.Summary{}
	return a.Indicator == b.Indicator && a.Place == b.Place && a.Direction == b.Direction && a.Flow == b.Flow && a.Trip == b.Trip &&
		a.Load == b.Load && a.Activity == b.Activity
}

// rankedTFI are the rows for a table: each indicator's, the posts with the longest times first.
func rankedTFI(sets []*indicators.Set) []indicators.TFI {
	var out []indicators.TFI
	for _, s := range sets {
		for _, row := range s.TFI {
			shown := row.Activity == indicators.All || row.Indicator == "TFI4"
			if shown && !slices.ContainsFunc(out, func(have indicators.TFI) bool { return sameTFI(have, row) }) {
				out = append(out, row)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b indicators.TFI) int {
		switch {
		case a.Indicator < b.Indicator || a.Indicator == b.Indicator && a.Place != "" && a.Mean.Mean > b.Mean.Mean:
			return -1
		case a.Indicator > b.Indicator || a.Place != "" && a.Mean.Mean < b.Mean.Mean:
			return 1
		}
		return 0
	})
	return out
}

func (l layout) tfiRow(k indicators.TFI, sets []*indicators.Set) row {
	label := l.speaker.Name(k.Place) + ", " + l.speaker.Name(k.Direction) + ", " + l.speaker.Name(k.Load)
	if k.Place == "" {
		label = l.speaker.Name(k.Flow) + ", " + l.speaker.Name(k.Trip) + ", " + l.speaker.Name(k.Load)
	}
	if k.Indicator == "TFI4" {
		label += ", " + k.Activity
	}
	r := row{cells: []cell{wordCell(glue + glue + label + " [" + k.Unit + "]")}}
	for _, s := range sets {
		var found indicators.TFI
		for _, one := range s.TFI {
			if sameTFI(one, k) {
				found = one
			}
		}
		r.cells = append(r.cells, figureCell(estimate(found.Mean, 1, amounts())))
		if len(sets) == 1 {
			margin := words.Number("")
			if half, ok := found.Mean.HalfWidth(); ok {
				margin = fixed(half, digits(half, 2))
			}
			r.cells = append(r.cells, figureCell(estimate(found.Median, 1, amounts())), numberCell(margin), figureCell(estimate(found.Ratio, 1, amounts())))
		}
	}
	return r
}

// clock prints hours as Vietnamese time release studies do: hh:mm:ss.
func clock(hours float64) string {
	s := int64(math.Round(hours * 3600))
	return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60)
}

func clockCell(i stat.Interval) cell {
	if !i.Present() {
		return wordCell("")
	}
	return wordCell(clock(i.Mean))
}

// trs is the table of the time release study, in its blocks. With several alternatives it has the means only.
func (l layout) trs() section {
	sets := l.watched()
	if len(sets) == 0 {
		return section{}
	}
	t := table{columns: []column{{heading: l.say(words.Say("report.column.stage"))}}}
	if len(sets) > 1 {
		t.columns = append(t.columns, l.alternativeColumns()...)
	} else {
		for _, id := range trsColumns() {
			t.columns = append(t.columns, column{heading: l.say(words.Say("report.trs." + id)), figures: true})
		}
	}
	block := ""
	for _, k := range trsShown(sets) {
		if k.Block != block {
			t.rows = append(t.rows, row{span: l.say(words.Say("report.block." + k.Block))})
		}
		block = k.Block
		t.rows = append(t.rows, l.trsRow(k, sets))
	}
	return section{
		heading: l.say(words.Say("report.heading.trs")), table: t,
		notes: []string{l.say(trsNote(sets))},
	}
}

// trsNote says what the table has of the trucks, and where the rest is.
func trsNote(sets []*indicators.Set) words.Phrase {
	if len(sets) > 1 {
		return words.Say("report.note.trs-means", "count", sets[0].Replications)
	}
	return words.Say("report.note.trs", "count", sets[0].Replications)
}

func trsColumns() []string {
	return []string{"n", "mean", "median", "sd", "min", "max", "p90", "within"}
}

func sameTRS(a, b indicators.TRS) bool {
	return a.Block == b.Block && a.Scope == b.Scope && a.Place == b.Place && a.Direction == b.Direction && a.Stage == b.Stage &&
		a.Flow == b.Flow && a.Channel == b.Channel
}

// where is the place of a row and which way trucks pass it; a depot has no direction.
func where(k indicators.TRS) words.Phrase {
	if k.Direction == "" {
		return words.Say("words.plain", "text", words.Name(k.Place))
	}
	return words.Say("report.at.direction", "place", words.Name(k.Place), "direction", words.Name(k.Direction))
}

// trsShown are the rows for a table: stages for all channels together, posts for each.
func trsShown(sets []*indicators.Set) []indicators.TRS {
	var out []indicators.TRS
	for _, s := range sets {
		for _, row := range s.TRS {
			shown := row.Channel == indicators.All || row.Scope == indicators.PostScope
			if shown && !slices.ContainsFunc(out, func(have indicators.TRS) bool { return sameTRS(have, row) }) {
				out = slices.Insert(out, behindItsPost(out, row), row)
			}
		}
	}
	order := []string{indicators.All, indicators.TraderBlock, indicators.AuthorityBlock, indicators.OperatorBlock}
	slices.SortStableFunc(out, func(a, b indicators.TRS) int { return slices.Index(order, a.Block) - slices.Index(order, b.Block) })
	return out
}

// behindItsPost is where a row belongs among others: a channel that one alternative alone has behind the other channels of the post, all else at the end.
func behindItsPost(rows []indicators.TRS, row indicators.TRS) int {
	if row.Scope == indicators.PostScope {
		for i, have := range slices.Backward(rows) {
			if have.Scope == indicators.PostScope && samePost(have, row) {
				return i + 1
			}
		}
	}
	return len(rows)
}

func (l layout) trsRow(k indicators.TRS, sets []*indicators.Set) row {
	label := l.say(words.Say("report.scope."+k.Scope, "place", words.Name(k.Place), "stage", words.Name(k.Stage), "flow", words.Name(k.Flow), "at", where(k)))
	if k.Channel != indicators.All {
		label = glue + glue + l.speaker.Name(k.Channel)
	}
	r := row{cells: []cell{wordCell(glue + glue + label)}}
	for _, s := range sets {
		var found indicators.TRS
		for _, one := range s.TRS {
			if sameTRS(one, k) {
				found = one
			}
		}
		if len(sets) > 1 {
			r.cells = append(r.cells, clockCell(found.Mean))
			continue
		}
		r.cells = append(r.cells,
			numberCell(fixed(float64(found.N), 0)), clockCell(found.Mean), clockCell(found.Median), clockCell(found.SD),
			wordCell(clock(found.Low)), wordCell(clock(found.High)), clockCell(found.P90), numberCell(fixed(found.Within[0].Mean*100, 1)))
	}
	return r
}
