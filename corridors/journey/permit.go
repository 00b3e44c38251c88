package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// A permit is held from the moment at which a truck is loaded and ready to set out until it is home or leaves the
// corridor. Who waits for one stands at the origin with its load, keeps no station there, and is at no border: the
// time is an activity of its own. Trucks of a backlog take theirs where they stand, before all others.

// permitDesk is where the trucks of some flows get their permits.
type permitDesk struct {
	permits *sim.Slots
	wait    mean           // of the trucks that count
	window  sim.SpaceBooks // of the window
}

// permit adds that a truck which is loaded takes the permit that it needs; most need none.
func (p *planner) permit() {
	if at := p.setup.Corridor.PermitOf(p.flowOf(p.number)); at >= 0 && p.trip == corridors.Out {
		p.add(step{kind: stepPermit, name: p.setup.Corridor.Permits[at].Name, of: int32(at)})
	}
}

// makePermits makes the desks; a corridor without permits has none.
func (w *World) makePermits() {
	for _, p := range w.model.setup.Corridor.Permits {
		w.permits = append(w.permits, permitDesk{permits: sim.NewSlots(p.Count)})
	}
}

// startPermits puts all permits back.
func (w *World) startPermits() {
	for i := range w.permits {
		w.permits[i].permits.Reset()
		w.permits[i].wait = mean{}
	}
}

// takePermit gives a truck the permit that it needs; it says false where it must wait for one.
func (w *World) takePermit(id int32, t *truck, s *step) bool {
	w.release(t)
	t.since = w.now
	if !w.permits[s.of].permits.Take(id, w.now) {
		t.become(seeking)
		return false
	}
	w.notePermit(t, s)
	return true
}

// returnPermit takes back the permit of a truck that has left. The first that waits sets out with it.
func (w *World) returnPermit(at int32) {
	id, granted := w.permits[at].permits.Free(w.now)
	if !granted {
		return
	}
	t := w.trucks.at(id)
	w.book(t, PermitWait, t.here, t.since)
	w.settle(t, t.here.place)
	w.notePermit(t, t.here)
	w.walk(id)
}

// notePermit notes that a truck has a permit, after how long.
func (w *World) notePermit(t *truck, s *step) {
	if t.counted {
		w.permits[s.of].wait.add(w.now - t.since)
	}
	w.happenAs(t, PermitTaken, s.name)
}

// happenAs tells the log what happened to a cargo truck, with the name of what it is about.
func (w *World) happenAs(t *truck, h Happening, stage string) {
	if w.log == nil || !t.cargo {
		return
	}
	fact := w.fact(t, HappeningFact)
	fact.Happening, fact.Place, fact.Stage = h, w.model.places[t.here.place].name, stage
	w.log.Record(fact)
}

// PermitMeasure is the name of a measure of one permit: wait_h, in_use_trucks or in_use_share.
func PermitMeasure(permit, measure string) string { return "permit." + permit + "." + measure }

// permitMeasures are there only where trucks need permits.
func (b *builder) permitMeasures() []measure {
	permits := b.setup.Corridor.Permits
	if len(permits) == 0 {
		return nil
	}
	list := []measure{{"permit_wait_h", func(w *World) (float64, bool) {
		var all mean
		for i := range w.permits {
			all.plus(&w.permits[i].wait)
		}
		return all.hours()
	}}}
	window := float64(b.setup.Horizon.Length)
	for i, p := range permits {
		inUse := func(w *World) float64 { return float64(w.permits[i].window.TakenArea) / window }
		list = append(list,
			measure{PermitMeasure(p.Name, "wait_h"), func(w *World) (float64, bool) { return w.permits[i].wait.hours() }},
			measure{PermitMeasure(p.Name, "in_use_trucks"), func(w *World) (float64, bool) { return inUse(w), true }},
			measure{PermitMeasure(p.Name, "in_use_share"), func(w *World) (float64, bool) { return inUse(w) / float64(p.Count), true }},
		)
	}
	return list
}
