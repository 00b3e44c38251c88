package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// marketBook is what happens at one market. Of loads those count that became ready within the window and whose
// fate is known.
type marketBook struct {
	sought  int64    // trucks that count and looked for a load,
	found   int64    // those of them that found one,
	atOnce  int64    // without a wait
	seeking sim.Time // truck-ticks of waiting within the window, of all trucks
	waiting sim.Time // load-ticks likewise
	matches int64    // of the window
	taken   int64    // loads that a truck took
	gone    int64    // loads that went another way, or hired a truck
	waits   sim.Time // of the loads that count
	hires   int64    // loads that hired a truck
	spot    int64    // what that cost [micro-USD]
}

// plus adds up two markets.
func (b marketBook) plus(o *marketBook) marketBook {
	return marketBook{
		sought: b.sought + o.sought, found: b.found + o.found, atOnce: b.atOnce + o.atOnce, seeking: b.seeking + o.seeking, waiting: b.waiting + o.waiting,
		matches: b.matches + o.matches, taken: b.taken + o.taken, gone: b.gone + o.gone, waits: b.waits + o.waits,
		hires: b.hires + o.hires, spot: b.spot + o.spot,
	}
}

// market is the book of all markets together.
func (b *books) market() (sum marketBook) {
	for i := range b.markets {
		sum = sum.plus(&b.markets[i])
	}
	return sum
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

// marketOf a truck, as a book.
func (w *World) marketOf(t *truck) *marketBook { return &w.books.markets[w.model.flows[t.flow].market] }

// noteMatch notes whether a truck found a return load.
func (w *World) noteMatch(t *truck, found bool) {
	if !t.counted {
		return
	}
	b := w.marketOf(t)
	b.sought++
	if found {
		b.found++
	}
	if w.books.flows != nil {
		f := &w.books.flows[t.flow]
		f.sought++
		if found {
			f.matched++
		}
	}
}

// noteSeeking notes how long a truck looked for a return load.
func (w *World) noteSeeking(t *truck, d sim.Time) {
	w.marketOf(t).seeking += w.within(w.now-d, w.now)
	if t.counted {
		w.books.seeking.add(d)
	}
}

// noteAtOnce notes that a truck need not wait.
func (w *World) noteAtOnce(t *truck) {
	if t.counted {
		w.marketOf(t).atOnce++
	}
}

// noteTaken notes that a truck takes a load.
func (w *World) noteTaken(load *offer) {
	b := &w.books.markets[w.model.flows[load.flow].market]
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
	f := &w.model.flows[load.flow]
	b := &w.books.markets[f.market]
	b.waiting += w.within(load.ready, load.until)
	if !w.countsLoad(load) {
		return
	}
	b.gone++
	b.waits += load.until - load.ready
	if f.Return.Spot != nil {
		b.hires++
		b.spot += f.spot
	}
}

// closeMarkets books, at the end of a run, those who wait. Loads whose patience ends later are gone as well
// where no truck is left that could take them; else nobody knows.
func (w *World) closeMarkets() {
	for i := range w.markets {
		m, b := &w.markets[i], &w.books.markets[i]
		for k := range m.loads {
			load := &m.loads[k]
			if w.books.inside == 0 || load.until < w.now {
				w.noteGone(load)
				continue
			}
			b.waiting += w.within(load.ready, w.now)
		}
		for _, id := range m.seekers {
			b.seeking += w.within(w.trucks.at(id).since, w.now)
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
	of := func(name string, of func(m *marketBook) (float64, bool)) measure {
		return measure{name, func(w *World) (float64, bool) {
			all := w.books.market()
			return of(&all)
		}}
	}
	list := []measure{
		of("return_load_at_once_share", func(m *marketBook) (float64, bool) { return share(m.atOnce, m.sought) }),
		of("return_load_seeking_trucks", func(m *marketBook) (float64, bool) { return float64(m.seeking) / window, true }),
		of("return_loads_waiting_loads", func(m *marketBook) (float64, bool) { return float64(m.waiting) / window, true }),
		of("return_loads_wait_h", func(m *marketBook) (float64, bool) { return meanHours(m.waits, int(m.gone+m.taken)) }),
		of("taken_return_loads_per_day", func(m *marketBook) (float64, bool) { return float64(m.matches) / days, true }),
		of("return_loads_unmatched_share", func(m *marketBook) (float64, bool) { return share(m.gone, m.gone+m.taken) }),
	}
	if !slices.ContainsFunc(b.flows, func(f flow) bool { return two(f) && f.Return.Spot != nil }) {
		return list
	}
	costs := slices.ContainsFunc(b.flows, func(f flow) bool { return f.spot > 0 })
	return append(list,
		of("spot_loads_per_day", func(m *marketBook) (float64, bool) { return float64(m.hires) / days, true }),
		of("spot_share", func(m *marketBook) (float64, bool) { return share(m.hires, m.gone+m.taken) }),
		of("spot_cost_per_load_usd", func(m *marketBook) (float64, bool) {
			if !costs {
				return 0, false
			}
			return ratio(usd(m.spot), float64(m.gone+m.taken))
		}),
	)
}
