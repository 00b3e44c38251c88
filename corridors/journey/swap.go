package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// spell is the time in which trucks that come to a swap are changed.
type spell struct {
	from, to sim.Time
	away     *law.Law // time for which the partner is away; none: he is back at once
	luck     decision // of that time
	kind     corridors.SwapKind
}

// withSwaps is a corridor whose posts have what their swaps need.
func withSwaps(c *corridors.Corridor) *corridors.Corridor {
	if !slices.ContainsFunc(c.Gates, func(g corridors.GatePair) bool { return len(g.Swaps) > 0 }) {
		return c
	}
	out := *c
	out.Gates = slices.Clone(c.Gates)
	for i := range out.Gates {
		out.Gates[i] = c.Gates[i].WithSwaps()
	}
	return &out
}

// swapped puts a stage at which the truck is changed between a step that passes over it at other times and
// one at which the partner leaves with the truck.
func (p *planner) swapped(d *duty, write func()) {
	s := d.asks.Swap
	if s == nil {
		write()
		return
	}
	during := &spell{from: sim.FromSeconds(s.From), to: Never, away: s.Away, kind: s.Kind, luck: p.decide(d.luck + "/away")}
	if s.To > 0 {
		during.to = sim.FromSeconds(s.To)
	}
	begin := p.jump(step{kind: stepSpell, name: s.Name}, jump{spell: during})
	write()
	served := p.steps[len(p.steps)-1]
	end := p.jump(step{kind: stepSwapped, name: s.Name, passes: served.passes}, jump{spell: during})
	p.jumps[begin].to, p.jumps[end].to = int32(len(p.steps)), int32(len(p.steps))
}

// holds says whether a truck that comes now is changed.
func (d *spell) holds(t sim.Time) bool { return d.from <= t && t < d.to }

// shareOf the time that a horizon watches in which it holds.
func (d *spell) shareOf(h Horizon) float64 {
	begin, end := h.WarmUp, max(h.End(), h.WarmUp+1)
	return max(0, min(d.to, end)-max(d.from, begin)).Seconds() / (end - begin).Seconds()
}

// passOver lets a truck pass over a swap that does not hold now.
func (w *World) passOver(t *truck, s *step) {
	if j := &w.model.jumps[s.of]; !j.spell.holds(w.now) {
		t.step = j.to - 1
	}
}

// swap lets a truck go on with its partner, who is missing at the gate until he is back. The new driver has
// rested.
func (w *World) swap(id int32, t *truck, s *step) {
	during := w.model.jumps[s.of].spell
	w.tellSwap(t, during.kind)
	if w.drives != nil {
		w.drives[id] = driveBook{}
	}
	st := int(t.held)
	if during.away == nil {
		w.release(t)
		return
	}
	w.servers[st]--
	w.restaff(st)
	w.schedule(w.openSlot(), partnerBack, rankEnd, w.now+sim.FromSeconds(during.away.Quantile(w.draw(t, during.luck))), int32(st))
	w.release(t)
}

// comeBack gives a partner back to his station.
func (w *World) comeBack(st int) {
	w.servers[st]++
	w.restaff(st)
}

// tellSwap tells the log, if there is one, that a truck goes on with another driver or tractor.
func (w *World) tellSwap(t *truck, kind corridors.SwapKind) {
	if w.log != nil && t.cargo {
		fact := w.fact(t, HappeningFact)
		fact.Happening, fact.Place, fact.Stage = Swapped, w.model.places[t.here.place].name, string(kind)
		w.log.Record(fact)
	}
}

// isPartners says whether a station is one of partners.
func isPartners(post *corridors.Post, station string) bool {
	return slices.ContainsFunc(post.Stages, func(s corridors.Stage) bool { return s.Swap != nil && s.Station == station })
}
