package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hanhlang/corridors/words"
)

// help is the verb that describes another one.
func (d *desk) help() *cobra.Command {
	return &cobra.Command{
		Use:   "help [VERB]",
		Short: d.text(words.Say("cmd.help.short")),
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownVerb(cmd.Root(), args[0])
			}
			d.describe(found)
			return nil
		},
	}
}

// describe prints the help of a command on stdout.
func (d *desk) describe(cmd *cobra.Command) {
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintf(d.out, "%s\n\n%s\n  %s\n", d.filled(strings.TrimSpace(about)), d.text(words.Say("cmd.usage")), d.useLine(cmd))
	d.columns(words.Say("cmd.usage.verbs"), verbs(cmd))
	if cmd.Example != "" {
		fmt.Fprintf(d.out, "\n%s\n%s\n", d.text(words.Say("cmd.usage.examples")), strings.TrimRight(cmd.Example, "\n"))
	}
	d.columns(words.Say("cmd.usage.flags"), flags(cmd))
}

// fullLine is from how many columns on a line of a paragraph goes on in the next one, unless it ends a sentence.
const fullLine = 70

// filled breaks paragraphs into the lines of the terminal, if there is one that is narrower than they are.
func (d *desk) filled(paragraphs string) string {
	if d.width < narrowest || text.LongestLineLen(paragraphs) <= d.width {
		return paragraphs
	}
	var joined strings.Builder
	for line := range strings.Lines(paragraphs) {
		bare := strings.TrimRight(line, "\n")
		if text.StringWidth(bare) >= fullLine && !strings.HasSuffix(bare, ".") {
			joined.WriteString(bare + " ")
		} else {
			joined.WriteString(line)
		}
	}
	return trailing.ReplaceAllString(text.WrapSoft(strings.TrimSpace(joined.String()), d.width), "")
}

// placeholder is what stands in a use line for something to be typed.
var placeholder = regexp.MustCompile(`[A-Z]{2,}|\bflags\b`)

// useLine shows how a command is typed, with words for what is to be put in.
func (d *desk) useLine(cmd *cobra.Command) string {
	line := cmd.UseLine()
	if cmd.HasSubCommands() {
		line = cmd.CommandPath() + " VERB"
	}
	return placeholder.ReplaceAllStringFunc(line, d.say.Name)
}

// underName is the indent of what stands under a name.
const underName = 6

// trailing are the blanks at the ends of lines.
var trailing = regexp.MustCompile(`(?m) +$`)

// row is a name and what it means.
type row struct{ name, about string }

func verbs(cmd *cobra.Command) []row {
	var rows []row
	for _, verb := range cmd.Commands() {
		if !verb.Hidden {
			rows = append(rows, row{verb.Name(), verb.Short})
		}
	}
	return rows
}

func flags(cmd *cobra.Command) []row {
	var rows []row
	add := func(f *pflag.Flag) {
		takes, about := pflag.UnquoteUsage(f)
		name := strings.TrimRight("--"+f.Name+" "+takes, " ")
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		rows = append(rows, row{name, about})
	}
	cmd.LocalFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	return rows
}

// columns prints rows under a heading, the names padded to one width; no rows, no heading. On a terminal what a name means is broken into lines that fit beside
// the names, or under them where names are long.
func (d *desk) columns(heading words.Phrase, rows []row) {
	if len(rows) == 0 {
		return
	}
	width := 0
	for _, r := range rows {
		width = max(width, text.StringWidth(r.name))
	}
	fmt.Fprintf(d.out, "\n%s\n", d.text(heading))
	hang := 2 + width + 2
	if d.width >= narrowest && hang > d.width/2 {
		hang = underName
	}
	for _, r := range rows {
		name := "  " + text.Pad(r.name, width+2, ' ')
		if hang == underName {
			name = "  " + r.name + "\n" + strings.Repeat(" ", hang)
		}
		about := r.about
		if d.width >= narrowest {
			about = strings.ReplaceAll(text.WrapSoft(about, d.width-hang), "\n", "\n"+strings.Repeat(" ", hang))
		}
		fmt.Fprintln(d.out, trailing.ReplaceAllString(name+about, ""))
	}
}
