package journey

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// TestEachJoinsTheShortestLaneAndStays works the services out again from arrivals and durations, by the rule: the
// lane with the fewest trucks in it, of equals the first, first come, first served within it.
func TestEachJoinsTheShortestLaneAndStays(t *testing.T) {
	c := oneLane(3, must(exponential(20)), corridors.Arrivals{PerSecond: 8.0 / 3600}, corridors.Hours{})
	c.Gates[0].Posts[0].Stations[0].Queue = corridors.PerLane
	log := &facts{}
	_, o := run(t, c, Horizon{Length: 30 * sim.Day, After: Drain}, log)
	require.Equal(t, Audit{Entered: o.Audit.Entered, Left: o.Audit.Entered}, o.Audit)
	arrived, starts, ends := make(map[uint32]sim.Time), make(map[uint32]sim.Time), make(map[uint32]sim.Time)
	for _, f := range log.all {
		switch {
		case f.Kind == HappeningFact && f.Happening == Ready:
			arrived[f.Truck] = f.From
		case f.Kind == TimeFact && f.Activity == Service:
			starts[f.Truck], ends[f.Truck] = f.From, f.To
		}
	}
	var lanes [3][]sim.Time // ends of the trucks of each lane, in order
	passedOver := 0
	for truck := uint32(1); int(truck) <= len(arrived); truck++ {
		now := arrived[truck]
		present := func(lane []sim.Time) (n int) {
			for i := len(lane) - 1; i >= 0 && lane[i] > now; i-- {
				n++
			}
			return n
		}
		best := 0
		for i := range lanes {
			if present(lanes[i]) < present(lanes[best]) {
				best = i
			}
		}
		start := now
		if lane := lanes[best]; len(lane) > 0 {
			start = max(now, lane[len(lane)-1])
		}
		require.Equal(t, start, starts[truck], "truck %d", truck)
		lanes[best] = append(lanes[best], ends[truck])
		if slices.Max([]sim.Time{starts[max(1, truck-1)], 0}) > starts[truck] {
			passedOver++
		}
	}
	assert.Greater(t, len(arrived), 5000)
	assert.Positive(t, passedOver, "with lanes, who comes later may be served earlier")
}
