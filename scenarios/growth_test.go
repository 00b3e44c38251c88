package scenarios

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const growing = question + `growth:
  from: 2025
  to: 2028
  rates: [10 %, {value: 18 %, fact: A034}]
  limits:
    - {measure: border_time_p95_h, at_most: {value: 1 day, range: [18 h, 2 days], why: a question}}
    - {utilisation: {value: 90 %, fact: D982}}
    - {measure: queue_wait_h, at_most: 90 min}
`

// TestGrowthIsReadInTheUnitsOfItsMeasures, with what its figures rest on.
func TestGrowthIsReadInTheUnitsOfItsMeasures(t *testing.T) {
	s, err := asked(t, growing)
	require.NoError(t, err)
	g := s.Growth
	assert.Equal(t, []int{2025, 2028}, []int{g.From, g.To})
	assert.Equal(t, []float64{0.1, 0.18}, g.Rates)
	assert.Equal(t, []GrowthLimit{
		{Measure: "border_time_p95_h", AtMost: 24, Range: &[2]float64{18, 48}},
		{AtMost: 0.9, Range: &[2]float64{0.8, 0.95}},
		{Measure: "queue_wait_h", AtMost: 1.5},
	}, g.Limits)
	var paths, grades []string
	for _, in := range g.Inputs {
		paths, grades = append(paths, in.Path), append(grades, string(in.Grade))
	}
	assert.Equal(t, []string{
		"growth.rates[0]", "growth.rates[1]", "growth.limits[0].at_most", "growth.limits[1].utilisation", "growth.limits[2].at_most",
	}, paths)
	assert.Equal(t, []string{"D", "A", "D", "D", "D"}, grades)
}

// TestGrowthIsThatOfAStream: the factor is the one that `growth` of a stream has.
func TestGrowthIsThatOfAStream(t *testing.T) {
	g := Growth{From: 2025}
	assert.InEpsilon(t, 1.331, g.Factor(0.1, 2028), 1e-12, "1.1 cubed")
	assert.InEpsilon(t, 0.81, g.Factor(-0.1, 2027), 1e-12)
	assert.Equal(t, 1.0, g.Factor(0.34, 2025))
	text := replaced(t, crossing, "movements: 480/day", "movements: 480/day, growth: 18 %, base_year: 2025, year: 2028")
	once := reads(t, crossing).Setup.Corridor
	assert.Equal(t, reads(t, text).Setup.Corridor.Flows[0].Arrivals.PerSecond, once.Grown(g.Factor(0.18, 2028)).Flows[0].Arrivals.PerSecond)
}

// TestDemandMayHaveBeenCarriedIntoTheFirstYear, and into no other.
func TestDemandMayHaveBeenCarriedIntoTheFirstYear(t *testing.T) {
	with := "streams[heavy trucks].growth=5 %"
	_, err := asked(t, growing, with, "streams[heavy trucks].base_year=2024", "streams[heavy trucks].year=2025")
	require.NoError(t, err)
	_, err = asked(t, growing, with, "streams[heavy trucks].base_year=2024", "streams[heavy trucks].year=2026")
	require.Error(t, err)
	assert.Contains(t, told(t, err), "was carried into 2026 already")
}

// TestExplainKnowsTheRatesAndLimitsOfAStudy: one, some, and a part of one.
func TestExplainKnowsTheRatesAndLimitsOfAStudy(t *testing.T) {
	s, err := asked(t, growing)
	require.NoError(t, err)
	paths := func(path string) []string {
		accounts, err := s.Explain(path)
		require.NoError(t, err)
		var out []string
		for _, a := range accounts {
			assert.Equal(t, "study.yaml", a.SetBy)
			assert.Empty(t, a.In)
			out = append(out, a.Path+"="+a.Value)
		}
		return out
	}
	assert.Equal(t, []string{"growth.rates[0]=10 %", "growth.rates[1]=18 %"}, paths("growth.rates"))
	assert.Equal(t, []string{"growth.limits[1].utilisation=90 %"}, paths("growth.limits[1]"))
	assert.Equal(t, []string{"growth.limits[1].utilisation=90 %"}, paths("growth.limits[1].utilisation.fact"))
	assert.Len(t, paths("growth"), 5)
	accounts, err := s.Explain("growth.rates[1]")
	require.NoError(t, err)
	assert.Equal(t, "A034", accounts[0].Cited.ID)
	_, err = s.Explain("growth.rate")
	require.Error(t, err)
	assert.Contains(t, told(t, err), "rates")
}
