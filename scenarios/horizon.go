package scenarios

import (
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/sim"
)

// The horizon of a scenario that does not say: long enough to see a month after a week.
const (
	usualWarmUp = 7 * sim.Day
	usualLength = 28 * sim.Day
)

// usualHorizon is that of who does not say.
func usualHorizon() journey.Horizon {
	return journey.Horizon{Start: usualStart(), WarmUp: usualWarmUp, Length: usualLength, After: journey.Drain}
}

// horizonKeys reads warm-up, length and what happens after. Integer time would reach further than
// longestTime, but no result its reader.
func horizonKeys(m *strict.Map, h *journey.Horizon) {
	if q, given := m.Quantity("warm_up", quantity.Time, quantity.Between(0, longestTime).AsLimit()); given {
		h.WarmUp = sim.FromSeconds(q.Seconds())
	}
	m.Help("length", words.Say("scenario.length-help", "warm_up", written(h.WarmUp)))
	if q, given := m.Quantity("length", quantity.Time, quantity.MoreThan(0).UpTo(longestTime).AsLimit()); given {
		h.Length = sim.FromSeconds(q.Seconds())
	}
	if after, given := m.Choice("after", texts(journey.Afters())...); given {
		h.After = journey.After(after)
	}
}

// written is a time as a file has it.
func written(t sim.Time) string {
	return quantity.Quantity{Value: t.Seconds(), Dim: quantity.Time}.String()
}

// targets reads the times within which a share of trucks is asked for.
func (r *reader) targets(top *strict.Map) []journey.Target {
	var out []journey.Target
	items, _ := r.items(top, "targets")
	for _, m := range items {
		t := journey.Target{}
		t.Name, _ = m.Text("name")
		of, _ := m.Choice("of", texts(journey.TargetsOf())...)
		t.Of = journey.TargetOf(of)
		if q, given := m.Quantity("within", quantity.Time, anyTime()); given {
			t.Within = sim.FromSeconds(q.Seconds())
		}
		m.Done()
		out = append(out, t)
	}
	return out
}
