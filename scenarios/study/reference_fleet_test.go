package study

import (
	"context"
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

// TestClosedFleetWithFixedTimesIsExact is reference case P05, by discrete recursion.
func TestClosedFleetWithFixedTimesIsExact(t *testing.T) {
	const name, trucks = "reference/p05-closed-fleet", "fleets[quarry trucks].trucks="
	for _, row := range []struct {
		trucks string
		count  int
		first  []float64
	}{
		{"5", 61, []float64{147, 172, 197, 222, 247, 374}},
		{"12", 110, []float64{147, 172, 197, 222, 247, 272}},
	} {
		at := told(t, journey.Delivered, name, trucks+row.trucks)
		assert.Len(t, at, row.count)
		assert.Equal(t, row.first, at[:6])
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

// TestRoadWithRoomForAllFillsUp is reference case P18: the number under way has the variance of its mean.
func TestRoadWithRoomForAllFillsUp(t *testing.T) {
	if testing.Short() {
		t.Skip("2,000 replications")
	}
	all := logs(t, "reference/p18-road", 2000)
	at8 := make([]float64, len(all))
	for i, c := range all {
		at8[i] = c.at(8)
	}
	assert.InEpsilon(t, 37.7285415232, stat.Variance(at8, nil), 0.1, "Poisson: variance = mean")
	measured := tableWith(t, "reference/p18-road", 2000, "horizon.length=8 h").Values("inside_end_trucks")
	assert.Equal(t, at8, measured, "the measure is what the log says")
}
