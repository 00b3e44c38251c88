package journey

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// cargoRules is a corridor over the post A whose stages are named after the cargo that passes them.
func cargoRules(of corridors.Cargo) *corridors.Corridor {
	yes, no, half := true, false, 0.5
	type cond = corridors.Condition
	stages := []struct {
		name  string
		owner corridors.Owner
		when  cond
	}{
		{"trusted lane", "border guard", cond{Trusted: &yes}},
		{"lane", "border guard", cond{Trusted: &no}},
		{"cleared", "customs", cond{Load: []corridors.Load{corridors.Loaded}}},
		{"counter", "customs", cond{Declaration: []corridors.Declared{corridors.OnPaper}}},
		{"goods", "customs", cond{Channel: []corridors.Channel{corridors.Red}}},
		{"seals", "customs", cond{Load: []corridors.Load{corridors.Transit}}},
		{"wood", "quarantine", cond{Commodity: []string{"wood"}}},
		{"samples", "quarantine", cond{Share: &half, Load: []corridors.Load{corridors.Loaded, corridors.Transit}}},
	}
	post := corridors.Post{Name: "A", Country: "VN", Channels: corridors.Channels{Red: 0.1}}
	for _, s := range stages {
		post.Stages = append(post.Stages, corridors.Stage{Name: s.name, Owner: s.owner, When: s.when, Service: must(exponential(5))})
	}
	c := openRoad(corridors.Arrivals{PerSecond: 10.0 / 3600})
	c.Countries = []corridors.Country{{Code: "VN"}, {Code: "LA"}}
	c.Places, c.Legs = nil, nil
	c.Gates = []corridors.GatePair{{Name: "A|B", Posts: [2]corridors.Post{post, {Name: "B", Country: "LA"}}}}
	always, sampled := corridors.Channels{Red: 1}, 0.25
	c.Commodities = []corridors.Commodity{{Name: "wood", Channels: &always, Quarantine: &sampled}}
	c.Flows[0].Cargo = of
	return c
}

func TestEveryKindOfCargoHasItsItinerary(t *testing.T) {
	for title, test := range map[string]struct {
		of   corridors.Cargo
		want []string
	}{
		"none in particular": {corridors.Cargo{}, []string{"lane; cleared; counter { paper }; goods { red }; samples { 0.50 }"}},
		"wood":               {corridors.Cargo{Commodity: "wood"}, []string{"lane; cleared; counter { paper }; goods { red }; wood { 0.25 }; samples { 0.25 }"}},
		"wood, in transit or trusted": {corridors.Cargo{Commodity: "wood", Transit: 0.3, Trusted: 0.2}, []string{
			"lane; cleared; counter { paper }; goods { red }; wood { 0.25 }; samples { 0.25 }",
			"lane; seals; wood { 0.25 }; samples { 0.25 }",
			"trusted lane; cleared; counter { paper }; goods { red }; wood { 0.25 }; samples { 0.25 }",
			"trusted lane; seals; wood { 0.25 }; samples { 0.25 }",
		}},
	} {
		m, err := Compile(Setup{Corridor: cargoRules(test.of), Horizon: Horizon{Length: sim.Day, After: Drain}})
		require.NoError(t, err)
		var plans []string
		chance := 0.0
		for i := range m.plans {
			text := strings.TrimPrefix(m.plans[i].print(), "reach A; ")
			plans = append(plans, strings.TrimSuffix(text, "; reach B; leave the strip; clear A|B; delivered; leaves"))
			chance += m.plans[i].chance
		}
		assert.Equal(t, test.want, plans, title)
		assert.InDelta(t, 1, chance, 1e-15, title)
	}
}

// TestLoadsAreClearedWhereTheyDoNotPassThrough: a load in transit through Laos is cleared by Vietnam, and in
// transit through Vietnam by Laos; what is supervised has no papers, and a crossing is in transit if nobody clears.
func TestLoadsAreClearedWhereTheyDoNotPassThrough(t *testing.T) {
	cleared, sealed := "lane; cleared; counter { paper }; goods { red }; samples { 0.50 }", "lane; seals; samples { 0.50 }"
	for _, test := range []struct {
		through []string
		atA     string
		atB     string
		transit float64 // share of crossings that are in transit
	}{
		{nil, sealed, sealed, 0.25},
		{[]string{"LA"}, cleared, sealed, 0},
		{[]string{"VN"}, sealed, cleared, 0},
		{[]string{"LA", "VN"}, sealed, sealed, 0.25},
	} {
		c := cargoRules(corridors.Cargo{Transit: 0.25, Through: test.through})
		c.Gates[0].Dossier = corridors.Shared
		c.Gates[0].Posts[1].Stages, c.Gates[0].Posts[1].Channels = c.Gates[0].Posts[0].Stages, c.Gates[0].Posts[0].Channels
		log := &facts{}
		m, o := run(t, c, Horizon{Length: 20 * sim.Day, After: Drain}, log)
		assert.Equal(t, "reach A; "+test.atA+"; reach B; "+test.atB+"; leave the strip; clear A|B; delivered; leaves", m.plans[inTransit].print())
		papers := make(map[string]int)
		for _, f := range log.all {
			if f.Kind == HappeningFact && f.Happening == AtPost && f.Cargo.Transit {
				papers[f.Place+" "+string(f.Declared)]++
			}
		}
		want := []string{"A ", "B "}
		if test.atA == cleared {
			want[0] = "A paper"
		}
		if test.atB == cleared { // the exit post has declared nothing that it could share
			want[1] = "B paper"
		}
		assert.Len(t, papers, 2)
		for _, kind := range want {
			assert.Greater(t, papers[kind], 1000, "%v %s", test.through, kind)
		}
		assert.Equal(t, test.transit > 0, o.Present[slices.Index(m.Measures(), "border_time_transit_h")])
	}
}

// TestCargoIsDrawnOnceForTheTrip: shares are those of the file, drawn apart; only what is cleared has a
// channel and declares anything; wood is red here; and the measures are those of the log.
func TestCargoIsDrawnOnceForTheTrip(t *testing.T) {
	log := &facts{}
	m, o := run(t, cargoRules(corridors.Cargo{Commodity: "wood", Transit: 0.3, Trusted: 0.2}), Horizon{Length: 90 * sim.Day, After: Drain}, log)
	kinds := make(map[Cargo]float64)
	trucks := 0.0
	for _, f := range log.all {
		if f.Kind == HappeningFact && f.Happening == AtPost && f.Place == "A" {
			assert.Equal(t, f.Cargo.Transit, f.Channel == "" && f.Declared == "")
			assert.True(t, f.Cargo.Transit || f.Channel == corridors.Red)
			kinds[f.Cargo]++
			trucks++
		}
	}
	for kind, want := range map[Cargo]float64{
		{false, false, "wood"}: 0.56, {true, false, "wood"}: 0.24, {false, true, "wood"}: 0.14, {true, true, "wood"}: 0.06,
	} {
		assert.InDelta(t, want, kinds[kind]/trucks, 4*0.5/147, "within four standard errors of a share of some 21,600 trucks: %+v", kind)
	}
	assert.InEpsilon(t, 5*(2+0.25*2)/60, value(t, m, o, "border_time_transit_h"), 0.03, "lane, seals and a quarter of two stages of 5 min")
	assert.Greater(t, value(t, m, o, "border_time_trusted_h"), value(t, m, o, "border_time_transit_h"))
}

// TestCargoKeepsLuck: a truck that is cleared with and without transit beside it takes as long.
func TestCargoKeepsLuck(t *testing.T) {
	took := func(of corridors.Cargo) map[uint32]sim.Time {
		log := &facts{}
		run(t, cargoRules(of), Horizon{Length: 3 * sim.Day, After: Drain}, log)
		out := make(map[uint32]sim.Time)
		for _, f := range log.all {
			if f.Kind == TimeFact && f.Stage == "cleared" {
				out[f.Truck] = f.To - f.From
			}
		}
		return out
	}
	alone, mixed := took(corridors.Cargo{}), took(corridors.Cargo{Transit: 0.5, Trusted: 0.1})
	assert.Greater(t, len(alone), len(mixed)+100)
	assert.Greater(t, len(mixed), 100)
	for truck, d := range mixed {
		require.Equal(t, alone[truck], d, "truck %d", truck)
	}
}

func TestTransitLoadsStationsOfItsOwn(t *testing.T) {
	c := cargoRules(corridors.Cargo{Transit: 0.25})
	post := &c.Gates[0].Posts[0]
	post.Stations = []corridors.Station{{Name: "seals", Servers: 1}, {Name: "counters", Servers: 2}}
	post.Stages[5].Station, post.Stages[3].Station = "seals", "counters"
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Day, After: Drain}})
	require.NoError(t, err)
	loads := m.Offered()
	require.Len(t, loads, 2)
	assert.InEpsilon(t, 2.5, loads[0].Arrive, 1e-12)
	assert.InEpsilon(t, 7.5, loads[1].Arrive, 1e-12)
}
