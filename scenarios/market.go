package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// market reads how long trucks and return loads wait for one another, which load a truck takes, and what becomes
// of one that no truck takes.
func (r *reader) market(m *strict.Map, out *corridors.Return) {
	if l := r.optionalLaw(m, "max_wait"); l != nil {
		out.MaxWait = *l
	}
	if l := r.optionalLaw(m, "patience"); l != nil {
		out.Patience = *l
	}
	if out.Mode == corridors.TwoWay {
		out.Match = corridors.FirstCome
	}
	if match, given := m.Choice("match", texts(corridors.Matches())...); given {
		out.Match = corridors.Match(match)
	}
	out.Due = r.optionalLaw(m, "due")
	if v, there := m.At("match"); there && out.Match == corridors.NearestDue && !m.Has("due") {
		v.Problem(words.Say("scenario.no-due"), words.Phrase{}, words.Say("strict.add-line", "line", "due: 24 h"))
	}
	if sub, there := m.Sub("spot"); there {
		out.Spot = r.spot(sub)
	}
}

// spot reads `spot: {per_km: 1.7 USD/km}` or `{per_trip: 800 USD}`, or both, which add up.
func (r *reader) spot(m *strict.Map) *corridors.Spot {
	s := &corridors.Spot{}
	s.PerTrip, _ = r.money(m, "per_trip", quantity.Money)
	s.PerKm, _ = r.money(m, "per_km", quantity.MoneyPerLength)
	if !m.Has("per_trip") && !m.Has("per_km") {
		m.Require("per_km", "per_km: 1.7 USD/km")
	}
	m.Done()
	return s
}

// waitsInVain warns of trucks that wait for return loads which never come: none is offered to their flow, and no flow that
// shares its loads with it has any.
func (k *checker) waitsInVain() {
	for i := range k.corridor.Flows {
		f := &k.corridor.Flows[i]
		if f.Return.Mode != corridors.TwoWay || f.Return.MaxWait.Mean() == 0 || k.offered(f) {
			continue
		}
		m := item(k.top, "flows", f.Name)
		if sub, there := m.Sub("return"); there {
			if v, written := sub.At("loads"); written {
				v.Warn(words.Say("scenario.waits-in-vain", "flow", f.Name, "place", f.To), words.Say("scenario.waits-in-vain-help"))
			}
		}
	}
}

// offered says whether any return load ever comes that a flow's trucks may take.
func (k *checker) offered(f *corridors.Flow) bool {
	comes := f.Return.PerSecond > 0
	for _, p := range k.corridor.Pools {
		if !slices.Contains(p.Flows, f.Name) {
			continue
		}
		for _, other := range p.Flows {
			comes = comes || k.flowNamed(other).Return.PerSecond > 0
		}
	}
	return comes
}
