package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// TestWhatNoLoadCausedIsSharedByTonneKilometres: to the micro-dollar, the rest to the last load.
func TestWhatNoLoadCausedIsSharedByTonneKilometres(t *testing.T) {
	for _, c := range []struct {
		name string
		p    purse
		cost [2]int64
	}{
		{"three quarters of the t-km", purse{own: [2]int64{1000, 500}, shared: 101, tkm: [2]float64{300, 100}, given: 3}, [2]int64{1075, 526}},
		{"none has any", purse{own: [2]int64{7, 9}, shared: 101, given: 3}, [2]int64{57, 60}},
		{"one load out", purse{own: [2]int64{1000, 0}, shared: 101, tkm: [2]float64{300, 0}, given: 1}, [2]int64{1101, 0}},
		{"one load home", purse{own: [2]int64{0, 1000}, shared: 101, given: 2}, [2]int64{0, 1101}},
		{"no load", purse{shared: 101}, [2]int64{0, 0}},
	} {
		assert.Equal(t, c.cost, c.p.divide(), c.name)
	}
}

// TestTripWithoutALoadBearsItsCosts: they are shown as such, and all that trucks cost is somebody's.
func TestTripWithoutALoadBearsItsCosts(t *testing.T) {
	m, err := Compile(Setup{Corridor: hauled(1, 0), Horizon: Horizon{Length: sim.Hour, After: Drain}})
	require.NoError(t, err)
	w := NewWorld(m)
	w.books.total = 300
	empty, full := &truck{id: 0, cargo: true, counted: true, plan: &itinerary{}}, &truck{id: 1, cargo: true, counted: true, plan: &itinerary{loaded: true}}
	for _, trip := range []*truck{empty, full} {
		w.addEntry()
		w.accountOf(trip).spend(trip, 100)
		w.closePurse(trip)
	}
	b := &w.books.purses
	assert.Equal(t, []int64{200, 100, 100, 100}, []int64{b.spent, b.divided, b.alone, b.unassigned})
	assert.Equal(t, loadBook{n: 1, micro: 100}, b.loads[0][0])
	assert.Zero(t, w.audit().LoadGap)
	b.divided--
	assert.Equal(t, int64(1), w.audit().LoadGap, "a micro-dollar that is nobody's is found")
}

// TestCostsOfLoadsAreAsByHand: alone, the load out bears the whole round trip; with a load for the way home, which is there at once, each bears its
// own way, for they share nothing.
func TestCostsOfLoadsAreAsByHand(t *testing.T) {
	c := hauled(20, 0)
	m, o := run(t, c, Horizon{Length: 3000 * sim.Hour, After: Drain}, nil)
	assert.InEpsilon(t, 1861, value(t, m, o, "cost_per_load_usd"), 1e-9)
	assert.InEpsilon(t, 1861, value(t, m, o, "flow."+c.Flows[0].Name+".cost_per_load_out_usd"), 1e-9)
	assert.Zero(t, value(t, m, o, "unassigned_cost_share"))

	c.Flows[0].Return.PerSecond, c.Flows[0].Return.Patience = 1, constant(1e9)
	m, o = run(t, c, Horizon{Length: 3000 * sim.Hour, After: Drain}, nil)
	assert.InEpsilon(t, 18*17.5+770, value(t, m, o, "flow."+c.Flows[0].Name+".cost_per_load_out_usd"), 1e-9)
	assert.InEpsilon(t, 18*17.5+770, value(t, m, o, "flow."+c.Flows[0].Name+".cost_per_load_home_usd"), 1e-9)
}

// TestWaitForAReturnLoadIsSharedByBothLoads: 25 t out and 20 t home, equally far.
func TestWaitForAReturnLoadIsSharedByBothLoads(t *testing.T) {
	c := hauled(20, 100*sim.Hour)
	c.Flows[0].Return.PerSecond = 0.25 / 3600
	m, o := run(t, c, Horizon{Length: 3000 * sim.Hour, After: Drain}, nil)
	require.InDelta(t, 1, value(t, m, o, "return_load_share"), 1e-12)
	wait := 18 * value(t, m, o, "return_load_wait_h")
	assert.InEpsilon(t, 1085+wait*25/45, value(t, m, o, "flow."+c.Flows[0].Name+".cost_per_load_out_usd"), 1e-7)
	assert.InEpsilon(t, 1085+wait*20/45, value(t, m, o, "flow."+c.Flows[0].Name+".cost_per_load_home_usd"), 1e-7)
}

// TestLitresAndGoodsAreAsByHand on 700 km loaded and 700 km empty, with 17.5 h from door to door.
func TestLitresAndGoodsAreAsByHand(t *testing.T) {
	c := hauled(20, 0)
	kg, driver := 3.0, 0.3
	c.Fleet.CO2e, c.Fleet.DriverShare = &kg, &driver
	c.Commodities = []corridors.Commodity{{Name: "fish", Worth: 1000, Loss: 0.012, Spoilage: 0.24}}
	c.Flows[0].Cargo.Commodity = "fish"
	c.Values = &corridors.Values{Time: 3.0 / 3600, Reliability: 5.0 / 3600}
	m, o := run(t, c, Horizon{Length: 3000 * sim.Hour, After: Drain}, nil)
	for name, want := range map[string]float64{
		"litres_per_trip": 1330, "litres_loaded_per_trip": 770, "litres_empty_per_trip": 560, "litres_idling_per_trip": 0,
		"co2e_kg_per_trip": 3990, "co2e_g_per_tkm": 228, "cost_fuel_usd": 1330, "cost_fuel_loaded_usd": 770, "cost_fuel_empty_usd": 560,
		"cost_hours_usd": 531, "cost_driver_usd": 0.3 * 531, "cost_capital_usd": 0.7 * 531,
		"goods_time_value_per_tonne_usd": 8.75, "goods_spoilage_per_tonne_usd": 175, "cost_per_tonne_usd": 74.44,
		"generalised_cost_per_tonne_usd": 74.44 + 8.75 + 175 + 3*17.5/25,
	} {
		assert.InDelta(t, want, value(t, m, o, name), 1e-6, name)
	}
}

// TestGoodsLoseNoMoreThanTheyAreWorth: this fish would be gone within an hour.
func TestGoodsLoseNoMoreThanTheyAreWorth(t *testing.T) {
	c := hauled(2, 0)
	c.Commodities = []corridors.Commodity{{Name: "fish", Worth: 1000, Spoilage: 24}}
	c.Flows[0].Cargo.Commodity = "fish"
	m, o := run(t, c, Horizon{Length: 3000 * sim.Hour, After: Drain}, nil)
	assert.InDelta(t, 1000, value(t, m, o, "goods_spoilage_per_tonne_usd"), 1e-9)
}
