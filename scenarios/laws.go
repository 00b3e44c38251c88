package scenarios

import (
	"errors"
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
	"hanhlang/seeds/law"
)

// How many times a law is made of, where it is not a number of them.
const (
	ofParameters = 0  // its parameters have names
	ofAnyTimes   = -1 // one or more
)

// laws are the distributions that a file may name, the way each is written, and how many times it
// is made of.
var laws = [...]struct {
	name, form string
	times      int
}{
	{"constant", "{constant: 15 min}", 1},
	{"exponential", "{exponential: 12 min}", 1},
	{"uniform", "{uniform: [2 min, 5 min]}", 2},
	{"triangular", "{triangular: [30 min, 45 min, 90 min]}", 3},
	{"pert", "{pert: [30 min, 45 min, 90 min]}", 3},
	{"lognormal", "{lognormal: {mean: 40 min, cv: 0.5}}", ofParameters},
	{"gamma", "{gamma: {mean: 40 min, shape: 2.5}}", ofParameters},
	{"erlang", "{erlang: {k: 3, mean: 12 min}}", ofParameters},
	{"weibull", "{weibull: {shape: 1.7, scale: 50 min}}", ofParameters},
	{"normal", "{normal: {mean: 60 min, sd: 20 min, lo: 30 min, hi: 120 min}}", ofParameters},
	{"empirical", "{empirical: [10 min, 12 min, 30 min]}", ofAnyTimes},
}

// lawNames lists them.
func lawNames() []string {
	names := make([]string, len(laws))
	for i := range laws {
		names[i] = laws[i].name
	}
	return names
}

func isLaw(name string) bool { return slices.Contains(lawNames(), name) }

// timesOf is how many times a law is made of.
func timesOf(name string) int { return laws[slices.Index(lawNames(), name)].times }

// such shows how a law is written.
func such(name string) words.Phrase {
	return words.Say("scenario.such", "form", laws[slices.Index(lawNames(), name)].form)
}

// lawOfTimes makes a law of as many times as it wants [s].
func lawOfTimes(name string, t []float64) (law.Law, error) {
	switch name {
	case "constant":
		return law.Constant(t[0])
	case "exponential":
		return law.Exponential(t[0])
	case "uniform":
		return law.Uniform(t[0], t[1])
	case "triangular":
		return law.Triangular(t[0], t[1], t[2])
	case "pert":
		return law.PERT(t[0], t[1], t[2])
	}
	return law.Empirical(t, nil)
}

// accepted puts the refusal of a law on record.
func accepted(v *strict.Value, name string, err error) bool {
	if err == nil {
		return true
	}
	var fault *law.ParameterError
	if !errors.As(err, &fault) {
		panic("scenarios: a law was refused without a reason: " + err.Error())
	}
	v.Problem(refusal(fault), words.Phrase{}, such(name))
	return false
}

// refusal says what is wrong with a parameter. Only plain numbers have limits of their own that were
// not checked before; times, which are kept in seconds, are held against each other.
func refusal(f *law.ParameterError) words.Phrase {
	switch {
	case f.Reason == law.Remote:
		return words.Say("scenario.law-remote")
	case f.Of != "" && f.Reason == law.TooLarge:
		return words.Say("scenario.law-above", "parameter", f.Parameter, "of", f.Of)
	case f.Of != "":
		return words.Say("scenario.law-below", "parameter", f.Parameter, "of", f.Of)
	case f.Reason == law.NotAbove:
		return words.Say("scenario.law-zero", "parameter", f.Parameter)
	case f.Reason == law.TooSmall:
		return words.Say("scenario.law-least", "parameter", f.Parameter, "limit", f.Limit)
	}
	return words.Say("scenario.law-most", "parameter", f.Parameter, "limit", f.Limit)
}
