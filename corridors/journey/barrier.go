package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// barrier is a gate pair that shocks close to trucks which cross it one way, at whichever of its posts. It is for
// trucks with a choice of way: all others wait.
type barrier struct {
	pair   string
	closed []stretch // in order, apart from each other
	fork   int32     // where a truck that finds it closed can turn to; none: it waits
}

func (b *barrier) closedAt(t sim.Time) bool { return holds(b.closed, t) }

// bar finds when the pair that a truck of the plan is about to cross is closed to it; nil for never.
func (p *planner) bar(pair *corridors.GatePair) *barrier {
	if p.flow.Choice == nil {
		return nil
	}
	here := p.places[p.at].name
	out := &barrier{pair: pair.Name, fork: none}
	for i := range p.setup.Corridor.Shocks {
		if s := &p.setup.Corridor.Shocks[i]; s.Closes(pair, here) {
			out.closed = joined(append(out.closed, stretch{sim.FromSeconds(s.From), sim.FromSeconds(s.To)}))
		}
	}
	if out.closed == nil {
		return nil
	}
	p.turnAround(func(fork int32) { out.fork = fork })
	return out
}

// findsClosed sends a truck that comes to a gate which a shock has closed on another way, if it may take one.
func (w *World) findsClosed(id int32, t *truck, s *step) bool {
	b := w.model.approaches[s.of].barrier
	plan, at := t.plan, t.step
	if b == nil || b.fork == none || !b.closedAt(w.now) || !w.turns(id, t, b.fork, GateClosed, b.pair) {
		return false
	}
	if w.garrisons != nil {
		w.quit(plan, at)
	}
	return true
}
