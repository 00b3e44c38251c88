package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// hours are when service may start, by the clock of the run: as a rule the same stretches every day,
// in order, apart from each other, none of them crossing midnight.
type hours struct {
	open    []stretch
	changes []sim.Time // times of day at which the state changes, in order; none: it never does
	perDay  sim.Time   // open time of one day, the mean of a week
	dated   *dated     // days that differ; none: all are alike
	shocks  []interruption
	shut    []stretch // by shocks, whatever the hours; in order, apart from each other
}

// stretch is open from from until just before to.
type stretch struct{ from, to sim.Time }

// everyDay are hours that are the same on all days. The windows, which may reach over midnight, are
// cut there; those that touch are joined.
func everyDay(windows []stretch) hours {
	var cut []stretch
	for _, w := range windows {
		cut = append(cut, stretch{w.from, min(w.to, sim.Day)})
		if w.to > sim.Day {
			cut = append(cut, stretch{0, min(w.to-sim.Day, sim.Day)})
		}
	}
	out := hours{open: joined(cut)}
	out.changes = out.findChanges()
	out.perDay = total(out.open)
	return out
}

// windowsOf writes opening hours as stretches that begin within the day and may end in the next.
func windowsOf(h corridors.Hours) []stretch {
	if h.Never {
		return nil
	}
	if len(h.Windows) == 0 {
		return []stretch{{0, sim.Day}}
	}
	var out []stretch
	for _, w := range h.Windows {
		from, to := sim.Time(w.From)*sim.Second, sim.Time(w.To)*sim.Second
		if from >= to {
			to += sim.Day
		}
		out = append(out, stretch{from, to})
	}
	return out
}

// joined sorts stretches and makes one of those that touch or overlap.
func joined(cut []stretch) []stretch {
	slices.SortFunc(cut, func(a, b stretch) int { return int(a.from/sim.Second) - int(b.from/sim.Second) })
	var out []stretch
	for _, s := range cut {
		if last := len(out) - 1; last >= 0 && s.from <= out[last].to {
			out[last].to = max(out[last].to, s.to)
			continue
		}
		if s.from < s.to {
			out = append(out, s)
		}
	}
	return out
}

// total length of stretches.
func total(list []stretch) sim.Time {
	var sum sim.Time
	for _, s := range list {
		sum += s.to - s.from
	}
	return sum
}

// findChanges lists the times of day at which the state changes. Midnight is one only where the
// end of the day and its start differ.
func (h *hours) findChanges() []sim.Time {
	var out []sim.Time
	startOpen := h.openAt(0)
	endOpen := h.openAt(sim.Day - 1)
	if startOpen != endOpen {
		out = append(out, 0)
	}
	for _, s := range h.open {
		if s.from > 0 {
			out = append(out, s.from)
		}
		if s.to < sim.Day {
			out = append(out, s.to)
		}
	}
	return out
}

// usuallyOpenAt says whether service may start at t if no shock prevents it.
func (h *hours) usuallyOpenAt(t sim.Time) bool {
	if h.dated != nil {
		return h.dated.openAt(t)
	}
	return holds(h.open, t%sim.Day)
}

// holds says whether one of the stretches holds t.
func holds(list []stretch, t sim.Time) bool {
	for _, s := range list {
		if s.from <= t && t < s.to {
			return true
		}
	}
	return false
}

// usualNext is the first change of state after t without shocks; there is none where the state never changes.
func (h *hours) usualNext(t sim.Time) (sim.Time, bool) {
	if h.dated != nil {
		return h.dated.next(t)
	}
	if len(h.changes) == 0 {
		return 0, false
	}
	midnight := t - t%sim.Day
	for _, change := range h.changes {
		if midnight+change > t {
			return midnight + change, true
		}
	}
	return midnight + sim.Day + h.changes[0], true
}

// usuallyOpenBetween is the open time in [from, to) without shocks.
func (h *hours) usuallyOpenBetween(from, to sim.Time) sim.Time {
	if h.dated != nil {
		return h.dated.openBetween(from, to)
	}
	return h.openUntil(to) - h.openUntil(from)
}

// openUntil is the open time in [0, t), where all days are alike.
func (h *hours) openUntil(t sim.Time) sim.Time {
	return t/sim.Day*h.perDay + before(h.open, t%sim.Day)
}

// before is how much of the stretches lies before t.
func before(list []stretch, t sim.Time) sim.Time {
	var sum sim.Time
	for _, s := range list {
		if t > s.from {
			sum += min(t, s.to) - s.from
		}
	}
	return sum
}
