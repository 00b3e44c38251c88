package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
)

// marketChecks plays a scenario and gives what its audit says of markets.
func marketChecks(t *testing.T, replications int, falsify float64, name string, sets ...string) []report.Check {
	t.Helper()
	s, err := scenarios.LoadScenario(name, sets)
	require.NoError(t, err)
	a := &answer{
		study:   &scenarios.Study{Alternatives: []scenarios.Alternative{{Name: name, Scenario: s}}},
		options: Options{Seed: 1, Replications: replications},
	}
	play(t, a)
	for _, o := range a.outcomes[0] {
		for i := range o.Met {
			o.Met[i].Lost += falsify
		}
	}
	return a.marketAudit()
}

// TestAuditHoldsMarketsAgainstTheory: where trucks and loads meet as theory knows, the audit says so, and a run that
// came to something else would not pass.
func TestAuditHoldsMarketsAgainstTheory(t *testing.T) {
	for _, name := range []string{"reference/p35-constant-limits", "reference/p35-exponential-patience"} {
		sets := []string{"horizon.length=600 h"}
		for _, falsify := range []float64{0, 0.1} {
			checks := marketChecks(t, 10, falsify, name, sets...)
			require.Len(t, checks, 1, name)
			assert.Equal(t, "return loads", checks[0].Name)
			assert.Equal(t, falsify == 0, checks[0].OK, "%s, %v too much", name, falsify)
		}
	}
}

// TestAuditIsSilentWhereTheoryIs: on other laws, other rules, other streams, and runs that are too short.
func TestAuditIsSilentWhereTheoryIs(t *testing.T) {
	const name, back = "reference/p35-constant-limits", "flows[trucks].return."
	for _, sets := range [][]string{
		{back + "patience={uniform: [1 h, 2 h]}"},
		{back + "max_wait={lognormal: {mean: 1 h, cv: 0.5}}"},
		{back + "match=nearest-due", back + "due={uniform: [1 h, 2 h]}"},
		{"flows[trucks].arrivals.day_factor={cv: 0.3}"},
		{"flows[trucks].arrivals.platoon={size: 2, gap: 1 min}"},
		{"horizon.length=50 h"},
	} {
		if sets[0] != "horizon.length=50 h" {
			sets = append(sets, "horizon.length=300 h")
		}
		assert.Empty(t, marketChecks(t, 2, 0, name, sets...), "%v", sets)
	}
	assert.Empty(t, marketChecks(t, 1, 0, name, "horizon.length=300 h"), "one replication has no interval")
	assert.NotEmpty(t, marketChecks(t, 2, 0, name, "horizon.length=300 h"))
	s, err := scenarios.LoadScenario("lao-bao-today", []string{"flows[Vietnam to Laos].return.mode=two-way"})
	require.NoError(t, err)
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	assert.Empty(t, m.KnownMarkets(), "trucks queue on the way")
}
