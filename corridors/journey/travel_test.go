package journey

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// longRoad is one road of so many km from X to Y, driven at 50 km/h, with a truck every so many minutes
// from a time on [h].
func longRoad(km, first, every float64, count int) *corridors.Corridor {
	return &corridors.Corridor{
		Name:      "long road",
		Countries: []corridors.Country{{Code: "VN"}},
		Places:    []corridors.Place{{Name: "X", Country: "VN"}, {Name: "Y", Country: "VN"}},
		Legs:      []corridors.Leg{{From: "X", To: "Y", Road: "QL1", Country: "VN", Length: km, Speed: 50}},
		Fleet:     corridors.Fleet{EmptySpeed: 1, Spread: must(law.Constant(1))},
		Flows: []corridors.Flow{{
			Name: "trucks", From: "X", To: "Y", Traffic: corridors.Trucks, Return: corridors.Return{Mode: corridors.NoReturn},
			Arrivals: corridors.Arrivals{Timetable: &corridors.Timetable{First: first * 3600, Every: every * 60}, Count: &count},
		}},
	}
}

// part is a stretch of a truck's life in hours since the start.
type part struct {
	what     Activity
	from, to float64
}

// lifeOf lists the stretches of a truck; two of the same kind that touch are one.
func lifeOf(t *testing.T, c *corridors.Corridor, truck uint32) (out []part) {
	t.Helper()
	log := &facts{}
	_, o := run(t, c, Horizon{Length: 10 * sim.Day, After: Drain}, log)
	require.Zero(t, o.Audit.OpenLedgers)
	for _, f := range log.all {
		if f.Truck != truck || f.Kind != TimeFact {
			continue
		}
		next := part{f.Activity, f.From.Seconds() / 3600, f.To.Seconds() / 3600}
		if last := len(out) - 1; last >= 0 && out[last].what == next.what && out[last].to == next.from {
			out[last].to = next.to
			continue
		}
		out = append(out, next)
	}
	return out
}

func day(n int, hour float64) float64 { return (float64(n-1)*24 + hour) * 3600 }

func TestTruckWaitsAtAClosedRoad(t *testing.T) {
	c := longRoad(100, 10, 60, 3)
	c.Shocks = []corridors.Shock{
		{From: day(1, 11), To: day(1, 12), Roads: []string{"other"}, Closed: true},
		{From: day(1, 10.5), To: day(1, 14), Roads: []string{"QL1"}, Closed: true},
		{From: day(1, 13), To: day(1, 15), Roads: []string{"QL1"}, Closed: true},
	}
	assert.Equal(t, []part{{Driving, 10, 12}}, lifeOf(t, c, 1), "who is on the road when it closes gets through")
	assert.Equal(t, []part{{ClosedWait, 11, 15}, {Driving, 15, 17}}, lifeOf(t, c, 2))
	c.Shocks[1].Closed, c.Shocks[1].HeaviestLoad = false, 20
	c.Shocks = c.Shocks[:2]
	c.Flows[0].Payload = 20
	assert.Equal(t, []part{{Driving, 11, 13}}, lifeOf(t, c, 2), "not too heavy")
	c.Flows[0].Payload = 21
	assert.Equal(t, []part{{ClosedWait, 11, 14}, {Driving, 14, 16}}, lifeOf(t, c, 2))
}

func TestSlowRoadSlowsFromItsFirstMinuteToItsLast(t *testing.T) {
	c := longRoad(200, 0, 60, 1)
	c.Shocks = []corridors.Shock{{From: 3600, To: 3 * 3600, Roads: []string{"QL1"}, Speed: 0.5}}
	assert.Equal(t, []part{{Driving, 0, 5}}, lifeOf(t, c, 1), "1 h + 2 h at half speed + 2 h")
	c.Shocks[0].To = day(9, 0)
	assert.Equal(t, []part{{Driving, 0, 7}}, lifeOf(t, c, 1), "1 h + 3 h of work at half speed")
}

// TestDriverRests: 4 h, then 15 min; 10 h a day; 48 h a week (B134). The run begins on a Thursday.
func TestDriverRests(t *testing.T) {
	rule := &corridors.DrivingRule{Stretch: 4 * 3600, Break: 15 * 60, Day: 10 * 3600, Week: 48 * 3600}
	c := longRoad(600, 0, 60, 1)
	c.Countries[0].Driving = rule
	assert.Equal(t, []part{{Driving, 0, 4}, {Rest, 4, 4.25}, {Driving, 4.25, 8.25}, {Rest, 8.25, 8.5}, {Driving, 8.5, 10.5}, {Rest, 10.5, 24}, {Driving, 24, 26}},
		lifeOf(t, c, 1))
	c.Flows[0].Arrivals.Timetable.First = 22 * 3600
	assert.Equal(t, []part{{Driving, 22, 26}, {Rest, 26, 26.25}, {Driving, 26.25, 30.25}, {Rest, 30.25, 30.5}, {Driving, 30.5, 34.5}},
		lifeOf(t, c, 1), "2 h of it belong to the first day")
	rule.Stretch, rule.Day, rule.Week = 0, 0, 8*3600
	c.Flows[0].Arrivals.Timetable.First = day(4, 20)
	assert.Equal(t, []part{{Driving, 92, 104}}, lifeOf(t, c, 1)[:1], "4 h of Sunday, 8 h of Monday")
	assert.Equal(t, part{Rest, 8, 96}, func() part { c.Flows[0].Arrivals.Timetable.First = 0; return lifeOf(t, c, 1)[1] }(), "till Monday")
	c.Countries = append(c.Countries, corridors.Country{Code: "LA"})
	c.Legs[0].Country = "LA"
	assert.Equal(t, []part{{Driving, 0, 12}}, lifeOf(t, c, 1), "the rule of another country")
}

// TestAStopAsLongAsABreakIsOne: two legs with loading of 10 or 20 minutes between them are driven with
// or without a break.
func TestAStopAsLongAsABreakIsOne(t *testing.T) {
	for minutes, want := range map[float64][]part{
		20: {{Driving, 0, 3}, {ClosedWait, 3, 3 + 20.0/60}, {Driving, 3 + 20.0/60, 5 + 20.0/60}},
		10: {{Driving, 0, 3}, {ClosedWait, 3, 3 + 10.0/60}, {Driving, 3 + 10.0/60, 4 + 10.0/60}, {Rest, 4 + 10.0/60, 4 + 25.0/60}, {Driving, 4 + 25.0/60, 5 + 25.0/60}},
	} {
		c := longRoad(150, 0, 60, 1)
		c.Countries[0].Driving = &corridors.DrivingRule{Stretch: 4 * 3600, Break: 15 * 60}
		c.Places = append(c.Places, corridors.Place{Name: "Z", Country: "VN"})
		c.Legs = append(c.Legs, corridors.Leg{From: "Y", To: "Z", Road: "QL2", Country: "VN", Length: 100, Speed: 50})
		c.Flows[0].To = "Z"
		c.Shocks = []corridors.Shock{{From: 2 * 3600, To: 3*3600 + minutes*60, Roads: []string{"QL2"}, Closed: true}}
		have := lifeOf(t, c, 1)
		require.Len(t, have, len(want))
		for i := range want {
			assert.Equal(t, want[i].what, have[i].what)
			assert.InDelta(t, want[i].to, have[i].to, 1e-9, "%v min, part %d", minutes, i)
		}
	}
}

func TestNobodyDrivesInTheCurfew(t *testing.T) {
	c := longRoad(500, 20, 60, 1)
	night := corridors.Hours{Windows: []corridors.Window{window(22, 5)}}
	c.Legs[0].Curfew = &night
	assert.Equal(t, []part{{Driving, 20, 22}, {ClosedWait, 22, 29}, {Driving, 29, 37}}, lifeOf(t, c, 1))
	c.Flows[0].Arrivals.Timetable.First = 0
	assert.Equal(t, []part{{ClosedWait, 0, 5}, {Driving, 5, 15}}, lifeOf(t, c, 1))
}

// TestBridgeLetsTrucksOnOneByOne: a truck a minute comes, one in three minutes may go; at the end of
// the limit all go at once.
func TestBridgeLetsTrucksOnOneByOne(t *testing.T) {
	c := longRoad(50, 1, 1, 61)
	c.Shocks = []corridors.Shock{{From: 3600, To: 2 * 3600, Roads: []string{"QL1"}, PerSecond: 20.0 / 3600}}
	assert.Equal(t, []part{{Driving, 1, 2}}, lifeOf(t, c, 1))
	for _, n := range []uint32{2, 7, 20} {
		k := float64(n - 1)
		have := lifeOf(t, c, n)
		require.Len(t, have, 2)
		assert.Equal(t, Queueing, have[0].what)
		assert.InDelta(t, 2*k/60, have[0].to-have[0].from, 1e-9, "truck %d", n)
	}
	assert.InDelta(t, 2, lifeOf(t, c, 21)[0].to, 1e-9, "the limit ends")
	assert.InDelta(t, 2, lifeOf(t, c, 50)[0].to, 1e-9)
	assert.Len(t, lifeOf(t, c, 61), 1)
}

// TestWeatherIsTheSameForAllTrucksOfADay, on every leg that has none of its own.
func TestWeatherIsTheSameForAllTrucksOfADay(t *testing.T) {
	c := longRoad(50, 0, 6*60, 12)
	sky := must(law.Lognormal(1, 0.3))
	c.Weather = &sky
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: 10 * sim.Day, After: Drain}})
	require.NoError(t, err)
	log := &facts{}
	_, err = NewWorld(m).Run(context.Background(), seeds.Replication(3, 4), log)
	require.NoError(t, err)
	drives := 0
	for _, f := range log.all {
		if f.Kind == TimeFact {
			day := uint32((f.Truck-1)/4 + 1)
			u := seeds.Replication(3, 4).Uniform(seeds.PointOf("weather"), 0, day, 0)
			assert.Equal(t, sim.FromSeconds(3600*sky.Quantile(u)), f.To-f.From, "truck %d, day %d", f.Truck, day)
			drives++
		}
	}
	assert.Equal(t, 12, drives)
	own := must(law.Lognormal(1, 0.1))
	c.Legs[0].Weather = &own
	u := seeds.Replication(1, 0).Uniform(seeds.PointOf("QL1/weather"), 0, 1, 0)
	have := lifeOf(t, c, 1)
	assert.InDelta(t, own.Quantile(u), have[0].to, 1e-9)
}
