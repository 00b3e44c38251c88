package words

import "strings"

// Number is a number as this program forms it: a point before decimals and no-break spaces between thousands. A unit may follow it, and signs and dashes
// may stand around it. A Speaker writes it the way of its language, in text and as an argument of a Phrase; files for other programs keep numbers as they are.
type Number string

// gap parts thousands of a Number, and a number from its unit: no line is broken there.
const gap = "\u00a0"

// In is the number with its unit behind it.
func (n Number) In(unit string) Number {
	return n + gap + Number(strings.ReplaceAll(unit, " ", gap))
}

// marks are what a language writes in a number.
type marks struct{ decimal, thousands string }

// Number writes a number the way of the language: 1 234.5 is 1.234,5 in Vietnamese. Only what stands between two digits is a mark.
func (s *Speaker) Number(n Number) string {
	var out strings.Builder
	runes := []rune(string(n))
	for i, r := range runes {
		inside := i > 0 && i+1 < len(runes) && isDigit(runes[i-1]) && isDigit(runes[i+1])
		switch {
		case inside && r == '.':
			out.WriteString(s.marks.decimal)
		case inside && string(r) == gap:
			out.WriteString(s.marks.thousands)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
