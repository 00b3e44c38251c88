package journey

import (
	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// demand is the rate of a flow whose days differ, or whose clock is not that of the run.
type demand struct {
	start     corridors.Day
	ahead     sim.Time // clock of the origin less that of the run
	byWeekday []float64
	byMonth   []float64
	rush      []corridors.Rush
	factor    *law.Law
	luck      decision // of the factor
}

// addDemand gives a flow its demand, if days differ.
func (b *builder) addDemand(v *flow, f *corridors.Flow) {
	a := &f.Arrivals
	if a.Platoon != nil {
		v.size = b.decide("platoon")
	}
	ahead := b.daysIn(b.setup.Corridor.Countries[b.places[v.origin].country].Code).ahead
	if a.ByWeekday == nil && a.ByMonth == nil && a.DayFactor == nil && len(a.Rush) == 0 && ahead == 0 {
		return
	}
	v.demand = &demand{
		start: b.setup.Horizon.Start, ahead: ahead, rush: a.Rush, factor: a.DayFactor,
		byWeekday: aroundOne(a.ByWeekday), byMonth: aroundOne(a.ByMonth),
	}
	if a.DayFactor != nil {
		v.demand.luck = b.decide("day factor")
	}
}

// aroundOne makes factors with mean 1 of weights.
func aroundOne(weights []float64) []float64 {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	var out []float64
	for _, w := range weights {
		out = append(out, w*float64(len(weights))/sum)
	}
	return out
}

// on is how much busier a day is than the mean one, without its luck.
func (d *demand) on(day sim.Time) float64 {
	date := d.start + corridors.Day(day)
	factor := 1.0
	if d.byWeekday != nil {
		factor *= d.byWeekday[date.Weekday()]
	}
	if d.byMonth != nil {
		factor *= d.byMonth[date.Month()]
	}
	for _, r := range d.rush {
		if r.From <= date && date <= r.To {
			factor *= r.Factor
		}
	}
	return factor
}

// factorOn is that with the luck of the day, which belongs to the flow and no truck.
func (w *World) factorOn(i int, day sim.Time) float64 {
	s, d := &w.streams[i], w.model.flows[i].demand
	if s.factor == 0 || s.factorOf != day {
		s.factorOf, s.factor = day, d.on(day)
		if d.factor != nil {
			s.factor *= d.factor.Quantile(w.decisions[d.luck].Uniform(w.luck.Who(uint32(int32(day)), 0)))
		}
	}
	return s.factor
}

// nextOfDemand is the next event after now of a Poisson stream whose rate depends on the day, too.
func (w *World) nextOfDemand(i int, until sim.Time, e float64) (sim.Time, bool) {
	f := &w.model.flows[i]
	return nextOfHours(w.now, until, e, func(at sim.Time) (rate float64, end sim.Time) {
		day, clock := local(at + f.demand.ahead)
		return float64(f.byHour[clock/sim.Hour] * w.factorOn(i, day)), at - clock%sim.Hour + sim.Hour
	})
}

// traced is the moment of the vehicle after so many in a list of moments.
func (f *flow) traced(number uint32) (sim.Time, bool) {
	if int(number) >= len(f.Arrivals.Trace) {
		return 0, false
	}
	return sim.FromSeconds(f.Arrivals.Trace[number]), true
}
