package journey

import (
	"cmp"
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
	"hanhlang/sim/stat"
)

// twoWay is the open road with loads for the way home: a truck ready at r looks for one at r + 1 min.
func twoWay(arrivals corridors.Arrivals, perHour float64, patience, maxWait sim.Time) *corridors.Corridor {
	c := openRoad(arrivals)
	c.Flows[0].Return = corridors.Return{
		Mode: corridors.TwoWay, PerSecond: perHour / 3600, Payload: 20, Patience: must(law.Constant(patience.Seconds())), MaxWait: must(law.Constant(maxWait.Seconds())),
	}
	return c
}

// seeker is a truck at its destination: since when it looked for a load, until when, with what success.
type seeker struct {
	since, until sim.Time
	found        bool
}

// seekers reads the market off a log, in the order of coming.
func (f *facts) seekers() []seeker {
	var order []uint32
	of := make(map[uint32]seeker)
	for _, fact := range f.all {
		if fact.Kind != HappeningFact || fact.Trip != corridors.Out {
			continue
		}
		s := of[fact.Truck]
		switch fact.Happening {
		case Delivered:
			order = append(order, fact.Truck)
			s.since = fact.From
		case LoadFound, NoLoadFound:
			s.until, s.found = fact.From, fact.Happening == LoadFound
		}
		of[fact.Truck] = s
	}
	var out []seeker
	for _, truck := range order {
		out = append(out, of[truck])
	}
	return out
}

// offers are the times at which return loads come up to an end, from the luck alone.
func offers(c *corridors.Corridor, luck seeds.Luck, end sim.Time) (times []sim.Time) {
	gap, _ := law.Exponential(1 / c.Flows[0].Return.PerSecond)
	for n, at := uint32(1), sim.Time(0); ; n++ {
		at += sim.FromSeconds(gap.Quantile(luck.Uniform(seeds.PointOf("return loads"), seeds.FlowOf(c.Flows[0].Name), n, 0)))
		if at > end {
			return times
		}
		times = append(times, at)
	}
}

// match is the rule again, dumb: go through all instants in order, trucks before loads; whoever has
// been there longest is served first.
func match(since, offered []sim.Time, patience, maxWait sim.Time) []seeker {
	type instant struct {
		at    sim.Time
		offer int
		who   int
	}
	var all []instant
	for i, at := range since {
		all = append(all, instant{at, 0, i})
	}
	for _, at := range offered {
		all = append(all, instant{at, 1, 0})
	}
	slices.SortFunc(all, func(a, b instant) int { return cmp.Or(cmp.Compare(a.at, b.at), a.offer-b.offer, a.who-b.who) })
	out := make([]seeker, len(since))
	var waiting []int
	var loads []sim.Time
	for _, now := range append(all, instant{math.MaxInt64, 1, 0}) {
		waiting = slices.DeleteFunc(waiting, func(i int) bool {
			if since[i]+maxWait <= now.at { // gone when a load comes at that instant
				out[i] = seeker{since[i], since[i] + maxWait, false}
				return true
			}
			return false
		})
		loads = slices.DeleteFunc(loads, func(ready sim.Time) bool { return now.offer == 0 && ready+patience < now.at })
		switch {
		case now.offer == 1 && len(waiting) > 0:
			out[waiting[0]] = seeker{since[waiting[0]], now.at, true}
			waiting = waiting[1:]
		case now.offer == 1:
			loads = append(loads, now.at)
		case len(loads) > 0:
			out[now.who] = seeker{now.at, now.at, true}
			loads = loads[1:]
		case maxWait == 0:
			out[now.who] = seeker{now.at, now.at, false}
		default:
			waiting = append(waiting, now.who)
		}
	}
	return out
}

func TestReturnLoadsAreMatchedFirstComeFirstServed(t *testing.T) {
	h := Horizon{Length: 20 * sim.Day, After: Drain}
	for _, rule := range []struct {
		trucks, loads     float64 // an hour
		patience, maxWait sim.Time
	}{
		{2, 1, 24 * sim.Hour, 12 * sim.Hour},
		{1, 2, 24 * sim.Hour, 12 * sim.Hour},
		{2, 2, sim.Hour, sim.Hour},
		{2, 2, 0, 3 * sim.Hour},
		{2, 2, 3 * sim.Hour, 0},
		{2, 2, 0, 0},
	} {
		c := twoWay(corridors.Arrivals{PerSecond: rule.trucks / 3600}, rule.loads, rule.patience, rule.maxWait)
		log := &facts{}
		m, o := run(t, c, h, log)
		have := log.seekers()
		var since []sim.Time
		for _, s := range have {
			since = append(since, s.since)
		}
		want := match(since, offers(c, seeds.Replication(1, 0), h.End()+30*sim.Day), rule.patience, rule.maxWait)
		require.Equal(t, want, have, "%+v", rule)
		found, waited := 0.0, sim.Time(0)
		for _, s := range have {
			assert.LessOrEqual(t, s.until-s.since, rule.maxWait)
			waited += s.until - s.since
			if s.found {
				found++
			}
		}
		assert.Equal(t, found/float64(len(have)), value(t, m, o, "return_load_share"))
		assert.InDelta(t, waited.Seconds()/3600/float64(len(have)), value(t, m, o, "return_load_wait_h"), 1e-9)
	}
}

// TestTiesAtTheMarket sets trucks to the very tick of the first load, which luck decides.
func TestTiesAtTheMarket(t *testing.T) {
	const never = 1000 * sim.Hour
	first := offers(twoWay(corridors.Arrivals{}, 1, 0, 0), seeds.Replication(1, 0), never)[0]
	require.Greater(t, first, sim.Minute)
	for title, test := range map[string]struct {
		looks             sim.Time // from when
		patience, maxWait sim.Time
		want              seeker
	}{
		"a truck that gives up at the instant misses the load": {sim.Minute, never, first - sim.Minute, seeker{sim.Minute, first, false}},
		"a tick more and it has it":                            {sim.Minute, never, first - sim.Minute + 1, seeker{sim.Minute, first, true}},
		"a truck that comes at the instant has it":             {first, 0, sim.Hour, seeker{first, first, true}},
		"unless it would not wait at all":                      {first, 0, 0, seeker{first, first, false}},
		"a load waits to the end of its patience":              {first + 5*sim.Second, 5 * sim.Second, 0, seeker{first + 5*sim.Second, first + 5*sim.Second, true}},
		"and no tick longer":                                   {first + 5*sim.Second + 1, 5 * sim.Second, 0, seeker{first + 5*sim.Second + 1, first + 5*sim.Second + 1, false}},
	} {
		count := 1
		table := corridors.Timetable{First: (test.looks - sim.Minute).Seconds(), Every: 1}
		log := &facts{}
		run(t, twoWay(corridors.Arrivals{Timetable: &table, Count: &count}, 1, test.patience, test.maxWait), Horizon{Length: never, After: Drain}, log)
		assert.Equal(t, []seeker{test.want}, log.seekers(), title)
	}
}

func TestTrucksOfOneWayHaulageLookForNothing(t *testing.T) {
	for _, mode := range []corridors.ReturnMode{corridors.OneWay, corridors.NoReturn} {
		c := twoWay(corridors.Arrivals{PerSecond: 1.0 / 3600}, 5, sim.Hour, sim.Hour)
		c.Flows[0].Return.Mode = mode
		log := &facts{}
		m, o := run(t, c, Horizon{Length: 5 * sim.Day, After: Drain}, log)
		for _, f := range log.all {
			if f.Kind == HappeningFact {
				assert.NotContains(t, []Happening{LoadFound, NoLoadFound}, f.Happening)
			}
		}
		for i, name := range m.Measures() {
			if name == "return_load_share" || name == "return_load_wait_h" || name == "return_load_door_to_door_h" {
				assert.False(t, o.Present[i], name)
			}
		}
		assert.Equal(t, map[corridors.ReturnMode]float64{corridors.OneWay: 0.5, corridors.NoReturn: 0}[mode], value(t, m, o, "empty_km_share"))
	}
}

// hauled is reference case P36: load 2 h, drive 700 km in 14 h, unload 1.5 h, wait at most w, home empty
// in 12 h, or with 20 t in 14 h after loading and before unloading again. Trucks are so far apart, and
// loads so impatient, that every truck has a market to itself.
func hauled(trucks int, wait sim.Time) *corridors.Corridor {
	c := twoWay(corridors.Arrivals{Timetable: &corridors.Timetable{Every: 100 * 3600}, Count: &trucks}, 0.25, 0, wait)
	load, unload := must(law.Constant(2*3600)), must(law.Constant(1.5*3600))
	c.Countries[0].Diesel = 1
	c.Legs[0].Length, c.Legs[0].Speed = 700, 50
	c.Fleet.EmptySpeed, c.Fleet.FuelLoaded, c.Fleet.FuelEmpty, c.Fleet.Hour = 14.0/12, 1.1, 0.8, 18.0/3600
	c.Flows[0].Payload, c.Flows[0].Load, c.Flows[0].Unload = 25, &load, &unload
	return c
}

func TestCostPerTonneWithoutReturnLoadsIsAsByHand(t *testing.T) {
	m, o := run(t, hauled(20, 0), Horizon{Length: 3000 * sim.Hour, After: Drain}, nil)
	assert.InEpsilon(t, 74.44, value(t, m, o, "cost_per_tonne_usd"), 1e-9, "reference case P36, w = 0: 1861 USD for 25 t")
	assert.InEpsilon(t, 0.5, value(t, m, o, "empty_km_share"), 1e-12)
	assert.Zero(t, value(t, m, o, "return_load_share"))
	assert.Zero(t, value(t, m, o, "return_load_wait_h"))
}

// TestReturnLoadsAreWorthWhatRenewalTheorySays: offers come as a Poisson stream of rate mu, so a truck
// finds a load with p = 1 - exp(-mu w) after a mean wait of p/mu, and cost per tonne is the mean cost
// of a cycle over its mean tonnes (renewal-reward theorem).
func TestReturnLoadsAreWorthWhatRenewalTheorySays(t *testing.T) {
	const trucks, replications = 500, 40
	for _, w := range []float64{2, 6, 24} {
		const mu = 0.25
		p := 1 - math.Exp(-mu*w)
		hours := 2 + 14 + 1.5 + p/mu + p*(2+14+1.5) + (1-p)*12
		cost, tonnes := 18*hours+700*(1.1+p*1.1+(1-p)*0.8), 25+20*p
		m, err := Compile(Setup{
			Corridor: hauled(trucks, sim.FromSeconds(w*3600)), Horizon: Horizon{Length: sim.Time(trucks) * 100 * sim.Hour, After: Drain},
		})
		require.NoError(t, err)
		world := NewWorld(m)
		var found, waited, costs, carried []float64
		for r := range replications {
			o, err := world.Run(context.Background(), seeds.Replication(36, r), nil)
			require.NoError(t, err)
			found = append(found, value(t, m, o, "return_load_share"))
			waited = append(waited, value(t, m, o, "return_load_wait_h"))
			perTrip := value(t, m, o, "cost_per_trip_usd")
			costs = append(costs, perTrip)
			carried = append(carried, perTrip/value(t, m, o, "cost_per_tonne_usd"))
		}
		accept(t, p, found, "share that finds a load")
		accept(t, p/mu, waited, "mean wait [h]")
		perTonne, _ := stat.RatioOfMeans(costs, carried, 0.999)
		judge(t, cost/tonnes, perTonne, "cost per tonne [USD/t]")
	}
}
