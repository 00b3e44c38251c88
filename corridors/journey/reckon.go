package journey

import "math"

// reckoned is a part of a way as a driver reckons with it: a time to spend, or a station to pass.
type reckoned struct {
	station int32   // none: nobody waits here
	share   float64 // of the trucks that pass
	takes   float64 // mean over all, those that pass by included [s]
	each    float64 // what every truck in line means to one that joins it [s]
}

// reckon lists what a way takes on a day without queues, and what it costs beside time.
func (m *Model) reckon(plan *itinerary) (course []reckoned, money float64) {
	here := []settled{{chance: 1}}
	for i := range plan.steps {
		s := &plan.steps[i]
		switch s.kind {
		case stepDrive, stepTravel:
			r := &m.roads[s.of]
			money += r.fuel + r.running + r.tolls
			course = append(course, reckoned{station: none, takes: s.duration.Mean()})
		case stepHandle, stepStrip:
			course = append(course, reckoned{station: none, takes: s.duration.Mean()})
		case stepApproach, stepEnter:
			a := &m.approaches[s.of]
			here = a.settles()
			money += a.informal
		case stepServe, stepAttend:
			if c := m.reckonStage(s, here); c.share > 0 {
				money += float64(s.fee * c.share)
				course = append(course, c)
			}
		}
	}
	return course, money
}

// reckonStage is a stage as the average truck meets it.
func (m *Model) reckonStage(s *step, here []settled) reckoned {
	c := reckoned{station: none}
	for _, k := range here {
		p := float64(k.chance * s.passes.given(k))
		c.share += p
		c.takes += float64(p * s.meanGiven(k))
	}
	if s.kind != stepServe || c.share == 0 {
		return c
	}
	at := &m.stations[s.station]
	c.station = int32(s.station)
	if servers := m.shifts[at.shift].meanServers(at); servers > 0 { // else it never opens, and that is what counts
		c.each = c.takes / c.share / servers
	}
	return c
}

// hours that a way takes on a day without queues [s].
func (w *way) hours() (seconds float64) {
	for i := range w.course {
		seconds += w.course[i].takes
	}
	return seconds
}

// expects is the time that a truck expects of a way that it begins now, from the opening hours and
// from what it knows of the queues [s]; without end if it leads over a station that never opens.
func (w *World) expects(way *way, queues func(station int32) float64) float64 {
	begin := w.now.Seconds()
	clock := begin
	for i := range way.course {
		c := &way.course[i]
		if c.station != none {
			wait := w.untilOpen(c.station, clock) + float64(queues(c.station)*c.each)
			clock += float64(c.share * wait)
		}
		clock += c.takes
		if math.IsInf(clock, 1) {
			break
		}
	}
	return clock - begin
}
