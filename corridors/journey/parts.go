package journey

import (
	"slices"
	"strings"
)

// Parts are what a measure of one replication was taken from, so that replications can be put together as one.
type Parts struct {
	Over  float64   // of a ratio: the total that is so much for each
	Under float64   // what the measure is so much for each of: trucks, tonnes, trips, km; 0: it is no ratio
	Times []float64 // of a quantile: the times that it is one of, in ascending order [h]
	Share bool      // it is a share of Under trials
	At    float64   // of a quantile: the share of times that it exceeds
}

// Ask makes the outcomes of this world hold the parts of these measures, in their order; those of measures that have none are empty.
func (w *World) Ask(measures []string) {
	w.asked = measures
	for _, name := range measures {
		for _, q := range quantiles {
			w.singles[crossings].wanted = w.singles[crossings].wanted || name == "border_time_"+q.name+"_h"
			w.singles[deliveries].wanted = w.singles[deliveries].wanted || name == "door_to_door_"+q.name+"_h"
		}
	}
}

// parts of the measures that were asked for.
func (w *World) parts() []Parts {
	out := make([]Parts, len(w.asked))
	for i, name := range w.asked {
		out[i] = w.partsOf(name)
		if at := w.model.MeasureAt(name); at >= 0 {
			value, _ := w.model.measures[at].of(w)
			out[i].Over = float64(value * out[i].Under)
		}
	}
	return out
}

// partsOf a measure.
func (w *World) partsOf(name string) Parts {
	b := &w.books
	if target, ok := w.model.targetOf(name); ok {
		return Parts{Under: float64(b.timesOf(target.Of).Len()), Share: true}
	}
	for _, q := range quantiles {
		switch name {
		case "border_time_" + q.name + "_h":
			return Parts{Times: w.sorted(crossings), At: float64(q.p) / 100}
		case "door_to_door_" + q.name + "_h":
			return Parts{Times: w.sorted(deliveries), At: float64(q.p) / 100}
		}
	}
	switch name {
	case "border_time_h", "border_time_open_h", "queue_wait_h", "closed_wait_h", "blocked_h", "service_h":
		return Parts{Under: float64(b.loaded.Len())}
	case "door_to_door_h":
		return Parts{Under: float64(b.doors.Len())}
	case "cost_per_tonne_usd":
		return Parts{Under: b.tonnes}
	case "cost_per_trip_usd", "round_trip_h":
		return Parts{Under: float64(b.trips)}
	case "cost_per_truck_km_usd":
		return Parts{Under: b.km}
	case "cost_per_tkm_usd", "co2e_g_per_tkm":
		return Parts{Under: b.purses.tkm}
	case "empty_km_share":
		return Parts{Under: b.km} // of km, which are no trials
	case "return_load_share":
		return Parts{Under: float64(b.market().sought), Share: true}
	}
	return w.byCountry(name)
}

// byCountry are the parts of the border time in one country.
func (w *World) byCountry(name string) Parts {
	for _, c := range w.model.setup.Corridor.Countries {
		if name == "border_time_"+strings.ToLower(c.Code)+"_h" {
			return Parts{Under: float64(w.books.loaded.Len())}
		}
	}
	return Parts{}
}

// targetOf finds the target whose share has a name.
func (m *Model) targetOf(name string) (Target, bool) {
	for _, t := range m.setup.Targets {
		if name == "share_within_"+t.Name {
			return t, true
		}
	}
	return Target{}, false
}

// sorted are the single times behind a measure, in ascending order [h].
func (w *World) sorted(of serial) []float64 {
	out := make([]float64, 0, len(w.singles[of].all))
	for _, one := range w.singles[of].all {
		out = append(out, inHours(one.lasted))
	}
	slices.Sort(out)
	return out
}
