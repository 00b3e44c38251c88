package quantity

import (
	"regexp"
	"strings"
)

// Regular expressions of texts that the readers of this package take, for programs that check a file while it is written. They are those of
// ECMA 262 and of Go alike. What no expression can tell, such as a date that the month has not got, they let pass.
const (
	ClockPattern    = `(?:[01]?\d|2[0-3]):[0-5]\d`
	DatePattern     = `\d{4}-\d{2}-\d{2}`
	MomentPattern   = `day +[1-9]\d*(?: +` + ClockPattern + `)?`
	windowPattern   = ClockPattern + ` *[-–] *(?:` + ClockPattern + `|24:00)`
	WindowPattern   = windowPattern
	HoursPattern    = `always|never|` + windowPattern + `(?: *, *` + windowPattern + `)*`
	dayPattern      = `(?:Mon(?:day)?|Tue(?:sday)?|Wed(?:nesday)?|Thu(?:rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)`
	WeekdaysPattern = dayPattern + `(?: *[-–] *` + dayPattern + `)?(?: *, *` + dayPattern + `(?: *[-–] *` + dayPattern + `)?)*`
	NumberPattern   = `[-+]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?`
)

// Pattern is the regular expression of a figure of a dimension: a number and any of the units that it can be written in.
func Pattern(d Dimension) string {
	above := d.words(func(u unit) bool { return u.dim == d.above() }, overDigit)
	whole := d.words(func(u unit) bool { return u.dim == d.below() }, underDigit)
	parts := d.words(func(u unit) bool { return u.dim != d.below() && u.dim != Speed && d.below().holds(u.dim) }, digits)
	unit := `(?:` + strings.Join(above, "|") + `)`
	if len(above) == 0 {
		unit = ``
	}
	if d == PerTime {
		unit = `(?:%|percent)?`
	}
	switch {
	case len(parts) > 0:
		unit += `(?:` + under(whole, ``) + `|` + under(parts, `{2,}`) + `)`
	case len(whole) > 0:
		unit += under(whole, ``)
	}
	switch d {
	case Pure:
		unit = `(?:%|percent)?`
	case Speed:
		unit = `(?:mph|` + unit + `)`
	}
	return NumberPattern + ` *` + unit
}

// under is a slash with one of some units behind it, which may carry a number, so often.
func under(units []string, often string) string {
	if len(units) == 0 {
		return `(?:$.)` // nothing
	}
	return `(?: */ *(?:[1-9]\d*)? *(?:` + strings.Join(units, "|") + `))` + often
}

// words are the units that a test picks, with the currencies if a dimension has money in a digit.
func (d Dimension) words(picks func(unit) bool, money int) []string {
	var out []string
	for _, u := range units() {
		if u.dim != Pure && picks(u) {
			for _, word := range append([]string{u.name}, u.spellings...) {
				out = append(out, regexp.QuoteMeta(word))
			}
		}
	}
	if money < digits && d.exponent(money) > 0 {
		for _, currency := range Currencies() {
			out = append(out, string(currency))
		}
	}
	return out
}

// above is what of a dimension but money stands above the line, below what stands below it.
func (d Dimension) above() Dimension { return d.side(1) }
func (d Dimension) below() Dimension { return d.side(-1) }

func (d Dimension) side(sign int) Dimension {
	var out Dimension
	for digit := 0; digit < overDigit; digit += 4 {
		if n := sign * d.exponent(digit); n > 0 {
			out |= Dimension(n) << digit
		}
	}
	return out
}

// holds answers whether all of a part is in a dimension.
func (d Dimension) holds(part Dimension) bool {
	for digit := 0; digit < digits; digit += 4 {
		if n := part.exponent(digit); n < 0 || n > d.exponent(digit) {
			return false
		}
	}
	return true
}
