package journey

import (
	"math"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// choose sends a truck on the way that it expects to cost least; of equally dear ways, the nearest. It
// takes one on which it knows a road to be closed only if it knows no other.
func (w *World) choose(id int32, t *truck, f *fork) {
	best, found := 0, false
	if at, informed := w.informedOf(w.model.flows[t.flow].Choice); informed {
		best, found = w.cheapest(t, f, func(way *way) bool { return !way.closedAt(at) })
	}
	if !found {
		best, _ = w.cheapest(t, f, func(*way) bool { return true })
	}
	w.trips[id] = tripBook{nearest: &f.ways[0], km: t.km, road: t.roadMoney()}
	w.setOut(id, t, f, best)
}

// cheapest finds the way that a truck expects to cost least among those that may be taken.
func (w *World) cheapest(t *truck, f *fork, may func(*way) bool) (best int, found bool) {
	least := math.Inf(1)
	queues := w.queuesKnown(w.model.flows[t.flow].Choice)
	for i := range f.ways {
		if !may(&f.ways[i]) {
			continue
		}
		if cost := w.costOf(t, &f.ways[i], queues); !found || cost < least {
			best, least, found = i, cost, true
		}
	}
	return best, found
}

// setOut puts a truck on a way.
func (w *World) setOut(id int32, t *truck, f *fork, chosen int) {
	way := &f.ways[chosen]
	w.tellWay(t, WayChosen, way.gates, way.km-f.ways[0].km)
	t.plan, t.step = &w.model.plans[way.plan], -1
}

// tellWay tells the log, if there is one, of a choice or of a road that led to one.
func (w *World) tellWay(t *truck, h Happening, stage string, km float64) {
	if w.log != nil && t.money {
		fact := w.fact(t, HappeningFact)
		fact.Happening, fact.Place, fact.Stage, fact.Km = h, w.model.places[t.here.place].name, stage, km
		w.log.Record(fact)
	}
}

// informedOf is the moment whose state a truck knows; it may know none.
func (w *World) informedOf(rules *corridors.Choice) (at sim.Time, informed bool) {
	switch rules.Information {
	case corridors.Live:
		return w.now, true
	case corridors.Delayed:
		then := w.now - sim.FromSeconds(rules.Delay)
		return then - then%bulletinEvery, then >= 0
	}
	return 0, false
}

// costOf is what a truck expects a way to cost: its money and its time, as this truck rates the way [USD].
func (w *World) costOf(t *truck, way *way, queues func(int32) float64) float64 {
	rules := w.model.flows[t.flow].Choice
	cost := way.money + float64(w.expects(way, queues)*rules.TimeValue)
	if rules.Spread != nil {
		cost *= rules.Spread.Quantile(w.draw(t, way.taste))
	}
	return cost
}

// queuesKnown is how many trucks wait at a station as far as a truck is informed.
func (w *World) queuesKnown(rules *corridors.Choice) func(station int32) float64 {
	switch rules.Information {
	case corridors.Live:
		return func(station int32) float64 { return float64(w.stations[station].Queue()) }
	case corridors.Delayed:
		if bulletin, published := w.bulletinOf(w.now - sim.FromSeconds(rules.Delay)); published {
			return func(station int32) float64 { return float64(bulletin[station]) }
		}
	}
	return func(int32) float64 { return 0 }
}

// untilOpen is how long a station stays closed from a time on [s].
func (w *World) untilOpen(station int32, clock float64) float64 {
	at := sim.FromSeconds(clock)
	h := &w.model.shifts[w.model.stations[station].shift].hours
	if h.openAt(at) {
		return 0
	}
	opens, changes := h.next(at)
	if !changes {
		return math.Inf(1)
	}
	return (opens - at).Seconds()
}
