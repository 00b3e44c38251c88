package study

import (
	"bytes"
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/sim"
)

// closedStudy is the shipped study on a closed road or gate, over ten days of which it is closed from day 3.
func closedStudy(t *testing.T) *scenarios.Study {
	t.Helper()
	s, err := scenarios.LoadStudy("road-closed", nil)
	require.NoError(t, err)
	for i := range s.Alternatives {
		setup := &s.Alternatives[i].Scenario.Setup
		setup.Horizon.WarmUp, setup.Horizon.Length = 2*sim.Day, 8*sim.Day
		for k := range setup.Corridor.Shocks {
			setup.Corridor.Shocks[k].From, setup.Corridor.Shocks[k].To = 2*86400, 12*86400
		}
	}
	return s
}

// TestClosedChaLoSendsTrucksToLaoBao: fewer trucks by Cha Lo, more by Lao Bảo, and the detours cost km,
// hours and money.
func TestClosedChaLoSendsTrucksToLaoBao(t *testing.T) {
	s := closedStudy(t)
	a := &answer{study: s, options: Options{Seed: 1, Replications: 2}}
	play(t, a)
	rises := func(measure string) bool {
		open, closed := a.tables[0].Values(measure), a.tables[1].Values(measure)
		return closed[0] > open[0] && closed[1] > open[1]
	}
	for _, measure := range []string{
		journey.GateMeasure("Lao Bảo–Densavanh", "trucks_per_day"), "detour_km", "detour_usd", "detour_share", "cost_per_trip_usd",
	} {
		assert.True(t, rises(measure), measure)
	}
	open := a.tables[0].Values(journey.GateMeasure("Cha Lo–Naphao", "trucks_per_day"))
	closed := a.tables[1].Values(journey.GateMeasure("Cha Lo–Naphao", "trucks_per_day"))
	assert.Less(t, closed[0], open[0]/4, "those that are past the slide when it falls")
	spreads(t, a)
}

// spreads holds the closed gate of Lao Bảo against the open one: nobody crosses there, and more do at its neighbours.
func spreads(t *testing.T, a *answer) {
	t.Helper()
	trucks := func(alternative int, gate string) float64 {
		return a.tables[alternative].Values(journey.GateMeasure(gate, "trucks_per_day"))[0]
	}
	assert.Equal(t, "lao-bao-closed", a.study.Alternatives[3].Name)
	assert.Zero(t, trucks(3, "Lao Bảo–Densavanh"))
	for _, gate := range []string{"La Lay–Lalay", "Bờ Y–Phoukeua", "Cha Lo–Naphao"} {
		assert.Greater(t, trucks(3, gate), trucks(0, gate)+30, gate)
	}
}

// TestTraceOfATruckThatTurns is a page that a driver would recognise: he knows nothing of the slide,
// meets it, rests, and goes by another gate.
func TestTraceOfATruckThatTurns(t *testing.T) {
	s, err := scenarios.LoadScenario("viet-lao-choice", []string{
		"flows[Thakhek to Vũng Áng].choice.information=none", "flows[Thakhek to Vũng Áng].choice.spread=0",
		"shocks=[{name: slide, roads: [QL12C], from: day 1, to: day 4, closed: true}]",
		"countries[LA].driving={stretch: 4 h, break: 15 min}", "countries[VN].driving={stretch: 4 h, break: 15 min}",
	})
	require.NoError(t, err)
	s.Setup.Horizon = journey.Horizon{Length: sim.Day, After: journey.Drain}
	var out bytes.Buffer
	require.NoError(t, Trace(context.Background(), s, Traced{Seed: 20250618, Flow: "Thakhek to Vũng Áng", Truck: 3}, &out, english(t)))
	golden(t, "trace-turns.txt", out.String())
	assert.Contains(t, out.String(), "closed and turns")
	assert.Contains(t, out.String(), "the driver rests")
}
