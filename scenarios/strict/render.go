package strict

import (
	"fmt"
	"strings"

	"hanhlang/corridors/words"
)

// Text writes the problems in the order of their places: at most twenty, then how many more there are. Every line ends with a line break.
func (p *Problems) Text(speaker *words.Speaker) string {
	all := p.All()
	more := p.beyond
	if len(all) > maxShown {
		more += len(all) - maxShown
		all = all[:maxShown]
	}
	var text strings.Builder
	for _, problem := range all {
		text.WriteString(problem.text(speaker))
	}
	if more > 0 {
		text.WriteString(speaker.Text(words.Say("strict.more", "count", more)) + "\n")
	}
	return text.String()
}

// text is one problem: place, path and fault; the line and what is wrong in it; what is allowed; how to mend it.
func (p Problem) text(speaker *words.Speaker) string {
	var text strings.Builder
	text.WriteString(p.Pos.String() + ": ")
	switch {
	case p.Note:
		text.WriteString(speaker.Text(words.Say("strict.label-note")) + ": ")
	case p.Warning:
		text.WriteString(speaker.Text(words.Say("strict.label-warning")) + ": ")
	}
	if p.Path != "" {
		text.WriteString(p.Path + ": ")
	}
	text.WriteString(speaker.Text(p.What) + "\n")
	if p.Snippet.Text != "" {
		line, carets := p.Snippet.draw()
		number := fmt.Sprintf("%5d", p.Pos.Line)
		fmt.Fprintf(&text, "%s | %s\n%*s | %s\n", number, line, len(number), "", carets)
	}
	if p.UsedAt != (Pos{}) {
		labelled(&text, speaker.Text(words.Say("strict.label-used-at")), p.UsedAt.String())
	}
	labelled(&text, speaker.Text(words.Say("strict.label-allowed")), speaker.Text(p.Allowed))
	labelled(&text, speaker.Text(words.Say("strict.label-help")), speaker.Text(p.Help))
	return text.String()
}

// labelled writes an indented line with its label; further lines of the same text are indented deeper.
func labelled(text *strings.Builder, label, said string) {
	if said == "" {
		return
	}
	said = strings.ReplaceAll(strings.TrimRight(said, "\n"), "\n", "\n      ")
	fmt.Fprintf(text, "   %s: %s\n", label, said)
}
