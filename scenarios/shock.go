package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// Bounds of a shock: the slowest road [share of its speed], and the fewest trucks over a bridge [1/h].
const (
	slowestRoad    = 0.01
	fewestOnBridge = 0.01
)

// readShocks reads what befalls roads for a time.
func (r *reader) readShocks(top *strict.Map) []corridors.Shock {
	var out []corridors.Shock
	items, _ := r.items(top, "shocks")
	for _, m := range items {
		out = append(out, r.shock(m))
	}
	return out
}

// does are the keys that say what a shock does, each in a line that would do.
var does = []string{"closed: true", "speed: 50 %", "passes: 20/h", "heaviest_load: 18 t"}

func (r *reader) shock(m *strict.Map) corridors.Shock {
	s := corridors.Shock{}
	s.Name, _ = m.Text("name")
	s.Roads = r.roadsOf(m)
	s.From, s.To = r.spanOf(m)
	s.Closed, _ = m.Flag("closed")
	s.Speed, _ = r.plain(m, "speed", scale{read: roadSpeed, stated: inUnits(quantity.Pure)})
	perHour, _ := r.quantity(m, "passes", quantity.PerTime, quantity.Between(fewestOnBridge, busiest))
	s.PerSecond = perHour / secondsPerHour
	s.HeaviestLoad, _ = r.quantity(m, "heaviest_load", quantity.Mass, quantity.Between(lightestLoad, heaviestLoad))
	if !slices.ContainsFunc(does, func(line string) bool { return m.Has(keyOf(line)) }) {
		m.Problem(words.Say("scenario.idle-shock"), words.Phrase{}, words.Say("strict.add-line", "line", does[0]))
	}
	m.Done()
	return s
}

// roadSpeed reads a share of the usual speed, which is not 0: a road on which nobody moves is closed.
func roadSpeed(v *strict.Value) (float64, bool) {
	x, ok := v.AsShare()
	if ok && x < slowestRoad {
		v.Problem(words.Say("scenario.standstill"), words.Phrase{}, words.Say("strict.write", "text", "closed: true"))
		ok = false
	}
	return x, ok
}

// roadsOf reads the roads that a shock befalls, by the names of their legs.
func (r *reader) roadsOf(m *strict.Map) []string {
	v, there := m.At("roads")
	if !there {
		return nil
	}
	items := []*strict.Value{v}
	if v.IsList() {
		items = m.ListOfSome("roads")
	}
	var out []string
	for _, item := range items {
		if name, known := r.roads.findValue(item); known {
			out = append(out, name)
		}
	}
	return out
}

// spanOf reads from when a shock lasts, and until when or how long [s].
func (r *reader) spanOf(m *strict.Map) (from, to float64) {
	first, okFrom := m.Moment("from")
	last, okTo := m.Moment("to")
	lasts, okLasts := r.quantity(m, "lasts", quantity.Time, quantity.MoreThan(0).UpTo(longestWait))
	from, to = first.Seconds(), last.Seconds()
	switch {
	case m.Has("to") && m.Has("lasts"):
		end, _ := m.At("to")
		length, _ := m.At("lasts")
		r.latest(end, length).Problem(words.Say("scenario.to-and-lasts"), words.Phrase{}, words.Say("strict.delete-one"))
	case okLasts:
		to = from + lasts
	case !m.Has("to") && !m.Has("lasts"):
		m.Require("lasts", "lasts: 7 days")
	case okFrom && okTo && to <= from:
		end, _ := m.At("to")
		begin, _ := m.At("from")
		r.latest(end, begin).Problem(words.Say("scenario.shock-ends", "from", first.String(), "to", last.String()), words.Phrase{}, words.Phrase{})
	}
	return from, to
}
