package report

import (
	"strconv"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// The shapes of curves, in the order in which they are written.
type (
	curveJSON struct {
		Name     string           `json:"name"`
		Title    string           `json:"title"`
		Over     string           `json:"over"`
		OverUnit string           `json:"over_unit"`
		Measure  string           `json:"measure"`
		Unit     string           `json:"unit"`
		Points   []curvePointJSON `json:"points"`
		Meetings []meetingJSON    `json:"meetings"`
	}
	curvePointJSON struct {
		Alternative string       `json:"alternative"`
		Placed      bool         `json:"placed"` // x was stated, not measured
		X           estimateJSON `json:"x"`
		Y           estimateJSON `json:"y"`
	}
	meetingJSON struct {
		Alternative string       `json:"alternative"`
		Measure     string       `json:"measure"`
		Target      estimateJSON `json:"target"`
		Reading     string       `json:"reading"`
		At          estimateJSON `json:"at"` // over the replications in which they meet
		Asked       int          `json:"replications"`
		Falls       int          `json:"falls"`
		Rises       int          `json:"rises"`
		Below       int          `json:"below"`
		Above       int          `json:"above"`
		Turn        *turnJSON    `json:"turn,omitempty"`
		Shifts      []shiftJSON  `json:"shifts,omitempty"`
	}
	turnJSON struct {
		At    estimateJSON `json:"at"` // where the interval of the mean over all replications holds the target
		Rises bool         `json:"rises"`
	}
)

func curveOf(c Curve, s *words.Speaker) curveJSON {
	return curveJSON{
		Name: c.Name, Title: c.Title, Over: c.Over, OverUnit: c.OverUnit, Measure: c.Measure, Unit: c.Unit,
		Points: each(c.Points, func(p CurvePoint) curvePointJSON {
			return curvePointJSON{p.Alternative, p.Placed, estimateOf(p.X), estimateOf(p.Y)}
		}),
		Meetings: each(c.Meetings, func(m Meeting) meetingJSON {
			return meetingJSON{
				Alternative: m.Alternative, Measure: m.Measure, Target: estimateOf(m.Target), Reading: string(m.reading()), At: estimateOf(m.At),
				Asked: m.Asked, Falls: m.Falls, Rises: m.Rises, Below: m.Below, Above: m.above(), Turn: turnOf(m.Turn),
				Shifts: each(m.Shifts, func(d Shift) shiftJSON { return shiftOf(&d, s) }),
			}
		}),
	}
}

func turnOf(t *Turn) *turnJSON {
	if t == nil {
		return nil
	}
	return &turnJSON{estimateOf(t.At), t.Rises}
}

// curveHeadings are the columns that only rows of curves fill, at the end of all.
func curveHeadings() []string {
	return []string{"curve", "over", "over_mean", "over_lo", "over_hi", "over_n", "meets"}
}

// curveCSV is what only these rows have, in the order of their columns.
type curveCSV struct {
	name, over string
	x          [4]string
	meets      string
}

// along is where a row stands on its curve, as cells.
func along(x stat.Interval) (out [4]string) {
	copy(out[:], append(estimated(x), strconv.Itoa(x.N)))
	return out
}

func (c curveCSV) fields() []string {
	return append(append([]string{c.name, c.over}, c.x[:]...), c.meets)
}

// curveRowsCSV has a row per point, and one per meeting with what the curve meets and where.
func curveRowsCSV(c Curve) []csvRow {
	var rows []csvRow
	for _, p := range c.Points {
		r := csvRow{kind: "curve", alternative: p.Alternative, name: c.Measure, unit: c.Unit, interval: p.Y}
		r.curve = curveCSV{name: c.Name, over: c.Over, x: along(p.X)}
		rows = append(rows, r)
	}
	for i := range c.Meetings {
		m := &c.Meetings[i]
		r := csvRow{kind: "curve meeting", alternative: m.Alternative, name: m.Measure, unit: c.Unit, interval: m.Target}
		at := m.At
		if m.Turn != nil {
			at = m.Turn.At
		}
		r.curve = curveCSV{name: c.Name, over: c.Over, x: along(at), meets: strconv.Itoa(m.Falls + m.Rises)}
		r.fits[2] = string(m.reading())
		rows = append(rows, r)
		for k := range m.Shifts {
			rows = append(rows, shiftRowsCSV(&c, m, &m.Shifts[k])...)
		}
	}
	return rows
}

// shiftRowsCSV has a row for each value that an assumption was run with: where the curve then meets its target, or how far it stays away.
func shiftRowsCSV(c *Curve, m *Meeting, d *Shift) []csvRow {
	var rows []csvRow
	for _, end := range d.runs() {
		if end.at == nil {
			continue
		}
		r := csvRow{kind: "curve shift", alternative: m.Alternative, name: d.Path, unit: c.Unit, interval: end.at.Apart(), input: Input{Value: end.value, Grade: "D"}}
		r.curve = curveCSV{name: c.Name, over: c.Over, x: along(end.at.Where()), meets: strconv.Itoa(end.at.Falls + end.at.Rises)}
		r.fits[2], r.fits[3] = string(end.at.reading()), end.kind
		rows = append(rows, r)
	}
	return rows
}
