package journey

import (
	"hanhlang/corridors"
	"hanhlang/seeds/law"
)

// StationLoad is what trucks ask of a station on the days of a window and what it can give, on average
// over them and from the data alone: no run is needed. What was left over from the days before is not in it.
type StationLoad struct {
	Station     string
	Place       string
	Arrive      float64 // trucks per open hour
	CanPass     float64 // trucks per open hour
	Utilisation float64 // offered load over capacity; 1 and more: the queue grows as long as such days go on
	Limited     bool    // trucks may be turned away here or before, or a haulier has no more of them: no queue grows without end
	Quota       bool    // Station is a quota of the gate: the number of trucks that it lets pass has no hours
	Open        float64 // share of the time for which it is open; 0 of a quota
}

// Overloaded says whether the queue grows from day to day.
func (l StationLoad) Overloaded() bool { return l.Utilisation >= 1 && !l.Limited }

// Offered is the load of every station that trucks use, in file order, on the days that are watched.
func (m *Model) Offered() []StationLoad { return m.OfferedIn(m.setup.Horizon) }

// OfferedIn is the load on the days that another horizon watches, from the same start. In two-way
// haulage as many trucks are taken to find a return load as loads are offered.
func (m *Model) OfferedIn(h Horizon) []StationLoad {
	days := h.watched()
	total, others := m.demandNothing(), m.demandNothing() // others: of trucks that are not of hauliers
	limited := make([]bool, len(m.stations))
	for i := range m.plans {
		f := &m.flows[m.plans[i].flow]
		m.offer(&m.plans[i], m.perSecond(f, h), h, total)
		if f.haulier == none {
			m.offer(&m.plans[i], m.perSecond(f, h), h, others)
		}
		m.limit(&m.plans[i], limited)
	}
	trucks, work := total.trucks, total.work
	var out []StationLoad
	for i, s := range m.stations {
		shift := &m.shifts[s.shift]
		open, staffed := shift.capacity(&s, days)
		if trucks[i] == 0 || open == 0 {
			continue
		}
		if s.gate != none {
			staffed = float64(open * m.meanOfficers(i, h))
		}
		service, servers := work[i]/trucks[i], staffed/open*m.availability(&s)
		load := StationLoad{
			Station: s.name, Place: m.places[s.place].name, Open: open,
			Arrive: trucks[i] / open * secondsPerHour, CanPass: servers / service * secondsPerHour,
			Utilisation: work[i] / (servers * open), Limited: limited[i] || work[i] > others.work[i] && others.work[i] < servers*open,
		}
		if all := (work[i] + total.absent[i]) / servers; total.absent[i] > 0 && all > load.Utilisation { // they come back at night, too
			load.CanPass, load.Utilisation = load.Arrive/all, all
		}
		out = append(out, load)
	}
	return append(out, m.quotaLoads(total.counted)...)
}

// demanded is what is asked of each station.
type demanded struct {
	trucks []float64 // [1/s]
	work   []float64 // server-seconds per second
	absent []float64 // partners who are away

	counted []float64 // by quota [1/s]
}

// demandNothing is nothing asked of any station.
func (m *Model) demandNothing() *demanded {
	return &demanded{make([]float64, len(m.stations)), make([]float64, len(m.stations)), make([]float64, len(m.stations)), make([]float64, len(m.quotas))}
}

// offer adds what one itinerary asks of the stations when so many vehicles of its flow come in a second.
func (m *Model) offer(plan *itinerary, come float64, h Horizon, total *demanded) {
	all := m.rateOf(plan, come, h) * plan.chance
	rate, outside, away := all, all, 0.0 // away: of the partners of a swap
	var here []settled
	var sides [2][]settled
	done := make(map[uint16]float64) // chance that a stage that is done once has been done
	for i := range plan.steps {
		s := &plan.steps[i]
		switch s.kind {
		case stepApproach:
			here = m.approaches[s.of].settles()
			sides[m.approaches[s.of].side] = here
			if m.approaches[s.of].side == 0 {
				clear(done)
			}
		case stepEnter:
			here = m.approaches[s.of].settles()
		case stepRegime:
			rate = all * m.usualIn(h, &m.jumps[s.of], false)
		case stepRejoin:
			if rate = all; !m.jumps[s.of].once {
				rate = all * m.usualIn(h, &m.jumps[s.of], true)
			}
		case stepSpell:
			during := m.jumps[s.of].spell
			outside, rate = rate, float64(rate*during.shareOf(h))
			if during.away != nil {
				away = during.away.Mean()
			}
		case stepSwapped:
			rate, away = outside, 0
		case stepQuota:
			total.counted[s.of] += rate
		case stepTurnTo:
			here = sides[s.of]
		case stepWork, stepTransfer:
			total.trucks[s.station] += rate
			total.work[s.station] += float64(rate * s.duration.Mean())
		case stepServe, stepRoom:
			passed := 0.0
			for _, k := range here {
				passing := float64(rate * k.chance * s.passes.given(k) * (1 - done[s.once]))
				passed += float64(k.chance * s.passes.given(k))
				total.trucks[s.station] += passing
				total.work[s.station] += float64(passing * s.meanGiven(k))
				total.absent[s.station] += float64(passing * away)
			}
			if s.once != 0 {
				done[s.once] += float64((1 - done[s.once]) * passed)
			}
		}
	}
}

// rateOf is how many trucks of a flow of which so many set out in a second follow an itinerary [1/s].
func (m *Model) rateOf(plan *itinerary, come float64, h Horizon) float64 {
	if f := &m.flows[plan.flow]; f.pool != nil && plan.trip == corridors.Home && !plan.unused {
		return m.pooledRate(plan, f, come, h)
	}
	return come * m.shareOf(plan, come)
}

// shareOf is the share of a flow's trucks that follow an itinerary.
func (m *Model) shareOf(plan *itinerary, come float64) float64 {
	f := &m.flows[plan.flow]
	found := 0.0
	if f.Return.Mode == corridors.TwoWay && come > 0 {
		found = min(1, f.Return.PerSecond/come)
	}
	switch {
	case plan.unused:
		return 0
	case plan.shuttle:
		return 1
	case plan.trip == corridors.Out:
		return 1
	case plan.loaded:
		return found
	}
	return 1 - found
}

// settled is one of the ways in which an approach can turn out, channel and declaration by bit.
type settled struct {
	channel, declared uint8
	chance            float64
}

// settles lists the ways that are possible; only a truck that is to be cleared has a channel and
// declares anything.
func (a *approach) settles() []settled {
	if a.load != corridors.Loaded {
		return []settled{{chance: 1}}
	}
	if a.shared {
		return a.settlesWith([]float64{0, 0, 0, 1})
	}
	keyed := 0.0
	if a.regime == corridors.Digital {
		keyed = a.platform.Adoption * (1 - a.downShare)
	}
	return a.settlesWith([]float64{1 - keyed, keyed * (1 - a.platform.Exception), keyed * a.platform.Exception})
}

// settlesWith lists the ways that are possible when declarations come with these chances.
func (a *approach) settlesWith(declared []float64) []settled {
	var out []settled
	for c, p := range [...]float64{1 - a.channels.Yellow - a.channels.Red, a.channels.Yellow, a.channels.Red} {
		for d, q := range declared {
			if p*q > 0 {
				out = append(out, settled{bit(c), bit(d), p * q})
			}
		}
	}
	return out
}

// given is the probability that conditions hold for who is settled so.
func (p *passes) given(k settled) float64 {
	if p.shuts(k.channel, k.declared) {
		return 0
	}
	if p.drawn {
		return p.share
	}
	return 1
}

// meanGiven is the mean duration for who is settled so: the first case that fits, or that of the step.
func (s *step) meanGiven(k settled) float64 {
	mean := 0.0
	s.durationsGiven(k, func(chance float64, duration *law.Law) { mean += float64(chance * duration.Mean()) })
	return mean
}

// durationsGiven tells the durations that there are for who is settled so, each with its chance: the cases in their order, then the
// duration of the step.
func (s *step) durationsGiven(k settled, tell func(chance float64, duration *law.Law)) {
	left := 1.0
	for i := range s.cases {
		p := float64(left * s.cases[i].passes.given(k))
		tell(p, &s.cases[i].duration)
		left -= p
	}
	tell(left, &s.duration)
}
