package journey_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
)

// eventsOf counts in the log what an event of the model is: a truck that becomes ready, and the end of a service or a drive.
type eventsOf struct{ ready, ends int64 }

func (e *eventsOf) Record(f journey.Fact) {
	switch {
	case f.Kind == journey.HappeningFact && f.Happening == journey.Ready:
		e.ready++
	case f.Kind == journey.TimeFact && (f.Activity == journey.Service || f.Activity == journey.Driving):
		e.ends++
	}
}

// TestEventsAreArrivalsAndEnds: speed is told in nanoseconds for an event of the model, which any program counts alike. Theory: the lane
// has two for a customer; in the corridor a truck has its arrival, two drives, seven stages that all pass, and one more with
// probabilities of 0.1, 0.25 and 0.3: 10.65, here within five standard errors of a mean over 109,500 trucks.
func TestEventsAreArrivalsAndEnds(t *testing.T) {
	for name, want := range map[string]struct{ each, within float64 }{
		"benchmark-m1": {2, 0},
		"benchmark-m2": {10.65, 0.01},
	} {
		s, err := scenarios.LoadScenario(name, nil)
		require.NoError(t, err)
		m, err := journey.Compile(s.Setup)
		require.NoError(t, err)
		var heard eventsOf
		o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), &heard)
		require.NoError(t, err)
		assert.Equal(t, heard.ready+heard.ends, o.Events, name)
		assert.Equal(t, o.Audit.Entered, heard.ready, name)
		assert.InDelta(t, want.each, float64(o.Events)/float64(o.Audit.Entered), want.within, name)
	}
}
