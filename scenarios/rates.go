package scenarios

import (
	"slices"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// rates are the exchange rates of a scenario, by currency, the latest first. A currency with none is one that was written and
// could not be read.
type rates map[quantity.Currency][]rate

// rate is so much of a currency for one USD, from a day on.
type rate struct {
	value float64
	since quantity.Date // the zero date: it holds on any day
}

// dated is a figure that says on which day it was one.
type dated struct {
	on quantity.Date
	at *strict.Value
}

// on is the rate of a currency that holds on a day; without a day, the latest.
func (r rates) on(of quantity.Currency, d *dated) (float64, bool) {
	for _, one := range r[of] {
		if d == nil || one.since == (quantity.Date{}) || !d.on.Before(one.since) {
			return one.value, true
		}
	}
	return 0, false
}

// currencies reads the exchange rates: `rate` is the latest, and those before it stand under `earlier`.
func (r *reader) currencies(top *strict.Map) {
	items, _ := r.items(top, "currencies")
	for _, m := range items {
		name, _ := m.Text("name")
		of := quantity.Currency(name)
		if v, there := m.At("rate"); there {
			r.rates[of] = nil
			r.rate(v, of)
		}
		earlier := m.List("earlier")
		if len(earlier) > 0 {
			m.Require("rate", "rate: {value: 1000 "+name+"/USD, since: 2025-01-01}")
			r.needsSince(m, "rate")
		}
		for _, v := range earlier {
			r.rate(v, of)
		}
		m.Done()
	}
	r.memory = r.memory.at(r.rates)
}

// needsSince reports a rate that does not say since when it holds, where others held before it.
func (r *reader) needsSince(m *strict.Map, key string) {
	v, there := m.At(key)
	if !there {
		return
	}
	if sub, isMap := asMap(v); !isMap || !sub.Has("since") {
		v.Problem(words.Say("scenario.rate-since"), words.Phrase{}, words.Say("scenario.rate-since-help"))
	}
}

// rate reads one exchange rate, which must lead from its currency to the dollar and be earlier than those before it in the file.
func (r *reader) rate(v *strict.Value, of quantity.Currency) {
	read := func(v *strict.Value) (float64, bool) {
		q, ok := v.AsQuantity(quantity.Exchange, quantity.Between(cheapestDollar, dearestDollar))
		if ok && (q.Over != of || q.Under != dollar) {
			v.Problem(words.Say("scenario.rate-of", "currency", string(of)), words.Phrase{}, words.Say("strict.write", "text", "1000 "+string(of)+"/USD"))
			ok = false
		}
		return q.Value, ok
	}
	stated := func(text string) (float64, bool) {
		q, err := quantity.Parse(text, quantity.Exchange)
		return q.Value, err == nil && q.Over == of && q.Under == dollar
	}
	since, ordered := r.since(v, of)
	if x, ok := r.plainValue(v, scale{read: read, stated: stated, keys: []string{"since"}}); ok && ordered {
		r.rates[of] = append(r.rates[of], rate{x, since})
	}
}

// since reads from which day on a rate holds; the latest stands first.
func (r *reader) since(v *strict.Value, of quantity.Currency) (day quantity.Date, ok bool) {
	later := r.rates[of]
	m, isMap := asMap(v)
	if !isMap || !m.Has("since") {
		if len(later) > 0 {
			v.Problem(words.Say("scenario.rate-since"), words.Phrase{}, words.Say("scenario.rate-since-help"))
		}
		return day, len(later) == 0
	}
	if day, ok = m.Date("since"); !ok {
		return day, false
	}
	r.days[v.Path()] = "since: " + day.String()
	if len(later) == 0 {
		return day, true
	}
	if last := later[len(later)-1].since; last != (quantity.Date{}) && !day.Before(last) {
		at, _ := m.At("since")
		at.Problem(words.Say("scenario.rate-order", "date", day.String(), "later", last.String()), words.Phrase{}, words.Phrase{})
		return day, false
	}
	return day, true
}

// datedAt reads `date`, which a sum of money may carry beside its value; nil for none.
func (r *reader) datedAt(m *strict.Map, key string) *dated {
	v, there := m.At(key)
	if !there {
		return nil
	}
	sub, isMap := asMap(v)
	if !isMap || !sub.Has("date") {
		return nil
	}
	on, ok := sub.Date("date")
	if !ok {
		return nil
	}
	r.days[v.Path()] = "date: " + on.String()
	at, _ := sub.At("date")
	return &dated{on, at}
}

// hasRate says whether a sum can be converted, and reports what is missing: a rate of its currency, or one for its date.
func (r *reader) hasRate(v *strict.Value, of quantity.Currency, d *dated) bool {
	if of == dollar {
		if d != nil {
			d.at.Problem(words.Say("scenario.date-of-dollars"), words.Phrase{}, words.Phrase{})
		}
		return d == nil
	}
	list, written := r.rates[of]
	if !written {
		v.Problem(words.Say("scenario.no-rate", "currency", string(of)), words.Phrase{}, words.Say("scenario.no-rate-help", "currency", string(of)))
		return false
	}
	if _, there := r.rates.on(of, d); there || len(list) == 0 {
		return there
	}
	var known []string
	for _, one := range slices.Backward(list) {
		known = append(known, one.since.String())
	}
	d.at.Problem(words.Say("scenario.no-rate-then", "currency", string(of), "date", d.on.String(), "since", strings.Join(known, ", ")), words.Phrase{}, words.Say("scenario.no-rate-then-help", "currency", string(of), "date", d.on.String()))
	return false
}
