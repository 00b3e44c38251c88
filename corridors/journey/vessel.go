package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// vessel is a liner as the run sees it.
type vessel struct {
	corridors.Vessel
	depot  int
	first  sim.Time   // midnight of the Monday of the week in which the run begins, by the clock of the port
	calls  []sim.Time // when it is due, from then on, within a week
	cutOff sim.Time
	delay  decision
}

// landing is how loads of a flow come ashore.
type landing struct {
	vessel int
	dwell  decision
	law    *corridors.Landing
}

// addVessels lists the vessels of a port.
func (b *builder) addVessels(d *corridors.Depot, depot int) {
	days := b.daysIn(d.Country)
	for _, v := range d.Vessels {
		out := vessel{
			Vessel: v, depot: depot, cutOff: sim.FromSeconds(v.CutOff),
			first: -sim.Time(days.start.Weekday())*sim.Day - days.ahead, delay: b.decideForAll("vessel/" + d.Name + "/" + v.Name),
		}
		for day := range 7 {
			if v.Days.Has(day) {
				out.calls = append(out.calls, sim.Time(day)*sim.Day+sim.Time(v.At)*sim.Second)
			}
		}
		if len(out.calls) == 0 {
			b.fail("vessel %s never calls at %s", v.Name, d.Name)
			continue
		}
		b.vessels = append(b.vessels, out)
		b.depots[depot].vessels = append(b.depots[depot].vessels, len(b.vessels)-1)
	}
}

// landingOf finds the vessel with which the loads of a flow come.
func (b *builder) landingOf(f *corridors.Flow) *landing {
	if f.Landing == nil {
		return nil
	}
	at := slices.IndexFunc(b.vessels, func(v vessel) bool {
		return v.Name == f.Landing.Vessel && b.depots[v.depot].name == f.From
	})
	if at < 0 {
		b.fail("flow %s: no vessel %s calls at %s", f.Name, f.Landing.Vessel, f.From)
		return nil
	}
	return &landing{vessel: at, dwell: b.decide("dwell"), law: f.Landing}
}

// next is the first call that is due at or after a moment: its number since the first week of the run, and when it is due.
func (v *vessel) next(t sim.Time) (number uint32, due sim.Time) {
	week := (t - v.first) / sim.Week
	for ; ; week++ {
		for i, call := range v.calls {
			if due = v.first + week*sim.Week + call; due >= t {
				return uint32(int(week)*len(v.calls) + i + 1), due
			}
		}
	}
}

// comes is when a call really is made.
func (w *World) comes(v *vessel, number uint32, due sim.Time) sim.Time {
	if v.Delay == nil {
		return due
	}
	return due + sim.FromSeconds(v.Delay.Quantile(w.decisions[v.delay].Uniform(w.luck.Who(number, 0))))
}

// boarding is the call that takes an export.
type boarding struct {
	vessel *vessel // none: no vessel calls where it has been delivered
	depot  int
	wait   sim.Time // until the vessel has come
}

// boards finds the first vessel that takes the load of a truck at a port: that of the call that is due first.
func (w *World) boards(t *truck, s *step) boarding {
	if w.model.vessels == nil || !t.cargo {
		return boarding{}
	}
	at := slices.IndexFunc(w.model.depots, func(d depot) bool { return d.place == s.place })
	if at < 0 || len(w.model.depots[at].vessels) == 0 {
		return boarding{}
	}
	var best *vessel
	var number uint32
	var due sim.Time
	for _, i := range w.model.depots[at].vessels {
		v := &w.model.vessels[i]
		if n, when := v.next(w.now + v.cutOff); best == nil || when < due {
			best, number, due = v, n, when
		}
	}
	return boarding{best, at, max(w.now, w.comes(best, number, due)) - w.now}
}

// ship lets a load that has been delivered at a port wait for its vessel. Its storage there is charged to the trip that brought it.
func (w *World) ship(t *truck, s *step, on boarding) {
	if on.vessel == nil {
		return
	}
	w.charge(t, Storage, s.place, w.model.depots[on.depot].storage.For(on.wait.Seconds()))
	if t.counted {
		b := &w.books.depots[on.depot]
		b.exports.add(on.wait)
		b.toVessel.add(w.now + on.wait - t.loadReady)
	}
	if w.log != nil {
		fact := w.fact(t, HappeningFact)
		fact.Happening, fact.Place, fact.Stage, fact.To = Shipped, w.model.places[s.place].name, on.vessel.Name, w.now+on.wait
		w.log.Record(fact)
	}
}

// ashore is a load on its way from a vessel to its truck.
type ashore struct {
	flow       int32
	number     uint32
	discharged sim.Time
}

// land puts a load of a flow at sea, to come ashore with the next call of its vessel.
func (w *World) land(i int, load uint32) {
	f := &w.model.flows[i]
	who := w.luck.Who(load, 0)
	v := &w.model.vessels[f.landing.vessel]
	number, due := v.next(w.now)
	available := w.comes(v, number, due) + sim.FromSeconds(v.Discharge*w.decisions[f.landing.dwell].Uniform(w.luck.Who(load, 1)))
	ready := available
	if f.landing.law.Dwell != nil {
		ready += sim.FromSeconds(f.landing.law.Dwell.Quantile(w.decisions[f.landing.dwell].Uniform(who)))
	}
	if ready >= w.model.setup.Horizon.End() {
		return
	}
	w.landings = append(w.landings, ashore{flow: int32(i), number: load, discharged: available})
	w.schedule(w.openSlot(), loadLands, rankArrival, ready, int32(len(w.landings)-1))
}

// fetch puts the truck of a load that has come ashore at the port.
func (w *World) fetch(of int32) {
	l := w.landings[of]
	id := w.newTruck(int(l.flow), l.number)
	t := w.trucks.at(id)
	t.loadReady = l.discharged
	w.happen(t, Ready)
	if w.log != nil && t.cargo {
		fact := w.fact(t, HappeningFact)
		fact.Happening, fact.Place, fact.From = CameAshore, w.model.places[w.model.flows[l.flow].origin].name, l.discharged
		w.log.Record(fact)
	}
	at := w.model.vessels[w.model.flows[l.flow].landing.vessel].depot
	w.charge(t, Storage, w.model.depots[at].place, w.model.depots[at].storage.For((w.now - l.discharged).Seconds()))
	if t.counted && t.cargo {
		w.books.depots[at].imports.add(w.now - l.discharged)
	}
	w.walk(id)
}

// seaMeasures are those of the loads of all ports together.
func (b *builder) seaMeasures() []measure {
	if len(b.vessels) == 0 {
		return nil
	}
	return []measure{{"door_to_vessel_h", func(w *World) (float64, bool) {
		var all mean
		for i := range w.books.depots {
			all.plus(&w.books.depots[i].toVessel)
		}
		return all.hours()
	}}}
}

// portMeasures are the stays of loads at ports where vessels call.
func (b *builder) portMeasures(i int) []measure {
	if len(b.depots[i].vessels) == 0 {
		return nil
	}
	of := func(name string) string { return DepotMeasure(b.depots[i].name, name) }
	return []measure{
		{of("export_dwell_h"), func(w *World) (float64, bool) { return w.books.depots[i].exports.hours() }},
		{of("import_dwell_h"), func(w *World) (float64, bool) { return w.books.depots[i].imports.hours() }},
		{of("door_to_vessel_h"), func(w *World) (float64, bool) { return w.books.depots[i].toVessel.hours() }},
	}
}
