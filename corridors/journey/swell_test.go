package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// hourly is a lane that takes so many minutes, with a truck every hour.
func hourly(minutes float64) *corridors.Corridor {
	return oneLane(1, must(law.Constant(60*minutes)), corridors.Arrivals{Timetable: &corridors.Timetable{First: 60, Every: 3600}}, corridors.Hours{})
}

// TestTrucksUnderWayBecomeMore: of 24 trucks a day 16 pass a lane that takes 90 min, so eight more stay every day. By hand: trucks come
// at 0:01, 1:01 and so on, services end at 1:31, 3:01 and so on; in 48 h 48 trucks come and 31 are done, in 96 h 96 and 63. Where the
// lane takes 30 min each is gone before the next comes.
func TestTrucksUnderWayBecomeMore(t *testing.T) {
	_, o := run(t, hourly(90), Horizon{Length: 4 * sim.Day, After: Drain}, nil)
	assert.Equal(t, Swell{Known: true, PerDay: [2]float64{17.0 / 2, 16.0 / 2}, Present: [3]float64{0, 17, 33}}, o.Swell)
	_, o = run(t, hourly(30), Horizon{WarmUp: sim.Day, Length: 5 * sim.Day, After: Stop}, nil)
	assert.Equal(t, Swell{Known: true}, o.Swell, "two halves of two days each, and a day before them")
}

// TestPlacesThatAreKeptSwell: a lane of 30 min could pass 48 trucks a day, but behind it is a yard of one place, whose stage takes
// 90 min: by the data that station has servers enough.
func TestPlacesThatAreKeptSwell(t *testing.T) {
	c := hourly(30)
	post := &c.Gates[0].Posts[0]
	post.Stations = append(post.Stations, corridors.Station{Name: "desk", Servers: 9})
	post.Yards = []corridors.Yard{{Name: "yard", Places: 1}}
	post.Stages = append(post.Stages, corridors.Stage{Name: "papers", Owner: "customs", Station: "desk", Yard: "yard", Service: must(law.Constant(5400))})
	m, o := run(t, c, Horizon{Length: 4 * sim.Day, After: Drain}, nil)
	for _, load := range m.Offered() {
		assert.False(t, load.Overloaded(), load.Station)
	}
	assert.InDeltaSlice(t, []float64{8, 8}, o.Swell.PerDay[:], 0.51)
	assert.Equal(t, []YardRoom{{"A", "yard", 1}}, m.Yards())
}

// TestSwellIsNotKnownWhereDaysAreNotAlike: nothing can be said of a window that is too short, or in which one half is unlike the other.
func TestSwellIsNotKnownWhereDaysAreNotAlike(t *testing.T) {
	four := Horizon{Length: 4 * sim.Day, After: Drain}
	few := 3
	for name, change := range map[string]func(c *corridors.Corridor, h *Horizon){
		"short": func(_ *corridors.Corridor, h *Horizon) { h.Length = sim.Day },
		"weekdays in less than two weeks": func(c *corridors.Corridor, _ *Horizon) {
			c.Flows[0].Arrivals = corridors.Arrivals{PerSecond: 0.001, ByWeekday: []float64{1, 1, 1, 1, 1, 1, 0}}
		},
		"weekend of a post": func(c *corridors.Corridor, _ *Horizon) { c.Gates[0].Posts[0].Weekend = &corridors.Weekend{} },
		"weekend of a station": func(c *corridors.Corridor, _ *Horizon) {
			c.Gates[0].Posts[0].Stations[0].Weekend = &corridors.Weekend{}
		},
		"shock": func(c *corridors.Corridor, _ *Horizon) {
			c.Shocks = []corridors.Shock{{Name: "flood", From: 0, To: 60, Gates: []string{"pair"}, Closed: true}}
		},
		"few":    func(c *corridors.Corridor, _ *Horizon) { c.Flows[0].Arrivals.Count = &few },
		"months": func(c *corridors.Corridor, _ *Horizon) { c.Flows[0].Arrivals.ByMonth = make([]float64, 12) },
		"holidays": func(c *corridors.Corridor, _ *Horizon) {
			c.Countries[0].Holidays = []corridors.Holiday{{From: 1, To: 2}}
		},
	} {
		c, h := hourly(30), four
		change(c, &h)
		m := &Model{setup: Setup{Corridor: c, Horizon: h}}
		assert.Empty(t, m.swellsAt(), name)
	}
	c := hourly(30)
	c.Countries[0].Holidays = []corridors.Holiday{{From: 10, To: 12}}
	m, err := Compile(Setup{Corridor: c, Horizon: four})
	require.NoError(t, err)
	assert.Equal(t, []sim.Time{0, 2 * sim.Day, 4 * sim.Day}, m.swells, "after the run")
	c.Flows[0].Arrivals.ByWeekday = []float64{1, 1, 1, 1, 1, 1, 1}
	m = &Model{setup: Setup{Corridor: c, Horizon: Horizon{Start: 20, WarmUp: sim.Day, Length: 20 * sim.Day}}}
	assert.Equal(t, []sim.Time{7 * sim.Day, 14 * sim.Day, 21 * sim.Day}, m.swellsAt(), "whole weeks")
}

// TestSwellOfAPairIsTheMean of a replication and its mirror, and known only where both are.
func TestSwellOfAPairIsTheMean(t *testing.T) {
	one := Swell{Known: true, PerDay: [2]float64{2, 4}, Present: [3]float64{0, 2, 6}}
	other := Swell{Known: true, PerDay: [2]float64{4, 0}, Present: [3]float64{2, 6, 6}}
	assert.Equal(t, Swell{Known: true, PerDay: [2]float64{3, 2}, Present: [3]float64{1, 4, 6}}, one.with(other))
	other.Known = false
	assert.False(t, one.with(other).Known)
}
