package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// stream sends the vehicles of one flow, and the return loads at its destination.
type stream struct {
	vehicles sim.Slot
	loads    sim.Slot
	number   uint32 // vehicles so far; the first is 1
	offered  uint32 // return loads so far
	platoons uint32 // so far, where vehicles come in them

	factorOf sim.Time // day whose factor is at hand,
	factor   float64  // 0: none is
}

// startStream schedules the first vehicle and the first return load of a flow.
func (w *World) startStream(i int) {
	w.streams[i] = stream{vehicles: w.openSlot(), loads: w.openSlot()}
	w.markets[i].reset()
	if w.model.flows[i].Backlog != nil {
		w.stand(i)
		return
	}
	if a := &w.model.flows[i].Arrivals; !a.Always && a.After == nil {
		w.nextVehicle(i)
	}
	if w.model.flows[i].Return.Mode == corridors.TwoWay {
		w.nextOffer(i)
	}
}

// nextVehicle schedules the vehicle after the last one. Its arrival depends on seed, flow and
// number only: it is the same under every alternative.
func (w *World) nextVehicle(i int) {
	f, s := &w.model.flows[i], &w.streams[i]
	if f.Arrivals.Count != nil && int(s.number) >= *f.Arrivals.Count {
		return
	}
	end := w.model.setup.Horizon.End()
	number := s.number
	if f.Arrivals.Platoon != nil {
		number = s.platoons
	}
	if at, comes := w.arrivalAfter(i, number, end); comes && at < end {
		w.schedule(s.vehicles, truckReady, rankArrival, at, int32(i))
	}
}

// arrivalAfter is when the vehicle after so many is ready: by the timetable, or by luck. It says
// false when none comes before the end.
func (w *World) arrivalAfter(i int, number uint32, end sim.Time) (sim.Time, bool) {
	f := &w.model.flows[i]
	if f.Arrivals.Trace != nil {
		return f.traced(number)
	}
	if table := f.Arrivals.Timetable; table != nil {
		return sim.FromSeconds(table.First + float64(float64(number)*table.Every)), true
	}
	u := w.decisions[f.arrival].Uniform(w.luck.Who(number+1, 0))
	if f.demand != nil {
		return w.nextOfDemand(i, end, w.model.unit.Quantile(u))
	}
	return nextOfDay(f.byHour, w.now, end, w.model.unit.Quantile(u))
}

// nextOffer schedules the return load after the last one. Loads go on coming when arrivals have
// stopped: the last trucks find as many as those before them.
func (w *World) nextOffer(i int) {
	f, s := &w.model.flows[i], &w.streams[i]
	if f.Return.PerSecond == 0 {
		return
	}
	gap := w.model.unit.Quantile(w.decisions[f.offer].Uniform(w.luck.Who(s.offered+1, 0))) / f.Return.PerSecond
	if gap <= (w.model.setup.Horizon.End() + patienceOfARun - w.now).Seconds() {
		w.schedule(s.loads, loadOffered, rankArrival, w.now+sim.FromSeconds(gap), int32(i))
	}
}

// nextOfDay is the next event of a Poisson stream whose rate depends on the hour of the day only.
func nextOfDay(byHour []float64, from, until sim.Time, e float64) (sim.Time, bool) {
	return nextOfHours(from, until, e, func(at sim.Time) (rate float64, end sim.Time) {
		return byHour[at%sim.Day/sim.Hour], at - at%sim.Hour + sim.Hour
	})
}

// nextOfHours is the next event of a Poisson stream whose rate is constant from a moment up to an end, such as that of
// the hour: the time at which the integral of the rate since from reaches e, a unit exponential (inversion of the
// cumulative rate; Çinlar 1975, ch. 4). There may be none before until; then nobody needs to know when it comes.
func nextOfHours(from, until sim.Time, e float64, hour func(at sim.Time) (rate float64, end sim.Time)) (sim.Time, bool) {
	for from < until {
		rate, end := hour(from)
		left := (end - from).Seconds()
		if gap := e / rate; gap <= left {
			if at := from + sim.FromSeconds(gap); at < end {
				return at, true
			}
		}
		e = max(0, e-float64(rate*left))
		from = end
	}
	return 0, false
}

// arrive puts the next vehicle of a flow at its origin and sends it on its way.
func (w *World) arrive(i int) {
	if w.model.flows[i].Arrivals.Platoon != nil {
		w.arriveTogether(i)
		return
	}
	if w.model.flows[i].apart {
		w.come(i)
		w.nextVehicle(i)
		return
	}
	s := &w.streams[i]
	s.number++
	if w.model.flows[i].landing != nil {
		w.land(i, s.number)
		w.nextVehicle(i)
		return
	}
	id := w.newTruck(i, s.number)
	w.nextVehicle(i)
	w.happen(w.trucks.at(id), Ready)
	w.walk(id)
}

// newTruck makes a vehicle of a flow at its origin, loaded for the way out.
func (w *World) newTruck(i int, number uint32) int32 {
	var id int32
	if w.free != none {
		id, w.free = w.free, w.trucks.at(w.free).step
		if w.drives != nil {
			w.drives[id] = driveBook{}
		}
	} else {
		id = w.addEntry()
		w.reserve(id)
	}
	if w.hauls != nil {
		w.noHaul(id)
	}
	f := &w.model.flows[i]
	t := w.trucks.at(id)
	*t = truck{
		id: id, flow: int32(i), number: number, who: w.luck.Who(number, 0), plan: &w.model.plans[f.out], step: -1,
		counted: w.now >= w.model.setup.Horizon.WarmUp, cargo: f.Traffic != corridors.Others,
		held: none, gateHeld: none, yardHeld: none, side: none,
		begun: w.now, since: w.now, loadReady: w.now,
	}
	w.openAccount(id)
	if f.takes != nil {
		w.pick(t, f.out, f.takes)
	}
	w.books.enter(w.now)
	return id
}

// addEntry makes an entry for a truck, or for a branch of one, in all that is kept by truck.
func (w *World) addEntry() int32 {
	id := w.trucks.add()
	if w.trips != nil {
		w.trips = append(w.trips, tripBook{})
	}
	if w.drives != nil {
		w.drives = append(w.drives, driveBook{})
	}
	if w.visits != nil {
		w.visits = append(w.visits, 0)
	}
	if w.stands != nil {
		w.stands = append(w.stands, stand{machine: none})
	}
	if w.model.KeepsMoney() {
		w.accounts.add()
	}
	if w.model.byTruck {
		w.sums.add()
	}
	return id
}

// openAccount begins the account of a truck, where another one may have had its own.
func (w *World) openAccount(id int32) {
	if w.model.KeepsMoney() {
		*w.accounts.at(id) = account{}
	}
	if w.model.byTruck {
		*w.sums.at(id) = [lines]int64{}
	}
	if w.stands != nil {
		w.stands[id] = stand{machine: none}
	}
}

// draw is the uniform of a decision about a truck: keyed by the decision point, the flow, the
// truck and whether it is on its way out or home.
func (w *World) draw(t *truck, d decision) float64 { return w.decisions[d].Uniform(t.who) }
