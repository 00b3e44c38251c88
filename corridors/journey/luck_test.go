package journey_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// diary is a log that keeps the facts of every truck.
type diary map[name][]journey.Fact

func (d diary) Record(f journey.Fact) {
	who := name{f.Flow, f.Truck}
	d[who] = append(d[who], f)
}

// diaryOf plays replication 0 of a seed.
func diaryOf(t *testing.T, setup journey.Setup) (diary, map[string]float64) {
	t.Helper()
	m, err := journey.Compile(setup)
	require.NoError(t, err)
	d := make(diary)
	o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(20250618, 0), d)
	require.NoError(t, err)
	values := make(map[string]float64)
	for i, measure := range m.Measures() {
		if o.Present[i] {
			values[measure] = o.Values[i]
		}
	}
	return d, values
}

// drawn is what a truck's luck decided: how long each activity took, by trip, place and name, and what
// the posts found. An empty truck drives faster than a loaded one, so loading is part of the key.
type drawn struct {
	trip   corridors.Trip
	loaded bool
	place  string
	what   string
}

func draws(facts []journey.Fact) map[drawn]any {
	out := make(map[drawn]any)
	for _, f := range facts {
		key := drawn{f.Trip, f.Loaded, f.Place, f.Stage}
		switch {
		case f.Kind == journey.TimeFact && slices.Contains([]journey.Activity{journey.Driving, journey.Service, journey.Handling}, f.Activity):
			out[key] = f.To - f.From
		case f.Kind == journey.HappeningFact && f.Happening == journey.AtPost:
			key.what = "channel"
			out[key] = f.Channel
		case f.Kind == journey.HappeningFact && f.Happening == journey.Ready:
			key.what = "ready"
			out[key] = f.From
		}
	}
	return out
}

// TestTruckSeventeenIsTheSameTruckUnderEveryAlternative: and so is every other. Ready at the same
// tick, in the same channels, each stage, drive and loading of the same length wherever two
// alternatives have it in common.
func TestTruckSeventeenIsTheSameTruckUnderEveryAlternative(t *testing.T) {
	s, err := scenarios.LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(t, err)
	var diaries []diary
	for _, a := range s.Alternatives {
		setup := a.Scenario.Setup
		setup.Horizon = days(0, 2)
		d, _ := diaryOf(t, setup)
		diaries = append(diaries, d)
	}
	base := diaries[0]
	for i, other := range diaries[1:] {
		title := s.Alternatives[i+1].Name
		require.Len(t, other, len(base), title)
		common := 0
		for who := range base {
			have := draws(other[who])
			for key, want := range draws(base[who]) {
				if got, both := have[key]; both {
					common++
					require.Equal(t, want, got, "%s: %v %v", title, who, key)
				}
			}
		}
		// Ready, four drives, two handlings, two posts out with eight stages each at least: about thirty.
		assert.Greater(t, common, 20*len(base), title)
	}
	seventeen := name{"Vietnam to Laos", 17}
	paper, digital := draws(base[seventeen]), draws(diaries[2][seventeen])
	key := drawn{corridors.Out, true, "Lao Bảo", "immigration"}
	assert.Positive(t, paper[key])
	assert.Equal(t, paper[key], digital[key])
}

// TestEmptyTruckDrivesTheSameLegWithTheSameLuck: the way home with a load takes 1.1 times as long.
func TestEmptyTruckDrivesTheSameLegWithTheSameLuck(t *testing.T) {
	var legs [2]map[name]sim.Time
	for i, sets := range [][]string{nil, {"flows[Vietnam to Laos].return.mode=two-way", "flows[Vietnam to Laos].return.loads=400/day"}} {
		s, err := scenarios.LoadScenario("lao-bao-today", sets)
		require.NoError(t, err)
		s.Setup.Horizon = days(0, 1)
		d, _ := diaryOf(t, s.Setup)
		legs[i] = make(map[name]sim.Time)
		for who, facts := range d {
			for _, f := range facts {
				if f.Trip == corridors.Home && f.Stage == "NR9" && f.Loaded == (i == 1) && who.flow == "Vietnam to Laos" {
					legs[i][who] = f.To - f.From
				}
			}
		}
	}
	both := 0
	for who, empty := range legs[0] {
		if loaded, there := legs[1][who]; there {
			both++
			assert.InDelta(t, 1.1*float64(empty), float64(loaded), 1.1, "to the rounding of two ticks: %v", who)
		}
	}
	assert.Greater(t, both, 20)
}

// more is a corridor with a gate pair, a stage and a flow that nothing else uses, first or last in
// their lists.
func more(c *corridors.Corridor, first bool) *corridors.Corridor {
	out := *c
	quiet := corridors.Hours{}
	pair := corridors.GatePair{Name: "Cha Lo–Na Phao", Posts: [2]corridors.Post{
		{Name: "Cha Lo", Country: "VN", Hours: quiet, Stations: []corridors.Station{{Name: "lane", Servers: 1}}},
		{Name: "Na Phao", Country: "LA", Hours: corridors.Hours{Windows: []corridors.Window{{From: 3600, To: 7200}}}},
	}}
	flow := corridors.Flow{
		Name: "cars at Cha Lo", From: "Cha Lo", To: "Na Phao", Traffic: corridors.Others,
		Arrivals: corridors.Arrivals{PerSecond: 1.0 / 300}, Return: corridors.Return{Mode: corridors.NoReturn},
	}
	lane := c.Gates[0].Posts[0].Stages[0].Service
	pair.Posts[0].Stages = []corridors.Stage{{Name: "check", Owner: "customs", Station: "lane", Service: lane, When: corridors.Condition{Traffic: corridors.TrafficKinds()}}}
	nobody := corridors.Stage{Name: "horses", Owner: "customs", Service: lane, When: corridors.Condition{
		Traffic: []corridors.Traffic{corridors.Others}, Load: []corridors.Load{corridors.Empty},
	}}
	out.Gates = slices.Clone(c.Gates)
	for i := range out.Gates[0].Posts {
		out.Gates[0].Posts[i].Stages = insert(out.Gates[0].Posts[i].Stages, nobody, first)
	}
	out.Gates = insert(out.Gates, pair, first)
	out.Flows = insert(out.Flows, flow, first)
	return &out
}

func insert[T any](list []T, x T, first bool) []T {
	if first {
		return slices.Insert(slices.Clone(list), 0, x)
	}
	return append(slices.Clone(list), x)
}

func TestWhatNobodyElseUsesChangesNobodysNumbers(t *testing.T) {
	s, err := scenarios.LoadScenario("lao-bao-today", []string{"flows[Vietnam to Laos].return.mode=two-way"})
	require.NoError(t, err)
	setup := s.Setup
	setup.Horizon = days(1, 2)
	facts, values := diaryOf(t, setup)
	for _, first := range []bool{false, true} {
		setup.Corridor = more(s.Setup.Corridor, first)
		withMore, valuesWithMore := diaryOf(t, setup)
		require.Equal(t, facts, withMore, "bit for bit, whoever stands first in the file")
		for measure, value := range values {
			if measure != "other_border_time_h" && measure != "backlog_at_close_trucks" { // these count the newcomers
				assert.Equal(t, value, valuesWithMore[measure], measure)
			}
		}
	}
}

// TestAnotherStageLeavesAllOtherDrawsAlone: the trucks are later and queue differently, but whatever
// else they do takes as long as it took.
func TestAnotherStageLeavesAllOtherDrawsAlone(t *testing.T) {
	s, err := scenarios.LoadScenario("lao-bao-today", nil)
	require.NoError(t, err)
	setup := s.Setup
	setup.Horizon = days(0, 1)
	before, _ := diaryOf(t, setup)
	c := *setup.Corridor
	c.Gates = slices.Clone(c.Gates)
	post := &c.Gates[0].Posts[0]
	stage := post.Stages[0]
	stage.Name, stage.When = "scanner", corridors.Condition{}
	post.Stages = insert(post.Stages, stage, true)
	setup.Corridor = &c
	after, _ := diaryOf(t, setup)
	require.Len(t, after, len(before))
	for who := range before {
		have := draws(after[who])
		for _, trip := range corridors.Trips() {
			for _, loaded := range []bool{true, false} {
				delete(have, drawn{trip, loaded, "Lao Bảo", "scanner"})
			}
		}
		require.Equal(t, draws(before[who]), have)
	}
}
