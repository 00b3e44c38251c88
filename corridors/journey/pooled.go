package journey

import (
	"hanhlang/corridors"
)

// Return loads of several flows can be pooled at a place. Every truck of the pool may take every load of it: it
// brings the load to where the flow of the load begins, as a truck of that flow would, and goes home empty from there
// if it is at home elsewhere. A truck that has unloaded elsewhere drives to the pool empty. It waits as long as its
// own flow says, a load as long as that of the load says.

// Visits of decision points of trucks in pools: on the way to the pool, on the way with a load of another flow, which
// has the luck of the load, and on the way home from there.
const (
	toThePool = 4 + iota
	withOtherLoad
	fromOtherEnd
)

// poolOf the flow, or of the flow whose trucks stand at the border; nil for none.
func (b *builder) poolOf(i int) *corridors.Pool {
	if b.setup.Corridor.Flows[i].Return.Mode != corridors.TwoWay {
		return nil
	}
	return b.setup.Corridor.PoolOf(b.flowOf(i))
}

// flowOf is the name of a flow in the file.
func (b *builder) flowOf(i int) string { return b.setup.Corridor.Flows[b.ownerOf(i)].Name }

// ownerOf is the flow whose trucks stand at the border, as which they count; any other is its own.
func (b *builder) ownerOf(i int) int {
	if owner, waiting := b.standing[i]; waiting {
		return owner
	}
	return i
}

// marketOf numbers the market where the trucks of a flow look for return loads: by its flow, or the first of its pool.
func (b *builder) marketOf(i int) int {
	pool := b.poolOf(i)
	if pool == nil {
		return b.ownerOf(i)
	}
	for k := range b.setup.Corridor.Flows {
		if b.poolOf(k) == pool {
			return k
		}
	}
	return i
}

// turnsAt is where the way home of a flow begins.
func (b *builder) turnsAt(i int) string {
	if pool := b.poolOf(i); pool != nil {
		return pool.At
	}
	return b.setup.Corridor.Flows[i].To
}

// joinPool writes the ways of a flow's trucks to their pool, and home from where loads of the other flows go.
func (b *builder) joinPool(i int, v *flow) {
	v.toPool = none
	pool := b.poolOf(i)
	if pool == nil {
		return
	}
	v.pool = pool
	if pool.At != v.To {
		p := b.shuttle(i, corridors.Home, v.To)
		p.driveTo(pool.At)
		p.add(step{kind: stepSeek, name: seekStep})
		v.toPool = p.close()
	}
	v.onward = make([]int, len(b.setup.Corridor.Flows))
	for k := range b.setup.Corridor.Flows {
		other := &b.setup.Corridor.Flows[k]
		v.onward[k] = none
		if other.Backlog != nil || b.poolOf(k) != pool || other.From == v.From {
			continue
		}
		p := b.shuttle(i, corridors.Home, other.From)
		p.driveTo(v.From)
		p.add(step{kind: stepLeave, name: "leaves"})
		v.onward[k] = p.close()
	}
}

// seekStep is the name of the wait for a return load.
const seekStep = "return load"

// headForPool sends a truck that has unloaded to its pool.
func (w *World) headForPool(t *truck) {
	t.plan, t.step, t.trip = &w.model.plans[w.model.flows[t.flow].toPool], -1, toThePool
	t.who = w.luck.Who(t.number, uint32(t.trip))
}

// carry puts a load of another flow of the pool on a truck. The way home is that of the load, and so is its luck.
func (w *World) carry(t *truck, load *offer) {
	f := &w.model.flows[load.flow]
	t.plan, t.step, t.trip = &w.model.plans[f.loaded], -1, 1
	t.who = w.luck.Who(load.number, withOtherLoad)
	if f.brings != nil {
		w.pick(t, f.loaded, f.brings)
	}
}

// goOnHome sends a truck that has brought a load of another flow to its own home, if that is elsewhere.
func (w *World) goOnHome(t *truck) {
	f := &w.model.flows[t.flow]
	if f.onward == nil || f.onward[t.plan.flow] == none {
		return
	}
	t.plan, t.step, t.trip = &w.model.plans[f.onward[t.plan.flow]], -1, fromOtherEnd
	t.who = w.luck.Who(t.number, uint32(t.trip))
}

// tellLoad says that a truck has found a return load and, in a pool, of which flow.
func (w *World) tellLoad(t *truck, load *offer) {
	if w.log == nil || !t.cargo {
		return
	}
	fact := w.fact(t, HappeningFact)
	fact.Happening, fact.Place = LoadFound, w.model.places[t.here.place].name
	if w.model.flows[t.flow].pool != nil {
		fact.Stage = w.model.flows[load.flow].Name
	}
	w.log.Record(fact)
}

// pooledRate is how many trucks of a pool follow an itinerary on the way home [1/s], when so many of its flow set out:
// as many find a load as there are, and each load is as likely.
func (m *Model) pooledRate(plan *itinerary, f *flow, come float64, h Horizon) float64 {
	trucks, loads := 0.0, 0.0
	for i := range m.flows {
		if m.flows[i].pool == f.pool {
			trucks += m.perSecond(&m.flows[i], h)
			if m.flows[i].Backlog == nil {
				loads += m.flows[i].Return.PerSecond
			}
		}
	}
	taken := min(trucks, loads)
	switch {
	case plan.loaded && f.Backlog != nil, taken == 0 && plan.loaded:
		return 0
	case plan.loaded:
		return taken * f.Return.PerSecond / loads
	case !plan.shuttle:
		return come * (1 - of(taken, trucks))
	}
	for k, onward := range f.onward {
		if onward != none && plan == &m.plans[onward] {
			return come * of(taken, trucks) * of(m.flows[k].Return.PerSecond, loads)
		}
	}
	return come // on the way to the pool
}

// of is a part over a whole, which may be nothing.
func of(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}
