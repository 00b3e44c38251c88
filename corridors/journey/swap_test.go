package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// swapping is a pair of two posts without stages but a swap of ten minutes at B, in a yard of two places,
// with so many partners, who are back half an hour after they have left.
func swapping(partners int, swap corridors.Swap, trace ...float64) *corridors.Corridor {
	places, away := 2, constant(30)
	c := openRoad(corridors.Arrivals{Trace: trace})
	c.Countries = []corridors.Country{{Code: "VN"}, {Code: "LA"}}
	c.Places, c.Legs = nil, nil
	post := func(name, country string) corridors.Post {
		return corridors.Post{Name: name, Country: country, Stages: []corridors.Stage{{Name: "gate-in", Owner: "customs", Service: constant(1)}, {Name: "release", Owner: "customs", Service: constant(1)}}}
	}
	swap.Name, swap.At, swap.Partners, swap.Away, swap.Places, swap.Service, swap.Fee = "epidemic swap", "B", partners, &away, &places, constant(10), 7
	swap.Kind = corridors.TractorSwap
	c.Gates = []corridors.GatePair{{Name: "A|B", Posts: [2]corridors.Post{post("A", "VN"), post("B", "LA")}, Swaps: []corridors.Swap{swap}}}
	return c
}

// swapsOf is when trucks began to be changed, and when they were, in minutes.
func swapsOf(t *testing.T, c *corridors.Corridor) (m *Model, began, ended map[uint32]int, fees int64) {
	log := &facts{}
	m, o := run(t, c, Horizon{Length: sim.Day, After: Drain}, log)
	assert.Zero(t, o.Audit.TimeGap+sim.Time(o.Audit.MoneyGap))
	began, ended = make(map[uint32]int), make(map[uint32]int)
	for _, f := range log.all {
		switch {
		case f.Kind == TimeFact && f.Activity == Service && f.Stage == "epidemic swap":
			began[f.Truck] = int(f.From / sim.Minute)
		case f.Kind == HappeningFact && f.Happening == Swapped:
			assert.Equal(t, "tractor", f.Stage)
			assert.Equal(t, "B", f.Place)
			ended[f.Truck] = int(f.From / sim.Minute)
		case f.Kind == MoneyFact && f.Line == Fees:
			fees += f.Micro
		}
	}
	return m, began, ended, fees
}

// TestTrucksWaitForPartners, by hand: each truck needs a minute at A, a minute at B and ten for the swap. One partner
// serves from 0:02 to 0:12, is back at 0:42, serves to 0:52, and so on; of two, each does.
func TestTrucksWaitForPartners(t *testing.T) {
	m, began, ended, fees := swapsOf(t, swapping(1, corridors.Swap{Before: "release"}, 0, 0, 0))
	assert.Equal(t, "reach A; gate-in; release; reach B; gate-in; epidemic swap or not; take a yard; epidemic swap; after epidemic swap; leave the yard; release; leave the yard; leave the strip; clear A|B; delivered; leaves", m.plans[0].print())
	assert.Equal(t, map[uint32]int{1: 3, 2: 43, 3: 83}, began, "gate-in at A, release at A, gate-in at B: three minutes")
	assert.Equal(t, map[uint32]int{1: 13, 2: 53, 3: 93}, ended)
	assert.Equal(t, int64(21e6), fees)
	_, began, _, _ = swapsOf(t, swapping(2, corridors.Swap{}, 0, 0, 0))
	assert.Equal(t, map[uint32]int{1: 4, 2: 4, 3: 44}, began, "after all stages of B")
}

// TestSwapsHoldForATimeAndForSome: who comes to it before or after, or does not meet its condition, passes.
func TestSwapsHoldForATimeAndForSome(t *testing.T) {
	_, began, _, _ := swapsOf(t, swapping(9, corridors.Swap{From: 600, To: 1200}, 0, 5*60, 6*60, 14*60, 16*60, 30*60))
	assert.Equal(t, map[uint32]int{3: 10, 4: 18}, began, "who comes to it from 0:10 until before 0:20, four minutes after it comes")
	_, began, _, _ = swapsOf(t, swapping(9, corridors.Swap{When: corridors.Condition{Direction: []corridors.Direction{corridors.Exit}}}, 0))
	assert.Empty(t, began)
}

// TestSwapsStayWhereTheyAreWithOneStop: the swap of trucks out of B is done there, though B keeps nothing else.
func TestSwapsStayWhereTheyAreWithOneStop(t *testing.T) {
	c := swapping(1, corridors.Swap{}, 0)
	c.Gates[0].Inspection[0] = corridors.Inspection{Kind: corridors.OneStop, Moves: 1}
	c.Flows[0].From, c.Flows[0].To = "B", "A"
	_, began, _, _ := swapsOf(t, c)
	assert.Equal(t, map[uint32]int{1: 0}, began)
}
