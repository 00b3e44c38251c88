package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/seeds/law"
)

func (r *reader) readFlows(top *strict.Map) []corridors.Flow {
	var out []corridors.Flow
	items, sure := r.someItems(top, "flows")
	r.flows.addAll(items, sure)
	for _, m := range items {
		r.ways = append(r.ways, m)
		out = append(out, r.flow(m))
	}
	return out
}

// flow reads a stream of vehicles.
func (r *reader) flow(m *strict.Map) corridors.Flow {
	f := corridors.Flow{Traffic: corridors.Trucks}
	f.Name, _ = m.Text("name")
	f.From, _ = m.Text("from")
	f.To, _ = m.Text("to")
	if kind, given := m.Choice("traffic", texts(corridors.TrafficKinds())...); given {
		f.Traffic = corridors.Traffic(kind)
	}
	if sub, there := m.Sub("arrivals"); there {
		f.Arrivals = r.arrivals(sub, f.From)
	}
	f.Backlog = r.backlog(m)
	f.Payload, _ = r.payload(m)
	f.Cargo = r.cargo(m)
	noCargo(m, f.Traffic)
	f.Load = r.optionalLaw(m, "loading")
	f.Unload = r.optionalLaw(m, "unloading")
	if sub, there := m.Sub("return"); there {
		f.Return = r.returns(sub)
	}
	r.haul(m, &f)
	r.zoneTrucks(m, &f)
	f.Choice = r.choice(m)
	f.Via = r.visits(m)
	f.Landing = r.landing(m)
	choosesWay(m, &f)
	m.Done()
	return f
}

// Bounds of what one truck carries [t].
const (
	lightestLoad = 0.001
	heaviestLoad = 200
)

func (r *reader) payload(m *strict.Map) (float64, bool) {
	s := inBase(quantity.Mass, quantity.Between(lightestLoad, heaviestLoad))
	s.help = words.Say("scenario.no-payload-help")
	return r.plain(m, "payload", s)
}

// longestWait is the longest wait, gap or time that a flow may name [s]: ten years.
const longestWait = 3650 * 24 * secondsPerHour

// anyTime are the bounds of a time for which there are no better ones [s].
func anyTime() quantity.Bounds { return quantity.Between(0, longestWait) }

func (r *reader) time(m *strict.Map, key string) (float64, bool) {
	return r.quantity(m, key, quantity.Time, anyTime())
}

// returns reads how trucks come home.
func (r *reader) returns(m *strict.Map) corridors.Return {
	out := corridors.Return{}
	m.Require("mode", "mode: one-way")
	mode, _ := m.Choice("mode", texts(corridors.ReturnModes())...)
	out.Mode = corridors.ReturnMode(mode)
	if out.Mode == corridors.TwoWay {
		needLoads(m)
	}
	out.PerSecond, _ = r.perSecond(m, "loads")
	out.Payload, _ = r.payload(m)
	out.Cargo = r.cargo(m)
	r.market(m, &out)
	m.Done()
	return out
}

// needLoads reports what two-way haulage must know, where it is asked for: an overlay that asks for
// it lies over a way home that did not need it.
func needLoads(m *strict.Map) {
	var lacks, lines []any
	for _, line := range []string{"loads: 60/day", "payload: 24 t", "max_wait: 12 h", "patience: 24 h"} {
		if !m.Has(keyOf(line)) {
			lacks, lines = append(lacks, "`"+keyOf(line)+"`"), append(lines, "`"+line+"`")
		}
	}
	if len(lacks) == 0 {
		return
	}
	v, _ := m.At("mode")
	v.Problem(words.Say("scenario.two-way-needs", "keys", words.And(lacks...)), words.Phrase{}, words.Say("scenario.two-way-help", "lines", words.And(lines...)))
}

// optionalLaw reads a time that may be absent.
func (r *reader) optionalLaw(m *strict.Map, key string) *law.Law {
	v, there := m.At(key)
	if !there {
		return nil
	}
	l, ok := r.law(v)
	if !ok {
		return nil
	}
	return &l
}
