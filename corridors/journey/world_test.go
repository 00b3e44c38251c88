package journey

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// TestReplicationAloneIsTheReplicationInTheBatch: a world that has played other replications, one of
// them broken off, plays the next as a new one does.
func TestReplicationAloneIsTheReplicationInTheBatch(t *testing.T) {
	m, err := Compile(Setup{Corridor: busy(), Horizon: Horizon{WarmUp: sim.Day, Length: 2 * sim.Day, After: Drain}})
	require.NoError(t, err)
	play := func(w *World, r int) (*Outcome, []Fact) {
		log := &facts{}
		o, err := w.Run(context.Background(), seeds.Replication(1, r), log)
		require.NoError(t, err)
		return o, log.all
	}
	used := NewWorld(m)
	var last []Fact
	for r := range 3 {
		_, last = play(used, r)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	_, err = used.Run(stopped, seeds.Replication(1, 7), nil)
	if err != nil {
		require.ErrorIs(t, err, context.Canceled)
	}
	inBatch, batchLog := play(used, 3)
	alone, aloneLog := play(NewWorld(m), 3)
	assert.Equal(t, alone, inBatch)
	assert.Equal(t, aloneLog, batchLog)
	assert.NotEqual(t, last, aloneLog, "replications differ")
}

// busy is a corridor with something of everything: closing hours, a short strip, channels, returns.
func busy() *corridors.Corridor {
	c := oneLane(2, must(exponential(12)), corridors.Arrivals{PerSecond: 3.0 / 3600}, corridors.Hours{Windows: []corridors.Window{window(7, 18)}})
	c.Gates[0].Posts[0].Stages[0].When.Direction = []corridors.Direction{corridors.Exit}
	room := 2
	pair := &c.Gates[0]
	pair.Strip.Places = &room
	pair.Posts[0].Channels = corridors.Channels{Yellow: 0.3, Red: 0.2}
	pair.Posts[1].Stations = []corridors.Station{{Name: "entry lane", Servers: 1}}
	pair.Posts[1].Stages = []corridors.Stage{{
		Name: "entry check", Owner: "customs", Station: "entry lane", Service: must(exponential(12)),
		When: corridors.Condition{Direction: []corridors.Direction{corridors.Entry}},
	}}
	c.Flows[0].Payload = 20
	c.Flows[0].Return = corridors.Return{Mode: corridors.TwoWay, PerSecond: 1.0 / 3600, Payload: 10, Patience: must(law.Constant(4 * 3600)), MaxWait: must(law.Constant(3600))}
	return c
}

func TestRunStopsSoonAfterItIsCancelled(t *testing.T) {
	c := oneLane(1, must(exponential(12)), corridors.Arrivals{PerSecond: 4.0 / 3600}, corridors.Hours{})
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: 100000 * sim.Day, After: Drain}})
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	seen := 0
	log := tellAt{n: 1000, tell: cancel, seen: &seen}
	_, err = NewWorld(m).Run(ctx, seeds.Replication(1, 0), log)
	require.ErrorIs(t, err, context.Canceled)
	assert.Less(t, seen, 1000+4*eventsBetweenLooks, "a fact or two an event")
}

// tellAt is a log that tells when so many facts have been seen.
type tellAt struct {
	n    int
	tell func()
	seen *int
}

func (l tellAt) Record(Fact) {
	*l.seen++
	if *l.seen == l.n {
		l.tell()
	}
}

// TestTrucksThatNeverLeaveAreAnError: at a station that never opens. Nothing more can happen to them, so the
// calendar runs empty; such a run has no outcome.
func TestTrucksThatNeverLeaveAreAnError(t *testing.T) {
	count := 3
	arrivals := corridors.Arrivals{Timetable: &corridors.Timetable{Every: 60}, Count: &count}
	c := oneLane(1, must(exponential(2)), arrivals, corridors.Hours{})
	c.Gates[0].Posts[0].Stations[0].Hours = &corridors.Hours{Never: true}
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Day, After: Drain}})
	require.NoError(t, err)
	_, err = NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), nil)
	var stuck *StuckError
	require.ErrorAs(t, err, &stuck)
	assert.Equal(t, 3, stuck.Inside)
	assert.Empty(t, stuck.Ring, "it is not one another that they wait for")
	assert.Contains(t, err.Error(), "still inside")

	m, err = Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Day, After: Stop}})
	require.NoError(t, err)
	o, err := NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), nil)
	require.NoError(t, err, "a run that stops may end with trucks inside")
	assert.Equal(t, 3, o.Audit.Inside)
}
