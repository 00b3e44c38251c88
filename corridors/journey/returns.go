package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// market is where the trucks of one flow and the loads for their way home meet: first come, first
// served on both sides.
type market struct {
	loads   []offer
	seekers []int32
}

// offer is a return load waiting for a truck.
type offer struct {
	number uint32
	ready  sim.Time
}

func (m *market) reset() { m.loads, m.seekers = m.loads[:0], m.seekers[:0] }

// offer brings a return load: a waiting truck takes it, or it waits as long as its patience.
func (w *World) offer(i int) {
	s, m := &w.streams[i], &w.markets[i]
	s.offered++
	load := offer{number: s.offered, ready: w.now}
	w.nextOffer(i)
	w.books.offered(w.inWindow)
	if len(m.seekers) == 0 {
		m.loads = append(m.loads, load)
		return
	}
	id := m.seekers[0]
	m.seekers = append(m.seekers[:0], m.seekers[1:]...)
	t := &w.trucks[id]
	w.calendar.Cancel(t.slot)
	w.book(t, LoadWait, w.at(t), t.since)
	w.settle(t, w.at(t).place)
	t.become(atRest)
	w.takeLoad(t, load)
	w.walk(id)
}

// seek finds a return load for a truck that has unloaded; without one it waits. It says whether it
// waits.
func (w *World) seek(id int32, t *truck) bool {
	f, m := &w.model.flows[t.flow], &w.markets[t.flow]
	fresh := 0
	for fresh < len(m.loads) && m.loads[fresh].ready+f.patience < w.now {
		fresh++
	}
	m.loads = append(m.loads[:0], m.loads[fresh:]...)
	if len(m.loads) > 0 {
		load := m.loads[0]
		m.loads = append(m.loads[:0], m.loads[1:]...)
		w.takeLoad(t, load)
		return false
	}
	if f.maxWait == 0 {
		w.goEmpty(t)
		return false
	}
	t.become(seeking)
	t.since = w.now
	m.seekers = append(m.seekers, id)
	w.schedule(t.slot, activityEnd, rankEnd, w.now+f.maxWait, id)
	return true
}

// giveUp ends the search of a truck that has waited as long as it may.
func (w *World) giveUp(id int32) {
	t := &w.trucks[id]
	m := &w.markets[t.flow]
	for i, other := range m.seekers {
		if other == id {
			m.seekers = append(m.seekers[:i], m.seekers[i+1:]...)
			break
		}
	}
	w.book(t, LoadWait, w.at(t), t.since)
	w.settle(t, w.at(t).place)
	w.goEmpty(t)
}

// takeLoad puts a return load on a truck and turns it home.
func (w *World) takeLoad(t *truck, load offer) {
	w.happen(t, LoadFound, "")
	t.plan, t.step, t.trip = int32(w.model.flows[t.flow].loaded), -1, 1
	t.loadReady, t.loadNumber = load.ready, load.number
	w.noteMatch(t, true)
}

// goEmpty turns a truck home without a load.
func (w *World) goEmpty(t *truck) {
	if w.model.flows[t.flow].Return.Mode == corridors.TwoWay {
		w.happen(t, NoLoadFound, "")
		w.noteMatch(t, false)
	}
	t.plan, t.step, t.trip = int32(w.model.flows[t.flow].empty), -1, 1
}
