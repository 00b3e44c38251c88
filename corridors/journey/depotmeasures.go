package journey

import "hanhlang/sim"

// depotBook is the traffic of one depot.
type depotBook struct {
	visits           int64 // of the window, by trucks of all flows
	stay             mean  // of loaded trucks
	exports, imports mean  // stays of loads, before a vessel and after it
	toVessel         mean  // of exports, from ready to the vessel
}

// noteVisit notes a visit that has ended.
func (w *World) noteVisit(t *truck, depot int32, stay sim.Time) {
	b := &w.books.depots[depot]
	if w.inWindow && t.cargo {
		b.visits++
	}
	if t.rows {
		b.stay.add(stay)
	}
}

// DepotMeasure is the name of a measure of one depot: trucks_per_day or time_h.
func DepotMeasure(depot, measure string) string { return "depot." + depot + "." + measure }

// depotMeasures are the visits of each depot, and the time that loads spend with formalities wherever they are.
func (b *builder) depotMeasures() []measure {
	if len(b.depots) == 0 {
		return nil
	}
	days := float64(b.setup.Horizon.Length) / float64(sim.Day)
	list := []measure{{"border_and_depot_time_h", func(w *World) (float64, bool) {
		sum := w.books.loaded.Sum()
		for i := range w.books.depots {
			sum += w.books.depots[i].stay.sum
		}
		return w.books.perCrossing(sum)
	}}}
	list = append(list, b.seaMeasures()...)
	for i := range b.depots {
		of := func(name string) string { return DepotMeasure(b.depots[i].name, name) }
		list = append(list,
			measure{of("trucks_per_day"), func(w *World) (float64, bool) { return float64(w.books.depots[i].visits) / days, true }},
			measure{of("time_h"), func(w *World) (float64, bool) { return w.books.depots[i].stay.hours() }},
		)
		list = append(list, b.portMeasures(i)...)
		list = append(list, b.postMeasures(b.depots[i].name, 2*len(b.gates)+i)...)
	}
	return list
}
