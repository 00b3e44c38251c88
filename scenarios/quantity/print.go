package quantity

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// String writes the figure as it can stand in a file, in the usual unit that needs the fewest digits (90 min, 2 days, 36 l/100km).
// Reading the text gives the same figure to the last bit.
func (q Quantity) String() string {
	best := q.inBase()
	for i, word := range q.printUnits() {
		text, short := q.in(word)
		if text == "" {
			continue
		}
		if q.Value == 0 && i == 0 {
			return text
		}
		// Of equally short writings the later one is in the larger unit.
		if short && digitsOf(text) <= digitsOf(best) {
			best = text
		}
	}
	return best
}

// printUnits orders the usual units from small to large, with the currencies of this figure in them.
func (q Quantity) printUnits() []string {
	switch q.Dim {
	case Pure:
		if math.Abs(q.Value) < 1 {
			return []string{"", "%"}
		}
	case Time:
		return []string{"min", "s", "min", "h", "day", "week", "year"}
	case Length:
		return []string{"km", "m", "km"}
	case Mass:
		return []string{"t", "kg", "t"}
	case Area:
		return []string{"km2", "ha", "km2"}
	case FuelUse:
		return []string{"l/100km", "l/km", "l/100km"}
	case PerTime:
		return []string{"/day", "/h", "/day"}
	case MoneyPerTime:
		return []string{string(q.Over) + "/h", string(q.Over) + "/day"}
	}
	return nil
}

// in writes the figure in one unit; the text is empty when reading it back would not give exactly this figure,
// and it is short when the number does not begin with a run of zeros.
func (q Quantity) in(word string) (text string, short bool) {
	m, bad := parseUnit(word)
	if bad != "" || m.dim != q.Dim {
		return "", false
	}
	exact := new(big.Rat).SetFloat64(q.Value)
	if exact == nil {
		return "", false
	}
	shown, _ := exact.Quo(exact, m.size).Float64()
	text = join(decimal(shown), plural(word, shown))
	back, err := Parse(text, q.Dim)
	if err != nil || back != q {
		return "", false
	}
	return text, math.Abs(shown) >= 0.1
}

func (q Quantity) inBase() string {
	return join(decimal(q.Value), q.Dim.unitText(q.Over, q.Under))
}

// decimal writes the shortest number that reads back the same, without an exponent between a millionth and a thousand million million.
func decimal(value float64) string {
	if size := math.Abs(value); size != 0 && (size < 1e-6 || size >= 1e15) {
		return strconv.FormatFloat(value, 'e', -1, 64)
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}

func plural(word string, shown float64) string {
	switch word {
	case "day", "week", "year":
		if shown != 1 {
			return word + "s"
		}
	}
	return word
}

// digitsOf is the length of the number in front of a figure.
func digitsOf(text string) int {
	return strings.IndexFunc(text+" ", func(r rune) bool { return !strings.ContainsRune("0123456789.e+-", r) })
}
