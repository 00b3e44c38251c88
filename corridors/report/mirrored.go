package report

import (
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Mirrored says what it was worth that every other replication had the mirrored luck of the one before.
type Mirrored struct {
	Pairs  int
	Worths []Worth
}

// Worth is how many times more independent replications it would take to know a measure as well.
type Worth struct {
	Alternative string
	Base        string // empty: not of a difference
	Measure     string
	Times       float64
}

// Add puts a measure on the list, by the values of single replications and the means of their pairs; it leaves out one that
// does not vary, or of which there are too few.
func (m *Mirrored) Add(w Worth, single, pairs []float64) {
	alone, ok := stat.Variance(single)
	together, there := stat.Variance(pairs)
	if !ok || !there || together == 0 {
		return
	}
	w.Times = alone / 2 / together
	m.Worths = append(m.Worths, w)
}

// mirrored is the table of what mirrored luck was worth.
func (l layout) mirrored() section {
	if l.Mirrored == nil || len(l.Mirrored.Worths) == 0 {
		return section{}
	}
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.measure"))},
		{heading: l.say(words.Say("report.column.alternative"))},
		{heading: l.say(words.Say("report.mirrored.column")), figures: true},
	}}
	for _, w := range l.Mirrored.Worths {
		t.rows = append(t.rows, row{cells: []cell{
			wordCell(capital(l.title(w.Measure))), wordCell(l.say(l.whose(w.Alternative, w.Base))), numberCell(factor(w.Times)),
		}})
	}
	return section{
		heading: l.say(words.Say("report.mirrored.heading")), table: t,
		notes: []string{l.say(words.Say("report.mirrored.note"))}, long: len(t.rows) > fewRows,
	}
}

// The shape of what is said of mirrored luck.
type (
	mirroredJSON struct {
		Pairs  int         `json:"pairs"`
		Worths []worthJSON `json:"variance_ratios"`
	}
	worthJSON struct {
		Alternative string   `json:"alternative"`
		Base        *string  `json:"base"`
		Measure     string   `json:"measure"`
		Times       *float64 `json:"variance_ratio"`
	}
)

func mirroredOf(m *Mirrored) *mirroredJSON {
	if m == nil {
		return nil
	}
	return &mirroredJSON{m.Pairs, each(m.Worths, func(w Worth) worthJSON {
		out := worthJSON{Alternative: w.Alternative, Measure: w.Measure, Times: finite(w.Times)}
		if w.Base != "" {
			out.Base = &w.Base
		}
		return out
	})}
}

// mirroredRowsCSV has a row per measure.
func mirroredRowsCSV(m *Mirrored) []csvRow {
	if m == nil {
		return nil
	}
	var rows []csvRow
	for _, w := range m.Worths {
		rows = append(rows, csvRow{kind: "mirrored luck", alternative: w.Alternative, base: w.Base, name: w.Measure, varianceRatio: &w.Times})
	}
	return rows
}
