package journey_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// TestWantedMeasuresAreThoseOfTheFullRun: whatever ledgers are left out, trucks take the same course, and every measure that a run still
// has is bit for bit the one of the full run: without ledgers, and with that of time. It sees the first day of shipped scenarios
// with one lane and with many, priorities, depots and a port, a choice of way, permits, a haulier, driver swaps, little room and platoons.
func TestWantedMeasuresAreThoseOfTheFullRun(t *testing.T) {
	for _, name := range []string{
		"lao-bao-today", "lao-bao-haulier", "lao-bao-driver-swap", "lao-bao-port-today", "lao-bao-pi-mai", "ewec-permits", "lang-son-today", "isan-sea-today",
		"reference/p04-no-room-between", "reference/p06-convoys", "reference/p07-priority", "reference/p12-m-m-2-6", "reference/p24-slow-lane",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, err := scenarios.LoadScenario(name, nil)
			require.NoError(t, err)
			setup := s.Setup
			setup.Horizon = drained(setup.Horizon)
			setup.Horizon.WarmUp, setup.Horizon.Length = 0, sim.Day
			full := outcomeOf(t, setup, nil)
			for _, wanted := range []string{"door_to_door_h", "border_time_h"} {
				part := outcomeOf(t, setup, []string{wanted})
				assert.Equal(t, full.fingerprint, part.fingerprint, wanted)
				assert.Contains(t, part.values, wanted)
				for measure, bits := range part.values {
					assert.Equal(t, full.values[measure], bits, "%s, with %s wanted", measure, wanted)
				}
				assert.False(t, part.model.KeepsMoney())
				assert.True(t, wanted == "door_to_door_h" || part.model.KeepsTime())
			}
		})
	}
}

// TestWhatNobodyWantsIsNotKept: border time is not there without the ledger of time, nor money without that of money; what stations and
// counts tell always is. A measure that there is not is refused.
func TestWhatNobodyWantsIsNotKept(t *testing.T) {
	s, err := scenarios.LoadScenario("lao-bao-today", nil)
	require.NoError(t, err)
	setup := s.Setup
	setup.Horizon = journey.Horizon{Length: sim.Day, After: journey.Drain}
	for _, c := range []struct {
		wanted string
		there  []bool // border_time_h, cost_per_trip_usd, trucks_per_day
	}{
		{"door_to_door_h", []bool{false, false, true}},
		{"border_time_p95_h", []bool{true, false, true}},
		{"empty_km_share", []bool{true, true, true}},
	} {
		part := outcomeOf(t, setup, []string{c.wanted})
		for i, name := range []string{"border_time_h", "cost_per_trip_usd", "trucks_per_day"} {
			_, there := part.values[name]
			assert.Equal(t, c.there[i], there, "%s, with %s wanted", name, c.wanted)
		}
		assert.Equal(t, c.there[0], part.model.KeepsTime(), c.wanted)
		assert.Equal(t, c.there[1], part.model.KeepsMoney(), c.wanted)
	}
	setup.Wanted = []string{"border_time"}
	_, err = journey.Compile(setup)
	assert.ErrorContains(t, err, "border_time")
}

// came is what a run came to, bit for bit; what was not observed is told apart from everything that was.
type came struct {
	model       *journey.Model
	fingerprint uint64
	values      map[string]uint64
}

func outcomeOf(t *testing.T, setup journey.Setup, wanted []string) came {
	t.Helper()
	setup.Wanted = wanted
	m, err := journey.Compile(setup)
	require.NoError(t, err)
	o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(20250618, 5), nil)
	require.NoError(t, err)
	out := came{model: m, fingerprint: o.Fingerprint, values: make(map[string]uint64)}
	for i, name := range m.Measures() {
		out.values[name] = math.Float64bits(o.Values[i])
		if !o.Present[i] {
			out.values[name] = math.Float64bits(math.NaN())
		}
	}
	return out
}
