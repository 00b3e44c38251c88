package study

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/sim/experiment"
)

// TestTrucksAndLoadsMeetAsTheorySays is reference case P35.
func TestTrucksAndLoadsMeetAsTheorySays(t *testing.T) {
	if testing.Short() {
		t.Skip("1.4 million trucks")
	}
	limits := tableOf(t, "reference/p35-constant-limits", 40)
	accept(t, limits, []expected{
		{"return_loads_unmatched_share", 1, 0.307692307692, 0.53},
		{"taken_return_loads_per_day", 1.0 / 24, 2.07692307692, 0.4},
		{"return_load_seeking_trucks", 1, 0.807692307692, 0.72},
		{"return_load_wait_h", 60, 16.1538461538, 0.47},
	})
	accept(t, complement(limits, "return_load_share"), []expected{{"late", 1, 0.307692307692, 0.77}})
	patience := tableOf(t, "reference/p35-exponential-patience", 40)
	accept(t, patience, []expected{
		{"return_loads_unmatched_share", 1, 0.311538332704, 0.75},
		{"return_load_seeking_trucks", 1, 0.246153330817, 2.59},
		{"return_loads_waiting_loads", 1, 2.49230666163, 0.92},
		{"return_load_at_once_share", 1, 0.728094387109, 0.57},
	})
	accept(t, complement(patience, "return_load_share"), []expected{{"late", 1, 0.0820511102723, 2.08}})
}

// TestReturnLoadsPayAsRenewalTheorySays is reference case P36.
func TestReturnLoadsPayAsRenewalTheorySays(t *testing.T) {
	if testing.Short() {
		t.Skip("1 million round trips")
	}
	for _, row := range []struct {
		limit                     string
		found, wait, perTonne, km float64
		hwFound, hwPerTonne, hwKm float64
	}{
		{"0 h", 0, 0, 74.44, 0.5, 0, 0.2, 0},
		{"2 h", 0.393469340287, 1.57387736115, 60.7479212861, 0.303265329856, 1.06, 0.2, 0.7},
		{"6 h", 0.776869839852, 3.10747935941, 52.5199016949, 0.111565080074, 0.51, 0.16, 1.8},
		{"12 h", 0.950212931632, 3.80085172653, 49.7411734552, 0.0248935341839, 0.17, 0.07, 3.26},
		{"24 h", 0.997521247823, 3.99008499129, 49.0572632547, 0.00123937608833, 0.04, 0.03, 14.13},
	} {
		table := tableWith(t, "reference/p36-return-loads", 40, "flows[hauls].return.max_wait="+row.limit)
		accept(t, table, []expected{
			{"return_load_share", 1, row.found, row.hwFound},
			{"return_load_wait_h", 1, row.wait, 2.5}, // 5 % where the case names no width
			{"empty_km_share", 1, row.km, row.hwKm},
		})
		perTrip, perTonne := table.Values("cost_per_trip_usd"), table.Values("cost_per_tonne_usd")
		tonnes := make([]float64, len(perTrip))
		for i := range perTrip {
			tonnes[i] = perTrip[i] / perTonne[i]
		}
		verdict := experiment.AcceptRatio(row.perTonne, perTrip, tonnes, 2*row.hwPerTonne/100*row.perTonne)
		assert.True(t, verdict.Accepted, "cost per tonne, at most %s: want %v, have %+v (%s)", row.limit, row.perTonne, verdict.Interval, verdict.Why)
	}
}
