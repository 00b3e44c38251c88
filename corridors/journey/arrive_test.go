package journey

import (
	"context"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
	"hanhlang/sim/stat"
)

// exponential law with a mean in minutes.
func exponential(minutes float64) (law.Law, error) { return law.Exponential(minutes * 60) }

// accept holds the mean of replications against theory: the 99.9 % interval holds the value, and is no
// wider than 5 % of it on either side.
func accept(t *testing.T, value float64, replications []float64, what string) {
	t.Helper()
	interval, _ := stat.MeanInterval(replications, 0.999)
	judge(t, value, interval, what)
}

func judge(t *testing.T, value float64, interval stat.Interval, what string) {
	t.Helper()
	half, bounded := interval.HalfWidth()
	assert.True(t, bounded && interval.Holds(value) && half <= 0.05*value, "%s: want %v, have %+v", what, value, interval)
}

// openRoad is a leg of one kilometre from A to B, and trucks that come as told.
func openRoad(arrivals corridors.Arrivals) *corridors.Corridor {
	return &corridors.Corridor{
		Name:      "open road",
		Countries: []corridors.Country{{Code: "VN"}},
		Places:    []corridors.Place{{Name: "A", Country: "VN"}, {Name: "B", Country: "VN"}},
		Legs:      []corridors.Leg{{From: "A", To: "B", Road: "road", Country: "VN", Length: 1, Speed: 60}},
		Fleet:     corridors.Fleet{EmptySpeed: 1, Spread: must(law.Constant(1))},
		Flows: []corridors.Flow{{
			Name: "trucks", From: "A", To: "B", Traffic: corridors.Trucks, Arrivals: arrivals, Payload: 20,
			Return: corridors.Return{Mode: corridors.NoReturn},
		}},
	}
}

// readyTimes is a log that keeps when trucks were ready.
type readyTimes struct{ at []sim.Time }

func (r *readyTimes) Record(f Fact) {
	if f.Kind == HappeningFact && f.Happening == Ready {
		r.at = append(r.at, f.From)
	}
}

// arrivalsOf plays one replication on the open road.
func arrivalsOf(t *testing.T, a corridors.Arrivals, h Horizon) ([]sim.Time, *Model, *Outcome) {
	t.Helper()
	log := &readyTimes{}
	m, o := run(t, openRoad(a), h, log)
	return log.at, m, o
}

// TestArrivalsFollowTheHourlyProfile is reference case P20: a Poisson stream whose rate is constant
// within each hour, with zero hours at both ends of the day.
func TestArrivalsFollowTheHourlyProfile(t *testing.T) {
	perHour := []float64{0, 0, 0, 0, 1, 4, 9, 14, 16, 12, 10, 8, 8, 10, 12, 15, 11, 7, 4, 2, 1, 0.5, 0, 0}
	const perDay, days = 144.5, 3 // 289/2 trucks
	replications := 2000
	if testing.Short() {
		replications = 200
	}
	m, err := Compile(Setup{
		Corridor: openRoad(corridors.Arrivals{PerSecond: perDay / 86400, ByHour: perHour}),
		Horizon:  Horizon{Length: days * sim.Day, After: Drain},
	})
	require.NoError(t, err)
	w := NewWorld(m)
	var daily, morning []float64
	var hourly [24]float64
	for r := range replications {
		log := &readyTimes{}
		_, err := w.Run(context.Background(), seeds.Replication(20, r), log)
		require.NoError(t, err)
		var day [days]float64
		early := 0.0
		for _, at := range log.at {
			hour := at % sim.Day / sim.Hour
			hourly[hour]++
			day[at/sim.Day]++
			if hour == 7 || hour == 8 {
				early++
			}
		}
		daily = append(daily, day[:]...)
		morning = append(morning, early/days)
	}
	n := float64(replications)
	for hour, rate := range perHour {
		if rate == 0 {
			assert.Zero(t, hourly[hour], "hour %d is empty in every replication", hour)
		}
	}
	interval, _ := stat.MeanInterval(daily, 0.999)
	assert.True(t, interval.Holds(perDay), "%+v", interval)
	accept(t, 30, morning, "07-09: 14 + 16")
	variance, _ := stat.Variance(daily)
	assert.InEpsilon(t, perDay, variance, 0.1+3*math.Sqrt(2/(days*n)), "variance is the mean; 10 %% and the noise of a variance")
	chi2 := 0.0
	for hour, rate := range perHour {
		if want := rate * days * n; want > 0 {
			chi2 += (hourly[hour] - want) * (hourly[hour] - want) / want
		}
	}
	assert.Less(t, chi2, 42.312, "18 independent hours; 0.999 quantile of chi-square with 18 degrees of freedom")
}

func TestTimetableKeepsItsGapAndEndsBeforeTheHorizon(t *testing.T) {
	table := corridors.Arrivals{Timetable: &corridors.Timetable{First: 1800, Every: 3600}}
	at, m, o := arrivalsOf(t, table, Horizon{WarmUp: 90 * sim.Minute, Length: 3 * sim.Hour, After: Drain})
	// 0:30, 1:30, 2:30, 3:30; the next would come at 4:30, when arrivals have just stopped.
	assert.Equal(t, []sim.Time{30 * sim.Minute, 90 * sim.Minute, 150 * sim.Minute, 210 * sim.Minute}, at)
	assert.EqualValues(t, 4, o.Audit.Left)
	assert.InEpsilon(t, 3*8, value(t, m, o, "loads_per_day"), 1e-12, "delivered in the window of an eighth of a day: 3")
	assert.InEpsilon(t, 1.0/60, value(t, m, o, "round_trip_h"), 1e-12, "a kilometre at 60 km/h")
}

func TestTruckReadyAsStatisticsBeginCounts(t *testing.T) {
	table := corridors.Arrivals{Timetable: &corridors.Timetable{Every: 3600}} // ready at 0:00, 1:00 and 2:00
	for warmUp, want := range map[sim.Time]int64{sim.Hour - 1: 2, sim.Hour: 2, sim.Hour + 1: 1} {
		m, err := Compile(Setup{Corridor: openRoad(table), Horizon: Horizon{WarmUp: warmUp, Length: 3*sim.Hour - warmUp, After: Drain}})
		require.NoError(t, err)
		w := NewWorld(m)
		_, err = w.Run(context.Background(), seeds.Replication(1, 0), nil)
		require.NoError(t, err)
		assert.Equal(t, want, w.books.trips, "warm-up %v", warmUp)
	}
}

func TestStreamEndsAtItsCount(t *testing.T) {
	for _, count := range []int{0, 1, 7} {
		h := Horizon{Length: 100 * sim.Day, After: Drain}
		at, _, _ := arrivalsOf(t, corridors.Arrivals{PerSecond: 1.0 / 3600, Count: &count}, h)
		assert.Len(t, at, count)
		at, _, _ = arrivalsOf(t, corridors.Arrivals{Timetable: &corridors.Timetable{Every: 3600}, Count: &count}, h)
		assert.Len(t, at, count)
	}
}

func TestNobodyComesOnceArrivalsStop(t *testing.T) {
	for r := range 50 {
		m, err := Compile(Setup{Corridor: openRoad(corridors.Arrivals{PerSecond: 1.0 / 60}), Horizon: Horizon{Length: 2 * sim.Hour, After: Drain}})
		require.NoError(t, err)
		log := &readyTimes{}
		_, err = NewWorld(m).Run(context.Background(), seeds.Replication(5, r), log)
		require.NoError(t, err)
		require.NotEmpty(t, log.at)
		assert.Less(t, log.at[len(log.at)-1], 2*sim.Hour)
	}
}

// TestHardlyAnybodyIsNoLongSearch: rates so small that the next vehicle comes after the end of any
// clock, and a day in which all but one hour is next to empty.
func TestHardlyAnybodyIsNoLongSearch(t *testing.T) {
	begun := time.Now()
	thin := make([]float64, 24)
	for i := range thin {
		thin[i] = 1e-15
	}
	thin[12] = 1
	for _, a := range []corridors.Arrivals{
		{}, {PerSecond: 1e-13}, {PerSecond: 1e-11}, {PerSecond: 1e-300}, {PerSecond: 1.0 / 3600, ByHour: thin},
	} {
		c := openRoad(a)
		c.Flows[0].Return = corridors.Return{Mode: corridors.TwoWay, PerSecond: a.PerSecond}
		at := &readyTimes{}
		run(t, c, Horizon{Length: 2 * sim.Day, After: Drain}, at)
		for _, when := range at.at {
			assert.EqualValues(t, 12, when%sim.Day/sim.Hour)
		}
	}
	assert.Less(t, time.Since(begun), 5*time.Second)
}
