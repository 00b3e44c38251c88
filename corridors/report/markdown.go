package report

import (
	"strings"

	pretty "github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"hanhlang/corridors/words"
)

// Markdown is the answer as a Markdown document, with the list of all inputs at its end; lines end in a newline.
func Markdown(c Comparison, s *words.Speaker) string { return markdown(lay(c, s)) }

// markdown is a page as a document.
func markdown(content page) string {
	sameWidths()
	blocks := []string{"# " + escaped(content.title)}
	for _, paragraph := range content.lead {
		blocks = append(blocks, escaped(paragraph))
	}
	for _, s := range content.sections {
		blocks = append(blocks, markdownSection(s)...)
	}
	return strings.ReplaceAll(strings.Join(blocks, "\n\n"), glue, " ") + "\n"
}

// markdownSection is one section as blocks that blank lines part.
func markdownSection(s section) []string {
	blocks := []string{"## " + escaped(s.heading)}
	for _, paragraph := range s.lead {
		blocks = append(blocks, escaped(paragraph))
	}
	if len(s.table.rows) > 0 {
		blocks = append(blocks, markdownTable(s.table))
	}
	if len(s.list) > 0 {
		var items []string
		for _, item := range s.list {
			items = append(items, "- "+escaped(item))
		}
		blocks = append(blocks, strings.Join(items, "\n"))
	}
	for _, note := range s.notes {
		blocks = append(blocks, escaped(note))
	}
	if s.command != "" {
		blocks = append(blocks, "```\n"+s.command+"\n```")
	}
	return blocks
}

func markdownTable(t table) string {
	w := pretty.NewWriter()
	var configs []pretty.ColumnConfig
	var headings []string
	for i, c := range t.columns {
		align := text.AlignLeft
		if c.figures {
			align = text.AlignRight
		}
		configs = append(configs, pretty.ColumnConfig{Number: i + 1, Align: align, AlignHeader: align})
		headings = append(headings, escaped(c.heading))
	}
	w.SetColumnConfigs(configs)
	w.AppendHeader(cells(headings))
	for _, r := range t.rows {
		line := make([]string, len(t.columns))
		if r.span != "" {
			line[0] = "**" + escaped(r.span) + "**"
		}
		for i, c := range r.cells {
			line[i] = escaped(strings.TrimRight(c.value+glue+glue+c.bounds, glue))
		}
		w.AppendRow(cells(line))
	}
	return w.RenderMarkdown()
}

// escaped keeps text from being read as Markdown; the bars of tables are the table library's to escape.
func escaped(content string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", "#", `\#`).Replace(content)
}
