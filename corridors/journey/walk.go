package journey

import (
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// at is the step a truck is in.
func (w *World) at(t *truck) *step { return t.here }

// walk takes a truck through the steps that need no time, up to one that does.
func (w *World) walk(id int32) {
	t := w.trucks.at(id)
	for {
		t.step = int32(t.plan.onward[t.step+1][t.papers])
		s := &t.plan.steps[t.step]
		t.here = s
		if s.asks && !w.meets(t, s) {
			continue
		}
		if s.kind == stepServe {
			w.serveAt(id, t, s)
			return
		}
		if w.take(id, t, s) {
			return
		}
	}
}

// serveAt brings a truck from the server that it still stands at to the next station.
func (w *World) serveAt(id int32, t *truck, s *step) {
	if t.held != none {
		w.release(t)
	}
	w.join(id, t, s)
	if t.phase == queueing && (t.gateHeld != none || t.yardHeld != none) {
		w.suspect = w.model.rings
	}
}

// passes says whether the conditions of a step hold for the truck on the spot.
func (w *World) passes(t *truck, p *passes) bool {
	return !p.shuts(t.papers.channel(), t.papers.declared()) && (!p.drawn || w.draw(t, p.point) < p.share)
}

// take begins a step other than a service at a station; it says whether the truck has to wait for its end.
func (w *World) take(id int32, t *truck, s *step) bool {
	switch s.kind {
	case stepDrive, stepStrip:
		w.release(t)
		w.start(id, t, driving, s)
	case stepTravel:
		w.release(t)
		if w.turnsBack(id, t, s) {
			return false
		}
		w.setOff(id, t, s)
	case stepHandle:
		w.release(t)
		w.start(id, t, handling, s)
	case stepWork:
		w.serveAt(id, t, s)
	case stepRepair:
		return w.repair(id, t, s)
	case stepMeet:
		w.offerOver(id, t, s)
	case stepTransfer:
		w.serveAt(id, t, s)
	case stepTakeOver:
		w.takeOver(id, t, s)
	case stepAttend:
		w.release(t)
		w.leaveStrip(t, s.place)
		w.start(id, t, inService, s)
	case stepTakePlace:
		return !w.enterStrip(id, t, s)
	case stepPart:
		return w.begin(id, t, s)
	case stepRoom:
		w.squeeze(id, t, s)
	case stepTakeYard:
		return !w.enterYard(id, t, s)
	case stepSeek:
		return w.seek(id, t)
	case stepPermit:
		return !w.takePermit(id, t, s)
	case stepQuota:
		return !w.countIn(id, t, s)
	case stepLeave:
		w.leave(id, t)
	default:
		w.pass(id, t, s)
		return false
	}
	return true
}

// pass does what needs no time.
func (w *World) pass(id int32, t *truck, s *step) {
	switch s.kind {
	case stepApproach:
		if !w.findsClosed(id, t, s) {
			w.approach(t, s)
		}
	case stepLeaveYard:
		w.leaveYard(t)
	case stepPass:
		w.leaveStrip(t, s.place)
	case stepClear:
		w.release(t)
		w.clear(t)
	case stepTurnTo:
		t.papers = t.settled[s.of]
	case stepRegime:
		w.settleRegime(t, s)
	case stepSpell:
		w.passOver(t, s)
	case stepSwapped:
		w.swap(id, t, s)
	case stepRejoin:
		w.rejoin(t, s)
	case stepDeliver:
		boards := w.boards(t, s)
		w.deliver(id, t, boards.wait)
		w.ship(t, s, boards)
		w.give(t)
	case stepTurn:
		w.goEmpty(t)
	case stepChoose:
		w.choose(id, t, &w.model.forks[s.of])
	case stepArrive:
		w.noteDetour(id, t)
	case stepSplit:
		w.takeStop(t, &w.model.splits[s.of])
	case stepEnter:
		w.enterDepot(id, t, s)
	case stepDepart:
		w.leaveDepot(id, t, s)
	case stepFetch:
		w.pickUp(id, t, s)
	case stepPassOn:
		w.passOn(id, t, s)
	case stepHome:
		w.release(t)
		w.headHome(t)
	case stepToPool:
		w.headForPool(t)
	case stepOnward:
		w.release(t)
		w.goOnHome(t)
	case stepRepaired:
		w.settle(t, s.place)
	}
}

// start begins an activity of the duration that the truck's luck draws.
func (w *World) start(id int32, t *truck, p phase, s *step) {
	t.become(p)
	t.since = w.now
	duration := &s.duration
	if s.varies {
		duration = w.duration(t, s)
	}
	seconds := duration.Quantile(w.draw(t, s.point))
	span := sim.FromSeconds(seconds)
	if t.held != none {
		w.books.work[t.held] += span
	}
	w.endAt(t, id, w.now+span)
}

// endAt schedules the end of what a truck has begun. It takes over the slot of the activity that is
// just ending, if that is still to be had: then the calendar has only one change to make.
func (w *World) endAt(t *truck, id int32, at sim.Time) {
	t.slot = w.takeSlot()
	w.schedule(t.slot, activityEnd, rankEnd, at, id)
}

// takeSlot is the slot of the activity that is just ending, or a new one.
func (w *World) takeSlot() sim.Slot {
	if w.spared {
		w.spared = false
		return w.spare
	}
	return w.openSlot()
}

// closeSpare gives the slot of what has ended back, if nothing that began then has taken it over.
func (w *World) closeSpare() {
	if w.spared {
		w.calendar.Close(w.spare)
		w.spared = false
	}
}

// duration is the law of a step for this truck: the first case that fits, or that of the step.
func (w *World) duration(t *truck, s *step) *law.Law {
	for i := range s.cases {
		if w.passes(t, &s.cases[i].passes) {
			return &s.cases[i].duration
		}
	}
	return &s.duration
}

// join brings a truck to a station: into service where a server is free, else to the end of the
// queue.
func (w *World) join(id int32, t *truck, s *step) {
	st := w.stations[s.station]
	if st.Enter(w.now) {
		w.serve(id, t, s)
		return
	}
	t.become(queueing)
	t.since = w.now
	if w.takers != nil {
		w.lineUp(id, t, s)
		return
	}
	st.Join(id, w.now)
}

// serve begins the service of a truck that has been given a server.
func (w *World) serve(id int32, t *truck, s *step) {
	if t.gateHeld != none {
		w.leaveStrip(t, s.place)
	}
	t.held = int32(s.station)
	if w.reliefs != nil {
		w.stands[id].relief = w.reliefs[s.station]
	}
	if w.numbered {
		w.takeServer(id, t)
	}
	switch s.kind {
	case stepWork:
		w.start(id, t, handling, s)
	case stepTransfer:
		w.takeOver(id, t, s)
	default:
		w.start(id, t, inService, s)
	}
}

// admit lets waiting trucks into service as long as the station has a server free, after a
// departure or a change of shift.
func (w *World) admit(st int32) {
	if w.takers != nil && w.prefers(st) {
		w.takeLater(st)
		return
	}
	w.takeIn(st)
}

// takeIn lets waiting trucks into service now.
func (w *World) takeIn(st int32) {
	for w.stations[st].Queue() > 0 {
		id, joined, admitted := w.stations[st].Admit(w.now)
		if !admitted {
			break
		}
		t := w.trucks.at(id)
		s := w.at(t)
		w.bookWait(t, s, joined)
		w.serve(id, t, s)
	}
	if w.rooms != nil {
		w.callIn(st)
	}
}

// release gives back the server that a truck still stands at, and lets the next one in.
func (w *World) release(t *truck) {
	if t.held == none {
		return
	}
	st := t.held
	t.held = none
	at, on := w.stations[st], w.stood(t)
	w.letGo(st, on.relief)
	at.Leave(w.now)
	if w.numbered {
		w.leaveServer(st, on.machine)
	}
	if w.garrisons != nil {
		w.served(st)
	}
	if at.Queue() > 0 || w.rooms != nil {
		w.admit(st)
	}
}

// leave takes a truck out of the corridor and closes its ledger.
func (w *World) leave(id int32, t *truck) {
	w.release(t)
	t.become(gone)
	w.happen(t, Left)
	w.closePurse(t)
	w.noteFuel(t)
	w.noteGoods(t)
	w.closeLedger(t)
	w.noteFlow(t)
	w.books.exit(w.now)
	t.step, w.free = w.free, id
	permit := w.model.flows[t.flow].permit
	if w.hauls != nil {
		w.noteHaul(w.hauls[id].vehicle, t)
		w.comeHome(w.hauls[id].vehicle)
	}
	if permit != none {
		w.returnPermit(permit)
	}
}
