package journey

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// march is a post that is open 08:00 to 18:00, 08:00 to 12:00 on weekends, and not at all on 10 and 11 March 2026, a Tuesday and a
// Wednesday. Of 24 trucks a day of the mean week half as many come on a day of the weekend; twice as many on 12 and 13 March. Each
// takes 6 minutes.
func march() *corridors.Corridor {
	day := func(d int) corridors.Day { return corridors.DayOf(2026, time.March, d) }
	c := oneLane(1, must(law.Constant(6*60)), corridors.Arrivals{
		PerSecond: 24.0 / 86400, ByWeekday: []float64{2, 2, 2, 2, 2, 1, 1}, Rush: []corridors.Rush{{Name: "rush", From: day(12), To: day(13), Factor: 2}},
	}, corridors.Hours{Windows: []corridors.Window{window(8, 18)}})
	c.Countries[0].Holidays = []corridors.Holiday{{Name: "feast", From: day(10), To: day(11)}}
	post := &c.Gates[0].Posts[0]
	post.Weekend = &corridors.Weekend{Days: 1<<5 | 1<<6, Hours: corridors.Hours{Windows: []corridors.Window{window(8, 12)}}}
	post.Holiday = &corridors.Hours{Never: true}
	return c
}

// week is a horizon from Monday, 2 March on that watches seven days after so long.
func week(warmUp sim.Time) Horizon {
	return Horizon{Start: corridors.DayOf(2026, time.March, 2), WarmUp: warmUp, Length: sim.Week, After: Drain}
}

// only is the load of the one station there is.
func only(t *testing.T, c *corridors.Corridor, h Horizon) StationLoad {
	t.Helper()
	m, err := Compile(Setup{Corridor: c, Horizon: h})
	require.NoError(t, err)
	loads := m.Offered()
	require.Len(t, loads, 1)
	return loads[0]
}

// TestOfferedLoadIsThatOfTheDaysWatched, by hand. The weights of a week make 7/6 of five days and 7/12 of two. From 2 March on there are
// 5·10 + 2·4 = 58 open hours and 24·7 = 168 trucks. From 9 March on Monday, Thursday and Friday have 10 hours, Saturday and Sunday 4: 38;
// trucks are 24·(3·7/6 + 2·2·7/6 + 2·7/12) = 224. What is watched from noon to noon is all of its days.
func TestOfferedLoadIsThatOfTheDaysWatched(t *testing.T) {
	for _, c := range []struct {
		h            Horizon
		trucks, open float64
	}{
		{week(0), 168, 58},
		{week(sim.Week), 224, 38},
		{Horizon{Start: week(0).Start, WarmUp: 8*sim.Day + 12*sim.Hour, Length: 3 * sim.Day}, 24 * (2*7.0/6 + 2*2*7.0/6), 20}, // 10 to 13 March
		{Horizon{Start: week(0).Start, WarmUp: 5 * sim.Day}, 24 * 7.0 / 12, 4},                                                // a Saturday
	} {
		load := only(t, march(), c.h)
		assert.InEpsilon(t, c.trucks/c.open, load.Arrive, 1e-12)
		assert.InEpsilon(t, 10, load.CanPass, 1e-12)
		assert.InEpsilon(t, c.trucks/10/c.open, load.Utilisation, 1e-12)
	}
	rushed := march()
	rushed.Flows[0].Arrivals.Rush[0].Factor = 4
	friday := Horizon{Start: week(0).Start, WarmUp: 11 * sim.Day, Length: sim.Day}
	assert.True(t, only(t, rushed, friday).Overloaded(), "112 trucks in 10 hours")
	assert.False(t, only(t, rushed, week(sim.Week)).Overloaded(), "336 in 38")
}

// TestShiftsAreOfferedByTheDaysWatched: two servers to 13:00 and one after it. From 9 March on the first shift has 3·5 + 2·4 = 23 hours,
// the second 3·5: 61 hours of servers in 38 open ones.
func TestShiftsAreOfferedByTheDaysWatched(t *testing.T) {
	c := march()
	c.Gates[0].Posts[0].Stations[0].Shifts = []corridors.Shift{
		{Hours: corridors.Hours{Windows: []corridors.Window{window(8, 13)}}, Servers: 2},
		{Hours: corridors.Hours{Windows: []corridors.Window{window(13, 18)}}, Servers: 1},
	}
	load := only(t, c, week(sim.Week))
	assert.InEpsilon(t, 10*61.0/38, load.CanPass, 1e-12)
	assert.InEpsilon(t, 22.4/61, load.Utilisation, 1e-12)
}

// TestMonthsAndClocksCountInTheDaysWatched: March has 12/7.5 of the mean month, and the days are those of the clock on the spot, half an
// hour behind that of the run or ahead of it.
func TestMonthsAndClocksCountInTheDaysWatched(t *testing.T) {
	for _, ahead := range []int{0, -1800, 3600} {
		c := march()
		c.Countries[0].Ahead = ahead
		c.Flows[0].Arrivals.ByMonth = []float64{1, 0.5, 2, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25}
		load := only(t, c, week(sim.Week))
		assert.InEpsilon(t, 224*2*12/7.5/38, load.Arrive, 1e-12, "%d s ahead", ahead)
	}
}

// TestReturnLoadsAreSharedByTheTrucksOfTheDaysWatched: 12 loads a day for the 168 and the 224 trucks of the weeks.
func TestReturnLoadsAreSharedByTheTrucksOfTheDaysWatched(t *testing.T) {
	c := march()
	c.Flows[0].Return = corridors.Return{Mode: corridors.TwoWay, PerSecond: 12.0 / 86400}
	c.Gates[0].Posts[0].Stages[0].When.Load = []corridors.Load{corridors.Empty}
	assert.InEpsilon(t, (168-84)/58.0, only(t, c, week(0)).Arrive, 1e-12)
	assert.InEpsilon(t, (224-84)/38.0, only(t, c, week(sim.Week)).Arrive, 1e-12)
}

// TestCountedMomentsAreOfferedWhereTheyAreWatched: two of the three come in the second week.
func TestCountedMomentsAreOfferedWhereTheyAreWatched(t *testing.T) {
	c := march()
	c.Flows[0].Arrivals = corridors.Arrivals{Trace: []float64{86400, 8 * 86400, 9 * 86400}}
	assert.InEpsilon(t, 1/58.0, only(t, c, week(0)).Arrive, 1e-12)
	assert.InEpsilon(t, 2/38.0, only(t, c, week(sim.Week)).Arrive, 1e-12)
}

// TestNobodyIsOfferedToAPostThatIsShut on all the days watched: there is no open hour to divide by.
func TestNobodyIsOfferedToAPostThatIsShut(t *testing.T) {
	m, err := Compile(Setup{Corridor: march(), Horizon: Horizon{Start: week(0).Start, WarmUp: 8 * sim.Day, Length: 2 * sim.Day, After: Drain}})
	require.NoError(t, err)
	assert.Empty(t, m.Offered())
	assert.Len(t, m.OfferedIn(week(0)), 1, "other days of the same model")
}

// TestStationIsAsBusyAsOfferedOnTheDaysWatched: in the run, too, the trucks that are served in the second week over its staffed hours. Those
// who wait at its beginning and end are few: no truck is left over from Sunday, and none of the last Sunday either, but by luck.
func TestStationIsAsBusyAsOfferedOnTheDaysWatched(t *testing.T) {
	m, err := Compile(Setup{Corridor: march(), Horizon: week(sim.Week)})
	require.NoError(t, err)
	w := NewWorld(m)
	var busy []float64
	for r := range 60 {
		_, err := w.Run(context.Background(), seeds.Replication(3, r), nil)
		require.NoError(t, err)
		busy = append(busy, float64(w.books.stations[0].BusyArea)/float64(w.books.stations[0].StaffedArea))
	}
	accept(t, m.Offered()[0].Utilisation, busy, "lane")
}
