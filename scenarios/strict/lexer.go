package strict

import (
	"regexp"
	"strings"
)

// opening is a quote or bracket and where it stands.
type opening struct {
	mark      byte
	line, col int
}

// scanner follows quotes and brackets through a text, just well enough to say which of them was never closed.
// It is used only on text that the YAML parser has refused: its guess decides where to point, never what is read.
type scanner struct {
	src      *source
	brackets []opening
	quote    opening // mark 0 outside quotes
	// swallowed is the first quote that runs over a line which looks like a key of its own.
	swallowed opening
	// crossed is the first bracket that is left open where one of the other kind is closed.
	crossed opening
	// stray is the first closing bracket that closes nothing.
	stray opening
}

// keyLine matches a line that begins like an entry of a mapping.
var keyLine = regexp.MustCompile(`^\s*(- )*[\pL_][\pL\pN _-]*:( |$)`)

// maxKeyLine bounds how much of a line is compared with keyLine [bytes].
const maxKeyLine = 200

// scan reads the lines up to and including the last one.
func scan(src *source, last int) *scanner {
	s := &scanner{src: src}
	for n := 1; n <= min(last, len(src.lines)); n++ {
		s.line(n, src.lines[n-1])
	}
	return s
}

func (s *scanner) line(n int, text string) {
	if s.quote.mark != 0 && s.swallowed.mark == 0 && keyLine.MatchString(text[:min(len(text), maxKeyLine)]) {
		s.swallowed = s.quote
	}
	col, fresh := 0, true // fresh: a value may begin here
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		col = i + 1
		r := runes[i]
		if s.quote.mark != 0 {
			i += s.inQuote(runes[i:])
			fresh = false
			continue
		}
		switch {
		case r == '#' && (i == 0 || runes[i-1] == ' '):
			return
		case fresh && (r == '"' || r == '\''):
			s.quote = opening{byte(r), n, col}
		case fresh && (r == '[' || r == '{'):
			s.brackets = append(s.brackets, opening{byte(r), n, col})
		case (r == ']' || r == '}') && (fresh || len(s.brackets) > 0):
			s.closing(byte(r), n, col)
			fresh = false
		case r == ' ' || r == '\t':
		default:
			fresh = s.begins(runes, i)
		}
	}
}

// inQuote steps over an escaped character or closes the quote; it returns how many characters it took beyond the first.
func (s *scanner) inQuote(rest []rune) int {
	switch {
	case s.quote.mark == '"' && rest[0] == '\\' && len(rest) > 1:
		return 1
	case s.quote.mark == '\'' && strings.HasPrefix(string(rest[:min(2, len(rest))]), "''"):
		return 1
	case rest[0] == rune(s.quote.mark):
		s.quote = opening{}
	}
	return 0
}

func (s *scanner) closing(mark byte, line, col int) {
	open := byte('[')
	if mark == '}' {
		open = '{'
	}
	last := len(s.brackets) - 1
	if last >= 0 && s.brackets[last].mark == open {
		s.brackets = s.brackets[:last]
		return
	}
	if last >= 0 && s.crossed.mark == 0 {
		s.crossed = s.brackets[last]
	}
	if last < 0 && s.stray.mark == 0 {
		s.stray = opening{mark, line, col}
	}
}

// begins answers whether a value may start after this character.
func (s *scanner) begins(runes []rune, i int) bool {
	last := i+1 == len(runes) || runes[i+1] == ' ' || runes[i+1] == '\t'
	switch runes[i] {
	case ',':
		return len(s.brackets) > 0
	case ':', '-', '?':
		return last
	}
	return false
}

// unclosed is the quote or bracket that the text leaves open, if any: a quote that swallowed other keys first,
// then one that runs to the end, then the innermost bracket.
func (s *scanner) unclosed() (opening, bool) {
	switch {
	case s.swallowed.mark != 0:
		return s.swallowed, true
	case s.quote.mark != 0:
		return s.quote, true
	case len(s.brackets) > 0:
		return s.brackets[len(s.brackets)-1], true
	}
	return opening{}, false
}
