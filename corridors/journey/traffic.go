package journey

import "hanhlang/corridors"

// Traffic is how many cargo trucks a day drive each leg of the corridor, both ways together, and cross each gate pair, on the days
// that are watched; from the data alone, with every way taken as often as is usual.
func (m *Model) Traffic() (legs, gates []float64) {
	c := m.setup.Corridor
	legs, gates = make([]float64, len(c.Legs)), make([]float64, len(c.Gates))
	h := m.setup.Horizon
	gateOf := make(map[string]int)
	for i := range c.Gates {
		for k := range c.Gates[i].Posts {
			gateOf[c.Gates[i].Posts[k].Name] = i
		}
	}
	for i := range m.plans {
		plan := &m.plans[i]
		f := &m.flows[plan.flow]
		if f.Traffic == corridors.Others {
			continue
		}
		perDay := float64(m.rateOf(plan, m.perSecond(f, h), h) * plan.chance * secondsPerDay)
		for k := range plan.steps {
			switch s := &plan.steps[k]; s.kind {
			case stepDrive, stepTravel:
				legs[m.roads[s.of].leg] += perDay
			case stepApproach:
				if m.approaches[s.of].depot == none && m.approaches[s.of].side == 1 {
					gates[gateOf[m.places[s.place].name]] += perDay
				}
			}
		}
	}
	return legs, gates
}
