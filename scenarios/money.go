package scenarios

import (
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// rates are the exchange rates of a scenario, by currency: so many of it for one USD. The zero
// quantity stands for one that was written and could not be read.
type rates map[quantity.Currency]quantity.Quantity

// dollar is the currency that everything is added up in.
const dollar quantity.Currency = "USD"

// dearest is the largest sum that one figure may hold [USD]: a run adds up millions of them in
// integer micro-USD.
const dearest = 1e6

// Bounds of an exchange rate, for which there is no end but sense: so many of a currency for a dollar.
const (
	cheapestDollar = 0.001
	dearestDollar  = 1e9
)

// currencies reads the exchange rates.
func (r *reader) currencies(top *strict.Map) {
	items, _ := r.items(top, "currencies")
	for _, m := range items {
		name, _ := m.Text("name")
		if v, there := m.At("rate"); there {
			r.rate(v, quantity.Currency(name))
		}
		m.Done()
	}
	r.memory = r.memory.at(r.rates)
}

// rate reads one exchange rate, which must lead from its currency to the dollar.
func (r *reader) rate(v *strict.Value, of quantity.Currency) {
	r.rates[of] = quantity.Quantity{}
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
	if x, ok := r.plainValue(v, scale{read: read, stated: stated}); ok {
		r.rates[of] = quantity.Quantity{Value: x, Dim: quantity.Exchange, Over: of, Under: dollar}
	}
}

// money reads a sum, or a sum per something, and converts it to USD.
func (r *reader) money(m *strict.Map, key string, dim quantity.Dimension) (float64, bool) {
	return r.plain(m, key, scale{
		read: func(v *strict.Value) (float64, bool) {
			q, ok := v.AsQuantity(dim, quantity.AtLeast(0))
			if !ok {
				return 0, false
			}
			return r.paid(v, q)
		},
		stated: func(text string) (float64, bool) {
			q, err := quantity.Parse(text, dim)
			if err != nil {
				return 0, false
			}
			return r.inDollars(q)
		},
	})
}

// paid converts an amount that stands in a file, and says what is in the way.
func (r *reader) paid(v *strict.Value, q quantity.Quantity) (float64, bool) {
	if _, written := r.rates[q.Over]; !written && q.Over != dollar {
		currency := string(q.Over)
		v.Problem(words.Say("scenario.no-rate", "currency", currency), words.Phrase{}, words.Say("scenario.no-rate-help", "currency", currency))
		return 0, false
	}
	x, ok := r.inDollars(q)
	if ok && x > dearest {
		v.Problem(words.Say("scenario.too-dear", "value", q.String()), words.Say("scenario.dearest", "limit", dearest), words.Phrase{})
		ok = false
	}
	return x, ok
}

// inDollars converts an amount by the rates of the scenario.
func (r *reader) inDollars(q quantity.Quantity) (float64, bool) {
	if q.Over == dollar {
		return q.Value, true
	}
	rate := r.rates[q.Over]
	if rate.Value == 0 {
		return 0, false
	}
	converted, ok := q.ConvertedBy(rate)
	return converted.Value, ok
}
