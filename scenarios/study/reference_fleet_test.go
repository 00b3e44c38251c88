package study

import (
	"context"
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/experiment"
)

// tableWith is tableOf with settings.
func tableWith(t *testing.T, name string, replications int, sets ...string) *experiment.Table {
	t.Helper()
	s, err := scenarios.LoadScenario(name, sets)
	require.NoError(t, err)
	a := &answer{
		study:   &scenarios.Study{Alternatives: []scenarios.Alternative{{Name: name, Scenario: s}}},
		options: Options{Seed: 20250618, Replications: replications},
	}
	play(t, a)
	return a.tables[0]
}

// told runs one replication and lists when something happened [min].
func told(t *testing.T, h journey.Happening, name string, sets ...string) (at []float64) {
	t.Helper()
	s, err := scenarios.LoadScenario(name, sets)
	require.NoError(t, err)
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	log := &happenings{of: h}
	_, err = journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), log)
	require.NoError(t, err)
	for _, f := range log.facts {
		at = append(at, f.From.Seconds()/60)
	}
	return at
}

// happenings keeps what happened of one kind.
type happenings struct {
	of    journey.Happening
	facts []journey.Fact
}

func (h *happenings) Record(f journey.Fact) {
	if f.Kind == journey.HappeningFact && f.Happening == h.of {
		h.facts = append(h.facts, f)
	}
}

// TestClosedFleetWithFixedTimesIsExact is reference case P05, by discrete recursion; the long-run rate is
// min(N/227, 1/25) a minute.
func TestClosedFleetWithFixedTimesIsExact(t *testing.T) {
	const name, trucks, length = "reference/p05-closed-fleet", "fleets[quarry trucks].trucks=", "horizon.length="
	for _, row := range []struct {
		trucks string
		count  int
		first  []float64
		window string // whole periods of the fleet
		perDay float64
	}{
		{"5", 61, []float64{147, 172, 197, 222, 247, 374}, "227 h", 24 * 300.0 / 227},
		{"12", 110, []float64{147, 172, 197, 222, 247, 272}, "250 h", 24 * 12.0 / 5},
	} {
		at := told(t, journey.Delivered, name, trucks+row.trucks)
		assert.Len(t, at, row.count)
		assert.Equal(t, row.first, at[:6])
		table := tableWith(t, name, 1, trucks+row.trucks, "horizon.warm_up=20 h", length+row.window)
		assert.InDelta(t, row.perDay, table.Values("loads_per_day")[0], 1e-9)
	}
}

// TestConvoysLeaveFullOrTimedOut is reference case P06.
func TestConvoysLeaveFullOrTimedOut(t *testing.T) {
	for _, row := range []struct {
		name  string
		left  []float64
		waits []float64
		mean  float64
	}{
		{"reference/p06-convoys", []float64{28, 63, 98, 133, 168, 203, 238, 273, 308, 343}, []float64{28, 21, 14, 7, 0}, 14},
		{"reference/p06-convoys-timed", []float64{20, 41, 62, 83}, []float64{20, 13, 6}, 13},
	} {
		assert.Equal(t, row.left, told(t, journey.Ready, row.name))
		came := told(t, journey.PartReady, row.name)
		for i, at := range came {
			convoy := i / len(row.waits)
			assert.Equal(t, row.waits[i%len(row.waits)], row.left[convoy]-at, "%s, truck %d", row.name, i+1)
		}
		assert.Len(t, came, len(row.left)*len(row.waits))
		assert.InDelta(t, row.mean, 60*tableWith(t, row.name, 1).Values("consolidation_wait_h")[0], 1e-9)
	}
}

// TestRoadWithRoomForAllFillsUp is reference case P18: M/M/inf from empty.
func TestRoadWithRoomForAllFillsUp(t *testing.T) {
	if testing.Short() {
		t.Skip("2,000 replications")
	}
	all := logs(t, "reference/p18-road", 2000)
	for _, row := range []struct{ hour, want, hw float64 }{
		{1, 10.4379536908, 2.3},
		{2, 18.2818388757, 1.71},
		{4, 28.6059245924, 1.38},
		{8, 37.7285415232, 1.19},
		{24, 41.9558195652, 1.17},
	} {
		holds(t, all, row.want, row.hw, func(c *counts) float64 { return c.at(row.hour) })
	}
	at8 := make([]float64, len(all))
	for i, c := range all {
		at8[i] = c.at(8)
	}
	assert.InEpsilon(t, 37.7285415232, stat.Variance(at8, nil), 0.1, "Poisson: variance = mean")
	measured := tableWith(t, "reference/p18-road", 2000, "horizon.length=8 h").Values("inside_end_trucks")
	assert.Equal(t, at8, measured, "the measure is what the log says")
}

// TestClosedFleetIsExactByMeanValueAnalysis is reference case P32.
func TestClosedFleetIsExactByMeanValueAnalysis(t *testing.T) {
	if testing.Short() {
		t.Skip("1 million trips")
	}
	for _, row := range []struct{ trucks, perHour, cycle, hw float64 }{
		{1, 0.10582010582, 567.0, 0.77},
		{5, 0.520575757084, 576.284999671, 0.43},
		{10, 1.00542039157, 596.765298407, 0.32},
		{15, 1.42260621783, 632.641688698, 0.31},
		{20, 1.73063032772, 693.388981332, 0.36},
		{30, 1.97362104204, 912.02918983, 0.78},
	} {
		trucks := strconv.Itoa(int(row.trucks))
		table := tableWith(t, "reference/p32-closed-fleet", 20, "fleets[quarry trucks].trucks="+trucks)
		accept(t, table, []expected{
			{"loads_per_day", 1.0 / 24, row.perHour, row.hw},
			{"round_trip_h", 60, row.cycle, row.hw},
		})
		if row.trucks != 20 {
			continue
		}
		for _, at := range []struct {
			station           string
			servers, want, hw float64
		}{
			{"station.exit post/lane.", 1, 0.516803696868, 1.38},
			{"station.quarry/loader.", 1, 3.62455318161, 1.93},
			{"station.works/docks.", 2, 2.01360049975, 1.59},
		} {
			queue, busy := table.Values(at.station+"queue_trucks"), table.Values(at.station+"utilisation_share")
			for i := range queue {
				queue[i] += at.servers * busy[i]
			}
			verdict := experiment.Accept(at.want, queue, 2*at.hw/100*at.want)
			assert.True(t, verdict.Accepted, "%s: want %v, have %+v (%s)", at.station, at.want, verdict.Interval, verdict.Why)
		}
	}
}

// TestRepairBaysAreMachineInterference is reference case P33.
func TestRepairBaysAreMachineInterference(t *testing.T) {
	if testing.Short() {
		t.Skip("4 million trips")
	}
	assert.InDelta(t, 100/math.Ln2, 144.269504, 1e-6, "half of the tractors make one more trip of 100 h")
	const fleet, bays = "fleet.tractors.", "station.base/bays of tractors."
	one := tableWith(t, "reference/p33-repair-bays", 40)
	accept(t, one, []expected{
		{fleet + "available_share", 1, 0.938240966381, 0.06},
		{fleet + "repair_trucks", 1, 0.741108403423, 0.93},
		{bays + "wait_h", 1, 5.16485547562, 1.48},
	})
	two := tableWith(t, "reference/p33-repair-bays", 40, "fleets[tractors].repairs.bays=2")
	accept(t, two, []expected{
		{fleet + "available_share", 1, 0.959999458742, 0.02},
		{bays + "wait_h", 1, 0.333450793796, 3.11},
	})
}
