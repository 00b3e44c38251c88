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

// oneLane is a gate pair whose first post has one stage at one station; the second asks nothing.
func oneLane(servers int, service law.Law, arrivals corridors.Arrivals, open corridors.Hours) *corridors.Corridor {
	return &corridors.Corridor{
		Name:      "one lane",
		Countries: []corridors.Country{{Code: "VN"}, {Code: "LA"}},
		Gates: []corridors.GatePair{{Name: "pair", Posts: [2]corridors.Post{
			{
				Name: "A", Country: "VN", Hours: open, Regime: corridors.Regime{Exit: corridors.Paper, Entry: corridors.Paper},
				Stations: []corridors.Station{{Name: "lane", Servers: servers}},
				Stages:   []corridors.Stage{{Name: "check", Owner: "customs", Station: "lane", Service: service}},
			},
			{Name: "B", Country: "LA", Regime: corridors.Regime{Exit: corridors.Paper, Entry: corridors.Paper}},
		}}},
		Flows: []corridors.Flow{{
			Name: "trucks", From: "A", To: "B", Traffic: corridors.Trucks, Arrivals: arrivals,
			Return: corridors.Return{Mode: corridors.NoReturn},
		}},
	}
}

// run compiles a corridor and plays replication 0 of seed 1.
func run(t *testing.T, c *corridors.Corridor, h Horizon, log Log) (*Model, *Outcome) {
	t.Helper()
	m, err := Compile(Setup{Corridor: c, Horizon: h})
	require.NoError(t, err)
	o, err := NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), log)
	require.NoError(t, err)
	return m, o
}

// value of a measure that must be there.
func value(t *testing.T, m *Model, o *Outcome, name string) float64 {
	t.Helper()
	for i, n := range m.Measures() {
		if n == name {
			require.True(t, o.Present[i], "%s has no observation", name)
			return o.Values[i]
		}
	}
	require.Fail(t, "no measure "+name)
	return 0
}

func must(l law.Law, err error) law.Law {
	if err != nil {
		panic(err)
	}
	return l
}

func TestOvernightBacklogIsServedFromOpeningOn(t *testing.T) {
	count := 240
	c := oneLane(6, must(law.Constant(15*60)),
		corridors.Arrivals{Timetable: &corridors.Timetable{Every: 6 * 60}, Count: &count},
		corridors.Hours{Windows: []corridors.Window{{From: 7 * 3600, To: 19 * 3600}}})
	m, o := run(t, c, Horizon{Length: sim.Day, After: Stop}, nil)
	const lane = "station.A/lane."
	assert.InEpsilon(t, 12336.0/95/60, value(t, m, o, lane+"wait_h"), 1e-12, "mean wait of started, reference case P02")
	assert.InEpsilon(t, 32322.0/1440, value(t, m, o, lane+"queue_trucks"), 1e-12, "queue area 32322 truck-min, reference case P02")
	assert.Equal(t, 50, int(o.Audit.Inside), "still waiting at 24:00, reference case P02")
	assert.Zero(t, o.Audit.FlowGap)
}

func TestWaitsAddUpToTheAreaUnderTheQueue(t *testing.T) {
	c := oneLane(1, must(law.Exponential(12*60)), corridors.Arrivals{PerSecond: 4.0 / 3600}, corridors.Hours{})
	m, o := run(t, c, Horizon{WarmUp: 500 * sim.Hour, Length: 25000 * sim.Hour, After: Drain}, nil)
	assert.Zero(t, o.Audit.LittleGap)
	assert.Zero(t, o.Audit.QueueGap)
	assert.Zero(t, o.Audit.OpenLedgers)
	assert.InDelta(t, 0.8, value(t, m, o, "queue_wait_h"), 0.1)
}

// TestServersAreBusyForTheServicesThatWereBegun: the audit finds a tick of service that no server has given, or too much of.
func TestServersAreBusyForTheServicesThatWereBegun(t *testing.T) {
	c := oneLane(1, must(law.Exponential(12*60)), corridors.Arrivals{PerSecond: 4.0 / 3600}, corridors.Hours{})
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{WarmUp: 50 * sim.Hour, Length: 500 * sim.Hour, After: Drain}})
	require.NoError(t, err)
	w := NewWorld(m)
	o, err := w.Run(context.Background(), seeds.Replication(1, 0), nil)
	require.NoError(t, err)
	assert.Zero(t, o.Audit.WorkGap)
	assert.Greater(t, w.books.work[0], 300*sim.Hour, "80 % of the time, before the window and in it")
	w.books.work[0] += 3
	assert.Equal(t, sim.Time(3), w.audit().WorkGap)
	w.books.work[0] -= 5
	assert.Equal(t, sim.Time(2), w.audit().WorkGap)
}
