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

// holds accepts the mean over replications of what is read off each log.
func holds(t *testing.T, all []*counts, want, hw float64, read func(*counts) float64) {
	t.Helper()
	values := make([]float64, len(all))
	for i, c := range all {
		values[i] = read(c)
	}
	verdict := experiment.Accept(want, values, 2*hw/100*want)
	assert.True(t, verdict.Accepted, "want %v, have %+v (%s)", want, verdict.Interval, verdict.Why)
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

// TestGateThatIsOpenByDay is reference case P21: forward equations on each window.
func TestGateThatIsOpenByDay(t *testing.T) {
	if testing.Short() {
		t.Skip("4,000 replications")
	}
	all := logs(t, "reference/p21-open-by-day", 4000)
	for _, row := range []struct{ hour, want, hw float64 }{
		{7, 42, 0.81},
		{8, 32.0000832417, 1.32},
		{9, 22.0432707451, 2.19},
		{12, 3.09238069437, 7.16},
		{15, 1.56056125029, 4.4},
		{19, 1.5447586489, 4.37},
		{24, 30.0447549234, 0.94},
		{31, 72.0447549203, 0.61},
		{33, 52.044756567, 1.07},
		{43, 1.56349126774, 4.46},
		{48, 30.0565539981, 0.96},
	} {
		holds(t, all, row.want, row.hw, func(c *counts) float64 { return c.at(row.hour) })
	}
	holds(t, all, 0.220993958526, 9.8, func(c *counts) float64 {
		if c.at(19) == 0 {
			return 1
		}
		return 0
	})
}
