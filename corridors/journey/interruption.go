package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// interruption is a shock at a post: how long it lasts, and when it keeps the post shut.
type interruption struct {
	stretch
	shut []stretch // in order, apart from each other
}

// interruptions are the shocks that befall those who pass a post in a direction; an empty one stands for whoever
// passes it.
func (b *builder) interruptions(post *corridors.Post, toward corridors.Direction) []interruption {
	var out []interruption
	pair := b.pairOf(post.Name)
	for i := range b.setup.Corridor.Shocks {
		s := &b.setup.Corridor.Shocks[i]
		if (!s.Closed && s.Hours == nil) || !s.BefallsPost(pair, post.Name, toward) {
			continue
		}
		span := stretch{sim.FromSeconds(s.From), sim.FromSeconds(s.To)}
		cut := interruption{span, []stretch{span}}
		if !s.Closed {
			meanwhile := everyDay(shifted(windowsOf(*s.Hours), -b.daysIn(post.Country).ahead))
			cut.shut = meanwhile.closedWithin(span)
		}
		out = append(out, cut)
	}
	return out
}

// pairOf names the gate pair of a post; empty for what is no post of one.
func (b *builder) pairOf(post string) string {
	for _, pair := range b.setup.Corridor.Gates {
		if pair.Posts[0].Name == post || pair.Posts[1].Name == post {
			return pair.Name
		}
	}
	return ""
}

// closedWithin lists the closed stretches of a span.
func (h *hours) closedWithin(span stretch) (out []stretch) {
	for at := span.from; at < span.to; {
		next, changes := h.next(at)
		if !changes || next > span.to {
			next = span.to
		}
		if !h.openAt(at) {
			out = append(out, stretch{at, next})
		}
		at = next
	}
	return out
}

// shutBy leaves of hours what shocks leave of them.
func (h *hours) shutBy(shocks []interruption) {
	var all []stretch
	for _, s := range shocks {
		all = append(all, s.shut...)
	}
	h.shocks, h.shut = shocks, joined(all)
}

// openAt says whether service may start at t.
func (h *hours) openAt(t sim.Time) bool { return h.usuallyOpenAt(t) && !holds(h.shut, t) }

// next is the first change of state after t; there is none where the state never changes again.
func (h *hours) next(t sim.Time) (sim.Time, bool) {
	if len(h.shut) == 0 {
		return h.usualNext(t)
	}
	for {
		next, changes := h.usualNext(t)
		if edge, there := edgeAfter(h.shut, t); there && (!changes || edge < next) {
			next, changes = edge, true
		}
		if !changes || h.openAt(next) != h.openAt(next-1) {
			return next, changes
		}
		t = next
	}
}

// edgeAfter is the first end of a stretch after t.
func edgeAfter(list []stretch, t sim.Time) (sim.Time, bool) {
	for _, s := range list {
		switch {
		case t < s.from:
			return s.from, true
		case t < s.to:
			return s.to, true
		}
	}
	return 0, false
}

// openBetween is the open time in [from, to).
func (h *hours) openBetween(from, to sim.Time) sim.Time {
	sum := h.usuallyOpenBetween(from, to)
	for _, s := range h.shut {
		if a, b := max(from, s.from), min(to, s.to); a < b {
			sum -= h.usuallyOpenBetween(a, b)
		}
	}
	return sum
}

// opensAt is when it is open, from a time on, to who knows the usual hours and has news of shocks; it may
// never be.
func (h *hours) opensAt(t sim.Time, n *news) (at sim.Time, opens bool) {
	for {
		if !h.usuallyOpenAt(t) {
			if t, opens = h.usualNext(t); !opens {
				return 0, false
			}
		}
		until := h.shutUntil(t, n)
		if until == t {
			return t, true
		}
		t = until
	}
}

// shutUntil is when the shut stretch ends that holds t, of a shock of which there is news; else t itself.
func (h *hours) shutUntil(t sim.Time, n *news) sim.Time {
	for i := range h.shocks {
		if !n.knows(h.shocks[i].stretch) {
			continue
		}
		for _, s := range h.shocks[i].shut {
			if s.from <= t && t < s.to {
				return s.to
			}
		}
	}
	return t
}
