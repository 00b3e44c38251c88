package scenarios

import (
	"strconv"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// usual is what figures of a kind are wherever trucks drive, with much room on both sides: what lies
// outside was probably written in another unit, or with a dot for thousands. Money is in USD.
type usual struct {
	low, high float64 // in the base unit of the dimension
	dim       quantity.Dimension
}

// usually is what is usual for figures under a key; false where nothing is known.
func usually(key string) (usual, bool) {
	u, known := map[string]usual{
		"diesel":      {0.1, 5, quantity.MoneyPerVolume},
		"fuel_loaded": {0.05, 1.5, quantity.FuelUse},
		"fuel_empty":  {0.05, 1.5, quantity.FuelUse},
		"hour":        {0.2, 200, quantity.MoneyPerTime},
		"per_km":      {0.001, 5, quantity.MoneyPerLength},
		"payload":     {0.5, 60, quantity.Mass},
		"speed":       {5, fastestLeg, quantity.Speed}, // what is fast has a warning of its own
		"toll":        {0.01, 2000, quantity.Money},
		"fee":         {0.01, 2000, quantity.Money},
		"informal":    {0.01, 2000, quantity.Money},
		"worth":       {1, 1e6, quantity.MoneyPerMass},

		"declaration_fee": {0.01, 2000, quantity.Money},
	}[key]
	return u, known
}

// likely warns of a figure that was read and is far from what is usual. Nought is no price at all.
func (u usual) likely(v *strict.Value, x float64) {
	if x == 0 || u.low <= x && x <= u.high {
		return
	}
	what := words.Say("scenario.unlikely", "value", v.Raw(), "low", u.text(u.low), "high", u.text(u.high))
	if amount := u.text(threeDigits(x)); amount != v.Raw() {
		what = words.Say("scenario.unlikely-amount", "value", v.Raw(), "amount", amount, "low", u.text(u.low), "high", u.text(u.high))
	}
	v.Warn(what, words.Phrase{})
}

// text is a number on the scale as a file has it.
func (u usual) text(x float64) string {
	q := quantity.Quantity{Value: x, Dim: u.dim}
	switch u.dim {
	case quantity.Money, quantity.MoneyPerMass, quantity.MoneyPerLength, quantity.MoneyPerTime, quantity.MoneyPerVolume:
		q.Over = dollar
	}
	return q.String()
}

// threeDigits of a number are enough to see how far off it is.
func threeDigits(x float64) float64 {
	short, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 3, 64), 64) // it was a number before
	return short
}
