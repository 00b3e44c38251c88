package report

import (
	"archive/zip"
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/words"
)

// priced is the watched study with costs, and with shares of the base that are those of its means.
func priced() Comparison {
	c := watched()
	for i, k := range []float64{1, 0.5} {
		c.Alternatives[i].Costs = []Cost{
			{Line: "fuel_loaded", Country: "VN", Place: "Đà Nẵng", Unit: "USD/trip", Interval: about(100*k, 4)},
			{Line: "tolls", Owner: "operator", Country: "VN", Place: "Đông Hà", Unit: "USD/trip", Interval: about(12*k, 0)},
			{Line: "fuel_loaded", Country: "LA", Place: "Densavanh", Unit: "USD/trip", Interval: about(64*k, 2)},
		}
	}
	c.Differences[0].Relative = about(-2/10.0625, 0.0125)
	return c
}

func opened(t *testing.T, c Comparison) *excelize.File {
	t.Helper()
	return openedIn(t, c, english(t))
}

// openedIn is the workbook in a language.
func openedIn(t *testing.T, c Comparison, say *words.Speaker) *excelize.File {
	t.Helper()
	data, err := Workbook(c, say)
	require.NoError(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, f.Close()) })
	return f
}

// raw is a field as it is stored.
func raw(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	text, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	return text
}

// formulas reckons every formula of a workbook anew and holds what it comes to against what is stored beside it.
func formulas(t *testing.T, f *excelize.File) map[string]string {
	t.Helper()
	found := make(map[string]string)
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		for i, row := range rows {
			for k := range row {
				cell, err := excelize.CoordinatesToCellName(k+1, i+1)
				require.NoError(t, err)
				formula, err := f.GetCellFormula(sheet, cell)
				require.NoError(t, err)
				if formula == "" {
					continue
				}
				found[sheet+"!"+cell] = formula
				reckoned, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				require.NoError(t, err, "%s!%s: %s", sheet, cell, formula)
				got, err := strconv.ParseFloat(reckoned, 64)
				require.NoError(t, err, "%s!%s: %s gives %s", sheet, cell, formula, reckoned)
				want, err := strconv.ParseFloat(raw(t, f, sheet, cell), 64)
				require.NoError(t, err)
				assert.InDelta(t, want, got, 1e-9*max(1, want, -want), "%s!%s: %s", sheet, cell, formula)
			}
		}
	}
	return found
}

func TestWorkbookReckonsToTheReport(t *testing.T) {
	f := opened(t, priced())
	found := formulas(t, f)
	// By hand: 8.0625 − 10.0625 = −2, of 10.0625; ± 0.125. The costs are 100 + 64 and 12, and half of that.
	assert.Equal(t, "$D$5-$C$5", found["Summary!E11"])
	assert.Equal(t, "E11/$C$5", found["Summary!I11"])
	assert.Equal(t, "-2", raw(t, f, "Summary", "E11"))
	assert.Equal(t, "0.125", raw(t, f, "Summary", "F11"))
	assert.Equal(t, "-2.125", raw(t, f, "Summary", "G11"))
	assert.Equal(t, []string{"Sums by alternative", "fuel_loaded", "tolls", "sum"}, rowOf(t, f, "Costs", 9))
	assert.Equal(t, []string{"paper", "164.00", "12.00", "176.00"}, rowOf(t, f, "Costs", 10))
	assert.Equal(t, []string{"digital", "82.00", "6.00", "88.00"}, rowOf(t, f, "Costs", 11))
	assert.Equal(t, []string{"paper", "2.00", "3.00", "1.00", "0.00", "6.00"}, rowOf(t, f, "Stages", 5))
	assert.Equal(t, "0.25", raw(t, f, "TRS", "P2"), "six hours of a day")
	assert.Len(t, found, 4+2*3+2*5+2*4) // of the difference, of costs and of stages by alternative, and a clock a row of the study of release times
}

func rowOf(t *testing.T, f *excelize.File, sheet string, row int) []string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	require.Greater(t, len(rows), row-1)
	return rows[row-1]
}

// TestAWrongFormulaIsNotWritten: where the means of the alternatives do not make the difference, as where a replication lacks the measure,
// the figure stands alone.
func TestAWrongFormulaIsNotWritten(t *testing.T) {
	c := priced()
	c.Differences[0].Interval = about(-1.75, 0.125)
	f := opened(t, c)
	found := formulas(t, f)
	assert.NotContains(t, found, "Summary!E11")
	assert.Equal(t, "-1.75", raw(t, f, "Summary", "E11"))
	assert.Contains(t, found, "Summary!G11", "its bounds are still those of the half-width")
}

// TestWorkbookShowsTheDigitsOfTheTables: full precision is stored, and shown are the digits that the interval supports.
func TestWorkbookShowsTheDigitsOfTheTables(t *testing.T) {
	c := invented()
	f := opened(t, c)
	rows, err := f.GetRows("Summary")
	require.NoError(t, err)
	checked := 0
	for i, name := range (&book{layout: layout{Comparison: c, speaker: english(t)}}).bookMeasures() {
		d, _ := Define(name)
		scale := 1.0
		if d.Unit == "share" {
			scale = 100
		}
		for k, a := range c.Alternatives {
			cell, _ := excelize.CoordinatesToCellName(3+k, 5+i)
			assert.Equal(t, exact(a.measure(name).Mean), exactOf(t, raw(t, f, "Summary", cell)), cell)
			want := estimate(a.measure(name), scale, d.values()).mean
			if scale == 100 {
				want += "%"
			}
			assert.Equal(t, strings.ReplaceAll(string(want), glue, ""), strings.ReplaceAll(rows[4+i][2+k], ",", ""), "%s of %s", name, a.Name)
			checked++
		}
	}
	assert.Greater(t, checked, 50)
}

// exactOf reads a stored number, which may have an exponent.
func exactOf(t *testing.T, text string) string {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	require.NoError(t, err)
	return exact(x)
}

func TestWorkbookHasItsSheets(t *testing.T) {
	assert.Equal(t, []string{"Summary", "Stages", "TRS", "TFI", "TCD", "Costs", "Inputs", "Method"}, opened(t, priced()).GetSheetList())
	assert.Equal(t, []string{"Summary", "Stages", "Inputs", "Method"}, opened(t, single()).GetSheetList(), "what was not observed has no sheet")
	f := opened(t, priced())
	for sheet, frozen := range map[string]int{"Summary": 4, "Stages": 1, "TRS": 1, "TFI": 1, "TCD": 1, "Costs": 1, "Inputs": 1, "Method": 1} {
		panes, err := f.GetPanes(sheet)
		require.NoError(t, err)
		assert.True(t, panes.Freeze, sheet)
		assert.Equal(t, frozen, panes.YSplit, sheet)
	}
	assert.Equal(t, "Small study: Lao Bảo and ສະຫວັນນະເຂດ", raw(t, f, "Summary", "A1"))
	assert.Equal(t, "legs[Đông Hà–Lao Bảo].length", raw(t, f, "Inputs", "A3"))
	width, err := f.GetColWidth("Inputs", "A")
	require.NoError(t, err)
	assert.Equal(t, float64(wide("legs[Đông Hà–Lao Bảo].length")+2), width, "as wide as its text")
}

// parts are the files that a workbook is packed of.
func parts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	packed, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	out := make(map[string]string)
	for _, part := range packed.File {
		from, err := part.Open()
		require.NoError(t, err)
		var text bytes.Buffer
		_, err = text.ReadFrom(from)
		require.NoError(t, err)
		out[part.Name] = text.String()
	}
	return out
}

func TestWorkbookHasChartsAndFilters(t *testing.T) {
	data, err := Workbook(priced(), english(t))
	require.NoError(t, err)
	kinds, filters := map[string]int{}, 0
	for name, text := range parts(t, data) {
		for _, kind := range []string{"<barChart>", "<scatterChart>"} {
			if strings.HasPrefix(name, "xl/charts/chart") && strings.Contains(text, kind) {
				kinds[kind]++
			}
		}
		if strings.HasPrefix(name, "xl/worksheets/sheet") && strings.Contains(text, "<autoFilter ") {
			filters++
		}
	}
	assert.Equal(t, map[string]int{"<barChart>": 3, "<scatterChart>": 2}, kinds, "a summary, stages and costs; time and cost by distance")
	assert.Equal(t, 7, filters, "all sheets but the one of the method")
}

func TestWorkbookHasTheSameBytesAgain(t *testing.T) {
	first, err := Workbook(priced(), english(t))
	require.NoError(t, err)
	for range 8 {
		again, err := Workbook(priced(), english(t))
		require.NoError(t, err)
		require.True(t, bytes.Equal(first, again))
	}
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		places        int
		signed, share bool
		want          string
	}{
		{0, false, false, "#,##0"},
		{-2, false, false, "#,##0"},
		{2, false, false, "#,##0.00"},
		{1, false, true, "#,##0.0%"},
		{1, true, true, "+#,##0.0%;-#,##0.0%;0.0%"},
		{9, false, false, "#,##0.0000"},
	} {
		assert.Equal(t, c.want, numberFormat(c.places, c.signed, c.share))
		assert.Equal(t, min(max(c.places, 0), 4), formatted(c.want))
	}
}

// TestWorkbookSpeaksEveryLanguage: names of sheets can be those of sheets in all of them, and formulas find their cells.
func TestWorkbookSpeaksEveryLanguage(t *testing.T) {
	for _, language := range words.Languages() {
		say, err := words.Speak(language)
		require.NoError(t, err)
		data, err := Workbook(priced(), say)
		require.NoError(t, err, language)
		f, err := excelize.OpenReader(bytes.NewReader(data))
		require.NoError(t, err)
		assert.Len(t, f.GetSheetList(), 8, language)
		assert.Equal(t, say.Text(words.Say("report.sheet.summary")), f.GetSheetList()[0], language)
		assert.Len(t, formulas(t, f), 28, language)
		assert.Equal(t, []string{"10.06", "8.06"}, rowOf(t, f, f.GetSheetList()[0], 5)[2:4], "%s: as many digits as in English", language)
		require.NoError(t, f.Close())
	}
}
