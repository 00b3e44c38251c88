package study

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/stat"
)

// The values of the reference cases are held by scenarios/verify. Here stands what is more than a value: traces by hand, laws
// of counts, what common luck is worth.

// play runs the grid of an answer.
func play(t *testing.T, a *answer) {
	t.Helper()
	require.NoError(t, a.compile())
	require.NoError(t, a.playAll(context.Background(), &counted{}))
	a.tabulateAll()
	for _, outcomes := range a.outcomes {
		for _, o := range outcomes {
			require.Zero(t, o.Audit.OpenLedgers+int(o.Audit.FlowGap)+int(o.Audit.LittleGap)+int(o.Audit.QueueGap+o.Audit.WorkGap))
		}
	}
}

const lane = "station.exit post/lane."

// TestOvernightBacklogIsExact is reference case P02, by discrete recursion.
func TestOvernightBacklogIsExact(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p02-overnight-backlog", nil)
	require.NoError(t, err)
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	log := &recorder{}
	o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), log)
	require.NoError(t, err)
	assert.Equal(t, 50, o.Audit.Inside, "still waiting at 24:00")
	assert.Equal(t, 70, log.arrivedBefore(7*60)-log.startedBefore(7*60), "queue just before 07:00")
	started, sum, longest, firstWithout := log.waits()
	assert.Equal(t, 190, started)
	assert.Equal(t, 24672.0, sum, "sum of waits of started [min]")
	assert.Equal(t, 420.0, longest)
	assert.Equal(t, 708.0, firstWithout, "first truck after opening that does not wait [min after 00:00]")
	for i, name := range m.Measures() {
		if name == lane+"queue_trucks" {
			assert.InDelta(t, 32322, o.Values[i]*24*60, 1e-6, "queue area [truck-min]")
		}
	}
}

// recorder reads arrivals and waits of trucks from the log [min].
type recorder struct {
	arrived map[uint32]float64
	waited  map[uint32]float64
	started map[uint32]float64
}

func (r *recorder) Record(f journey.Fact) {
	if r.arrived == nil {
		r.arrived, r.waited, r.started = map[uint32]float64{}, map[uint32]float64{}, map[uint32]float64{}
	}
	switch {
	case f.Kind == journey.HappeningFact && f.Happening == journey.Ready:
		r.arrived[f.Truck] = f.From.Seconds() / 60
	case f.Kind == journey.TimeFact && (f.Activity == journey.Queueing || f.Activity == journey.ClosedWait):
		r.waited[f.Truck] += (f.To - f.From).Seconds() / 60
	case f.Kind == journey.TimeFact && f.Activity == journey.Service:
		r.started[f.Truck] = f.From.Seconds() / 60
	}
}

func (r *recorder) arrivedBefore(minute float64) (n int) {
	for _, at := range r.arrived {
		if at < minute {
			n++
		}
	}
	return n
}

func (r *recorder) startedBefore(minute float64) (n int) {
	for _, at := range r.started {
		if at < minute {
			n++
		}
	}
	return n
}

func (r *recorder) waits() (started int, sum, longest, firstWithout float64) {
	firstWithout = 1e9
	for truck := range r.started {
		sum += r.waited[truck]
		longest = max(longest, r.waited[truck])
		if r.waited[truck] == 0 && r.arrived[truck] > 7*60 {
			firstWithout = min(firstWithout, r.arrived[truck])
		}
	}
	return len(r.started), sum, longest, firstWithout
}

// TestCommonLuckPaysOnAKnownDifference is reference case P24: the variance of the difference is at most 0.35 of what
// independent luck gives, and the faster lane is never slower.
func TestCommonLuckPaysOnAKnownDifference(t *testing.T) {
	s, err := scenarios.LoadStudy("reference/p24-common-luck", nil)
	require.NoError(t, err)
	a := &answer{study: s, options: Options{Seed: 20250618, Replications: s.Replications}}
	play(t, a)
	slow := a.tables[0].Values("queue_wait_h")
	fast := a.tables[1].Values("queue_wait_h")
	for r := range slow {
		assert.GreaterOrEqual(t, slow[r], fast[r], "replication %d", r)
	}
	factor, ok := stat.VarianceRatio(fast, slow)
	require.True(t, ok)
	assert.GreaterOrEqual(t, factor, 1/0.35)
}
