package scenarios

import (
	"strconv"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// Growth asks every alternative of a study in which year its limits are passed as demand grows.
type Growth struct {
	From   int           // the year that the figures of the alternatives describe
	To     int           // the last year asked for
	Rates  []float64     // growth per year, 0.15 for 15 %
	Limits []GrowthLimit // at least one
	Inputs []corridors.Input
}

// GrowthLimit is what must not be passed.
type GrowthLimit struct {
	Measure string      // empty: the utilisation of the busiest station
	AtMost  float64     // in the unit of the measure
	Range   *[2]float64 // where the limit itself may lie; none: it is not in doubt
}

// Factor is what demand is times in a year, at a rate of growth.
func (g *Growth) Factor(rate float64, year int) float64 { return grown(rate, year-g.From) }

// grown is the factor of some years of growth, by repeated squaring: with the same bits on every machine.
func grown(rate float64, years int) float64 {
	factor, power := 1.0, 1+rate
	for n := max(years, -years); n > 0; n /= 2 {
		if n%2 == 1 {
			factor = float64(factor * power)
		}
		power = float64(power * power)
	}
	if years < 0 {
		return 1 / factor
	}
	return factor
}

// Bounds of what a study of growth may ask.
const (
	longestGrowth = 30  // years
	mostGrown     = 100 // times the demand of the first year
	mostRates     = 20
)

// growth reads the years, the rates and the limits, and checks that the alternatives can grow.
func (r *studyReader) growth(top *strict.Map, s *Study) {
	m, there := top.Sub("growth")
	if !there {
		return
	}
	in := newReader(layers{}, r.facts, r.problems)
	for _, line := range []string{"from: 2025", "to: 2030", "rates: [10 %, 15 %]", "limits: [{measure: border_time_p95_h, at_most: 24 h}]"} {
		m.Require(keyOf(line), line)
	}
	g := &Growth{}
	from, okFrom := m.Count("from", firstYear, lastYear)
	to, okTo := m.Count("to", firstYear, lastYear)
	g.From, g.To = from, to
	if okFrom && okTo && (to <= from || to > from+longestGrowth) {
		v, _ := m.At("to")
		v.Problem(words.Say("scenario.growth-years", "from", strconv.Itoa(from), "to", strconv.Itoa(to)), words.Say("scenario.growth-years-allowed",
			"from", strconv.Itoa(from+1), "to", strconv.Itoa(from+longestGrowth)), words.Phrase{})
	} else if okFrom && okTo {
		g.Rates = growthRates(m, in, g)
	}
	for _, item := range m.ListOfSome("limits") {
		if sub, ok := item.AsMap(); ok {
			if limit, ok := r.growthLimit(sub, in); ok {
				g.Limits = append(g.Limits, limit)
			}
			sub.Done()
		}
	}
	m.Known("rates") // it is not read where the years are wrong
	m.Done()
	g.Inputs = in.inputs
	r.growing(m, s, g)
	s.Growth = g
}

// growthRates reads `rates: [10 %, {value: 15 %, fact: A034}]`.
func growthRates(m *strict.Map, in *reader, g *Growth) []float64 {
	var out []float64
	items := m.ListOfSome("rates")
	if len(items) > mostRates {
		v, _ := m.At("rates")
		v.Problem(words.Say("scenario.growth-rates", "count", len(items)), words.Say("scenario.growth-rates-allowed", "limit", mostRates), words.Phrase{})
		return nil
	}
	seen := make(map[float64]bool)
	for _, item := range items {
		rate, ok := in.plainValue(item, rateOfGrowth())
		switch {
		case !ok:
		case seen[rate]:
			item.Problem(words.Say("scenario.growth-rate-twice"), words.Phrase{}, words.Say("strict.delete-one"))
		case g.Factor(rate, g.To) > mostGrown:
			item.Problem(words.Say("scenario.growth-too-much", "factor", strconv.FormatFloat(g.Factor(rate, g.To), 'g', 3, 64), "to", strconv.Itoa(g.To), "limit", mostGrown),
				words.Phrase{}, words.Phrase{})
		default:
			seen[rate] = true
			out = append(out, rate)
		}
	}
	return out
}

// growthLimit reads `{measure: border_time_p95_h, at_most: 24 h}` or `{utilisation: 90 %}`.
func (r *studyReader) growthLimit(m *strict.Map, in *reader) (GrowthLimit, bool) {
	m.Known("measure", "at_most", "utilisation")
	busy, there := m.At("utilisation")
	if !there {
		return r.measureLimit(m, in)
	}
	for _, key := range []string{"measure", "at_most"} {
		if other, both := m.At(key); both {
			other.Problem(words.Say("scenario.growth-two-limits", "key", key), words.Phrase{}, words.Say("strict.delete-one"))
			return GrowthLimit{}, false
		}
	}
	return limitAt(busy, in, unit{dim: quantity.Pure, per: 1}, shares())
}

// measureLimit reads the most that a measure may come to.
func (r *studyReader) measureLimit(m *strict.Map, in *reader) (GrowthLimit, bool) {
	m.Require("measure", "measure: border_time_p95_h")
	m.Require("at_most", "at_most: 24 h")
	measure, named := m.At("measure")
	v, limited := m.At("at_most")
	if limited {
		v.Freely() // its unit is that of the measure
	}
	if !named || !limited {
		return GrowthLimit{}, false
	}
	name, ok := r.measureOf(measure, r.names.order)
	if !ok {
		return GrowthLimit{}, false
	}
	u, ok := unitOf(name)
	if !ok {
		measure.Problem(words.Say("scenario.growth-unit", "measure", name), words.Phrase{}, words.Phrase{})
		return GrowthLimit{}, false
	}
	out, ok := limitAt(v, in, u, inBase(u.dim, quantity.AtLeast(0)))
	out.Measure = name
	return out, ok
}

// limitAt reads a limit, and the range in which it may lie itself.
func limitAt(v *strict.Value, in *reader, u unit, s scale) (GrowthLimit, bool) {
	x, ok := in.plainValue(v, s)
	if !ok {
		return GrowthLimit{}, false
	}
	out := GrowthLimit{AtMost: x / u.per}
	written := in.inputs[len(in.inputs)-1]
	low, okLow := u.stated(written.Low)
	high, okHigh := u.stated(written.High)
	if okLow && okHigh {
		out.Range = &[2]float64{low, high}
	}
	return out, true
}

// growing checks that demand can grow: nothing comes by a timetable, and no figure describes another year.
func (r *studyReader) growing(m *strict.Map, s *Study, g *Growth) {
	for _, a := range s.Alternatives {
		if a.Scenario == nil {
			continue
		}
		for i := range a.Scenario.Setup.Corridor.Flows {
			if f := &a.Scenario.Setup.Corridor.Flows[i]; !f.Arrivals.Grows() {
				m.Problem(words.Say("scenario.growth-fixed", "alternative", a.Name, "flow", f.Name), words.Phrase{}, words.Say("scenario.growth-fixed-help"))
			}
		}
	}
	for _, y := range r.described {
		if from, there := m.At("from"); there && y.year != g.From && g.From != 0 {
			from.Problem(words.Say("scenario.growth-other-year", "year", strconv.Itoa(y.year), "place", y.written.Pos().String()), words.Phrase{}, words.Phrase{})
			return
		}
	}
}
