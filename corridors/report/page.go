package report

import "hanhlang/corridors/words"

// page is an answer laid out for reading, in one language, before anybody knows on what: the text and the Markdown are made from it.
type page struct {
	title    string
	lead     []string // paragraphs under the title
	sections []section
}

// section is a heading with paragraphs, a table, a list and notes under it, and at last a command.
type section struct {
	heading string
	lead    []string
	table   table
	list    []string
	notes   []string
	command string // to be copied as it is
	long    bool   // for files, too long for a terminal

	pictures []picture // for pages and files

	look   link   // the figure that the section speaks of; none: it speaks of its own
	unfold string // what stands above the table and the notes where a page folds them away together; empty: it does not
}

// link points at a figure.
type link struct{ name, title string }

// table is rows of cells under columns.
type table struct {
	columns []column
	rows    []row
}

// column says what stands in it. Columns that have one alternative each may be taken apart into a table per alternative.
type column struct {
	heading     string
	alternative bool
	figures     bool // aligned to the right, never broken into lines
}

// row is a line of the table, or a heading within it that spans all columns.
type row struct {
	span  string // when set, there are no cells
	near  bool   // of a span: no blank line before it
	cells []cell
}

// cell is a word or a figure. The bounds, or where files have a name, stand behind it, or under it where the table would be too wide.
type cell struct {
	value  string
	bounds string // of a figure; of an input, its path
	of     figure // that value and bounds are written from; empty for words
}

// dash stands where there is nothing to show.
const dash = "–"

// wordCell makes a cell of text; no text is a dash.
func wordCell(text string) cell {
	if text == "" {
		text = dash
	}
	return cell{value: text}
}

// numberCell makes a cell of a number by itself; no number is a dash.
func numberCell(n words.Number) cell { return figureCell(figure{mean: n}) }

// figureCell makes a cell of a rounded interval.
func figureCell(f figure) cell {
	if f.mean == "" {
		return cell{value: dash}
	}
	return cell{value: string(f.mean), bounds: f.bounds(), of: f}
}

// boundsCell makes a cell of the bounds of an interval alone.
func boundsCell(f figure) cell {
	if f.lo == "" {
		return cell{value: dash}
	}
	return cell{value: f.bounds(), of: figure{lo: f.lo, hi: f.hi}}
}

// boundsApart stands between the bounds of an interval.
const boundsApart = "," + glue

// bounds is "[lo, hi]", empty when there are none.
func (f figure) bounds() string {
	if f.lo == "" {
		return ""
	}
	return "[" + string(f.lo) + boundsApart + string(f.hi) + "]"
}

// bounded says the bounds of a figure, as text and as part of a sentence.
func (f figure) bounded() words.Phrase {
	if f.lo == "" {
		return words.Phrase{}
	}
	return words.Say("report.bounds", "low", f.lo, "high", f.hi)
}

// in writes the figures of all cells the way of a language.
func (p page) in(s *words.Speaker) page {
	for _, part := range p.sections {
		for _, r := range part.table.rows {
			for i := range r.cells {
				r.cells[i].write(s)
			}
		}
	}
	return p
}

func (c *cell) write(s *words.Speaker) {
	bounds := s.Text(c.of.bounded())
	switch {
	case c.of.mean != "":
		c.value, c.bounds = s.Number(c.of.mean), bounds
	case bounds != "":
		c.value = bounds
	}
}

// alternatives counts the columns that have one alternative each.
func (t table) alternatives() int {
	count := 0
	for _, c := range t.columns {
		if c.alternative {
			count++
		}
	}
	return count
}

// bounded tells whether any figure of the table has bounds.
func (t table) bounded() bool {
	for _, r := range t.rows {
		for _, c := range r.cells {
			if c.bounds != "" {
				return true
			}
		}
	}
	return false
}

// folded is the table without its first column: what stood there is a heading over its row.
func (t table) folded() table {
	out := table{columns: t.columns[1:]}
	for _, r := range t.rows {
		if r.span != "" {
			out.rows = append(out.rows, r)
			continue
		}
		out.rows = append(out.rows, row{span: r.cells[0].value, near: true}, row{cells: r.cells[1:]})
	}
	return out
}

// only is the table with the k-th of its alternative columns, the others taken out, and that alternative's name. Rows in which the
// alternative has nothing to show are left out, and headings over none.
func (t table) only(k int) (table, string) {
	part := table{}
	var keep []int
	name, at, shown := "", 0, 0
	for i, c := range t.columns {
		if c.alternative {
			at++
			if at-1 != k {
				continue
			}
			name, c.heading, shown = c.heading, "", i
		}
		keep = append(keep, i)
		part.columns = append(part.columns, c)
	}
	for _, r := range t.rows {
		kept := row{span: r.span, near: r.near}
		if r.span == "" && r.cells[shown].value == dash {
			continue
		}
		if last := len(part.rows) - 1; r.span != "" && last >= 0 && part.rows[last].span != "" {
			part.rows = part.rows[:last]
		}
		if r.span == "" {
			for _, i := range keep {
				kept.cells = append(kept.cells, r.cells[i])
			}
		}
		part.rows = append(part.rows, kept)
	}
	if last := len(part.rows) - 1; last >= 0 && part.rows[last].span != "" {
		part.rows = part.rows[:last]
	}
	return part, name
}
