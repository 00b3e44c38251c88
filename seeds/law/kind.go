package law

import (
	"strconv"
	"strings"
)

// kind tells the laws apart, and the ways to write one of them.
type kind uint8

const (
	constant kind = iota
	exponential
	uniform
	triangular
	pert
	lognormalCV
	lognormalMeanP95
	lognormalMedianP95
	gamma
	erlang
	weibull
	normal
	empirical
)

// wording is how a kind is written in a scenario.
type wording struct {
	law        string
	parameters []string
	amounts    int  // so many of the parameters, counted from first, carry the unit of the outcomes
	first      int  // the first parameter that does
	inOrder    bool // written as a list without names
}

// wordings follows the order of the kinds.
//
//nolint:gochecknoglobals // a table that nothing writes to
var wordings = [...]wording{
	constant:           {law: "constant", parameters: []string{"value"}, amounts: 1},
	exponential:        {law: "exponential", parameters: []string{"mean"}, amounts: 1},
	uniform:            {law: "uniform", parameters: []string{"lo", "hi"}, amounts: 2, inOrder: true},
	triangular:         {law: "triangular", parameters: []string{"lo", "mode", "hi"}, amounts: 3, inOrder: true},
	pert:               {law: "pert", parameters: []string{"lo", "mode", "hi"}, amounts: 3, inOrder: true},
	lognormalCV:        {law: "lognormal", parameters: []string{"mean", "cv"}, amounts: 1},
	lognormalMeanP95:   {law: "lognormal", parameters: []string{"mean", "p95"}, amounts: 2},
	lognormalMedianP95: {law: "lognormal", parameters: []string{"median", "p95"}, amounts: 2},
	gamma:              {law: "gamma", parameters: []string{"mean", "shape"}, amounts: 1},
	erlang:             {law: "erlang", parameters: []string{"k", "mean"}, amounts: 1, first: 1},
	weibull:            {law: "weibull", parameters: []string{"shape", "scale"}, amounts: 1, first: 1},
	normal:             {law: "normal", parameters: []string{"mean", "sd", "lo", "hi"}, amounts: 4},
	empirical:          {law: "empirical"},
}

// isAmount tells whether parameter i carries the unit of the outcomes.
func (w wording) isAmount(i int) bool { return w.first <= i && i < w.first+w.amounts }

// String is the law as a scenario writes it, without units: "lognormal: {mean: 45, cv: 0.6}".
func (l Law) String() string { return l.In("", 1) }

// In is the law as a scenario writes it, in units of the given size: In("min", 60) of a law in seconds is
// "lognormal: {mean: 45 min, cv: 0.6}". Numbers have up to 12 digits.
func (l Law) In(unit string, size float64) string {
	amount := func(v float64) string { return strings.TrimRight(number(v/size)+" "+unit, " ") }
	w := wordings[l.kind]
	switch l.kind {
	case empirical:
		return l.steps.in(l.scale, amount)
	case constant:
		return "constant: " + amount(l.given[0])
	}
	parts := make([]string, len(w.parameters))
	for i, name := range w.parameters {
		parts[i] = number(l.given[i])
		if w.isAmount(i) {
			parts[i] = amount(l.given[i])
		}
		if !w.inOrder {
			parts[i] = name + ": " + parts[i]
		}
	}
	list := strings.Join(parts, ", ")
	if w.inOrder {
		return w.law + ": [" + list + "]"
	}
	return w.law + ": {" + list + "}"
}

// number writes 12 digits at most, so that a scaled 0.1 stays 0.1.
func number(v float64) string { return strconv.FormatFloat(v, 'g', 12, 64) }
