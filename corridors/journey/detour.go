package journey

import "hanhlang/sim"

// tripBook is what a truck has driven on a trip for which it chose its way.
type tripBook struct {
	nearest *way
	km      float64  // of the truck when it set out
	road    int64    // money for fuel, tyres and tolls when it set out [micro-USD]
	driven  sim.Time // on legs since then
}

// detourBook sums up what trips took beyond the nearest ways of their trucks.
type detourBook struct {
	trips  int64 // with a choice
	off    int64 // longer than the nearest way
	km     float64
	driven sim.Time
	road   int64 // [micro-USD]
}

// roadMoney is what a truck has paid for driving so far [micro-USD].
func (w *World) roadMoney(t *truck) int64 {
	sums := w.sums.at(t.id)
	return sums[FuelLoaded] + sums[FuelEmpty] + sums[Running] + sums[Tolls]
}

// beginDetour notes what a truck has behind it when it chooses its way.
func (w *World) beginDetour(id int32, t *truck, nearest *way) {
	if w.model.KeepsMoney() {
		w.trips[id] = tripBook{nearest: nearest, km: w.accountOf(t).km, road: w.roadMoney(t)}
	}
}

// rounding is more than the km of a way can be off by adding them up in another order [km].
const rounding = 1e-6

// noteDetour compares a trip that ends with the nearest way: its km, the time of driving it with the
// same luck, and the money for its roads. Who has driven no more made no detour, on whichever way.
func (w *World) noteDetour(id int32, t *truck) {
	trip := &w.trips[id]
	if t.counted && t.cargo && w.model.KeepsMoney() {
		d := &w.books.detour
		d.trips++
		if more := w.accountOf(t).km - trip.km - trip.nearest.km; more > rounding {
			driven, road := w.nearestTakes(t, trip.nearest)
			d.off++
			d.km += more
			d.driven += trip.driven - driven
			d.road += w.roadMoney(t) - trip.road - road
		}
	}
}

// nearestTakes is what the nearest way would have taken this truck: time of driving and money.
func (w *World) nearestTakes(t *truck, nearest *way) (driven sim.Time, road int64) {
	steps := w.model.plans[nearest.plan].steps
	for i := range steps {
		if s := &steps[i]; s.kind == stepDrive || s.kind == stepTravel {
			driven += sim.FromSeconds(s.duration.Quantile(w.draw(t, s.point)))
			r := &w.model.roads[s.of]
			road += inMicro(r.fuel) + inMicro(r.running) + inMicro(r.tolls)
		}
	}
	return driven, road
}

// detourMeasures are what trips with a choice of way took beyond the nearest ways.
func (b *builder) detourMeasures() []measure {
	if len(b.forks) == 0 {
		return nil
	}
	return []measure{
		{"detour_share", func(w *World) (float64, bool) { return share(w.books.detour.off, w.books.detour.trips) }},
		{"detour_km", func(w *World) (float64, bool) { return ratio(w.books.detour.km, float64(w.books.detour.trips)) }},
		{"detour_h", func(w *World) (float64, bool) {
			return meanHours(w.books.detour.driven, int(w.books.detour.trips))
		}},
		{"detour_usd", func(w *World) (float64, bool) {
			return ratio(usd(w.books.detour.road), float64(w.books.detour.trips))
		}},
	}
}
