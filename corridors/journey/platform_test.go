package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// twoDesks is a pair whose posts ask for a file on paper, check one keyed in and correct it.
func twoDesks(change func(*corridors.GatePair)) *corridors.Corridor {
	post := func(name, country string) corridors.Post {
		p := corridors.Post{
			Name: name, Country: country, Regime: corridors.Regime{Exit: corridors.Digital, Entry: corridors.Digital},
			Platform: corridors.Platform{Entry: ptr(must(law.Constant(240))), Adoption: 1},
		}
		for _, s := range []struct {
			name string
			way  corridors.Declared
		}{{"paper", corridors.OnPaper}, {"check", corridors.Keyed}, {"correction", corridors.Corrected}, {"stamp", corridors.Forwarded}} {
			p.Stages = append(p.Stages, corridors.Stage{
				Name: s.name, Owner: "customs", Service: must(exponential(9)), When: corridors.Condition{Declaration: []corridors.Declared{s.way}},
			})
		}
		return p
	}
	c := openRoad(corridors.Arrivals{PerSecond: 20.0 / 3600})
	c.Countries = []corridors.Country{{Code: "VN"}, {Code: "LA"}}
	c.Places, c.Legs = nil, nil
	c.Gates = []corridors.GatePair{{Name: "A|B", Posts: [2]corridors.Post{post("A", "VN"), post("B", "LA")}}}
	change(&c.Gates[0])
	return c
}

func ptr[T any](x T) *T { return &x }

// stagesAt counts how many trucks were served in each stage.
func stagesAt(log *facts) map[string]int {
	out := make(map[string]int)
	for _, f := range log.all {
		if f.Kind == TimeFact && f.Activity == Service {
			out[f.Place+" "+f.Stage]++
		}
	}
	return out
}

// TestSharedDossierIsEnteredOnce: the second post asks for nothing that the first has, on paper or not.
func TestSharedDossierIsEnteredOnce(t *testing.T) {
	for name, regime := range map[string]corridors.Declaration{"A check": corridors.Digital, "A paper": corridors.Paper} {
		log := &facts{}
		m, o := run(t, twoDesks(func(g *corridors.GatePair) {
			g.Dossier, g.Posts[0].Regime.Exit = corridors.Shared, regime
		}), Horizon{Length: 5 * sim.Day, After: Drain}, log)
		have := stagesAt(log)
		n := have["B stamp"]
		assert.Greater(t, n, 2000)
		assert.Equal(t, map[string]int{name: n, "B stamp": n}, have)
		if regime == corridors.Digital {
			assert.InEpsilon(t, 4.0/60, value(t, m, o, "trader_entry_h"), 1e-9, "one entry of 4 min for both countries")
		}
	}
}

// TestDoubleEntryIsTheTradersTimeOrTheTrucks: in the office it lengthens the entry, at the gate the stay.
func TestDoubleEntryIsTheTradersTimeOrTheTrucks(t *testing.T) {
	for _, at := range corridors.Desks() {
		log := &facts{}
		m, o := run(t, twoDesks(func(g *corridors.GatePair) {
			g.Posts[0].Platform.DoubleEntry = corridors.DoubleEntry{Share: 0.4, At: at}
		}), Horizon{Length: 20 * sim.Day, After: Drain}, log)
		have := stagesAt(log)
		n := float64(have["A check"])
		twice := float64(have["A double entry"])
		if at == corridors.AtOffice {
			assert.Zero(t, twice)
			twice = (value(t, m, o, "trader_entry_h")*60 - 8) / 4 * n
		} else {
			assert.InEpsilon(t, 8.0/60, value(t, m, o, "trader_entry_h"), 1e-9)
			assert.InEpsilon(t, 4.0/60, value(t, m, o, "stage.A/double entry.time_h"), 1e-9)
		}
		assert.InDelta(t, 0.4, twice/n, 4*0.49/98, "within four standard errors of some 9,600 trucks")
	}
}

// TestOutageFallsBackToPaper: exactly the trucks that reach the post in the window; the other post and the
// other hours stay digital.
func TestOutageFallsBackToPaper(t *testing.T) {
	log := &facts{}
	m, o := run(t, twoDesks(func(g *corridors.GatePair) {
		g.Posts[0].Platform.Outages = []corridors.Outage{{From: 32 * 3600, To: 38 * 3600}}
	}), Horizon{Length: 4 * sim.Day, After: Drain}, log)
	down, reached := 0, 0
	for _, f := range log.all {
		if f.Kind == HappeningFact && f.Happening == AtPost {
			in := f.Place == "A" && 32*sim.Hour <= f.From && f.From < 38*sim.Hour
			require.Equal(t, in, f.Declared == corridors.OnPaper, "%+v", f)
			if in {
				down++
			}
			if f.Place == "A" {
				reached++
			}
		}
	}
	assert.Greater(t, down, 50)
	assert.Equal(t, down, stagesAt(log)["A paper"])
	assert.InEpsilon(t, float64(down)/float64(reached), value(t, m, o, "paper_fallback_share"), 1e-12)
}

// TestPlatformFailsAsOftenAsItsLawsSay: the share of trucks that find it down is that of an alternating
// renewal process, lasts / (every + lasts), and outages are the same whoever asks.
func TestPlatformFailsAsOftenAsItsLawsSay(t *testing.T) {
	outages := func(perHour float64) (map[sim.Time]bool, float64) {
		log := &facts{}
		c := twoDesks(func(g *corridors.GatePair) {
			g.Posts[0].Platform.Fails = &corridors.Failure{Every: must(exponential(600)), Lasts: must(exponential(120))}
		})
		c.Flows[0].Arrivals.PerSecond = perHour / 3600
		m, o := run(t, c, Horizon{Length: 600 * sim.Day, After: Drain}, log)
		found := make(map[sim.Time]bool)
		for _, f := range log.all {
			if f.Kind == HappeningFact && f.Happening == AtPost && f.Place == "A" {
				found[f.From/sim.Minute] = f.Declared == corridors.OnPaper
			}
		}
		return found, value(t, m, o, "paper_fallback_share")
	}
	few, _ := outages(2)
	many, share := outages(4)
	assert.InDelta(t, 120.0/720, share, 0.022, "four standard errors of some 1,200 outages")
	differ := 0
	for minute, down := range few {
		if other, asked := many[minute]; asked && other != down {
			differ++
		}
	}
	assert.Less(t, differ, 40, "only where the minute of a change is shared")
}
