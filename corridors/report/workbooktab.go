package report

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/words"
)

// field is what stands in one place of a sheet; the zero field is empty. Of a formula the value is what it comes to here, for readers
// that do not reckon.
type field struct {
	value   any // text, float64 or int
	formula string
	look    look
}

// look is how a field is shown.
type look struct {
	format string // of numbers, as Excel writes it; empty: general
	head   bool
	title  bool
	wrap   bool
}

// tab is one sheet that is being filled. Its rows are kept until all is known that stands before them in the file.
type tab struct {
	*book
	name   string
	rows   [][]field
	frozen int // rows that stay in sight, the last of which is the heading of a table
	left   int // columns that stay in sight
	filter int // the last row of that table; 0: it has no filter
}

// Sheets are wide enough for what they show, within limits [characters].
const (
	leastWidth = 8
	mostWidth  = 64
)

// lineHeight is that of a line of text [points].
const lineHeight = 15.0

// tab begins a sheet.
func (b *book) tab(title words.Phrase) *tab {
	t := &tab{book: b, name: b.say(title)}
	_, err := b.file.NewSheet(t.name)
	b.do(err)
	return t
}

// headings are the fields of the first row of a table.
func (b *book) headings(ids ...words.Phrase) []field {
	var out []field
	for _, id := range ids {
		out = append(out, headField(b.say(id)))
	}
	return out
}

// headField is one heading.
func headField(text string) field { return field{value: text, look: look{head: true, wrap: true}} }

// texts are fields of words.
func texts(content ...string) []field {
	var out []field
	for _, text := range content {
		out = append(out, worded(text))
	}
	return out
}

// named are fields of names of files and of the model, in the reader's language where they are known.
func (b *book) named(names ...string) []field {
	var out []field
	for _, name := range names {
		out = append(out, worded(b.speaker.Name(name)))
	}
	return out
}

// worded is a field of words; no words are no field.
func worded(content string) field {
	if content == "" {
		return field{}
	}
	return field{value: strings.ReplaceAll(content, glue, " ")}
}

// paragraph is a field of words that may take several lines.
func paragraphed(content string) field {
	f := worded(content)
	f.look.wrap = true
	return f
}

// add puts a row below the others and gives its number, from 1.
func (t *tab) add(fields ...field) int {
	t.rows = append(t.rows, fields)
	return len(t.rows)
}

// heading puts the first row of a table that stays in sight, with so many columns.
func (t *tab) heading(left int, fields ...field) {
	t.frozen, t.left = t.add(fields...), left
}

// at is the address of a field for formulas: $C$5 of this sheet.
func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row, true)
	if err != nil {
		panic(err) // Rows and columns begin with 1 here.
	}
	return name
}

// span is the address of a block for charts, with the sheet that it is in.
func (t *tab) span(column, row, toColumn, toRow int) string {
	return "'" + strings.ReplaceAll(t.name, "'", "''") + "'!" + at(column, row) + ":" + at(toColumn, toRow)
}

// close writes the sheet.
func (t *tab) close() {
	if t.err != nil {
		return
	}
	if t.filter > 0 {
		t.do(t.file.AutoFilter(t.name, at(1, t.frozen)+":"+at(len(t.rows[t.frozen-1]), t.filter), nil))
	}
	t.paper()
	w, err := t.file.NewStreamWriter(t.name)
	if err != nil {
		t.do(err)
		return
	}
	widths := t.widths()
	for i, width := range widths {
		t.do(w.SetColWidth(i+1, i+1, width))
	}
	if t.frozen > 0 {
		corner, _ := excelize.CoordinatesToCellName(t.left+1, t.frozen+1)
		t.do(w.SetPanes(&excelize.Panes{Freeze: true, XSplit: t.left, YSplit: t.frozen, TopLeftCell: corner, ActivePane: pane(t.left)}))
	}
	for i, fields := range t.rows {
		row := make([]any, len(fields))
		for k, f := range fields {
			row[k] = t.written(f)
		}
		last := reach(fields, widths)
		if last > 1 {
			t.do(w.MergeCell(fmt.Sprintf("A%d", i+1), strings.ReplaceAll(at(last, i+1), "$", "")))
		}
		t.do(w.SetRow(fmt.Sprintf("A%d", i+1), row, excelize.RowOpts{Height: tallness(fields, widths[:max(last, len(fields))])}))
	}
	t.do(w.Flush())
}

// paper lays the sheet out for print: A4 across, all columns on a page.
func (t *tab) paper() {
	a4, across, one, any, fit := 9, "landscape", 1, 0, true
	t.do(t.file.SetPageLayout(t.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &one, FitToHeight: &any}))
	t.do(t.file.SetSheetProps(t.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

// pane is the part of a frozen sheet that scrolls.
func pane(left int) string {
	if left == 0 {
		return "bottomLeft"
	}
	return "bottomRight"
}

// written is a field as the writer takes it.
func (t *tab) written(f field) any {
	if f.value == nil && f.look == (look{}) {
		return nil
	}
	return excelize.Cell{StyleID: t.style(f.look), Formula: f.formula, Value: f.value}
}

// widths of all columns: as wide as the mostWidth text, numbers as they are shown. Titles and paragraphs run over the columns beside them.
func (t *tab) widths() []float64 {
	var out []float64
	for _, fields := range t.rows {
		for i, f := range fields {
			for len(out) <= i {
				out = append(out, leastWidth)
			}
			if !f.look.title && len(fields) > 1 {
				out[i] = max(out[i], min(mostWidth, shownWidth(f)+2))
			}
		}
	}
	return out
}

// shownWidth is how wide a field is if it is not broken into lines [characters]; of a heading, its longest word and half of it all.
func shownWidth(f field) float64 {
	text := ""
	switch v := f.value.(type) {
	case string:
		text = v
	case float64:
		text = string(fixed(v, formatted(f.look.format)))
	case int:
		text = string(fixed(float64(v), 0))
	}
	if f.look.head {
		return max(float64(longestToken(text))+3, float64(float64(wide(text))/2)+2) // room for the button of the filter
	}
	return float64(wide(text))
}

// reach is the last column that a paragraph runs over: as many as a line to read takes.
func reach(fields []field, widths []float64) int {
	if len(fields) != 1 || !fields[0].look.wrap {
		return 1
	}
	room := 0.0
	for i, w := range widths {
		if room += w; room >= reading {
			return i + 1
		}
	}
	return max(1, len(widths))
}

// tallness is what a row needs for the lines into which its texts are broken [points]; 0: the usual one. A paragraph has all the widths.
func tallness(fields []field, widths []float64) float64 {
	lines := 1
	for i, f := range fields {
		text, words := f.value.(string)
		if !words || !f.look.wrap {
			continue
		}
		room := widths[i]
		if len(fields) == 1 {
			room = 0
			for _, w := range widths {
				room += w
			}
		}
		lines = max(lines, len(wrapHyphens(text, max(leastWidth, int(room)-2))))
	}
	if lines == 1 {
		return 0
	}
	return lineHeight * float64(lines)
}
