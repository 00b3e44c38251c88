package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// pooledPair is two flows to B, one from A (60 km) and one from C (40 km), whose return loads are pooled at P (30 km
// on). One truck sets out, from A; loads are there for C only, unless there are some for A.
func pooledPair(forA, forC float64, match corridors.Match) *corridors.Corridor {
	count, never := 1, 0
	patient := must(law.Constant(1e6))
	flow := func(from string, trucks *int, loads, tonnes float64) corridors.Flow {
		return corridors.Flow{
			Name: from, From: from, To: "B", Traffic: corridors.Trucks, Payload: 20,
			Arrivals: corridors.Arrivals{Timetable: &corridors.Timetable{First: 86400, Every: 1}, Count: trucks},
			Return:   corridors.Return{Mode: corridors.TwoWay, PerSecond: loads / 3600, Payload: tonnes, Patience: patient, MaxWait: patient},
		}
	}
	leg := func(from, to string, km float64) corridors.Leg {
		return corridors.Leg{From: from, To: to, Road: from + to, Country: "VN", Length: km, Speed: 60}
	}
	return &corridors.Corridor{
		Name: "pooled", Countries: []corridors.Country{{Code: "VN"}},
		Places: []corridors.Place{{Name: "A", Country: "VN"}, {Name: "B", Country: "VN"}, {Name: "C", Country: "VN"}, {Name: "P", Country: "VN"}},
		Legs:   []corridors.Leg{leg("A", "B", 60), leg("C", "B", 40), leg("B", "P", 30)},
		Fleet:  corridors.Fleet{EmptySpeed: 1, Spread: must(law.Constant(1)), PerKm: 1},
		Flows:  []corridors.Flow{flow("A", &count, forA, 11), flow("C", &never, forC, 7)},
		Pools:  []corridors.Pool{{Name: "shared", At: "P", Flows: []string{"A", "C"}, Match: match}},
	}
}

// TestTruckBringsTheLoadOfAnotherFlowAndGoesHomeEmpty counts by hand: A to B 60 km loaded, B to P 30 km empty, P to C
// 70 km with a load, C to A 100 km empty.
func TestTruckBringsTheLoadOfAnotherFlowAndGoesHomeEmpty(t *testing.T) {
	log := &facts{}
	m, o := run(t, pooledPair(0, 2, corridors.FirstCome), Horizon{Length: 2 * sim.Day, After: Drain}, log)
	assert.Equal(t, 260.0, value(t, m, o, "cost_per_trip_usd"), "a dollar a km")
	assert.Equal(t, 130.0/260, value(t, m, o, "empty_km_share"))
	assert.InDelta(t, 260.0/27, value(t, m, o, "cost_per_tonne_usd"), 1e-12, "20 t out and 7 t back")
	assert.InDelta(t, 260.0/60, value(t, m, o, "round_trip_h"), 1e-9, "no wait: loads have come for a day")
	assert.Equal(t, 1.0, value(t, m, o, "return_load_at_once_share"))
	assert.Zero(t, o.Audit.TimeGap+sim.Time(o.Audit.MoneyGap))
	for _, f := range log.all {
		if f.Happening == LoadFound {
			assert.Equal(t, "C", f.Stage, "whose load it is")
			assert.Equal(t, "P", f.Place)
		}
	}
}

// TestOwnLoadsGoFirst: with twice as many loads for C, the truck takes one of these first as they come, and one for A
// where those for its own home go first: P to A 90 km with a load.
func TestOwnLoadsGoFirst(t *testing.T) {
	for match, km := range map[corridors.Match]float64{corridors.FirstCome: 260, corridors.OwnFirst: 180} {
		c := pooledPair(0.5, 100, match)
		m, o := run(t, c, Horizon{Length: 2 * sim.Day, After: Drain}, nil)
		assert.Equal(t, km, value(t, m, o, "cost_per_trip_usd"), match)
	}
}

// TestPooledRatesAddUp: what is offered to stations reckons with loads that go elsewhere.
func TestPooledRatesAddUp(t *testing.T) {
	c := pooledPair(1, 2, corridors.FirstCome)
	for i := range c.Flows {
		c.Flows[i].Arrivals = corridors.Arrivals{PerSecond: float64(4-2*i) / 3600}
	}
	h := Horizon{Length: sim.Day, After: Drain}
	m, err := Compile(Setup{Corridor: c, Horizon: h})
	assert.NoError(t, err)
	loaded, empty, onward := 0.0, 0.0, 0.0
	for i := range m.plans {
		plan := &m.plans[i]
		rate := m.rateOf(plan, m.perSecond(&m.flows[plan.flow], h), h) * 3600
		switch last := plan.steps[len(plan.steps)-1].kind; {
		case plan.trip == corridors.Out:
		case plan.loaded:
			loaded += rate
		case plan.shuttle && last == stepLeave:
			onward += rate
		case !plan.shuttle:
			empty += rate
		}
	}
	assert.InDelta(t, 3, loaded, 1e-12, "three loads an hour for six trucks")
	assert.InDelta(t, 3, empty, 1e-12)
	assert.InDelta(t, 4*0.5*2/3+2*0.5*1/3, onward, 1e-12, "of A with loads for C, and the other way round")
}
