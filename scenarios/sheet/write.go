package sheet

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// hidden is the sheet that keeps the text of the file.
const hidden = "hanhlang"

// Book is the workbook of a file: its text, read as a tree, and what is known of its inputs.
func (f Frame) Book(text string, top *strict.Node, inputs []corridors.Input, say func(words.Phrase) string) ([]byte, error) {
	file := excelize.NewFile()
	defer file.Close()
	w := &writer{file: file, name: say(words.Say("sheet.figures")), say: say}
	w.do(file.SetSheetName("Sheet1", w.name))
	w.head()
	known := make(map[string]corridors.Input)
	for _, in := range inputs {
		known[in.Path] = in
	}
	for i, r := range f.rows(top) {
		w.row(i+2, r, known[r.path])
	}
	w.keep(text)
	if w.err != nil {
		return nil, w.err
	}
	var out bytes.Buffer
	err := file.Write(&out)
	return out.Bytes(), err
}

type writer struct {
	file *excelize.File
	name string // of the sheet
	say  func(words.Phrase) string
	err  error
}

func (w *writer) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

// titles of the columns.
func titles(say func(words.Phrase) string) []string {
	var out []string
	for _, p := range []words.Phrase{
		words.Say("sheet.path"), words.Say("sheet.value"), words.Say("sheet.unit"), words.Say("sheet.low"), words.Say("sheet.likely"),
		words.Say("sheet.high"), words.Say("sheet.law"), words.Say("sheet.fact"), words.Say("sheet.transfer"), words.Say("sheet.why"),
		words.Say("sheet.grade"), words.Say("sheet.source"),
	} {
		out = append(out, say(p))
	}
	return out
}

func (w *writer) head() {
	bold, err := w.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	w.do(err)
	for i, title := range titles(w.say) {
		w.do(w.file.SetCellStr(w.name, cell(column(i), 1), title))
	}
	w.do(w.file.SetRowStyle(w.name, 1, 1, bold))
	w.do(w.file.SetPanes(w.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	for _, width := range []struct {
		columns string
		chars   float64
	}{{"A", 70}, {"B:G", 14}, {"H:I", 10}, {"J", 50}, {"K", 8}, {"L", 70}} {
		from, to, several := strings.Cut(width.columns, ":")
		if !several {
			to = from
		}
		w.do(w.file.SetColWidth(w.name, from, to, width.chars))
	}
}

// cell is the name of a cell, such as D12.
func cell(c column, line int) string {
	name, err := excelize.CoordinatesToCellName(int(c)+1, line)
	if err != nil {
		panic("sheet: no cell: " + err.Error()) // both count from 1
	}
	return name
}

// row writes a figure. Numbers are numbers where they are in the unit of the row.
func (w *writer) row(line int, r row, in corridors.Input) {
	w.do(w.file.SetCellStr(w.name, cell(pathColumn, line), r.path))
	w.do(w.file.SetCellStr(w.name, cell(lawColumn, line), r.law))
	unit := unitOf(r)
	w.do(w.file.SetCellStr(w.name, cell(unitColumn, line), unit))
	for at, n := range r.texts {
		number, own, ok := apart(n.Text())
		if x, err := strconv.ParseFloat(number, 64); ok && err == nil && own == unit && at < lawColumn {
			w.do(w.file.SetCellFloat(w.name, cell(at, line), x, -1, 64))
			continue
		}
		w.do(w.file.SetCellStr(w.name, cell(at, line), n.Text()))
	}
	w.do(w.file.SetCellStr(w.name, cell(gradeColumn, line), string(in.Grade)))
	w.do(w.file.SetCellStr(w.name, cell(sourceColumn, line), in.Source))
}

// unitOf is the unit of a row: that of the value, or of the first end.
func unitOf(r row) string {
	for _, at := range []column{valueColumn, lowColumn} {
		if n, there := r.texts[at]; there {
			_, unit, _ := apart(n.Text())
			return unit
		}
	}
	return ""
}

// keep writes the text of the file into a hidden sheet, a line in a row, behind the titles by which columns are found again.
func (w *writer) keep(text string) {
	_, err := w.file.NewSheet(hidden)
	w.do(err)
	w.do(w.file.SetCellStr(hidden, "A1", w.name))
	for i, title := range titles(w.say) {
		w.do(w.file.SetCellStr(hidden, cell(column(i), 2), title))
	}
	for i, line := range strings.Split(text, "\n") {
		w.do(w.file.SetCellStr(hidden, cell(0, i+3), line))
	}
	w.do(w.file.SetSheetVisible(hidden, false))
}
