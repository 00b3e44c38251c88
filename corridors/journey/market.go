package journey

import (
	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// market is where trucks meet the loads for their way home. Every truck and every load gives up at a time
// of its own, so the first in line need not be the first to go: a truck has a timer of its own, and a load
// that has gone is passed over when its turn comes.
type market struct {
	loads   []offer // a heap: the one that is taken first on top
	seekers []int32 // trucks in the order of coming
}

// offer is a return load waiting for a truck.
type offer struct {
	turn   sim.Time // loads are taken in the order of it: when they became ready, or when they are due
	ready  sim.Time
	until  sim.Time // the end of its patience
	flow   int32
	number uint32
}

// before says whether a load is taken before another one; of equals the one that was ready first, and of
// these the one whose flow comes first in the file.
func (o *offer) before(other *offer) bool {
	switch {
	case o.turn != other.turn:
		return o.turn < other.turn
	case o.ready != other.ready:
		return o.ready < other.ready
	case o.flow != other.flow:
		return o.flow < other.flow
	}
	return o.number < other.number
}

func (m *market) reset() { m.loads, m.seekers = m.loads[:0], m.seekers[:0] }

// put adds a load to those that wait.
func (m *market) put(load offer) {
	m.loads = append(m.loads, load)
	m.rise(len(m.loads) - 1)
}

// remove takes out a load by its place in the heap; the first is the one on top.
func (m *market) remove(at int) offer {
	out, last := m.loads[at], len(m.loads)-1
	moved := m.loads[last]
	m.loads = m.loads[:last]
	if at < last {
		m.loads[at] = moved
		m.rise(at)
		m.sink(at)
	}
	return out
}

// rise moves a load up to where none above it is to be taken after it.
func (m *market) rise(at int) {
	for at > 0 {
		above := (at - 1) / 2
		if !m.loads[at].before(&m.loads[above]) {
			return
		}
		m.loads[at], m.loads[above] = m.loads[above], m.loads[at]
		at = above
	}
}

// sink moves a load down to where none below it is to be taken before it.
func (m *market) sink(at int) {
	for {
		least := at
		for below := 2*at + 1; below <= 2*at+2 && below < len(m.loads); below++ {
			if m.loads[below].before(&m.loads[least]) {
				least = below
			}
		}
		if least == at {
			return
		}
		m.loads[at], m.loads[least] = m.loads[least], m.loads[at]
		at = least
	}
}

// offer brings the next return load of a flow: a waiting truck takes it, or it waits as long as its patience.
func (w *World) offer(i int) {
	at := w.model.flows[i].market
	m := &w.markets[at]
	w.streams[i].offered++
	load := w.newOffer(i)
	w.nextOffer(i)
	if len(m.seekers) == 0 {
		w.makeRoom(m)
		m.put(load)
		return
	}
	id, t := w.endSeeking(at, w.firstFor(m, &load))
	w.calendar.Close(t.slot)
	w.takeLoad(t, load)
	w.walk(id)
}

// newOffer is the return load of a flow that is ready now, with its own patience and due time.
func (w *World) newOffer(i int) offer {
	f, number := &w.model.flows[i], w.streams[i].offered
	load := offer{turn: w.now, ready: w.now, until: w.now + w.term(&f.patience, number), flow: int32(i), number: number}
	if f.due != nil {
		load.turn = w.now + w.term(f.due, number)
	}
	return load
}

// term is how long somebody waits, or something takes; what does not vary needs no luck.
func (w *World) term(of *term, number uint32) sim.Time {
	if !of.varies {
		return of.fixed
	}
	return sim.FromSeconds(of.law.Quantile(w.decisions[of.point].Uniform(w.luck.Who(number, 0))))
}

// makeRoom forgets the loads that have gone, before a list that is full would grow.
func (w *World) makeRoom(m *market) {
	if len(m.loads) < cap(m.loads) {
		return
	}
	waiting := m.loads[:0]
	for _, load := range m.loads {
		if load.until >= w.now {
			waiting = append(waiting, load)
			continue
		}
		w.noteGone(&load)
	}
	m.loads = waiting
	for at := len(waiting)/2 - 1; at >= 0; at-- {
		m.sink(at)
	}
}

// nextLoad takes the load whose turn it is for a truck off its market; those that have gone are passed over.
func (w *World) nextLoad(m *market, t *truck) (offer, bool) {
	if f := &w.model.flows[t.flow]; f.ownFirst {
		if at := w.ownLoad(m, int32(f.owner)); at != none {
			return m.remove(at), true
		}
	}
	for len(m.loads) > 0 {
		load := m.remove(0)
		if load.until >= w.now {
			return load, true
		}
		w.noteGone(&load)
	}
	return offer{}, false
}

// ownLoad is the place of the load of a flow whose turn is first; none: there is none.
func (w *World) ownLoad(m *market, flow int32) int {
	best := none
	for i := range m.loads {
		load := &m.loads[i]
		if load.flow == flow && load.until >= w.now && (best == none || load.before(&m.loads[best])) {
			best = i
		}
	}
	return best
}

// firstFor is the place in line of the truck that takes a load.
func (w *World) firstFor(m *market, load *offer) int {
	if w.model.flows[load.flow].ownFirst {
		for i, id := range m.seekers {
			if w.model.flows[w.trucks.at(id).flow].owner == int(load.flow) {
				return i
			}
		}
	}
	return 0
}

// endSeeking ends the wait of a truck at a market, by its place in line.
func (w *World) endSeeking(at, place int) (int32, *truck) {
	m := &w.markets[at]
	id := m.seekers[place]
	m.seekers = append(m.seekers[:place], m.seekers[place+1:]...)
	t := w.trucks.at(id)
	w.book(t, LoadWait, w.at(t), t.since)
	w.noteSeeking(t, w.now-t.since)
	w.settle(t, w.at(t).place)
	return id, t
}

// term is a time after which somebody does something, drawn for each if it varies.
type term struct {
	law    law.Law
	fixed  sim.Time
	varies bool
	point  decision
}

// termOf makes ready a law of the flow being written, with the decision point that it is drawn at.
func (b *builder) termOf(l law.Law, point string) term {
	out := term{law: l, varies: l.Varies()}
	if out.varies {
		out.point = b.decide(point)
	} else {
		out.fixed = sim.FromSeconds(l.Mean())
	}
	return out
}

// addReturn makes ready how trucks of a flow and the loads for its way home find one another.
func (b *builder) addReturn(v *flow, home []hop, pool *corridors.Pool) {
	back := &v.Return
	if back.Mode != corridors.TwoWay {
		return
	}
	v.maxWait, v.patience = b.termOf(back.MaxWait, "max wait"), b.termOf(back.Patience, "patience")
	match := back.Match
	if pool != nil {
		match = pool.Match
		v.ownFirst = match == corridors.OwnFirst
	}
	if match == corridors.NearestDue {
		due := b.termOf(*back.Due, "due")
		v.due = &due
	}
	if back.Spot != nil {
		v.spot = inMicro(back.Spot.PerTrip + float64(back.Spot.PerKm*b.kmOf(home)))
	}
}

// kmOf is how long a route is.
func (b *builder) kmOf(route []hop) (km float64) {
	for _, h := range route {
		km += b.routes.length(h)
	}
	return km
}
