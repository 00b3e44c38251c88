package report

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

// wrap breaks text into lines no wider than width columns, at spaces but not at glue. A word that is wider than a line,
// such as a path or a Lao sentence, is broken before the character that does not fit; marks stay with their letter.
func wrap(content string, width int) []string {
	return fill(strings.Split(content, " "), " ", max(width, 1))
}

// wrapHyphens is wrap that also breaks behind hyphens: names like digital-both-two-way head narrow columns.
func wrapHyphens(content string, width int) []string {
	var lines []string
	line := ""
	for _, token := range tokens(content) {
		if line != "" && wide(strings.TrimRight(line+token, " ")) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		line += token
	}
	return append(lines, strings.TrimRight(line, " "))
}

// tokens cuts a heading behind its hyphens and spaces.
func tokens(content string) []string {
	var all []string
	for content != "" {
		end := strings.IndexAny(content, "- ") + 1
		if end == 0 {
			end = len(content)
		}
		all = append(all, content[:end])
		content = content[end:]
	}
	return all
}

// balanced is the least width at which a heading takes no more than so many lines, or as few as it can.
func balanced(heading string, lines int) int {
	width := longestToken(heading)
	for len(wrapHyphens(heading, width)) > lines {
		width++
	}
	return width
}

// longestToken is the width of what cannot be broken without breaking a word.
func longestToken(content string) int {
	longest := 0
	for _, token := range tokens(content) {
		longest = max(longest, wide(strings.TrimRight(token, " ")))
	}
	return longest
}

// headed wraps a heading into a column in as few lines as fit, all of them about equally long.
func headed(heading string, width int) []string {
	return wrapHyphens(heading, min(width, balanced(heading, len(wrapHyphens(heading, width)))))
}

func fill(words []string, between string, width int) []string {
	var lines []string
	line := ""
	for i, word := range words {
		if i > 0 && wide(line+between+word) <= width {
			line += between + word
			continue
		}
		if i > 0 {
			lines = append(lines, line)
		}
		line = word
		for wide(line) > width {
			head := cut(line, width)
			lines = append(lines, head)
			line = line[len(head):]
		}
	}
	return append(lines, line)
}

// cut is the longest start of a word that is no wider than width, and at least its first character.
func cut(word string, width int) string {
	used := 0
	for i, r := range word {
		used += text.RuneWidth(r)
		if used > width && i > 0 {
			return word[:i]
		}
	}
	return word
}

// wide is the number of columns that a text takes.
func wide(content string) int { return text.StringWidthWithoutEscSequences(content) }
