package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// StationLoad is what trucks ask of a station in the long run and what it can give, from the data
// alone: no run is needed.
type StationLoad struct {
	Station     string
	Place       string
	Arrive      float64 // trucks per open hour
	CanPass     float64 // trucks per open hour
	Utilisation float64 // offered load over capacity; 1 and more: the queue grows without end
}

// Offered is the load of every station that trucks use, in file order. In two-way haulage as many
// trucks are taken to find a return load as loads are offered.
func (m *Model) Offered() []StationLoad {
	trucks := make([]float64, len(m.stations)) // [1/s]
	work := make([]float64, len(m.stations))   // server-seconds per second
	for i := range m.plans {
		m.offer(&m.plans[i], trucks, work)
	}
	var out []StationLoad
	for i, s := range m.stations {
		open := m.shifts[s.shift].hours.perDay.Seconds() / sim.Day.Seconds()
		if trucks[i] == 0 || open == 0 {
			continue
		}
		service := work[i] / trucks[i]
		out = append(out, StationLoad{
			Station: s.name, Place: m.places[s.place].name,
			Arrive: trucks[i] / open * secondsPerHour, CanPass: float64(s.servers) / service * secondsPerHour,
			Utilisation: work[i] / (float64(s.servers) * open),
		})
	}
	return out
}

// offer adds what one itinerary asks of the stations.
func (m *Model) offer(plan *itinerary, trucks, work []float64) {
	rate := m.flows[plan.flow].perSecond() * m.shareOf(plan)
	var here settled
	for i := range plan.steps {
		s := &plan.steps[i]
		switch s.kind {
		case stepApproach:
			here = m.approaches[s.approach].settles(plan.loaded)
		case stepServe:
			passing := rate * here.passing(&s.passes)
			trucks[s.station] += passing
			work[s.station] += passing * here.meanOf(s)
		}
	}
}

// perSecond is the mean rate of a flow.
func (f *flow) perSecond() float64 {
	if f.Arrivals.Timetable != nil {
		return 1 / f.Arrivals.Timetable.Every
	}
	return f.Arrivals.PerSecond
}

// shareOf is the share of a flow's trucks that follow an itinerary.
func (m *Model) shareOf(plan *itinerary) float64 {
	f := &m.flows[plan.flow]
	found := 0.0
	if f.Return.Mode == corridors.TwoWay && f.perSecond() > 0 {
		found = min(1, f.Return.PerSecond/f.perSecond())
	}
	switch {
	case plan.trip == corridors.Out:
		return 1
	case plan.loaded:
		return found
	}
	return 1 - found
}

// settled are the probabilities of channel and declaration at a post, by bit.
type settled struct {
	channel  [3]float64
	declared [3]float64
}

// settles gives the probabilities of what an approach draws.
func (a *approach) settles(loaded bool) settled {
	if !loaded {
		return settled{}
	}
	keyed := 0.0
	if a.regime == corridors.Digital {
		keyed = a.platform.Adoption
	}
	return settled{
		channel:  [3]float64{1 - a.channels.Yellow - a.channels.Red, a.channels.Yellow, a.channels.Red},
		declared: [3]float64{1 - keyed, keyed * (1 - a.platform.Exception), keyed * a.platform.Exception},
	}
}

// passing is the probability that a truck passes.
func (s *settled) passing(p *passes) float64 {
	out := chance(p.channels, s.channel) * chance(p.declared, s.declared)
	if p.drawn {
		out *= p.share
	}
	return out
}

// chance of a set; the empty set stands for any truck.
func chance(set uint8, of [3]float64) float64 {
	if set == 0 {
		return 1
	}
	sum := 0.0
	for i, p := range of {
		if set&bit(i) != 0 {
			sum += p
		}
	}
	return sum
}

// meanOf is the mean duration of a step over the trucks that pass it, cases included. Cases by
// channel and by declaration are taken as independent of what let the truck pass.
func (s *settled) meanOf(st *step) float64 {
	left, mean := 1.0, 0.0
	for i := range st.cases {
		p := left * s.passing(&st.cases[i].passes)
		mean += p * st.cases[i].duration.Mean()
		left -= p
	}
	return mean + left*st.duration.Mean()
}
