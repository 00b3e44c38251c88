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

// asked is a corridor in which every way to pass a stage occurs: A is open twelve hours a day, 4 trucks
// an hour go out, a quarter of them come home with a load, and 3 cars an hour go along.
func asked() *corridors.Corridor {
	minutes := func(mean float64) law.Law { return must(exponential(mean)) }
	quarter, half := 0.25, 0.5
	c := oneLane(2, minutes(6), corridors.Arrivals{PerSecond: 4.0 / 3600}, corridors.Hours{Windows: []corridors.Window{window(7, 19)}})
	a := &c.Gates[0].Posts[0]
	a.Regime = corridors.Regime{Exit: corridors.Digital, Entry: corridors.Digital}
	a.Platform = corridors.Platform{Adoption: 0.9, Exception: 0.1}
	a.Channels = corridors.Channels{Yellow: 0.3, Red: 0.1}
	always := corridors.Hours{}
	a.Stations = append(a.Stations, corridors.Station{Name: "desk", Servers: 4}, corridors.Station{Name: "files", Servers: 2},
		corridors.Station{Name: "team", Servers: 6}, corridors.Station{Name: "night desk", Servers: 1, Hours: &always}, corridors.Station{Name: "idle", Servers: 1})
	a.Stages[0].When.Traffic = corridors.TrafficKinds()
	type cond = corridors.Condition
	a.Stages = append(a.Stages,
		corridors.Stage{Name: "documents", Owner: "customs", Station: "desk", Service: minutes(40), When: cond{Channel: []corridors.Channel{corridors.Yellow}}},
		corridors.Stage{
			Name: "file", Owner: "customs", Station: "files", Service: minutes(2),
			When:  cond{Declaration: []corridors.Declared{corridors.Keyed, corridors.Corrected}},
			Cases: []corridors.Case{{When: cond{Declaration: []corridors.Declared{corridors.Corrected}}, Service: minutes(30)}},
		},
		corridors.Stage{
			Name: "quarantine", Owner: "quarantine", Station: "team", Service: minutes(60), When: cond{Share: &quarter},
			Cases: []corridors.Case{{When: cond{Share: &half}, Service: minutes(20)}, {When: cond{Share: &half}, Service: minutes(100)}},
		},
		corridors.Stage{Name: "home", Owner: "customs", Station: "night desk", Service: minutes(10), When: cond{Load: []corridors.Load{corridors.Empty}}},
	)
	c.Flows[0].Payload = 20
	c.Flows[0].Return = corridors.Return{Mode: corridors.TwoWay, PerSecond: 1.0 / 3600, Payload: 20, Patience: must(law.Constant(1e6)), MaxWait: must(law.Constant(0))}
	c.Flows = append(c.Flows, corridors.Flow{
		Name: "cars", From: "A", To: "B", Traffic: corridors.Others, Arrivals: corridors.Arrivals{Timetable: &corridors.Timetable{Every: 1200}},
		Return: corridors.Return{Mode: corridors.NoReturn},
	})
	return c
}

// TestOfferedLoadIsAsByHand works the loads out from the rates of the clock: 4 out, 1 home loaded, 3
// home empty and 3 cars an hour; where a station is open half the day they come twice as fast.
func TestOfferedLoadIsAsByHand(t *testing.T) {
	m, err := Compile(Setup{Corridor: asked(), Horizon: Horizon{Length: sim.Day, After: Drain}})
	require.NoError(t, err)
	want := []StationLoad{
		{"lane", "A", 2 * (4 + 4 + 3), 60.0 / 6 * 2, 2 * 11 * 6.0 / 60 / 2, false, false, 0.5},
		{"desk", "A", 2 * 0.3 * 5, 60.0 / 40 * 4, 2 * 1.5 * 40 / 60 / 4, false, false, 0.5},  // 30 % of the 5 loaded
		{"files", "A", 2 * 0.9 * 5, 60 / 4.8 * 2, 2 * 4.5 * 4.8 / 60 / 2, false, false, 0.5}, // 0.9 of 2 min, 0.1 of 30 min
		{"team", "A", 2 * 0.25 * 8, 60.0 / 50 * 6, 2 * 2 * 50.0 / 60 / 6, false, false, 0.5}, // half 20 min, a quarter 100 min, a quarter 60 min
		{"night desk", "A", 3, 60.0 / 10, 3 * 10.0 / 60, false, false, 1},                    // open day and night; nobody uses the idle one
	}
	have := m.Offered()
	require.Len(t, have, len(want))
	for i, w := range want {
		assert.Equal(t, w.Station+w.Place, have[i].Station+have[i].Place)
		assert.InEpsilon(t, w.Arrive, have[i].Arrive, 1e-12, w.Station)
		assert.InEpsilon(t, w.CanPass, have[i].CanPass, 1e-12, w.Station)
		assert.InEpsilon(t, w.Utilisation, have[i].Utilisation, 1e-12, w.Station)
		assert.InEpsilon(t, w.Open, have[i].Open, 1e-12, w.Station)
	}
}

// TestStationsAreAsBusyAsOffered: where a station keeps up, the 99.9 % interval of busy time over
// staffed time holds the offered load. What is finished after closing is work too.
func TestStationsAreAsBusyAsOffered(t *testing.T) {
	c := asked()
	c.Gates[0].Posts[0].Stations[0].Servers = 4 // at 2 it cannot keep up
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{WarmUp: 5 * sim.Day, Length: 60 * sim.Day, After: Drain}})
	require.NoError(t, err)
	busy := make(map[string][]float64)
	w := NewWorld(m)
	for r := range 24 {
		_, err := w.Run(context.Background(), seeds.Replication(3, r), nil)
		require.NoError(t, err)
		for i, s := range m.stations {
			b := &w.books.stations[i]
			busy[s.name] = append(busy[s.name], float64(b.BusyArea)/float64(b.StaffedArea))
		}
	}
	for _, load := range m.Offered() {
		accept(t, load.Utilisation, busy[load.Station], load.Station)
	}
}

func TestShortOfReturnLoadsTrucksComeHomeEmpty(t *testing.T) {
	for offers, empty := range map[float64]float64{0: 4, 1: 3, 4: 0, 9: 0} {
		c := asked()
		c.Flows[0].Return.PerSecond = offers / 3600
		m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Day, After: Drain}})
		require.NoError(t, err)
		arrive := 0.0
		for _, load := range m.Offered() {
			if load.Station == "night desk" {
				arrive = load.Arrive
			}
		}
		assert.InDelta(t, empty, arrive, 1e-12, "%v offers an hour for 4 trucks", offers)
	}
}
