package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// dayKind tells days with other opening hours apart.
type dayKind int

const (
	workingDay dayKind = iota
	weekendDay
	holiday
	dayKinds
)

// calendarDays say of what kind a day is in a country, and by which clock its days begin.
type calendarDays struct {
	start    corridors.Day // day on which the clock of the run stands at 0
	ahead    sim.Time      // local clock less that of the run
	weekend  corridors.Weekdays
	holidays []corridors.Holiday
}

// kindOf a day, counted from the first day of the run.
func (c *calendarDays) kindOf(day sim.Time) dayKind {
	date := c.start + corridors.Day(day)
	for _, h := range c.holidays {
		if h.From <= date && date <= h.To {
			return holiday
		}
	}
	if c.weekend.Has(date.Weekday()) {
		return weekendDay
	}
	return workingDay
}

// local gives the day, counted from the first of the run, and the time of day of a local clock.
func local(t sim.Time) (day, clock sim.Time) {
	day, clock = t/sim.Day, t%sim.Day
	if clock < 0 {
		day, clock = day-1, clock+sim.Day
	}
	return day, clock
}

// dated are hours that differ between days. A window belongs to the day on which it begins, so what
// is open on a day depends on its own kind and on that of the day before.
type dated struct {
	calendarDays
	days [dayKinds][dayKinds][]stretch // by kind of the day before and of the day itself
}

// newDated makes hours of the windows of each kind of day.
func newDated(c calendarDays, windows [dayKinds][]stretch) *dated {
	d := &dated{calendarDays: c}
	for before := range dayKinds {
		for here := range dayKinds {
			var cut []stretch
			for _, w := range windows[before] {
				if w.to > sim.Day {
					cut = append(cut, stretch{max(0, w.from-sim.Day), w.to - sim.Day})
				}
			}
			for _, w := range windows[here] {
				cut = append(cut, stretch{w.from, min(w.to, sim.Day)})
			}
			d.days[before][here] = joined(cut)
		}
	}
	return d
}

// on lists the stretches of a day.
func (d *dated) on(day sim.Time) []stretch { return d.days[d.kindOf(day-1)][d.kindOf(day)] }

func (d *dated) openAt(t sim.Time) bool {
	day, clock := local(t + d.ahead)
	return holds(d.on(day), clock)
}

// next looks from day to day for the first change after t. After the last holiday a week shows all
// changes that there will ever be.
func (d *dated) next(t sim.Time) (sim.Time, bool) {
	today, _ := local(t + d.ahead)
	last := today + 8
	for _, h := range d.holidays {
		last = max(last, sim.Time(h.To-d.start)+8)
	}
	for day := today; day <= last; day++ {
		midnight := day*sim.Day - d.ahead
		if at, found := d.nextOf(day, midnight, t); found {
			return at, true
		}
	}
	return 0, false
}

// nextOf is the first change after t on one day.
func (d *dated) nextOf(day, midnight, t sim.Time) (sim.Time, bool) {
	changes := func(at sim.Time) bool { return at > t && d.openAt(at) != d.openAt(at-1) }
	if changes(midnight) {
		return midnight, true
	}
	for _, s := range d.on(day) {
		if changes(midnight + s.from) {
			return midnight + s.from, true
		}
		if changes(midnight + s.to) {
			return midnight + s.to, true
		}
	}
	return 0, false
}

func (d *dated) openBetween(from, to sim.Time) sim.Time {
	first, clock := local(from + d.ahead)
	last, end := local(to + d.ahead)
	sum := before(d.on(last), end) - before(d.on(first), clock)
	for day := first; day < last; day++ {
		sum += total(d.on(day))
	}
	return sum
}

// perDay is the mean open time of a day of a week without holidays.
func (d *dated) perDay() sim.Time {
	week := calendarDays{start: d.start, weekend: d.weekend}
	var sum sim.Time
	for day := range sim.Week / sim.Day {
		sum += total(d.days[week.kindOf(day-1)][week.kindOf(day)])
	}
	return sum / (sim.Week / sim.Day)
}
