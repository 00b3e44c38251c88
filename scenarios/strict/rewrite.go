package strict

import (
	"slices"
	"strconv"
	"strings"
)

// Change is a text in a tree and what is to be written in its place.
type Change struct {
	At   *Node
	To   string
	Bare bool // it is written as it is, not in quotes
}

// Rewritten is the text that nodes were read from, with other texts in the places of some of them and
// all else as it was, to the byte. What goes on over several lines stays as it is.
func Rewritten(text string, changes []Change) string {
	changes = slices.Clone(changes)
	slices.SortFunc(changes, func(a, b Change) int { // from last to first, so that places stay
		if a.At.Pos() == b.At.Pos() {
			return 0
		}
		if a.At.Pos().before(b.At.Pos()) {
			return 1
		}
		return -1
	})
	for _, c := range changes {
		where := c.At.where
		from := lineStart(text, where.line) + where.offset
		if written := where.text(); from <= len(text) && strings.HasPrefix(text[from:], written) {
			to := c.To
			if !c.Bare {
				to = strconv.Quote(to)
			}
			text = text[:from] + to + text[from+len(written):]
		}
	}
	return text
}

// lineStart is the byte at which a line begins, as YAML cuts lines; a mark of byte order is not part of the first.
func lineStart(text string, line int) int {
	at := len(text) - len(strings.TrimPrefix(text, "\ufeff"))
	for ; line > 1; line-- {
		end := strings.IndexAny(text[at:], "\r\n")
		if end < 0 {
			return len(text) + 1
		}
		at += end + 1
		if text[at-1] == '\r' && strings.HasPrefix(text[at:], "\n") {
			at++
		}
	}
	return at
}

// RewrittenSets are assignments in which other texts stand in the places of some.
func RewrittenSets(assignments []string, changes []Change) []string {
	lines := make([]string, len(assignments))
	for i, text := range assignments {
		lines[i] = oneLine(text)
	}
	return strings.Split(Rewritten(strings.Join(lines, "\n"), changes), "\n")
}
