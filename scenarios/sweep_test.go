package scenarios

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestValuesBetweenEndsAreWritten as in a file, in the unit of both ends; whole numbers where only these are allowed. Where the ends
// have different units, or are hours of a day, the nearer end stands for all that lies between.
func TestValuesBetweenEndsAreWritten(t *testing.T) {
	for _, c := range []struct {
		f    Factor
		part float64
		want string
	}{
		{Factor{Low: "15 min", High: "60 min"}, 1.0 / 3, "30 min"},
		{Factor{Low: "280/day", High: "520/day"}, 2.0 / 3, "440/day"},
		{Factor{Low: "12", High: "17", Whole: true}, 0.5, "15"},
		{Factor{Low: "0.2", High: "0.9"}, 0.5, "0.55"},
		{Factor{Low: "20 %", High: "90 %"}, 0.25, "37.5 %"},
		{Factor{Low: "0 USD/t", High: "1 USD/t"}, 1.0 / 3, "0.333333 USD/t"},
		{Factor{Low: "30 min", High: "2 h"}, 0.4, "30 min"},
		{Factor{Low: "30 min", High: "2 h"}, 0.6, "2 h"},
		{Factor{Low: "8:00-12:00", High: "9:00-12:00"}, 0.5, "9:00-12:00"},
		{Factor{Low: "always", High: "never"}, 0.1, "always"},
		{Factor{Low: "-3 min", High: "3 min"}, 0.5, "0 min"},
		{Factor{Low: "15 min", High: "60 min"}, 0, "15 min"},
		{Factor{Low: "15 min", High: "60 min"}, 1, "60 min"},
	} {
		assert.Equal(t, c.want, c.f.At(c.part), "%+v", c)
	}
	assert.Equal(t, []string{"1", "2", "3"}, (&Factor{Low: "1", High: "3", Whole: true}).spread(5), "each value once")
}

// TestSweepCountsItsPoints: in every design.
func TestSweepCountsItsPoints(t *testing.T) {
	three := make([]Factor, 3)
	for i := range three {
		three[i].Values = make([]string, 1000)
	}
	for want, s := range map[float64]Sweep{
		1e9: {Design: GridDesign, Factors: three}, 40: {Design: HypercubeDesign, Points: 40, Factors: three},
		7: {Design: TornadoDesign, Factors: three}, 20: {Design: MorrisDesign, Factors: three, Trajectories: 5},
	} {
		assert.Equal(t, want, s.Count(), s.Design)
	}
}

// TestAssumptionsAreThoseWithARange, and what is counted is whole.
func TestAssumptionsAreThoseWithARange(t *testing.T) {
	s, err := LoadSweep("survey-next", nil)
	require.NoError(t, err)
	whole := 0
	for _, f := range s.Factors {
		assert.NotEqual(t, f.Low, f.High, f.Path)
		if f.Whole {
			whole++
			_, err := s.Scenario.With(f.Path, f.At(0.4))
			assert.NoError(t, err, f.Path)
		}
	}
	assert.Greater(t, whole, 10, "servers")
	assert.Greater(t, len(s.Factors), 100)
	assert.Equal(t, 1, s.Replications)

	fewer, err := LoadSweep("survey-next", []string{"flows[Vietnam to Laos].payload=20 t"})
	require.NoError(t, err)
	assert.Len(t, fewer.Factors, len(s.Factors)-1, "what is set has no range any more")
	assert.NotEqual(t, s.Hash, fewer.Hash)
}

// TestSweepIsNoScenarioAndNoStudy: who runs it is told which verb goes through it.
func TestSweepIsNoScenarioAndNoStudy(t *testing.T) {
	_, err := LoadScenario("survey-next", nil)
	assert.Contains(t, told(t, err), "`hanhlang sweep survey-next`")
	_, err = LoadStudy("survey-next", nil)
	assert.Contains(t, told(t, err), "`hanhlang sweep survey-next`")
	_, err = LoadCases("survey-next")
	assert.Contains(t, told(t, err), "`hanhlang sweep survey-next`")
	for name, verb := range map[string]string{"lao-bao-today": "run", "icd-sites": "compare", "reference/cases": "verify"} {
		_, err := LoadSweep(name, nil)
		assert.Contains(t, told(t, err), "`hanhlang "+verb+" "+name+"`")
	}
}

// TestSweepStandsOnAScenarioBesideIt: its path is that of the sweep's folder.
func TestSweepStandsOnAScenarioBesideIt(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.Mkdir("deep", 0o700))
	require.NoError(t, os.WriteFile("deep/lane.yaml", []byte("version: 1\nkind: scenario\nname: lane\nextends: reference/p10-m-m-1\n"), 0o600))
	require.NoError(t, os.WriteFile("deep/sweep.yaml", []byte(`version: 1
kind: sweep
name: mine
scenario: lane.yaml
design: grid
factors: [{input: "flows[trucks].arrivals.rate", values: [3/h, 4/h]}]
measures: [queue_wait_h]
`), 0o600))
	s, err := LoadSweep("deep/sweep.yaml", nil)
	require.NoError(t, err)
	assert.Equal(t, "lane", s.Scenario.Name)
	assert.Equal(t, []string{"3/h", "4/h"}, s.Factors[0].Values)
	assert.Equal(t, s.Scenario.Setup.Horizon, s.Horizon)
}
