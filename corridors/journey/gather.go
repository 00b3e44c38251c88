package journey

import "hanhlang/sim"

// gathering is the parts of a flow's next load.
type gathering struct {
	timer  sim.Slot
	parts  []sim.Time
	stored sim.Time // when the first of them was put in store
	tonnes float64
	number uint32 // of the load before
	timed  bool   // the first part does not wait without end
}

// gatherBook sums up loads that were put together.
type gatherBook struct {
	loads, full, parts, places int64
	wait                       mean // of parts
}

// gather adds a part to the next load of its flow, which leaves when it is complete.
func (w *World) gather(part load) {
	g, rules := &w.gathers[part.flow], w.model.flows[part.flow].Gather
	if len(g.parts) == 0 {
		g.stored = part.stored
	}
	g.parts, g.tonnes = append(g.parts, part.since), g.tonnes+part.tonnes
	switch {
	case len(g.parts) == rules.Parts:
		w.sendGathered(part.flow)
	case len(g.parts) == 1 && rules.MaxWait != nil:
		g.timed = true
		w.coming++
		w.schedule(g.timer, gatheringEnds, rankTake, w.now+sim.FromSeconds(*rules.MaxWait), part.flow)
	}
}

// sendGathered makes a load of the parts that are there.
func (w *World) sendGathered(flow int32) {
	g, f := &w.gathers[flow], &w.model.flows[flow]
	if g.timed {
		g.timed = false
		w.coming--
		w.calendar.Cancel(g.timer)
	}
	g.number++
	l := load{
		flow: flow, number: g.number, ready: w.now, since: g.parts[0], stored: g.stored, tonnes: g.tonnes, parts: g.parts, carrier: none,
		counted: w.now >= w.model.setup.Horizon.WarmUp,
	}
	g.parts, g.tonnes = nil, 0
	w.noteGathered(&l, f.Gather.Parts)
	if f.haulier != none {
		w.await(l)
		return
	}
	w.dispatch(l)
}

// sendRest sends, when nobody is on the way any more, what has waited for more parts in vain; it says whether
// there was any.
func (w *World) sendRest() bool {
	some := false
	for i := range w.gathers {
		if len(w.gathers[i].parts) > 0 {
			some = true
			w.sendGathered(int32(i))
		}
	}
	return some
}

// noteGathered notes what a load was put together of.
func (w *World) noteGathered(l *load, places int) {
	if !l.counted {
		return
	}
	b := &w.books.gathered
	b.loads++
	b.parts += int64(len(l.parts))
	b.places += int64(places)
	if len(l.parts) == places {
		b.full++
	}
	for _, since := range l.parts {
		b.wait.add(l.ready - since)
	}
}

// gatherMeasures are those of loads that are put together.
func (b *builder) gatherMeasures() []measure {
	for i := range b.setup.Corridor.Flows {
		if b.setup.Corridor.Flows[i].Gather != nil {
			return []measure{
				{"consolidation_wait_h", func(w *World) (float64, bool) { return w.books.gathered.wait.hours() }},
				{"full_trucks_share", func(w *World) (float64, bool) { return share(w.books.gathered.full, w.books.gathered.loads) }},
				{"load_factor_share", func(w *World) (float64, bool) { return share(w.books.gathered.parts, w.books.gathered.places) }},
			}
		}
	}
	return nil
}
