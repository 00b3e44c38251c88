package journey_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// The relations between runs that reference case P49 asks for and that need no known answer: a change that must change nothing,
// or must double all times, or must not make anybody wait longer.

// way is a random road to a gate pair and on from it, with stages in a row at its first post, on which so many trucks come.
type way struct {
	stages  []check
	open    corridors.Hours
	legs    []float64 // times of the legs before the gate and behind it [s]
	perHour float64
	trucks  int
	scale   float64 // of all times
}

// check is a stage with a station of its own.
type check struct {
	servers int
	service law.Law
}

// way draws one; where the clock matters, the gate may have hours.
func (a anything) way(most int, hours bool) way {
	w := way{
		legs:    []float64{60 * float64(rapid.IntRange(2, 90).Draw(a.T, "leg before")), 60 * float64(rapid.IntRange(2, 90).Draw(a.T, "leg behind"))},
		perHour: a.number("rate", 1, 12), trucks: rapid.IntRange(1, 40).Draw(a.T, "trucks"), scale: 1,
	}
	for i := range rapid.IntRange(1, most).Draw(a.T, "stages") {
		w.stages = append(w.stages, check{rapid.IntRange(1, 3).Draw(a.T, "servers"), a.lawOfMean(fmt.Sprint("service ", i), 60*a.number("minutes", 1, 30))})
	}
	if hours && a.yes("hours") {
		from := 3600 * rapid.IntRange(0, 16).Draw(a.T, "opens")
		w.open = corridors.Hours{Windows: []corridors.Window{{From: from, To: from + 3600*rapid.IntRange(2, 7).Draw(a.T, "hours open")}}}
	}
	return w
}

// corridor is the way as the model takes it.
func (w way) corridor() *corridors.Corridor {
	seconds := func(x float64) *law.Law { return lawOf(law.Constant(x * w.scale)) }
	regime := corridors.Regime{Exit: corridors.Paper, Entry: corridors.Paper}
	post := corridors.Post{Name: "A", Country: "VN", Hours: w.open, Regime: regime}
	for i, s := range w.stages {
		station := fmt.Sprint("station ", i)
		post.Stations = append(post.Stations, corridors.Station{Name: station, Servers: s.servers})
		post.Stages = append(post.Stages, corridors.Stage{
			Name: fmt.Sprint("stage ", i), Owner: "customs", Station: station, Service: s.service.Scaled(w.scale),
		})
	}
	return &corridors.Corridor{
		Name:      "way",
		Countries: []corridors.Country{{Code: "VN"}, {Code: "LA"}},
		Places:    []corridors.Place{{Name: "home", Country: "VN"}, {Name: "town", Country: "LA"}},
		Legs: []corridors.Leg{
			{Road: "to the gate", From: "home", To: "A", Country: "VN", Length: 10, Time: seconds(w.legs[0])},
			{Road: "from the gate", From: "B", To: "town", Country: "LA", Length: 10, Time: seconds(w.legs[1])},
		},
		Gates: []corridors.GatePair{{Name: "pair", Posts: [2]corridors.Post{post, {Name: "B", Country: "LA", Regime: regime}}}},
		Fleet: corridors.Fleet{EmptySpeed: 1, Spread: *lawOf(law.Constant(1))},
		Flows: []corridors.Flow{{
			Name: "trucks", From: "home", To: "town", Traffic: corridors.Trucks, Payload: 20,
			Arrivals: corridors.Arrivals{PerSecond: w.perHour / 3600 / w.scale, Count: &w.trucks},
			Return:   corridors.Return{Mode: corridors.NoReturn},
		}},
	}
}

func lawOf(l law.Law, err error) *law.Law {
	if err != nil {
		panic(err)
	}
	return &l
}

// lived is what one run of a corridor tells of its trucks.
type lived struct {
	at     map[journey.Happening]map[name]sim.Time // when each truck set out, crossed and delivered
	waited map[name]sim.Time
	values map[string]float64
	out    *journey.Outcome
}

func (l *lived) Record(f journey.Fact) {
	who := name{f.Flow, f.Truck}
	switch {
	case f.Kind == journey.TimeFact && (f.Activity == journey.Queueing || f.Activity == journey.ClosedWait):
		l.waited[who] += f.To - f.From
	case f.Kind == journey.HappeningFact:
		what := f.Happening
		if l.at[what] == nil {
			l.at[what] = make(map[name]sim.Time)
		}
		l.at[what][who] = f.From
	}
}

// lives plays replication 3 of seed 11.
func lives(t require.TestingT, c *corridors.Corridor, h journey.Horizon) *lived {
	m, err := journey.Compile(journey.Setup{Corridor: c, Horizon: h})
	require.NoError(t, err)
	l := &lived{at: make(map[journey.Happening]map[name]sim.Time), waited: make(map[name]sim.Time), values: make(map[string]float64)}
	l.out, err = journey.NewWorld(m).Run(context.Background(), seeds.Replication(11, 3), l)
	require.NoError(t, err)
	for i, measure := range m.Measures() {
		if l.out.Present[i] {
			l.values[measure] = l.out.Values[i]
		}
	}
	return l
}

// twoMonths, or more of them, are long enough for all trucks of a way to come, and they are let out.
func twoMonths(scale int) journey.Horizon {
	return journey.Horizon{Length: sim.Time(scale) * 60 * sim.Day, After: journey.Drain}
}

// TestTwiceAllTimesDoublesEveryMoment: services, roads and gaps twice as long. A drawn time is rounded to a tick by itself, so that
// a moment may be off by a tick for each draw before it.
func TestTwiceAllTimesDoublesEveryMoment(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := anything{r}.way(3, false)
		once := lives(r, w.corridor(), twoMonths(1))
		w.scale = 2
		twice := lives(r, w.corridor(), twoMonths(2))
		draws := sim.Time(w.trucks * (len(w.stages) + 3))
		require.Len(r, twice.at, len(once.at))
		for what, moments := range once.at {
			require.Len(r, twice.at[what], len(moments), "as many trucks")
			for who, at := range moments {
				off := twice.at[what][who] - 2*at
				require.LessOrEqual(r, max(off, -off), draws, "happening %d of truck %d at %v", what, who.truck, at)
			}
		}
	})
}

// TestWhatNothingUsesChangesNothing: another gate pair, place and flow without trucks, before or after all others.
func TestWhatNothingUsesChangesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a := anything{r}
		w := a.way(3, true)
		plain := lives(r, w.corridor(), twoMonths(1))
		c := w.corridor()
		idle := w.corridor()
		pair := idle.Gates[0]
		pair.Posts[0].Hours = corridors.Hours{} // the mean backlog at closing is one over all posts that close
		pair.Name, pair.Posts[0].Name, pair.Posts[1].Name = "idle pair", "idle A", "idle B"
		none := 0
		flow := corridors.Flow{
			Name: "nobody", From: "idle A", To: "idle B", Traffic: corridors.Trucks,
			Arrivals: corridors.Arrivals{PerSecond: 1.0 / 3600, Count: &none}, Return: corridors.Return{Mode: corridors.NoReturn},
		}
		at := rapid.IntRange(0, 1).Draw(r, "before or after")
		c.Gates = slices.Insert(c.Gates, at, pair)
		c.Places = slices.Insert(c.Places, at, corridors.Place{Name: "nowhere", Country: "LA"})
		c.Flows = slices.Insert(c.Flows, at, flow)
		more := lives(r, c, twoMonths(1))
		require.Equal(r, plain.at, more.at)
		require.Equal(r, plain.waited, more.waited)
		for measure, value := range plain.values {
			require.Equal(r, value, more.values[measure], measure)
		}
	})
}

// TestLegInTwoPartsIsTheLeg: with a junction in it, trucks are everywhere at the same moments.
func TestLegInTwoPartsIsTheLeg(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := anything{r}.way(2, true)
		whole := lives(r, w.corridor(), twoMonths(1))
		c := w.corridor()
		first := 60 * float64(rapid.IntRange(1, int(w.legs[0]/60)-1).Draw(r, "first part"))
		c.Places = append(c.Places, corridors.Place{Name: "junction", Country: "VN"})
		c.Legs[0].To, c.Legs[0].Length, c.Legs[0].Time = "junction", 4, lawOf(law.Constant(first))
		c.Legs = append(c.Legs, corridors.Leg{
			Road: "on to the gate", From: "junction", To: "A", Country: "VN", Length: 6, Time: lawOf(law.Constant(w.legs[0] - first)),
		})
		parts := lives(r, c, twoMonths(1))
		require.Equal(r, whole.at, parts.at)
		require.Equal(r, whole.waited, parts.waited)
		require.Equal(r, whole.values["door_to_door_h"], parts.values["door_to_door_h"])
	})
}

// TestStageOfNoTimeChangesNoTime where there are lanes for all.
func TestStageOfNoTimeChangesNoTime(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := anything{r}.way(3, true)
		plain := lives(r, w.corridor(), twoMonths(1))
		c := w.corridor()
		post := &c.Gates[0].Posts[0]
		at := rapid.IntRange(0, len(post.Stages)).Draw(r, "place")
		post.Stations = append(post.Stations, corridors.Station{Name: "glance", Servers: w.trucks})
		if len(w.open.Windows) > 0 {
			always := corridors.Hours{}
			post.Stations[len(post.Stations)-1].Hours = &always
		}
		post.Stages = slices.Insert(post.Stages, at, corridors.Stage{Name: "glance", Owner: "customs", Station: "glance", Service: *lawOf(law.Constant(0))})
		more := lives(r, c, twoMonths(1))
		require.Equal(r, plain.at, more.at)
		require.Equal(r, plain.waited, more.waited)
	})
}

// TestNobodyIsLostOrDoubled: at whatever moment a run stops, who has entered has left or is inside, as the log tells it.
func TestNobodyIsLostOrDoubled(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := anything{r}.way(3, true)
		all := lives(r, w.corridor(), twoMonths(1))
		stop := sim.Time(rapid.Int64Range(1, int64(2*sim.Day)).Draw(r, "stops"))
		some := lives(r, w.corridor(), journey.Horizon{Length: stop, After: journey.Stop})
		before := func(what journey.Happening) (n int) {
			for _, at := range all.at[what] {
				if at < stop {
					n++
				}
			}
			return n
		}
		came, left := before(journey.Ready), before(journey.Left)
		require.EqualValues(r, came, some.out.Audit.Entered)
		require.EqualValues(r, left, some.out.Audit.Left)
		require.Equal(r, came-left, some.out.Audit.Inside)
		require.Zero(r, some.out.Audit.FlowGap)
	})
}

// TestOneLaneMoreMakesNobodyWaitLonger, and so does faster service: first come, first served at one stage, each truck with its own luck.
func TestOneLaneMoreMakesNobodyWaitLonger(t *testing.T) {
	shorter := 0
	rapid.Check(t, func(r *rapid.T) {
		w := anything{r}.way(1, true)
		base := lives(r, w.corridor(), twoMonths(1))
		c := w.corridor()
		if (anything{r}).yes("faster, not wider") {
			stage := &c.Gates[0].Posts[0].Stages[0]
			stage.Service = stage.Service.Scaled(0.9)
		} else {
			c.Gates[0].Posts[0].Stations[0].Servers++
		}
		eased := lives(r, c, twoMonths(1))
		for who, waited := range base.waited {
			require.LessOrEqual(r, eased.waited[who], waited, "truck %d", who.truck)
			if eased.waited[who] < waited {
				shorter++
			}
		}
		for who := range eased.waited {
			require.LessOrEqual(r, eased.waited[who], base.waited[who], "truck %d", who.truck)
		}
	})
	assert.Positive(t, shorter, "somebody gains by it")
}
