package journey

import (
	"hanhlang/corridors"
	"hanhlang/seeds/law"
)

// Names of what trucks of hauliers do at their bases.
const (
	baseStep   = "load"
	repairStep = "repair"
)

// addShuttles writes the ways of a haulier's trucks from the base to the loads of a flow, and back to the base
// from where a trip ends. They are the shortest.
func (b *builder) addShuttles(i int, v *flow) {
	h := b.setup.Corridor.Haulier(v.Haulier)
	if h == nil {
		b.fail("flow %s: no fleet %s", v.Name, v.Haulier)
		return
	}
	end := v.From
	if v.Return.Mode == corridors.NoReturn {
		end = v.To
	}
	p := b.shuttle(i, corridors.Out, h.Home)
	p.add(step{kind: stepBase, name: baseStep})
	p.driveTo(v.From)
	p.add(step{kind: stepFetch, name: baseStep})
	v.toLoad = p.close()
	p = b.shuttle(i, corridors.Home, end)
	p.driveTo(h.Home)
	if h.Repairs != nil {
		b.flow = 0
		p.add(step{kind: stepRepair, name: repairStep, station: b.stations[p.at][baysOf(h)], duration: h.Repairs.Takes, point: b.decide("fleet " + h.Name + "/takes")})
		b.flow = p.luck
		p.add(step{kind: stepRepaired})
	}
	p.add(step{kind: stepLeave, name: "leaves"})
	v.toBase = p.close()
}

// shuttle begins an itinerary without a load that belongs to no trip of its flow.
func (b *builder) shuttle(flow int, trip corridors.Trip, from string) *planner {
	p := b.plan(flow, trip, cargo{load: corridors.Empty, chance: 1})
	f := *p.flow
	f.Choice, f.Via = nil, nil
	p.flow, p.shuttles, p.luck, p.at = &f, true, b.flow, b.index[from]
	return p
}

// driveTo adds the shortest way to a place.
func (p *planner) driveTo(place string) {
	route, err := p.routes.between(p.places[p.at].name, place)
	if err != nil {
		p.fail("flow %s: %w", p.flow.Name, err)
		return
	}
	p.drive(route)
}

// work adds loading or unloading at a station.
func (p *planner) work(name, station string, duration *law.Law) {
	at, found := p.builder.stations[p.at][station]
	if !found {
		p.fail("flow %s: %s has no station %s", p.flow.Name, p.places[p.at].name, station)
		return
	}
	p.add(step{kind: stepWork, name: name, row: p.row(name), station: at, duration: *duration, point: p.decide(name)})
}

// addPlaceStations numbers the stations of places that are neither posts nor depots.
func (b *builder) addPlaceStations() {
	for i := range b.setup.Corridor.Places {
		p := &b.setup.Corridor.Places[i]
		for k := range p.Stations {
			b.addStation(&corridors.Post{Name: p.Name, Country: p.Country, Hours: p.Hours}, &p.Stations[k], "")
		}
	}
}

// withChains is a corridor in which a flow that carries on the loads of another one has their payload.
func withChains(c *corridors.Corridor) *corridors.Corridor {
	out := *c
	for i := range c.Flows {
		f := &c.Flows[i]
		if f.Arrivals.After == nil || f.Gather != nil {
			continue
		}
		if &out.Flows[0] == &c.Flows[0] {
			out.Flows = append([]corridors.Flow(nil), c.Flows...)
		}
		out.Flows[i].Payload = brought(c, f)
	}
	return &out
}

// brought is the payload of the first flow of a chain that has one.
func brought(c *corridors.Corridor, f *corridors.Flow) float64 {
	for range c.Flows {
		if f.Arrivals.After == nil || f.Gather != nil {
			break
		}
		for k := range c.Flows {
			if c.Flows[k].Name == f.Arrivals.After.Flow {
				f = &c.Flows[k]
				break
			}
		}
	}
	return f.Payload
}

// addHaul fills in what a flow whose loads and trucks are apart has beside others.
func (b *builder) addHaul(i int, v *flow) {
	v.haulier, v.store = none, none
	v.apart = apart(b.setup.Corridor, &v.Flow)
	if !v.apart {
		return
	}
	b.hauls = true
	if depot, found := b.depotAt(b.index[v.From]); found {
		v.store = depot
	}
	if v.Arrivals.After != nil && v.Arrivals.After.Delay != nil {
		v.delay = b.decide("store")
	}
	for k := range b.hauliers {
		if b.hauliers[k].name != v.Haulier {
			continue
		}
		v.haulier = int32(k)
		if v.Arrivals.Always {
			b.hauliers[k].flows = append(b.hauliers[k].flows, int32(i))
		}
	}
}

// loadUp adds how a load comes to be on its truck.
func (p *planner) loadUp() {
	after := p.flow.Arrivals.After
	if p.trip == corridors.Out && after != nil && after.Direct {
		p.takeOver(after)
		return
	}
	p.handle(loadingStep, p.flow.Load)
}

// takeOver adds how a truck takes a load over from the one that has brought it.
func (p *planner) takeOver(after *corridors.Follow) {
	s := step{kind: stepTakeOver, name: transferStep, row: p.row(loadingStep), duration: transferOf(after), point: p.decide(transferStep), fee: after.Fee, line: Transhipments}
	if after.At != "" {
		var found bool
		s.kind = stepTransfer
		if s.station, found = p.builder.stations[p.at][after.At]; !found {
			p.fail("flow %s: %s has no station %s", p.flow.Name, p.places[p.at].name, after.At)
			return
		}
	}
	p.add(s)
}

// unloadHere adds how it leaves its truck: for good, or to go on with another one.
func (p *planner) unloadHere() {
	next, followed := p.setup.Corridor.Follower(p.flow.Name)
	if p.trip == corridors.Out && followed && p.setup.Corridor.Flows[next].Arrivals.After.Direct {
		p.add(step{kind: stepMeet, name: transferStep, row: p.row(unloadingStep), of: int32(next), duration: transferOf(p.setup.Corridor.Flows[next].Arrivals.After)})
		return
	}
	p.handle(unloadingStep, p.flow.Unload)
	if p.trip == corridors.Out && followed {
		p.add(step{kind: stepPassOn, name: "passed on", of: int32(next)})
		return
	}
	p.add(step{kind: stepDeliver, name: "delivered"})
}

// transferStep is what moving a load from truck to truck is called.
const transferStep = "transfer"

func transferOf(f *corridors.Follow) law.Law {
	if f.Transfer == nil {
		return law.Law{}
	}
	return *f.Transfer
}

// stationFor is the station at which the trucks of a plan are loaded or unloaded where they are now.
func (p *planner) stationFor(name string) string {
	if (name == loadingStep) == (p.trip == corridors.Out) {
		return p.flow.LoadAt
	}
	if name == loadingStep && p.turnsAt(p.number) != p.flow.To { // the station is where they unload
		return ""
	}
	return p.flow.UnloadAt
}

// startHauls puts trucks and loads where they are when a run begins.
func (w *World) startHauls() {
	if w.hauls == nil {
		return
	}
	w.hauls, w.coming = w.hauls[:0], 0
	w.store.loads, w.store.free = w.store.loads[:0], w.store.free[:0]
	for i := range w.gathers {
		w.gathers[i] = gathering{}
		if w.model.flows[i].Gather != nil {
			w.gathers[i].timer = w.openSlot()
		}
	}
	w.startFleets()
}
