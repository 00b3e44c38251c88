package journey_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// The slow model is a second implementation of a small corridor, made to be seen through: all events
// stand in one list that is sorted again and again, a truck's life is a list of tasks written out
// when it becomes ready, and its luck is asked for by the names of the decision points.

// task is a time to spend, at a counter or, where the name is empty, anywhere.
type task struct {
	counter string
	takes   sim.Time
}

// event is sorted by time, then rank, then the order in which it was thought of.
type event struct {
	at       sim.Time
	rank     int // 0 hours change, 1 something ends, 2 somebody comes
	number   int
	happened func()
}

type slowTruck struct {
	tasks []task
	did   []sim.Time // start and end of every task
}

type counter struct {
	servers, busy int
	open          opening
	line          []func()
}

type slow struct {
	now      sim.Time
	events   []event
	thought  int
	counters map[string]*counter
	trucks   map[name]*slowTruck
}

func (s *slow) at(t sim.Time, rank int, happened func()) {
	s.thought++
	s.events = append(s.events, event{t, rank, s.thought, happened})
}

// run takes the earliest event out of the list until there is none before the end.
func (s *slow) run(end sim.Time) {
	for len(s.events) > 0 {
		slices.SortFunc(s.events, func(a, b event) int {
			return slices.Compare([]int64{int64(a.at), int64(a.rank), int64(a.number)}, []int64{int64(b.at), int64(b.rank), int64(b.number)})
		})
		next := s.events[0]
		s.events = s.events[1:]
		if next.at > end {
			return
		}
		s.now = next.at
		next.happened()
	}
}

// serve lets those in line begin while the counter is open and has a server free.
func (s *slow) serve(c *counter) {
	for len(c.line) > 0 && c.busy < c.servers && c.open.at(s.now) {
		begin := c.line[0]
		c.line = c.line[1:]
		c.busy++
		begin()
	}
}

// go on with a truck's next task; at is the counter that it leaves.
func (s *slow) goOn(t *slowTruck, at *counter) {
	if at != nil {
		at.busy--
		s.serve(at)
	}
	if len(t.tasks) == 0 {
		return
	}
	next := t.tasks[0]
	t.tasks = t.tasks[1:]
	c := s.counters[next.counter]
	begin := func() {
		t.did = append(t.did, s.now, s.now+next.takes)
		s.at(s.now+next.takes, 1, func() { s.goOn(t, c) })
	}
	if c == nil {
		begin()
		return
	}
	c.line = append(c.line, begin)
	s.serve(c)
}

// smallCorridor has two posts with two stages each, the first for loaded trucks; both directions share
// the counters, and trucks come home empty. laws are those of the times, in the order of their use.
func smallCorridor(l [6]law.Law, arrivals corridors.Arrivals) *corridors.Corridor {
	hours := func(from, to int) corridors.Window { return corridors.Window{From: from * 3600, To: to * 3600} }
	post := func(name, country string, h corridors.Hours) corridors.Post {
		return corridors.Post{
			Name: name, Country: country, Hours: h, Regime: corridors.Regime{Exit: corridors.Paper, Entry: corridors.Paper},
			Stations: []corridors.Station{{Name: "office", Servers: 2}, {Name: "barrier", Servers: 1}},
			Stages: []corridors.Stage{
				{Name: "papers", Owner: "customs", Station: "office", Service: l[0], When: corridors.Condition{Load: []corridors.Load{corridors.Loaded}}},
				{Name: "gate-out", Owner: "border guard", Station: "barrier", Service: l[1]},
			},
		}
	}
	flow := func(name, from, to string) corridors.Flow {
		return corridors.Flow{
			Name: name, From: from, To: to, Traffic: corridors.Trucks, Arrivals: arrivals, Payload: 20, Load: &l[2], Unload: &l[3],
			Return: corridors.Return{Mode: corridors.OneWay},
		}
	}
	return &corridors.Corridor{
		Name:      "small",
		Countries: []corridors.Country{{Code: "VN"}, {Code: "LA"}},
		Places:    []corridors.Place{{Name: "Huế", Country: "VN"}, {Name: "Sepon", Country: "LA"}},
		Legs: []corridors.Leg{
			{From: "Huế", To: "west", Road: "QL9", Country: "VN", Length: 60, Speed: 40},
			{From: "east", To: "Sepon", Road: "NR9", Country: "LA", Length: 30, Speed: 40},
		},
		Gates: []corridors.GatePair{{
			Name: "pair", Strip: corridors.Strip{Drive: &l[4]},
			Posts: [2]corridors.Post{
				post("west", "VN", corridors.Hours{Windows: []corridors.Window{hours(7, 18)}}),
				post("east", "LA", corridors.Hours{Windows: []corridors.Window{hours(8, 12), hours(13, 20)}}),
			},
		}},
		Fleet: corridors.Fleet{EmptySpeed: 1.25, Spread: l[5]},
		Flows: []corridors.Flow{flow("đi", "Huế", "Sepon"), flow("về", "Sepon", "Huế")},
	}
}

// slowly plays the small corridor with the same luck.
func slowly(c *corridors.Corridor, l [6]law.Law, h journey.Horizon, luck seeds.Luck) *slow {
	s := &slow{counters: make(map[string]*counter), trucks: make(map[name]*slowTruck)}
	for _, p := range c.Gates[0].Posts {
		for _, st := range p.Stations {
			at := &counter{servers: st.Servers, open: wallOf(journey.Setup{Corridor: c, Horizon: h}, p.Country, h.End()+10*sim.Day).ofPost(&p)}
			s.counters[p.Name+st.Name] = at
			for _, w := range p.Hours.Windows {
				for day := sim.Time(0); day < h.End()+10*sim.Day; day += sim.Day {
					s.at(day+sim.Time(w.From)*sim.Second, 0, func() { s.serve(at) })
				}
			}
		}
	}
	ways := [2][]string{{"Huế", "west", "east", "Sepon"}, {"Sepon", "east", "west", "Huế"}}
	for i, f := range c.Flows {
		s.comeNext(f, 1, h, luck, func(n uint32) []task { return tasks(c, l, luck, f, n, ways[i], ways[1-i]) })
	}
	s.run(h.End() + 10*sim.Day)
	return s
}

// comeNext brings vehicle n of a flow, which then brings the next.
func (s *slow) comeNext(f corridors.Flow, n uint32, h journey.Horizon, luck seeds.Luck, todo func(n uint32) []task) {
	var at sim.Time
	if f.Arrivals.Timetable != nil {
		at = sim.FromSeconds(f.Arrivals.Timetable.First + float64(n-1)*f.Arrivals.Timetable.Every)
	} else {
		gap, _ := law.Exponential(1 / f.Arrivals.PerSecond)
		at = s.now + sim.FromSeconds(gap.Quantile(luck.Uniform(seeds.PointOf("arrivals"), seeds.FlowOf(f.Name), n, 0)))
	}
	if at >= h.End() {
		return
	}
	s.at(at, 2, func() {
		t := &slowTruck{tasks: todo(n)}
		s.trucks[name{f.Name, n}] = t
		s.comeNext(f, n+1, h, luck, todo)
		s.goOn(t, nil)
	})
}

// tasks writes out the round trip of one truck.
func tasks(c *corridors.Corridor, l [6]law.Law, luck seeds.Luck, f corridors.Flow, n uint32, out, home []string) (todo []task) {
	for trip, way := range [][]string{out, home} {
		lasts := func(l law.Law, point string) sim.Time {
			return sim.FromSeconds(l.Quantile(luck.Uniform(seeds.PointOf(point), seeds.FlowOf(f.Name), n, uint32(trip))))
		}
		drive := func(from, to string) {
			for _, leg := range c.Legs {
				if leg.From == from && leg.To == to || leg.From == to && leg.To == from {
					speed := leg.Speed * []float64{1, c.Fleet.EmptySpeed}[trip]
					todo = append(todo, task{"", lasts(c.Fleet.Spread.Scaled(leg.Length/speed*3600), "drive "+leg.From+"–"+leg.To)})
				}
			}
		}
		post := func(name, direction string) {
			if trip == 0 {
				todo = append(todo, task{name + "office", lasts(l[0], name+"/"+direction+"/papers")})
			}
			todo = append(todo, task{name + "barrier", lasts(l[1], name+"/"+direction+"/gate-out")})
		}
		if trip == 0 {
			todo = append(todo, task{"", lasts(l[2], "loading")})
		}
		drive(way[0], way[1])
		post(way[1], "exit")
		todo = append(todo, task{"", lasts(l[4], "pair/strip")})
		post(way[2], "entry")
		drive(way[2], way[3])
		if trip == 0 {
			todo = append(todo, task{"", lasts(l[3], "unloading")})
		}
	}
	return todo
}

// stays is a log that keeps start and end of whatever is not a wait.
type stays map[name][]sim.Time

func (s stays) Record(f journey.Fact) {
	if f.Kind == journey.TimeFact && f.Activity != journey.Queueing && f.Activity != journey.ClosedWait {
		s[name{f.Flow, f.Truck}] = append(s[name{f.Flow, f.Truck}], f.From, f.To)
	}
}

// TestSlowModelAgreesToTheTick: with random times, and with constant times and two timetables in step,
// where ends, comings and openings fall on the same instants and only the order of events decides.
func TestSlowModelAgreesToTheTick(t *testing.T) {
	constant := func(minutes float64) law.Law { l, _ := law.Constant(minutes * 60); return l }
	random := func(minutes float64) law.Law { l, _ := law.Lognormal(minutes*60, 0.6); return l }
	unit, _ := law.Constant(1)
	spread, _ := law.Lognormal(1, 0.2)
	for title, test := range map[string]struct {
		laws     [6]law.Law
		arrivals corridors.Arrivals
	}{
		"random":    {[6]law.Law{random(14), random(5), random(60), random(45), random(4), spread}, corridors.Arrivals{PerSecond: 3.0 / 3600}},
		"in step":   {[6]law.Law{constant(15), constant(5), constant(60), constant(30), constant(5), unit}, corridors.Arrivals{Timetable: &corridors.Timetable{Every: 1200}}},
		"at once":   {[6]law.Law{constant(10), constant(5), constant(30), constant(30), constant(5), unit}, corridors.Arrivals{Timetable: &corridors.Timetable{Every: 900}}},
		"half luck": {[6]law.Law{random(12), constant(6), constant(30), constant(30), constant(5), unit}, corridors.Arrivals{Timetable: &corridors.Timetable{Every: 1200}}},
	} {
		for r := range 3 {
			c := smallCorridor(test.laws, test.arrivals)
			h := journey.Horizon{Length: 2 * sim.Day, After: journey.Drain}
			m, err := journey.Compile(journey.Setup{Corridor: c, Horizon: h})
			require.NoError(t, err)
			have := make(stays)
			_, err = journey.NewWorld(m).Run(context.Background(), seeds.Replication(11, r), have)
			require.NoError(t, err)
			want := slowly(c, test.laws, h, seeds.Replication(11, r))
			require.Len(t, have, len(want.trucks), title)
			assert.Greater(t, len(have), 200)
			for who, truck := range want.trucks {
				require.Empty(t, truck.tasks, "%s: %v is home", title, who)
				require.Equal(t, truck.did, have[who], "%s: %v", title, who)
			}
		}
	}
}
