package journey

import (
	"slices"

	"hanhlang/corridors"
)

// flowBook is the round trips of one flow of trucks. It is kept where there are several.
type flowBook struct {
	trips, sought, matched int64
	money                  int64 // [micro-USD]
	tonnes, km, emptyKm    float64
	doors                  mean
}

// FlowMeasure is the name of a measure of one flow: cost_per_tonne_usd and the like.
func FlowMeasure(flow, measure string) string { return "flow." + flow + "." + measure }

// keepsFlows says whether flows are told apart: there are several of trucks.
func (m *Model) keepsFlows() bool {
	trucks := 0
	for i := range m.flows {
		if m.flows[i].Traffic == corridors.Trucks && m.flows[i].Backlog == nil {
			trucks++
		}
	}
	return trucks > 1
}

// noteFlow enters the round trip of a truck that leaves in the book of its flow.
func (w *World) noteFlow(t *truck) {
	if w.books.flows == nil || !t.counted || !t.cargo || !w.model.KeepsMoney() {
		return
	}
	b := &w.books.flows[t.flow]
	b.trips++
	a := w.accountOf(t)
	b.money += a.total()
	b.tonnes += a.tonnes
	b.km += a.km
	b.emptyKm += a.emptyKm
}

// chainCost is the cost per tonne of a flow. Where it carries on the loads of others, their round trips are in it.
func (b *builder) chainCost(last int) func(w *World) (float64, bool) {
	chain := []int{last}
	for at := last; b.flows[at].Arrivals.After != nil && len(chain) <= len(b.flows); chain = append(chain, at) {
		before := b.flows[at].Arrivals.After.Flow
		at = slices.IndexFunc(b.flows, func(f flow) bool { return f.Name == before })
	}
	return func(w *World) (float64, bool) {
		money, tonnes := int64(0), 0.0
		for _, i := range chain {
			money += w.books.flows[i].money
			tonnes += w.books.flows[i].tonnes
		}
		return w.books.cost(money, tonnes)
	}
}

// byFlowMeasures tell the flows of trucks apart.
func (b *builder) byFlowMeasures() []measure {
	if !b.keepsFlows() {
		return nil
	}
	var list []measure
	for i := range b.flows {
		if b.flows[i].Traffic != corridors.Trucks {
			continue
		}
		of := func(name string) string { return FlowMeasure(b.flows[i].Name, name) }
		list = append(list,
			measure{of("cost_per_tonne_usd"), b.chainCost(i)},
			measure{of("door_to_door_h"), func(w *World) (float64, bool) { return w.books.flows[i].doors.hours() }},
			measure{of("return_load_share"), func(w *World) (float64, bool) { return share(w.books.flows[i].matched, w.books.flows[i].sought) }},
			measure{of("empty_km_share"), func(w *World) (float64, bool) {
				f := &w.books.flows[i]
				return ratio(f.emptyKm, f.km)
			}},
		)
	}
	return list
}
