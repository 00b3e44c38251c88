package study

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// The reference cases take the way of a user's file: YAML, journey, experiment. Their values are
// theory or exact recursions; hw is the half-width of a 99.9 % interval that an independent
// simulation reached with the same runs, in per cent of the value.

// tableOf runs a shipped scenario alone and tabulates its measures.
func tableOf(t *testing.T, name string, replications int) *experiment.Table {
	t.Helper()
	s, err := scenarios.LoadScenario(name, nil)
	require.NoError(t, err)
	a := &answer{
		study:   &scenarios.Study{Alternatives: []scenarios.Alternative{{Name: name, Scenario: s}}},
		options: Options{Seed: 20250618, Replications: replications},
	}
	play(t, a)
	return a.tables[0]
}

// play runs the grid of an answer.
func play(t *testing.T, a *answer) {
	t.Helper()
	require.NoError(t, a.compile())
	results, err := a.play(context.Background(), a.grid(), &counted{})
	require.NoError(t, err)
	a.gather(results)
	for _, outcomes := range a.outcomes {
		for _, o := range outcomes {
			require.Zero(t, o.Audit.OpenLedgers+int(o.Audit.FlowGap)+int(o.Audit.LittleGap)+int(o.Audit.QueueGap))
		}
	}
}

// expected is a value of a reference case and the measure that has it, times scale.
type expected struct {
	measure string
	scale   float64
	value   float64
	hw      float64
}

// accept holds a table against expected values by the rule of the reference cases: the 99.9 %
// interval holds the value and is at most twice as wide as hw says.
func accept(t *testing.T, table *experiment.Table, all []expected) {
	t.Helper()
	for _, e := range all {
		values := table.Values(e.measure)
		require.NotEmpty(t, values, e.measure)
		scaled := make([]float64, len(values))
		for i, v := range values {
			scaled[i] = v * e.scale
		}
		verdict := experiment.Accept(e.value, scaled, 2*e.hw/100*e.value)
		assert.True(t, verdict.Accepted, "%s: want %v, have %+v (%s)", e.measure, e.value, verdict.Interval, verdict.Why)
	}
}

const lane = "station.exit post/lane."

func TestQueueOfOneLaneIsErlangs(t *testing.T) {
	if testing.Short() {
		t.Skip("4 million trucks")
	}
	table := tableOf(t, "reference/p10-m-m-1", 40)
	accept(t, table, []expected{ // M/M/1, rho 0.8: Erlang 1909
		{lane + "wait_h", 1, 0.8, 1.86},
		{"queue_wait_h", 1, 0.8, 1.86},
		{"border_time_h", 1, 1.0, 1.5},
		{lane + "queue_trucks", 1, 3.2, 1.95},
		{lane + "utilisation_share", 1, 0.8, 1},
		{"border_time_p95_h", 1, 2.99573227355, 2.5},
	})
	accept(t, complement(table, "share_within_2 h"), []expected{{"late", 1, 0.135335283237, 3.2}})
	accept(t, complement(table, "share_within_1 h wait"), []expected{{"late", 1, 0.294303552937, 1.74}})
}

// complement is a table with 1 minus a share.
func complement(table *experiment.Table, share string) *experiment.Table {
	values := table.Values(share)
	var rows [][]experiment.Observation
	for _, v := range values {
		rows = append(rows, []experiment.Observation{{Measure: "late", Value: 1 - v}})
	}
	out, _ := experiment.NewTable(rows)
	return out
}

func TestQueueOfSeveralLanesIsErlangs(t *testing.T) {
	if testing.Short() {
		t.Skip("20 million trucks")
	}
	for _, row := range []struct {
		name                string
		busy, wq, lq, late  float64 // probability of waiting; [min]; [trucks]; P(wait > 30 min)
		hwB, hwW, hwL, hwLt float64
	}{ // M/M/c: Erlang 1917, reference case P11
		{"reference/p11-m-m-2", 0.642857142857, 19.2857142857, 1.92857142857, 0.236493926467, 0.48, 2.2, 2.28, 1.82},
		{"reference/p11-m-m-4", 0.596432471787, 11.183108846, 2.38572988715, 0.120417639273, 0.51, 2.11, 2.16, 2.8},
		{"reference/p11-m-m-10", 0.668731524108, 13.3746304822, 6.01858371697, 0.14921417207, 0.58, 2.82, 2.86, 3.74},
	} {
		table := tableOf(t, row.name, 40)
		accept(t, table, []expected{
			{lane + "wait_h", 60, row.wq, row.hwW},
			{lane + "queue_trucks", 1, row.lq, row.hwL},
		})
		accept(t, complement(table, "share_within_no wait"), []expected{{"late", 1, row.busy, row.hwB}})
		accept(t, complement(table, "share_within_30 min wait"), []expected{{"late", 1, row.late, row.hwLt}})
	}
}

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

// TestCommonLuckPaysOnAKnownDifference is reference case P24: exact chain; the variance of the
// difference is at most 0.35 of what independent luck gives, and the faster lane is never slower.
func TestCommonLuckPaysOnAKnownDifference(t *testing.T) {
	s, err := scenarios.LoadStudy("reference/p24-common-luck", nil)
	require.NoError(t, err)
	a := &answer{study: s, options: Options{Seed: 20250618, Replications: s.Replications}}
	play(t, a)
	slow := a.tables[0].Values("queue_wait_h")
	fast := a.tables[1].Values("queue_wait_h")
	differences := make([]float64, len(slow))
	inMinutes := make([]float64, len(slow))
	for r := range slow {
		differences[r] = 60 * (slow[r] - fast[r])
		inMinutes[r] = 60 * slow[r]
		assert.GreaterOrEqual(t, differences[r], 0.0, "replication %d", r)
	}
	assert.True(t, experiment.Accept(15.3322781118, differences, 2*3.23/100*15.3322781118).Accepted)
	assert.True(t, experiment.Accept(32.38797699, inMinutes, 2*2.89/100*32.38797699).Accepted)
	factor, ok := stat.VarianceRatio(fast, slow)
	require.True(t, ok)
	assert.GreaterOrEqual(t, factor, 1/0.35)
}
