package words

import (
	"regexp"
	"strings"
)

// pieces of a value that a language may say in its own way: a unit below the line, a word, a number with decimals.
var pieces = regexp.MustCompile(`/[a-z]+|[a-z]+|\d+\.\d+`)

// Written says a value as a file has it, "2.5 days" or "400/day", for people: with the words for its units and the decimal mark of the language. What a user
// types, and files for other programs, keep it as it is.
func (s *Speaker) Written(value string) string {
	var out strings.Builder
	end := 0
	for _, at := range pieces.FindAllStringIndex(value, -1) {
		out.WriteString(value[end:at[0]])
		out.WriteString(s.piece(value[at[0]:at[1]], at[0] > 0 && isDigit(rune(value[at[0]-1]))))
		end = at[1]
	}
	return out.String() + value[end:]
}

// piece says one piece of a value; a unit below the line with nothing above it, as in 4/h, may have a word where the unit has none.
func (s *Speaker) piece(text string, afterDigit bool) string {
	if unit, below := strings.CutPrefix(text, "/"); below {
		if said, known := s.known(valueSection, text); known && afterDigit {
			return said
		}
		return "/" + s.piece(unit, false)
	}
	if isDigit(rune(text[0])) {
		return s.Number(Number(text))
	}
	if said, known := s.known(valueSection, text); known {
		return said
	}
	return text
}
