package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
)

// stationChecks plays a reference scenario and gives what its audit says of stations.
func stationChecks(t *testing.T, replications int, name string, sets ...string) []report.Check {
	t.Helper()
	s, err := scenarios.LoadScenario("reference/"+name, sets)
	require.NoError(t, err)
	a := &answer{
		study:   &scenarios.Study{Alternatives: []scenarios.Alternative{{Name: name, Scenario: s}}},
		options: Options{Seed: 1, Replications: replications},
	}
	play(t, a)
	return a.stationAudit()
}

// TestAuditHoldsStationsAgainstTheory: at a lane, at several, with service of any law, and in a row.
func TestAuditHoldsStationsAgainstTheory(t *testing.T) {
	for name, stations := range map[string]int{"p10-m-m-1": 1, "p11-m-m-4": 1, "p14-m-g-1": 1, "p30-tandem": 3} {
		checks := stationChecks(t, 4, name, "horizon.length=6000 h")
		require.Len(t, checks, stations, name)
		for _, check := range checks {
			assert.True(t, check.OK, "%s: %v", name, check.Detail)
			assert.Equal(t, "wait in theory", check.Name)
		}
	}
}

// TestTheoryOfStationsIsThatOfTheBooks: the waits are those of the reference cases P10, P11 and P14, from other sources.
func TestTheoryOfStationsIsThatOfTheBooks(t *testing.T) {
	for _, c := range []struct {
		name, queue string
		minutes     float64
	}{
		{"p10-m-m-1", "M/M/1", 48},      // rho/(mu - lambda) = 0.8/(5/h - 4/h)
		{"p11-m-m-2", "M/M/2", 19.2857}, // rho^2/(1 - rho^2) times the service of 15 min, at rho = 0.75
		{"p14-m-g-1", "M/G/1", 22.5},
	} {
		s, err := scenarios.LoadScenario("reference/"+c.name, nil)
		require.NoError(t, err)
		m, err := journey.Compile(s.Setup)
		require.NoError(t, err)
		known := m.KnownStations()
		require.Len(t, known, 1, c.name)
		assert.Equal(t, c.queue, known[0].Queue)
		assert.InDelta(t, c.minutes, known[0].Wait/60, 0.001, c.name)
	}
}

// TestAnotherWaitThanThatOfTheoryIsSeen: a check that could not fail would be none.
func TestAnotherWaitThanThatOfTheoryIsSeen(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p10-m-m-1", []string{"horizon.length=6000 h"})
	require.NoError(t, err)
	a := &answer{
		study:   &scenarios.Study{Alternatives: []scenarios.Alternative{{Name: "p10", Scenario: s}}},
		options: Options{Seed: 1, Replications: 10},
	}
	play(t, a)
	faster, err := scenarios.LoadScenario("reference/p10-m-m-1", []string{"gates[one lane].posts[exit post].stages[check].service={exponential: 11.5 min}"})
	require.NoError(t, err)
	other, err := journey.Compile(faster.Setup)
	require.NoError(t, err)
	a.models[0] = other // whose theory is not that of what was played
	checks := a.stationAudit()
	require.Len(t, checks, 1)
	assert.False(t, checks[0].OK)
}

// TestAuditIsSilentWhereNoTheoryOfStationsIs: other streams, hours, rules and routes, and runs that are too short.
func TestAuditIsSilentWhereNoTheoryOfStationsIs(t *testing.T) {
	const stage = "gates[one lane].posts[exit post]."
	for _, sets := range [][]string{
		{"flows[trucks].arrivals.day_factor={cv: 0.3}"},
		{"flows[trucks].arrivals.platoon={size: 2, gap: 1 min}"},
		{stage + "hours=06:00-18:00"},
		{stage + "stations[lane].queue=per lane", stage + "stations[lane].servers=2"},
		{"horizon.length=400 h"},
		{"horizon.warm_up=10 h"},
	} {
		if sets[0][:7] != "horizon" {
			sets = append(sets, "horizon.length=3000 h")
		}
		assert.Empty(t, stationChecks(t, 2, "p10-m-m-1", sets...), "%v", sets)
	}
	assert.Empty(t, stationChecks(t, 1, "p10-m-m-1", "horizon.length=3000 h"), "one replication has no interval")
	assert.Empty(t, stationChecks(t, 2, "p15-m-d-c", "gates[one lane].posts[exit post].stations[lane].servers=2"), "several servers, service not exponential")
	assert.Empty(t, stationChecks(t, 2, "p17-cobham"), "some trucks go first")
}
