package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// TestInterruptedServiceGoesOnAfterTheRepair: a scanner breaks 7 min after every repair, which takes 3 min. Trucks at
// 0 and 1 min need 5 min each: the first has 0-5, the second 5-7 and, after the repair, 10-13.
func TestInterruptedServiceGoesOnAfterTheRepair(t *testing.T) {
	c := inLine(2, 5)
	c.Gates[0].Posts[0].Stations[0].Breaks = &corridors.Breaks{Every: must(law.Constant(7 * 60)), Repair: must(law.Constant(3 * 60))}
	c.Gates[0].Posts[0].Stages[0].Fee = 10
	log := &facts{}
	m, o := run(t, c, Horizon{Length: sim.Hour, After: Drain}, log)
	require.Equal(t, Audit{Entered: 2, Left: 2}, o.Audit)
	var second [][2]float64
	for _, f := range log.all {
		if f.Kind == TimeFact && f.Truck == 2 {
			second = append(second, [2]float64{f.From.Seconds() / 60, f.To.Seconds() / 60})
			assert.Equal(t, f.Activity == Blocked, f.Broken)
		}
	}
	assert.Equal(t, [][2]float64{{1, 5}, {5, 7}, {7, 10}, {10, 13}}, second)
	assert.Equal(t, 3.0, log.minutes(2, Blocked))
	assert.InDelta(t, (5+12)/2.0/60, value(t, m, o, "stage.A/check.time_h"), 1e-12, "two trucks pass, not three")
	assert.InDelta(t, 10, value(t, m, o, "cost_fees_usd"), 1e-9, "one fee each")
	assert.InDelta(t, 1-18.0/60, value(t, m, o, "station.A/lane.available_share"), 1e-12, "7-10, 17-20, ... 57-60")
}

// TestBreakdownsAreTheSameUnderEveryAlternative: they depend on seed, server and number alone.
func TestBreakdownsAreTheSameUnderEveryAlternative(t *testing.T) {
	var shares []float64
	for _, trucks := range []int{1, 40} {
		c := inLine(trucks, 5)
		c.Gates[0].Posts[0].Stations[0].Servers = 3
		c.Gates[0].Posts[0].Stations[0].Breaks = &corridors.Breaks{Every: must(exponential(60)), Repair: must(exponential(20))}
		m, o := run(t, c, Horizon{Length: 10 * sim.Day, After: Stop}, nil)
		shares = append(shares, value(t, m, o, "station.A/lane.available_share"))
		assert.InDelta(t, 0.75, m.availability(&m.stations[0]), 1e-12)
	}
	assert.Equal(t, shares[0], shares[1])
	assert.InDelta(t, 0.75, shares[0], 0.05)
}
