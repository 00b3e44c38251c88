package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// market is where the trucks of one flow and the loads for their way home meet: first come, first
// served on both sides. All trucks of a flow wait equally long, so the first in line is the first
// to give up, and one timer serves them all.
type market struct {
	timer   sim.Slot
	loads   []offer
	seekers []int32
}

// offer is a return load waiting for a truck.
type offer struct{ ready sim.Time }

func (m *market) reset(timer sim.Slot) {
	m.timer, m.loads, m.seekers = timer, m.loads[:0], m.seekers[:0]
}

// offer brings a return load: a waiting truck takes it, or it waits as long as its patience.
func (w *World) offer(i int) {
	s, m := &w.streams[i], &w.markets[i]
	s.offered++
	load := offer{ready: w.now}
	w.nextOffer(i)
	if len(m.seekers) == 0 {
		m.loads = append(m.loads, load)
		return
	}
	id, t := w.firstSeeker(i)
	w.takeLoad(t, load)
	w.walk(id)
}

// firstSeeker ends the wait of the truck that has waited longest at a market.
func (w *World) firstSeeker(i int) (int32, *truck) {
	m := &w.markets[i]
	id := m.seekers[0]
	m.seekers = append(m.seekers[:0], m.seekers[1:]...)
	w.nextDeadline(i)
	t := &w.trucks[id]
	w.book(t, LoadWait, w.at(t), t.since)
	w.noteSeeking(t, w.now-t.since)
	w.settle(t, w.at(t).place)
	return id, t
}

// nextDeadline sets the timer of a market to when the first in line gives up.
func (w *World) nextDeadline(i int) {
	m := &w.markets[i]
	if len(m.seekers) == 0 {
		w.calendar.Cancel(m.timer)
		return
	}
	first := &w.trucks[m.seekers[0]]
	w.schedule(m.timer, patienceEnd, rankEnd, first.since+w.model.flows[i].maxWait, int32(i))
}

// seek finds a return load for a truck that has unloaded; without one it waits. It says whether it
// waits.
func (w *World) seek(id int32, t *truck) bool {
	f := &w.model.flows[t.flow]
	m := &w.markets[f.market]
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
	if len(m.seekers) == 1 {
		w.nextDeadline(f.market)
	}
	return true
}

// giveUp sends home the truck that has waited as long as it may at a market.
func (w *World) giveUp(i int) {
	id, t := w.firstSeeker(i)
	w.goEmpty(t)
	w.walk(id)
}

// takeLoad puts a return load on a truck and turns it home.
func (w *World) takeLoad(t *truck, load offer) {
	w.happen(t, LoadFound)
	f := &w.model.flows[t.flow]
	w.turn(t, f.loaded)
	if f.brings != nil {
		w.pick(t, f.loaded, f.brings)
	}
	t.loadReady = load.ready
	w.noteMatch(t, true)
}

// goEmpty turns a truck home without a load.
func (w *World) goEmpty(t *truck) {
	if w.model.flows[t.flow].Return.Mode == corridors.TwoWay {
		w.happen(t, NoLoadFound)
		w.noteMatch(t, false)
	}
	w.turn(t, w.model.flows[t.flow].empty)
}

// turn starts a truck's way home.
func (w *World) turn(t *truck, plan int) {
	t.plan, t.step, t.trip = &w.model.plans[plan], -1, 1
	t.who = w.luck.Who(t.number, t.trip)
}
