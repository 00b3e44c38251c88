package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// drivingRule is how long a driver may drive in a country; a part that is 0 sets no limit.
type drivingRule struct{ stretch, pause, day, week sim.Time }

// driver is how long the driver of a truck has driven: since the last break, on the day and in the
// week of last, when the last drive ended.
type driver struct{ stretch, today, week, last sim.Time }

// ruleOn is the rule of the country of a leg; nil where no country has one. Where some have, the time
// at the wheel counts in all.
func ruleOn(c *corridors.Corridor, leg *corridors.Leg) *drivingRule {
	var here *drivingRule
	for _, country := range c.Countries {
		if country.Driving == nil {
			continue
		}
		if here == nil {
			here = &drivingRule{}
		}
		if r := country.Driving; country.Code == leg.Country {
			*here = drivingRule{sim.FromSeconds(r.Stretch), sim.FromSeconds(r.Break), sim.FromSeconds(r.Day), sim.FromSeconds(r.Week)}
		}
	}
	return here
}

// restUntil is how long the driver has to rest at a time; that time itself if he may drive on.
func (v *travel) restUntil(d *driver, at sim.Time) sim.Time {
	r := v.rule
	if r == nil {
		return at
	}
	d.comeTo(at, v.monday, r)
	until := at
	if r.stretch > 0 && d.stretch >= r.stretch {
		until = max(until, d.last+r.pause)
	}
	if r.day > 0 && d.today >= r.day {
		until = max(until, at-at%sim.Day+sim.Day)
	}
	if r.week > 0 && d.week >= r.week {
		week := at + v.monday
		until = max(until, at-week%sim.Week+sim.Week)
	}
	return until
}

// comeTo forgets what no longer counts: a stretch after a stop as long as a break, the day after
// midnight, the week after Sunday.
func (d *driver) comeTo(at, monday sim.Time, r *drivingRule) {
	if at-d.last >= r.pause {
		d.stretch = 0
	}
	ended := max(0, d.last-1) // a drive up to midnight belongs to the day before
	if at/sim.Day != ended/sim.Day {
		d.today = 0
	}
	if (at+monday)/sim.Week != (ended+monday)/sim.Week {
		d.week = 0
	}
}

// left is how long the driver may go on; a day at most.
func (d *driver) left(r *drivingRule) sim.Time {
	left := sim.Day
	if r.stretch > 0 {
		left = min(left, r.stretch-d.stretch)
	}
	if r.day > 0 {
		left = min(left, r.day-d.today)
	}
	if r.week > 0 {
		left = min(left, r.week-d.week)
	}
	return left
}

// drove enters a stretch at the wheel.
func (d *driver) drove(span, end sim.Time) {
	d.stretch += span
	d.today += span
	d.week += span
	d.last = end
}
