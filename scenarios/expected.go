package scenarios

import (
	"math"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// Expected is a quantity of a case whose value is known: a measure, something that is watched, or one of the best places.
type Expected struct {
	Name    string
	Measure string   // empty: it is none
	Watched *Watched // nil: it is nothing that is watched
	Placed  *Placed  // nil: the case is no placement

	Complement bool   // 1 less the measure
	Less       string // case whose measure is taken off, replication by replication; empty: none
	Plus       []Term // what is added to the measure
	Over       string // measure that the measure is so much for each of; empty: none
	Variance   bool   // the value is the variance over the replications, not their mean
	AtLeast    bool   // no replication may fall below the value

	Value  float64 // in the unit as written
	Unit   string  // as written; may be empty
	Per    float64 // units of the measure in one of the unit as written
	AtMost float64 // half-width that is accepted at most, in the unit as written
}

// Span is a part of a run [s].
type Span struct{ From, To float64 }

// Term is so many times a measure.
type Term struct {
	Measure string
	Times   float64
}

// expected reads the quantities of a case.
func (r *casesReader) expected(m *strict.Map, c *Case) {
	m.Require("expected", "expected: [{name: mean wait, measure: queue_wait_h, value: 12 min}]")
	in := newReader(layers{}, r.facts, r.problems)
	items, _ := in.someItems(m, "expected")
	for _, item := range items {
		e := Expected{}
		e.Name, _ = item.Text("name")
		if v, there := item.At("value"); there {
			v.Freely() // its unit is that of what is expected
		}
		if c.Placement != nil {
			item.Require("value", "value: 3417 USD/day")
			r.placed(item, c.Placement, &e)
			item.Done()
			c.Expected = append(c.Expected, e)
			continue
		}
		item.Require("value", "value: 12 min")
		if u, ok := r.counted(item, c, &e); ok {
			r.value(item, &e, u)
			exactWidth(item, c, &e)
		} else {
			item.Known("value", "half_width")
		}
		item.Done()
		c.Expected = append(c.Expected, e)
	}
}

// counted reads what a quantity is of, and gives its unit.
func (r *casesReader) counted(m *strict.Map, c *Case, e *Expected) (unit, bool) {
	r.spread(m, c, e)
	v, measured := m.At("measure")
	asked := 0
	what, of := What(0), (*strict.Value)(nil)
	for i, word := range whats {
		if at, there := m.At(word); there {
			asked++
			what, of = What(i), at
		}
	}
	if asked > 1 || asked == 1 && measured {
		m.Problem(words.Say("scenario.expected-twice"), words.Phrase{}, words.Say("strict.delete-one"))
		m.Known("complement", "less", "plus", "over")
		return unit{}, false
	}
	if asked == 1 {
		w, u, ok := watched(what, of, c)
		e.Watched = w
		return u, ok
	}
	if !measured {
		m.Require("measure", "measure: queue_wait_h")
		m.Known("complement", "less", "plus", "over")
		return unit{}, false
	}
	name, known := r.measureOf(v, []string{c.Name})
	e.Measure = name
	u, hasUnit := unitOfCase(name)
	if known && !hasUnit {
		v.Problem(words.Say("scenario.case-unit", "measure", name), words.Phrase{}, words.Phrase{})
	}
	r.reckoned(m, c, e)
	return u, known && hasUnit
}

// spread reads whether the value is the variance over the replications, or what none of them falls below.
func (r *casesReader) spread(m *strict.Map, c *Case, e *Expected) {
	e.Variance, _ = m.Flag("variance")
	e.AtLeast, _ = m.Flag("at_least")
	if v, there := m.At("variance"); there && e.Variance {
		_, inside := m.At(whats[Inside])
		_, came := m.At(whats[Came])
		if e.AtLeast || c.Exact || !inside && !came {
			v.Problem(words.Say("scenario.variance-of"), words.Phrase{}, words.Phrase{})
		}
	}
}

// reckoned reads what is done with the measure before it is held against the value.
func (r *casesReader) reckoned(m *strict.Map, c *Case, e *Expected) {
	e.Complement, _ = m.Flag("complement")
	if v, there := m.At("complement"); there && e.Complement && unitEnd(e.Measure) != "share" && !strings.HasPrefix(e.Measure, shareWithin) {
		v.Problem(words.Say("scenario.complement-of", "measure", e.Measure), words.Phrase{}, words.Phrase{})
	}
	if v, there := m.At("less"); there {
		if other, ok := r.names.findValue(v); ok {
			e.Less = other
			if at, measured := m.At("measure"); measured && r.measure[c.Name] != nil {
				r.measureOf(at, []string{other})
			}
		}
	}
	if v, there := m.At("over"); there {
		e.Over, _ = r.measureOf(v, []string{c.Name})
		if e.Complement || m.Has("less") || m.Has("plus") {
			v.Problem(words.Say("scenario.over-alone"), words.Phrase{}, words.Phrase{})
		}
	}
	for _, item := range m.List("plus") {
		sub, ok := item.AsMap()
		if !ok {
			continue
		}
		t := Term{Times: 1}
		sub.Require("measure", "measure: station.exit post/lane.utilisation_share")
		if v, there := sub.At("measure"); there {
			t.Measure, _ = r.measureOf(v, []string{c.Name})
		}
		if x, given := sub.Number("times", quantity.Anything()); given {
			t.Times = x
		}
		sub.Done()
		e.Plus = append(e.Plus, t)
	}
}

// value reads the value, in whatever unit it is written, and how wide the interval around it may be.
func (r *casesReader) value(m *strict.Map, e *Expected, u unit) {
	v, there := m.At("value")
	if !there {
		m.Known("half_width")
		return
	}
	if _, ok := v.AsQuantity(u.dim, quantity.Anything()); !ok {
		m.Known("half_width")
		return
	}
	text := v.Node().Text()
	x, ok := u.stated(text)
	number, word := numberOf(text)
	if !ok {
		v.Problem(words.Say("scenario.tolerance-end", "measure", e.Measure), words.Phrase{}, words.Phrase{})
		m.Known("half_width")
		return
	}
	e.Value, e.Unit, e.Per = number, word, 1
	if one, ok := u.stated("1 " + word); ok {
		e.Per = one
	}
	if number != 0 {
		e.Per = x / number
	}
	if word == "" && u.dim == quantity.Pure && unitEnd(u.end) != "share" {
		e.Unit = unitEnd(u.end)
	}
	e.AtMost = tolerated * math.Abs(e.Value)
	if unitEnd(u.end) == "share" {
		e.AtMost = toleratedShare / e.Per
	}
	if part, given := m.Share("half_width"); given {
		e.AtMost = widening * part * math.Abs(e.Value)
	}
}

// shareWithin begins the names of the shares of trucks that keep to a target.
const shareWithin = "share_within_"

// unitOfCase is the unit in which the value of a measure can be stated: more of them than facts are published in.
func unitOfCase(measure string) (unit, bool) {
	for _, u := range []unit{
		{"_loads", quantity.Pure, 1},
		{"_km", quantity.Length, 1},
		{"_tonne_usd", quantity.MoneyPerMass, 1},
		{"_usd", quantity.Money, 1},
	} {
		if strings.HasSuffix(measure, u.end) && !(u.dim == quantity.Money && strings.Contains(measure, "_per_")) {
			return u, true
		}
	}
	if strings.HasPrefix(measure, shareWithin) {
		return unit{"_share", quantity.Pure, 1}, true
	}
	return unitOf(measure)
}

// exactWidth takes the width off a value that every replication must give, or not fall below.
func exactWidth(m *strict.Map, c *Case, e *Expected) {
	if !c.Exact && !e.AtLeast {
		return
	}
	e.AtMost = 0
	v, there := m.At("half_width")
	switch {
	case there && e.AtLeast:
		v.Problem(words.Say("scenario.at-least-width"), words.Phrase{}, words.Phrase{})
	case there:
		v.Problem(words.Say("scenario.exact-width"), words.Phrase{}, words.Phrase{})
	}
}

// numberOf takes a figure apart, which can be read.
func numberOf(text string) (float64, string) {
	for end := len(text); end > 0; end-- {
		if x, err := quantity.Number(strings.TrimSpace(text[:end])); err == nil {
			return x, strings.TrimSpace(text[end:])
		}
	}
	panic("scenarios: a figure without a number: " + text)
}
