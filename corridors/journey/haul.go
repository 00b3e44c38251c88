package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// Loads and trucks are apart where a haulier has so many trucks, where loads come in parts, and where they
// go on with another truck. A truck in the journey is then one haul: it begins when the truck is free at
// its base, and ends when it is free there again. Its number is that of the load, so luck belongs to the
// load, whichever truck carries it.

// load is what waits for a truck.
type load struct {
	flow    int32
	number  uint32
	ready   sim.Time   // when it could be fetched here,
	since   sim.Time   // and when it became ready at the first place of all
	stored  sim.Time   // when it, or its first part, was put in store here; none: it never stood there
	tonnes  float64    // [t]
	parts   []sim.Time // when each part of it became ready; none: it was never in parts
	carrier int32      // truck that it stands on until the next one takes it over; none: it stands in store
	counted bool
}

// haul is what is kept of a truck where loads and trucks are apart.
type haul struct {
	load    load
	vehicle int32 // of a haulier; none: the truck has come with its load
}

// Visits of decision points beside the trips out and home: on the way from the base to the load, and back.
const (
	toTheLoad = 2
	toTheBase = 3
)

// come puts the next arrival of a flow whose loads and trucks are apart in store.
func (w *World) come(i int) {
	s, f := &w.streams[i], &w.model.flows[i]
	s.number++
	l := load{flow: int32(i), number: s.number, ready: w.now, since: w.now, stored: w.now, tonnes: f.Payload, carrier: none, counted: w.now >= w.model.setup.Horizon.WarmUp}
	if f.Gather != nil {
		l.tonnes = f.Gather.Part
	}
	w.supply(l)
}

// supply brings a load, or a part of one, to where trucks fetch it.
func (w *World) supply(l load) {
	f := &w.model.flows[l.flow]
	switch {
	case f.Gather != nil:
		w.gather(l)
	case f.haulier != none:
		w.await(l)
	default:
		w.dispatch(l)
	}
}

// dispatch lets a truck that has come with its load, or for it, begin its trip.
func (w *World) dispatch(l load) {
	id := w.haulOf(l, none)
	w.say(id, Ready)
	w.sayParts(id)
	w.payStore(id, w.trucks.at(id))
	w.walk(id)
}

// payStore charges the truck that takes a load away with the storage of the load at the depot where it stood.
func (w *World) payStore(id int32, t *truck) {
	l, f := &w.hauls[id].load, &w.model.flows[t.flow]
	if f.store == none || l.stored == none {
		return
	}
	d := &w.model.depots[f.store]
	w.charge(t, Storage, d.place, d.storage.For((w.now - l.stored).Seconds()))
}

// haulOf makes the truck of a load.
func (w *World) haulOf(l load, vehicle int32) int32 {
	id := w.newTruck(int(l.flow), l.number)
	w.hauls[id] = haul{load: l, vehicle: vehicle}
	t := w.trucks.at(id)
	t.counted, t.loadReady = l.counted, l.since
	return id
}

// say tells the log that a truck has come with its load, or since when it has been free for it.
func (w *World) say(id int32, h Happening) {
	if w.log == nil {
		return
	}
	t, l := w.trucks.at(id), &w.hauls[id].load
	fact := w.fact(t, HappeningFact)
	fact.Happening, fact.From, fact.To, fact.Place = h, t.begun, t.begun, w.model.places[w.model.flows[t.flow].origin].name
	if t.here != nil {
		fact.Place = w.model.places[t.here.place].name
	}
	fact.Load = &Load{Since: l.since, Parts: l.parts, Tonnes: l.tonnes, Counted: l.counted}
	w.log.Record(fact)
}

// noHaul makes a place for what is kept of a truck, and for its branches.
func (w *World) noHaul(id int32) {
	for len(w.hauls) < w.trucks.count {
		w.hauls = append(w.hauls, haul{})
	}
	w.hauls[id] = haul{vehicle: none}
}

// sayParts tells the log since when the parts of a load had been there when it was complete, where it was put together.
func (w *World) sayParts(id int32) {
	l := &w.hauls[id].load
	if w.log == nil || w.model.flows[l.flow].Gather == nil {
		return
	}
	for _, since := range l.parts {
		fact := w.fact(w.trucks.at(id), HappeningFact)
		fact.Happening, fact.From, fact.To, fact.Place = PartReady, since, l.ready, w.model.places[w.model.flows[l.flow].origin].name
		w.log.Record(fact)
	}
}

// pickUp lets a truck that has come to its load set out with it.
func (w *World) pickUp(id int32, t *truck, s *step) {
	l, f := &w.hauls[id].load, &w.model.flows[t.flow]
	w.settle(t, s.place)
	w.noteFetched(f.haulier, l)
	if w.log != nil && t.cargo {
		fact := w.fact(t, HappeningFact)
		fact.Happening, fact.From, fact.Place = LoadFetched, l.ready, w.model.places[s.place].name
		w.log.Record(fact)
	}
	t.plan, t.step, t.trip = &w.model.plans[f.out], -1, 0
	t.who = w.luck.Who(t.number, uint32(t.trip))
	if f.takes != nil {
		w.pick(t, f.out, f.takes)
	}
	w.payStore(id, t)
}

// headHome lets a truck of a haulier whose trip has ended go to its base.
func (w *World) headHome(t *truck) {
	w.happen(t, ToBase)
	t.plan, t.step, t.trip = &w.model.plans[w.model.flows[t.flow].toBase], -1, toTheBase
	t.who = w.luck.Who(t.number, uint32(t.trip))
}

// deliverHaul is deliver where loads and trucks are apart: what a truck has on its way out may be in parts,
// each with a clock of its own.
func (w *World) deliverHaul(id int32, t *truck, wait sim.Time) {
	h := &w.hauls[id]
	w.noteCarried(h.vehicle)
	if t.trip != 0 {
		tonnes := w.model.flows[t.flow].Return.Payload
		w.carried(t, tonnes)
		w.handOver(t, w.now-t.loadReady, wait, tonnes)
	} else {
		w.carried(t, h.load.tonnes)
		if h.load.parts == nil {
			w.handOver(t, w.now-t.loadReady, wait, h.load.tonnes)
		}
		for _, since := range h.load.parts {
			w.handOver(t, w.now-since, wait, h.load.tonnes/float64(len(h.load.parts)))
		}
	}
	w.happen(t, Delivered)
}

// passOn puts the load of a truck in store for the truck of the flow that carries it on.
func (w *World) passOn(id int32, t *truck, s *step) {
	next := w.loadFor(id, s, none)
	w.noteCarried(w.hauls[id].vehicle)
	w.happen(t, PassedOn)
	w.give(t)
	after := w.model.flows[next.flow].Arrivals.After
	if after.Delay == nil {
		w.supply(next)
		return
	}
	u := w.decisions[w.model.flows[next.flow].delay].Uniform(w.luck.Who(next.number, 0))
	next.ready += sim.FromSeconds(after.Delay.Quantile(u))
	w.putAway(next)
}

// loadFor is the load of a truck as the flow after it has it: with its number, its clock and its parts.
func (w *World) loadFor(id int32, s *step, carrier int32) load {
	l := w.hauls[id].load
	stored := w.now
	if carrier != none {
		stored = none
	}
	return load{
		flow: s.of, number: w.trucks.at(id).number, ready: w.now, since: l.since, stored: stored, tonnes: l.tonnes, parts: l.parts,
		carrier: carrier, counted: w.trucks.at(id).counted,
	}
}

// offerOver keeps a load on its truck until the truck that takes it over is there.
func (w *World) offerOver(id int32, t *truck, s *step) {
	w.noteCarried(w.hauls[id].vehicle)
	w.happen(t, PassedOn)
	w.release(t)
	t.become(seeking)
	t.since = w.now
	w.supply(w.loadFor(id, s, id))
}

// takeOver moves a load from the truck that has brought it to the one that takes it on. It takes both the
// same time.
func (w *World) takeOver(id int32, t *truck, s *step) {
	from := w.hauls[id].load.carrier
	w.start(id, t, handling, s)
	end, _ := w.calendar.When(t.slot)
	p := w.trucks.at(from)
	w.book(p, TruckWait, p.here, p.since)
	w.settle(p, p.here.place)
	w.noteTransfer(p, w.now-p.since)
	p.become(handling)
	p.since = w.now
	w.endAt(p, from, end)
}

// stored is loads that stand in store until trucks may fetch them, each in a place of its own.
type stored struct {
	loads []load
	free  []int32
}

// putAway puts a load in store until it is ready.
func (w *World) putAway(l load) {
	at := int32(len(w.store.loads))
	if last := len(w.store.free) - 1; last >= 0 {
		at, w.store.free = w.store.free[last], w.store.free[:last]
		w.store.loads[at] = l
	} else {
		w.store.loads = append(w.store.loads, l)
	}
	w.coming++
	w.schedule(w.openSlot(), storeEnds, rankArrival, l.ready, at)
}

// leaveStore lets trucks fetch a load.
func (w *World) leaveStore(at int32) {
	w.coming--
	l := w.store.loads[at]
	w.store.free = append(w.store.free, at)
	w.supply(l)
}

// apart says whether the loads and trucks of a flow are.
func apart(c *corridors.Corridor, f *corridors.Flow) bool {
	_, followed := c.Follower(f.Name)
	return followed || f.Haulier != "" || f.Gather != nil || f.Arrivals.After != nil
}
