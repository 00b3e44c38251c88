package journey_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// inspection draws a regime for trucks that enter a country by a pair whose posts have the stages of one.
func (a anything) inspection(exit *corridors.Post) corridors.Inspection {
	in := corridors.Inspection{Kind: rapid.SampledFrom(corridors.InspectionKinds()).Draw(a.T, "kind"), Moves: a.share("moves")}
	for _, s := range exit.Stages {
		switch rapid.IntRange(0, 2).Draw(a.T, "team") {
		case 0:
			in.Keeps = append(in.Keeps, s.Name)
		case 1:
			in.Joint = append(in.Joint, corridors.Joint{Stage: s.Name})
		}
	}
	if in.Kind == corridors.OneStop && a.yes("changes") {
		when := &corridors.Transition{}
		if a.yes("begins") {
			when.From = 3600 * float64(rapid.IntRange(0, 8).Draw(a.T, "begins at"))
		}
		if a.yes("side by side") {
			when.Dual, when.Share = 3600*float64(rapid.IntRange(1, 4).Draw(a.T, "side by side for")), a.share("stops once")
		}
		if a.yes("ends") {
			when.To = when.From + when.Dual + 3600*float64(rapid.IntRange(1, 8).Draw(a.T, "ends at"))
		}
		in.Transition = when
	}
	return in
}

// oneStop gives both posts of every pair the same stages, and draws where they are done.
func (a anything) oneStop(c *corridors.Corridor) {
	for g := range c.Gates {
		pair := &c.Gates[g]
		pair.Posts[1].Stations, pair.Posts[1].Stages = pair.Posts[0].Stations, pair.Posts[0].Stages
		for i := range pair.Posts[0].Stations {
			s := &pair.Posts[0].Stations[i]
			s.Shifts, s.Servers, s.Room = nil, s.Servers+4, nil // enough to be divided
		}
		for i := range pair.Posts[0].Stages {
			pair.Posts[0].Stages[i].Yard, pair.Posts[0].Stages[i].Fee = "", 0 // whose fee was paid the log does not say
		}
		for i := range pair.Inspection {
			pair.Inspection[i] = a.inspection(&pair.Posts[1-i])
		}
		for i := range pair.Posts[0].Stations { // who is told apart cannot go from place to place
			if s := &pair.Posts[0].Stations[i]; pair.Changes() {
				s.Breaks, s.Queue = nil, corridors.OneQueue
			}
		}
		for i := range pair.Swaps {
			pair.Swaps[i].Fee, pair.Swaps[i].Places, pair.Swaps[i].Before = 0, nil, ""
		}
		pair.Strip.Places = nil // with room for all, nobody can stand in another's way
	}
}

// TestAnyOneStopClosesItsBooks: whoever keeps, moves or shares what, on random corridors every ledger
// closes, everybody leaves, the queues' areas are the waits, and hours by country and stage add up.
func TestAnyOneStopClosesItsBooks(t *testing.T) {
	areas := 0
	rapid.Check(t, func(r *rapid.T) {
		a := anything{r}
		setup := a.setup()
		a.oneStop(setup.Corridor)
		setup.Horizon.WarmUp, setup.Horizon.Length = 0, 8*sim.Hour+1 // no truck comes at the very end
		m, err := journey.Compile(setup)
		require.NoError(r, err)
		log := newRecount(r, setup)
		both, indicators := log.beside(m)
		luck := seeds.Replication(7, 0)
		o, err := journey.NewWorld(m).Run(context.Background(), luck, both)
		var stuck *journey.StuckError
		if errors.As(err, &stuck) {
			stands(r, setup, m, luck, stuck) // at the posts nobody can stand in another's way, at a depot some can
			return
		}
		require.NoError(r, err)
		log.hold(m, o)
		indicators()
		rows, border := 0.0, 0.0
		for i, name := range m.Measures() {
			if name == "border_time_h" && o.Present[i] {
				border = o.Values[i]
			}
		}
		for _, stage := range o.Stages {
			for _, part := range stage {
				rows += part
			}
		}
		assert.InDelta(r, border, rows, 1e-9)
		for _, row := range m.Rows() {
			if row.Officers != "" {
				areas++
			}
		}
	})
	assert.Positive(t, areas)
}

// TestEveryTraceOfAnyOneStopIsOnePathThroughItsPlan: also where the regime changes on the way.
func TestEveryTraceOfAnyOneStopIsOnePathThroughItsPlan(t *testing.T) {
	changes := 0
	rapid.Check(t, func(r *rapid.T) {
		a := anything{r}
		setup := a.setup()
		a.oneStop(setup.Corridor)
		for i := range setup.Corridor.Gates {
			if setup.Corridor.Gates[i].Changes() {
				changes++
			}
		}
		holdToPlan(r, setup)
	})
	assert.Positive(t, changes)
}
