package journey

import "hanhlang/sim"

// gateBook is the traffic of one gate pair. It is kept where there are several.
type gateBook struct {
	crossings int64 // of the window, loaded and empty
	loaded    mean  // border time of loaded crossings
}

// noteGate notes a completed crossing of a pair.
func (w *World) noteGate(t *truck, gate int32, border sim.Time) {
	b := &w.books.gates[gate]
	if w.inWindow && t.cargo {
		b.crossings++
	}
	if t.counted && t.cargo && t.plan.loaded {
		b.loaded.add(border)
	}
}

// GateMeasure is the name of a measure of one gate pair: trucks_per_day or border_time_h.
func GateMeasure(gate, measure string) string { return "gate." + gate + "." + measure }

// gateMeasures tell the gate pairs of a corridor apart; there are none where there is one pair only.
func (b *builder) gateMeasures() []measure {
	if len(b.gates) < 2 {
		return nil
	}
	days := float64(b.setup.Horizon.Length) / float64(sim.Day)
	var list []measure
	for i := range b.gates {
		list = append(list,
			measure{GateMeasure(b.gates[i].name, "trucks_per_day"), func(w *World) (float64, bool) {
				return float64(w.books.gates[i].crossings) / days, true
			}},
			measure{GateMeasure(b.gates[i].name, "border_time_h"), func(w *World) (float64, bool) { return w.books.gates[i].loaded.hours() }},
		)
	}
	return list
}
