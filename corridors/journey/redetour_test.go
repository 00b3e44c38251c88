package journey_test

import (
	"slices"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
)

// detours are what the second bookkeeper knows of trips with a choice of way.
type detours struct {
	trips, off int
	km         float64
	road       int64 // [micro-USD]
}

// tripOf is a trip of the trucks of a flow.
type tripOf struct {
	flow string
	trip corridors.Trip
}

// path is a way that the second bookkeeper found by trying all.
type path struct {
	legs  []corridors.Leg
	gates []string
	km    float64
}

// nearest tries every way between two places that enters no country twice.
func nearest(c *corridors.Corridor, from, to string) (best path, found bool) {
	country := make(map[string]string)
	for _, p := range c.Places {
		country[p.Name] = p.Country
	}
	for post := range c.Posts() {
		country[post.Name] = post.Country
	}
	var try func(at string, seen []string, so path)
	step := func(from, to string, seen []string, so path) {
		back := slices.IndexFunc(seen, func(p string) bool { return country[p] == country[to] }) >= 0 && country[to] != country[from]
		if !slices.Contains(seen, to) && !back {
			try(to, append(slices.Clone(seen), to), so)
		}
	}
	try = func(at string, seen []string, so path) {
		if found && so.km >= best.km {
			return
		}
		if at == to {
			best, found = so, true
			return
		}
		for _, l := range c.Legs {
			next := path{append(slices.Clone(so.legs), l), so.gates, so.km + l.Length}
			switch at {
			case l.From:
				step(at, l.To, seen, next)
			case l.To:
				step(at, l.From, seen, next)
			}
		}
		for _, g := range c.Gates {
			next := path{so.legs, append(slices.Clone(so.gates), g.Name), so.km}
			for side, p := range g.Posts {
				if p.Name == at {
					step(at, g.Posts[1-side].Name, seen, next)
				}
			}
		}
	}
	try(from, []string{from}, path{})
	return best, found
}

// detour books the trips of a truck on which it chose its way.
func (r *recount) detour(l *life) {
	l = l.withoutShuttles()
	_, _, drives := l.crossings()
	for _, trip := range corridors.Trips() {
		chosen, away := "", false
		var way path
		road := int64(0)
		for _, f := range l.facts {
			switch {
			case f.Trip != trip:
			case f.Kind == journey.HappeningFact && f.Happening == journey.TurnedAway:
				away = true // it never came to the end of its way
			case f.Kind == journey.HappeningFact && f.Happening == journey.WayChosen:
				chosen = f.Stage
				if r.chooses(f.Flow) {
					way = r.nearest(f.Flow, trip)
				}
			case f.Kind == journey.MoneyFact && (f.Line == journey.FuelLoaded || f.Line == journey.FuelEmpty || f.Line == journey.Running || f.Line == journey.Tolls):
				road += f.Micro
			}
		}
		if chosen == "" || away || !r.chooses(l.flow) {
			continue
		}
		r.detours.trips++
		driven := 0.0
		for _, f := range drives {
			if f.Trip == trip {
				driven += r.leg(f).Length
			}
		}
		if driven-way.km < 1e-6 {
			continue
		}
		r.detours.off++
		r.detours.km += driven
		for _, f := range drives {
			if f.Trip == trip {
				road -= r.roadOf(r.leg(f), f.Loaded)
				r.detours.road += r.roadOf(r.leg(f), f.Loaded)
			}
		}
		r.detours.road += road // what was paid is what the legs cost: else it shows here
		r.detours.km -= way.km
		for i := range way.legs {
			r.detours.road -= r.roadOf(&way.legs[i], loadedOn(l, trip))
		}
	}
}

// chooses says whether the trucks of a flow have a choice of way; else what they follow is luck.
func (r *recount) chooses(flow string) bool {
	return r.flow(strings.TrimSuffix(flow, " (backlog)")).Choice != nil
}

// nearest way of a trip of a flow.
func (r *recount) nearest(flow string, trip corridors.Trip) path {
	if known, asked := r.nearestWays[tripOf{flow, trip}]; asked {
		return known
	}
	for _, f := range r.setup.Corridor.Flows {
		if owner, waiting := strings.CutSuffix(flow, " (backlog)"); waiting && f.Name == owner && trip == corridors.Out {
			f.Name, f.From = flow, f.Backlog.At
		} else if waiting && f.Name == owner {
			f.Name = flow
		}
		if f.Name == flow {
			from, to := f.From, f.To
			if trip == corridors.Home {
				from, to = to, from
			}
			best, found := nearest(r.setup.Corridor, from, to)
			if !found {
				r.t.Fatalf("no way for %s", flow)
			}
			r.nearestWays[tripOf{flow, trip}] = best
			return best
		}
	}
	r.t.Fatalf("no flow %s", flow)
	return path{}
}

// roadOf is what driving a leg costs [micro-USD].
func (r *recount) roadOf(leg *corridors.Leg, loaded bool) int64 {
	fleet := &r.setup.Corridor.Fleet
	litres := fleet.FuelEmpty
	if loaded {
		litres = fleet.FuelLoaded
	}
	return int64(micro(leg.Length*litres*r.diesel(leg.Country)) + micro(leg.Length*fleet.PerKm) + micro(leg.Toll))
}

// loadedOn says whether a truck carries a load on a trip.
func loadedOn(l *life, trip corridors.Trip) bool {
	return slices.ContainsFunc(l.facts, func(f journey.Fact) bool { return f.Trip == trip && f.Loaded && f.Happening == journey.WayChosen })
}

// detourValues are there where some flow has a choice.
func (r *recount) detourValues(put putter) {
	d, n := &r.detours, float64(r.detours.trips)
	put("detour_share", float64(d.off)/n, d.trips > 0)
	put("detour_km", d.km/n, d.trips > 0)
	put("detour_usd", float64(d.road)/1e6/n, d.trips > 0)
}
