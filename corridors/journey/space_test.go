package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// inLine is a post with a stage after the other, each of so many minutes at a server of its own; a truck comes
// every minute from 0.
func inLine(trucks int, minutes ...float64) *corridors.Corridor {
	c := oneLane(1, must(law.Constant(60*minutes[0])), corridors.Arrivals{Timetable: &corridors.Timetable{Every: 60}, Count: &trucks}, corridors.Hours{})
	post := &c.Gates[0].Posts[0]
	for i, m := range minutes[1:] {
		name := []string{"second", "third"}[i]
		post.Stations = append(post.Stations, corridors.Station{Name: name, Servers: 1})
		post.Stages = append(post.Stages, corridors.Stage{Name: name, Owner: "customs", Station: name, Service: must(law.Constant(60 * m))})
	}
	return c
}

// TestTrucksInAYardKeepNoLane: papers take 2 min at one counter, the barrier after them 5 min at one lane with
// no waiting place. In the yard, of two places, trucks stand from reaching the post until they have the
// barrier. By hand: papers are done at 2, 4 and, since the third comes into the yard when the first
// leaves it at 2, at 6; the barrier takes them at 2, 7 and 12. The second is held up 4-7, the third first on the road
// 2-2, then 6-12; the fourth comes at 3, gets a place at 7, has papers 7-9 and the barrier at 17.
func TestTrucksInAYardKeepNoLane(t *testing.T) {
	c := inLine(4, 2, 5)
	post := &c.Gates[0].Posts[0]
	post.Yards = []corridors.Yard{{Name: "yard", Places: 2}}
	post.Stages[0].Yard = "yard"
	post.Stations[1].Room = &corridors.Room{Places: 0, WhenFull: corridors.Block}
	log := &facts{}
	m, o := run(t, c, Horizon{Length: 40 * sim.Minute, After: Drain}, log)
	assert.Equal(t, []float64{0, 3, 6, 4 + 8}, []float64{
		log.minutes(1, Blocked), log.minutes(2, Blocked), log.minutes(3, Blocked), log.minutes(4, Blocked),
	})
	assert.Equal(t, []float64{0, 1, 2, 0}, []float64{
		log.minutes(1, Queueing), log.minutes(2, Queueing), log.minutes(3, Queueing), log.minutes(4, Queueing),
	})
	assert.InDelta(t, (2+6+10+10)/40.0, value(t, m, o, "yard.A/yard.mean_trucks"), 1e-12, "places taken 0-2, 1-7, 2-12 and 7-17")
	assert.Equal(t, 2.0, value(t, m, o, "yard.A/yard.most_trucks"))
	assert.InDelta(t, 4.0/4/60, value(t, m, o, "yard.A/yard.wait_h"), 1e-12, "the fourth waits 3-7; the others none")
	assert.Zero(t, value(t, m, o, "station.A/lane.blocked_share"), "the counter goes on")
	require.Equal(t, Audit{Entered: 4, Left: 4}, o.Audit)
}

// TestTrucksInTheStripKeepNoLane: a lane of 2 min leads to a strip of two places, and behind it everybody is inspected for
// 10 min in a yard of one. By hand: the lane is done at 2, 4, 6 and 8, the yard takes trucks at 2, 12, 22 and 32. The
// second and the third wait for it in the strip, the fourth 8-12 in the lane and only then in the strip.
func TestTrucksInTheStripKeepNoLane(t *testing.T) {
	c := inLine(4, 2)
	places := 2
	c.Gates[0].Strip.Places = &places
	entry := &c.Gates[0].Posts[1]
	entry.Yards = []corridors.Yard{{Name: "yard", Places: 1}}
	entry.Stages = []corridors.Stage{{Name: "inspection", Owner: "customs", Yard: "yard", Service: must(law.Constant(600))}}
	log := &facts{}
	m, o := run(t, c, Horizon{Length: sim.Hour, After: Drain}, log)
	assert.Equal(t, []float64{0, 8, 16, 24}, []float64{
		log.minutes(1, Blocked), log.minutes(2, Blocked), log.minutes(3, Blocked), log.minutes(4, Blocked),
	})
	assert.Equal(t, 3.0, log.minutes(4, Queueing), "from 3 to 6")
	assert.InDelta(t, 4.0/60, value(t, m, o, "station.A/lane.blocked_share"), 1e-12)
	require.Equal(t, Audit{Entered: 4, Left: 4}, o.Audit)
}

// TestWhoGoesToTheSameStationAgainStaysInItsLane: there is no place to step aside to.
func TestWhoGoesToTheSameStationAgainStaysInItsLane(t *testing.T) {
	c := inLine(2, 4)
	post := &c.Gates[0].Posts[0]
	post.Stations[0].Room = &corridors.Room{Places: 0, WhenFull: corridors.Block}
	again := post.Stages[0]
	again.Name = "check again"
	post.Stages = append(post.Stages, again)
	log := &facts{}
	m, o := run(t, c, Horizon{Length: sim.Hour, After: Drain}, log)
	assert.Equal(t, 7.0, log.minutes(2, Blocked), "comes at 1, the first is done with both checks at 8")
	assert.Equal(t, 16.0/60, value(t, m, o, "station.A/lane.utilisation_share"))
	require.Equal(t, Audit{Entered: 2, Left: 2}, o.Audit)
}

// TestWhoGoesOnInItsLaneKeepsAnOfficerWhoHasBeenRelieved: one lane without a waiting place, two checks of 4 min, and at
// 4 the next shift, which leaves trucks to those who have begun with them. By hand: the first comes at 1 and the lane
// of the fresh officer has gone to the second when its first check is over at 5, so the one who should have gone at 4 stays
// until 9; the second has both checks 4-12.
func TestWhoGoesOnInItsLaneKeepsAnOfficerWhoHasBeenRelieved(t *testing.T) {
	c := inLine(2, 4)
	post := &c.Gates[0].Posts[0]
	post.Stations[0].Room = &corridors.Room{Places: 0, WhenFull: corridors.Block}
	minutes := func(from, to int) corridors.Hours {
		return corridors.Hours{Windows: []corridors.Window{{From: 60 * from, To: 60 * to}}}
	}
	post.Stations[0].Shifts = []corridors.Shift{{Hours: minutes(0, 4), Servers: 1}, {Hours: minutes(4, 120), Servers: 1}}
	post.Stations[0].Handover = corridors.Finish
	c.Flows[0].Arrivals.Timetable.First = 60
	again := post.Stages[0]
	again.Name = "check again"
	post.Stages = append(post.Stages, again)
	log := &facts{}
	m, o := run(t, c, Horizon{Length: sim.Hour, After: Drain}, log)
	assert.Equal(t, []float64{0, 2}, []float64{log.minutes(1, Blocked), log.minutes(2, Blocked)})
	assert.InDelta(t, 16.0/(60+5), value(t, m, o, "station.A/lane.utilisation_share"), 1e-12, "the hour of the roster, and 4-9 beyond it")
	require.Equal(t, Audit{Entered: 2, Left: 2}, o.Audit)
}

// TestOnlyWhoComesFromTheRoadIsTurnedAway: the lane takes 10 min and has one waiting place. Of trucks at 1, 2
// and 3 the third goes away; with 1 min on a weighbridge before the lane it has begun its crossing and waits.
func TestOnlyWhoComesFromTheRoadIsTurnedAway(t *testing.T) {
	c := inLine(3, 10)
	post := &c.Gates[0].Posts[0]
	post.Stations[0].Room = &corridors.Room{Places: 1, WhenFull: corridors.TurnAway}
	c.Gates[0].Informal = 9
	c.Flows[0].Arrivals.Timetable.First = 60 // the window begins at 0, after what happens then
	c.Flows[0].Payload = 20
	log := &facts{}
	m, o := run(t, c, Horizon{Length: sim.Hour, After: Drain}, log)
	assert.Equal(t, 1.0/3, value(t, m, o, "station.A/lane.turned_away_share"))
	assert.Equal(t, 48.0, value(t, m, o, "trucks_per_day"))
	assert.Equal(t, Audit{Entered: 3, Left: 3}, o.Audit)
	for _, f := range log.all {
		if f.Truck == 3 {
			assert.NotEqual(t, MoneyFact, f.Kind, "who does not cross pays nobody")
		}
	}
	post.Stages = append([]corridors.Stage{{Name: "scales", Owner: "transport", Service: must(law.Constant(60))}}, post.Stages...)
	m, o = run(t, c, Horizon{Length: sim.Hour, After: Drain}, nil)
	assert.Zero(t, value(t, m, o, "station.A/lane.turned_away_share"))
	assert.Equal(t, Audit{Entered: 3, Left: 3}, o.Audit)
}

// TestRoomForAllIsNoRoom: as many waiting places as there are trucks change no tick.
func TestRoomForAllIsNoRoom(t *testing.T) {
	var lives [][]Fact
	for _, room := range []*corridors.Room{nil, {Places: 1000, WhenFull: corridors.Block}, {Places: 1000, WhenFull: corridors.TurnAway}} {
		c := busy()
		c.Gates[0].Strip.Places = nil
		for i := range c.Gates[0].Posts {
			c.Gates[0].Posts[i].Stations[0].Room = room
		}
		log := &facts{}
		run(t, c, Horizon{WarmUp: sim.Hour, Length: 3 * sim.Day, After: Drain}, log)
		lives = append(lives, nil)
		for _, f := range log.all {
			if f.Kind == TimeFact { // where it is booked does change: in the strip, or at the station behind it
				lives[len(lives)-1] = append(lives[len(lives)-1], Fact{Flow: f.Flow, Truck: f.Truck, Activity: f.Activity, From: f.From, To: f.To})
			}
		}
	}
	assert.Greater(t, len(lives[0]), 500)
	assert.Equal(t, lives[0], lives[1])
	assert.Equal(t, lives[0], lives[2])
}

// TestConditionsNameFlows: a stage for one flow is passed by its trucks, those of its backlog included.
func TestConditionsNameFlows(t *testing.T) {
	count := 2
	c := inLine(2, 3)
	other := c.Flows[0]
	other.Name, other.Arrivals.Count = "others", &count
	c.Flows[0].Backlog = &corridors.Backlog{At: "A", Trucks: 1}
	c.Flows = append(c.Flows, other)
	c.Gates[0].Posts[0].Stages[0].When.Flow = []string{"trucks"}
	log := &facts{}
	run(t, c, Horizon{Length: sim.Hour, After: Drain}, log)
	served := make(map[string]int)
	for _, f := range log.all {
		if f.Kind == TimeFact && f.Activity == Service {
			served[f.Flow]++
		}
	}
	assert.Equal(t, map[string]int{"trucks": 2, BacklogOf("trucks"): 1}, served)
}
