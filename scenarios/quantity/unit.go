package quantity

import (
	"math/big"
	"strings"
)

// unit is one word that may stand above or below the line: its size is num/den of the coherent base (s, km, t, l).
type unit struct {
	name      string
	spellings []string
	dim       Dimension
	num, den  int64
}

// units is the whole vocabulary but the currencies. Spellings are exact: `M` is not `m`, and `T` is not `t`.
// A year is 365 days and a month is not a unit, because the length of a month is not fixed.
// A mile is 1.609344 km exactly (international yard and pound agreement, 1959).
func units() []unit {
	return []unit{
		{"s", []string{"seconds", "second", "sec"}, Time, 1, 1},
		{"min", []string{"minutes", "minute"}, Time, 60, 1},
		{"h", []string{"hours", "hour"}, Time, 3600, 1},
		{"day", []string{"days", "d"}, Time, 86400, 1},
		{"week", []string{"weeks"}, Time, 7 * 86400, 1},
		{"year", []string{"years"}, Time, 365 * 86400, 1},
		{"km", nil, Length, 1, 1},
		{"m", []string{"metres", "metre"}, Length, 1, 1000},
		{"mile", []string{"miles"}, Length, 1609344, 1000000},
		{"km2", []string{"km²"}, Area, 1, 1},
		{"ha", []string{"hectares", "hectare"}, Area, 1, 100},
		{"m2", []string{"m²"}, Area, 1, 1000000},
		{"t", []string{"tonnes", "tonne"}, Mass, 1, 1},
		{"kg", nil, Mass, 1, 1000},
		{"g", nil, Mass, 1, 1000000},
		{"l", []string{"litres", "litre", "L"}, Volume, 1, 1},
		{"m3", []string{"m³"}, Volume, 1000, 1},
		{"mph", nil, Speed, 1609344, 3600 * 1000000},
		{"tkm", nil, TonneKm, 1, 1},
		{"%", []string{"percent"}, Pure, 1, 100},
	}
}

// lookUp finds a unit or a currency by its exact spelling; the currency is empty for anything but money.
func lookUp(word string) (unit, Currency, bool) {
	for _, u := range units() {
		if u.name == word {
			return u, "", true
		}
		for _, spelling := range u.spellings {
			if spelling == word {
				return u, "", true
			}
		}
	}
	if knownCurrency(word) {
		return unit{name: word, dim: Money, num: 1, den: 1}, Currency(word), true
	}
	return unit{}, "", false
}

// unitWords lists every spelling, short names first, for suggestions.
func unitWords() []string {
	var short, long []string
	for _, u := range units() {
		short = append(short, u.name)
		long = append(long, u.spellings...)
	}
	for _, currency := range Currencies() {
		short = append(short, string(currency))
	}
	return append(short, long...)
}

// measure is the meaning of a unit text such as "l/100km": its dimension, its exact size in base units, its currencies.
type measure struct {
	dim         Dimension
	size        *big.Rat
	over, under Currency
}

// maxParts bounds the factors of one unit text, so that no exponent leaves its digit.
const maxParts = 4

// parseUnit reads a unit text; the second result is the word that is not understood, empty when all is well.
func parseUnit(text string) (measure, string) {
	m := measure{size: big.NewRat(1, 1)}
	if text == "" {
		return m, ""
	}
	parts := strings.Split(text, "/")
	if len(parts) > maxParts {
		return m, text
	}
	for i, part := range parts {
		part = strings.TrimSpace(part)
		if i == 0 && part == "" {
			continue
		}
		if !m.take(part, i > 0) {
			return m, part
		}
	}
	m.perHour()
	return m, ""
}

// take multiplies one factor into the measure; below says that it stands under the line, where it may carry a number (100km).
func (m *measure) take(part string, below bool) bool {
	count := int64(1)
	if below {
		count, part = leadingCount(part)
	}
	u, currency, known := lookUp(part)
	if !known || count == 0 {
		return false
	}
	size, times := big.NewRat(u.num, u.den), 1
	size.Mul(size, big.NewRat(count, 1))
	if below {
		size.Inv(size)
		times = -1
	}
	switch {
	case currency == "":
		if below && u.dim == Speed {
			return false
		}
		m.dim = m.dim.plus(u.dim, times)
	case below:
		m.dim = m.dim.plus(1<<underDigit, 1)
		m.under = currency
	default:
		m.dim = m.dim.plus(Money, 1)
		m.over = currency
	}
	m.size.Mul(m.size, size)
	return m.dim.exponent(underDigit) <= 1
}

// perHour turns "per second" of the coherent base into the "per hour" of the base units.
func (m *measure) perHour() {
	for n := m.dim.exponent(timeDigit); n < 0; n++ {
		m.size.Mul(m.size, big.NewRat(3600, 1))
	}
}

// leadingCount splits "100km" into 100 and "km"; without a number the count is 1, and 0 when it is too long to be meant.
func leadingCount(part string) (int64, string) {
	end := 0
	for end < len(part) && part[end] >= '0' && part[end] <= '9' {
		end++
	}
	if end == 0 {
		return 1, part
	}
	if end > 6 {
		return 0, part
	}
	count := int64(0)
	for _, digit := range part[:end] {
		count = count*10 + int64(digit-'0')
	}
	return count, strings.TrimSpace(part[end:])
}
