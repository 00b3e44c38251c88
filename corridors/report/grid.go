package report

import (
	"strings"

	pretty "github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// grid is a table whose cells have their final lines: what remains is to pad them.
type grid struct {
	heading []string
	rows    [][]string // one per row of the table; spans are nil
	widths  []int
}

// gap is what stands before each column.
const gap = "  "

// form is one of the ways to set a table, from the roomy to the tight.
type form struct {
	stacked bool // bounds stand below their estimates
	folded  bool // labels stand on a line of their own
	least   int  // no column of words gets narrower
	heads   int  // lines that a heading may take before it widens its column
}

func forms() []form {
	return []form{
		{least: 22, heads: 2},
		{stacked: true, least: 16, heads: 2},
		{stacked: true, folded: true, least: 12, heads: 2},
		{stacked: true, least: 12, heads: 2},
		{stacked: true, least: 12, heads: 4},
	}
}

// grid lays out a table in a form for the paper's width. False when it does not fit.
func (p paper) grid(t table, f form) (grid, bool) {
	g := grid{widths: make([]int, len(t.columns))}
	for _, r := range t.rows {
		g.rows = append(g.rows, nil)
		if r.span == "" {
			g.rows[len(g.rows)-1] = make([]string, len(r.cells))
		}
	}
	for i, c := range t.columns {
		g.column(t, i, f.stacked)
		for _, cells := range g.rows {
			if cells != nil {
				g.widths[i] = max(g.widths[i], text.LongestLineLen(cells[i]))
			}
		}
		g.widths[i] = max(g.widths[i], balanced(c.heading, f.heads))
	}
	if !g.squeeze(t, p.columns, f.least) {
		return grid{}, false
	}
	g.settle(t)
	return g, true
}

// column writes the cells of one column. Where bounds stand beside estimates, both are aligned to the right.
func (g *grid) column(t table, i int, stacked bool) {
	widest := 0
	for _, r := range t.rows {
		if r.span == "" {
			widest = max(widest, wide(r.cells[i].bounds))
		}
	}
	for k, r := range t.rows {
		if r.span != "" {
			continue
		}
		c := r.cells[i]
		switch {
		case stacked && c.bounds != "":
			g.rows[k][i] = c.value + "\n" + c.bounds
		case !stacked && widest > 0 && c.value != "":
			padding := widest + 2 - wide(c.bounds)
			g.rows[k][i] = c.value + strings.Repeat(glue, padding) + c.bounds
		default:
			g.rows[k][i] = c.value
		}
	}
}

// squeeze takes width from the widest column of words until the grid fits. None gets narrower than least, or than its longest word.
func (g *grid) squeeze(t table, columns, least int) bool {
	floors := make([]int, len(g.widths))
	for i := range floors {
		floors[i] = max(least, g.longestWord(i))
	}
	for g.total() > columns {
		widest := -1
		for i, c := range t.columns {
			if !c.figures && g.widths[i] > floors[i] && (widest < 0 || g.widths[i] > g.widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return false
		}
		g.widths[widest]--
	}
	return true
}

func (g *grid) longestWord(i int) int {
	longest := 0
	for _, cells := range g.rows {
		if cells != nil {
			longest = max(longest, longestToken(strings.TrimLeft(cells[i], glue))+hanging(cells[i]))
		}
	}
	return longest
}

func (g *grid) total() int {
	total := 0
	for _, w := range g.widths {
		total += w + len(gap)
	}
	return total
}

// settle breaks headings and words into lines of their column's width.
func (g *grid) settle(t table) {
	for i, c := range t.columns {
		g.heading = append(g.heading, strings.Join(headed(c.heading, g.widths[i]), "\n"))
		if c.figures {
			continue
		}
		for _, cells := range g.rows {
			if cells != nil {
				cells[i] = indented(cells[i], g.widths[i])
			}
		}
	}
}

// indented wraps a cell of words; what leads its first line leads the others too, and a little more.
func indented(cell string, width int) string {
	if wide(cell) <= width {
		return cell
	}
	inner := strings.TrimLeft(cell, glue)
	lead := strings.TrimSuffix(cell, inner)
	return lead + strings.Join(wrapHyphens(inner, width-hanging(cell)), "\n"+lead+glue)
}

// hanging is the indent of a cell's lines after the first.
func hanging(cell string) int { return wide(cell) - wide(strings.TrimLeft(cell, glue)) + 1 }

// lines pads the grid and puts the spans between its rows.
func (g *grid) lines(t table, columns int) []string {
	w := pretty.NewWriter()
	w.SetStyle(plainStyle())
	var configs []pretty.ColumnConfig
	for i, c := range t.columns {
		align := text.AlignLeft
		if c.figures {
			align = text.AlignRight
		}
		configs = append(configs, pretty.ColumnConfig{
			Number: i + 1, Align: align, AlignHeader: align,
			VAlignHeader: text.VAlignBottom, WidthMin: g.widths[i],
		})
	}
	w.SetColumnConfigs(configs)
	w.AppendHeader(cells(g.heading))
	for _, row := range g.rows {
		if row != nil {
			w.AppendRow(cells(row))
		}
	}
	drawn := strings.Split(w.Render(), "\n")
	head := height(g.heading)
	lines := append(drawn[:head:head], gap+strings.Repeat("─", g.total()-len(gap)))
	drawn = drawn[head+1:]
	for k, row := range g.rows {
		if row == nil {
			if k > 0 && !t.rows[k].near {
				lines = append(lines, "")
			}
			lines = append(lines, spanned(t.rows[k].span, max(g.total(), columns))...)
			continue
		}
		n := height(row)
		lines = append(lines, drawn[:n]...)
		drawn = drawn[n:]
	}
	return lines
}

// spanned sets a heading within a table over all its columns.
func spanned(span string, width int) []string {
	lines := wrap(span, width-2*len(gap))
	for i := range lines {
		lines[i] = gap + lines[i]
		if i > 0 {
			lines[i] = gap + lines[i]
		}
	}
	return lines
}

// plainStyle has a rule under the headings and nothing else: no frame, no capitals, no colours.
func plainStyle() pretty.Style {
	style := pretty.StyleLight
	style.Options = pretty.OptionsNoBordersAndSeparators
	style.Options.SeparateHeader = true
	style.Box.PaddingLeft, style.Box.PaddingRight = gap, ""
	style.Format.Header = text.FormatDefault
	return style
}

func cells(row []string) pretty.Row {
	out := make(pretty.Row, len(row))
	for i, cell := range row {
		out[i] = cell
	}
	return out
}

// height is the number of lines of the tallest cell.
func height(row []string) int {
	most := 1
	for _, cell := range row {
		most = max(most, strings.Count(cell, "\n")+1)
	}
	return most
}
