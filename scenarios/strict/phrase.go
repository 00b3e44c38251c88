package strict

import (
	"math"
	"strconv"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
)

// maxListed is how many names a message lists before it says how many more there are.
const maxListed = 12

// Nearest finds the name that was probably meant among those there are; see quantity.Nearest.
func Nearest(name string, names []string) (string, bool) {
	return quantity.Nearest(name, names)
}

// listed names what is allowed: a, b or c.
func listed(names []string) words.Phrase {
	var items []any
	for _, name := range names {
		if len(items) == maxListed {
			items = append(items, words.Say("strict.others", "count", len(names)-maxListed))
			break
		}
		items = append(items, shown(name))
	}
	return words.Or(items...)
}

// unitList names the units of a dimension; those that begin with a slash are shown behind a number.
func unitList(dim quantity.Dimension) words.Phrase {
	var items []any
	for _, unit := range dim.Units() {
		switch {
		case unit == "":
		case unit[0] == '/':
			items = append(items, "1"+unit)
		default:
			items = append(items, unit)
		}
	}
	return words.Or(items...)
}

// decimal writes a bound in full digits.
func decimal(value float64) string {
	if math.Abs(value) < 1e15 {
		return strconv.FormatFloat(value, 'f', -1, 64)
	}
	return strconv.FormatFloat(value, 'g', -1, 64)
}

// ranged says what bounds allow of a kind of value: a whole number from 1 to 10000, a time of at least 0 min.
func ranged(kind words.Phrase, bounds quantity.Bounds, printed func(float64) string) words.Phrase {
	below, above := !math.IsInf(bounds.Lo, -1), !math.IsInf(bounds.Hi, 1)
	if below && above && !bounds.LoOpen && !bounds.HiOpen {
		return words.Say("strict.from-to", "kind", kind, "lo", printed(bounds.Lo), "hi", printed(bounds.Hi))
	}
	var ends []any
	if below && bounds.LoOpen {
		ends = append(ends, words.Say("strict.more-than", "bound", printed(bounds.Lo)))
	} else if below {
		ends = append(ends, words.Say("strict.at-least", "bound", printed(bounds.Lo)))
	}
	if above && bounds.HiOpen {
		ends = append(ends, words.Say("strict.less-than", "bound", printed(bounds.Hi)))
	} else if above {
		ends = append(ends, words.Say("strict.at-most", "bound", printed(bounds.Hi)))
	}
	if len(ends) == 0 {
		return kind
	}
	return words.Say("strict.of-range", "kind", kind, "range", words.And(ends...))
}

// dimensionPhrase names a kind of figure: a time, a length, a cost per distance.
func dimensionPhrase(dim quantity.Dimension) words.Phrase {
	switch dim {
	case quantity.Pure:
		return words.Say("strict.a-plain-number")
	case quantity.Time:
		return words.Say("strict.a-time")
	case quantity.Length:
		return words.Say("strict.a-length")
	case quantity.Mass:
		return words.Say("strict.a-mass")
	case quantity.Volume:
		return words.Say("strict.a-volume")
	case quantity.Area:
		return words.Say("strict.an-area")
	case quantity.Speed:
		return words.Say("strict.a-speed")
	case quantity.PerTime:
		return words.Say("strict.a-rate")
	case quantity.FuelUse:
		return words.Say("strict.a-fuel-use")
	case quantity.Exchange:
		return words.Say("strict.an-exchange-rate")
	case quantity.YieldPerArea:
		return words.Say("strict.a-yield-per-area")
	}
	return moneyPhrase(dim)
}

func moneyPhrase(dim quantity.Dimension) words.Phrase {
	switch dim {
	case quantity.Money:
		return words.Say("strict.an-amount")
	case quantity.MoneyPerLength:
		return words.Say("strict.a-cost-per-distance")
	case quantity.MoneyPerTime:
		return words.Say("strict.a-cost-per-time")
	case quantity.MoneyPerMass:
		return words.Say("strict.a-cost-per-mass")
	case quantity.MoneyPerVolume:
		return words.Say("strict.a-price-per-volume")
	}
	return words.Say("strict.a-figure-in", "unit", dim.Unit())
}
