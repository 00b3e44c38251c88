package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// ground reads what a figure rests on. A fact of its own subject gives its grade; one carried over
// from elsewhere makes an assumption. A range of its own goes before that of the fact.
func (r *reader) ground(m *strict.Map, f *figure) {
	f.in.Why, _ = m.Text("why")
	m.Known(f.scale.keys...)
	if f.scale.beside != nil {
		r.beside(m, f)
	}
	r.ownRange(m, f)
	if transfer, has := m.At("transfer"); has && m.Has("fact") {
		transfer.Problem(words.Say("scenario.fact-and-transfer"), words.Phrase{}, words.Say("scenario.fact-and-transfer-help"))
		return
	}
	r.cite(m, "fact", f)
	r.cite(m, "transfer", f)
}

// beside reads what stands beside the value and changes it.
func (r *reader) beside(m *strict.Map, f *figure) {
	x, ok := f.scale.beside(m, f.x)
	f.x, f.known = x, f.known && ok
	if mean, has := m.At("mean"); has {
		f.in.Value += scaledTo(mean.Raw())
		f.inner = r.latest(f.inner, mean)
	}
}

// scaledTo says that the mean beside a law changes it.
func scaledTo(mean string) string { return ", scaled to mean " + mean }

// ownRange reads `range: [low, high]`, which must hold the value.
func (r *reader) ownRange(m *strict.Map, f *figure) {
	v, there := m.At("range")
	if !there {
		return
	}
	if f.scale.read == nil {
		v.Problem(words.Say("scenario.no-range-here"), words.Phrase{}, words.Phrase{})
		return
	}
	ends, ok := twoEnds(v)
	if !ok {
		return
	}
	low, okLow := f.scale.read(ends[0])
	high, okHigh := f.scale.read(ends[1])
	lowText, highText := ends[0].Node().Text(), ends[1].Node().Text()
	switch {
	case !okLow || !okHigh:
		return
	case low > high:
		swapped(v, ends)
	case f.known && !within(f.x, low, high):
		r.latest(f.inner, v).Problem(words.Say("scenario.outside-range", "value", f.in.Value, "low", lowText, "high", highText), words.Phrase{}, words.Phrase{})
	}
	f.in.Low, f.in.High = lowText, highText
}

// twoEnds are the items of a range.
func twoEnds(v *strict.Value) ([]*strict.Value, bool) {
	ends, ok := v.AsList()
	if ok && len(ends) != 2 {
		v.Problem(words.Say("scenario.range-ends", "count", len(ends)), words.Say("scenario.range-form"), words.Phrase{})
		ok = false
	}
	return ends, ok
}

// swapped reports two ends that stand the wrong way round.
func swapped(v *strict.Value, ends []*strict.Value) {
	low, high := ends[0].Node().Text(), ends[1].Node().Text()
	v.Problem(words.Say("scenario.range-swapped", "low", low, "high", high), words.Phrase{},
		words.Say("strict.write", "text", "["+high+", "+low+"]"))
}

// cite reads the fact that a figure is taken from, or carried over from.
func (r *reader) cite(m *strict.Map, key string, f *figure) {
	v, has := m.At(key)
	if !has {
		return
	}
	fact, found := r.facts.find(v)
	if !found {
		return
	}
	f.in.Grade, f.in.Source = fact.Grade, fact.Source
	carried := key == "transfer"
	if carried {
		f.in.Transfer, f.in.Grade = fact.ID, corridors.GradeD
	} else {
		f.in.Fact = fact.ID
	}
	own := f.in.Low != ""
	if f.known && !(carried && own) && !agrees(&fact, f.x, f.scale.stated) {
		r.differs(r.latest(f.inner, v), f, &fact, carried)
		return
	}
	if !own {
		f.in.Low, f.in.High = fact.Low, fact.High
	}
}

// differs reports a figure that is not what its fact says.
func (r *reader) differs(v *strict.Value, f *figure, fact *corridors.Fact, carried bool) {
	what := words.Say("scenario.fact-differs", "value", f.in.Value, "id", fact.ID, "says", statement(fact))
	help := words.Say("scenario.fact-differs-help", "id", fact.ID)
	switch {
	case !states(fact, f.scale.stated):
		help = words.Say("scenario.fact-other-kind-help")
	case carried:
		help = words.Say("scenario.transfer-differs-help")
	}
	v.Problem(what, words.Phrase{}, help)
}
