package journey

import (
	"hanhlang/sim"
)

// Stages of a group are done beside one another: they begin together, and the truck goes on when all are
// done. The stage that ends last, of equals the last to be booked out, owns the whole stretch in the truck's ledger, with its
// waits and its service. The others were done in its shadow: they count at their stations and in the
// rows of stages, apart from the time of the truck.
//
// Each stage under way is a branch: it waits and is served like a truck, in an entry of its own
// right behind the entry of its truck.

// branch is one stage of a group, under way for a truck.
type branch struct {
	of    int32 // truck; none: the entry is that of a truck
	spans []span
	begun int32 // of a truck: branches begun last,
	open  int32 // of which so many are under way
}

// span is a stretch of the time of a branch.
type span struct {
	stretch
	activity    Activity
	mending     bool // its server is being repaired
	interrupted bool // it is service, and not the end of it
}

// widen makes room for the branches that trucks of a plan can have at one time.
func (m *Model) widen(steps []step) {
	for i := range steps {
		if steps[i].kind == stepPart {
			m.branches = max(m.branches, steps[i].of)
		}
	}
}

// together adds the duties of a side, those of a group behind the step at which a truck begins them all.
func (p *planner) together(duties []duty, add func(*duty)) {
	for i := 0; i < len(duties); {
		group, at := &duties[i], len(p.steps)
		for ; i < len(duties) && (&duties[i] == group || group.isBeside(&duties[i])); i++ {
			add(&duties[i])
		}
		p.part(group.asks.Beside, at)
	}
}

// isBeside says whether two duties are of one group.
func (d *duty) isBeside(other *duty) bool {
	return d.asks.Beside != "" && d.asks.Beside == other.asks.Beside && d.side == other.side
}

// part puts the step at which the stages of a group begin before them; what its trucks do without taking
// time, such as leaving a yard, they do before it. There may be fewer stages than the file has, for
// trucks of this plan; one alone is beside nobody.
func (p *planner) part(group string, from int) {
	var before, members []step
	for _, s := range p.steps[from:] {
		if s.kind == stepServe || s.kind == stepAttend {
			members = append(members, s)
		} else {
			before = append(before, s)
		}
	}
	if len(members) < 2 {
		return
	}
	p.steps = append(p.steps[:from], before...)
	p.add(step{kind: stepPart, name: group, of: int32(len(members))})
	p.steps = append(p.steps, members...)
	for i := range members {
		p.rows[members[i].row].Beside = group
	}
}

// begin starts the stages of a group that a truck passes; it says whether there is any. Without one the truck stays
// where it is.
func (w *World) begin(id int32, t *truck, s *step) bool {
	first, n := t.step+1, int32(0)
	t.step += s.of
	for i := range s.of {
		member := &t.plan.steps[first+i]
		if t.plan.steps[first+i].passes.shuts(t.papers.channel(), t.papers.declared()) || member.asks && !w.meets(t, member) {
			continue
		}
		if n == 0 {
			w.release(t)
			w.leaveStrip(t, s.place)
		}
		n++
		b := w.trucks.at(id + n)
		*b = *t
		b.id, b.here, b.phase, b.rows = id+n, member, ready, false
		w.branches[id+n].spans = w.branches[id+n].spans[:0]
	}
	if n == 0 {
		return false
	}
	t.become(parted)
	t.since, w.branches[id].begun, w.branches[id].open = w.now, n, n
	for i := range n {
		b := w.trucks.at(id + 1 + i)
		if b.here.kind == stepServe {
			w.join(id+1+i, b, b.here)
		} else {
			w.start(id+1+i, b, inService, b.here)
		}
	}
	return true
}

// keep notes a stretch of the time of a branch until it is known whose it is.
func (w *World) keep(id int32, s span) {
	w.branches[id].spans = append(w.branches[id].spans, s)
}

// endBranch ends a stage of a group; with the last one the truck goes on.
func (w *World) endBranch(id int32) {
	b := w.trucks.at(id)
	w.release(b)
	b.become(gone)
	parent := w.branches[id].of
	t, all := w.trucks.at(parent), &w.branches[parent]
	all.open--
	if all.open > 0 {
		return
	}
	for i := range all.begun {
		w.bookBranch(t, parent+1+i, parent+1+i == id)
	}
	for i := range all.begun {
		s := w.trucks.at(parent + 1 + i).here
		w.chargeFee(t, s.line, s)
	}
	w.walk(parent)
}

// bookBranch enters the time of a branch: in the truck's ledger if it was the last one, else as time in the
// shadow of that.
func (w *World) bookBranch(t *truck, id int32, last bool) {
	s := w.trucks.at(id).here
	t.here = s
	counts := (t.side >= 0 || t.depot) && t.rows
	for _, span := range w.branches[id].spans {
		w.mending = span.mending
		if last {
			w.bookSpan(t, span.activity, s, span.from, span.to)
			if counts && span.interrupted {
				w.books.rows[w.row(t, s)].passed--
			}
		} else if counts {
			w.books.rows[s.row].shadow += span.to - span.from
		}
		if !last && w.log != nil && t.cargo && span.to > span.from {
			w.logShadow(t, s, span)
		}
	}
	w.mending = false
	if !last && counts {
		w.books.rows[s.row].shadowed++
	}
}

// logShadow hands a stretch that is no part of the truck's own time to the log.
func (w *World) logShadow(t *truck, s *step, of span) {
	fact := w.fact(t, ShadowFact)
	r := &w.model.rows[s.row]
	fact.From, fact.To, fact.Activity, fact.Broken = of.from, of.to, of.activity, of.mending
	fact.Stage, fact.Owner, fact.Place, fact.Country, fact.Beside = r.Stage, r.Owner, r.Place, r.Country, r.Beside
	w.log.Record(fact)
}

// besideMeasures are there only for stages that are done beside others.
func (b *builder) besideMeasures(i int) []measure {
	r := &b.rows[i]
	if r.Beside == "" {
		return nil
	}
	name := "stage." + r.Place + "/" + r.Stage
	return []measure{
		{name + ".last_share", func(w *World) (float64, bool) {
			row := &w.books.rows[i]
			return share(row.passed, row.passed+row.shadowed)
		}},
		{name + ".shadow_h", func(w *World) (float64, bool) {
			return w.books.perCrossing(w.books.rows[i].shadow)
		}},
	}
}

// timeOf is the time that trucks spent in a stage, in the shadow of others or not, over those that passed it.
func (r *rowBook) timeOf() (hours float64, ok bool) {
	sum := r.shadow
	for _, d := range r.time {
		sum += d
	}
	return meanHours(sum, int(r.passed+r.shadowed))
}

// reserve makes entries for the branches of a truck, behind its own.
func (w *World) reserve(id int32) {
	if w.model.branches == 0 {
		return
	}
	for range w.model.branches {
		w.addEntry()
	}
	for at := int32(len(w.branches)); int(at) < w.trucks.count; at++ {
		b := branch{of: id}
		if at == id {
			b.of = none
		}
		w.branches = append(w.branches, b)
	}
}

// isBranch says whether an entry is that of a branch. Entries keep to what they are for.
func (w *World) isBranch(id int32) bool { return w.branches != nil && w.branches[id].of != none }

// spanOf is a stretch of a branch as it is booked.
func (w *World) spanOf(t *truck, a Activity, from, to sim.Time) span {
	return span{stretch: stretch{from, to}, activity: a, mending: t.phase == interrupted}
}
