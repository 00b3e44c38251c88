package journey

import (
	"math"
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// change is how the regime of one direction of a gate pair changes: trucks that reach the first post in
// [from, to) stop once, others twice, and both for a while after each change.
type change struct {
	gate, entry    int
	from, to, dual sim.Time
	share          float64 // that stops once meanwhile
}

// Never is later than any run.
const Never = sim.Time(math.MaxInt64 / 4)

// jump is where a truck goes on in its itinerary that passes over a part of it.
type jump struct {
	change *change
	index  int      // of the change
	spell  *spell   // of a swap; nil: the jump is of a change
	once   bool     // at the end of a crossing: which regime it had
	to     int32    // step
	luck   decision // which regime the truck has while both are there
}

// regimeBook counts what a change of regime does.
type regimeBook struct {
	inside [2]int  // trucks that cross under each regime: two stops, one stop
	loaded [2]mean // their border times
}

// addChanges numbers the directions of a pair in which the regime changes.
func (b *builder) addChanges(gate int) {
	pair := &b.setup.Corridor.Gates[gate]
	b.changed = append(b.changed, [2]int{none, none})
	for entry := range pair.Inspection {
		in := &pair.Inspection[entry]
		if in.Kind != corridors.OneStop || in.Transition == nil {
			continue
		}
		c := change{gate: gate, entry: entry, from: sim.FromSeconds(max(0, in.Transition.From)), to: Never, dual: sim.FromSeconds(in.Transition.Dual), share: in.Transition.Share}
		if in.Transition.To > 0 {
			c.to = sim.FromSeconds(in.Transition.To)
		}
		b.changed[gate][entry] = len(b.changes)
		b.changes = append(b.changes, c)
	}
}

// moments are those at which the arrangement may change.
func (c *change) moments() []sim.Time {
	out := []sim.Time{c.to, c.to + c.dual}
	if c.from > 0 {
		out = append(out, c.from, c.from+c.dual)
	}
	return out
}

// arranged is how trucks that reach the first post at a time cross. What holds from the start was there before.
func (c *change) arranged(t sim.Time) corridors.Arrangement {
	switch {
	case c.from > 0 && c.from <= t && t < c.from+c.dual, c.to <= t && t < c.to+c.dual:
		return corridors.ForBoth
	case c.from <= t && t < c.to:
		return corridors.ForOne
	}
	return corridors.ForTwo
}

// chance that a truck that reaches the first post at a time stops once.
func (c *change) chance(t sim.Time) float64 {
	return [...]float64{corridors.ForTwo: 0, corridors.ForBoth: c.share, corridors.ForOne: 1}[c.arranged(t)]
}

// chanceOf a regime.
func (c *change) chanceOf(t sim.Time, once bool) float64 { return chanceOf(c.chance(t), once) }

// average of something that changes with the regimes of a pair, over the time that a horizon watches.
func average(h Horizon, of []*change, what func(t sim.Time) float64) float64 {
	begin, end := h.WarmUp, max(h.End(), h.WarmUp+1)
	cuts := []sim.Time{begin, end}
	for _, c := range of {
		for _, at := range c.moments() {
			if begin < at && at < end {
				cuts = append(cuts, at)
			}
		}
	}
	slices.Sort(cuts)
	sum := 0.0
	for i := range cuts[1:] {
		sum += float64((cuts[i+1] - cuts[i]).Seconds() * what(cuts[i]))
	}
	return sum / (end - begin).Seconds()
}

// usual is how often trucks have a regime, over the whole run.
func (m *Model) usual(j *jump, once bool) float64 {
	return m.usualIn(Horizon{Length: m.setup.Horizon.End()}, j, once)
}

// usualIn is how often they have it while a horizon watches.
func (m *Model) usualIn(h Horizon, j *jump, once bool) float64 {
	return average(h, []*change{j.change}, func(t sim.Time) float64 { return j.change.chanceOf(t, once) })
}

// regimeBehind says how often trucks stop behind a step at which that is settled, or behind the end of a part.
func regimeBehind(s *step, j *jump) string {
	switch {
	case s.kind == stepRegime:
		return StopsTwice
	case !j.once:
		return StopsOnce
	}
	return ""
}

// What a plan says of lines that trucks take under one regime only.
const (
	StopsOnce  = "once"
	StopsTwice = "twice"
)

// crossEither writes a crossing in both ways, of which trucks take one.
func (p *planner) crossEither(h hop, at int) {
	c := &p.changes[at]
	pair := &p.setup.Corridor.Gates[h.gate]
	country := pair.Posts[c.entry].Country
	start := p.at
	turn := p.jump(step{kind: stepRegime, name: pair.Name}, jump{change: c, index: at, luck: p.decide(pair.Name + "/" + country + "/stops once")})
	p.crossBy(h, &p.twice[h.gate][h.exitPost])
	end := p.jump(step{kind: stepRejoin}, jump{change: c, index: at})
	p.jumps[turn].to = int32(len(p.steps))
	p.at = start
	p.crossBy(h, &p.layouts[corridors.Trucks][h.gate][h.exitPost])
	last := p.jump(step{kind: stepRejoin}, jump{change: c, index: at, once: true})
	p.jumps[end].to, p.jumps[last].to = int32(len(p.steps)), int32(len(p.steps))
}

// jump adds a step from which trucks may go on elsewhere.
func (p *planner) jump(s step, j jump) int {
	s.of = int32(len(p.jumps))
	p.jumps = append(p.jumps, j)
	p.add(s)
	return int(s.of)
}

// layTwice arranges the stages of a pair for trucks that stop twice where others stop once.
func (b *builder) layTwice(pair *corridors.GatePair) [2]layout {
	if !pair.Changes() {
		return [2]layout{}
	}
	old := *pair
	old.Inspection = [2]corridors.Inspection{}
	return [2]layout{b.layOut(&old, 0, corridors.Trucks), b.layOut(&old, 1, corridors.Trucks)}
}

// settleRegime decides how often a truck that reaches a pair stops there.
func (w *World) settleRegime(t *truck, s *step) {
	j := &w.model.jumps[s.of]
	once, chance := 0, j.change.chance(w.now)
	if chance == 1 || chance > 0 && w.draw(t, j.luck) < chance {
		once = 1
	}
	w.regimes[j.index].inside[once]++
	if once == 1 {
		w.happen(t, OneStopHolds)
		t.step = j.to - 1
		return
	}
	w.happen(t, TwoStopsHold)
}

// rejoin ends a crossing under one of two regimes.
func (w *World) rejoin(t *truck, s *step) {
	j := &w.model.jumps[s.of]
	once := 0
	if j.once {
		once = 1
	}
	if t.counted && t.cargo && t.plan.loaded {
		w.regimes[j.index].loaded[once].add(t.crossing[0] + t.crossing[1])
	}
	t.step = j.to - 1
	w.outOf(j.index, once)
}

// outOf notes that a truck no longer crosses under a regime. Its officers go over when nobody needs them.
func (w *World) outOf(index, once int) {
	w.regimes[index].inside[once]--
	if w.regimes[index].inside[once] == 0 {
		w.muster(w.model.changes[index].gate)
	}
}

// quit does the same for a truck that goes away before it has crossed.
func (w *World) quit(plan *itinerary, from int32) {
	for at := int(from); at < len(plan.steps); at++ {
		switch s := &plan.steps[at]; s.kind {
		case stepRejoin:
			if j := &w.model.jumps[s.of]; j.once {
				w.outOf(j.index, 1)
			} else {
				w.outOf(j.index, 0)
			}
			return
		case stepDrive, stepTravel, stepRegime, stepLeave:
			return
		}
	}
}

// arrangement of the officers of a direction now: those of a regime stay until the last truck that has
// begun under it is through.
func (w *World) arrangement(gate, entry int) corridors.Arrangement {
	at := w.model.changed[gate][entry]
	if at == none {
		all := w.model.setup.Corridor.Gates[gate].Inspection[entry].Arrangements()
		return all[len(all)-1]
	}
	now := w.model.changes[at].arranged(w.now)
	inside := &w.regimes[at].inside
	if now == corridors.ForTwo && inside[1] > 0 || now == corridors.ForOne && inside[0] > 0 {
		return corridors.ForBoth
	}
	return now
}

// startChanges schedules the changes of regime of a run.
func (w *World) startChanges() {
	clear(w.regimes)
	for i := range w.model.changes {
		for _, at := range w.model.changes[i].moments() {
			if at < Never {
				w.schedule(w.openSlot(), regimeChange, rankHours, at, int32(i))
			}
		}
	}
	w.startMuster()
}

// RegimeMeasure is the name of a measure of one direction of a gate pair whose regime changes.
func RegimeMeasure(gate, country, measure string) string {
	return "regime." + gate + "/" + country + "." + measure
}

// regimeMeasures tell the border times under either regime apart.
func (b *builder) regimeMeasures() (list []measure) {
	for i := range b.changes {
		pair := &b.setup.Corridor.Gates[b.changes[i].gate]
		country := pair.Posts[b.changes[i].entry].Country
		for once, name := range []string{"two_stop_h", "one_stop_h"} {
			list = append(list, measure{RegimeMeasure(pair.Name, country, name), func(w *World) (float64, bool) { return w.regimes[i].loaded[once].hours() }})
		}
	}
	return list
}
