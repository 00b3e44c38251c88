package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// vessels reads the liners that call at a port.
func (r *reader) vessels(m *strict.Map, d *corridors.Depot) {
	items, _ := r.items(m, "vessels")
	if v, there := m.At("vessels"); there && d.Kind == corridors.ICD {
		v.Problem(words.Say("scenario.no-sea"), words.Phrase{}, words.Say("strict.write", "text", "kind: port"))
	}
	for _, item := range items {
		d.Vessels = append(d.Vessels, r.vessel(item))
	}
}

func (r *reader) vessel(m *strict.Map) corridors.Vessel {
	v := corridors.Vessel{}
	v.Name, _ = m.Text("name")
	slashless(m)
	if days, there := m.At("days"); there {
		v.Days = weekdays(days)
	}
	if clock, given := m.Clock("at"); given {
		v.At = int(clock.Seconds())
	}
	v.Delay = r.optionalLaw(m, "delay")
	v.CutOff, _ = r.time(m, "cut_off")
	v.Discharge, _ = r.time(m, "discharge")
	m.Done()
	return v
}

// landing reads with which vessel the loads of a flow come.
func (r *reader) landing(flow *strict.Map) *corridors.Landing {
	m, there := flow.Sub("landing")
	if !there {
		return nil
	}
	m.Require("vessel", "vessel: feeder")
	l := corridors.Landing{Dwell: r.optionalLaw(m, "dwell")}
	l.Vessel, _ = m.Text("vessel")
	m.Done()
	return &l
}

// lands checks that the vessel of a flow calls at its origin.
func (k *checker) lands(f *corridors.Flow) {
	if f.Landing == nil {
		return
	}
	m, _ := item(k.top, "flows", f.Name).Sub("landing")
	v, _ := m.At("vessel")
	var names []string
	if port := k.corridor.Depot(f.From); port != nil {
		for _, vessel := range port.Vessels {
			names = append(names, vessel.Name)
		}
	}
	if !slices.Contains(names, f.Landing.Vessel) {
		report(v, words.Say("scenario.unknown-vessel", "name", f.Landing.Vessel, "port", f.From), f.Landing.Vessel, names)
	}
}
