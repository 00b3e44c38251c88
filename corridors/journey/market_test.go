package journey

import (
	"context"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// heaped is a market with loads whose turns are given, each of which waits for ever.
func heaped(turns ...sim.Time) *market {
	m := &market{}
	for i, turn := range turns {
		m.put(offer{turn: turn, ready: sim.Time(i), until: 1 << 60, number: uint32(i + 1)})
	}
	return m
}

func TestLoadsAreTakenInTheirTurn(t *testing.T) {
	m := heaped(5, 3, 8, 3, 1)
	var order []uint32
	for range 5 {
		order = append(order, m.remove(0).number)
	}
	assert.Equal(t, []uint32{5, 2, 4, 1, 3}, order, "of equals the one that was ready first")
	m = heaped(1, 5, 2, 6, 7, 3, 4)
	assert.Equal(t, uint32(4), m.remove(3).number)
	order = nil
	for range 6 {
		order = append(order, m.remove(0).number)
	}
	assert.Equal(t, []uint32{1, 3, 6, 7, 2, 5}, order, "one out of the middle leaves the others in order")
}

// hired is the open road with a truck at 0:00, which looks for a load from 0:01 on, and loads that wait an hour and
// then hire a truck for 100 USD and 2 USD/km.
func hired(maxWait law.Law) *corridors.Corridor {
	count := 1
	c := twoWay(corridors.Arrivals{Timetable: &corridors.Timetable{First: 0, Every: 1}, Count: &count}, 2, sim.Hour, 0)
	c.Flows[0].Return.MaxWait = maxWait
	c.Flows[0].Return.Spot = &corridors.Spot{PerTrip: 100, PerKm: 2}
	return c
}

// TestLoadsInVainHireATruck counts by hand: all loads of a day but the first, which the only truck takes, hire one
// for 102 USD; that is no cost of the truck.
func TestLoadsInVainHireATruck(t *testing.T) {
	c := hired(must(law.Constant(86400)))
	h := Horizon{Length: sim.Day, After: Drain}
	m, o := run(t, c, h, nil)
	ready := offers(c, seeds.Replication(1, 0), h.End()-1)
	n := float64(len(ready))
	require.Greater(t, n, 20.0)
	assert.Equal(t, 1-1/n, value(t, m, o, "return_loads_unmatched_share"))
	assert.Equal(t, n-1, value(t, m, o, "spot_loads_per_day"))
	assert.Equal(t, 1-1/n, value(t, m, o, "spot_share"))
	assert.InDelta(t, 102*(n-1)/n, value(t, m, o, "spot_cost_per_load_usd"), 1e-9)
	assert.InDelta(t, (n-1)/n, value(t, m, o, "return_loads_wait_h"), 1e-9, "an hour each, the first none")
	assert.Equal(t, 1.0, value(t, m, o, "taken_return_loads_per_day"))
	assert.Zero(t, value(t, m, o, "return_load_at_once_share"))
	assert.InDelta(t, (ready[0]-sim.Minute).Seconds()/86400, value(t, m, o, "return_load_seeking_trucks"), 1e-9)
	assert.Zero(t, o.Audit.MoneyGap)
	dear := *c
	dear.Flows = append([]corridors.Flow(nil), c.Flows...)
	dear.Flows[0].Return.Spot = nil
	plain, without := run(t, &dear, h, nil)
	for i, name := range plain.Measures() {
		if !without.Present[i] {
			continue
		}
		assert.Equal(t, without.Values[i], value(t, m, o, name), "hired trucks are no trucks of the flow: %s", name)
	}
}

// TestWaitsThatNeverVaryNeedNoLuck: a law without spread gives what the constant gives.
func TestWaitsThatNeverVaryNeedNoLuck(t *testing.T) {
	lives := func(wait law.Law) []Fact {
		c := twoWay(corridors.Arrivals{PerSecond: 2.0 / 3600}, 2, 0, 0)
		c.Flows[0].Return.MaxWait, c.Flows[0].Return.Patience = wait, wait
		log := &facts{}
		run(t, c, Horizon{Length: 2 * sim.Day, After: Drain}, log)
		return log.all
	}
	constant := lives(must(law.Constant(1800)))
	assert.NotEmpty(t, constant)
	assert.Equal(t, constant, lives(must(law.Empirical([]float64{1800}, nil))))
	assert.NotEqual(t, constant, lives(must(law.Uniform(1700, 1900))))
}

// TestTrucksGiveUpInTheirOwnTime: with waits of their own, some that came later go earlier.
func TestTrucksGiveUpInTheirOwnTime(t *testing.T) {
	c := twoWay(corridors.Arrivals{PerSecond: 2.0 / 3600}, 0, 0, 0)
	c.Flows[0].Return.MaxWait = must(law.Exponential(3600))
	log := &facts{}
	run(t, c, Horizon{Length: 5 * sim.Day, After: Drain}, log)
	overtaken := 0
	all := log.seekers()
	for i, s := range all {
		u := seeds.Replication(1, 0).Uniform(seeds.PointOf("max wait"), seeds.FlowOf("trucks"), uint32(i+1), 0)
		l := c.Flows[0].Return.MaxWait
		assert.Equal(t, sim.FromSeconds(l.Quantile(u)), s.until-s.since, "its own luck, by its number")
		if i > 0 && s.until < all[i-1].until {
			overtaken++
		}
	}
	assert.Greater(t, overtaken, 20)
}

// TestMarketsAllocateNothing: the second of two equal replications needs no memory that the first has not left, but
// for its outcome.
func TestMarketsAllocateNothing(t *testing.T) {
	c := twoWay(corridors.Arrivals{PerSecond: 20.0 / 3600}, 20, 0, 0)
	exponential := must(law.Exponential(2 * 3600))
	c.Flows[0].Return.MaxWait, c.Flows[0].Return.Patience = exponential, exponential
	c.Flows[0].Return.Match, c.Flows[0].Return.Due = corridors.NearestDue, &exponential
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: 50 * sim.Day, After: Drain}})
	require.NoError(t, err)
	w := NewWorld(m)
	play := func() {
		_, err := w.Run(context.Background(), seeds.Replication(1, 0), nil)
		require.NoError(t, err)
	}
	play()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	play()
	runtime.ReadMemStats(&after)
	assert.Less(t, after.Mallocs-before.Mallocs, uint64(100), "24,000 trucks and as many loads")
}
