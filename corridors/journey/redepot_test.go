package journey_test

import (
	"math"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// stay is one visit of a truck to a depot.
type stay struct {
	crossing
	depot *corridors.Depot
}

// stays reads the visits to depots off the life of a truck.
func (r *recount) stays(l *life) (out []stay) {
	var at *stay
	for _, f := range l.facts {
		switch {
		case f.Kind == journey.HappeningFact && f.Happening == journey.AtDepot:
			at = &stay{crossing{from: f.From, first: f.Place, loaded: f.Loaded}, r.setup.Corridor.Depot(f.Place)}
		case f.Kind == journey.HappeningFact && f.Happening == journey.LeftDepot:
			at.to = f.From
			out = append(out, *at)
			at = nil
		case at == nil:
		case f.Kind == journey.TimeFact:
			at.spans = append(at.spans, f)
		case f.Kind == journey.ShadowFact:
			at.shadows = append(at.shadows, f)
		}
	}
	return out
}

// depotBook is what the second bookkeeper knows of a depot.
type depotBook struct {
	visits int // in the window
	stays  []sim.Time
}

// visitDepots books the stays of a truck: all in the window as visits, those of loaded trucks that count with their
// time.
func (r *recount) visitDepots(l *life, counts bool) {
	for _, s := range r.stays(l) {
		b := r.depots[s.first]
		if s.to > r.setup.Horizon.WarmUp && s.to <= r.setup.Horizon.End() {
			b.visits++
		}
		if counts && s.loaded {
			b.stays = append(b.stays, s.to-s.from)
			r.shadowed(&s.crossing)
			r.passed(&s.crossing)
		}
		r.depots[s.first] = b
	}
}

// depotCents are what the stays of a truck cost [micro-USD].
func (r *recount) depotCents(l *life, want map[journey.Line]float64) {
	fleet := &r.setup.Corridor.Fleet
	for _, s := range r.stays(l) {
		if late := (s.to - s.from).Seconds() - s.depot.Storage.Free; late > 0 {
			want[journey.Storage] += micro(s.depot.Storage.PerDay * math.Ceil(late/86400))
		}
		fee := func(spans []journey.Fact, i int) {
			f := spans[i]
			if f.Activity != journey.Service || resumes(spans, i) {
				return
			}
			for _, stage := range s.depot.Stages {
				if stage.Name == f.Stage {
					want[chargeOf(s.depot, &stage)] += micro(stage.Fee)
				}
			}
		}
		for i := range s.shadows {
			fee(s.shadows, i)
		}
		for i, f := range s.spans {
			fee(s.spans, i)
			if f.Activity == journey.Queueing || f.Activity == journey.Blocked {
				want[journey.Idling] += 1e6 * (f.To - f.From).Seconds() * fleet.IdleShare * fleet.FuelIdle * r.diesel(f.Country)
			}
		}
	}
}

// chargeOf says whose income a fee at a depot is.
func chargeOf(d *corridors.Depot, s *corridors.Stage) journey.Line {
	if s.Owner != "operator" {
		return journey.Fees
	}
	return map[corridors.PlaceKind]journey.Line{corridors.ICD: journey.Lifts, corridors.Port: journey.PortCharges}[d.Kind]
}

// depotValues are the measures of depots.
func (r *recount) depotValues(put putter) {
	days := hours(r.setup.Horizon.Length) / 24
	all := total(r.loaded)
	for i := range r.setup.Corridor.Depots {
		name := r.setup.Corridor.Depots[i].Name
		b := r.depots[name]
		put(journey.DepotMeasure(name, "trucks_per_day"), float64(b.visits)/days, true)
		put(journey.DepotMeasure(name, "time_h"), mean(total(b.stays), len(b.stays)), len(b.stays) > 0)
		all += total(b.stays)
	}
	put("border_and_depot_time_h", mean(all, len(r.loaded)), len(r.setup.Corridor.Depots) > 0 && len(r.loaded) > 0)
}
