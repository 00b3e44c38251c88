package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEveryMeasureIsExplained(t *testing.T) {
	s := english(t)
	seen := map[string]bool{}
	for _, d := range Measures() {
		assert.False(t, seen[d.Name], "%s stands twice", d.Name)
		seen[d.Name] = true
		title, explained := s.Text(d.Title()), s.Text(d.Explained())
		assert.NotContains(t, title, "measure.", "no title")
		assert.NotContains(t, explained, "measure.", "no explanation")
		assert.True(t, strings.HasSuffix(explained, "."), "%s: a sentence ends in a full stop", d.Name)
		assert.Equal(t, 1, strings.Count(explained, ". ")+1, "%s: one sentence", d.Name)
	}
}

func TestNamesEndInTheirUnit(t *testing.T) {
	ends := map[string][]string{
		"h": {"_h"}, "share": {"_share", "share_before_opening", "share_within_<target>"}, "trucks": {"_trucks"},
		"USD/t": {"_per_tonne_usd"}, "USD/trip": {"_usd"}, "USD/km": {"_per_truck_km_usd"},
		"USD/tkm": {"_per_tkm_usd"}, "USD/load": {"_usd"}, "l/trip": {"_per_trip"}, "kg/trip": {"_kg_per_trip"}, "g/tkm": {"_g_per_tkm"},
		"km": {"_km"}, "trucks/h": {"_trucks_per_h"}, "loads": {"_loads"}, "loads/week": {"_per_truck_week"}, "trucks/day": {"trucks_per_day"}, "loads/day": {"loads_per_day"}, "t/day": {"tonnes_per_day"},
	}
	for _, d := range Measures() {
		ok := false
		for _, end := range ends[d.Unit] {
			ok = ok || strings.HasSuffix(d.Name, end)
		}
		assert.True(t, ok, "%s does not end in %s", d.Name, d.Unit)
	}
}

func TestDefineFindsPatterns(t *testing.T) {
	s := english(t)
	for name, want := range map[string]string{
		"station.Lao Bảo/lanes.utilisation_share": "utilisation of Lao Bảo/lanes",
		"station.Lao Bảo/lanes.queue_trucks":      "queue at Lao Bảo/lanes",
		"stage.Lao Bảo/counter.time_h":            "time at Lao Bảo/counter",
		"cost_fuel_usd":                           "cost per trip, fuel",
		"cost_fuel_loaded_usd":                    "cost per trip, fuel loaded",
		"cost_per_tonne_usd":                      "cost per tonne", // an exact name goes before the pattern it fits
		"border_time_bt_h":                        "border time in bt",
		"border_time_p95_h":                       "border time, P95",
		"share_within_4h":                         "share within 4h",
	} {
		d, known := Define(name)
		assert.True(t, known, name)
		assert.Equal(t, want, s.Text(d.Title()))
	}
}

func TestDefineDoesNotKnowWhatIsNotInTheCatalogue(t *testing.T) {
	for _, name := range []string{"", "beauty_share", "cost__usd_", "cost_usd", "station..queue_trucks", "share_within_"} {
		_, known := Define(name)
		assert.False(t, known, name)
	}
}

func TestPatternExplainsItselfWithItsBrackets(t *testing.T) {
	d, _ := Define("share_within_<target>")
	assert.Contains(t, english(t).Text(d.Explained()), "the target <target> of the scenario")
}

// TestNearestWayIsExplained where trucks choose theirs, and nowhere else.
func TestNearestWayIsExplained(t *testing.T) {
	c := invented()
	noted := func() string { return strings.Join(inEnglish(t, c).measures().notes, " ") }
	assert.NotContains(t, noted(), "nearest way")
	c.Alternatives[1].Measures = append(c.Alternatives[1].Measures, Measure{"detour_share", "share", about(0.1, 0.01)})
	assert.Contains(t, noted(), "The nearest way is that of the fewest km")
	assert.Contains(t, noted(), "below zero")
}
