package scenarios

import (
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

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

// money reads a sum, or a sum per something, and converts it to USD by the rate of its date; one without a date is of today.
func (r *reader) money(m *strict.Map, key string, dim quantity.Dimension) (float64, bool) {
	d := r.datedAt(m, key)
	return r.plain(m, key, scale{
		read: func(v *strict.Value) (float64, bool) {
			q, ok := v.AsQuantity(dim, quantity.AtLeast(0))
			if !ok {
				return 0, false
			}
			return r.paid(v, q, d)
		},
		stated: func(text string) (float64, bool) {
			q, err := quantity.Parse(text, dim)
			if err != nil {
				return 0, false
			}
			return r.inDollars(q, d)
		},
		keys: []string{"date"},
	})
}

// paid converts an amount that stands in a file, and says what is in the way.
func (r *reader) paid(v *strict.Value, q quantity.Quantity, d *dated) (float64, bool) {
	if !r.hasRate(v, q.Over, d) {
		return 0, false
	}
	x, ok := r.inDollars(q, d)
	if ok && x > dearest {
		v.Problem(words.Say("scenario.too-dear", "value", q.String()), words.Say("scenario.dearest", "limit", dearest), words.Phrase{})
		ok = false
	}
	return x, ok
}

// inDollars converts an amount by the rates of the scenario.
func (r *reader) inDollars(q quantity.Quantity, d *dated) (float64, bool) {
	if q.Over == dollar {
		return q.Value, true
	}
	rate, there := r.rates.on(q.Over, d)
	if !there {
		return 0, false
	}
	converted, ok := q.ConvertedBy(quantity.Quantity{Value: rate, Dim: quantity.Exchange, Over: q.Over, Under: dollar})
	return converted.Value, ok
}
