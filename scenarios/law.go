package scenarios

import (
	"errors"
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/seeds/law"
)

// laws are the distributions that a file may name, with the way each is written.
var laws = [...]struct{ name, form string }{
	{"constant", "{constant: 15 min}"},
	{"exponential", "{exponential: 12 min}"},
	{"uniform", "{uniform: [2 min, 5 min]}"},
	{"triangular", "{triangular: [30 min, 45 min, 90 min]}"},
	{"pert", "{pert: [30 min, 45 min, 90 min]}"},
	{"lognormal", "{lognormal: {mean: 40 min, cv: 0.5}}"},
	{"gamma", "{gamma: {mean: 40 min, shape: 2.5}}"},
	{"erlang", "{erlang: {k: 3, mean: 12 min}}"},
	{"weibull", "{weibull: {shape: 1.7, scale: 50 min}}"},
	{"normal", "{normal: {mean: 60 min, sd: 20 min, lo: 30 min, hi: 120 min}}"},
	{"empirical", "{empirical: [10 min, 12 min, 30 min]}"},
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

// law reads the distribution of a time: a law with its parameters, or a single time that never
// varies. `mean: 20 min` beside the value scales the law to that mean.
func (r *reader) law(v *strict.Value) (law.Law, bool) {
	var out law.Law
	s := inBase(quantity.Time, anyTime())
	s.beside = func(m *strict.Map, _ float64) (float64, bool) {
		var ok bool
		out, ok = scaled(m, out)
		return out.Mean(), ok
	}
	ok := r.figure(v, s, func(inner *strict.Value) (float64, bool) {
		l, read := r.readLaw(inner)
		out = l
		return l.Mean(), read
	})
	if ok && out.Quantile(almostOne) > longestTime {
		v.Problem(words.Say("scenario.law-endless"), words.Phrase{}, words.Phrase{})
		ok = false
	}
	return out, ok
}

// No outcome of a law may be longer than longestTime [s], a thousand years: sums of such times still
// fit the clock. almostOne is the largest uniform number that luck gives.
const (
	longestTime = 1000 * 366 * 24 * secondsPerHour
	almostOne   = 1 - 1.0/(1<<53)
)

// scaled gives a law the mean that stands beside it, if one does.
func scaled(m *strict.Map, l law.Law) (law.Law, bool) {
	v, has := m.At("mean")
	if !has {
		return l, true
	}
	mean, ok := v.AsQuantity(quantity.Time, anyTime())
	switch {
	case !ok:
		return l, false
	case l.Mean() == 0:
		v.Problem(words.Say("scenario.mean-of-zero"), words.Phrase{}, words.Phrase{})
		return l, false
	}
	return l.Scaled(mean.Seconds() / l.Mean()), true
}

// readLaw reads a law without what it rests on.
func (r *reader) readLaw(v *strict.Value) (law.Law, bool) {
	if !v.IsMap() {
		time, ok := v.AsQuantity(quantity.Time, anyTime())
		if !ok {
			return law.Law{}, false
		}
		return made(v, law.Constant, time.Seconds())
	}
	m, ok := v.AsMap()
	if !ok {
		return law.Law{}, false
	}
	m.Known(lawNames()...)
	keys := m.Keys()
	if len(keys) != 1 {
		v.Problem(words.Say("scenario.one-law", "count", len(keys)), words.Say("scenario.law-forms", "forms", lawForms()), words.Phrase{})
		return law.Law{}, false
	}
	parameters, known := m.At(keys[0])
	m.Done()
	if !known || !isLaw(keys[0]) {
		return law.Law{}, false
	}
	return r.readParameters(keys[0], parameters)
}

// readParameters reads what stands after the name of a law.
func (r *reader) readParameters(name string, v *strict.Value) (law.Law, bool) {
	switch name {
	case "constant":
		return oneTime(v, law.Constant)
	case "exponential":
		return oneTime(v, law.Exponential)
	case "uniform":
		return twoTimes(v, law.Uniform)
	case "triangular":
		return threeTimes(v, law.Triangular)
	case "pert":
		return threeTimes(v, law.PERT)
	case "empirical":
		return readEmpirical(v)
	}
	return r.readNamed(name, v)
}

// oneTime reads a law with a single time.
func oneTime(v *strict.Value, make func(float64) (law.Law, error)) (law.Law, bool) {
	time, ok := v.AsQuantity(quantity.Time, anyTime())
	if !ok {
		return law.Law{}, false
	}
	return made(v, make, time.Seconds())
}

// made builds a law of one parameter and puts its refusal on record.
func made(v *strict.Value, make func(float64) (law.Law, error), a float64) (law.Law, bool) {
	l, err := make(a)
	return l, accepted(v, err)
}

func twoTimes(v *strict.Value, make func(a, b float64) (law.Law, error)) (law.Law, bool) {
	t, ok := times(v, 2)
	if !ok {
		return law.Law{}, false
	}
	l, err := make(t[0], t[1])
	return l, accepted(v, err)
}

func threeTimes(v *strict.Value, make func(a, b, c float64) (law.Law, error)) (law.Law, bool) {
	t, ok := times(v, 3)
	if !ok {
		return law.Law{}, false
	}
	l, err := make(t[0], t[1], t[2])
	return l, accepted(v, err)
}

// times reads a list of times [s]; wanted 0 stands for any number from one up.
func times(v *strict.Value, wanted int) ([]float64, bool) {
	items, ok := v.AsList()
	if !ok {
		return nil, false
	}
	if wanted > 0 && len(items) != wanted || len(items) == 0 {
		v.Problem(words.Say("scenario.times-wanted", "wanted", max(wanted, 1), "count", len(items)), words.Phrase{}, words.Phrase{})
		return nil, false
	}
	out := make([]float64, len(items))
	for i, item := range items {
		time, read := item.AsQuantity(quantity.Time, anyTime())
		out[i], ok = time.Seconds(), ok && read
	}
	return out, ok
}

func readEmpirical(v *strict.Value) (law.Law, bool) {
	t, ok := times(v, 0)
	if !ok {
		return law.Law{}, false
	}
	l, err := law.Empirical(t, nil)
	return l, accepted(v, err)
}

// accepted puts the refusal of a law on record.
func accepted(v *strict.Value, err error) bool {
	if err == nil {
		return true
	}
	var fault *law.ParameterError
	if !errors.As(err, &fault) {
		panic("scenarios: a law was refused without a reason: " + err.Error())
	}
	v.Problem(refusal(fault), words.Phrase{}, words.Phrase{})
	return false
}

// refusal says what is wrong with a parameter. The mended value, not the number inside, is what
// helps; times are kept in seconds, so a limit is named only where another parameter sets it.
func refusal(f *law.ParameterError) words.Phrase {
	switch {
	case f.Of != "" && (f.Reason == law.TooSmall || f.Reason == law.NotAbove):
		return words.Say("scenario.law-below", "parameter", f.Parameter, "of", f.Of)
	case f.Of != "":
		return words.Say("scenario.law-above", "parameter", f.Parameter, "of", f.Of)
	case f.Reason == law.NotAbove && f.Limit == 0:
		return words.Say("scenario.law-zero", "parameter", f.Parameter)
	case f.Reason == law.Remote:
		return words.Say("scenario.law-remote")
	}
	return words.Say("scenario.law-range", "parameter", f.Parameter)
}

// lawForms lists the ways to write a law.
func lawForms() words.Phrase {
	forms := make([]any, len(laws))
	for i := range laws {
		forms[i] = laws[i].form
	}
	return words.Or(forms...)
}
