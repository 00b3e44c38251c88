package journey

import (
	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// machine is one server of a station whose servers break down.
type machine struct {
	station       int32
	every, repair law.Law
	breaks, fixed decision // luck of no truck: asked by the number of the server and of the breakdown
	number        uint32   // within the station; the first is 1
}

// running is a machine in a run.
type running struct {
	slot   sim.Slot
	at     int32 // truck that stands at it; none: it is idle
	down   bool
	left   sim.Time // of the service that it has interrupted
	breaks uint32   // so far
}

// addMachines numbers the servers of a station that break down, and gives the first; none if they never do.
func (b *builder) addMachines(at int, s *corridors.Station) int32 {
	if s.Breaks == nil {
		return none
	}
	first := int32(len(b.machines))
	b.flow = 0
	name := b.places[at].name + "/" + s.Name
	breaks, fixed := b.decide(name+"/breaks"), b.decide(name+"/repair")
	for n := range s.Servers {
		b.machines = append(b.machines, machine{
			station: int32(len(b.Model.stations)), every: s.Breaks.Every, repair: s.Breaks.Repair,
			breaks: breaks, fixed: fixed, number: uint32(n + 1),
		})
	}
	return first
}

// makeMachines makes room for what is kept of servers that are told apart.
func (w *World) makeMachines() {
	m := w.model
	if len(m.machines) > 0 {
		w.machines = make([]running, len(m.machines))
	}
	w.numbered = len(m.machines) > 0 || m.lanes
	if w.numbered || w.reliefs != nil {
		w.stands = []stand{}
	}
}

// startMachines puts all machines in order at the start of a run, each with its first breakdown ahead.
func (w *World) startMachines() {
	for i := range w.machines {
		w.machines[i] = running{slot: w.openSlot(), at: none}
		w.nextBreakdown(int32(i))
	}
}

// nextBreakdown schedules when a machine breaks down after a time in order.
func (w *World) nextBreakdown(i int32) {
	m, r := &w.model.machines[i], &w.machines[i]
	span := m.every.Quantile(w.decisions[m.breaks].Uniform(w.luck.Who(m.number, r.breaks)))
	w.schedule(r.slot, machineTurns, rankMachine, w.now+sim.FromSeconds(span), i)
}

// turnMachine lets a machine break down, or work again.
func (w *World) turnMachine(i int32) {
	m, r := &w.model.machines[i], &w.machines[i]
	if r.down {
		r.down = false
		r.breaks++
		w.nextBreakdown(i)
		w.resume(i)
		return
	}
	r.down = true
	span := m.repair.Quantile(w.decisions[m.fixed].Uniform(w.luck.Who(m.number, r.breaks)))
	w.schedule(r.slot, machineTurns, rankMachine, w.now+sim.FromSeconds(span), i)
	switch {
	case r.at == none:
		w.stations[m.station].Break(false, w.now)
	case w.trucks.at(r.at).phase == inService:
		w.interrupt(i)
	} // who is done and blocked notices nothing; the station hears of it when the truck has gone
}

// interrupt stops the service at a machine. The truck stays; its stage is not passed yet.
func (w *World) interrupt(i int32) {
	r := &w.machines[i]
	t := w.trucks.at(r.at)
	s := w.at(t)
	end, _ := w.calendar.When(t.slot)
	r.left = end - w.now
	w.calendar.Cancel(t.slot)
	w.book(t, Service, s, t.since)
	if w.isBranch(t.id) {
		spans := w.branches[r.at].spans
		spans[len(spans)-1].interrupted = true
	}
	if (t.side >= 0 || t.depot) && t.rows {
		w.books.rows[w.row(t, s)].passed--
	}
	t.become(interrupted)
	t.since = w.now
	w.stations[w.model.machines[i].station].Break(true, w.now)
}

// resume goes on with what a repair was waited for: the service at the machine, or the queue before it.
func (w *World) resume(i int32) {
	r := &w.machines[i]
	st := w.model.machines[i].station
	switch {
	case r.at == none:
		w.stations[st].Repair(false, w.now)
		w.admit(st)
	case w.trucks.at(r.at).phase == interrupted:
		t := w.trucks.at(r.at)
		w.stations[st].Repair(true, w.now)
		w.book(t, Blocked, w.at(t), t.since)
		t.become(inService)
		t.since = w.now
		w.schedule(t.slot, activityEnd, rankEnd, w.now+r.left, r.at)
	}
}

// takeServer notes at which server a truck is: the lane that it has waited in, or of servers that break down the
// first that works and is free.
func (w *World) takeServer(id int32, t *truck) {
	st := &w.model.stations[t.held]
	switch {
	case st.perLane: // it has been in its lane since it joined
	case st.machine == none:
		w.stands[id].machine = none
	default:
		i := st.machine
		for w.machines[i].down || w.machines[i].at != none {
			i++
		}
		w.machines[i].at, w.stands[id].machine = id, i
	}
}

// leaveServer frees the server that a truck has left; if it broke down meanwhile the station hears of it now.
func (w *World) leaveServer(st, i int32) {
	switch {
	case w.model.stations[st].perLane:
		w.stations[st].Vacate(int(i))
	case w.model.stations[st].machine != none:
		w.machines[i].at = none
		if w.machines[i].down {
			w.stations[st].Break(false, w.now)
		}
	}
}

// availability is the share of time that the servers of a station are in order, in the long run.
func (m *Model) availability(s *station) float64 {
	if s.machine == none {
		return 1
	}
	at := &m.machines[s.machine]
	return at.every.Mean() / (at.every.Mean() + at.repair.Mean())
}

// availableMeasure is the share of time that the servers of a station are in order.
func (b *builder) availableMeasure(i int) measure {
	return measure{StationMeasure(b.Stations()[i], "available_share"), func(w *World) (float64, bool) {
		return w.books.stations[i].Available(w.model.stations[i].servers)
	}}
}
