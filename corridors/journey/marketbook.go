package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// marketBook is what happens where trucks and return loads meet. Of loads those count that became ready
// within the window and whose fate is known.
type marketBook struct {
	atOnce  int64    // trucks that count and found a load waiting
	seeking sim.Time // truck-ticks of waiting within the window, of all trucks
	waiting sim.Time // load-ticks likewise
	matches int64    // of the window
	taken   int64    // loads that a truck took
	gone    int64    // loads that went another way, or hired a truck
	waits   sim.Time // of the loads that count
	hires   int64    // loads that hired a truck
	spot    int64    // what that cost [micro-USD]
}

// within is how much of a stretch of time lies in the window.
func (w *World) within(from, to sim.Time) sim.Time {
	h := &w.model.setup.Horizon
	return max(0, min(to, h.End())-max(from, h.WarmUp))
}

// countsLoad says whether a return load became ready within the window.
func (w *World) countsLoad(load *offer) bool {
	h := &w.model.setup.Horizon
	return load.ready >= h.WarmUp && load.ready < h.End()
}

// noteAtOnce notes that a truck need not wait.
func (w *World) noteAtOnce(t *truck) {
	if t.counted {
		w.books.market.atOnce++
	}
}

// noteTaken notes that a truck takes a load.
func (w *World) noteTaken(load *offer) {
	b := &w.books.market
	if w.inWindow {
		b.matches++
	}
	b.waiting += w.within(load.ready, w.now)
	if w.countsLoad(load) {
		b.taken++
		b.waits += w.now - load.ready
	}
}

// noteGone notes that the patience of a load has ended: it has gone another way, or has hired a truck.
func (w *World) noteGone(load *offer) {
	b := &w.books.market
	b.waiting += w.within(load.ready, load.until)
	if !w.countsLoad(load) {
		return
	}
	b.gone++
	b.waits += load.until - load.ready
	if f := &w.model.flows[load.flow]; f.Return.Spot != nil {
		b.hires++
		b.spot += f.spot
	}
}

// closeMarkets books, at the end of a run, those who wait. Loads whose patience ends later are gone as well
// where no truck is left that could take them; else nobody knows.
func (w *World) closeMarkets() {
	for i := range w.markets {
		m := &w.markets[i]
		for k := range m.loads {
			load := &m.loads[k]
			if w.books.inside == 0 || load.until < w.now {
				w.noteGone(load)
				continue
			}
			w.books.market.waiting += w.within(load.ready, w.now)
		}
		for _, id := range m.seekers {
			w.books.market.seeking += w.within(w.trucks[id].since, w.now)
		}
	}
}

// marketMeasures are those of trucks and return loads that wait for one another.
func (b *builder) marketMeasures() []measure {
	two := func(f flow) bool { return f.Return.Mode == corridors.TwoWay }
	if !slices.ContainsFunc(b.flows, two) {
		return nil
	}
	window := float64(b.setup.Horizon.Length)
	days := window / float64(sim.Day)
	list := []measure{
		{"return_load_at_once_share", func(w *World) (float64, bool) { return share(w.books.market.atOnce, w.books.sought) }},
		{"return_load_seeking_trucks", func(w *World) (float64, bool) { return float64(w.books.market.seeking) / window, true }},
		{"return_loads_waiting_loads", func(w *World) (float64, bool) { return float64(w.books.market.waiting) / window, true }},
		{"taken_return_loads_per_day", func(w *World) (float64, bool) { return float64(w.books.market.matches) / days, true }},
		{"return_loads_unmatched_share", func(w *World) (float64, bool) {
			return share(w.books.market.gone, w.books.market.gone+w.books.market.taken)
		}},
		{"return_loads_wait_h", func(w *World) (float64, bool) {
			return meanHours(w.books.market.waits, int(w.books.market.gone+w.books.market.taken))
		}},
	}
	if !slices.ContainsFunc(b.flows, func(f flow) bool { return two(f) && f.Return.Spot != nil }) {
		return list
	}
	return append(list,
		measure{"spot_loads_per_day", func(w *World) (float64, bool) { return float64(w.books.market.hires) / days, true }},
		measure{"spot_share", func(w *World) (float64, bool) {
			return share(w.books.market.hires, w.books.market.gone+w.books.market.taken)
		}},
		measure{"spot_cost_per_load_usd", func(w *World) (float64, bool) {
			return w.books.spotCost(b.pricesSpot())
		}},
	)
}

// pricesSpot says whether hiring a truck for a return load costs anything.
func (m *Model) pricesSpot() bool {
	return slices.ContainsFunc(m.flows, func(f flow) bool { return f.spot > 0 })
}

// spotCost is what is paid for hired trucks, over all return loads whose fate is known [USD]; there is none
// where that costs nothing.
func (b *books) spotCost(priced bool) (float64, bool) {
	if !priced {
		return 0, false
	}
	return ratio(usd(b.market.spot), float64(b.market.gone+b.market.taken))
}
