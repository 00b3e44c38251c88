package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// everySixHours is three lanes of 30 min with so many trucks, the first at midnight.
func everySixHours(trucks int) *corridors.Corridor {
	arrivals := corridors.Arrivals{Timetable: &corridors.Timetable{Every: 6 * 3600}, Count: &trucks}
	return oneLane(3, must(law.Constant(1800)), arrivals, corridors.Hours{})
}

// onePermit lets one of the trucks that come every ten minutes be under way.
func onePermit(count int) *corridors.Corridor {
	trucks := 3
	c := oneLane(3, must(law.Constant(1800)), corridors.Arrivals{Timetable: &corridors.Timetable{Every: 600}, Count: &trucks}, corridors.Hours{})
	c.Permits = []corridors.Permit{{Name: "through", Count: count, Flows: []string{"trucks"}}}
	return c
}

// TestTrucksWaitForAPermitBeforeTheySetOut: a truck holds the only permit for the 30 min of the crossing, so that those of
// 00:10 and 00:20 wait 20 and 40 min. The border takes 30 min whatever they wait.
func TestTrucksWaitForAPermitBeforeTheySetOut(t *testing.T) {
	assert.Equal(t, []part{{Service, 0, 0.5}}, lifeOf(t, onePermit(1), 1))
	assert.Equal(t, []part{{PermitWait, 1.0 / 6, 0.5}, {Service, 0.5, 1}}, lifeOf(t, onePermit(1), 2))
	assert.Equal(t, []part{{PermitWait, 1.0 / 3, 1}, {Service, 1, 1.5}}, lifeOf(t, onePermit(1), 3))
	m, o := run(t, onePermit(1), Horizon{Length: 2 * sim.Hour, After: Drain}, nil)
	assert.InDelta(t, 1.0/3, value(t, m, o, "permit_wait_h"), 1e-12)
	assert.InDelta(t, 1.0/3, value(t, m, o, PermitMeasure("through", "wait_h")), 1e-12)
	assert.Equal(t, 0.75, value(t, m, o, PermitMeasure("through", "in_use_trucks")), "an hour and a half of two")
	assert.Equal(t, 0.75, value(t, m, o, PermitMeasure("through", "in_use_share")))
	assert.Equal(t, 0.5, value(t, m, o, "border_time_h"))
	assert.InDelta(t, 0.5+1.0/3, value(t, m, o, "door_to_door_h"), 1e-12, "the clock of the load runs")
	m, o = run(t, onePermit(2), Horizon{Length: 2 * sim.Hour, After: Drain}, nil)
	assert.InDelta(t, 1.0/18, value(t, m, o, "permit_wait_h"), 1e-12, "the third waits for the first, 10 min")
	assert.Equal(t, 0.375, value(t, m, o, PermitMeasure("through", "in_use_share")))
}

// TestPermitIsHeldUntilTheTruckIsHome: the way home takes 30 min, too.
func TestPermitIsHeldUntilTheTruckIsHome(t *testing.T) {
	c := onePermit(1)
	c.Flows[0].Return.Mode = corridors.OneWay
	assert.Equal(t, []part{{PermitWait, 1.0 / 6, 1}, {Service, 1, 2}}, lifeOf(t, c, 2))
}

// TestPermitIsTakenOnceTheTruckIsLoaded: loading takes 15 min, with or without a permit.
func TestPermitIsTakenOnceTheTruckIsLoaded(t *testing.T) {
	c, load := onePermit(1), must(law.Constant(900))
	c.Flows[0].Load = &load
	assert.Equal(t, []part{{Handling, 1.0 / 6, 1.0/6 + 0.25}, {PermitWait, 1.0/6 + 0.25, 0.75}, {Service, 0.75, 1.25}}, lifeOf(t, c, 2))
}

// TestPermitsAreForTheirFlowsOnly: trucks of another flow wait for nobody.
func TestPermitsAreForTheirFlowsOnly(t *testing.T) {
	c := onePermit(1)
	c.Permits[0].Flows = []string{"others"}
	assert.Equal(t, []part{{Service, 1.0 / 6, 1.0/6 + 0.5}}, lifeOf(t, c, 2))
}

// twoADay lets two trucks a day cross.
func twoADay(trucks int) *corridors.Corridor {
	c := everySixHours(trucks)
	c.Quotas = []corridors.Quota{{Name: "two a day", Gate: "pair", Into: "LA", PerDay: 2}}
	return c
}

// TestTrucksOverTheQuotaWaitForTheNextDays: two trucks a day may cross. Those of 12:00 and 18:00 take the places of the
// second day, those of the second day the places of the third and the fourth: that of midnight comes behind who waits.
func TestTrucksOverTheQuotaWaitForTheNextDays(t *testing.T) {
	for truck, wait := range []float64{0, 0, 12, 6, 24, 18, 36, 30} {
		came := 6 * float64(truck)
		want := []part{{ClosedWait, came, came + wait}, {Service, came + wait, came + wait + 0.5}}
		if wait == 0 {
			want = want[1:]
		}
		assert.Equal(t, want, lifeOf(t, twoADay(8), uint32(truck+1)), truck)
	}
	m, o := run(t, twoADay(8), Horizon{Length: 2 * sim.Day, After: Drain}, nil)
	assert.Equal(t, 126.0/8, value(t, m, o, "quota_wait_h"))
	assert.Equal(t, 126.0/8, value(t, m, o, QuotaMeasure("two a day", "wait_h")))
	assert.Equal(t, 126.0/8, value(t, m, o, "closed_wait_h"))
	assert.Equal(t, 126.0/8+0.5, value(t, m, o, "border_time_h"))
	assert.Equal(t, 3.0, value(t, m, o, QuotaMeasure("two a day", "turned_trucks_per_day")))
}

// TestDayOfAQuotaIsThatOfTheFirstPost: its clock is an hour ahead, so that its midnight is at 23:00 of the run.
func TestDayOfAQuotaIsThatOfTheFirstPost(t *testing.T) {
	c := twoADay(3)
	c.Countries[0].Ahead = 3600
	assert.Equal(t, []part{{ClosedWait, 12, 23}, {Service, 23, 23.5}}, lifeOf(t, c, 3))
	c.Countries[0].Ahead, c.Countries[1].Ahead = 0, 3600
	assert.Equal(t, []part{{ClosedWait, 12, 24}, {Service, 24, 24.5}}, lifeOf(t, c, 3), "that of the second does not matter")
}

// TestQuotaIsForLoadedTrucksOfItsFlowsAndDirection counts nobody else.
func TestQuotaIsForLoadedTrucksOfItsFlowsAndDirection(t *testing.T) {
	free := []part{{Service, 12, 12.5}}
	c := twoADay(3)
	c.Quotas[0].Flows = []string{"others"}
	assert.Equal(t, free, lifeOf(t, c, 3))
	c = twoADay(3)
	c.Quotas[0].Into = "VN"
	assert.Equal(t, free, lifeOf(t, c, 3))
	c.Flows[0].Return.Mode = corridors.OneWay
	assert.Equal(t, []part{{Service, 12, 13}}, lifeOf(t, c, 3), "home empty")
}

// TestPartsOfATruckCountForTheNextDays: a quota of one and a half lets one, two, one, two trucks pass; 300 a day that were
// reckoned by the second are 300.
func TestPartsOfATruckCountForTheNextDays(t *testing.T) {
	q := quota{perDay: 1.5}
	assert.Equal(t, []int{2, 1, 2, 1, 2}, []int{q.on(-1), q.on(0), q.on(1), q.on(2), q.on(3)})
	q.perDay = 300.0 / 86400 * 86400
	for day := range sim.Time(10000) {
		assert.Equal(t, 300, q.on(day))
	}
}

// TestQuotaIsOverloadedWhereMoreTrucksCome: four a day against two.
func TestQuotaIsOverloadedWhereMoreTrucksCome(t *testing.T) {
	c := twoADay(8)
	c.Flows[0].Arrivals.Count = nil
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: 2 * sim.Day, After: Drain}})
	assert.NoError(t, err)
	loads := m.Offered()
	last := loads[len(loads)-1]
	assert.Equal(t, []string{"two a day", "A"}, []string{last.Station, last.Place})
	assert.InDelta(t, 4.0/24, last.Arrive, 1e-12)
	assert.InDelta(t, 2.0/24, last.CanPass, 1e-12)
	assert.InDelta(t, 2, last.Utilisation, 1e-12)
	assert.True(t, last.Overloaded())
}

// TestWhoComesAtMidnightWaitsBehindOthers: after an hour of loading trucks are at the gate at 06:00, 12:00, 18:00 and
// midnight, when the one of 12:00 takes the only place of the second day.
func TestWhoComesAtMidnightWaitsBehindOthers(t *testing.T) {
	c, load := twoADay(4), must(law.Constant(3600))
	c.Flows[0].Arrivals.Timetable.First, c.Flows[0].Load, c.Quotas[0].PerDay = 5*3600, &load, 1
	assert.Equal(t, []part{{Handling, 11, 12}, {ClosedWait, 12, 24}, {Service, 24, 24.5}}, lifeOf(t, c, 2))
	assert.Equal(t, []part{{Handling, 23, 24}, {ClosedWait, 24, 72}, {Service, 72, 72.5}}, lifeOf(t, c, 4))
}

// asks is what a permit is asked for and can give.
func asks(t *testing.T, c *corridors.Corridor) []PermitLoad {
	t.Helper()
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: 2 * sim.Day, After: Drain}})
	require.NoError(t, err)
	return m.PermitLoads()
}

// TestPermitIsOverloadedWhereMoreTrucksAsk: 144 trucks a day, each of which keeps a permit for the half hour of the crossing and as
// long on the way home, but not while it loads. Three permits let exactly as many set out.
func TestPermitIsOverloadedWhereMoreTrucksAsk(t *testing.T) {
	c, load := onePermit(3), must(law.Constant(900))
	c.Flows[0].Arrivals.Count, c.Flows[0].Load = nil, &load
	within := func(want, have PermitLoad) {
		t.Helper()
		assert.Equal(t, []any{want.Permit, want.Count}, []any{have.Permit, have.Count})
		assert.InDeltaSlice(t, []float64{want.Ask, want.Keep, want.CanPass}, []float64{have.Ask, have.Keep, have.CanPass}, 1e-9)
	}
	within(PermitLoad{"through", 3, 144, 0.5, 144}, asks(t, c)[0])
	assert.True(t, asks(t, c)[0].Overloaded())
	c.Permits[0].Count = 4
	assert.False(t, asks(t, c)[0].Overloaded())
	c.Flows[0].Return.Mode = corridors.OneWay
	within(PermitLoad{"through", 4, 144, 1, 96}, asks(t, c)[0])
	c.Permits[0].Flows = nil
	assert.Empty(t, asks(t, c), "nobody asks")
}

// TestPermitIsKeptAsLongAsReckonedWhereNobodyWaits: by Little's law the permits in use are the trucks that ask in an hour times the
// hours for which each keeps one. With return loads for every other truck half of the ways home are loaded, of 60 instead of 30 min.
func TestPermitIsKeptAsLongAsReckonedWhereNobodyWaits(t *testing.T) {
	c := onePermit(1000)
	c.Flows[0].Arrivals = corridors.Arrivals{Timetable: &corridors.Timetable{Every: 3600}}
	unload := must(law.Constant(1800))
	c.Flows[0].Unload = &unload
	c.Flows[0].Return = corridors.Return{Mode: corridors.TwoWay, PerSecond: 0.5 / 3600, MaxWait: must(law.Constant(0)), Patience: must(law.Constant(12 * 3600)), Payload: 20}
	load := asks(t, c)[0]
	assert.InDelta(t, 0.5+0.5+0.5+0.5*0.5, load.Keep, 1e-9, "out, unloading, home, unloading there with one in two")
	m, o := run(t, c, Horizon{WarmUp: 10 * sim.Day, Length: 200 * sim.Day, After: Drain}, nil)
	assert.InEpsilon(t, load.Ask/24*load.Keep, value(t, m, o, PermitMeasure("through", "in_use_trucks")), 0.02)
}
