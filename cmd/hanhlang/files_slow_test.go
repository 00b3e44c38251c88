//go:build slow

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// filesOf answers a shipped study in a short time, with all files for other programs, and gives their folder.
func filesOf(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	program := filepath.Join(dir, "hanhlang")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, string(out))
	cmd := exec.Command(program, "compare", "lao-bao-digital-vs-paper", "--replications", "3", "--observe", "2", "--set", "horizon.length=3 days",
		"--set", "horizon.warm_up=1 day", "--out", "answer", "--files", "all", "--no-progress")
	cmd.Dir = dir
	out, err = cmd.CombinedOutput()
	require.NoError(t, err, "%s", tail(out))
	return filepath.Join(dir, "answer")
}

// recalculating are the settings of an office that reckons all formulas of a file when it opens it, whatever is stored beside them.
const recalculating = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

// office opens a workbook in LibreOffice, has it reckoned, and opens what it saves.
func office(t *testing.T, workbook string) *excelize.File {
	t.Helper()
	profile, saved := t.TempDir(), t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(profile, "user"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(recalculating), 0o644))
	out, err := exec.Command("soffice", "-env:UserInstallation=file://"+profile, "--headless", "--convert-to", "xlsx", "--outdir", saved, workbook).CombinedOutput()
	require.NoError(t, err, "this test needs LibreOffice (Debian: libreoffice-calc-nogui): %s", out)
	return workbookAt(t, filepath.Join(saved, filepath.Base(workbook)))
}

func workbookAt(t *testing.T, path string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, f.Close()) })
	return f
}

// cellAt is a cell as it is stored.
func cellAt(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	text, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	return text
}

// TestWorkbookOpensInAnOffice: LibreOffice reads the workbook, reckons every formula to the figure of the report, and keeps every name with its
// marks; where a mean is changed by hand, the difference follows.
func TestWorkbookOpensInAnOffice(t *testing.T) {
	path := filepath.Join(filesOf(t), "report.xlsx")
	ours := workbookAt(t, path)
	theirs := office(t, path)
	require.Equal(t, ours.GetSheetList(), theirs.GetSheetList())
	formulas, compared := 0, 0
	for _, sheet := range ours.GetSheetList() {
		rows, err := ours.GetRows(sheet)
		require.NoError(t, err)
		for i, row := range rows {
			for k := range row {
				cell, err := excelize.CoordinatesToCellName(k+1, i+1)
				require.NoError(t, err)
				want, got := cellAt(t, ours, sheet, cell), cellAt(t, theirs, sheet, cell)
				formula, err := ours.GetCellFormula(sheet, cell)
				require.NoError(t, err)
				if formula != "" {
					formulas++
				}
				compared++
				x, err := strconv.ParseFloat(want, 64)
				if err != nil {
					require.Equal(t, want, got, "%s!%s", sheet, cell)
					continue
				}
				y, err := strconv.ParseFloat(got, 64)
				require.NoError(t, err, "%s!%s: %s", sheet, cell, got)
				require.InDelta(t, x, y, 1e-9*max(1, x, -x), "%s!%s: %s", sheet, cell, formula)
			}
		}
	}
	t.Logf("%d cells, %d of them formulas", compared, formulas)
	assert.Greater(t, formulas, 100)

	changed := filepath.Join(t.TempDir(), "changed.xlsx")
	before, err := strconv.ParseFloat(cellAt(t, ours, "Summary", "F5"), 64) // digital-two-way, which the first difference is of
	require.NoError(t, err)
	require.NoError(t, ours.SetCellValue("Summary", "F5", before+100))
	require.NoError(t, ours.SaveAs(changed))
	found := 0
	again := office(t, changed)
	for row := 6; row < 60; row++ {
		cell := "E" + strconv.Itoa(row)
		formula, err := ours.GetCellFormula("Summary", cell)
		require.NoError(t, err)
		if formula != "$F$5-$D$5" {
			continue
		}
		found++
		was, err := strconv.ParseFloat(cellAt(t, theirs, "Summary", cell), 64)
		require.NoError(t, err)
		is, err := strconv.ParseFloat(cellAt(t, again, "Summary", cell), 64)
		require.NoError(t, err)
		assert.InDelta(t, was+100, is, 1e-6)
	}
	assert.Positive(t, found)
}

// readParquet holds every cell of a truck log in Parquet against the CSV beside it, with a reader that shares nothing with the writer.
const readParquet = `
import { readFileSync } from 'node:fs'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
const [, , parquet, csv] = process.argv
const lines = readFileSync(csv, 'utf8').trimEnd().split('\n').map(line => line.split(','))
const heads = lines.shift()
const rows = await parquetReadObjects({ file: await asyncBufferFromFile(parquet) })
if (rows.length !== lines.length) throw new Error(rows.length + ' rows, not ' + lines.length)
let cells = 0
rows.forEach((row, i) => {
  if (Object.keys(row).join() !== heads.join()) throw new Error('columns ' + Object.keys(row))
  heads.forEach((head, k) => {
    const text = lines[i][k], value = row[head]
    const same = text === '' ? value === null || value === undefined
      : typeof value === 'string' ? value === text
      : typeof value === 'boolean' ? String(value) === text
      : Number(value) === Number(text)
    if (!same) throw new Error('row ' + i + ', ' + head + ': ' + value + ' is not ' + text)
    cells++
  })
})
console.log(cells + ' cells')
`

// TestParquetIsReadByAnother reads the truck log with hyparquet, which is written in another language by other people.
func TestParquetIsReadByAnother(t *testing.T) {
	answer := filesOf(t)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "package.json"), []byte(`{"type": "module", "private": true}`), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "read.js"), []byte(readParquet), 0o644))
	run := func(name string, args ...string) string {
		cmd := exec.Command(name, args...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "this test needs Node 20 and npm: %s", tail(out))
		return string(out)
	}
	run("npm", "install", "--no-save", "--no-audit", "--no-fund", "hyparquet@1.33.0")
	said := run("node", "read.js", filepath.Join(answer, "trucks.parquet"), filepath.Join(answer, "trucks.csv"))
	t.Log(said)
	count, _, _ := strings.Cut(said, " ")
	cells, err := strconv.Atoi(count)
	require.NoError(t, err, said)
	assert.Greater(t, cells, 1_000_000)
}
