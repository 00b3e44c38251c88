package journey

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// constant is a time that never varies.
func constant(minutes float64) law.Law { return must(law.Constant(minutes * 60)) }

// rivals has two gate pairs between the same two markets, each with one lane of 30 minutes at the exit
// post: A|B on a way of 200 km, C|D on one of 250 km. At 50 km/h and without queues that is 4.5 h
// against 5.5 h, and at 0.4 l/km, 1 USD/l and 0.1 USD/km, 100 USD against 125 USD.
func rivals(choice corridors.Choice, perHour float64) *corridors.Corridor {
	pair := func(exit, entry string) corridors.GatePair {
		return corridors.GatePair{Name: exit + "|" + entry, Posts: [2]corridors.Post{
			{
				Name: exit, Country: "VN", Stations: []corridors.Station{{Name: "lane", Servers: 1}},
				Stages: []corridors.Stage{{
					Name: "check", Owner: "customs", Station: "lane", Service: constant(30),
					When: corridors.Condition{Direction: []corridors.Direction{corridors.Exit}},
				}},
			},
			{Name: entry, Country: "LA"},
		}}
	}
	leg := func(from, to, country string, km float64) corridors.Leg {
		return corridors.Leg{From: from, To: to, Road: from + to, Country: country, Length: km, Speed: 50}
	}
	if choice.TimeValue == 0 {
		choice.TimeValue = 10.0 / 3600
	}
	return &corridors.Corridor{
		Name:      "rivals",
		Countries: []corridors.Country{{Code: "VN", Diesel: 1}, {Code: "LA", Diesel: 1}},
		Places:    []corridors.Place{{Name: "X", Country: "VN"}, {Name: "Y", Country: "LA"}},
		Legs:      []corridors.Leg{leg("X", "C", "VN", 150), leg("X", "A", "VN", 100), leg("B", "Y", "LA", 100), leg("D", "Y", "LA", 100)},
		Gates:     []corridors.GatePair{pair("C", "D"), pair("A", "B")},
		Fleet:     corridors.Fleet{FuelLoaded: 0.4, FuelEmpty: 0.4, PerKm: 0.1, Hour: 5.0 / 3600, EmptySpeed: 1, Spread: must(law.Constant(1))},
		Flows: []corridors.Flow{{
			Name: "trucks", From: "X", To: "Y", Traffic: corridors.Trucks, Arrivals: corridors.Arrivals{PerSecond: perHour / 3600},
			Payload: 20, Return: corridors.Return{Mode: corridors.NoReturn}, Choice: &choice,
		}},
	}
}

// chosen lists the choices in a log.
func (f *facts) chosen() (out []Fact) {
	for _, fact := range f.all {
		if fact.Kind == HappeningFact && fact.Happening == WayChosen {
			out = append(out, fact)
		}
	}
	return out
}

// inLine is how many trucks wait at a post at a time, from the waits in a log.
func (f *facts) inLine(post string, at sim.Time) (n int) {
	for _, fact := range f.all {
		if fact.Kind == TimeFact && fact.Activity == Queueing && fact.Place == post && fact.From <= at && at < fact.To {
			n++
		}
	}
	return n
}

// TestInformedTrucksChooseTheCheapestWay recomputes every choice from the log: at 10 USD an hour A|B
// costs 100 + 45 USD and C|D 125 + 55 USD, and every truck in line half an hour more.
func TestInformedTrucksChooseTheCheapestWay(t *testing.T) {
	for title, test := range map[string]struct {
		choice corridors.Choice
		known  func(now sim.Time) (sim.Time, bool)
	}{
		"none": {corridors.Choice{Information: corridors.Uninformed}, func(sim.Time) (sim.Time, bool) { return 0, false }},
		"live": {corridors.Choice{Information: corridors.Live}, func(now sim.Time) (sim.Time, bool) { return now, true }},
		"delayed": {corridors.Choice{Information: corridors.Delayed, Delay: 2.5 * 3600}, func(now sim.Time) (sim.Time, bool) {
			then := now - 150*sim.Minute
			return then - then%sim.Hour, then >= 0
		}},
	} {
		log := &facts{}
		m, o := run(t, rivals(test.choice, 3), Horizon{Length: 2 * sim.Day, After: Drain}, log)
		taken := make(map[string]int)
		choices := log.chosen()
		require.Greater(t, len(choices), 100)
		for _, f := range choices {
			a, c := 145.0, 180.0
			if at, known := test.known(f.From); known {
				a += 5 * float64(log.inLine("A", at))
				c += 5 * float64(log.inLine("C", at))
			}
			want := "A|B"
			if c < a {
				want = "C|D"
			}
			require.Equal(t, want, f.Stage, "%s, truck %d at %v: %v against %v", title, f.Truck, f.From, a, c)
			assert.Equal(t, map[string]float64{"A|B": 0, "C|D": 50}[want], f.Km)
			taken[want]++
		}
		byGate := func(gate string) float64 { return value(t, m, o, GateMeasure(gate, "trucks_per_day")) }
		off := float64(taken["C|D"]) / float64(len(choices))
		assert.InDelta(t, off, value(t, m, o, "detour_share"), 1e-12)
		assert.InDelta(t, 50*off, value(t, m, o, "detour_km"), 1e-9)
		assert.InDelta(t, off, value(t, m, o, "detour_h"), 1e-9, "50 km at 50 km/h")
		assert.InDelta(t, 25*off, value(t, m, o, "detour_usd"), 1e-9)
		if title == "none" {
			assert.Zero(t, taken["C|D"])
			assert.Positive(t, byGate("A|B"))
			assert.Zero(t, byGate("C|D"))
		} else {
			assert.Greater(t, taken["C|D"], 20, title)
			assert.Positive(t, byGate("C|D"))
		}
	}
}

// TestTastesSplitTheTrucks: with a lognormal factor of its own on each way a truck takes the dearer one
// with the probability that the ratio of the factors falls below that of the costs.
func TestTastesSplitTheTrucks(t *testing.T) {
	spread := must(law.Lognormal(1, 0.2))
	c := rivals(corridors.Choice{Information: corridors.Uninformed, Spread: &spread}, 10)
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: 60 * sim.Day, After: Drain}})
	require.NoError(t, err)
	w := NewWorld(m)
	var shares []float64
	for r := range 20 {
		o, err := w.Run(context.Background(), seeds.Replication(5, r), nil)
		require.NoError(t, err)
		shares = append(shares, value(t, m, o, "detour_share"))
	}
	sigma := math.Sqrt(math.Log(1 + 0.2*0.2))
	z := math.Log(145.0/180) / (sigma * math.Sqrt2)
	accept(t, 0.5*math.Erfc(-z/math.Sqrt2), shares, "share of the dearer way")
}

// TestOpeningHoursAreKnownToAll: A opens at noon only; a truck that would reach it at 05:00 after two
// hours takes the way through C, one that would reach it at 13:00 does not.
func TestOpeningHoursAreKnownToAll(t *testing.T) {
	for first, want := range map[float64]string{3: "C|D", 11: "A|B", 13: "C|D"} {
		c := rivals(corridors.Choice{Information: corridors.Uninformed}, 0)
		one := 1
		c.Flows[0].Arrivals = corridors.Arrivals{Timetable: &corridors.Timetable{First: first * 3600, Every: 86400}, Count: &one}
		c.Gates[1].Posts[0].Hours = corridors.Hours{Windows: []corridors.Window{window(12, 14)}}
		log := &facts{}
		run(t, c, Horizon{Length: sim.Day, After: Drain}, log)
		require.Len(t, log.chosen(), 1)
		assert.Equal(t, want, log.chosen()[0].Stage, "ready at %v:00", first)
		c.Gates[1].Posts[0].Hours = corridors.Hours{Never: true}
		log = &facts{}
		run(t, c, Horizon{Length: sim.Day, After: Drain}, log)
		assert.Equal(t, "C|D", log.chosen()[0].Stage, "nobody waits for a gate that never opens")
	}
}

func TestTrucksChooseAgainOnTheWayHome(t *testing.T) {
	c := rivals(corridors.Choice{Information: corridors.Live}, 3)
	c.Flows[0].Return.Mode = corridors.OneWay
	for i := range c.Gates {
		c.Gates[i].Posts[0].Stages[0].When.Direction = nil
	}
	log := &facts{}
	m, o := run(t, c, Horizon{Length: 2 * sim.Day, After: Drain}, log)
	ways := make(map[uint32][]string)
	for _, f := range log.chosen() {
		ways[f.Truck] = append(ways[f.Truck], f.Stage)
		assert.Equal(t, map[corridors.Trip]string{corridors.Out: "X", corridors.Home: "Y"}[f.Trip], f.Place)
	}
	differ := 0
	for truck, chosen := range ways {
		require.Len(t, chosen, 2, "truck %d", truck)
		if chosen[0] != chosen[1] {
			differ++
		}
	}
	assert.Greater(t, differ, 10)
	crossings := value(t, m, o, GateMeasure("A|B", "trucks_per_day")) + value(t, m, o, GateMeasure("C|D", "trucks_per_day"))
	assert.InDelta(t, value(t, m, o, "trucks_per_day"), crossings, 1e-12)
}

// TestChoiceIsTheSameForAWorldUsedBefore: what is kept for choices is put back at the start of a run.
func TestChoiceIsTheSameForAWorldUsedBefore(t *testing.T) {
	c := rivals(corridors.Choice{Information: corridors.Delayed, Delay: 3600}, 3)
	c.Flows[0].Return.Mode = corridors.OneWay
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Day, After: Drain}})
	require.NoError(t, err)
	play := func(w *World, r int) *Outcome {
		o, err := w.Run(context.Background(), seeds.Replication(1, r), nil)
		require.NoError(t, err)
		return o
	}
	used := NewWorld(m)
	play(used, 1)
	assert.Equal(t, play(NewWorld(m), 0), play(used, 0))
}

func TestWaysEnterNoCountryTwice(t *testing.T) {
	c := rivals(corridors.Choice{}, 1)
	c.Places = append(c.Places, corridors.Place{Name: "V", Country: "VN"}, corridors.Place{Name: "L", Country: "LA"})
	c.Legs = append(c.Legs,
		corridors.Leg{From: "X", To: "V", Road: "XV", Length: 1000}, corridors.Leg{From: "A", To: "V", Road: "AV", Length: 10})
	r := newRoutes(c)
	names := func(from, to string, gates ...string) (out []string) {
		for _, route := range r.ways(from, to, gates) {
			out = append(out, r.namesOn(route))
		}
		return out
	}
	assert.Equal(t, []string{"A|B", "C|D"}, names("X", "Y"), "nearest first, whatever the order of the file")
	assert.Equal(t, []string{"C|D", "A|B"}, names("C", "Y"))
	assert.Equal(t, []string{"C|D"}, names("X", "Y", "C|D"))
	assert.Empty(t, names("X", "Y", "other"))
	assert.Equal(t, []string{""}, names("X", "V"), "not by way of Laos")
	assert.True(t, slices.Equal([]string{"A|B", "C|D"}, names("Y", "X")))
	assert.Empty(t, names("X", "L"), "no road")
}

// TestUsualWayBearsTheOfferedLoad: in the long run trucks are taken to go the cheapest way.
func TestUsualWayBearsTheOfferedLoad(t *testing.T) {
	m, err := Compile(Setup{Corridor: rivals(corridors.Choice{Information: corridors.Live}, 1.5), Horizon: Horizon{Length: sim.Day, After: Drain}})
	require.NoError(t, err)
	loads := m.Offered()
	require.Len(t, loads, 1)
	assert.Equal(t, "A", loads[0].Place)
	assert.InDelta(t, 0.75, loads[0].Utilisation, 1e-12)
}
