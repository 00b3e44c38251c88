package study

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios"
)

// TestBenchmarksComeToWhatOthersCameTo: speed is measured on models whose answers are right. The figures of the corridor are means of
// a thousand replications of a program by other hands, with the standard deviation of one; that of the lane is theory's.
func TestBenchmarksComeToWhatOthersCameTo(t *testing.T) {
	const lane = "station.exit post/lane.wait_h"
	for name, figures := range map[string]map[string]struct{ mean, sd, unit float64 }{
		"benchmark-m1": {lane: {4.0, 0.05, 60}},
		"benchmark-m2": {
			"door_to_door_h":     {601.330, 1.821, 60},
			"door_to_door_p95_h": {832.838, 3.269, 60},
			"station.exit post/S0 declaration.queue_trucks":     {4.079, 0.180, 1},
			"station.exit post/S1 border guard A.queue_trucks":  {4.729, 0.181, 1},
			"station.exit post/S2 customs A.queue_trucks":       {2.870, 0.102, 1},
			"station.exit post/S3 inspection.queue_trucks":      {0.456, 0.033, 1},
			"station.exit post/S4 quarantine.queue_trucks":      {0.831, 0.037, 1},
			"station.exit post/S5 weighbridge.queue_trucks":     {1.997, 0.054, 1},
			"station.entry post/S6 border guard B.queue_trucks": {2.668, 0.109, 1},
			"station.entry post/S7 customs B.queue_trucks":      {2.295, 0.076, 1},
			"station.entry post/S8 phytosanitary B.queue_trucks": {
				1.388, 0.061, 1,
			},
			"station.entry post/S9 exit gate.queue_trucks": {1.017, 0.022, 1},
		},
	} {
		const replications, theirs = 4, 1000
		s, err := scenarios.LoadScenario(name, nil)
		require.NoError(t, err)
		a := &answer{
			study:   &scenarios.Study{Alternatives: []scenarios.Alternative{{Name: name, Scenario: s}}},
			options: Options{Seed: 1, Replications: replications},
		}
		play(t, a)
		for measure, want := range figures {
			interval, present := a.tables[0].Interval(measure, 0.95)
			require.True(t, present, measure)
			error3 := 3 * want.sd * math.Sqrt(1.0/replications+1.0/theirs)
			assert.InDelta(t, want.mean, interval.Mean*want.unit, error3, "%s of %s", measure, name)
		}
	}
}
