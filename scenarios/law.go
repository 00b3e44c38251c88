package scenarios

import (
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/seeds/law"
)

// law reads the distribution of a time: a law with its parameters, or a single time that never
// varies. `mean: 20 min` beside the value scales the law to that mean.
func (r *reader) law(v *strict.Value) (law.Law, bool) { return r.lawOf(v.Shared(lawDef)) }

// lawDef names what every law in a file looks like.
const lawDef = "law"

func (r *reader) lawOf(v *strict.Value) (law.Law, bool) {
	if inner, has := v.Node().Child("value"); has && inner.IsMap() {
		r.laws[v.Path()] = true
	}
	if l, kept := recall[law.Law](r, v); kept {
		return l, true
	}
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
	return keep(r, v, out, ok)
}

// No outcome of a law may be longer than longestTime [s], a thousand years: sums of such times still
// fit the clock. almostOne is the largest uniform number that luck gives.
const (
	longestTime = 1000 * 365 * 24 * secondsPerHour
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
	if v.IsMap() {
		return r.namedLaw(v)
	}
	time, ok := v.AsQuantity(quantity.Time, anyTime())
	if !ok {
		return law.Law{}, false
	}
	l, err := law.Constant(time.Seconds())
	return l, accepted(v, "constant", err)
}

// namedLaw reads a mapping with the name of a law as its only key.
func (r *reader) namedLaw(v *strict.Value) (law.Law, bool) {
	m, ok := v.AsMap()
	if !ok {
		return law.Law{}, false
	}
	m.Known(lawNames()...)
	keys := m.Keys()
	if len(keys) != 1 {
		v.Problem(words.Say("scenario.one-law", "count", len(keys)), among(lawNames()), such("lognormal"))
		return law.Law{}, false
	}
	m.Done()
	name := keys[0]
	if !isLaw(name) {
		return law.Law{}, false
	}
	inner, _ := m.At(name)
	if n := timesOf(name); n != ofParameters {
		t, ok := times(inner, name, n)
		if !ok {
			return law.Law{}, false
		}
		l, err := lawOfTimes(name, t)
		return l, accepted(inner, name, err)
	}
	return r.lawOfParameters(inner, name)
}

// times reads the times that a law is made of [s]: one by itself, several in a list.
func times(v *strict.Value, name string, wanted int) ([]float64, bool) {
	items, ok := []*strict.Value{v}, true
	if wanted != 1 {
		items, ok = v.AsList()
	}
	switch {
	case !ok:
		return nil, false
	case wanted == ofAnyTimes && len(items) == 0:
		v.Problem(words.Say("strict.empty-list"), words.Phrase{}, such(name))
		return nil, false
	case wanted != ofAnyTimes && len(items) != wanted:
		v.Problem(words.Say("scenario.times-wanted", "wanted", wanted, "count", len(items)), words.Phrase{}, such(name))
		return nil, false
	}
	out := make([]float64, len(items))
	for i, item := range items {
		time, read := item.AsQuantity(quantity.Time, anyTime())
		out[i], ok = time.Value, ok && read
	}
	return out, ok
}
