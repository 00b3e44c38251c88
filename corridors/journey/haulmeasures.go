package journey

import "hanhlang/sim"

// noteFetched notes that a load has been fetched by a truck of a haulier.
func (w *World) noteFetched(haulier int32, l *load) {
	b := &w.books.fleets[haulier]
	b.waiting.Change(int64(w.now), -1)
	if l.counted {
		b.wait.add(w.now - l.ready)
	}
}

// noteCarried notes that a truck has brought a load to where it was to take it.
func (w *World) noteCarried(vehicle int32) {
	if vehicle != none && w.inWindow {
		w.books.fleets[w.vehicles[vehicle].haulier].carried++
	}
}

// noteHaul notes what a haul has cost, and what was delivered on it.
func (w *World) noteHaul(vehicle int32, t *truck) {
	if vehicle != none && t.counted && w.model.KeepsMoney() {
		b := &w.books.fleets[w.vehicles[vehicle].haulier]
		a := w.accountOf(t)
		b.cost += a.total()
		b.tonnes += a.tonnes
	}
}

// noteTransfer notes how long a truck has waited for the one that takes its load over.
func (w *World) noteTransfer(t *truck, d sim.Time) {
	if t.counted {
		w.books.transfer.add(d)
	}
}

// openFleets begins the window of the books of hauliers; closeFleets ends it.
func (w *World) openFleets() {
	for i := range w.books.fleets {
		b := &w.books.fleets[i]
		b.idle.Mark(int64(w.now))
		b.waiting.Mark(int64(w.now))
		b.down.Mark(int64(w.now))
	}
}

func (w *World) closeFleets() {
	for i := range w.books.fleets {
		b := &w.books.fleets[i]
		b.idleArea, b.waitingArea, b.downArea = b.idle.Area(int64(w.now)), b.waiting.Area(int64(w.now)), b.down.Area(int64(w.now))
	}
}

// FleetMeasure is the name of a measure of one haulier's fleet.
func FleetMeasure(fleet, measure string) string { return "fleet." + fleet + "." + measure }

// fleetMeasures are those of all hauliers.
func (b *builder) fleetMeasures() []measure {
	window := float64(b.setup.Horizon.Length)
	var list []measure
	for i := range b.hauliers {
		h := &b.hauliers[i]
		of := func(name string) string { return FleetMeasure(h.name, name) }
		trucks := float64(h.trucks)
		list = append(list,
			measure{of("utilisation_share"), func(w *World) (float64, bool) {
				return 1 - float64(w.books.fleets[i].idleArea)/(trucks*window), true
			}},
			measure{of("idle_trucks"), func(w *World) (float64, bool) { return float64(w.books.fleets[i].idleArea) / window, true }},
			measure{of("waiting_loads"), func(w *World) (float64, bool) { return float64(w.books.fleets[i].waitingArea) / window, true }},
			measure{of("load_wait_h"), func(w *World) (float64, bool) { return w.books.fleets[i].wait.hours() }},
			measure{of("loads_per_truck_week"), func(w *World) (float64, bool) {
				return float64(w.books.fleets[i].carried) / (trucks * window / float64(sim.Week)), true
			}},
		)
		list = append(list, measure{of("cost_per_tonne_usd"), func(w *World) (float64, bool) {
			f := &w.books.fleets[i]
			if f.cost == 0 {
				return 0, false
			}
			return ratio(usd(f.cost), f.tonnes)
		}})
		if h.every != nil {
			list = append(list,
				measure{of("repair_trucks"), func(w *World) (float64, bool) { return float64(w.books.fleets[i].downArea) / window, true }},
				measure{of("available_share"), func(w *World) (float64, bool) {
					return 1 - float64(w.books.fleets[i].downArea)/(trucks*window), true
				}},
			)
		}
	}
	return list
}

// transferMeasures are those of loads that go from truck to truck without a store between.
func (b *builder) transferMeasures() []measure {
	for i := range b.setup.Corridor.Flows {
		if after := b.setup.Corridor.Flows[i].Arrivals.After; after != nil && after.Direct {
			return []measure{{"transfer_wait_h", func(w *World) (float64, bool) { return w.books.transfer.hours() }}}
		}
	}
	return nil
}
