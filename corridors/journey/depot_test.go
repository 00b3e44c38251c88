package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// inland is a road from X over an ICD, 10 km off the direct road of 80 km, to the post A, and B–Y behind it. All clearance takes 20 min,
// at A as at the ICD; supervision of what is sealed takes 5 min. Speeds are 60 km/h, so a km is a minute.
func inland() *corridors.Corridor {
	clear := corridors.Stage{Name: "documents", Owner: "customs", Service: must(law.Constant(1200)), When: corridors.Condition{Load: []corridors.Load{corridors.Loaded}}}
	watch := corridors.Stage{Name: "supervision", Owner: "customs", Service: must(law.Constant(300)), When: corridors.Condition{Load: []corridors.Load{corridors.Transit}}}
	lift := corridors.Stage{Name: "lift", Owner: "operator", Service: must(law.Constant(600)), Fee: 25, When: corridors.Condition{Purpose: []corridors.Purpose{corridors.Clearance}}}
	post := func(name, country string) corridors.Post {
		return corridors.Post{Name: name, Country: country, Regime: corridors.Regime{Exit: corridors.Paper, Entry: corridors.Paper}, Stages: []corridors.Stage{clear, watch}}
	}
	depot := post("ICD", "VN")
	depot.Stages[0].When.Declaration = []corridors.Declared{corridors.OnPaper} // there the load is not sealed yet
	depot.Stages = append(depot.Stages, lift)
	return &corridors.Corridor{
		Name:      "inland",
		Countries: []corridors.Country{{Code: "VN"}, {Code: "LA"}},
		Places:    []corridors.Place{{Name: "X", Country: "VN"}, {Name: "Y", Country: "LA"}},
		Legs: []corridors.Leg{
			{From: "X", To: "A", Road: "QL9", Country: "VN", Length: 80, Speed: 60},
			{From: "X", To: "ICD", Road: "QL15", Country: "VN", Length: 50, Speed: 60},
			{From: "ICD", To: "A", Road: "QL16", Country: "VN", Length: 40, Speed: 60},
			{From: "B", To: "Y", Road: "NR9", Country: "LA", Length: 30, Speed: 60},
		},
		Gates:  []corridors.GatePair{{Name: "A–B", Posts: [2]corridors.Post{post("A", "VN"), post("B", "LA")}}},
		Depots: []corridors.Depot{{Post: depot, Kind: corridors.ICD, Storage: corridors.Storage{Free: 600, PerDay: 4}}},
		Fleet:  corridors.Fleet{EmptySpeed: 1, Spread: must(law.Constant(1))},
		Flows: []corridors.Flow{{
			Name: "trucks", From: "X", To: "Y", Traffic: corridors.Trucks, Payload: 20, Arrivals: corridors.Arrivals{Timetable: &corridors.Timetable{Every: 3600}},
			Return: corridors.Return{Mode: corridors.NoReturn}, Via: []corridors.Visit{{Depot: "ICD"}},
		}},
	}
}

// TestWhatIsClearedInlandIsOnlySupervisedAtTheBorder: by hand, 20 min of clearance and 10 of lifting at the ICD, 5 min at A, 20 at B, which
// clears as ever; 120 km on the road. The stay of 30 min is charged a day of storage beyond the ten minutes that are free.
func TestWhatIsClearedInlandIsOnlySupervisedAtTheBorder(t *testing.T) {
	m, o := run(t, inland(), Horizon{Length: sim.Day, After: Drain}, nil)
	minutes := func(name string) float64 { return 60 * value(t, m, o, name) }
	assert.InDelta(t, 5, minutes("border_time_vn_h"), 1e-9)
	assert.InDelta(t, 20, minutes("border_time_la_h"), 1e-9)
	assert.InDelta(t, 30, minutes("depot.ICD.time_h"), 1e-9)
	assert.InDelta(t, 55, minutes("border_and_depot_time_h"), 1e-9)
	assert.InDelta(t, 120+55, minutes("door_to_door_h"), 1e-9)
	assert.InDelta(t, 20, minutes("stage.ICD/documents.time_h"), 1e-9)
	assert.InDelta(t, 25, value(t, m, o, "cost_lifts_usd"), 1e-9)
	assert.InDelta(t, 4, value(t, m, o, "cost_storage_usd"), 1e-9)
	assert.InDelta(t, 23, value(t, m, o, "depot.ICD.trucks_per_day"), 1e-9, "the truck of 23:00 leaves it on the next day")
}

// TestNobodyVisitsADepotUnasked: without a stop all clear at the posts and take the direct road.
func TestNobodyVisitsADepotUnasked(t *testing.T) {
	c := inland()
	c.Flows[0].Via = nil
	m, o := run(t, c, Horizon{Length: sim.Day, After: Drain}, nil)
	assert.InDelta(t, 110+40, 60*value(t, m, o, "door_to_door_h"), 1e-9)
	assert.InDelta(t, 0, value(t, m, o, "depot.ICD.trucks_per_day"), 1e-9)
}

// TestImportsAreClearedBehindTheBorder: on the way home a return load is cleared at B on leaving Laos, only supervised at A, and cleared at the ICD.
func TestImportsAreClearedBehindTheBorder(t *testing.T) {
	c := inland()
	f := &c.Flows[0]
	f.Via[0].Trip = []corridors.Trip{corridors.Home}
	f.Return = corridors.Return{Mode: corridors.TwoWay, PerSecond: 1.0 / 60, Payload: 20, Patience: must(law.Constant(86400)), MaxWait: must(law.Constant(86400))}
	log := &facts{}
	run(t, c, Horizon{Length: sim.Day, After: Drain}, log)
	at := make(map[string]float64)
	for _, fact := range log.all {
		if fact.Kind == TimeFact && fact.Truck == 3 && fact.Activity == Service {
			at[string(fact.Trip)+" "+fact.Place+" "+fact.Stage] += (fact.To - fact.From).Seconds() / 60
		}
	}
	assert.Equal(t, map[string]float64{
		"out A documents": 20, "out B documents": 20, "home B documents": 20, "home A supervision": 5, "home ICD documents": 20, "home ICD lift": 10,
	}, at)
}

// TestASharedDossierKnowsWhatWasDeclaredInland: the second post does not ask again for what was declared at an ICD.
func TestASharedDossierKnowsWhatWasDeclaredInland(t *testing.T) {
	c := inland()
	c.Gates[0].Dossier = corridors.Shared
	paper := corridors.Condition{Declaration: []corridors.Declared{corridors.OnPaper}}
	c.Gates[0].Posts[1].Stages = []corridors.Stage{{Name: "declaration", Owner: "customs", Service: must(law.Constant(1800)), When: paper}}
	m, o := run(t, c, Horizon{Length: sim.Day, After: Drain}, nil)
	assert.InDelta(t, 0, value(t, m, o, "border_time_la_h"), 1e-9)
}

// TestAShareOfTheTrucksStops: by luck of their own, so a larger share keeps those that stopped before.
func TestAShareOfTheTrucksStops(t *testing.T) {
	stops := func(share float64) map[uint32]bool {
		c := inland()
		c.Flows[0].Via[0].Share = &share
		log := &facts{}
		run(t, c, Horizon{Length: 40 * sim.Day, After: Drain}, log)
		out := make(map[uint32]bool)
		for _, f := range log.all {
			if f.Happening == AtDepot && f.Kind == HappeningFact {
				out[f.Truck] = true
			}
		}
		return out
	}
	few, many := stops(0.3), stops(0.6)
	// 960 trucks: the standard deviation of their number is 14 and 15.
	assert.InDelta(t, 288, len(few), 3*14.2)
	assert.InDelta(t, 576, len(many), 3*15.2)
	for truck := range few {
		require.True(t, many[truck], "truck %d", truck)
	}
}

// TestTheCheaperWayMayLeadOverADepot: when one officer clears at A, a queue grows there and live information sends trucks over the
// ICD; with many officers nobody takes the longer road.
func TestTheCheaperWayMayLeadOverADepot(t *testing.T) {
	visits := func(officers int) float64 {
		c := inland()
		a := &c.Gates[0].Posts[0]
		a.Stations = []corridors.Station{{Name: "officers", Servers: officers}}
		a.Stages[0].Station = "officers"
		c.Depots[0].Stages[2].Fee, c.Depots[0].Storage = 0, corridors.Storage{}
		f := &c.Flows[0]
		f.Arrivals.Timetable.Every = 600
		f.Via[0].Cheaper = true
		f.Choice = &corridors.Choice{Information: corridors.Live, TimeValue: 7.0 / 3600}
		m, o := run(t, c, Horizon{Length: sim.Day, After: Drain}, nil)
		return value(t, m, o, "depot.ICD.trucks_per_day")
	}
	assert.InDelta(t, 0, visits(20), 1e-9)
	// One officer clears three an hour; of the six that come about half go over the ICD.
	assert.InDelta(t, 72, visits(1), 10)
}
