package journey

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// changing is the pair of sideBySide in which one-stop inspection is in force for a time.
func changing(of corridors.Transition) *corridors.Corridor {
	c := sideBySide(corridors.OneStop)
	c.Gates[0].Inspection[1].Transition = &of
	return c
}

// served is what a truck was served with, and how it crossed.
type served struct {
	reached sim.Time
	once    bool
	took    map[string]sim.Time
}

// tale is all that is served in a run, by truck.
func tale(t *testing.T, c *corridors.Corridor, also ...Log) (*Model, *Outcome, map[uint32]*served) {
	log := &facts{}
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: 20 * sim.Day, After: Drain}})
	require.NoError(t, err)
	w := NewWorld(m)
	for _, l := range also {
		l.(*headcount).world = w
	}
	o, err := w.Run(context.Background(), seeds.Replication(1, 0), several(append(also, log)))
	require.NoError(t, err)
	trucks := make(map[uint32]*served)
	for _, f := range log.all {
		s := trucks[f.Truck]
		if s == nil {
			s = &served{took: make(map[string]sim.Time)}
			trucks[f.Truck] = s
		}
		switch {
		case f.Kind == HappeningFact && f.Happening == AtPost && f.Place == "A":
			s.reached = f.From
		case f.Kind == HappeningFact && f.Happening == OneStopHolds:
			s.once = true
		case f.Kind == TimeFact && f.Activity == Service:
			s.took[f.Place+" "+f.Stage] = f.To - f.From
		}
	}
	return m, o, trucks
}

// several logs at once.
type several []Log

func (s several) Record(f Fact) {
	for _, log := range s {
		log.Record(f)
	}
}

// headcount looks at every fact whether more officers are about than there are.
type headcount struct {
	t     *testing.T
	world *World
	most  int
}

func (h *headcount) Record(Fact) {
	n := 0
	for _, s := range h.world.stations {
		n += s.Open()
	}
	h.most = max(h.most, n)
}

// TestTrucksFinishUnderTheRegimeThatTheyBeganUnder: what a truck is served with, and for how long, is that of a
// run in which its regime holds for all, whatever officers do meanwhile.
func TestTrucksFinishUnderTheRegimeThatTheyBeganUnder(t *testing.T) {
	_, _, two := tale(t, sideBySide(corridors.TwoStop))
	_, _, one := tale(t, sideBySide(corridors.OneStop))
	day := func(n float64) float64 { return 86400 * n }
	at := func(n float64) sim.Time { return sim.FromSeconds(day(n)) }
	for title, test := range map[string]struct {
		when  corridors.Transition
		stops func(reached sim.Time) float64 // chance of one stop
	}{
		"begins": {corridors.Transition{From: day(10)}, func(r sim.Time) float64 { return chanceOf(0, r < at(10)) }},
		"ends":   {corridors.Transition{To: day(10)}, func(r sim.Time) float64 { return chanceOf(0, r >= at(10)) }},
		"begins and ends, with dual running": {corridors.Transition{From: day(5), To: day(15), Dual: day(3), Share: 0.3}, func(r sim.Time) float64 {
			switch {
			case at(5) <= r && r < at(8) || at(15) <= r && r < at(18):
				return 0.3
			case at(8) <= r && r < at(15):
				return 1
			}
			return 0
		}},
	} {
		heads := &headcount{t: t}
		m, o, trucks := tale(t, changing(test.when), heads)
		assert.Zero(t, o.Audit.TimeGap+sim.Time(o.Audit.MoneyGap))
		assert.LessOrEqual(t, heads.most, 28, "2 × (2 + 6 + 6): nobody is counted twice at any moment")
		drawn, either := 0, 0
		kinds := [2]int{}
		for n, truck := range trucks {
			want := two[n]
			if truck.once {
				want = one[n]
			}
			require.Equal(t, want.took, truck.took, "%s, truck %d", title, n)
			switch chance := test.stops(truck.reached); {
			case chance == 0 || chance == 1:
				require.Equal(t, chance == 1, truck.once, "%s, truck %d at %v", title, n, truck.reached)
			default:
				either++
				if truck.once {
					drawn++
				}
			}
			if truck.once {
				kinds[1]++
			} else {
				kinds[0]++
			}
		}
		assert.Greater(t, min(kinds[0], kinds[1]), 800, title)
		assert.Equal(t, either > 0, test.when.Dual > 0)
		if either > 0 {
			assert.InDelta(t, 0.3*float64(either), float64(drawn), 4*14, "864 trucks of six days, within four standard errors")
		}
		for i, name := range m.Measures() {
			if name == "regime.A|B/LA.one_stop_h" || name == "regime.A|B/LA.two_stop_h" {
				assert.True(t, o.Present[i])
			}
		}
	}
}

// TestOfficersFinishBeforeTheyGo: two officers of A serve for ten minutes from 0:00 on; one is to move at 0:05, where
// a truck that stops once has been let through to. By hand: both are busy until 0:10, then one goes.
func TestOfficersFinishBeforeTheyGo(t *testing.T) {
	post := func(name, country string) corridors.Post {
		return corridors.Post{
			Name: name, Country: country, Stations: []corridors.Station{{Name: "counter", Servers: 2}},
			Stages: []corridors.Stage{{Name: "papers", Station: "counter", Owner: "customs", Service: constant(10), When: corridors.Condition{Direction: []corridors.Direction{corridors.Exit}}}},
		}
	}
	c := openRoad(corridors.Arrivals{Trace: []float64{0, 0, 60, 360, 360}})
	c.Countries = []corridors.Country{{Code: "VN"}, {Code: "LA"}}
	c.Places, c.Legs = nil, nil
	c.Gates = []corridors.GatePair{{Name: "A|B", Posts: [2]corridors.Post{post("A", "VN"), post("B", "LA")}}}
	c.Gates[0].Inspection[1] = corridors.Inspection{Kind: corridors.OneStop, Moves: 0.5, Transition: &corridors.Transition{From: 300}}
	log := &facts{}
	_, _ = run(t, c, Horizon{Length: sim.Day, After: Drain}, log)
	begins := make(map[uint32]string)
	for _, f := range log.all {
		if f.Kind == TimeFact && f.Activity == Service {
			begins[f.Truck] = f.Place + " " + f.From.String()
		}
	}
	minute := func(place string, n sim.Time) string { return place + " " + (n * sim.Minute).String() }
	assert.Equal(t, map[uint32]string{
		1: minute("A", 0), 2: minute("A", 0),
		3: minute("A", 10),                     // stops twice, and one officer stays for it
		4: minute("B", 10), 5: minute("B", 20), // the other goes; nobody else comes before 0:20, when both could serve
	}, begins)
}

// TestOfferedLoadOfAChangeIsWhatRuns: the utilisation of every station over a run, from the data alone.
func TestOfferedLoadOfAChangeIsWhatRuns(t *testing.T) {
	day := func(n float64) float64 { return 86400 * n }
	m, o := run(t, changing(corridors.Transition{From: day(60), To: day(120), Dual: day(20), Share: 0.5}), Horizon{Length: 150 * sim.Day, After: Drain}, nil)
	loads := m.Offered()
	assert.Len(t, loads, 8)
	for _, load := range loads {
		name := StationMeasure(StationName{Place: load.Place, Name: load.Station}, "utilisation_share")
		assert.InEpsilon(t, load.Utilisation, value(t, m, o, name), 0.05, name)
	}
}
