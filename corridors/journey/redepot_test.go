package journey_test

import (
	"math"
	"strings"
	"time"

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
	ships  []sim.Time // waits of exports for their vessels
	landed []sim.Time // waits of imports for their trucks
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
	for _, f := range l.facts {
		switch {
		case f.Kind != journey.HappeningFact:
		case f.Happening == journey.Shipped:
			r.shipment(f, counts)
		case f.Happening == journey.CameAshore && counts:
			b := r.depots[f.Place]
			b.landed = append(b.landed, f.To-f.From)
			r.depots[f.Place] = b
		}
	}
}

// shipment books the wait of an export, and holds it against the calendar: no call whose cut-off it made was due before.
func (r *recount) shipment(f journey.Fact, counts bool) {
	port := r.setup.Corridor.Depot(f.Place)
	var due sim.Time
	punctual := false
	for _, v := range port.Vessels {
		calls := wallOf(r.setup, port.Country, f.From+3*sim.Week).write(func(date time.Time) []span {
			if !v.Days.Has(int(date.Weekday()+6) % 7) {
				return nil
			}
			return []span{{sim.Time(v.At) * sim.Second, sim.Time(v.At)*sim.Second + 1}}
		})
		for _, call := range calls {
			if call.from-sim.FromSeconds(v.CutOff) < f.From {
				continue
			}
			if due == 0 || call.from < due {
				due, punctual = call.from, v.Delay == nil
			}
			break
		}
	}
	switch {
	case f.To < due:
		r.t.Fatalf("a load that was at the port at %v is on board at %v, before the call that is due at %v", f.From, f.To, due)
	case punctual && f.To != due:
		r.t.Fatalf("a load that was at the port at %v is on board at %v and not by the punctual call at %v", f.From, f.To, due)
	}
	if counts {
		b := r.depots[f.Place]
		b.ships = append(b.ships, f.To-f.From)
		r.depots[f.Place] = b
	}
}

// depotCents are what the stays of a truck cost [micro-USD].
func (r *recount) depotCents(l *life, want map[journey.Line]float64) {
	for _, f := range l.facts {
		if f.Kind == journey.HappeningFact && (f.Happening == journey.Shipped || f.Happening == journey.CameAshore) {
			want[journey.Storage] += storage(r.setup.Corridor.Depot(f.Place), f.To-f.From)
		}
	}
	want[journey.Storage] += r.inStore(l)
	fleet := &r.setup.Corridor.Fleet
	for _, s := range r.stays(l) {
		want[journey.Storage] += storage(s.depot, s.to-s.from)
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

// inStore is what a load has cost at the depot where it waited for the rest of its parts and for its truck [micro-USD].
func (r *recount) inStore(l *life) float64 {
	flow := r.flow(strings.TrimSuffix(l.flow, " (backlog)"))
	depot := r.setup.Corridor.Depot(flow.From)
	if depot == nil || flow.Arrivals.Always {
		return 0
	}
	var of *journey.Load
	for _, f := range l.facts {
		if f.Load != nil {
			of = f.Load
		}
		leaves := f.Happening == journey.Ready && flow.Haulier == "" || f.Happening == journey.LoadFetched
		if f.Kind != journey.HappeningFact || !leaves || of == nil {
			continue
		}
		since := of.Since
		for _, part := range of.Parts {
			since = min(since, part)
		}
		return storage(depot, f.To-since)
	}
	return 0
}

// storage is what a stay costs [micro-USD].
func storage(d *corridors.Depot, stay sim.Time) float64 {
	late := stay.Seconds() - d.Storage.Free
	if late <= 0 {
		return 0
	}
	return micro(d.Storage.PerDay * math.Ceil(late/86400))
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
		put(journey.DepotMeasure(name, "export_dwell_h"), mean(total(b.ships), len(b.ships)), len(b.ships) > 0)
		put(journey.DepotMeasure(name, "import_dwell_h"), mean(total(b.landed), len(b.landed)), len(b.landed) > 0)
	}
	put("border_and_depot_time_h", mean(all, len(r.loaded)), len(r.setup.Corridor.Depots) > 0 && len(r.loaded) > 0)
}
