package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// closedRivals closes the road to A for the second day. There is a way from the fork to C as well: 20 km
// before A a road of 60 km leads from V to C.
func closedRivals(choice corridors.Choice) *corridors.Corridor {
	c := rivals(choice, 0)
	c.Flows[0].Arrivals = corridors.Arrivals{Timetable: &corridors.Timetable{First: 3600, Every: 3600}}
	c.Places = append(c.Places, corridors.Place{Name: "V", Country: "VN"})
	c.Legs[1] = corridors.Leg{From: "X", To: "V", Road: "XV", Country: "VN", Length: 80, Speed: 50}
	c.Legs = append(c.Legs,
		corridors.Leg{From: "V", To: "A", Road: "VA", Country: "VN", Length: 20, Speed: 50},
		corridors.Leg{From: "V", To: "C", Road: "VC", Country: "VN", Length: 90, Speed: 50})
	c.Shocks = []corridors.Shock{{Name: "slide", From: day(2, 0), To: day(3, 0), Roads: []string{"VA"}, Closed: true}}
	return c
}

// told lists what trucks did about the closed road, by when they were ready.
func told(t *testing.T, c *corridors.Corridor) (turned, around, waited map[int]bool, detour float64) {
	log := &facts{}
	m, o := run(t, c, Horizon{Length: 4 * sim.Day, After: Drain}, log)
	turned, around, waited = make(map[int]bool), make(map[int]bool), make(map[int]bool)
	for _, f := range log.all {
		switch {
		case f.Kind == HappeningFact && f.Happening == RoadClosed:
			assert.Equal(t, "VA", f.Stage)
			assert.Equal(t, "V", f.Place)
			turned[int(f.Truck)] = true
		case f.Kind == HappeningFact && f.Happening == WayChosen && f.Place == "X" && f.Stage == "C|D":
			around[int(f.Truck)] = true
		case f.Kind == TimeFact && f.Activity == ClosedWait:
			waited[int(f.Truck)] = true
		}
	}
	return turned, around, waited, value(t, m, o, "detour_km")
}

// TestTruckThatMeetsAClosedRoadTurns: truck n is ready at n:00 and reaches V 96 minutes later. Without
// information those that reach V on day 2 turn there, 80 + 90 + 100 km against 200; with it those that
// set out on day 2 go the 250 km by C, and only the two that are under way at midnight turn.
func TestTruckThatMeetsAClosedRoadTurns(t *testing.T) {
	turned, around, waited, detour := told(t, closedRivals(corridors.Choice{Information: corridors.Uninformed}))
	assert.Len(t, turned, 24)
	assert.True(t, turned[23] && turned[46] && !turned[22] && !turned[47])
	assert.Empty(t, around)
	assert.Empty(t, waited)
	assert.InDelta(t, 24*70.0/95, detour, 1e-9, "24 of the 95 trucks of four days")

	turned, around, waited, detour = told(t, closedRivals(corridors.Choice{Information: corridors.Live, TimeValue: 1e-9}))
	assert.Equal(t, map[int]bool{23: true}, turned, "22 is past V at midnight")
	assert.Len(t, around, 24)
	assert.True(t, around[24] && around[47])
	assert.Empty(t, waited)
	assert.InDelta(t, (70.0+24*50)/95, detour, 1e-9)

	turned, around, _, _ = told(t, closedRivals(corridors.Choice{Information: corridors.Delayed, Delay: 6 * 3600, TimeValue: 1e-9}))
	assert.Len(t, turned, 7, "those that set out before 06:00 and reach V after midnight")
	assert.Len(t, around, 24, "from 06:00 on, and 6 hours too long")
	assert.True(t, around[30] && around[53])
}

// TestWhoMayNotTurnWaits, and so does who has no other way.
func TestWhoMayNotTurnWaits(t *testing.T) {
	turned, around, waited, detour := told(t, closedRivals(corridors.Choice{Information: corridors.Uninformed, Waits: true}))
	assert.Empty(t, turned)
	assert.Empty(t, around)
	assert.Len(t, waited, 24)
	assert.Zero(t, detour)

	c := closedRivals(corridors.Choice{Information: corridors.Live})
	c.Shocks = append(c.Shocks, corridors.Shock{From: day(2, 0), To: day(3, 12), Roads: []string{"DY"}, Closed: true})
	turned, _, waited, _ = told(t, c)
	assert.Empty(t, turned, "the other way is closed as well")
	assert.NotEmpty(t, waited)
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Day, After: Drain}})
	require.NoError(t, err)
	assert.Greater(t, len(m.forks), 1)
}
