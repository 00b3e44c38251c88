package journey

import (
	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// travel is what may hold a truck up on a leg or slow it down. A leg on which nothing can has none.
type travel struct {
	closed  []stretch // in order, apart from each other: when this truck may not begin the leg
	slow    []slowed
	limits  []limit
	leg     int
	weather *law.Law // factor on the driving time, the same for all trucks of a day; none: always fair
	sky     decision // of the weather
	curfew  *hours   // when nobody may drive; none: never
	rule    *drivingRule
	monday  sim.Time // what has passed of the first week when the run begins
	fork    int32    // where a truck that meets the closed leg can turn to; none: it waits
}

// slowed is a time of another speed, as a share of the usual one.
type slowed struct {
	stretch
	speed float64
}

// limit is a time in which trucks begin the leg one after another, so far apart.
type limit struct {
	stretch
	gap sim.Time
}

// driveBook is what is kept of a truck on a leg, and of its driver all the way.
type driveBook struct {
	open, enter sim.Time // when the leg was open to it, and when it was its turn
	work        sim.Time // to drive at the usual speed
	driver      driver
}

// opensAt is when the leg is open to a truck that comes at a time.
func (v *travel) opensAt(at sim.Time) sim.Time {
	for _, c := range v.closed {
		if c.from <= at && at < c.to {
			return c.to
		}
	}
	return at
}

func (v *travel) closedAt(at sim.Time) bool { return v.opensAt(at) != at }

// play drives a truck over the leg and tells every stretch of it; it gives the time of the end. Of what slows the leg down
// only that counts of which there is news.
func (v *travel) play(d *driver, at, work sim.Time, n *news, tell func(a Activity, from, to sim.Time)) sim.Time {
	for work > 0 {
		if until := v.restUntil(d, at); until > at {
			tell(Rest, at, until)
			at = until
			continue
		}
		if v.curfew != nil && v.curfew.openAt(at) {
			until, _ := v.curfew.next(at)
			tell(ClosedWait, at, until)
			at = until
			continue
		}
		until, speed := v.steadyUntil(d, at, n)
		span := sim.FromSeconds(work.Seconds() / speed)
		if at+span <= until || until < 0 {
			work = 0
		} else {
			span = until - at
			work -= max(1, sim.FromSeconds(float64(span.Seconds()*speed)))
		}
		tell(Driving, at, at+span)
		d.drove(span, at+span)
		at += span
	}
	return at
}

// steadyUntil is how long nothing changes for a truck that drives at a time, and its speed till then.
// Without an end it gives -1.
func (v *travel) steadyUntil(d *driver, at sim.Time, n *news) (until sim.Time, speed float64) {
	until, speed = -1, 1
	sooner := func(t sim.Time) {
		if until < 0 || t < until {
			until = t
		}
	}
	for _, s := range v.slow {
		switch {
		case !n.knows(s.stretch):
		case at < s.from:
			sooner(s.from)
		case at < s.to:
			sooner(s.to)
			speed = min(speed, s.speed)
		}
	}
	if v.curfew != nil {
		if next, changes := v.curfew.next(at); changes {
			sooner(next)
		}
	}
	if v.rule != nil {
		sooner(at + d.left(v.rule))
		sooner(at - at%sim.Day + sim.Day)
	}
	return until, speed
}

// untold is for what nobody is told of.
func untold(Activity, sim.Time, sim.Time) {}

// setOff begins a leg on which a truck may be held up. All of it is known now.
func (w *World) setOff(id int32, t *truck, s *step) {
	v := w.model.roads[s.of].travel
	d := &w.drives[id]
	seconds := s.duration.Quantile(w.draw(t, s.point))
	if v.weather != nil {
		day := uint32(w.now/sim.Day) + 1
		seconds *= v.weather.Quantile(w.decisions[v.sky].Uniform(w.luck.Who(day, 0)))
	}
	d.work = sim.FromSeconds(seconds)
	d.open = v.opensAt(w.now)
	d.enter = v.opensAt(w.turnAt(v, d.open))
	t.become(driving)
	t.since = w.now
	driver := d.driver
	w.endAt(t, id, v.play(&driver, d.enter, d.work, &w.knowsAll, untold))
}

// turnAt is when it is a truck's turn to begin a leg over which few may go.
func (w *World) turnAt(v *travel, at sim.Time) sim.Time {
	for _, l := range v.limits {
		if at < l.from || at >= l.to {
			continue
		}
		turn := max(at, w.bridges[v.leg])
		if turn >= l.to {
			return l.to
		}
		w.bridges[v.leg] = turn + l.gap
		return turn
	}
	return at
}

// arriveBy books a leg that a truck has behind it.
func (w *World) arriveBy(id int32, t *truck, s *step) {
	d := &w.drives[id]
	var driven sim.Time
	tell := func(a Activity, from, to sim.Time) {
		if from == to {
			return
		}
		w.bookSpan(t, a, s, from, to)
		if a == Driving {
			driven += to - from
		} else if t.counted && t.cargo {
			w.books.onRoad[a] += to - from
		}
	}
	tell(ClosedWait, t.since, d.open)
	tell(Queueing, d.open, d.enter)
	w.model.roads[s.of].travel.play(&d.driver, d.enter, d.work, &w.knowsAll, tell)
	w.payRoad(id, t, s, driven)
}

// turnsBack sends a truck that meets a closed leg on another way, if it may take one.
func (w *World) turnsBack(id int32, t *truck, s *step) bool {
	v := w.model.roads[s.of].travel
	return v.fork != none && v.closedAt(w.now) && w.turns(id, t, v.fork, RoadClosed, s.name)
}

// turns sends a truck that has met something closed, a road or a gate, on the cheapest way that is open; without one
// it waits, and so does a truck that has no choice.
func (w *World) turns(id int32, t *truck, fork int32, met Happening, name string) bool {
	f := &w.model.forks[fork]
	best, found := w.cheapest(id, t, f, func(way *way) bool { return !way.closedAt(w.now) })
	if !found {
		return false
	}
	w.tellWay(t, met, name, 0)
	w.setOut(t, f, best)
	return true
}

// closedAt says whether some leg or gate of a way is closed.
func (w *way) closedAt(at sim.Time) bool {
	for _, v := range w.travels {
		if v.closedAt(at) {
			return true
		}
	}
	for _, b := range w.bars {
		if b.closedAt(at) {
			return true
		}
	}
	return false
}

// roadMeasures are the times for which trucks stood on the road, where any can.
func (b *builder) roadMeasures() []measure {
	if !b.hindered {
		return nil
	}
	return []measure{
		{"rest_h", func(w *World) (float64, bool) { return meanHours(w.books.onRoad[Rest], int(w.books.trips)) }},
		{"road_wait_h", func(w *World) (float64, bool) {
			return meanHours(w.books.onRoad[ClosedWait]+w.books.onRoad[Queueing], int(w.books.trips))
		}},
	}
}

// hinder finds what may befall a truck of the plan on a leg; nil where nothing can.
func (p *planner) hinder(at int, leg *corridors.Leg) *travel {
	c := p.setup.Corridor
	v := &travel{leg: at, fork: none, monday: sim.Time(p.setup.Horizon.Start.Weekday()) * sim.Day}
	p.befall(v, leg)
	v.weather, v.sky = p.weatherOn(leg)
	if leg.Curfew != nil {
		h := everyDay(shifted(windowsOf(*leg.Curfew), -p.daysIn(leg.Country).ahead))
		v.curfew = &h
	}
	v.rule = ruleOn(c, leg)
	if v.closed == nil && v.slow == nil && v.limits == nil && v.weather == nil && v.curfew == nil && v.rule == nil {
		return nil
	}
	p.hindered = true
	return v
}

// befall adds the shocks of a leg.
func (p *planner) befall(v *travel, leg *corridors.Leg) {
	for _, s := range p.setup.Corridor.Shocks {
		if !s.Befalls(leg.Road) {
			continue
		}
		span := stretch{sim.FromSeconds(s.From), sim.FromSeconds(s.To)}
		if s.Closed || s.HeaviestLoad > 0 && p.tonnes() > s.HeaviestLoad {
			v.closed = joined(append(v.closed, span))
		}
		if s.Speed > 0 {
			v.slow = append(v.slow, slowed{span, s.Speed})
		}
		if s.PerSecond > 0 {
			v.limits = append(v.limits, limit{span, sim.FromSeconds(1 / s.PerSecond)})
		}
	}
}

// tonnes that a truck of the plan carries.
func (p *planner) tonnes() float64 {
	switch {
	case !p.loaded:
		return 0
	case p.trip == corridors.Home:
		return p.flow.Return.Payload
	}
	return p.flow.Payload
}

// weatherOn is the day factor of a leg: its own, or that of the whole corridor.
func (p *planner) weatherOn(leg *corridors.Leg) (*law.Law, decision) {
	switch {
	case leg.Weather != nil:
		return leg.Weather, p.decideForAll(leg.Road + "/weather")
	case p.setup.Corridor.Weather != nil:
		return p.setup.Corridor.Weather, p.decideForAll("weather")
	}
	return nil, 0
}
