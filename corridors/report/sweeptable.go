package report

import (
	"strconv"

	"hanhlang/corridors/words"
)

// strongest are the inputs that move a measure most, as many as are named; those that do not move it are none.
func (s *Sweep) strongest(e *Effects) []Effect {
	var out []Effect
	for _, row := range e.Rows {
		if len(out) < s.Show && row.Size.Present() && row.Size.Mean > 0 {
			out = append(out, row)
		}
	}
	return out
}

// surveyNext says which inputs to find out about next: those that move the first measure most.
func (l swept) surveyNext() []string {
	if len(l.Effects) == 0 {
		return nil
	}
	e := &l.Effects[0]
	top := l.strongest(e)
	if len(top) == 0 {
		return []string{l.say(words.Say("report.sweep.none", "measure", l.title(e.Measure)))}
	}
	var names []any
	for _, row := range top {
		names = append(names, l.readable(l.Factors[row.Factor].Path))
	}
	d, _ := Define(e.Measure)
	unit, scale := l.unitOfDifference(d.Unit)
	size := difference(top[0].Size, scale)
	out := []string{l.say(words.Say("report.sweep.survey", "count", len(top), "names", words.And(names...), "measure", l.title(e.Measure),
		"size", size.mean.In(unit), "total", len(l.Factors)))}
	if next := len(top); next < len(e.Rows) && l.close(e, next) {
		out = append(out, l.say(words.Say("report.sweep.close", "last", l.readable(l.Factors[e.Rows[next-1].Factor].Path), "next", l.readable(l.Factors[e.Rows[next].Factor].Path))))
	}
	return out
}

// noted counts the points of which something must be known: that a station cannot keep up there, or that nothing came out.
func (s *Sweep) noted() (count int) {
	for i := range s.Points {
		if !s.Points[i].Note.Empty() {
			count++
		}
	}
	return count
}

// close says whether the first input that is not named may well move the measure as much as the last that is: their intervals overlap.
func (l swept) close(e *Effects, next int) bool {
	last, first := e.Rows[next-1].Size, e.Rows[next].Size
	return last.Bounded() && first.Bounded() && first.Hi >= last.Lo
}

// effects is the table of the strongest inputs.
func (l swept) effects(e *Effects) section {
	d, _ := Define(e.Measure)
	unit, scale := l.unit(d.Unit)
	apart, _ := l.unitOfDifference(d.Unit)
	tornado := l.Trajectories == 0
	t := table{columns: []column{
		{heading: l.say(words.Say("report.sweep.column-input"))},
		{heading: l.say(words.Say("report.sweep.column-range"))},
		{heading: l.say(words.Say("report.sweep.column-size", "unit", apart)), figures: true},
	}}
	if tornado {
		t.columns = append(t.columns, column{heading: l.say(words.Say("report.sweep.column-low", "unit", unit)), figures: true},
			column{heading: l.say(words.Say("report.sweep.column-high", "unit", unit)), figures: true})
	} else {
		t.columns = append(t.columns, column{heading: l.say(words.Say("report.sweep.column-mean", "unit", apart)), figures: true},
			column{heading: l.say(words.Say("report.sweep.column-spread", "unit", apart)), figures: true})
	}
	var notes []string
	for i, top := range l.strongest(e) {
		f := &l.Factors[top.Factor]
		r := []cell{
			wordCell(strconv.Itoa(i+1) + "." + glue + l.readable(f.Path)), wordCell(l.written(f.Low) + " – " + l.written(f.High)), figureCell(estimate(top.Size, scale, amounts())),
		}
		if tornado {
			r = append(r, figureCell(estimate(top.AtLow, scale, valuesOf(e.Measure))), figureCell(estimate(top.AtHigh, scale, valuesOf(e.Measure))))
			for _, end := range []struct {
				value string
				note  words.Phrase
			}{{f.Low, top.NoteLow}, {f.High, top.NoteHigh}} {
				if !end.note.Empty() {
					notes = append(notes, l.say(words.Say("report.note.driver", "number", i+1, "value", l.written(end.value), "note", end.note)))
				}
			}
		} else {
			spread := words.Number("")
			if top.Spreads {
				spread = fixed(top.Spread*scale, max(0, digits(top.Spread*scale, halfDigits)))
			}
			r = append(r, numberCell(fixed(top.Mean*scale, max(0, digits(top.Mean*scale, halfDigits)))), numberCell(spread))
		}
		t.rows = append(t.rows, row{cells: r})
	}
	if overloaded := l.noted(); overloaded > 0 && !tornado {
		notes = append(notes, l.say(words.Say("report.sweep.overloaded", "count", overloaded, "total", len(l.Points))))
	}
	note := words.Say("report.sweep.tornado-note", "count", l.Sweep.Replications, "confidence", percent(l.Sweep.Confidence))
	if !tornado {
		note = words.Say("report.sweep.morris-note", "count", l.Trajectories, "confidence", percent(l.Sweep.Confidence))
	}
	return section{
		heading: l.say(words.Say("report.sweep.heading-effects", "measure", l.title(e.Measure))), table: t, notes: append(notes, l.say(note)),
	}
}

// points is the table of all points; of a design that screens they are in files only.
func (l swept) points() section {
	if l.Screens {
		return section{}
	}
	t := table{columns: []column{{heading: l.say(words.Say("report.sweep.column-point"))}}}
	for i := range l.Factors {
		t.columns = append(t.columns, column{heading: l.readable(l.Factors[i].Path)})
	}
	for _, measure := range l.Sweep.Measures {
		d, _ := Define(measure)
		unit, _ := l.unit(d.Unit)
		t.columns = append(t.columns, column{heading: l.label(measure, unit), figures: true})
	}
	var notes []string
	for i := range l.Points {
		p := &l.Points[i]
		number := strconv.Itoa(i + 1)
		cells := []cell{wordCell(number)}
		for _, value := range p.Values {
			cells = append(cells, wordCell(l.written(value)))
		}
		for k, measure := range l.Sweep.Measures {
			d, _ := Define(measure)
			_, scale := l.unit(d.Unit)
			cells = append(cells, figureCell(estimate(p.Intervals[k], scale, d.values())))
		}
		t.rows = append(t.rows, row{cells: cells})
		if !p.Note.Empty() && len(notes) < fewRows {
			notes = append(notes, l.say(words.Say("report.sweep.point-note", "number", number, "note", p.Note)))
		}
	}
	return section{
		heading: l.say(words.Say("report.sweep.heading-points")), table: t,
		notes: append(notes, l.intervalNote()),
	}
}

// made is what it takes to get the same sweep again.
func (l swept) made() section {
	return section{
		heading: l.say(words.Say("report.heading.colophon")),
		lead: []string{
			l.say(words.Say("report.sweep.made", "name", l.Sweep.Name, "scenario", l.Scenario, "design", l.Design, "points", len(l.Points),
				"count", l.Sweep.Replications, "seed", strconv.FormatUint(l.Sweep.Seed, 10))),
			l.say(words.Say("report.colophon.version", "version", l.Sweep.Version, "hash", l.Sweep.InputHash)),
		},
		command: l.Sweep.Repeat,
	}
}
