package journey

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// sea is a road of one hour between X and a port, where a feeder is due on Mondays and Thursdays at 06:00.
func sea(t *testing.T) *corridors.Corridor {
	c := openRoad(corridors.Arrivals{Timetable: &corridors.Timetable{Every: 86400, First: 3600}})
	c.Countries = []corridors.Country{{Code: "VN"}}
	c.Places = []corridors.Place{{Name: "X", Country: "VN"}}
	c.Legs = []corridors.Leg{{From: "X", To: "port", Road: "QL9", Country: "VN", Length: 40, Speed: 40}}
	c.Gates = nil
	c.Depots = []corridors.Depot{{
		Post: corridors.Post{Name: "port", Country: "VN"}, Kind: corridors.Port,
		Storage: corridors.Storage{Free: 86400, PerDay: 5},
		Vessels: []corridors.Vessel{{Name: "feeder", Days: 1<<0 | 1<<3, At: 6 * 3600, CutOff: 12 * 3600, Discharge: 4 * 3600}},
	}}
	c.Flows[0].From, c.Flows[0].To = "X", "port"
	return c
}

// TestExportsWaitForTheCallWhoseCutOffTheyMake: a load a day from Monday 01:00 on is at the port at 02:00. Those of Monday to
// Wednesday make the call of Thursday 06:00 (Wednesday's by 16 h), that of Thursday misses it and, like those up to Sunday, takes
// Monday's.
func TestExportsWaitForTheCallWhoseCutOffTheyMake(t *testing.T) {
	c := sea(t)
	log := &facts{}
	m, o := run(t, c, Horizon{Start: corridors.DayOf(2026, time.March, 2), Length: sim.Week, After: Drain}, log)
	var waits []sim.Time
	stored := int64(0)
	for _, f := range log.all {
		switch {
		case f.Kind == HappeningFact && f.Happening == Shipped:
			assert.Equal(t, "feeder", f.Stage)
			waits = append(waits, f.To-f.From)
		case f.Kind == MoneyFact && f.Line == Storage:
			stored += f.Micro
		}
	}
	h := sim.Hour
	assert.Equal(t, []sim.Time{76 * h, 52 * h, 28 * h, 100 * h, 76 * h, 52 * h, 28 * h}, waits)
	// Of 76, 52, 28 and 100 h the first 24 are free: 3, 2, 1 and 4 days are begun after them.
	assert.EqualValues(t, 5e6*(3+2+1+4+3+2+1), stored)
	at := func(name string) float64 { return value(t, m, o, name) }
	assert.InDelta(t, (76+52+28+100+76+52+28)/7.0, at("depot.port.export_dwell_h"), 1e-9)
	assert.InDelta(t, at("depot.port.export_dwell_h")+1, at("depot.port.door_to_vessel_h"), 1e-9, "an hour on the road before")
	assert.Equal(t, at("depot.port.door_to_vessel_h"), at("door_to_vessel_h"), "there is one port")
}

// TestGoodsAgeUntilTheirVesselHasCome: 20 t of 1,000 USD lose 1 % a day on the road, an hour, and in the port.
func TestGoodsAgeUntilTheirVesselHasCome(t *testing.T) {
	c := sea(t)
	c.Commodities = []corridors.Commodity{{Name: "fish", Worth: 1000, Loss: 0.01}}
	c.Flows[0].Cargo.Commodity, c.Flows[0].Payload = "fish", 20
	log := &facts{}
	run(t, c, Horizon{Start: corridors.DayOf(2026, time.March, 2), Length: sim.Week, After: Drain}, log)
	var lost []int64
	for _, f := range log.all {
		if f.Kind == GoodsFact {
			lost = append(lost, f.Micro)
		}
	}
	var want []int64
	for _, wait := range []float64{76, 52, 28, 100, 76, 52, 28} {
		want = append(want, inMicro(20*1000*0.01*(wait+1)/24))
	}
	assert.Equal(t, want, lost)
}

// TestImportsComeWithTheNextCall: loads that are at sea from Monday 01:00 on, one a day, come with the calls of Thursday and
// Monday, within four hours of them.
func TestImportsComeWithTheNextCall(t *testing.T) {
	c := sea(t)
	f := &c.Flows[0]
	dwell := must(law.Constant(30 * 3600))
	f.From, f.To, f.Landing = "port", "X", &corridors.Landing{Vessel: "feeder", Dwell: &dwell}
	c.Depots[0].Vessels[0].Delay = &dwell
	log := &facts{}
	m, o := run(t, c, Horizon{Start: corridors.DayOf(2026, time.March, 2), Length: 2 * sim.Week, After: Drain}, log)
	ready := make(map[sim.Time]int) // by the call: it is due, late by 30 h, and fetched 30 h after discharge
	for _, f := range log.all {
		if f.Kind == HappeningFact && f.Happening == Ready {
			call := f.From - 60*sim.Hour
			due := 6*sim.Hour + call/sim.Day*sim.Day // 30 h and 30 h are the same time of day, half a day on
			require.GreaterOrEqual(t, call, due)
			require.Less(t, call-due, 4*sim.Hour)
			ready[due/sim.Day]++
		}
	}
	// At 01:00 the load of Monday itself makes the call of that day.
	assert.Equal(t, map[sim.Time]int{0: 1, 3: 3, 7: 4, 10: 3}, ready, "the last call before the end whose loads are fetched before it is that of day 10")
	assert.InDelta(t, 30, value(t, m, o, "depot.port.import_dwell_h"), 1e-6)
}
