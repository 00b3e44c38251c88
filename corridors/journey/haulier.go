package journey

import (
	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
	"hanhlang/sim/stat"
)

// haulier is a closed fleet as the run sees it.
type haulier struct {
	name   string
	trucks int
	flows  []int32 // that have a load whenever a truck is free
	every  *law.Law
	due    decision // luck of no load: asked by the number of the truck and of the repair
}

// fleet is a haulier in a run.
type fleet struct {
	loads []load // that wait for a truck to set out for them, in the order in which they became ready
	first int    // of loads: those before it have one
	idle  []int32
	from  int32 // the first of its vehicles
}

// vehicle is one truck of a haulier, from haul to haul.
type vehicle struct {
	haulier int32
	number  uint32   // within the fleet; the first is 1
	free    sim.Time // at its base since then
	run     sim.Time // at the wheel since the last repair,
	due     sim.Time // and for so long until the next
	repairs uint32   // so far
	down    bool     // it is in repair, or waits for a bay
}

// fleetBook is what a haulier has to tell.
type fleetBook struct {
	idle, waiting, down             stat.Level
	idleArea, waitingArea, downArea int64 // of the window
	wait                            mean  // of loads for a truck
	carried                         int64 // loads, of the window
	cost                            int64 // of hauls [micro-USD],
	tonnes                          float64
}

// startFleets puts all trucks of hauliers at their bases.
func (w *World) startFleets() {
	w.vehicles = w.vehicles[:0]
	for i := range w.model.hauliers {
		h := &w.model.hauliers[i]
		f := &w.fleets[i]
		*f = fleet{loads: f.loads[:0], idle: f.idle[:0], from: int32(len(w.vehicles))}
		for n := range h.trucks {
			id := int32(len(w.vehicles))
			w.vehicles = append(w.vehicles, vehicle{haulier: int32(i), number: uint32(n + 1)})
			f.idle = append(f.idle, id)
			w.planRepair(id)
		}
		w.books.fleets[i].idle.Set(0, h.trucks)
		if len(h.flows) > 0 {
			w.schedule(w.openSlot(), fleetBegins, rankArrival, 0, int32(i))
		}
	}
}

// beginFleet sends out all trucks of a haulier that has loads without end.
func (w *World) beginFleet(i int32) {
	f := &w.fleets[i]
	for len(f.idle) > 0 {
		l, any := w.endless(i)
		if !any {
			return
		}
		w.sendIdle(i, l)
	}
}

// await lets a load wait for a truck of its haulier, or sends the one that has been free longest.
func (w *World) await(l load) {
	i := w.model.flows[l.flow].haulier
	w.books.fleets[i].waiting.Change(int64(w.now), 1)
	if f := &w.fleets[i]; len(f.idle) == 0 {
		f.loads = append(f.loads, l)
		return
	}
	w.sendIdle(i, l)
}

// sendIdle sends the truck that has been free longest for a load.
func (w *World) sendIdle(i int32, l load) {
	f := &w.fleets[i]
	id := f.idle[0]
	f.idle = append(f.idle[:0], f.idle[1:]...)
	w.books.fleets[i].idle.Change(int64(w.now), -1)
	w.send(id, l)
}

// next is the load that a haulier has waited with longest, or one of those without end.
func (w *World) next(i int32) (load, bool) {
	f := &w.fleets[i]
	if f.first == len(f.loads) {
		return w.endless(i)
	}
	l := f.loads[f.first]
	f.first++
	if f.first > len(f.loads)/2 {
		f.loads, f.first = append(f.loads[:0], f.loads[f.first:]...), 0
	}
	return l, true
}

// endless is a load of a flow that always has one, of several flows that which has sent fewest.
func (w *World) endless(i int32) (load, bool) {
	best := int32(none)
	for _, flow := range w.model.hauliers[i].flows {
		count := w.model.flows[flow].Arrivals.Count
		if w.ended || count != nil && int(w.streams[flow].number) >= *count {
			continue
		}
		if best == none || w.streams[flow].number < w.streams[best].number {
			best = flow
		}
	}
	if best == none {
		return load{}, false
	}
	w.streams[best].number++
	w.books.fleets[i].waiting.Change(int64(w.now), 1)
	return load{
		flow: best, number: w.streams[best].number, ready: w.now, since: w.now, stored: none, tonnes: w.model.flows[best].Payload, carrier: none,
		counted: w.now >= w.model.setup.Horizon.WarmUp,
	}, true
}

// send lets a truck of a haulier set out for a load. Its ledger begins when it became free: those hours were
// spent waiting for a load.
func (w *World) send(vehicle int32, l load) {
	free := w.vehicles[vehicle].free
	id := w.haulOf(l, vehicle)
	w.books.area += w.now - free
	t := w.trucks.at(id)
	t.plan, t.step, t.trip = &w.model.plans[w.model.flows[l.flow].toLoad], 0, toTheLoad
	t.who = w.luck.Who(t.number, uint32(t.trip))
	t.here = &t.plan.steps[0]
	t.begun, t.since = free, free
	w.say(id, AtBase)
	w.book(t, LoadWait, t.here, free)
	w.settle(t, t.here.place)
	w.sayParts(id)
	w.walk(id)
}

// comeHome makes a truck of a haulier free again at its base.
func (w *World) comeHome(id int32) {
	if id == none {
		return
	}
	v := &w.vehicles[id]
	v.free = w.now
	if v.down {
		w.books.fleets[v.haulier].down.Change(int64(w.now), -1)
		v.down, v.run = false, 0
		v.repairs++
		w.planRepair(id)
	}
	if l, any := w.next(v.haulier); any {
		w.send(id, l)
		return
	}
	f := &w.fleets[v.haulier]
	f.idle = append(f.idle, id)
	w.books.fleets[v.haulier].idle.Change(int64(w.now), 1)
}

// planRepair draws how long a truck runs until its next repair.
func (w *World) planRepair(id int32) {
	v := &w.vehicles[id]
	if h := &w.model.hauliers[v.haulier]; h.every != nil {
		v.due = sim.FromSeconds(h.every.Quantile(w.decisions[h.due].Uniform(w.luck.Who(v.number, v.repairs))))
	}
}

// rolled notes the time at the wheel of a truck.
func (w *World) rolled(id int32, driven sim.Time) {
	if v := w.hauls[id].vehicle; v != none {
		w.vehicles[v].run += driven
	}
}

// repair sends a truck that has run long enough to a bay; it says whether it has to go there.
func (w *World) repair(id int32, t *truck, s *step) bool {
	v := &w.vehicles[w.hauls[id].vehicle]
	if v.run < v.due {
		return false
	}
	v.down = true
	w.books.fleets[v.haulier].down.Change(int64(w.now), 1)
	t.who = w.luck.Who(v.number, v.repairs)
	w.serveAt(id, t, s)
	return true
}

// addHauliers numbers the closed fleets and the bays at their bases.
func (b *builder) addHauliers() {
	c := b.setup.Corridor
	for i := range c.Hauliers {
		h := &c.Hauliers[i]
		added := haulier{name: h.Name, trucks: h.Trucks}
		if h.Repairs != nil {
			b.flow = 0
			added.every, added.due = &h.Repairs.Every, b.decide("fleet "+h.Name+"/every")
			base := corridors.Post{Name: h.Home, Country: c.Countries[b.places[b.index[h.Home]].country].Code}
			b.addStation(&base, &corridors.Station{Name: baysOf(h), Servers: h.Repairs.Bays}, "")
		}
		b.hauliers = append(b.hauliers, added)
	}
}

// baysOf a haulier, as a station of its base.
func baysOf(h *corridors.Haulier) string { return "bays of " + h.Name }
