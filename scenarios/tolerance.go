package scenarios

import (
	"strings"
	"unicode"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// Tolerance is how far a measure may lie from what was published and still fit it. It is stated
// before the model is run.
type Tolerance struct {
	Low, High *float64 // in the unit of the measure; none: no limit on this side
}

// The tolerances in words: the published figure is itself a limit.
const (
	atLeast = "at least"
	atMost  = "at most"
)

// tolerance reads what fits a published figure, and the likely reason where it does not fit.
func (r *studyReader) tolerance(m *strict.Map, p *Published) {
	m.Help("tolerance", words.Say("scenario.tolerance-help"))
	v, there := m.At("tolerance")
	if there {
		v.Freely() // its unit is that of the measure
	}
	reason, reasoned := m.Text("reason")
	if !there {
		if reasoned {
			at, _ := m.At("reason")
			at.Problem(words.Say("scenario.reason-alone"), words.Phrase{}, words.Say("scenario.reason-alone-help"))
		}
		return
	}
	p.Reason = reason
	if p.Fact.ID == "" {
		return
	}
	unit, known := unitOf(p.Measure)
	if !known {
		v.Problem(words.Say("scenario.tolerance-unit", "measure", p.Measure), words.Phrase{}, words.Phrase{})
		return
	}
	if v.IsList() {
		p.Tolerance = between(v, unit, p.Measure)
		return
	}
	low, high, ok := rangeOf(&p.Fact, unit.stated)
	if p.Value != nil {
		low, high, ok = *p.Value, *p.Value, true
	}
	if ok {
		p.Tolerance = around(v, low, high)
	}
}

// between reads both ends of what fits.
func between(v *strict.Value, unit unit, measure string) *Tolerance {
	ends, ok := twoEnds(v)
	if !ok {
		return nil
	}
	var limits [2]float64
	for i, end := range ends {
		if limits[i], ok = unit.stated(end.Node().Text()); !ok {
			end.Problem(words.Say("scenario.tolerance-end", "measure", measure), words.Phrase{}, words.Phrase{})
			return nil
		}
	}
	if limits[0] > limits[1] {
		swapped(v, ends)
		return nil
	}
	return &Tolerance{Low: &limits[0], High: &limits[1]}
}

// around reads how far from the published figure, or from the ends of its range, a measure may lie.
func around(v *strict.Value, low, high float64) *Tolerance {
	if strings.IndexFunc(v.Node().Text(), unicode.IsDigit) < 0 {
		switch word, _ := v.AsChoice(atLeast, atMost); word {
		case atLeast:
			return &Tolerance{Low: &low}
		case atMost:
			return &Tolerance{High: &high}
		}
		return nil
	}
	part, ok := v.AsShare()
	if !ok {
		return nil
	}
	low, high = low-float64(low*part), high+float64(high*part)
	return &Tolerance{Low: &low, High: &high}
}

// unit is what the name of a measure ends in.
type unit struct {
	end string
	dim quantity.Dimension
	per float64 // base units of the dimension in one of the measure
}

// tonnesPerGram turns the base of mass into grams.
const tonnesPerGram = 1e-6

// stated turns a figure of a fact into the unit. Money must be in dollars: no rate of another year is known here.
func (u unit) stated(text string) (float64, bool) {
	if q, err := quantity.Parse(text, u.dim); err == nil && q.Over != "" && q.Over != dollar {
		return 0, false
	}
	x, ok := inUnits(u.dim)(text)
	return x / u.per, ok
}

// unitOf is the unit in which the name of a measure ends, if facts can be stated in it.
func unitOf(measure string) (unit, bool) {
	for _, u := range []unit{
		{"_per_h", quantity.PerTime, 1},
		{"_h", quantity.Time, secondsPerHour},
		{"_per_day", quantity.PerTime, 1.0 / hoursOfDay},
		{"_share", quantity.Pure, 1},
		{"_trucks", quantity.Pure, 1},
		{"_truck_km_usd", quantity.MoneyPerLength, 1},
		{"_tkm_usd", quantity.MoneyPerTonneKm, 1},
		{"_trip_usd", quantity.Money, 1},
		{"_g_per_tkm", quantity.MassPerTonneKm, tonnesPerGram},
	} {
		if strings.HasSuffix(measure, u.end) {
			return u, true
		}
	}
	return unit{}, false
}
