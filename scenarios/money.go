package scenarios

import (
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// rates are the exchange rates of a scenario, by currency: so many of it for one USD.
type rates map[quantity.Currency]quantity.Quantity

// dollar is the currency that everything is added up in.
const dollar quantity.Currency = "USD"

// currencies reads the exchange rates.
func (r *reader) currencies(top *strict.Map) {
	for _, m := range r.maps(top.List("currencies")) {
		name, _ := m.Text("name")
		m.Require("rate", "rate: 26000 VND/USD")
		if v, there := m.At("rate"); there {
			r.rate(v, quantity.Currency(name))
		}
		m.Done()
	}
}

// rate reads one exchange rate, which must lead from its currency to the dollar.
func (r *reader) rate(v *strict.Value, of quantity.Currency) {
	r.figure(v, func(inner *strict.Value) (float64, func(string) (float64, bool), bool) {
		q, ok := inner.AsQuantity(quantity.Exchange, quantity.MoreThan(0))
		if ok && (q.Over != of || q.Under != dollar) {
			inner.Problem(words.Say("scenario.rate-of", "currency", string(of)), words.Phrase{}, words.Phrase{})
			return 0, nil, false
		}
		if ok {
			r.rates[of] = q
		}
		return q.Value, inUnits(quantity.Exchange), ok
	})
}

// money reads a sum, or a sum per something, and converts it to USD.
func (r *reader) money(m *strict.Map, key string, dim quantity.Dimension) (float64, bool) {
	v, there := m.At(key)
	if !there {
		return 0, false
	}
	var out float64
	ok := r.figure(v, func(inner *strict.Value) (float64, func(string) (float64, bool), bool) {
		q, read := inner.AsQuantity(dim, quantity.AtLeast(0))
		if !read {
			return 0, nil, false
		}
		x := q.Value
		if out, read = r.inDollars(q); !read {
			inner.Problem(words.Say("scenario.no-rate", "currency", string(q.Over)), words.Phrase{},
				words.Say("scenario.no-rate-help", "currency", string(q.Over)))
		}
		return x, inUnits(dim), read
	})
	return out, ok
}

// inDollars converts an amount by the rates of the scenario.
func (r *reader) inDollars(q quantity.Quantity) (float64, bool) {
	if q.Over == dollar {
		return q.Value, true
	}
	rate, known := r.rates[q.Over]
	if !known {
		return 0, false
	}
	converted, ok := q.ConvertedBy(rate)
	return converted.Value, ok
}
