package journey_test

import (
	"fmt"
	"math"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
)

// cents explains the money of a truck from its times and the tariffs of the corridor; it says what it
// cannot explain, or "". What is paid per leg, stage or crossing is right to the micro-dollar; what
// runs by the hour is rounded once per line of the log.
func (r *recount) cents(l *life) string {
	want := make(map[journey.Line]float64) // [micro-USD]
	crossings, _, drives := l.crossings()
	fleet := &r.setup.Corridor.Fleet
	for _, f := range drives {
		leg := r.leg(f)
		if f.Loaded {
			want[journey.FuelLoaded] += micro(leg.Length * fleet.FuelLoaded * r.diesel(leg.Country))
		} else {
			want[journey.FuelEmpty] += micro(leg.Length * fleet.FuelEmpty * r.diesel(leg.Country))
		}
		want[journey.Running] += micro(leg.Length * fleet.PerKm)
		want[journey.Tolls] += micro(leg.Toll)
	}
	for _, c := range crossings {
		if c.loaded {
			want[journey.Informal] += micro(r.informal(c.first))
		}
		for i, f := range c.shadows {
			if f.Activity == journey.Service && !resumes(c.shadows, i) {
				want[journey.Fees] += micro(r.fee(f))
			}
		}
		for i, f := range c.spans {
			if resumes(c.spans, i) {
				continue
			}
			switch f.Activity {
			case journey.Service:
				want[journey.Fees] += micro(r.fee(f))
			case journey.Queueing, journey.Blocked:
				want[journey.Idling] += 1e6 * (f.To - f.From).Seconds() * fleet.IdleShare * fleet.FuelIdle * r.diesel(f.Country)
			}
		}
	}
	for _, f := range l.between() {
		if f.Activity == journey.Queueing && atBase(f) {
			want[journey.Idling] += 1e6 * (f.To - f.From).Seconds() * fleet.IdleShare * fleet.FuelIdle * r.diesel(r.post(f.Place).Country)
		} else if f.Activity == journey.Queueing { // before a bridge
			want[journey.Idling] += 1e6 * (f.To - f.From).Seconds() * fleet.IdleShare * fleet.FuelIdle * r.diesel(r.leg(f).Country)
		}
	}
	r.depotCents(l, want)
	stay := l.facts[len(l.facts)-1].From - l.facts[0].From
	hours := 1e6 * stay.Seconds() * fleet.Hour
	if fleet.DriverShare == nil {
		want[journey.Hours] = hours
	} else {
		want[journey.Driver] = hours * *fleet.DriverShare
		want[journey.TruckCapital] = hours - want[journey.Driver]
	}
	r.tariffs(l, want)
	return compare(want, l.facts)
}

// micro rounds a sum in USD to micro-dollars, half up.
func micro(usd float64) float64 { return math.Floor(usd*1e6 + 0.5) }

// compare holds what is expected against the lines of the log.
func compare(want map[journey.Line]float64, facts []journey.Fact) string {
	have := make(map[journey.Line]int64)
	lines := make(map[journey.Line]int)
	for _, f := range facts {
		if f.Kind == journey.MoneyFact {
			have[f.Line] += f.Micro
			lines[f.Line]++
		}
	}
	for _, line := range journey.Lines() {
		slack := 0.0
		switch line {
		case journey.Hours, journey.Idling:
			slack = 0.5*float64(lines[line]) + 1
		case journey.Driver, journey.TruckCapital: // each is rounded, and so is what they share; a part of nothing has no line
			slack = float64(max(lines[journey.Driver], lines[journey.TruckCapital])) + 1
		}
		if math.Abs(want[line]-float64(have[line])) > slack {
			return fmt.Sprintf("%v is %d micro-USD, should be %.1f", line, have[line], want[line])
		}
	}
	return ""
}

// diesel is the price in a country [USD/l].
func (r *recount) diesel(country string) float64 {
	for _, c := range r.setup.Corridor.Countries {
		if c.Code == country {
			return c.Diesel
		}
	}
	return 0
}

// informal is what a loaded crossing that begins at a post costs beside the fees [USD].
func (r *recount) informal(post string) float64 {
	return r.pair(post).Informal
}

// fee of the stage that a fact is about [USD].
func (r *recount) fee(f journey.Fact) float64 {
	for _, s := range r.post(f.Place).Stages {
		if s.Name == f.Stage {
			return s.Fee
		}
	}
	return 0
}

// leg that a truck drives on. Roads with the same name must not meet.
func (r *recount) leg(f journey.Fact) *corridors.Leg {
	for i, leg := range r.setup.Corridor.Legs {
		if leg.Road == f.Stage && (leg.From == f.Place || leg.To == f.Place) {
			return &r.setup.Corridor.Legs[i]
		}
	}
	r.t.Fatalf("no road for %+v", f)
	return nil
}
