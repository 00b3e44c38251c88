package scenarios

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
)

// TestWantedMeasuresAreReadAsTheyAreTyped: names and patterns, in any order, once each; they come in the order of the model, and its runs keep
// no more than they ask for.
func TestWantedMeasuresAreReadAsTheyAreTyped(t *testing.T) {
	for _, c := range []struct {
		text  string
		names []string
		money bool
	}{
		{"trucks_per_day,border_time_h", []string{"border_time_h", "trucks_per_day"}, false},
		{" 'border_time_h' ,, \"trucks_per_day\"\n", []string{"border_time_h", "trucks_per_day"}, false},
		{"station.*/lane.queue_?rucks", []string{"station.exit post/lane.queue_trucks"}, false},
		{"border_time_p9[05]_h, border_time_p9*", []string{"border_time_p90_h", "border_time_p95_h", "border_time_p99_h"}, false},
		{"*_per_t*_usd", []string{"cost_per_tonne_usd", "cost_per_trip_usd", "cost_per_truck_km_usd", "cost_per_tkm_usd"}, true},
	} {
		s := aloneLane(t)
		require.NoError(t, s.Want(c.text), c.text)
		assert.Equal(t, c.names, s.Measures, c.text)
		m, err := journey.Compile(s.Alternatives[0].Scenario.Setup)
		require.NoError(t, err)
		assert.Equal(t, c.money, m.KeepsMoney(), c.text)
		p, err := s.Aim("cost_per_trip_usd: 1 %")
		require.NoError(t, err, "what can be measured does not depend on what is wanted")
		assert.Len(t, p.Until, 1)
	}
}

// FuzzWant: whatever is typed, it is read or refused with a place in it; what is read names measures that there are.
func FuzzWant(f *testing.F) {
	for _, text := range []string{"", "border_time_h", "border_time_h,*", "'a,b'", "[", "a[", "\\", "*/*", ",,", "\xff*", "é?\n", "[\x00-\xff]"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := aloneLane(t)
		if err := s.Want(text); err != nil {
			assert.ErrorContains(t, err, wantedPlace+":1:")
			assert.Nil(t, s.Alternatives[0].Scenario.Setup.Wanted)
			return
		}
		require.NotEmpty(t, s.Measures)
		_, err := journey.Compile(s.Alternatives[0].Scenario.Setup)
		require.NoError(t, err)
	})
}

// aloneLane is one lane as a study of its own.
func aloneLane(t *testing.T) *Study {
	t.Helper()
	one, err := LoadScenario("reference/p10-m-m-1", nil)
	require.NoError(t, err)
	return &Study{Name: "lane", Alternatives: []Alternative{{Name: "lane", Scenario: one}}}
}
