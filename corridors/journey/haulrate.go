package journey

import "hanhlang/corridors"

// perSecond is how many trucks of a flow set out on the days that a horizon watches [1/s]: as many as loads come, or
// as many as a haulier can send.
func (m *Model) perSecond(f *flow, h Horizon) float64 {
	if !f.apart {
		return f.perSecond(h)
	}
	loads := f.perSecond(h)
	if f.Arrivals.After != nil {
		for i := range m.flows { // a chain has an end
			if m.flows[i].Name == f.Arrivals.After.Flow {
				loads = m.perSecond(&m.flows[i], h)
			}
		}
	}
	if f.Gather != nil {
		loads = trucksOf(f.Gather, loads)
	}
	if f.haulier == none {
		return loads
	}
	fleet := &m.hauliers[f.haulier]
	most := float64(fleet.trucks) / m.cycle(f)
	if f.Arrivals.Always {
		return most / float64(len(fleet.flows))
	}
	return min(loads, most)
}

// cycle is what a haul takes on a day without queues, home empty [s].
func (m *Model) cycle(f *flow) float64 {
	sum := 0.0
	plans := []int{f.toLoad, f.out, f.toBase}
	if f.Return.Mode != corridors.NoReturn {
		plans = append(plans, f.empty)
	}
	for _, plan := range plans {
		sum += m.lasts(&m.plans[plan])
	}
	return max(sum, 1)
}

// lasts is what an itinerary takes, by the nearest of ways where there is a choice [s].
func (m *Model) lasts(plan *itinerary) (seconds float64) {
	course, _ := m.reckon(plan)
	for i := range course {
		seconds += course[i].takes
	}
	switch last := &plan.steps[len(plan.steps)-1]; last.kind {
	case stepChoose:
		seconds += m.forks[last.of].ways[0].hours()
	case stepSplit:
		seconds += m.splits[last.of].ways[0].hours()
	}
	return seconds
}

// trucksOf is how many trucks leave when so many parts come [1/s].
func trucksOf(g *corridors.Consolidation, parts float64) float64 {
	least := parts / float64(g.Parts)
	if g.MaxWait == nil || parts == 0 {
		return least
	}
	return max(least, 1/(*g.MaxWait+1/parts))
}
