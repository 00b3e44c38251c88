package journey

import "hanhlang/sim"

// arriveTogether puts the first vehicle of a platoon at its origin; the others follow. Vehicles are
// numbered as they come, platoons for themselves, so neither depends on anything but luck.
func (w *World) arriveTogether(i int) {
	f, s := &w.model.flows[i], &w.streams[i]
	s.platoons++
	sizes := f.Arrivals.Platoon.Sizes
	u := w.decisions[f.size].Uniform(w.luck.Who(s.platoons, 0))
	size := sizes[int(u*float64(len(sizes)))]
	gap := sim.FromSeconds(f.Arrivals.Platoon.Gap)
	end := w.model.setup.Horizon.End()
	for k := 1; k < size; k++ {
		if at := w.now + sim.Time(k)*gap; at < end {
			w.schedule(w.openSlot(), truckFollows, rankArrival, at, int32(i))
		}
	}
	w.nextVehicle(i)
	w.follow(i)
}

// follow puts one vehicle of a platoon at its origin, unless the flow has had as many as it sends.
func (w *World) follow(i int) {
	f, s := &w.model.flows[i], &w.streams[i]
	if f.Arrivals.Count != nil && int(s.number) >= *f.Arrivals.Count {
		return
	}
	if f.apart {
		w.come(i)
		return
	}
	s.number++
	if f.landing != nil {
		w.land(i, s.number)
		return
	}
	id := w.newTruck(i, s.number)
	w.happen(w.trucks.at(id), Ready)
	w.walk(id)
}
