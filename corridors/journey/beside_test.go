package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// TestLastOfTheStagesBesideOneAnotherOwnsTheStretch: papers take 10 min and a scan 6 min, at one server
// each, of trucks at 1 and 2 min, and after them the barrier 1 min. By hand: the first truck has both from 1 on, the
// scan until 7, the papers until 11; the second waits for the scan until 7 and for the papers until 11,
// which end at 13 and at 21. So each stretch is that of the papers.
func TestLastOfTheStagesBesideOneAnotherOwnsTheStretch(t *testing.T) {
	c := inLine(2, 10, 6, 1)
	c.Flows[0].Arrivals.Timetable.First = 60
	stages := c.Gates[0].Posts[0].Stages
	stages[0].Beside, stages[1].Beside = "checks", "checks"
	stages[0].Fee, stages[1].Fee = 10, 4
	stages[2].Service = must(law.Constant(60))
	log := &facts{}
	m, o := run(t, c, Horizon{Length: sim.Hour, After: Drain}, log)
	require.Equal(t, Audit{Entered: 2, Left: 2}, o.Audit)
	type line struct {
		kind     FactKind
		stage    string
		activity Activity
		from, to float64
	}
	var second []line
	for _, f := range log.all {
		if f.Truck == 2 && (f.Kind == TimeFact || f.Kind == ShadowFact) {
			second = append(second, line{f.Kind, f.Stage, f.Activity, f.From.Seconds() / 60, f.To.Seconds() / 60})
			assert.Equal(t, f.Stage != "third", f.Beside == "checks")
		}
	}
	assert.Equal(t, []line{
		{TimeFact, "check", Queueing, 2, 11},
		{TimeFact, "check", Service, 11, 21},
		{ShadowFact, "second", Queueing, 2, 7},
		{ShadowFact, "second", Service, 7, 13},
		{TimeFact, "third", Service, 21, 22},
	}, second)
	assert.InDelta(t, (11.0+20)/2/60, value(t, m, o, "border_time_h"), 1e-12)
	assert.InDelta(t, (6.0+11)/2/60, value(t, m, o, "stage.A/second.time_h"), 1e-12)
	assert.InDelta(t, (6.0+11)/2/60, value(t, m, o, "stage.A/second.shadow_h"), 1e-12)
	assert.Equal(t, 1.0, value(t, m, o, "stage.A/check.last_share"))
	assert.Equal(t, 0.0, value(t, m, o, "stage.A/second.last_share"))
	assert.InDelta(t, 14, value(t, m, o, "cost_fees_usd"), 1e-9, "both fees are owed")
	assert.InDelta(t, 12.0/60, value(t, m, o, "station.A/second.utilisation_share"), 1e-12)
}

// TestOneStageAloneIsBesideNobody: where conditions leave one stage of a group, it is as if there were none.
func TestOneStageAloneIsBesideNobody(t *testing.T) {
	c := inLine(2, 10, 6)
	plain := &facts{}
	run(t, c, Horizon{Length: sim.Hour, After: Drain}, plain)
	stages := c.Gates[0].Posts[0].Stages
	stages[0].Beside = "checks"
	alone := &facts{}
	m, _ := run(t, c, Horizon{Length: sim.Hour, After: Drain}, alone)
	assert.Equal(t, plain.all, alone.all)
	assert.Zero(t, m.branches)
}

// TestWhoPassesNoStageOfAGroupKeepsItsLane: as in TestFullStripBlocksExitGate, with a group between the check and the strip
// that is for the red channel only.
func TestWhoPassesNoStageOfAGroupKeepsItsLane(t *testing.T) {
	room := 1 // in the strip; a yard that nobody uses makes the share a measure
	c := inLine(3, 2, 5, 5)
	post := &c.Gates[0].Posts[0]
	for i := range post.Stages[1:] {
		post.Stages[1+i].Beside, post.Stages[1+i].When.Channel = "checks", []corridors.Channel{corridors.Red}
	}
	pair := &c.Gates[0]
	pair.Strip.Places, post.Yards = &room, []corridors.Yard{{Name: "yard", Places: 1}}
	pair.Posts[1].Stations = []corridors.Station{{Name: "entry lane", Servers: 1}}
	pair.Posts[1].Stages = []corridors.Stage{{Name: "entry check", Owner: "customs", Station: "entry lane", Service: must(law.Constant(600))}}
	m, o := run(t, c, Horizon{Length: sim.Hour, After: Drain}, nil)
	assert.InDelta(t, 6.0/60, value(t, m, o, "station.A/lane.blocked_share"), 1e-12, "the third truck, from 6 to 12")
}
