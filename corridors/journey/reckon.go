package journey

import (
	"math"

	"hanhlang/sim"
)

// reckoned is a part of a way as a driver reckons with it: a time to spend, or a station to pass.
type reckoned struct {
	station int32   // none: nobody waits here
	share   float64 // of the trucks that pass
	takes   float64 // mean over all, those that pass by included [s]
	each    float64 // what every truck in line means to one that joins it [s]
	road    *travel // a leg on which trucks may be held up; none: nothing but the time to drive counts
	change  *change // whose regime decides whether it is met; nil: it is in any case
	once    bool    // under which
	during  *spell  // in which it is met; nil: at any time
}

// reckon lists what a way takes on a day without queues, and what it costs beside time.
func (m *Model) reckon(plan *itinerary) (course []reckoned, money float64) {
	here := []settled{{chance: 1}}
	var under *jump
	var during *spell
	for i := range plan.steps {
		s, from := &plan.steps[i], len(course)
		switch s.kind {
		case stepRegime:
			under = &jump{change: m.jumps[s.of].change}
		case stepSpell:
			during = m.jumps[s.of].spell
		case stepSwapped:
			during = nil
		case stepRejoin:
			if under.once = true; m.jumps[s.of].once {
				under = nil
			}
		case stepDrive, stepTravel:
			r := &m.roads[s.of]
			money += r.fuel + r.running + r.tolls
			course = append(course, reckoned{station: none, takes: s.duration.Mean(), road: r.travel})
		case stepHandle, stepStrip, stepWork, stepTakeOver, stepTransfer, stepMeet:
			course = append(course, reckoned{station: none, takes: s.duration.Mean()})
		case stepApproach, stepEnter:
			a := &m.approaches[s.of]
			here = a.settles()
			money += float64((a.informal + a.lodged()) * m.often(under))
		case stepServe, stepRoom, stepAttend:
			if c := m.reckonStage(s, here); c.share > 0 {
				c.queueFor(m, during, s)
				money += float64(s.fee * c.share * m.often(under))
				course = append(course, c)
			}
		}
		for k := range course[from:] {
			course[from+k].during = during
			if under != nil {
				course[from+k].change, course[from+k].once = under.change, under.once
			}
		}
	}
	return course, money
}

// queueFor counts for a swap the time for which partners are away.
func (c *reckoned) queueFor(m *Model, during *spell, s *step) {
	if during != nil && during.away != nil {
		c.each += during.away.Mean() / float64(m.stations[s.station].servers)
	}
}

// often is how often trucks are under a regime; always where there is one only.
func (m *Model) often(under *jump) float64 {
	if under == nil {
		return 1
	}
	return m.usual(under, under.once)
}

// often a truck meets a part of a way at a time [s].
func (c *reckoned) often(clock float64) float64 {
	if c.during != nil && !c.during.holds(sim.FromSeconds(clock)) {
		return 0
	}
	if c.change == nil {
		return 1
	}
	return c.change.chanceOf(sim.FromSeconds(clock), c.once)
}

// reckonStage is a stage as the average truck meets it.
func (m *Model) reckonStage(s *step, here []settled) reckoned {
	c := reckoned{station: none}
	for _, k := range here {
		p := float64(k.chance * s.passes.given(k))
		c.share += p
		c.takes += float64(p * s.meanGiven(k))
	}
	if s.kind == stepAttend || c.share == 0 {
		return c
	}
	at := &m.stations[s.station]
	c.station = int32(s.station)
	if servers := m.shifts[at.shift].meanServers(at); servers > 0 { // else it never opens, and that is what counts
		c.each = c.takes / c.share / servers
	}
	return c
}

// hours that a way takes on a day without queues [s]; with one stop where that is so for a time, and without swaps.
func (w *way) hours() (seconds float64) {
	for i := range w.course {
		if c := &w.course[i]; c.during == nil && (c.change == nil || c.once) {
			seconds += w.course[i].takes
		}
	}
	return seconds
}

// expects is the time that a truck expects of a way that it begins now [s]; without end if it leads over a station
// that never opens. It goes through the way by the clock, with the mean times of driving, handling and service:
//
//   - At a station it waits until the hours open that everybody knows, or what shocks leave of them as far as it has
//     news; and the mean service, over the servers, of every truck that it knows to be in line.
//   - On a leg it drives as it will: it stands in the curfew, and rests when its driver has to, who remembers how long he
//     has driven. Where it has news of a shock that slows the leg down, it drives so much slower until that ends; where of
//     one that closes it, it waits till then.
//
// A shock of which it has news was under way at the moment that it is informed of. Weather has mean 1, and nobody knows
// how many wait for a bridge.
func (w *World) expects(id int32, way *way, n *news) float64 {
	begin := w.now.Seconds()
	clock := begin
	wheel := w.driverOf(id)
	for i := range way.course {
		c := &way.course[i]
		if c.road != nil {
			clock = c.road.expects(&wheel, clock, c.takes, n)
			continue
		}
		often := c.often(clock)
		if often == 0 {
			continue
		}
		if c.station != none {
			wait := w.untilOpen(c.station, clock, n) + float64(w.inLine(c.station, n)*c.each)
			clock += float64(c.share * wait * often)
		}
		clock += float64(c.takes * often)
		if math.IsInf(clock, 1) {
			break
		}
	}
	return clock - begin
}

// driverOf a truck, with how long he has driven, where that matters to anybody.
func (w *World) driverOf(id int32) driver {
	if w.drives == nil {
		return driver{}
	}
	return w.drives[id].driver
}

// expects is when a truck that begins a leg at a time expects to have it behind it [s].
func (v *travel) expects(d *driver, clock, takes float64, n *news) float64 {
	at := sim.FromSeconds(clock)
	for _, c := range v.closed {
		if n.knows(c) && c.from <= at && at < c.to {
			at = c.to
		}
	}
	return v.play(d, at, sim.FromSeconds(takes), n, untold).Seconds()
}

// untilOpen is how long a station stays closed from a time on, as far as somebody knows [s].
func (w *World) untilOpen(station int32, clock float64, n *news) float64 {
	at := sim.FromSeconds(clock)
	opens, ever := w.model.shifts[w.model.stations[station].shift].hours.opensAt(at, n)
	if !ever {
		return math.Inf(1)
	}
	return (opens - at).Seconds()
}
