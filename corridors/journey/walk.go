package journey

import (
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// at is the step a truck is in.
func (w *World) at(t *truck) *step { return &w.model.plans[t.plan].steps[t.step] }

// walk takes a truck through the steps that need no time, up to one that does.
func (w *World) walk(id int32) {
	for {
		t := &w.trucks[id]
		t.step++
		s := w.at(t)
		if w.passes(t, &s.passes) && w.take(id, t, s) {
			return
		}
	}
}

// passes says whether the conditions of a step hold for the truck on the spot.
func (w *World) passes(t *truck, p *passes) bool {
	if p.channels != 0 && p.channels&t.channel == 0 || p.declared != 0 && p.declared&t.declared == 0 {
		return false
	}
	return !p.drawn || w.draw(t, p.point) < p.share
}

// take begins a step; it says whether the truck has to wait for its end.
func (w *World) take(id int32, t *truck, s *step) bool {
	switch s.kind {
	case stepDrive, stepStrip:
		w.release(t)
		w.start(id, t, driving, s)
	case stepHandle:
		w.start(id, t, handling, s)
	case stepApproach:
		w.approach(t, s)
		return false
	case stepServe:
		w.release(t)
		w.join(id, t, s)
	case stepAttend:
		w.release(t)
		w.leaveStrip(t, s.place)
		w.start(id, t, inService, s)
	case stepTakePlace:
		return !w.enterStrip(id, t, s)
	case stepPass:
		w.leaveStrip(t, s.place)
		return false
	case stepClear:
		w.release(t)
		w.clear(t)
		return false
	case stepDeliver:
		w.deliver(t)
		return false
	case stepSeek:
		return w.seek(id, t)
	case stepTurn:
		w.goEmpty(t)
		return false
	case stepLeave:
		w.leave(id, t)
	}
	return true
}

// start begins an activity of the duration that the truck's luck draws.
func (w *World) start(id int32, t *truck, p phase, s *step) {
	t.become(p)
	t.since = w.now
	duration := w.duration(t, s)
	seconds := duration.Quantile(w.draw(t, s.point))
	w.schedule(t.slot, activityEnd, rankEnd, w.now+sim.FromSeconds(seconds), id)
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

// join puts a truck in the queue of a station.
func (w *World) join(id int32, t *truck, s *step) {
	t.become(queueing)
	t.since = w.now
	w.stations[s.station].Join(id, w.now)
	w.admit(int32(s.station))
}

// admit lets trucks into service as long as the station has a server free. It serves arrivals,
// departures and changes of shift alike.
func (w *World) admit(st int32) {
	for {
		id, joined, admitted := w.stations[st].Admit(w.now)
		if !admitted {
			return
		}
		t := &w.trucks[id]
		s := w.at(t)
		w.bookWait(t, s, joined)
		w.leaveStrip(t, s.place)
		t.held = st
		w.start(id, t, inService, s)
	}
}

// release gives back the server that a truck still stands at, and lets the next one in.
func (w *World) release(t *truck) {
	if t.held == none {
		return
	}
	st := t.held
	t.held = none
	w.stations[st].Leave(w.now)
	w.admit(st)
}

// leave takes a truck out of the corridor and closes its ledger.
func (w *World) leave(id int32, t *truck) {
	w.release(t)
	t.become(gone)
	if t.money {
		w.happen(t, Left, "")
	}
	w.closeLedger(t)
	w.calendar.Close(t.slot)
	w.books.exit(w.now)
	w.free = append(w.free, id)
}
