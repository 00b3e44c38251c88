package quantity

import (
	"math"
	"strings"
)

// Parse reads one figure of the wanted dimension, such as "7 min" where a Time is wanted, and rounds it once to the base unit.
// A unit is required unless Pure is wanted. The error is a *Fault with the probable meaning where there is one.
func Parse(text string, want Dimension) (Quantity, error) {
	number, word := split(text)
	if strings.HasPrefix(word, ":") {
		return Quantity{}, &Fault{Kind: NotNumber, Text: text, Part: text, Want: want}
	}
	exact, fault := readNumber(number)
	if fault != nil {
		return Quantity{}, fault.within(text, word, want)
	}
	m, bad := parseUnit(word)
	switch {
	case bad != "":
		return Quantity{}, unknownUnit(text, number, word, bad, want)
	case word == "" && want != Pure:
		return Quantity{}, &Fault{Kind: NoUnit, Text: text, Part: number, Want: want, Near: join(number, want.Units()[0])}
	case m.dim != want:
		return Quantity{}, &Fault{Kind: WrongKind, Text: text, Part: word, Want: want, Got: m.dim}
	}
	value, _ := exact.Mul(exact, m.size).Float64()
	if math.IsInf(value, 0) {
		return Quantity{}, &Fault{Kind: TooLarge, Text: text, Part: number, Want: want}
	}
	// Minus nought would print as "-0" and compare equal to nought; a file cannot mean it.
	return Quantity{Value: value + 0, Dim: m.dim, Over: m.over, Under: m.under}, nil
}

// split cuts a figure into its number and its unit text. A run of digit groups (1 000 km) stays one number, to be refused whole.
func split(text string) (number, word string) {
	text = strings.TrimSpace(text)
	end := numberEnd(text)
	for {
		rest := strings.TrimLeft(text[end:], " \u00a0\u202f")
		if rest == "" || rest[0] < '0' || rest[0] > '9' {
			return text[:end], rest
		}
		end = len(text) - len(rest)
		end += numberEnd(rest)
	}
}

// numberEnd finds where the number stops: letters belong to it only as an exponent, a radix or a whole word such as inf.
func numberEnd(text string) int {
	bare := strings.TrimLeft(text, "+-")
	word := firstWord(bare)
	if strings.HasPrefix(strings.ToLower(bare), "0x") || isInfinite(strings.ToLower(word)) || !strings.ContainsAny(text, "0123456789") {
		return len(text) - len(bare) + len(word)
	}
	end := 0
	for end < len(text) {
		rest := text[end:]
		switch {
		case strings.HasPrefix(rest, "−"):
			end += len("−")
		case strings.IndexByte("0123456789+-.,_'", rest[0]) >= 0:
			end++
		case isExponent(rest) && end > 0:
			end += 2
		default:
			return end
		}
	}
	return end
}

func firstWord(text string) string {
	if at := strings.IndexAny(text, " \u00a0\u202f"); at >= 0 {
		return text[:at]
	}
	return text
}

// isExponent tells the e of 1e6 and 1e-6 from the first letter of a unit.
func isExponent(rest string) bool {
	if rest[0] != 'e' && rest[0] != 'E' {
		return false
	}
	power := rest[1:]
	if power != "" && (power[0] == '-' || power[0] == '+') {
		power = power[1:]
	}
	return power != "" && power[0] >= '0' && power[0] <= '9'
}

// within turns the fault of a bare number into the fault of the whole figure.
func (f *Fault) within(text, word string, want Dimension) *Fault {
	f.Text, f.Want = text, want
	if f.Near != "" {
		if word == "" && want != Pure {
			word = want.Units()[0]
		}
		f.Near = join(f.Near, word)
	}
	return f
}

// unknownUnit looks for the unit that was meant: first one that gives the wanted dimension, then any.
func unknownUnit(text, number, word, bad string, want Dimension) *Fault {
	fault := &Fault{Kind: UnknownUnit, Text: text, Part: bad, Want: want}
	switch strings.ToLower(bad) {
	case "month", "months", "mo":
		fault.Kind = NoFixedSize
		return fault
	}
	if near := nearUnit(word, bad, want); near != "" {
		fault.Near = join(number, near)
	}
	return fault
}

func nearUnit(word, bad string, want Dimension) string {
	if rest, found := strings.CutPrefix(word, "per "); found {
		word, bad = "/"+rest, rest
		if fits(word, want) {
			return word
		}
	}
	if whole, found := Nearest(word, want.Units()); found && whole != "" {
		return whole
	}
	for _, candidate := range ranked(bad, unitWords()) {
		if mended := strings.Replace(word, bad, candidate, 1); fits(mended, want) {
			return mended
		}
	}
	return ""
}

func fits(word string, want Dimension) bool {
	m, bad := parseUnit(word)
	return bad == "" && m.dim == want
}

// join writes a number and its unit: 15 min, 30 %, 200/day.
func join(number, word string) string {
	if word == "" || word[0] == '/' {
		return number + word
	}
	return number + " " + word
}
