package journey

import (
	"slices"

	"hanhlang/corridors"
)

// seek finds a return load for a truck that has unloaded; without one it waits. It says whether it
// waits.
func (w *World) seek(id int32, t *truck) bool {
	f := &w.model.flows[t.flow]
	m := &w.markets[f.market]
	if load, found := w.nextLoad(m, t); found {
		w.noteAtOnce(t)
		w.takeLoad(t, load)
		return false
	}
	wait := w.term(&f.maxWait, t.number)
	if wait == 0 {
		w.goEmpty(t)
		return false
	}
	t.become(seeking)
	t.since = w.now
	m.seekers = append(m.seekers, id)
	t.slot = w.takeSlot()
	w.schedule(t.slot, patienceEnd, rankEnd, w.now+wait, id)
	return true
}

// giveUp sends home the truck that has waited as long as it may at a market.
func (w *World) giveUp(id int32) {
	market := w.model.flows[w.trucks.at(id).flow].market
	_, t := w.endSeeking(market, slices.Index(w.markets[market].seekers, id))
	w.goEmpty(t)
	w.walk(id)
}

// takeLoad puts a return load on a truck and turns it home.
func (w *World) takeLoad(t *truck, load offer) {
	w.tellLoad(t, &load)
	f := &w.model.flows[t.flow]
	if int(load.flow) != f.owner {
		w.carry(t, &load)
	} else {
		w.turn(t, f.loaded)
		if f.brings != nil {
			w.pick(t, f.loaded, f.brings)
		}
	}
	t.loadReady = load.ready
	w.noteTaken(&load)
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
	t.who = w.luck.Who(t.number, uint32(t.trip))
}
