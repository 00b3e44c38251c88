package corridors_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/corridors"
	"hanhlang/scenarios"
)

// TestGrowthMultipliesAllDemandAndNothingElse: trucks, other vehicles and loads for the way home.
func TestGrowthMultipliesAllDemandAndNothingElse(t *testing.T) {
	s, err := scenarios.LoadScenario("lao-bao-today", nil)
	assert.NoError(t, err)
	before := s.Setup.Corridor
	grown := before.Grown(1.5)
	assert.Len(t, grown.Flows, 4)
	for i, f := range grown.Flows {
		assert.InEpsilon(t, 1.5*before.Flows[i].Arrivals.PerSecond, f.Arrivals.PerSecond, 1e-15, f.Name)
		assert.InDelta(t, 1.5*before.Flows[i].Return.PerSecond, f.Return.PerSecond, 1e-15, f.Name)
		f.Arrivals.PerSecond, f.Return.PerSecond = before.Flows[i].Arrivals.PerSecond, before.Flows[i].Return.PerSecond
		assert.Equal(t, before.Flows[i], f)
	}
	assert.InEpsilon(t, 60*1.5/86400, grown.Flows[0].Return.PerSecond, 1e-12, "60 loads a day (D182)")
	assert.InEpsilon(t, 100.0/86400, before.Flows[0].Arrivals.PerSecond, 1e-12, "what it was taken from is as it was")
	grown.Flows = before.Flows
	assert.Equal(t, before, grown)
}

func TestWhatIsPlannedOrCountedDoesNotGrow(t *testing.T) {
	n := 3
	for name, a := range map[string]corridors.Arrivals{
		"timetable": {Timetable: &corridors.Timetable{Every: 60}}, "moments": {Trace: []float64{1}}, "up to a number": {PerSecond: 1, Count: &n},
	} {
		assert.False(t, a.Grows(), name)
	}
	for name, a := range map[string]corridors.Arrivals{
		"stream": {PerSecond: 1}, "after another": {After: &corridors.Follow{Flow: "first"}}, "without end": {Always: true},
	} {
		assert.True(t, a.Grows(), name)
	}
}
