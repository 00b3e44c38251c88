package study

import (
	"bytes"
	"encoding/csv"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/corridors/report/indicators"
)

// sheetRow is a row of the truck log by column.
type sheetRow map[string]string

func (r sheetRow) number(t *testing.T, column string) float64 {
	t.Helper()
	if r[column] == "" {
		return 0
	}
	x, err := strconv.ParseFloat(r[column], 64)
	require.NoError(t, err, column)
	return x
}

// tally is a plain list with its sums, by replication.
type tally map[string]map[string]*list // by figure and replication

type list struct{ sum, n, over, under float64 }

func (y tally) add(figure string, r sheetRow, value, over, under float64) {
	if y[figure] == nil {
		y[figure] = map[string]*list{}
	}
	l := y[figure][r["replication"]]
	if l == nil {
		l = &list{}
		y[figure][r["replication"]] = l
	}
	l.sum, l.n, l.over, l.under = l.sum+value, l.n+1, l.over+over, l.under+under
}

// mean over replications of the mean of each, and of the ratio of totals.
func (y tally) mean(figure string) (mean, ratio float64) {
	for _, l := range y[figure] {
		mean += l.sum / l.n
		ratio += l.over / l.under
	}
	return mean / float64(len(y[figure])), ratio / float64(len(y[figure]))
}

// Somebody who has nothing but the exported truck log, and adds up its rows in the simplest way, comes to TFI1
// to TFI4, the means of the time release study, the delays and the cost per tonne of the answer.
func TestTruckLogAloneGivesTheIndicators(t *testing.T) {
	seen := observedTwice(t)
	rows := readSheet(t, bytes.NewReader(seen.log))
	for _, a := range seen.answer.Alternatives {
		t.Run(a.Name, func(t *testing.T) {
			require.NotNil(t, a.Indicators)
			own := slices.DeleteFunc(slices.Clone(rows), func(r sheetRow) bool { return r["alternative"] != a.Name })
			holdTFI(t, a.Indicators, retallied(t, own))
			holdTRS(t, a.Indicators, own)
			holdDelay(t, a.Indicators, own)
			holdCostPerTonne(t, a, own)
		})
	}
}

// readSheet reads the rows by the names of their columns.
func readSheet(t *testing.T, log io.Reader) []sheetRow {
	t.Helper()
	table, err := csv.NewReader(log).ReadAll()
	require.NoError(t, err)
	var rows []sheetRow
	for _, cells := range table[1:] {
		r := sheetRow{}
		for i, name := range table[0] {
			r[name] = cells[i]
		}
		rows = append(rows, r)
	}
	require.NotEmpty(t, rows)
	return rows
}

// visitOf names the post that a row belongs to within the life of a truck: it passes a post once on each trip.
func visitOf(r sheetRow) string {
	return strings.Join([]string{r["replication"], r["flow"], r["truck"], r["part"], r["place"]}, "|")
}

// retallied adds up posts and trips.
func retallied(t *testing.T, rows []sheetRow) tally {
	t.Helper()
	out, fees := tally{}, map[string]float64{}
	type trip struct {
		row                    sheetRow
		km, cost, time, motion float64
		loaded                 string
		tonnes                 float64
	}
	trips := map[string]*trip{}
	for _, r := range rows {
		usd := r.number(t, "usd")
		if r["row"] == "money" && (r["line"] == "fees" || r["line"] == "informal") {
			fees[visitOf(r)] += usd
		}
		if r["row"] == "truck" || r["row"] == "delivery" || r["part"] == "turn" {
			continue
		}
		k := strings.Join([]string{r["replication"], r["flow"], r["truck"], r["part"]}, "|")
		if trips[k] == nil {
			trips[k] = &trip{row: r, loaded: "empty"}
		}
		w := trips[k]
		switch r["row"] {
		case "money":
			w.cost += usd
		case "leg", "post", "depot", "handling":
			w.km += r.number(t, "km")
			w.time += (r.number(t, "end_s") - r.number(t, "arrival_s")) / 3600
		}
		if r["row"] == "leg" {
			w.motion += r.number(t, "driving_s") / 3600
			if r["loaded"] == "true" {
				w.loaded, w.tonnes = "loaded", r.number(t, "tonnes")
			}
		}
	}
	for _, r := range rows {
		if r["row"] != "post" || r["passed"] != "true" {
			continue
		}
		load, units := "empty", 1.0
		if r["loaded"] == "true" {
			load, units = "loaded", r.number(t, "tonnes")/20
		}
		spent := (r.number(t, "end_s") - r.number(t, "arrival_s")) / 3600
		at := r["place"] + "|" + r["direction"] + "|" + load
		out.add("TFI1|"+at, r, spent, spent, 1)
		paid := fees[visitOf(r)]
		out.add("TFI2|"+at, r, paid/units, paid, units)
	}
	for _, w := range trips {
		units := w.km / 500
		if w.loaded == "loaded" {
			units *= w.tonnes / 20
		}
		of := w.row["flow"] + "|" + w.row["part"] + "|" + w.loaded
		out.add("TFI3|"+of, w.row, w.cost/units, w.cost, units)
		out.add("TFI4|SWD|"+of, w.row, w.km/w.time, w.km, w.time)
		out.add("TFI4|SWOD|"+of, w.row, w.km/w.motion, w.km, w.motion)
	}
	return out
}

// holdTFI compares each row of the answer that is not a part of another one; nothing may be left over on either side.
func holdTFI(t *testing.T, set *indicators.Set, again tally) {
	t.Helper()
	seen := map[string]bool{}
	for _, row := range set.TFI {
		key := row.Indicator + "|" + row.Place + "|" + row.Direction + "|" + row.Load
		switch {
		case row.Indicator == "TFI3":
			key = "TFI3|" + row.Flow + "|" + row.Trip + "|" + row.Load
		case row.Indicator == "TFI4":
			key = "TFI4|" + row.Activity + "|" + row.Flow + "|" + row.Trip + "|" + row.Load
		case row.Activity != indicators.All:
			continue
		}
		seen[key] = true
		if !assert.Contains(t, again, key) {
			continue
		}
		mean, ratio := again.mean(key)
		assert.InEpsilon(t, 1+mean, 1+row.Mean.Mean, 1e-9, key)
		assert.InEpsilon(t, 1+ratio, 1+row.Ratio.Mean, 1e-9, key)
	}
	assert.ElementsMatch(t, slices.Collect(maps.Keys(again)), slices.Collect(maps.Keys(seen)))
}

// holdTRS compares the means of stages by channel, and of posts.
func holdTRS(t *testing.T, set *indicators.Set, rows []sheetRow) {
	t.Helper()
	again := tally{}
	for _, r := range rows {
		timed := r["row"] == "stage" || r["row"] == "shadow" || r["row"] == "post"
		if !timed || r["loaded"] != "true" || r["passed"] != "true" {
			continue
		}
		spent := 0.0
		for column := range r {
			if strings.HasSuffix(column, "_s") && !slices.Contains([]string{"arrival_s", "start_s", "end_s", "repair_s"}, column) {
				spent += r.number(t, column) / 3600
			}
		}
		for _, channel := range []string{"all", r["channel"]} {
			again.add(r["place"]+"|"+r["direction"]+"|"+r["name"]+"|"+channel, r, spent, 0, 1)
		}
	}
	compared := 0
	for _, row := range set.TRS {
		if row.Scope != indicators.PostScope && row.Scope != indicators.StageScope {
			continue
		}
		compared++
		key := row.Place + "|" + row.Direction + "|" + row.Stage + "|" + row.Channel
		mean, _ := again.mean(key)
		assert.InEpsilon(t, mean, row.Mean.Mean, 1e-9, key)
	}
	assert.Len(t, again, compared)
}

// holdDelay compares the hours that are not driving: the life of each truck less what it drove.
func holdDelay(t *testing.T, set *indicators.Set, rows []sheetRow) {
	t.Helper()
	again := tally{}
	driven := map[string]float64{}
	for _, r := range rows {
		if r["row"] == "leg" || r["row"] == "post" || r["row"] == "depot" {
			driven[r["replication"]] += r.number(t, "driving_s") / 3600
		}
		if r["row"] == "truck" {
			again.add(indicators.Total, r, (r.number(t, "end_s")-r.number(t, "arrival_s"))/3600, 0, 1)
		}
	}
	for replication, hours := range driven {
		again[indicators.Total][replication].sum -= hours
	}
	mean, _ := again.mean(indicators.Total)
	assert.InEpsilon(t, mean, set.Delay[0].Hours.Mean, 1e-9)
	sum, micro := 0.0, int64(0)
	for _, d := range set.Delay[1:] {
		sum, micro = sum+d.Hours.Mean, micro+d.Micro
	}
	assert.InEpsilon(t, mean, sum, 1e-12)
	assert.Equal(t, set.Delay[0].Micro, micro, "exact to the microsecond")
}

// holdCostPerTonne compares the measure, which nobody took from the log.
func holdCostPerTonne(t *testing.T, a report.Alternative, rows []sheetRow) {
	t.Helper()
	again := tally{}
	for _, r := range rows {
		switch r["row"] {
		case "money":
			again.add("cost", r, 0, r.number(t, "usd"), 0)
		case "delivery":
			again.add("cost", r, 0, 0, r.number(t, "tonnes"))
		}
	}
	_, perTonne := again.mean("cost")
	for _, m := range a.Measures {
		if m.Name == "cost_per_tonne_usd" {
			assert.InEpsilon(t, m.Interval.Mean, perTonne, 1e-9)
			return
		}
	}
	t.Error("no cost per tonne")
}
