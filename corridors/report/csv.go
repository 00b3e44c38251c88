package report

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// ByteOrderMark at the start of a CSV file tells spreadsheets that it is UTF-8: without it they show Lao Bảo as noise.
// A stream for other programs goes without.
const ByteOrderMark = "\ufeff"

// CSV is the answer as one tidy table in UTF-8, in full precision: a row per alternative and measure, per alternative and stage,
// per alternative, station and figure, per alternative, place and line of cost, per difference, per published figure, and per input; of what was observed, a row per indicator and statistic; of stations that cannot keep up, a row each; of demand that grows, a row per outlook, year and
// station that cannot keep up; of curves, a row per point and meeting, and per value of an assumption that was varied. The column kind tells them apart; what a row does not have
// is empty, and what could not be estimated has no row. The columns are a contract: they stay, others may be added at the end.
func CSV(c Comparison, s *words.Speaker) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := w.Write(csvHeadings()); err != nil {
		return nil, err
	}
	for _, r := range csvRows(c, s) {
		if err := w.Write(r.fields(c.Study)); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

func csvHeadings() []string {
	return append([]string{
		"study", "kind", "alternative", "base", "name", "unit", "stage_owner", "country", "place",
		"mean", "lo", "hi", "n", "lo_joint", "hi_joint", "relative_mean", "relative_lo", "relative_hi", "variance_ratio",
		"queue", "closed", "service", "blocked", "value", "range", "grade", "fact", "transfer", "source", "why",
		"fits_low", "fits_high", "reading", "reason",
	}, slices.Concat(indicatorHeadings(), growthHeadings(), curveHeadings())...)
}

// csvRow is one row; its zero value is empty but for the study.
type csvRow struct {
	kind, alternative, base, name, unit, owner, country, place string
	interval, joint, relative                                  stat.Interval
	varianceRatio                                              *float64
	parts                                                      [4]string
	input                                                      Input
	fits                                                       [4]string
	observed                                                   observedCSV
	growth                                                     growthCSV
	curve                                                      curveCSV
}

func (r csvRow) fields(study string) []string {
	f := []string{study, r.kind, r.alternative, r.base, r.name, r.unit, r.owner, r.country, r.place}
	f = append(f, estimated(r.interval)...)
	n := ""
	if r.interval.Present() {
		n = strconv.Itoa(r.interval.N)
	}
	f = append(append(f, n), estimated(r.joint)[1:]...)
	f = append(f, estimated(r.relative)...)
	ratio := ""
	if r.varianceRatio != nil {
		ratio = exact(*r.varianceRatio)
	}
	f = append(append(f, ratio), r.parts[:]...)
	f = append(f, r.input.Value, r.input.Range, r.input.Grade, r.input.Fact, r.input.Transfer, r.input.Source, r.input.Why)
	return slices.Concat(f, r.fits[:], r.observed.fields(), r.growth.fields(), r.curve.fields())
}

func csvRows(c Comparison, s *words.Speaker) []csvRow {
	var rows []csvRow
	for _, a := range c.Alternatives {
		for _, m := range a.Measures {
			if m.Interval.Present() {
				rows = append(rows, csvRow{kind: "measure", alternative: a.Name, name: m.Name, unit: m.Unit, interval: m.Interval})
			}
		}
		for _, s := range a.Stages {
			rows = append(rows, stageRowCSV(a.Name, s))
		}
		for _, s := range a.Stations {
			rows = append(rows, stationRowsCSV(a.Name, s)...)
		}
		for _, c := range a.Costs {
			rows = append(rows, csvRow{
				kind: "cost", alternative: a.Name, name: c.Line, unit: c.Unit, owner: c.Owner, country: c.Country, place: c.Place, interval: c.Interval,
			})
		}
		rows = append(append(rows, overloadRowsCSV(a)...), indicatorRowsCSV(a)...)
	}
	for _, d := range c.Differences {
		if d.Interval.Present() {
			rows = append(rows, csvRow{
				kind: "difference", alternative: d.Alternative, base: d.Base, name: d.Measure, unit: d.Unit,
				interval: d.Interval, joint: d.Joint, relative: d.Relative, varianceRatio: d.VarianceRatio,
			})
		}
	}
	for _, w := range c.Waterfalls {
		rows = append(rows, waterfallRowsCSV(w)...)
	}
	rows = append(rows, growthRowsCSV(c.Growth)...)
	for _, curve := range c.Curves {
		rows = append(rows, curveRowsCSV(curve)...)
	}
	rows = append(append(rows, bestRowsCSV(c.Best)...), precisionRowsCSV(c.Precision)...)
	rows = append(append(rows, estimateRowsCSV(c.Estimates)...), mirroredRowsCSV(c.Mirrored)...)
	rows = append(rows, steadyRowsCSV(c.Steady)...)
	rows = append(rows, lessonRowsCSV(c.Lesson, s)...)
	for _, p := range c.Published {
		rows = append(rows, publishedRowCSV(p, s))
	}
	for _, i := range c.Inputs {
		rows = append(rows, csvRow{kind: "input", alternative: i.Alternative, name: i.Path, input: i})
	}
	return rows
}

// publishedRowCSV has what came out where estimates stand, and what was published where inputs have their value.
func publishedRowCSV(p Published, s *words.Speaker) csvRow {
	d, _ := Define(p.Measure)
	r := csvRow{
		kind: "published", alternative: p.Alternative, name: p.Measure, unit: d.Unit, interval: p.Interval,
		input: Input{Value: p.Says, Grade: p.Grade, Fact: p.Fact, Source: p.Source, Why: s.Text(p.Remark)},
	}
	if p.Fits != nil {
		r.fits = [4]string{limitCSV(p.Fits.Low), limitCSV(p.Fits.High), string(p.reading()), s.Text(p.Reason)}
	}
	return r
}

// limitCSV is empty where there is none.
func limitCSV(x *float64) string {
	if x == nil {
		return ""
	}
	return exact(*x)
}

func stageRowCSV(alternative string, s Stage) csvRow {
	r := csvRow{
		kind: "stage", alternative: alternative, name: s.Stage, unit: s.Unit, owner: s.Owner, country: s.Country, place: s.Place,
		interval: s.Interval,
	}
	if s.Interval.Present() {
		r.parts = [4]string{exact(s.Queue), exact(s.Closed), exact(s.Service), exact(s.Blocked)}
	}
	return r
}

func stationRowsCSV(alternative string, s Station) []csvRow {
	var rows []csvRow
	for _, figure := range []struct {
		name, unit string
		interval   stat.Interval
	}{
		{"utilisation_share", "share", s.Utilisation},
		{"queue_trucks", "trucks", s.QueueMean},
		{"queue_longest_trucks", "trucks", s.QueueLongest},
		{"wait_h", "h", s.Wait},
	} {
		if figure.interval.Present() {
			rows = append(rows, csvRow{
				kind: "station", alternative: alternative, name: s.Name + "." + figure.name, unit: figure.unit, place: s.Place,
				interval: figure.interval,
			})
		}
	}
	return rows
}

// estimated is mean, lo and hi; empty where there are none.
func estimated(i stat.Interval) []string {
	f := []string{"", "", ""}
	if i.Present() {
		f[0] = exact(i.Mean)
	}
	if i.Bounded() {
		f[1], f[2] = exact(i.Lo), exact(i.Hi)
	}
	return f
}

// exact prints a number in full precision and without an exponent; what is no number is empty.
func exact(x float64) string {
	if finite(x) == nil {
		return ""
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}
