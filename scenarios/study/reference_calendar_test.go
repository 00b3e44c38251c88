package study

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim"
	"hanhlang/sim/experiment"
)

// counts is a log of how many trucks there are: came by the time and left by it.
type counts struct{ came, left []sim.Time }

func (c *counts) Record(f journey.Fact) {
	if f.Kind != journey.HappeningFact {
		return
	}
	switch f.Happening {
	case journey.Ready:
		c.came = append(c.came, f.From)
	case journey.Left:
		c.left = append(c.left, f.From)
	}
}

// at is how many are there at a time, in hours; an event of that very moment counts.
func (c *counts) at(hour float64) float64 { return c.cameBy(hour) - upTo(c.left, hour) }

func (c *counts) cameBy(hour float64) float64 { return upTo(c.came, hour) }

func upTo(times []sim.Time, hour float64) (n float64) {
	for _, t := range times {
		if t.Seconds() <= hour*3600 {
			n++
		}
	}
	return n
}

// logs plays replications of a shipped scenario, each with its own log of counts.
func logs(t *testing.T, name string, replications int) []*counts {
	t.Helper()
	s, err := scenarios.LoadScenario(name, nil)
	require.NoError(t, err)
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	w := journey.NewWorld(m)
	var out []*counts
	for r := range replications {
		c := &counts{}
		_, err := w.Run(context.Background(), seeds.Replication(20250618, r), c)
		require.NoError(t, err)
		out = append(out, c)
	}
	return out
}

// TestHoursOverMidnightAreExact is reference case P03, by discrete recursion.
func TestHoursOverMidnightAreExact(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p03-over-midnight", nil)
	require.NoError(t, err)
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	log := &recorder{}
	o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), log)
	require.NoError(t, err)
	for truck := range log.waited { // a wait is booked when service begins, the service only when it ends
		log.started[truck] = 0
	}
	started, sum, longest, _ := log.waits()
	without := 0
	for truck := range log.started {
		if log.waited[truck] == 0 {
			without++
		}
	}
	assert.Equal(t, 65, started, "started by 24:00")
	assert.Equal(t, 115, len(log.arrived)-started, "waiting at 24:00")
	assert.Equal(t, 18680.0, sum, "sum of waits of started [min]")
	assert.Equal(t, 960.0, longest)
	assert.Equal(t, 45, without, "trucks that do not wait")
	for i, name := range m.Measures() {
		switch name {
		case lane + "queue_trucks":
			assert.InDelta(t, 72040, o.Values[i]*24*60, 1e-6, "queue area [truck-min]")
		case lane + "queue_longest_trucks":
			assert.Equal(t, 120.0, o.Values[i])
		}
	}
}

// TestGateThatIsOpenByDayIsEmptyAtTimes is reference case P21: how often nobody is left when the gate closes on the first day.
func TestGateThatIsOpenByDayIsEmptyAtTimes(t *testing.T) {
	if testing.Short() {
		t.Skip("4,000 replications")
	}
	const want, halfWidth = 0.220993958526, 0.098 // as a part of the value, of the reference
	var empty []float64
	for _, c := range logs(t, "reference/p21-open-by-day", 4000) {
		x := 0.0
		if c.at(19) == 0 {
			x = 1
		}
		empty = append(empty, x)
	}
	verdict := experiment.Accept(want, empty, 2*halfWidth*want)
	assert.True(t, verdict.Accepted, verdict.Why)
}
