package journey

import (
	"math"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// choose sends a truck on the way that it expects to cost least; of equally dear ways, the nearest.
func (w *World) choose(id int32, t *truck, f *fork) {
	best, least := 0, math.Inf(1)
	queues := w.queuesKnown(w.model.flows[t.flow].Choice)
	for i := range f.ways {
		if cost := w.costOf(t, &f.ways[i], queues); cost < least {
			best, least = i, cost
		}
	}
	w.setOut(id, t, f, best)
}

// setOut puts a truck on a way.
func (w *World) setOut(id int32, t *truck, f *fork, chosen int) {
	way := &f.ways[chosen]
	if w.log != nil && t.money {
		fact := w.fact(t, HappeningFact)
		fact.Happening, fact.Place = WayChosen, w.model.places[t.here.place].name
		fact.Stage, fact.Km = way.gates, way.km-f.ways[0].km
		w.log.Record(fact)
	}
	t.plan, t.step = &w.model.plans[way.plan], -1
	w.trips[id] = tripBook{nearest: &f.ways[0], way: way, km: t.km, road: t.roadMoney()}
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
