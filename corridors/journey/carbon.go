package journey

import "hanhlang/sim"

// burn notes the fuel for a leg.
func (a *account) burn(r *road, loaded bool) {
	if loaded {
		a.litres[1] += r.litres
	} else {
		a.litres[0] += r.litres
	}
}

// noteFuel enters the fuel of a truck that leaves.
func (w *World) noteFuel(t *truck) {
	if !t.counted || !t.cargo || !w.model.KeepsMoney() {
		return
	}
	a := w.accountOf(t)
	w.books.litres[0] += a.litres[0]
	w.books.litres[1] += a.litres[1]
	w.books.stood += a.stood
}

// idling is the fuel of engines that ran while trucks stood [l].
func (m *Model) idling(stood sim.Time) float64 {
	f := &m.setup.Corridor.Fleet
	return float64(stood.Seconds() * f.IdleShare * f.FuelIdle)
}

// burnt is all fuel of the trucks that count [l].
func (w *World) burnt() float64 {
	return w.books.litres[0] + w.books.litres[1] + w.model.idling(w.books.stood)
}

// carbonMeasures are the fuel of round trips, and the greenhouse gases of making, bringing and burning it.
func (b *builder) carbonMeasures() []measure {
	fleet := &b.setup.Corridor.Fleet
	if fleet.FuelLoaded+fleet.FuelEmpty+fleet.FuelIdle == 0 {
		return nil
	}
	perTrip := func(of func(*World) float64) func(*World) (float64, bool) {
		return func(w *World) (float64, bool) { return ratio(of(w), float64(w.books.trips)) }
	}
	list := []measure{
		{"litres_per_trip", perTrip((*World).burnt)},
		{"litres_loaded_per_trip", perTrip(func(w *World) float64 { return w.books.litres[1] })},
		{"litres_empty_per_trip", perTrip(func(w *World) float64 { return w.books.litres[0] })},
		{"litres_idling_per_trip", perTrip(func(w *World) float64 { return w.model.idling(w.books.stood) })},
	}
	if fleet.CO2e == nil {
		return list
	}
	kg := func(w *World) float64 { return w.burnt() * *fleet.CO2e }
	return append(list,
		measure{"co2e_kg_per_trip", perTrip(kg)},
		measure{"co2e_g_per_tkm", func(w *World) (float64, bool) { return ratio(gramsPerKg*kg(w), w.books.purses.tkm) }},
	)
}

const gramsPerKg = 1000
