package report

import (
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Best says which alternatives can be the best in a measure.
type Best struct {
	Measure string
	Unit    string
	Least   bool    // less of it is better, and otherwise more
	Rivals  []Rival // in file order; none: no replication in which all were observed
}

// Rival is one of the alternatives that are compared.
type Rival struct {
	Alternative string
	Interval    stat.Interval
	Behind      stat.Interval // how much worse than the best of the others, joint over all rivals and all measures; below zero: so much better. Lo is at most 0 and Hi at least 0
	Possible    bool          // it can be the best
}

// possible names the rivals that can be the best, and those that cannot.
func (b *Best) possible() (can, cannot []string) {
	for _, r := range b.Rivals {
		if r.Possible {
			can = append(can, r.Alternative)
		} else {
			cannot = append(cannot, r.Alternative)
		}
	}
	return can, cannot
}

// bestAnswer says in a sentence for each measure which alternatives can be the best.
func (l layout) bestAnswer() []string {
	var out []string
	for i := range l.Best {
		b := &l.Best[i]
		can, cannot := b.possible()
		is := words.Say("report.best.most", "measure", l.title(b.Measure))
		if b.Least {
			is = words.Say("report.best.least", "measure", l.title(b.Measure))
		}
		said := words.Say("report.best.some", "is", is, "can", listOf(can), "cannot", listOf(cannot), "confidence", percent(l.Confidence))
		switch {
		case len(b.Rivals) == 0:
			said = words.Say("report.best.unseen", "is", is)
		case len(can) == 1:
			said = words.Say("report.best.one", "is", is, "can", listOf(can), "confidence", percent(l.Confidence))
		case len(cannot) == 0:
			said = words.Say("report.best.any", "is", is)
		}
		out = append(out, l.say(said))
	}
	return out
}

// listOf joins names to "a, b and c".
func listOf(names []string) words.Phrase {
	items := make([]any, len(names))
	for i, name := range names {
		items[i] = glued(name)
	}
	return words.And(items...)
}

// best are the tables of the rivals, one for each measure.
func (l layout) best() []section {
	var out []section
	for i := range l.Best {
		b := &l.Best[i]
		if len(b.Rivals) == 0 {
			continue
		}
		unit, scale := l.unit(b.Unit)
		apart, _ := l.unitOfDifference(b.Unit)
		t := table{columns: []column{
			{heading: l.say(words.Say("report.column.alternative"))},
			{heading: l.label(b.Measure, unit), figures: true},
			{heading: l.say(words.Say("report.best.column-behind", "unit", apart, "confidence", percent(l.Confidence))), figures: true},
			{heading: l.say(words.Say("report.best.column-can"))},
		}}
		for _, r := range b.Rivals {
			can := l.say(words.Say("report.best.no"))
			if r.Possible {
				can = l.say(words.Say("report.best.yes"))
			}
			t.rows = append(t.rows, row{cells: []cell{
				wordCell(glued(r.Alternative)), figureCell(estimate(r.Interval, scale, valuesOf(b.Measure))), figureCell(difference(r.Behind, scale)), wordCell(can),
			}})
		}
		heading := words.Say("report.best.heading-most", "measure", l.title(b.Measure))
		if b.Least {
			heading = words.Say("report.best.heading-least", "measure", l.title(b.Measure))
		}
		out = append(out, section{
			heading: l.say(heading), table: t,
			notes: []string{l.say(words.Say("report.best.note", "confidence", percent(l.Confidence), "count", len(l.Best)))},
		})
	}
	return out
}

// valuesOf are those that a measure can have.
func valuesOf(measure string) values {
	d, _ := Define(measure)
	return d.values()
}

// The shape of what is said of the best.
type (
	bestJSON struct {
		Measure  string      `json:"measure"`
		Unit     string      `json:"unit"`
		Is       string      `json:"is"` // least or most
		Possible []string    `json:"can_be_best"`
		Rivals   []rivalJSON `json:"alternatives"`
	}
	rivalJSON struct {
		Alternative string `json:"alternative"`
		estimateJSON
		Behind   *float64 `json:"behind_best_of_others"`
		BehindLo *float64 `json:"behind_lo"`
		BehindHi *float64 `json:"behind_hi"`
		Possible bool     `json:"can_be_best"`
	}
)

// goes says which way a measure is good.
func (b *Best) goes() string {
	if b.Least {
		return "least"
	}
	return "most"
}

func bestOf(b Best) bestJSON {
	can, _ := b.possible()
	return bestJSON{Measure: b.Measure, Unit: b.Unit, Is: b.goes(), Possible: append([]string{}, can...), Rivals: each(b.Rivals, rivalOf)}
}

func rivalOf(r Rival) rivalJSON {
	behind := estimateOf(r.Behind)
	return rivalJSON{r.Alternative, estimateOf(r.Interval), behind.Mean, behind.Lo, behind.Hi, r.Possible}
}

// bestRowsCSV has a row per rival: how far it is behind the best of the others stands among the joint bounds.
func bestRowsCSV(list []Best) []csvRow {
	var rows []csvRow
	for i := range list {
		b := &list[i]
		for _, rival := range b.Rivals {
			r := csvRow{
				kind: "best", alternative: rival.Alternative, name: b.Measure, unit: b.Unit, interval: rival.Interval, joint: rival.Behind,
				input: Input{Value: b.goes()},
			}
			r.fits[2] = "cannot be the best"
			if rival.Possible {
				r.fits[2] = "can be the best"
			}
			rows = append(rows, r)
		}
	}
	return rows
}
