package report

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
)

// rowsOf gives the fields of a sheet as they are stored, row by row.
func rowsOf(t *testing.T, c Comparison, sheet string) [][]string {
	t.Helper()
	rows, err := opened(t, c).GetRows(sheet)
	require.NoError(t, err)
	return rows
}

// charts counts the charts of a workbook by kind.
func charts(t *testing.T, c Comparison) map[string]int {
	t.Helper()
	data, err := Workbook(c, english(t))
	require.NoError(t, err)
	kinds := map[string]int{}
	for name, text := range parts(t, data) {
		for _, kind := range []string{"<barChart>", "<scatterChart>"} {
			if strings.HasPrefix(name, "xl/charts/chart") && strings.Contains(text, kind) {
				kinds[kind]++
			}
		}
	}
	return kinds
}

func TestWorkbookHasGrowthByYear(t *testing.T) {
	c := growing()
	assert.Equal(t, []string{"Summary", "Growth", "Stages", "Inputs", "Method"}, opened(t, c).GetSheetList())
	rows := rowsOf(t, c, "Growth")
	assert.Equal(t, "Measure", rows[0][0])
	assert.Equal(t, []string{"Border time, P95", "east", "34%", "2027", "1.796", "h", "70", "66", "74", "", "", "24", "above the limit"}, rows[6])
	assert.Equal(t, []string{"Utilisation of the busiest station", "east", "10%", "2025", "1.000", "%", "70.0%", "69.0%", "71.0%", "Densavanh", "counter", "90%", "not above"}, rows[13])
	assert.Equal(t, "trucks come to stand for ever", rows[12][12], "west in 2027 at 34 %")
	assert.Equal(t, "undecided", rows[3][12], "24 h [23, 25]")
	assert.Equal(t, "2027", raw(t, opened(t, c), "Growth", "D4"))
	assert.Equal(t, map[string]int{"<barChart>": 2, "<scatterChart>": 4}, charts(t, c), "two limits at two rates; a summary and stages")
}

func TestWorkbookHasCurvesAndWhatMovesThem(t *testing.T) {
	c := shifted()
	assert.Contains(t, opened(t, c).GetSheetList(), "Curves")
	rows := rowsOf(t, c, "Curves")
	assert.Equal(t, []string{"east", "after", "Share of trips home with a load", "%", "50.0%", "48.0%", "52.0%", "Cost per tonne", "USD/t", "30.00", "29.70", "30.30"}, rows[2])
	assert.Equal(t, "0.27", raw(t, opened(t, c), "Curves", "E6"), "where the curve meets the first target")
	assert.Equal(t, []string{"east", "before", "Cost per tonne", "falls to it", "27.0%", "26.0%", "28.0%", "50", "50"}, rows[5])
	assert.Equal(t, "rises to it", rows[9][3], "on the mean of all replications")
	assert.Equal(t, []string{"east", "before", "legs[QL9].toll", "low end", "1 USD", "falls to it", "20.0%", "18.0%", "22.0%"}, rows[12])
	assert.Equal(t, []string{"east", "before", "legs[QL9].toll", "high end", "90 USD", "more everywhere"}, rows[14])
	assert.Equal(t, []string{"east", "before", "stations[ramp].servers", "low end", "0", "not run"}, rows[18])
	assert.Equal(t, 1, charts(t, c)["<scatterChart>"])
	assert.NotContains(t, opened(t, small()).GetSheetList(), "Curves")
}

func TestWorkbookHasTheBest(t *testing.T) {
	c := rivals()
	assert.Contains(t, opened(t, c).GetSheetList(), "Best")
	rows := rowsOf(t, c, "Best")
	assert.Equal(t, []string{"Border time", "the lowest", "paper", "h", "10.00", "9.80", "10.20", "4", "0", "4", "no"}, rows[1])
	assert.Equal(t, []string{"yes", "the highest"}, []string{rows[4][10], rows[4][1]})
}

func TestWhatMovesACurveIsInCSV(t *testing.T) {
	data, err := CSV(shifted(), english(t))
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), ByteOrderMark))).ReadAll()
	require.NoError(t, err)
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	var found [][]string
	for _, row := range rows[1:] {
		if row[column["kind"]] == "curve shift" {
			var kept []string
			for _, name := range []string{"alternative", "name", "value", "reason", "reading", "over_mean", "mean"} {
				kept = append(kept, row[column[name]])
			}
			found = append(found, kept)
		}
	}
	require.Len(t, found, 11, "four assumptions at three values, of which one could not be run")
	assert.Equal(t, []string{"before", "legs[QL9].toll", "1 USD", "low", "falls-to", "0.2", ""}, found[0])
	assert.Equal(t, []string{"before", "legs[QL9].toll", "90 USD", "high", "above", "", "4"}, found[2])
	assert.Equal(t, []string{"after", "fleet.hour", "7 USD/h", "used", "above", "", "6"}, found[9])
}

// TestNewSheetsSpeakEveryLanguage: their names are those of sheets in all languages, and no formula of the others loses its cells.
func TestNewSheetsSpeakEveryLanguage(t *testing.T) {
	c := shifted()
	c.Growth, c.Best = growing().Growth, rivals().Best
	for _, language := range words.Languages() {
		say, err := words.Speak(language)
		require.NoError(t, err)
		_, err = Workbook(c, say)
		require.NoError(t, err, language)
	}
}
