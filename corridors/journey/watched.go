package journey

import "hanhlang/sim"

// watchedDays are the days on which a horizon watches, whole ones, counted from the first day of the run:
// from is the first of them, to the one after the last.
type watchedDays struct{ from, to sim.Time }

// watched days; a horizon that watches for no time at all has the day at which it begins.
func (h Horizon) watched() watchedDays {
	from := h.WarmUp / sim.Day
	return watchedDays{from, max(from+1, (h.End()+sim.Day-1)/sim.Day)}
}

// openOn is the share of the days for which hours are open, by their own clock.
func (h *hours) openOn(days watchedDays) float64 {
	ahead := sim.Time(0)
	if h.dated != nil {
		ahead = h.dated.ahead
	}
	open := h.openBetween(days.from*sim.Day-ahead, days.to*sim.Day-ahead)
	return open.Seconds() / ((days.to - days.from) * sim.Day).Seconds()
}

// capacity of a station on the days: the share of them for which it is open, and how many servers are
// there on average, closed hours included.
func (s *shift) capacity(st *station, days watchedDays) (open, staffed float64) {
	open = s.hours.openOn(days)
	if len(s.crews) == 0 {
		return open, open * float64(st.servers)
	}
	for i := range s.crews {
		staffed += float64(float64(s.crews[i].servers) * s.crews[i].hours.openOn(days))
	}
	return open, staffed
}

// perSecond is the mean rate of a flow on the days that a horizon watches, by the clock of its origin. Of
// counted moments those count that are watched.
func (f *flow) perSecond(h Horizon) float64 {
	switch a := &f.Arrivals; {
	case a.Trace != nil:
		return tracedRate(a.Trace, h)
	case a.Timetable != nil && a.Platoon != nil:
		return a.Platoon.MeanSize() / a.Timetable.Every
	case a.Timetable != nil:
		return 1 / a.Timetable.Every
	case f.demand != nil:
		return a.PerSecond * f.demand.meanOn(h.watched())
	}
	return f.Arrivals.PerSecond
}

// tracedRate is how many of the moments are watched, over the time of watching [1/s].
func tracedRate(moments []float64, h Horizon) float64 {
	if h.Length == 0 {
		return 0
	}
	watched := 0
	for _, at := range moments {
		if h.WarmUp.Seconds() <= at && at < h.End().Seconds() {
			watched++
		}
	}
	return float64(watched) / h.Length.Seconds()
}

// meanOn is how much busier days are than the mean one of the year, without their luck, whose mean is 1.
func (d *demand) meanOn(days watchedDays) float64 {
	sum := 0.0
	for day := days.from; day < days.to; day++ {
		sum += d.on(day)
	}
	return sum / float64(days.to-days.from)
}
