package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// shutGate is one lane of 30 min with trucks every 10 minutes from 09:50 on, so many, and a shock.
func shutGate(trucks int, s corridors.Shock) *corridors.Corridor {
	arrivals := corridors.Arrivals{Timetable: &corridors.Timetable{First: 3600*9 + 3000, Every: 600}, Count: &trucks}
	c := oneLane(1, must(law.Constant(1800)), arrivals, corridors.Hours{})
	c.Shocks = []corridors.Shock{s}
	return c
}

// TestClosedGateFinishesWhomItServes: the gate is closed from 10:00 to 14:00. The truck of 09:50 is served until 10:20, that
// of 10:00 finds it closed, and so does the third, which queues behind the second when it opens.
func TestClosedGateFinishesWhomItServes(t *testing.T) {
	s := corridors.Shock{From: day(1, 10), To: day(1, 14), Gates: []string{"pair"}, Closed: true}
	assert.Equal(t, []part{{Service, 9 + 5.0/6, 10 + 2.0/6}}, lifeOf(t, shutGate(3, s), 1))
	assert.Equal(t, []part{{ClosedWait, 10, 14}, {Service, 14, 14.5}}, lifeOf(t, shutGate(3, s), 2))
	third := lifeOf(t, shutGate(3, s), 3)
	assert.Equal(t, []part{{ClosedWait, 10 + 1.0/6, 14}, {Queueing, 14, 14.5}, {Service, 14.5, 15}}, third)
	s.From = day(1, 10.1)
	assert.Equal(t, []part{{Queueing, 10, 10.1}, {ClosedWait, 10.1, 14}, {Service, 14, 14.5}}, lifeOf(t, shutGate(3, s), 2), "who queues goes on waiting")
	s.Gates, s.Posts = nil, []string{"B"}
	assert.Equal(t, []part{{Queueing, 10, 10 + 2.0/6}, {Service, 10 + 2.0/6, 10 + 5.0/6}}, lifeOf(t, shutGate(3, s), 2), "another post")
}

// TestHoursMeanwhileAreThoseOfThePostsClock: usually 07:00 to 18:00, while the shock lasts 08:00 to 09:30 only, by a clock one
// hour ahead. The truck of 09:50 waits from day 1 until 07:00 of day 2 by the clock of the run.
func TestHoursMeanwhileAreThoseOfThePostsClock(t *testing.T) {
	few := corridors.Hours{Windows: []corridors.Window{{From: 8 * 3600, To: 9.5 * 3600}}}
	s := corridors.Shock{From: 0, To: day(4, 0), Posts: []string{"A"}, Hours: &few}
	c := shutGate(1, s)
	c.Countries[0].Ahead = 3600
	c.Gates[0].Posts[0].Hours = corridors.Hours{Windows: []corridors.Window{window(7, 18)}}
	assert.Equal(t, []part{{ClosedWait, 9 + 5.0/6, 31}, {Service, 31, 31.5}}, lifeOf(t, c, 1))
	c.Gates[0].Posts[0].Hours.Windows[0] = window(9, 18)
	assert.Equal(t, []part{{ClosedWait, 9 + 5.0/6, 32}, {Service, 32, 32.5}}, lifeOf(t, c, 1), "within the usual hours")
	c.Gates[0].Posts[0].Weekend = &corridors.Weekend{Days: 1 << 4, Hours: corridors.Hours{Never: true}} // day 1 is a Thursday
	assert.Equal(t, []part{{ClosedWait, 9 + 5.0/6, 56}, {Service, 56, 56.5}}, lifeOf(t, c, 1), "Friday is off")
	c.Shocks[0].To = day(1, 12)
	c.Gates[0].Posts[0].Weekend = nil
	assert.Equal(t, []part{{ClosedWait, 9 + 5.0/6, 12}, {Service, 12, 12.5}}, lifeOf(t, c, 1), "the shock ends")
}

// TestOneDirectionClosesItsOwnStations: what serves both directions goes on.
func TestOneDirectionClosesItsOwnStations(t *testing.T) {
	s := corridors.Shock{From: day(1, 9), To: day(1, 14), Posts: []string{"A"}, Direction: corridors.Exit, Closed: true}
	c := shutGate(1, s)
	served := []part{{Service, 9 + 5.0/6, 10 + 2.0/6}}
	assert.Equal(t, served, lifeOf(t, c, 1), "the lane serves both directions")
	c.Gates[0].Posts[0].Stages[0].When.Direction = []corridors.Direction{corridors.Exit}
	assert.Equal(t, []part{{ClosedWait, 9 + 5.0/6, 14}, {Service, 14, 14.5}}, lifeOf(t, c, 1))
	c.Shocks[0].Direction = corridors.Entry
	assert.Equal(t, served, lifeOf(t, c, 1))
}

// TestShiftsStopWithTheirPost: who goes off at the closing finishes the truck in hand; a later shift begins when the post
// opens again.
func TestShiftsStopWithTheirPost(t *testing.T) {
	c := shutGate(3, corridors.Shock{From: day(1, 10), To: day(1, 14), Gates: []string{"pair"}, Closed: true})
	lane := &c.Gates[0].Posts[0].Stations[0]
	hours := func(from, to int) corridors.Hours {
		return corridors.Hours{Windows: []corridors.Window{window(from, to)}}
	}
	lane.Shifts = []corridors.Shift{{Hours: hours(6, 13), Servers: 1}, {Hours: hours(13, 20), Servers: 2}}
	lane.Handover = corridors.Finish
	assert.Equal(t, []part{{Service, 9 + 5.0/6, 10 + 2.0/6}}, lifeOf(t, c, 1))
	for _, truck := range []uint32{2, 3} {
		have := lifeOf(t, c, truck)
		assert.Equal(t, part{Service, 14, 14.5}, have[len(have)-1], "two servers then")
	}
}

// TestControlAreaOpensAsThePostThatItStandsAt: with one stop the lane of A has moved to B.
func TestControlAreaOpensAsThePostThatItStandsAt(t *testing.T) {
	s := corridors.Shock{From: day(1, 9), To: day(1, 14), Posts: []string{"B"}, Direction: corridors.Entry, Closed: true}
	c := shutGate(1, s)
	c.Gates[0].Inspection[1] = corridors.Inspection{Kind: corridors.OneStop, Moves: 1}
	c.Gates[0].Posts[0].Stages[0].When.Direction = []corridors.Direction{corridors.Exit}
	assert.Equal(t, []part{{ClosedWait, 9 + 5.0/6, 14}, {Service, 14, 14.5}}, lifeOf(t, c, 1))
	c.Shocks[0].Direction = corridors.Exit
	assert.Equal(t, []part{{Service, 9 + 5.0/6, 10 + 2.0/6}}, lifeOf(t, c, 1))
	c.Shocks[0].Posts, c.Shocks[0].Direction = []string{"A"}, ""
	assert.Equal(t, []part{{Service, 9 + 5.0/6, 10 + 2.0/6}}, lifeOf(t, c, 1), "nobody stops at A")
}

// TestShutHoursAddUpBetweenTheirChanges walks from change to change through hours that shocks cut.
func TestShutHoursAddUpBetweenTheirChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := *tet()
		var cut []stretch
		for range rapid.IntRange(1, 3).Draw(t, "cuts") {
			from := sim.Time(rapid.Int64Range(0, 200).Draw(t, "from")) * sim.Hour
			cut = append(cut, stretch{from, from + sim.Time(rapid.Int64Range(1, 60).Draw(t, "hours"))*sim.Hour})
		}
		h.shutBy([]interruption{{shut: joined(cut)}})
		from := sim.Time(rapid.Int64Range(0, int64(10*sim.Day)).Draw(t, "since"))
		to := from + sim.Time(rapid.Int64Range(0, int64(10*sim.Day)).Draw(t, "span"))
		var walked sim.Time
		for at := from; at < to; {
			next, changes := h.next(at)
			if changes {
				require.NotEqual(t, h.openAt(next), h.openAt(next-1))
			}
			if !changes || next > to {
				next = to
			}
			if h.openAt(at) {
				require.True(t, tet().openAt(at) && !holds(cut, at))
				walked += next - at
			}
			at = next
		}
		require.Equal(t, walked, h.openBetween(from, to))
	})
}

// closedRival closes A|B for the second day to trucks that are ready every hour; they reach A two hours later.
func closedRival(choice corridors.Choice, at corridors.Shock) *corridors.Corridor {
	c := rivals(choice, 0)
	c.Flows[0].Arrivals = corridors.Arrivals{Timetable: &corridors.Timetable{First: 3600, Every: 3600}}
	at.From, at.To, at.Closed = day(2, 0), day(3, 0), true
	c.Shocks = []corridors.Shock{at}
	return c
}

// met lists what trucks did about the closed gate, by when they were ready.
func met(t *testing.T, c *corridors.Corridor) (turned, around, waited map[int]bool, detour float64) {
	log := &facts{}
	m, o := run(t, c, Horizon{Length: 4 * sim.Day, After: Drain}, log)
	turned, around, waited = make(map[int]bool), make(map[int]bool), make(map[int]bool)
	for _, f := range log.all {
		switch {
		case f.Kind == HappeningFact && f.Happening == GateClosed:
			assert.Equal(t, []string{"A|B", "A"}, []string{f.Stage, f.Place})
			turned[int(f.Truck)] = true
		case f.Kind == HappeningFact && f.Happening == WayChosen && f.Place == "X" && f.Stage == "C|D":
			around[int(f.Truck)] = true
		case f.Kind == TimeFact && f.Activity == ClosedWait:
			waited[int(f.Truck)] = true
		}
	}
	return turned, around, waited, value(t, m, o, "detour_km")
}

// TestTruckThatMeetsAClosedGateTurns: truck n is ready at n:00 and at A at n+2. Without information those that reach A on day 2
// go back, 100 + 100 + 150 + 100 km against 200; with it those that set out on day 2 go the 250 km by C, and only the two that
// are under way at midnight turn.
func TestTruckThatMeetsAClosedGateTurns(t *testing.T) {
	gate := corridors.Shock{Gates: []string{"A|B"}}
	turned, around, waited, detour := met(t, closedRival(corridors.Choice{Information: corridors.Uninformed}, gate))
	assert.Len(t, turned, 24)
	assert.True(t, turned[22] && turned[45] && !turned[21] && !turned[46])
	assert.Empty(t, around)
	assert.Empty(t, waited)
	assert.InDelta(t, 24*250.0/95, detour, 1e-9, "24 of the 95 trucks of four days")

	live := corridors.Choice{Information: corridors.Live, TimeValue: 1e-9}
	turned, around, waited, detour = met(t, closedRival(live, gate))
	assert.Equal(t, map[int]bool{22: true, 23: true}, turned)
	assert.Len(t, around, 24)
	assert.True(t, around[24] && around[47])
	assert.Empty(t, waited)
	assert.InDelta(t, (2*250.0+24*50)/95, detour, 1e-9)

	turned, around, _, _ = met(t, closedRival(corridors.Choice{Information: corridors.Delayed, Delay: 6 * 3600, TimeValue: 1e-9}, gate))
	assert.Len(t, turned, 8, "those that set out before 06:00 and reach A after midnight")
	assert.True(t, around[30] && around[53] && !around[29] && !around[54], "from 06:00 on, and 6 hours too long")

	turned, _, waited, detour = met(t, closedRival(corridors.Choice{Information: corridors.Uninformed, Waits: true}, gate))
	assert.Empty(t, turned)
	assert.Greater(t, len(waited), 23, "and those behind them")
	assert.Zero(t, detour)

	c := closedRival(live, gate)
	c.Shocks[0].Gates = []string{"A|B", "C|D"}
	turned, around, waited, _ = met(t, c)
	assert.Empty(t, turned, "the other gate is closed as well")
	assert.Empty(t, around)
	assert.NotEmpty(t, waited)
}

// TestOnlyWhoGoesThatWayFindsItClosed: trucks from X leave by A and enter by B.
func TestOnlyWhoGoesThatWayFindsItClosed(t *testing.T) {
	for _, test := range []struct {
		post   string
		toward corridors.Direction
		closed bool
	}{{"A", corridors.Exit, true}, {"A", corridors.Entry, false}, {"B", corridors.Entry, true}, {"B", corridors.Exit, false}, {"B", "", true}} {
		s := corridors.Shock{Posts: []string{test.post}, Direction: test.toward}
		turned, _, _, _ := met(t, closedRival(corridors.Choice{Information: corridors.Uninformed}, s))
		assert.Equal(t, test.closed, len(turned) == 24, "%s %s", test.post, test.toward)
	}
}

// TestWaysLeadAroundAClosedGate also where it is not the one by which they are told apart: of two borders in a row, each
// with two gates, closing one of the first leaves the other with both of the second.
func TestWaysLeadAroundAClosedGate(t *testing.T) {
	c := rivals(corridors.Choice{}, 1)
	c.Countries = append(c.Countries, corridors.Country{Code: "TH"})
	c.Places = append(c.Places, corridors.Place{Name: "Z", Country: "TH"})
	for _, name := range []string{"E", "F"} {
		c.Gates = append(c.Gates, corridors.GatePair{Name: name, Posts: [2]corridors.Post{{Name: name + "1", Country: "LA"}, {Name: name + "2", Country: "TH"}}})
		c.Legs = append(c.Legs, corridors.Leg{From: "Y", To: name + "1", Length: 10}, corridors.Leg{From: name + "2", To: "Z", Length: 10})
	}
	c.Legs[len(c.Legs)-1].Length = 20
	names := func() (out []string) {
		r := newRoutes(c)
		for _, route := range r.ways("X", "Z", nil) {
			out = append(out, r.namesOn(route))
		}
		return out
	}
	assert.Equal(t, []string{"A|B, E", "A|B, F", "C|D, E"}, names())
	c.Shocks = []corridors.Shock{{Gates: []string{"A|B"}, Closed: true}}
	assert.Equal(t, []string{"A|B, E", "A|B, F", "C|D, E", "C|D, F"}, names())
}
