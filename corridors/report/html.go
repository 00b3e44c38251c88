package report

import (
	_ "embed"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"hanhlang/corridors/words"
)

//go:embed page.html
var pageText string

// HTML is the answer as one page that needs nothing else: its figures, letters and colours are in it.
func HTML(c Comparison, s *words.Speaker) (string, error) {
	l := layout{Comparison: c, speaker: s}
	return l.page(lay(c, s))
}

// The names that the template uses.
type (
	htmlPage struct {
		Language, Title, Contents, Version string
		Lead                               []string
		Sections                           []htmlSection
	}
	htmlSection struct {
		ID, Heading string
		Lead, Notes []string
		List        []string
		Pictures    []htmlPicture
		Tables      []*htmlTable // one, or as many as it takes for all alternatives to fit on sheets
		Folded      bool         // the table is to be unfolded
		Broad       bool         // on paper it lies across the sheet: so wide is a table of it
		Summary     string
		Together    bool // table, list and notes are to be unfolded together
		Look        htmlPicture
		Command     string
	}
	htmlPicture struct {
		ID, Title, Caption string
		Drawing            template.HTML
	}
	htmlTable struct {
		Columns []htmlColumn
		Rows    []htmlRow
	}
	htmlColumn struct {
		Heading string
		Figures bool
	}
	htmlRow struct {
		Span  string
		Cells []htmlCell
	}
	htmlCell struct {
		Value, Bounds string
		Figures       bool
		Head          bool
	}
)

// page puts a page into the template.
func (l layout) page(p page) (string, error) {
	t, err := template.New("page").Parse(pageText)
	if err != nil {
		return "", err
	}
	out := htmlPage{
		Language: l.speaker.Language(), Title: p.title, Lead: p.lead, Version: l.Version,
		Contents: l.say(words.Say("report.page.contents")),
	}
	for i, s := range p.sections {
		out.Sections = append(out.Sections, l.htmlSection(i, s))
	}
	var b strings.Builder
	if err := t.Execute(&b, out); err != nil {
		return "", err
	}
	return strings.ReplaceAll(b.String(), glue, "&nbsp;"), nil
}

func (l layout) htmlSection(i int, s section) htmlSection {
	out := htmlSection{
		ID: "s" + strconv.Itoa(i+1), Heading: s.heading, Lead: s.lead, Notes: s.notes, List: s.list, Command: s.command,
		Folded: len(s.table.rows) > 0 && (s.long || len(s.pictures) > 0), Summary: l.say(words.Say("report.page.table")),
	}
	if len(s.pictures) == 0 {
		out.Summary = l.say(words.Say("report.page.table-alone"))
	}
	if s.unfold != "" {
		out.Together, out.Folded, out.Summary = true, false, s.unfold
	}
	out.Look = htmlPicture{ID: s.look.name, Title: s.look.title}
	for _, p := range s.pictures {
		d := p.draw()
		out.Pictures = append(out.Pictures, htmlPicture{
			ID: p.name, Title: p.title, Caption: p.caption,
			Drawing: template.HTML(d.SVG(p.name, p.title, p.caption)), // our own writing: every text in it is escaped
		})
	}
	if len(s.table.rows) > 0 {
		for _, t := range s.table.sheets() {
			out.Tables = append(out.Tables, htmlTableOf(t))
			out.Broad = out.Broad || len(s.pictures) == 0 && len(t.columns) > mostUpright
		}
	}
	return out
}

// mostUpright is the most columns that fit on an upright sheet of A4.
const mostUpright = 10

// mostAcross is the most columns that fit on a sheet that lies across.
const mostAcross = 14

// onASheet is how many alternatives stand beside one another where there are too many for one sheet.
const onASheet = 8

// sheets is a table in parts that fit on a sheet each: its first columns, and some of the alternatives beside them. A table without
// alternatives, or with other columns behind them, stays whole. A sheet has no rows that say nothing of its alternatives, but do of others.
func (t table) sheets() []table {
	lead := slices.IndexFunc(t.columns, func(c column) bool { return c.alternative })
	if lead < 0 || slices.ContainsFunc(t.columns[lead:], func(c column) bool { return !c.alternative }) {
		return []table{t}
	}
	var out []table
	for _, group := range t.kin(lead) {
		parts := 1
		if lead+len(group) > mostAcross {
			parts = (len(group) + onASheet - 1) / onASheet
		}
		each := (len(group) + parts - 1) / parts // as many in one as in the other
		for some := range slices.Chunk(group, each) {
			if part := t.of(lead, some); len(part.rows) > 0 {
				out = append(out, part)
			}
		}
	}
	return out
}

// kin are the columns of alternatives in groups that have something in common: no row that has figures of one group has any of another.
// A network of several gates, each with alternatives of its own, is so laid out gate by gate.
func (t table) kin(lead int) [][]int {
	group := make([]int, len(t.columns))
	for i := range group {
		group[i] = i
	}
	for _, r := range t.rows {
		if r.span != "" {
			continue
		}
		first := -1
		for i := lead; i < len(t.columns); i++ {
			switch {
			case blank(r.cells[i : i+1]):
			case first < 0:
				first = group[i]
			default:
				from := group[i]
				for k := range group { // few columns
					if group[k] == from {
						group[k] = first
					}
				}
			}
		}
	}
	var out [][]int
	seen := make(map[int]int)
	for i := lead; i < len(t.columns); i++ {
		at, there := seen[group[i]]
		if !there {
			at = len(out)
			seen[group[i]], out = at, append(out, nil)
		}
		out[at] = append(out[at], i)
	}
	return out
}

// of is the table of some alternatives.
func (t table) of(lead int, some []int) table {
	part := table{columns: slices.Concat(t.columns[:lead], picked(t.columns, some))}
	for _, r := range t.rows {
		if r.span != "" {
			part.rows = append(part.rows, r)
			continue
		}
		own := picked(r.cells, some)
		if blank(own) && !blank(r.cells[lead:]) {
			continue
		}
		r.cells = slices.Concat(r.cells[:lead], own)
		part.rows = append(part.rows, r)
	}
	part.rows = withoutBareHeadings(part.rows)
	return part
}

// picked are those of a list that stand at some places.
func picked[T any](list []T, places []int) (out []T) {
	for _, i := range places {
		out = append(out, list[i])
	}
	return out
}

// blank says whether there is nothing in any of the cells.
func blank(cells []cell) bool {
	return !slices.ContainsFunc(cells, func(c cell) bool { return c.value != dash && c.value != "" })
}

// withoutBareHeadings leaves out headings that no row stands under.
func withoutBareHeadings(rows []row) []row {
	var out []row
	for i, r := range rows {
		if r.span == "" || i+1 < len(rows) && rows[i+1].span == "" {
			out = append(out, r)
		}
	}
	return out
}

// parting makes the space between the bounds of an interval, in any language, one at which a line can be broken.
var parting = strings.NewReplacer(boundsApart, ", ", ";"+glue, "; ")

func htmlTableOf(t table) *htmlTable {
	out := &htmlTable{}
	for _, c := range t.columns {
		out.Columns = append(out.Columns, htmlColumn{c.heading, c.figures})
	}
	for _, r := range t.rows {
		row := htmlRow{Span: r.span}
		for i, c := range r.cells { // where there is little room, as on paper, the upper bound may stand under the lower one
			row.Cells = append(row.Cells, htmlCell{Value: c.value, Bounds: parting.Replace(c.bounds), Figures: t.columns[i].figures, Head: i == 0})
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// unglue makes spaces that hold words together plain ones, where nothing is broken into lines.
func unglue(text string) string { return strings.ReplaceAll(text, glue, " ") }

// slug is a name for files and addresses: Latin letters and digits without marks, hyphens between words.
func slug(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.NewReplacer("đ", "d", "Đ", "D").Replace(name)) {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r):
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimRight(b.String(), "-")
}
