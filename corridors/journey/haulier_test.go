package journey_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// minutes is a time that never varies.
func minutes(n float64) *law.Law {
	l, err := law.Constant(60 * n)
	if err != nil {
		panic(err)
	}
	return &l
}

// haulage is a base, an origin an hour from it and a destination half an hour from there, in one country, with
// loads that are ready at the minutes of a list.
func haulage(ready ...float64) *corridors.Corridor {
	one, _ := law.Constant(1)
	moments := make([]float64, len(ready))
	for i, at := range ready {
		moments[i] = 60 * at
	}
	return &corridors.Corridor{
		Name: "haulage", Countries: []corridors.Country{{Code: "VN", Diesel: 1}},
		Places: []corridors.Place{{Name: "base", Country: "VN"}, {Name: "origin", Country: "VN"}, {Name: "town", Country: "VN"}},
		Legs: []corridors.Leg{
			{Road: "out", From: "base", To: "origin", Country: "VN", Length: 60, Time: minutes(60)},
			{Road: "on", From: "origin", To: "town", Country: "VN", Length: 30, Time: minutes(30)},
		},
		Fleet:    corridors.Fleet{FuelLoaded: 0.4, FuelEmpty: 0.2, Hour: 6.0 / 3600, EmptySpeed: 1, Spread: one},
		Hauliers: []corridors.Haulier{{Name: "A", Trucks: 1, Home: "base"}},
		Flows: []corridors.Flow{{
			Name: "loads", From: "origin", To: "town", Traffic: corridors.Trucks, Haulier: "A", Payload: 20,
			Arrivals: corridors.Arrivals{Trace: moments}, Return: corridors.Return{Mode: corridors.OneWay},
		}},
	}
}

// hauled runs a day of a corridor and gives its measures and its log.
func hauled(t *testing.T, c *corridors.Corridor) (map[string]float64, []journey.Fact) {
	t.Helper()
	m, err := journey.Compile(journey.Setup{Corridor: c, Horizon: journey.Horizon{Length: sim.Day, After: journey.Drain}})
	require.NoError(t, err)
	log := &told{}
	o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), log)
	require.NoError(t, err)
	require.Equal(t, journey.Audit{Entered: o.Audit.Entered, Left: o.Audit.Entered}, o.Audit)
	values := make(map[string]float64)
	for i, name := range m.Measures() {
		if o.Present[i] {
			values[name] = o.Values[i]
		}
	}
	return values, log.facts
}

// minutesOf lists when something happened to the trucks of a flow.
func minutesOf(facts []journey.Fact, flow string, h journey.Happening) (at []float64) {
	for _, f := range facts {
		if f.Kind == journey.HappeningFact && f.Happening == h && f.Flow == flow {
			at = append(at, f.To.Seconds()/60)
		}
	}
	return at
}

// TestLoadsWaitForTheTruckThatIsAway, by hand: the truck sets out at 0:10, is at the load at 1:10, in town at 1:40,
// back at the origin at 2:10 and at its base at 3:10. The second load, ready at 0:20, has it at 4:10.
func TestLoadsWaitForTheTruckThatIsAway(t *testing.T) {
	values, facts := hauled(t, haulage(10, 20))
	assert.Equal(t, []float64{70, 250}, minutesOf(facts, "loads", journey.LoadFetched))
	assert.Equal(t, []float64{100, 280}, minutesOf(facts, "loads", journey.Delivered))
	assert.Equal(t, []float64{0, 190}, minutesOf(facts, "loads", journey.AtBase))
	assert.Equal(t, []float64{190, 370}, minutesOf(facts, "loads", journey.Left))
	assert.InDelta(t, (60.0+230)/2/60, values["fleet.A.load_wait_h"], 1e-9)
	assert.InDelta(t, (90.0+260)/2/60, values["door_to_door_h"], 1e-9)
	assert.InDelta(t, (24.0*60-360)/24/60, values["fleet.A.idle_trucks"], 1e-9)
	assert.InDelta(t, 360.0/24/60, values["fleet.A.utilisation_share"], 1e-9)
	assert.InDelta(t, (60.0+230)/24/60, values["fleet.A.waiting_loads"], 1e-9)
	assert.InDelta(t, 14, values["fleet.A.loads_per_truck_week"], 1e-9)
	// Each haul: 180 km, 30 of them loaded; of the hours, the first truck has stood for ten minutes.
	money := 2*(30*0.4+150*0.2) + 6*370.0/60
	assert.InDelta(t, money/40, values["fleet.A.cost_per_tonne_usd"], 1e-6)
	assert.InDelta(t, money/40, values["cost_per_tonne_usd"], 1e-6)
}

// TestTruckThatHasBeenFreeLongestGoesFirst: with two trucks the third load has the one that came home first.
func TestTruckThatHasBeenFreeLongestGoesFirst(t *testing.T) {
	c := haulage(0, 5, 400, 800)
	c.Hauliers[0].Trucks = 2
	_, facts := hauled(t, c)
	assert.Equal(t, []float64{0, 0, 180, 185}, minutesOf(facts, "loads", journey.AtBase))
}

// TestTruckGoesToABayWhenItHasRunLongEnough: three hours at the wheel a haul, due after four: after every second one.
func TestTruckGoesToABayWhenItHasRunLongEnough(t *testing.T) {
	c := haulage(0, 0, 0, 0)
	c.Hauliers[0].Repairs = &corridors.Repairs{Every: *minutes(240), Takes: *minutes(100), Bays: 1}
	values, facts := hauled(t, c)
	assert.Equal(t, []float64{180, 460, 640, 920}, minutesOf(facts, "loads", journey.Left))
	assert.InDelta(t, 200.0/24/60, values["fleet.A.repair_trucks"], 1e-9)
	assert.InDelta(t, 1-200.0/24/60, values["fleet.A.available_share"], 1e-9)
}

// TestLoadGoesOnWithAnotherTruck, by hand: delivered to town at 0:30, an hour in store, and 20 min with a truck of
// its own to the market. Its clock runs from the first minute on, and its tonnes count once.
func TestLoadGoesOnWithAnotherTruck(t *testing.T) {
	values, facts := hauled(t, chained(&corridors.Follow{Flow: "loads", Delay: minutes(60)}))
	assert.Equal(t, []float64{30}, minutesOf(facts, "loads", journey.PassedOn))
	assert.Empty(t, minutesOf(facts, "loads", journey.Delivered))
	assert.Equal(t, []float64{90}, minutesOf(facts, "on", journey.Ready))
	assert.Equal(t, []float64{110}, minutesOf(facts, "on", journey.Delivered))
	assert.InDelta(t, 110.0/60, values["door_to_door_h"], 1e-9)
	assert.InDelta(t, 20, values["tonnes_per_day"], 1e-9)
}

// TestLoadStaysOnItsTruckUntilTheNextIsThere, by hand: the haulier's truck sets out at 0:30, when the load is in town,
// and needs an hour and a half; the transfer holds both for ten minutes.
func TestLoadStaysOnItsTruckUntilTheNextIsThere(t *testing.T) {
	c := chained(&corridors.Follow{Flow: "loads", Direct: true, Transfer: minutes(10)})
	c.Flows[1].Haulier, c.Flows[1].Return.Mode = "A", corridors.OneWay
	values, facts := hauled(t, c)
	assert.Equal(t, []float64{120}, minutesOf(facts, "on", journey.LoadFetched))
	assert.Equal(t, []float64{130}, minutesOf(facts, "loads", journey.Left), "the first truck is free")
	assert.Equal(t, []float64{150}, minutesOf(facts, "on", journey.Delivered))
	assert.InDelta(t, 1.5, values["transfer_wait_h"], 1e-9)
	assert.InDelta(t, 2.5, values["door_to_door_h"], 1e-9)
}

// chained is haulage in which a truck comes with the load, and leaves it in town for another one.
func chained(after *corridors.Follow) *corridors.Corridor {
	c := haulage(0)
	c.Places = append(c.Places, corridors.Place{Name: "market", Country: "VN"})
	c.Legs = append(c.Legs, corridors.Leg{Road: "last", From: "town", To: "market", Country: "VN", Length: 20, Time: minutes(20)})
	c.Flows[0].Haulier, c.Flows[0].Return.Mode = "", corridors.NoReturn
	c.Flows = append(c.Flows, corridors.Flow{
		Name: "on", From: "town", To: "market", Traffic: corridors.Trucks, Arrivals: corridors.Arrivals{After: after},
		Return: corridors.Return{Mode: corridors.NoReturn},
	})
	return c
}

// TestLoadKeepsItsLuckWhateverTruckCarriesIt: with another number of trucks, each load takes as long to load and drive.
func TestLoadKeepsItsLuckWhateverTruckCarriesIt(t *testing.T) {
	spread, err := law.Lognormal(1, 0.4)
	require.NoError(t, err)
	loading := minutes(40)
	*loading = spread.Scaled(loading.Mean())
	type part struct {
		load uint32
		what journey.Activity
	}
	times := func(trucks int) map[part]sim.Time {
		c := haulage(0, 1, 2, 30, 60, 61, 200, 300, 301, 302)
		c.Hauliers[0].Trucks, c.Flows[0].Load = trucks, loading
		for i := range c.Legs {
			scaled := spread.Scaled(c.Legs[i].Time.Mean())
			c.Legs[i].Time = &scaled
		}
		_, facts := hauled(t, c)
		out := make(map[part]sim.Time)
		for _, f := range facts {
			if f.Kind == journey.TimeFact && (f.Activity == journey.Handling || f.Activity == journey.Driving) {
				out[part{f.Truck, f.Activity}] += f.To - f.From
			}
		}
		return out
	}
	few := times(1)
	assert.Len(t, few, 2*10)
	assert.Equal(t, few, times(4))
	assert.Equal(t, few, times(20))
}

// TestLoadsChangeTrucksAtAStation, by hand: two loads are in town at 0:30, each with a truck that takes it over, and one gang moves
// them in 25 min each, for 40 USD. So the second pair waits until 0:55 and is done at 1:20.
func TestLoadsChangeTrucksAtAStation(t *testing.T) {
	c := chained(&corridors.Follow{Flow: "loads", Direct: true, Transfer: minutes(25), Fee: 40, At: "gang"})
	c.Flows[0].Arrivals.Trace = []float64{0, 0}
	for i := range c.Places {
		if c.Places[i].Name == "town" {
			c.Places[i].Stations = []corridors.Station{{Name: "gang", Servers: 1}}
		}
	}
	values, facts := hauled(t, c)
	assert.Equal(t, []float64{55, 80}, minutesOf(facts, "loads", journey.Left))
	assert.Equal(t, []float64{75, 100}, minutesOf(facts, "on", journey.Delivered))
	assert.InDelta(t, 12.5/60, values["transfer_wait_h"], 1e-9, "the first truck of the second pair waits 25 min for the gang")
	assert.InDelta(t, 12.5/60, values["station.town/gang.wait_h"], 1e-9)
	assert.InDelta(t, 50.0/24/60, values["station.town/gang.utilisation_share"], 1e-9)
	var fees int64
	for _, f := range facts {
		if f.Kind == journey.MoneyFact && f.Line == journey.Transhipments {
			fees += f.Micro
		}
	}
	assert.EqualValues(t, 80e6, fees)
}

// TestLoadsInStoreAtADepotPayForIt, by hand: unloaded at the ICD at 0:30, three days in store of which one is free, and 5 USD for each
// day begun after that: the truck that takes the load on pays 10 USD, and the one that has brought it nothing.
func TestLoadsInStoreAtADepotPayForIt(t *testing.T) {
	c := chained(&corridors.Follow{Flow: "loads", Delay: minutes(3 * 24 * 60)})
	for i := range c.Places {
		if c.Places[i].Name == "town" {
			c.Places = append(c.Places[:i], c.Places[i+1:]...)
			break
		}
	}
	c.Depots = []corridors.Depot{{Post: corridors.Post{Name: "town", Country: "VN"}, Kind: corridors.ICD, Storage: corridors.Storage{Free: 86400, PerDay: 5}}}
	_, facts := hauled(t, c)
	paid := make(map[string]int64)
	for _, f := range facts {
		if f.Kind == journey.MoneyFact && f.Line == journey.Storage {
			paid[f.Flow] += f.Micro
			assert.Equal(t, "town", f.Place)
		}
	}
	assert.Equal(t, map[string]int64{"on": 10e6}, paid)
	c.Depots[0].Storage.Free = 3 * 86400
	_, facts = hauled(t, c)
	for _, f := range facts {
		assert.False(t, f.Kind == journey.MoneyFact && f.Line == journey.Storage, "three days are free")
	}
}

// TestFleetBeginsAnewInEveryRun: a world that has played a replication without warm-up plays the next as a fresh one does.
func TestFleetBeginsAnewInEveryRun(t *testing.T) {
	m, err := journey.Compile(journey.Setup{Corridor: haulage(0, 10), Horizon: journey.Horizon{Length: sim.Day, After: journey.Drain}})
	require.NoError(t, err)
	used := journey.NewWorld(m)
	for range 2 {
		again, err := used.Run(context.Background(), seeds.Replication(1, 0), nil)
		require.NoError(t, err)
		fresh, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), nil)
		require.NoError(t, err)
		assert.Equal(t, fresh, again)
	}
}
