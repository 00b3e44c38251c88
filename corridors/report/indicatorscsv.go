package report

import (
	"strconv"

	"hanhlang/corridors/report/indicators"
	"hanhlang/sim/stat"
)

// indicatorHeadings are the columns that only rows of indicators fill, at the end of all.
func indicatorHeadings() []string {
	return []string{"flow", "trip", "direction", "load", "channel", "activity", "statistic", "km", "microseconds"}
}

// observedCSV is what only rows of indicators have, in the order of their columns.
type observedCSV struct{ flow, trip, direction, load, channel, activity, statistic, km, micro string }

func (o observedCSV) fields() []string {
	return []string{o.flow, o.trip, o.direction, o.load, o.channel, o.activity, o.statistic, o.km, o.micro}
}

// indicatorRowsCSV has a row per figure and statistic. Statistics that are no estimates, such as a maximum, stand
// where means do, without bounds.
func indicatorRowsCSV(a Alternative) []csvRow {
	s := a.Indicators
	if s == nil {
		return nil
	}
	var rows []csvRow
	for _, t := range s.TFI {
		r := csvRow{kind: "tfi", alternative: a.Name, name: t.Indicator, unit: t.Unit, country: t.Country, place: t.Place}
		r.observed = observedCSV{flow: t.Flow, trip: t.Trip, direction: t.Direction, load: t.Load, activity: t.Activity}
		rows = append(rows, r.spread(t.Mean, "mean"), r.spread(t.Median, "median"), r.spread(t.Ratio, "ratio of totals"))
	}
	for _, t := range s.TCD {
		for _, p := range t.Points {
			rows = append(rows, pointRowsCSV(a.Name, t, p)...)
		}
	}
	for _, t := range s.TRS {
		rows = append(rows, trsRowsCSV(a.Name, t)...)
	}
	for _, d := range s.Delay {
		rows = append(rows, delayRowCSV(csvRow{kind: "delay", alternative: a.Name}, d, true))
	}
	return rows
}

// spread is the row with one statistic.
func (r csvRow) spread(i stat.Interval, statistic string) csvRow {
	r.interval, r.observed.statistic = i, statistic
	return r
}

// bare is an estimate without bounds.
func bare(x float64, n int) stat.Interval { return stat.Interval{Mean: x, N: min(n, 1)} }

func pointRowsCSV(alternative string, t indicators.TCD, p indicators.Point) []csvRow {
	r := csvRow{kind: "tcd", alternative: alternative, place: p.Place}
	r.observed = observedCSV{flow: t.Flow, trip: t.Trip, load: t.Load, activity: p.Step, km: exact(p.Km)}
	var rows []csvRow
	for _, axis := range []struct {
		name, unit string
		s          indicators.Summary
	}{{"time: " + t.Way, "h", p.Time}, {"cost: " + t.Way, "USD", p.Cost}} {
		r.name, r.unit = axis.name, axis.unit
		rows = append(rows, r.spread(axis.s.Mean, "mean"), r.spread(axis.s.P10, "P10"), r.spread(axis.s.Median, "P50"), r.spread(axis.s.P90, "P90"))
	}
	return rows
}

func trsRowsCSV(alternative string, t indicators.TRS) []csvRow {
	name := t.Scope
	if t.Stage != "" {
		name = t.Stage
	}
	r := csvRow{kind: "trs", alternative: alternative, name: name, unit: "h", owner: t.Owner, country: t.Country, place: t.Place}
	r.observed = observedCSV{flow: t.Flow, direction: t.Direction, channel: t.Channel, activity: t.Block}
	count := r.spread(bare(float64(t.N), t.N), "n")
	count.unit = "trucks"
	rows := []csvRow{
		count, r.spread(t.Mean, "mean"), r.spread(t.Median, "median"), r.spread(t.SD, "sd"), r.spread(bare(t.Low, t.N), "min"),
		r.spread(bare(t.High, t.N), "max"), r.spread(t.P90, "P90"), r.spread(t.SinceArrival, "since arrival"),
		r.spread(t.Peak, "peak"), r.spread(t.OffPeak, "off peak"),
	}
	for i, l := range t.Limits {
		share := r.spread(t.Within[i], "within "+l.Name)
		share.unit = "share"
		rows = append(rows, share)
	}
	for i, s := range t.ByHour {
		rows = append(rows, r.spread(bare(s.Mean, s.N), "hour "+strconv.Itoa(i)))
	}
	for i, s := range t.ByWeekday {
		rows = append(rows, r.spread(bare(s.Mean, s.N), "weekday "+strconv.Itoa(i+1)))
	}
	return there(rows)
}

// there leaves out what has no observation.
func there(rows []csvRow) []csvRow {
	var out []csvRow
	for _, r := range rows {
		if r.interval.Present() {
			out = append(out, r)
		}
	}
	return out
}

func delayRowCSV(r csvRow, d indicators.Delay, whole bool) csvRow {
	r.name, r.unit, r.owner, r.country, r.place, r.interval = d.Name, "h", d.Owner, d.Country, d.Place, d.Hours
	r.observed = observedCSV{activity: d.Cause, statistic: "mean"}
	if whole {
		r.observed.micro = strconv.FormatInt(d.Micro, 10)
	}
	return r
}

// waterfallRowsCSV are the differences in delay by cause.
func waterfallRowsCSV(w Waterfall) []csvRow {
	var rows []csvRow
	for _, d := range w.Causes {
		rows = append(rows, delayRowCSV(csvRow{kind: "delay difference", alternative: w.Alternative, base: w.Base}, d, w.SameTrucks))
	}
	return rows
}
