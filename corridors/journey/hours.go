package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// hours are the opening hours of every day: the stretches of a day in which service may start,
// in order, apart from each other, none of them crossing midnight.
type hours struct {
	open    []stretch
	changes []sim.Time // times of day at which the state changes, in order; none: it never does
	perDay  sim.Time   // open time of one day
}

// stretch is open from from until just before to.
type stretch struct{ from, to sim.Time }

// compileHours cuts windows at midnight, joins those that touch and finds the changes of state.
func compileHours(h corridors.Hours) hours {
	if h.Never {
		return hours{}
	}
	var cut []stretch
	for _, w := range h.Windows {
		from, to := sim.Time(w.From)*sim.Second, sim.Time(w.To)*sim.Second
		if from < to {
			cut = append(cut, stretch{from, to})
			continue
		}
		cut = append(cut, stretch{from, sim.Day})
		if to > 0 {
			cut = append(cut, stretch{0, to})
		}
	}
	if len(h.Windows) == 0 {
		cut = []stretch{{0, sim.Day}}
	}
	out := hours{open: joined(cut)}
	out.changes = out.findChanges()
	for _, s := range out.open {
		out.perDay += s.to - s.from
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
		out = append(out, s)
	}
	return out
}

// findChanges lists the times of day at which the state changes. Midnight is one only where the
// end of the day and its start differ.
func (h hours) findChanges() []sim.Time {
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

// openAt says whether service may start at t.
func (h hours) openAt(t sim.Time) bool {
	t %= sim.Day
	for _, s := range h.open {
		if s.from <= t && t < s.to {
			return true
		}
	}
	return false
}

// next is the first change of state after t; there is none where the state never changes.
func (h hours) next(t sim.Time) (sim.Time, bool) {
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

// openBetween is the open time in [from, to).
func (h hours) openBetween(from, to sim.Time) sim.Time { return h.openUntil(to) - h.openUntil(from) }

// openUntil is the open time in [0, t).
func (h hours) openUntil(t sim.Time) sim.Time {
	day := t % sim.Day
	total := t / sim.Day * h.perDay
	for _, s := range h.open {
		if day > s.from {
			total += min(day, s.to) - s.from
		}
	}
	return total
}
