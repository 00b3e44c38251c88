package report

import (
	"slices"
	"strings"
	"sync"

	"hanhlang/corridors/words"
)

// Definition is one row of the catalogue of measures. A part of the name in angle brackets stands for whatever the name has in
// its place: station.<name>.utilisation_share covers the utilisation of every station.
type Definition struct {
	Name    string
	Unit    string
	Shown   bool // in tables for reading; the others are in JSON and CSV, and in tables when the study names them
	Signed  bool // may be below zero; without it, only what is counted in money may
	Special bool // of one station or yard, in a table of such: only what a post has is measured there
	of      string
}

// Measures lists every measure there is, in the order in which tables show them. A new measure is one row here, and its title
// and explanation in the words under measure.<name>. Rows with a part in brackets come last: an exact name goes before a pattern
// that it also fits.
func Measures() []Definition { return slices.Clone(catalogued()) }

// catalogued is the catalogue, made once; nobody changes it.
var catalogued = sync.OnceValue(func() []Definition {
	return slices.Concat(wholeNames(), moneyMeasures(), haulMeasures(), roadMeasures(), patterns())
})

// wholeNames are the measures that have one name.
func wholeNames() []Definition {
	return []Definition{
		{Name: "border_time_h", Unit: "h", Shown: true},
		{Name: "border_time_vn_h", Unit: "h", Shown: true},
		{Name: "border_time_la_h", Unit: "h", Shown: true},
		{Name: "border_time_th_h", Unit: "h", Shown: true},
		{Name: "border_time_mm_h", Unit: "h", Shown: true},
		{Name: "border_time_cn_h", Unit: "h", Shown: true},
		{Name: "border_time_kh_h", Unit: "h", Shown: true},
		{Name: "border_time_open_h", Unit: "h"},
		{Name: "border_time_p50_h", Unit: "h"},
		{Name: "border_time_p90_h", Unit: "h"},
		{Name: "border_time_p95_h", Unit: "h", Shown: true},
		{Name: "border_time_p99_h", Unit: "h"},
		{Name: "border_time_empty_h", Unit: "h"},
		{Name: "border_time_transit_h", Unit: "h", Shown: true},
		{Name: "border_time_trusted_h", Unit: "h", Shown: true},
		{Name: "border_and_depot_time_h", Unit: "h", Shown: true},
		{Name: "door_to_vessel_h", Unit: "h", Shown: true},
		{Name: "door_to_door_h", Unit: "h", Shown: true},
		{Name: "door_to_door_p50_h", Unit: "h"},
		{Name: "door_to_door_p90_h", Unit: "h"},
		{Name: "door_to_door_p95_h", Unit: "h", Shown: true},
		{Name: "door_to_door_p99_h", Unit: "h"},
		{Name: "queue_wait_h", Unit: "h", Shown: true},
		{Name: "closed_wait_h", Unit: "h", Shown: true},
		{Name: "blocked_h", Unit: "h", Shown: true},
		{Name: "service_h", Unit: "h", Shown: true},
		{Name: "trader_entry_h", Unit: "h"},
		{Name: "paper_fallback_share", Unit: "share", Shown: true},
		{Name: "return_load_wait_h", Unit: "h"},
		{Name: "return_load_share", Unit: "share", Shown: true},
		{Name: "return_load_door_to_door_h", Unit: "h"},
		{Name: "return_load_at_once_share", Unit: "share"},
		{Name: "return_load_seeking_trucks", Unit: "trucks"},
		{Name: "return_loads_waiting_loads", Unit: "loads"},
		{Name: "return_loads_wait_h", Unit: "h"},
		{Name: "taken_return_loads_per_day", Unit: "loads/day"},
		{Name: "return_loads_unmatched_share", Unit: "share"},
		{Name: "spot_loads_per_day", Unit: "loads/day"},
		{Name: "spot_share", Unit: "share", Shown: true},
		{Name: "spot_cost_per_load_usd", Unit: "USD/load", Shown: true},
		{Name: "round_trip_h", Unit: "h"},
		{Name: "trucks_per_day", Unit: "trucks/day", Shown: true},
		{Name: "loads_per_day", Unit: "loads/day"},
		{Name: "tonnes_per_day", Unit: "t/day"},
		{Name: "cost_per_tonne_usd", Unit: "USD/t", Shown: true},
		{Name: "cost_per_trip_usd", Unit: "USD/trip", Shown: true},
		{Name: "cost_per_truck_km_usd", Unit: "USD/km"},
		{Name: "empty_km_share", Unit: "share", Shown: true},
		{Name: "other_border_time_h", Unit: "h"},
		{Name: "inside_end_trucks", Unit: "trucks"},
		{Name: "backlog_at_close_trucks", Unit: "trucks"},
		{Name: "share_before_opening", Unit: "share"},
	}
}

// moneyMeasures are those of money beside its sums, of fuel, and of what time costs goods.
func moneyMeasures() []Definition {
	return []Definition{
		{Name: "cost_per_tkm_usd", Unit: "USD/tkm"},
		{Name: "cost_per_load_usd", Unit: "USD/load"},
		{Name: "unassigned_cost_share", Unit: "share"},
		{Name: "generalised_cost_per_tonne_usd", Unit: "USD/t", Shown: true},
		{Name: "goods_time_value_per_tonne_usd", Unit: "USD/t", Shown: true},
		{Name: "goods_spoilage_per_tonne_usd", Unit: "USD/t", Shown: true},
		{Name: "litres_per_trip", Unit: "l/trip"},
		{Name: "litres_loaded_per_trip", Unit: "l/trip"},
		{Name: "litres_empty_per_trip", Unit: "l/trip"},
		{Name: "litres_idling_per_trip", Unit: "l/trip"},
		{Name: "co2e_kg_per_trip", Unit: "kg/trip"},
		{Name: "co2e_g_per_tkm", Unit: "g/tkm", Shown: true},
	}
}

// haulMeasures are those of loads that come in parts or go from truck to truck, and of trucks that may not go at once.
func haulMeasures() []Definition {
	return []Definition{
		{Name: "consolidation_wait_h", Unit: "h", Shown: true},
		{Name: "full_trucks_share", Unit: "share", Shown: true},
		{Name: "load_factor_share", Unit: "share", Shown: true},
		{Name: "transfer_wait_h", Unit: "h", Shown: true},
		{Name: "permit_wait_h", Unit: "h", Shown: true},
		{Name: "quota_wait_h", Unit: "h", Shown: true},
	}
}

// roadMeasures are those of trucks between the gates.
func roadMeasures() []Definition {
	return []Definition{
		{Name: "rest_h", Unit: "h", Shown: true},
		{Name: "road_wait_h", Unit: "h", Shown: true},
		{Name: "detour_share", Unit: "share", Shown: true},
		{Name: "detour_km", Unit: "km", Shown: true},
		{Name: "detour_h", Unit: "h", Shown: true, Signed: true},
		{Name: "detour_usd", Unit: "USD/trip", Shown: true},
	}
}

// patterns are the measures that there are of many things, each of a name.
func patterns() []Definition {
	return []Definition{
		{Name: "border_time_<country>_h", Unit: "h"},
		{Name: "share_within_<target>", Unit: "share"},
		{Name: "cost_<line>_usd", Unit: "USD/trip"},
		{Name: "flow.<name>.cost_per_tonne_usd", Unit: "USD/t"},
		{Name: "flow.<name>.cost_per_load_out_usd", Unit: "USD/load"},
		{Name: "flow.<name>.cost_per_load_home_usd", Unit: "USD/load"},
		{Name: "flow.<name>.door_to_door_h", Unit: "h"},
		{Name: "flow.<name>.return_load_share", Unit: "share"},
		{Name: "flow.<name>.empty_km_share", Unit: "share"},
		{Name: "depot.<name>.trucks_per_day", Unit: "trucks/day"},
		{Name: "depot.<name>.time_h", Unit: "h"},
		{Name: "depot.<name>.export_dwell_h", Unit: "h"},
		{Name: "depot.<name>.import_dwell_h", Unit: "h"},
		{Name: "depot.<name>.door_to_vessel_h", Unit: "h"},
		{Name: "gate.<name>.trucks_per_day", Unit: "trucks/day"},
		{Name: "gate.<name>.border_time_h", Unit: "h"},
		{Name: "regime.<name>.one_stop_h", Unit: "h", Special: true},
		{Name: "regime.<name>.two_stop_h", Unit: "h", Special: true},
		{Name: "post.<name>.waiting_most_trucks", Unit: "trucks"},
		{Name: "post.<name>.waiting_end_trucks", Unit: "trucks"},
		{Name: "post.<name>.first_hour_trucks_per_h", Unit: "trucks/h"},
		{Name: "fleet.<name>.utilisation_share", Unit: "share"},
		{Name: "fleet.<name>.idle_trucks", Unit: "trucks"},
		{Name: "fleet.<name>.waiting_loads", Unit: "loads"},
		{Name: "fleet.<name>.load_wait_h", Unit: "h"},
		{Name: "fleet.<name>.loads_per_truck_week", Unit: "loads/week"},
		{Name: "fleet.<name>.cost_per_tonne_usd", Unit: "USD/t"},
		{Name: "fleet.<name>.repair_trucks", Unit: "trucks", Special: true},
		{Name: "fleet.<name>.available_share", Unit: "share", Special: true},
		{Name: "permit.<name>.wait_h", Unit: "h", Special: true},
		{Name: "permit.<name>.in_use_trucks", Unit: "trucks", Special: true},
		{Name: "permit.<name>.in_use_share", Unit: "share", Special: true},
		{Name: "quota.<name>.wait_h", Unit: "h", Special: true},
		{Name: "quota.<name>.turned_trucks_per_day", Unit: "trucks/day", Special: true},
		{Name: "strip.<name>.queue_longest_trucks", Unit: "trucks"},
		{Name: "station.<name>.utilisation_share", Unit: "share"},
		{Name: "station.<name>.queue_trucks", Unit: "trucks"},
		{Name: "station.<name>.queue_longest_trucks", Unit: "trucks"},
		{Name: "station.<name>.wait_h", Unit: "h"},
		{Name: "station.<name>.blocked_share", Unit: "share", Special: true},
		{Name: "station.<name>.turned_away_share", Unit: "share", Special: true},
		{Name: "station.<name>.wait_1_h", Unit: "h", Special: true},
		{Name: "station.<name>.wait_2_h", Unit: "h", Special: true},
		{Name: "station.<name>.wait_3_h", Unit: "h", Special: true},
		{Name: "station.<name>.wait_4_h", Unit: "h", Special: true},
		{Name: "station.<name>.available_share", Unit: "share", Special: true},
		{Name: "yard.<name>.mean_trucks", Unit: "trucks", Special: true},
		{Name: "yard.<name>.most_trucks", Unit: "trucks", Special: true},
		{Name: "yard.<name>.queue_longest_trucks", Unit: "trucks", Special: true},
		{Name: "yard.<name>.wait_h", Unit: "h", Special: true},
		{Name: "stage.<name>.time_h", Unit: "h"},
		{Name: "stage.<name>.last_share", Unit: "share", Special: true},
		{Name: "stage.<name>.shadow_h", Unit: "h", Special: true},
	}
}

// Define finds the row that a measure's name belongs to; false when the catalogue does not know it.
func Define(name string) (Definition, bool) {
	for _, d := range catalogued() {
		if d.Name == name {
			return d, true
		}
		before, _, after := d.brackets()
		if before == d.Name || len(name) <= len(before)+len(after) {
			continue
		}
		if strings.HasPrefix(name, before) && strings.HasSuffix(name, after) {
			d.of = name[len(before) : len(name)-len(after)]
			return d, true
		}
	}
	return Definition{}, false
}

// Title is what the measure is called in a sentence: "border time in Laos".
func (d Definition) Title() words.Phrase {
	return words.Say("measure."+d.Name+".title", "of", words.Name(d.part()))
}

// Explained is one sentence that says what is measured.
func (d Definition) Explained() words.Phrase {
	return words.Say("measure."+d.Name+".explained", "of", words.Name(d.part()))
}

// values are those that the measure can have.
func (d Definition) values() values {
	switch {
	case d.Signed || d.Unit == "" || strings.HasPrefix(d.Unit, "USD"):
		return whatever()
	case d.Unit == "share":
		return shares()
	}
	return amounts()
}

// part is what stands for the brackets; in a list of the catalogue they stand for themselves.
func (d Definition) part() string {
	if d.of == "" {
		_, brackets, _ := d.brackets()
		return brackets
	}
	if d.Name == "cost_<line>_usd" {
		return strings.ReplaceAll(d.of, "_", " ")
	}
	return d.of
}

// brackets cuts a name before and behind the part in brackets; without one, all of it comes before.
func (d Definition) brackets() (before, brackets, after string) {
	open, end := strings.Index(d.Name, "<"), strings.Index(d.Name, ">")
	if open < 0 {
		return d.Name, "", ""
	}
	return d.Name[:open], d.Name[open : end+1], d.Name[end+1:]
}
