package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// random says whether the trucks of a flow come as a Poisson stream, so that their mean number is known exactly.
func (f *flow) random() bool {
	a := &f.Arrivals
	endless := a.Timetable == nil && a.Trace == nil && a.Count == nil && !a.Always && a.After == nil
	return endless && a.Platoon == nil && f.Backlog == nil && !f.apart && f.Traffic == corridors.Trucks && a.PerSecond > 0
}

// MeanCome is how many trucks come at random while statistics are kept, on average over all luck: what Outcome.Came varies around.
// It is zero where none do.
func (m *Model) MeanCome() float64 {
	sum := 0.0
	for i := range m.flows {
		if f := &m.flows[i]; f.random() {
			sum += f.meanCome(m.setup.Horizon.WarmUp, m.setup.Horizon.End())
		}
	}
	return sum
}

// meanCome is the integral of the rate of a stream, whose day factors have mean 1.
func (f *flow) meanCome(from, until sim.Time) float64 {
	sum := 0.0
	for at := from; at < until; {
		end := min(at-at%sim.Hour+sim.Hour, until)
		rate := f.byHour[at%sim.Day/sim.Hour]
		if f.demand != nil {
			day, clock := local(at + f.demand.ahead)
			rate = f.byHour[clock/sim.Hour] * f.demand.on(day)
		}
		sum += float64(rate * (end - at).Seconds())
		at = end
	}
	return sum
}

// cameAtRandom counts the trucks of the random streams so far.
func (w *World) cameAtRandom() (sum int64) {
	for i := range w.streams {
		if w.model.flows[i].random() {
			sum += int64(w.streams[i].number)
		}
	}
	return sum
}
