package journey

import "math"

// choose sends a truck on the way that it expects to cost least; of equally dear ways, the nearest. It
// takes one on which it knows a road or a gate to be closed only if it knows no other.
func (w *World) choose(id int32, t *truck, f *fork) {
	best, found := 0, false
	if n := w.newsOf(w.model.flows[t.flow].Choice); n.informed {
		best, found = w.cheapest(id, t, f, func(way *way) bool { return !way.closedAt(n.at) })
	}
	if !found {
		best, _ = w.cheapest(id, t, f, func(*way) bool { return true })
	}
	w.beginDetour(id, t, &f.ways[0])
	w.setOut(t, f, best)
}

// cheapest finds the way that a truck expects to cost least among those that may be taken.
func (w *World) cheapest(id int32, t *truck, f *fork, may func(*way) bool) (best int, found bool) {
	least := math.Inf(1)
	n := w.newsOf(w.model.flows[t.flow].Choice)
	for i := range f.ways {
		if !may(&f.ways[i]) {
			continue
		}
		if cost := w.costOf(id, t, &f.ways[i], &n); !found || cost < least {
			best, least, found = i, cost, true
		}
	}
	return best, found
}

// setOut puts a truck on a way.
func (w *World) setOut(t *truck, f *fork, chosen int) {
	way := &f.ways[chosen]
	w.tellWay(t, WayChosen, way.gates, way.km-f.ways[0].km)
	t.plan, t.step = &w.model.plans[way.plan], -1
}

// tellWay tells the log, if there is one, of a choice, or of a road or gate that led to one.
func (w *World) tellWay(t *truck, h Happening, stage string, km float64) {
	if w.log != nil && t.cargo {
		fact := w.fact(t, HappeningFact)
		fact.Happening, fact.Place, fact.Stage, fact.Km = h, w.model.places[t.here.place].name, stage, km
		w.log.Record(fact)
	}
}

// costOf is what a truck expects a way to cost: its money and its time, as this truck rates the way [USD].
func (w *World) costOf(id int32, t *truck, way *way, n *news) float64 {
	rules := w.model.flows[t.flow].Choice
	cost := way.money + float64(w.expects(id, way, n)*rules.TimeValue)
	if rules.Spread != nil {
		cost *= rules.Spread.Quantile(w.draw(t, way.taste))
	}
	return cost
}
