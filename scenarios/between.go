package scenarios

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"hanhlang/corridors"
	"hanhlang/scenarios/quantity"
)

// factor is an input with the ends of a range.
func (s *Scenario) factor(in corridors.Input, low, high string) Factor {
	f := Factor{Path: in.Path, Base: in.Value, Low: low, High: high}
	a, b, word, ok := sameUnit(low, high)
	if ok && word == "" && a == math.Trunc(a) && b == math.Trunc(b) {
		_, err := s.With(in.Path, plainNumberText(a+0.5))
		f.Whole = err != nil
	}
	return f
}

// flattens says whether a value is a time that would take the place of a distribution.
func (s *Scenario) flattens(path, value string) bool {
	i := slices.IndexFunc(s.Inputs, func(in corridors.Input) bool { return in.Path == path })
	if i < 0 || s.laws[path] {
		return false
	}
	_, err := quantity.Parse(value, quantity.Time)
	_, before := quantity.Parse(s.Inputs[i].Value, quantity.Time)
	return err == nil && before != nil
}

// At is the value at a part of the range, 0 to 1, as it is written in a file. Where the ends are written in different units, or are no
// numbers, it is the nearer of the two.
func (f *Factor) At(part float64) string {
	low, high, word, ok := sameUnit(f.Low, f.High)
	switch {
	case ok && part > 0 && part < 1:
		x := low + float64(part*(high-low))
		if f.Whole {
			x = math.Round(x)
		}
		return plainNumberText(x) + word
	case part < 0.5:
		return f.Low
	}
	return f.High
}

// spread lists so many values from one end to the other, each of them once.
func (f *Factor) spread(n int) []string {
	var out []string
	for i := range n {
		value := f.At(float64(i) / float64(n-1))
		if len(out) == 0 || out[len(out)-1] != value {
			out = append(out, value)
		}
	}
	return out
}

// sameUnit takes two figures apart that are written in the same unit.
func sameUnit(low, high string) (a, b float64, word string, ok bool) {
	a, word, ok = figureOf(low)
	b, other, too := figureOf(high)
	return a, b, word, ok && too && word == other
}

// figureOf takes a figure apart; false where it does not begin with a number, or is a time of the day.
func figureOf(text string) (x float64, word string, ok bool) {
	if strings.Contains(text, ":") {
		return 0, "", false
	}
	for end := len(text); end > 0; end-- {
		if x, err := quantity.Number(text[:end]); err == nil && !strings.HasSuffix(text[:end], " ") {
			return x, text[end:], true
		}
	}
	return 0, "", false
}

// fineDigits is how many digits a value between two ends has at most.
const fineDigits = 6

// plainNumberText writes a number in plain digits.
func plainNumberText(x float64) string {
	if x == 0 {
		return "0"
	}
	places := fineDigits - 1 - int(math.Floor(math.Log10(math.Abs(x))))
	text := strconv.FormatFloat(x, 'f', max(places, 0), 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}
