package journey

import (
	"math"
	"strconv"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// KnownStation is a station whose mean wait in the long run theory knows: it is always open with the same servers, serves
// first come, first served, and its trucks come as a Poisson stream of one rate.
type KnownStation struct {
	StationName
	Queue string   // as queueing theory names it: M/M/3, M/G/1
	Wait  float64  // mean wait of a truck [s]
	Warm  sim.Time // so long a run must warm up until it is near its long run, and last several times as long
}

// visited is what is known of those who visit a station.
type visited struct {
	rate   float64 // [1/s]
	work   float64 // mean service times rate
	square float64 // second moment of service times rate [s]
	mean   float64 // of exponential service that is the same for all
	mixed  bool    // service is not exponential, or not the same for all
	uneven bool    // some do not come as a Poisson stream, or nobody knows how
	again  bool    // some come more than once on a round trip
	way    float64 // longest mean time of those who come, from their origin [s]
	seen   map[int]bool
}

// markov says whether what leaves the station is again a Poisson stream, if what comes to it is one (Burke 1956).
func (v *visited) markov() bool { return !v.mixed && !v.uneven }

// KnownStations finds the stations whose long run is known, in file order. Trucks that come evenly leave a station with equal exponential service
// as evenly (Burke 1956; with several visits Baskett, Chandy, Muntz and Palacios 1975), and any other unevenly. So all stations
// are taken to be of the first kind, and the walk is repeated until no more of them turn out not to be.
func (m *Model) KnownStations() []KnownStation {
	spoilt := make([]bool, len(m.stations))
	for i := range m.stations {
		spoilt[i] = !m.plain(i)
	}
	var all []visited
	for changed := true; changed; {
		changed = false
		all = m.visits(spoilt)
		for i := range all {
			if !spoilt[i] && !all[i].markov() {
				spoilt[i], changed = true, true
			}
		}
	}
	var out []KnownStation
	for i := range all {
		if known, ok := m.knownLine(i, &all[i]); ok {
			out = append(out, known)
		}
	}
	return out
}

// plain says whether a station is one line in front of equal servers that are always there.
func (m *Model) plain(i int) bool {
	s := &m.stations[i]
	shift := &m.shifts[s.shift]
	_, changes := shift.next(0)
	return !s.perLane && s.gate == none && s.machine == none && len(s.prefers) == 0 && s.room == nil && !changes && shift.hours.openAt(0)
}

// visits walks all itineraries and gathers who comes to each station; after a spoilt one trucks do not come evenly any more.
func (m *Model) visits(spoilt []bool) []visited {
	all := make([]visited, len(m.stations))
	for i := range all {
		all[i].seen = make(map[int]bool)
	}
	type end struct {
		even bool
		way  float64
	}
	arrived := make(map[int]end) // by flow: how trucks come to the end of their way out
	for _, trip := range []corridors.Trip{corridors.Out, corridors.Home} {
		for k := range m.plans {
			plan := &m.plans[k]
			if plan.trip != trip || plan.unused {
				continue
			}
			f := &m.flows[plan.flow]
			from := end{even: f.comesEvenly() && f.Backlog == nil && f.permit == none && f.pool == nil && !m.standsBefore(plan.flow)}
			if trip == corridors.Home {
				from = arrived[plan.flow]
				from.even = from.even && f.Return.Mode != corridors.TwoWay && !plan.shuttle
			}
			even, way := m.evenly(plan, from.even, from.way, spoilt, all)
			if at, known := arrived[plan.flow]; known && trip == corridors.Out {
				even, way = even && at.even, max(way, at.way)
			}
			if trip == corridors.Out {
				arrived[plan.flow] = end{even, way}
			}
		}
	}
	return all
}

// evenly walks an itinerary; it says whether trucks come to its end evenly, and after how long on average.
func (m *Model) evenly(plan *itinerary, even bool, way float64, spoilt []bool, all []visited) (bool, float64) {
	rate := float64(m.flows[plan.flow].byHour[0] * plan.chance)
	here := []settled{{chance: 1}}
	for i := range plan.steps {
		s := &plan.steps[i]
		switch s.kind {
		case stepDrive, stepHandle, stepAttend, stepStrip:
			way += s.duration.Mean()
		case stepClear, stepPass, stepTurnTo, stepDeliver, stepTurn, stepLeave:
		case stepApproach:
			a := &m.approaches[s.of]
			here = a.settles()
			even = even && a.barrier == nil && a.platformAt == none
		case stepServe:
			v := &all[s.station]
			v.note(plan.flow, s, rate, here)
			v.uneven = v.uneven || !even || s.once != 0
			v.way = max(v.way, way)
			even = even && !spoilt[s.station]
			way += s.duration.Mean()
		case stepWork, stepRoom, stepTransfer:
			all[s.station].uneven, even = true, false
		default:
			even = false
		}
	}
	return even, way
}

// note takes in a visit of the trucks of a flow, of which so many set out in a second.
func (v *visited) note(flow int, s *step, rate float64, here []settled) {
	v.again = v.again || v.seen[flow]
	v.seen[flow] = true
	for _, k := range here {
		v.serve(s, float64(rate*k.chance*s.passes.given(k)), k)
	}
}

// serve takes in how long those are served who come at a rate and are settled so.
func (v *visited) serve(s *step, rate float64, k settled) {
	if rate == 0 {
		return
	}
	v.rate += rate
	s.durationsGiven(k, func(p float64, duration *law.Law) {
		if p == 0 {
			return
		}
		mean, sd := duration.Mean(), duration.SD()
		v.work += float64(rate * p * mean)
		v.square += float64(rate * p * (float64(mean*mean) + float64(sd*sd)))
		v.mixed = v.mixed || !duration.Memoryless() || v.mean != 0 && v.mean != mean
		v.mean = mean
	})
}

// knownLine is the long run of a station, if theory knows it.
func (m *Model) knownLine(i int, v *visited) (KnownStation, bool) {
	s := &m.stations[i]
	servers := float64(s.servers)
	if !m.plain(i) || v.uneven || v.rate == 0 || v.work >= servers || v.mixed && (s.servers > 1 || v.again) {
		return KnownStation{}, false
	}
	known := KnownStation{StationName: m.Stations()[i], Queue: "M/M/" + strconv.Itoa(s.servers), Wait: erlangC(v.rate, v.work, s.servers)}
	if v.mixed {
		known.Queue, known.Wait = "M/G/1", v.square/(2*(1-v.work))
	}
	// The relaxation time of M/M/c (Cohen 1982, II.2.1), longer as the work that comes varies more.
	room := 1 - math.Sqrt(v.work/servers)
	relaxed := v.square / v.work / 2 / (servers * float64(room*room))
	known.Warm = sim.FromSeconds(float64(2*v.way) + float64(10*relaxed))
	return known, true
}

// erlangC is the mean wait [s] in M/M/c for so many arrivals in a second and so much work offered [servers] (Erlang 1917).
func erlangC(rate, work float64, servers int) float64 {
	blocked := 1.0 // by Erlang's loss formula, server by server
	for n := 1; n <= servers; n++ {
		part := float64(work * blocked)
		blocked = part / (float64(n) + part)
	}
	waits := blocked / (1 - float64(work/float64(servers)*(1-blocked)))
	return waits * (work / rate) / (float64(servers) - work)
}
