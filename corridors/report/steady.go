package report

import (
	"strconv"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Steady says of one alternative how long its start lasts, and what a measure of single trucks comes to in the long run.
type Steady struct {
	Alternative string
	Measure     string
	Unit        string
	WarmUpDays  float64   // of the scenario
	Overloaded  []Offered // stations that cannot keep up: then there is no long run, and no figure of it
	Found       bool      // there were enough trucks to look for the start
	ByDay       bool      // the start was looked for in whole days, by MSER; otherwise truck by truck, by MSER-5
	Delete      int       // days or trucks that belong to the start
	DeleteDays  float64   // about as many days
	Step        int       // days or trucks from one of Means to the next
	Short       bool      // the best cut lies at the end of what may be cut: the run is too short to tell
	Means       []float64 // over replications, of a day or five trucks each, in order [Unit]
	Curve       []float64 // statistic of MSER for every cut

	Mean        stat.Interval // over replications, without the start
	Batches     stat.Interval // of the first replication, by batch means
	BatchSize   int           // days or trucks
	Correlation float64       // of the mean of a batch with that of the next
}

// StepsInDays is from how many days on the start of a run is looked for in whole days.
const StepsInDays = 20

// closeBatches is the correlation from which on batches count as dependent: twice the standard error that that of twenty independent
// ones has, 1/√20.
const closeBatches = 0.45

// steady is the table of the long run.
func (l layout) steady() section {
	if len(l.Steady) == 0 {
		return section{}
	}
	unit, scale := l.unit(l.Steady[0].Unit)
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.alternative"))},
		{heading: l.say(words.Say("report.steady.column-start")), figures: true},
		{heading: l.say(words.Say("report.steady.column-warm-up")), figures: true},
		{heading: l.say(words.Say("report.steady.column-mean", "unit", unit)), figures: true},
		{heading: l.say(words.Say("report.steady.column-batches", "unit", unit)), figures: true},
	}}
	var notes []string
	for i := range l.Steady {
		s := &l.Steady[i]
		start := words.Number("")
		if s.Found {
			start = trimmed(s.DeleteDays, 1)
		}
		can := valuesOf(s.Measure)
		t.rows = append(t.rows, row{cells: []cell{
			wordCell(glued(s.Alternative)), numberCell(start), numberCell(trimmed(s.WarmUpDays, 1)),
			figureCell(estimate(s.Mean, scale, can)), figureCell(estimate(s.Batches, scale, can)),
		}})
		notes = append(notes, l.steadyNotes(s)...)
	}
	return section{
		heading: l.say(words.Say("report.steady.heading", "measure", l.title(l.Steady[0].Measure))), table: t,
		notes: append(notes, l.say(words.Say("report.steady.note", "days", StepsInDays, "confidence", percent(l.Confidence)))),
	}
}

// steadyNotes say what must be known of the long run of one alternative.
func (l layout) steadyNotes(s *Steady) []string {
	var out []string
	for _, o := range s.Overloaded {
		out = append(out, l.say(words.Say("report.steady.overloaded",
			"alternative", s.Alternative, "station", words.Name(o.Station), "place", words.Name(o.Place), "load", words.Number(strconv.FormatFloat(o.Load, 'f', 2, 64)))))
	}
	switch {
	case !s.Found:
		out = append(out, l.say(words.Say("report.steady.nothing", "alternative", s.Alternative)))
	case s.Short:
		out = append(out, l.say(words.Say("report.steady.short", "alternative", s.Alternative)))
	case s.DeleteDays > s.WarmUpDays:
		out = append(out, l.say(words.Say("report.steady.longer", "alternative", s.Alternative)))
	}
	if s.Batches.Bounded() && s.Correlation > closeBatches {
		out = append(out, l.say(words.Say("report.steady.dependent", "alternative", s.Alternative, "correlation", words.Number(strconv.FormatFloat(s.Correlation, 'f', 2, 64)))))
	}
	return out
}

// steadyJSON is the shape of what is said of the long run, with all that it takes to draw it.
type steadyJSON struct {
	Alternative string        `json:"alternative"`
	Measure     string        `json:"measure"`
	Unit        string        `json:"unit"`
	WarmUpDays  *float64      `json:"warm_up_days"`
	Overloaded  []offeredJSON `json:"overloaded"`
	ByDay       bool          `json:"by_day"` // otherwise by truck
	Delete      *int          `json:"start"`
	DeleteDays  *float64      `json:"start_days"`
	Short       bool          `json:"run_too_short"`
	Mean        *estimateJSON `json:"long_run"`
	Batches     *estimateJSON `json:"batch_means"`
	BatchSize   int           `json:"batch_size"`
	Correlation *float64      `json:"batch_correlation"`
	Step        int           `json:"step"` // days or trucks from one mean to the next
	Means       []float64     `json:"means"`
	Curve       []float64     `json:"mser"`
}

func steadyOf(s Steady) steadyJSON {
	out := steadyJSON{
		Alternative: s.Alternative, Measure: s.Measure, Unit: s.Unit, WarmUpDays: finite(s.WarmUpDays), Overloaded: each(s.Overloaded, offeredOf),
		ByDay: s.ByDay, Step: s.Step, Short: s.Short, Mean: maybe(s.Mean), Batches: maybe(s.Batches), BatchSize: s.BatchSize,
		Means: append([]float64{}, s.Means...), Curve: append([]float64{}, s.Curve...),
	}
	if s.Found {
		out.Delete, out.DeleteDays = &s.Delete, finite(s.DeleteDays)
	}
	if s.Batches.Present() {
		out.Correlation = finite(s.Correlation)
	}
	return out
}

// steadyRowsCSV has a row for the long run, one for batch means, and to draw it one for every mean of a day or five trucks, with the number of days or trucks
// before it as value, and for every cut the statistic of MSER.
func steadyRowsCSV(list []Steady) []csvRow {
	var rows []csvRow
	for i := range list {
		s := &list[i]
		for _, way := range []struct {
			how string
			i   stat.Interval
		}{{"replications without their start", s.Mean}, {"batch means", s.Batches}} {
			if way.i.Present() {
				r := csvRow{kind: "long run", alternative: s.Alternative, name: s.Measure, unit: s.Unit, interval: way.i}
				r.fits[2] = way.how
				rows = append(rows, r)
			}
		}
		point := func(kind, unit string, k int, x float64) csvRow {
			return csvRow{kind: kind, alternative: s.Alternative, name: s.Measure, unit: unit, interval: bare(x, 1), input: Input{Value: strconv.Itoa(k * s.Step)}}
		}
		for k, x := range s.Means {
			rows = append(rows, point("long run mean", s.Unit, k, x))
		}
		for k, x := range s.Curve {
			rows = append(rows, point("long run mser", s.Unit+"²", k, x))
		}
	}
	return rows
}
