package study

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios"
)

// byHand runs the corridor of by-hand.yaml with something laid over it, and gives what it measured.
func byHand(t *testing.T, over string) map[string]float64 {
	t.Helper()
	base, err := filepath.Abs("testdata/by-hand.yaml")
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "case.yaml")
	text := "version: 1\nkind: scenario\nname: case\ntitle: A case\nextends: " + base + "\n" + over
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	s, err := scenarios.LoadScenario(file, nil)
	require.NoError(t, err)
	c, err := Run(context.Background(), Alone(s), Options{Seed: 1, Replications: 2, Workers: 1})
	require.NoError(t, err)
	for _, check := range c.Audit {
		assert.True(t, check.OK, check.Name)
	}
	out := make(map[string]float64)
	for _, m := range c.Alternatives[0].Measures {
		out[m.Name] = m.Interval.Mean
	}
	return out
}

// The ICD D stands 10 km from A, and X checks the seal of what is cleared there. Who comes to be cleared is 5 + 20 + 30 minutes there.
const dryPort = `
legs: [{name: access, from: A, to: D, country: VN, length: 10 km, time: 15 min}]
depots:
  - name: D
    kind: icd
    country: VN
    hours: always
    storage: {free: 2 days, per_day: 5 USD}
    yards: [{name: yard, places: 50}]
    stations: [{name: cranes, servers: 50}, {name: officers, servers: 50}]
    stages:
      - {name: gate-in, owner: operator, when: {purpose: [clearance]}, service: 5 min, fee: 10 USD}
      - {name: papers, owner: customs, station: officers, yard: yard, when: {purpose: [clearance]}, service: 20 min, fee: 3 USD}
      - {name: lift, owner: operator, station: cranes, yard: yard, when: {purpose: [clearance]}, service: 30 min, fee: 80 USD}
gates: [{name: X–Y, posts: [{name: X, stages: [{name: seal, owner: customs, when: {load: [transit]}, service: 3 min}]}]}]
`

// changed has the load go on from D with another truck.
const changed = `flows:
  - {name: goods, absent: true}
  - {name: first, from: A, to: D, arrivals: {rate: 24/day}, payload: 20 t, loading: 1 h, return: {mode: one-way}}
  - {name: on, from: D, to: B, arrivals: {after: first, direct: true, transfer: 25 min, transfer_at: cranes, transfer_fee: 40 USD}, unloading: 1 h, return: {mode: one-way}}
`

// TestCostsAndHoursAreThoseAddedUpByHand: what is switched on changes what it should, by as much as it should. Out 9.6 h: loading 1,
// road 2, X 0.5 and 0.1, Y 1, road 4, unloading 1; home 6.1 h. 433 USD: fuel 120 and 60, 15.7 h of 10, 600 km of 0.1, tolls 10, fees
// 10, 2, 5 and 2, informal 7.
func TestCostsAndHoursAreThoseAddedUpByHand(t *testing.T) {
	for what, row := range map[string]struct {
		over string
		want map[string]float64
	}{
		"as it is": {"", map[string]float64{
			"door_to_door_h": 9.6, "round_trip_h": 15.7, "cost_per_trip_usd": 433, "cost_per_tonne_usd": 21.65, "cost_fuel_loaded_usd": 120, "cost_fuel_empty_usd": 60,
			"cost_driver_usd": 62.8, "cost_capital_usd": 94.2, "cost_running_usd": 60, "cost_tolls_usd": 10, "cost_fees_usd": 19, "cost_informal_usd": 7,
			"co2e_kg_per_trip": 540, "co2e_g_per_tkm": 90,
		}},
		"a fee of another year has the rate of its day": {
			"gates: [{name: X–Y, posts: [{name: X, stages: [{name: clear, fee: {value: 250000 VND, date: 2025-06-01}}]}]}]",
			map[string]float64{"cost_fees_usd": 21.5, "cost_tolls_usd": 10},
		},
		"an ICD that nobody stops at": {dryPort, map[string]float64{"door_to_door_h": 9.6, "cost_per_trip_usd": 433}},
		"cleared inland": {
			dryPort + "flows: [{name: goods, via: [{name: D, trip: out}]}]",
			map[string]float64{
				"door_to_door_h": 9.6 + 0.5 + 55.0/60 - 0.5 + 0.05, "border_time_h": 1.15, "cost_lifts_usd": 90, "cost_fees_usd": 19 - 10 + 3, "litres_per_trip": 188,
			},
		},
		"cleared inland where it is cheaper, and it is not": {
			dryPort + "flows: [{name: goods, choice: {information: none}, via: [{name: D, trip: out, if: cheaper}]}]",
			map[string]float64{"door_to_door_h": 9.6, "cost_lifts_usd": 0},
		},
		"five days in store, two of them free, every second trip out of it": {
			dryPort + "flows: [{name: goods, to: D}, {name: on, from: D, to: B, arrivals: {after: goods, delay: 120 h}, loading: 1 h, unloading: 1 h, return: {mode: one-way}}]",
			map[string]float64{"cost_storage_usd": 7.5},
		},
		"a crane moves the load to another truck": {
			dryPort + changed,
			map[string]float64{"flow.on.door_to_door_h": 1 + 0.25 + 25.0/60 + 0.25 + 2 + 0.6 + 1 + 4 + 1, "cost_transhipment_usd": 20},
		},
		"another tractor at the gate": {
			"gates: [{name: X–Y, swaps: [{name: change, kind: tractor, at: Y, before: enter, partners: 400, away: 12 h, places: 60, service: 20 min, fee: 5 USD, when: {direction: [entry]}}]}]",
			map[string]float64{"border_time_h": 1.6 + 1.0/3, "cost_fees_usd": 24},
		},
		"a load home for every truck": {
			"flows: [{name: goods, return: {mode: two-way, loads: 240/day, payload: 10 t, max_wait: 12 h, patience: 240 h}}]",
			map[string]float64{"return_load_share": 1, "empty_km_share": 0, "cost_per_trip_usd": 550, "cost_per_tonne_usd": 550.0 / 30, "co2e_g_per_tkm": 80},
		},
		"waiting in vain for two hours": {
			"flows: [{name: goods, return: {mode: two-way, loads: 0/day, payload: 10 t, max_wait: 2 h, patience: 1 h}}]",
			map[string]float64{"cost_per_trip_usd": 453, "empty_km_share": 0.5},
		},
		"loads home wait at an ICD 30 km further, whose empty way both loads pay by t-km": {
			`legs: [{name: further, from: B, to: R, country: LA, length: 30 km, time: 30 min}]
depots: [{name: R, kind: icd, country: LA, hours: always}]
flows: [{name: goods, return: {mode: two-way, loads: 240/day, payload: 10 t, max_wait: 12 h, patience: 240 h}}]
pools: [{name: at the ICD, at: R, match: first-come, flows: [goods]}]`,
			map[string]float64{
				"empty_km_share": 30.0 / 660, "cost_per_trip_usd": 584, "flow.goods.cost_per_load_out_usd": 275 + 14*6000.0/9300,
				"flow.goods.cost_per_load_home_usd": 295 + 14*3300.0/9300,
			},
		},
		"goods that lose by the hour": {
			`commodities: [{name: fish, worth: 2400 USD/t, loss: 1 %/day, spoilage: 2 %/day}]
values: {time: 3 USD/h, reliability: 4 USD/h}
flows: [{name: goods, commodity: fish}]`,
			map[string]float64{"cost_per_tonne_usd": 21.65, "generalised_cost_per_tonne_usd": 21.65 + 3*9.6/20 + 2400*0.03*9.6/24},
		},
	} {
		got := byHand(t, row.over)
		for measure, want := range row.want {
			assert.Contains(t, got, measure, what)
			assert.InDelta(t, want, got[measure], 1e-5*max(1, want), "%s: %s", what, measure)
		}
	}
}
