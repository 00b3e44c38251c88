package strict

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

const (
	tabWidth  = 4   // columns that a tab takes in a snippet
	lineWidth = 100 // columns of a source line that are shown
	leadWidth = 60  // columns kept before the fault when a line is too long
	nearby    = 400 // characters on each side of a fault that are looked at
	maxValue  = 60  // characters of a value that a message quotes
)

// draw gives the line as it is printed and the carets to print below it. Widths are those of a terminal, so that carets stand
// right under Vietnamese, Lao and wide characters; a long line is cut on both sides of the fault.
func (s Snippet) draw() (line, carets string) {
	before, fault, after := s.cut()
	lead := uniseg.StringWidth(before)
	if lead+uniseg.StringWidth(fault+after) > lineWidth {
		if lead > leadWidth {
			before = "…" + lastColumns(before, leadWidth-1)
			lead = uniseg.StringWidth(before)
		}
		rest, cut := firstColumns(fault+after, lineWidth-lead)
		if cut {
			rest += "…"
		}
		fault, after = share(rest, len(fault))
	}
	carets = strings.Repeat("^", max(1, uniseg.StringWidth(fault)))
	return before + fault + after, strings.Repeat(" ", lead) + carets
}

// cut divides the line into what stands before, in and after the fault, all in printable characters. Of a very long line
// only the neighbourhood of the fault is looked at.
func (s Snippet) cut() (before, fault, after string) {
	start := skip(s.Text, s.Col-1)
	first := start
	for n := 0; n < nearby && first > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s.Text[:first])
		first -= size
	}
	end := start + skip(s.Text[start:], min(s.Width, nearby))
	last := end + skip(s.Text[end:], nearby)
	return allPrintable(s.Text[first:start]), allPrintable(s.Text[start:end]), strings.TrimRight(allPrintable(s.Text[end:last]), " ")
}

func allPrintable(text string) string {
	var out strings.Builder
	for rest := text; rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		out.WriteString(printable(r))
		rest = rest[size:]
	}
	return out.String()
}

// printable shows a tab as spaces and what no terminal should be sent as a replacement character.
func printable(r rune) string {
	switch {
	case r == '\t':
		return strings.Repeat(" ", tabWidth)
	case forbidden(r) || r == '\n' || !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r):
		return "\uFFFD"
	}
	return string(r)
}

// share divides a cut line again after the first n bytes, or wherever the cut fell.
func share(text string, n int) (first, rest string) {
	if n >= len(text) {
		return text, ""
	}
	return text[:n], text[n:]
}

// firstColumns keeps whole characters up to a width.
func firstColumns(text string, width int) (kept string, cut bool) {
	state, end := -1, 0
	for rest := text; rest != ""; {
		cluster, next, columns, newState := uniseg.FirstGraphemeClusterInString(rest, state)
		if width -= columns; width < 0 {
			return text[:end], true
		}
		end += len(cluster)
		rest, state = next, newState
	}
	return text, false
}

// lastColumns drops whole characters from the front until the rest fits.
func lastColumns(text string, width int) string {
	state := -1
	over := uniseg.StringWidth(text) - width
	for over > 0 && text != "" {
		_, next, columns, newState := uniseg.FirstGraphemeClusterInString(text, state)
		over -= columns
		text, state = next, newState
	}
	return text
}

// shown makes a value fit into a sentence: on one line, without control characters, not too long.
func shown(text string) string {
	var short strings.Builder
	n := 0
	for _, r := range text {
		if n++; n > maxValue {
			short.WriteString("…")
			break
		}
		if r == '\n' || r == '\t' {
			r = ' '
		}
		short.WriteString(printable(r))
	}
	return short.String()
}
