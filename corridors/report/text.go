package report

import (
	"strings"
	"sync"

	"github.com/jedib0t/go-pretty/v6/text"

	"hanhlang/corridors/words"
)

// narrowest is the width below which lines are no longer made shorter.
const narrowest = 20

// reading is the widest that a paragraph gets, however wide the terminal is: longer lines are hard to follow.
const reading = 96

// sameWidths makes the table library measure characters alike whatever LANG says: it would count dashes double where that is Chinese.
var sameWidths = sync.OnceFunc(func() { text.OverrideRuneWidthEastAsianWidth(false) })

// Text is the answer as plain text for a terminal of so many columns, without colours; lines end in a newline.
// A table too wide for the terminal puts bounds under their estimates, then labels on lines of their own, then comes apart into
// a table per alternative, and at last into lines of heading and value.
func Text(c Comparison, s *words.Speaker, columns int) string {
	return paper{columns: max(columns, narrowest)}.page(lay(c, s))
}

// InWords is the answer in words alone, for a terminal of so many columns; lines end in a newline.
func InWords(c Comparison, s *words.Speaker, columns int) string {
	content := lay(c, s)
	content.sections = nil
	return paper{columns: max(columns, narrowest)}.page(content)
}

// paper is what text is set on.
type paper struct{ columns int }

func (p paper) page(content page) string {
	sameWidths()
	lines := append(p.wrapped(content.title, "", p.columns), strings.Repeat("═", min(wide(content.title), p.columns)))
	for _, paragraph := range content.lead {
		lines = append(append(lines, ""), p.paragraph(paragraph)...)
	}
	for _, s := range content.sections {
		if !s.long {
			lines = append(append(lines, "", ""), p.section(s)...)
		}
	}
	return unglued(lines)
}

// unglued joins lines; spaces that held words together have done their work, and none is left at the end of a line.
func unglued(lines []string) string {
	var out strings.Builder
	for _, line := range lines {
		out.WriteString(strings.TrimRight(strings.ReplaceAll(line, glue, " "), " "))
		out.WriteByte('\n')
	}
	return out.String()
}

func (p paper) section(s section) []string {
	heading := p.wrapped(s.heading, "", p.columns)
	lines := append(heading, strings.Repeat("─", min(wide(s.heading), p.columns)))
	for _, paragraph := range s.lead {
		lines = append(lines, p.paragraph(paragraph)...)
	}
	if len(s.table.rows) > 0 {
		lines = append(append(lines, ""), p.table(s.table)...)
	}
	if len(s.notes)+len(s.list) > 0 {
		lines = append(lines, "")
	}
	for _, item := range s.list {
		lines = append(lines, p.wrapped(item, "  ", min(p.columns, reading))...)
	}
	for _, note := range s.notes {
		lines = append(lines, p.paragraph(note)...)
	}
	if s.command != "" {
		lines = append(lines, s.command)
	}
	return lines
}

func (p paper) paragraph(content string) []string {
	return p.wrapped(content, "", min(p.columns, reading))
}

// wrapped breaks text into lines at spaces; lines after the first are indented.
func (p paper) wrapped(content, indent string, width int) []string {
	lines := wrap(content, width-len(indent))
	for i := 1; i < len(lines); i++ {
		lines[i] = indent + lines[i]
	}
	return lines
}

// table sets a table in the first form that fits.
func (p paper) table(t table) []string {
	for _, f := range forms() {
		set := t
		if f.folded {
			if !t.bounded() {
				continue
			}
			set = t.folded()
		}
		if g, fits := p.grid(set, f); fits {
			return g.lines(set, p.columns)
		}
	}
	if t.alternatives() < 2 {
		return p.records(t)
	}
	var lines []string
	for k := range t.alternatives() {
		part, name := t.only(k)
		if k > 0 {
			lines = append(lines, "")
		}
		lines = append(append(lines, name), p.table(part)...)
	}
	return lines
}

// records sets a table as lines of heading and value, for the narrowest places.
func (p paper) records(t table) []string {
	var lines []string
	for _, r := range t.rows {
		if r.span != "" {
			lines = append(lines, p.wrapped(r.span, "  ", p.columns)...)
			continue
		}
		lines = append(lines, p.wrapped(strings.Trim(r.cells[0].value, glue), "  ", p.columns)...)
		for i, c := range r.cells[1:] {
			if c.value == "" {
				continue
			}
			pair := strings.TrimSpace(t.columns[i+1].heading + ": " + c.value + " " + c.bounds)
			for _, line := range wrap(pair, p.columns-2) {
				lines = append(lines, "  "+line)
			}
		}
	}
	return lines
}
