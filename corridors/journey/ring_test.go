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

// locked has one server at each post for both directions, and one place between them.
func locked() *corridors.Corridor {
	count, room := 3, 1
	arrivals := corridors.Arrivals{Timetable: &corridors.Timetable{Every: 60}, Count: &count}
	c := oneLane(1, must(law.Constant(30)), arrivals, corridors.Hours{})
	c.Gates[0].Strip.Places = &room
	b := &c.Gates[0].Posts[1]
	b.Stations, b.Stages = c.Gates[0].Posts[0].Stations, c.Gates[0].Posts[0].Stages
	back := c.Flows[0]
	back.Name, back.From, back.To = "back", "B", "A"
	c.Flows = append(c.Flows, back)
	return c
}

// TestDeadlockIsExplainedWhenItCloses: at 30 s both are done; the first takes the place between the posts
// and waits for the lane of B, which the second keeps because the place is taken.
func TestDeadlockIsExplainedWhenItCloses(t *testing.T) {
	for _, after := range Afters() {
		m, err := Compile(Setup{Corridor: locked(), Horizon: Horizon{Length: sim.Day, After: after}})
		require.NoError(t, err)
		_, err = NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), nil)
		var stuck *StuckError
		require.ErrorAs(t, err, &stuck)
		assert.Equal(t, 30*sim.Second, stuck.At)
		strip, lane := Space{Kind: StripSpace, At: "pair"}, Space{Kind: StationSpace, At: "B", Name: "lane"}
		assert.Equal(t, []Holder{
			{Flow: "trucks", Truck: 1, Place: "A", Holds: strip, Wants: lane},
			{Flow: "back", Truck: 1, Place: "B", Holds: lane, Wants: strip},
		}, stuck.Ring)
		assert.Contains(t, err.Error(), "in each other's way")
	}
}

// TestNobodyLooksForDeadlocksWhereNoneCanClose: with lanes of their own, trucks that wait for the strip keep
// nothing from those that are in it.
func TestNobodyLooksForDeadlocksWhereNoneCanClose(t *testing.T) {
	c := locked()
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Day, After: Drain}})
	require.NoError(t, err)
	assert.True(t, m.rings)
	for i := range c.Gates[0].Posts {
		post := &c.Gates[0].Posts[i]
		post.Stations = []corridors.Station{{Name: "out", Servers: 1}, {Name: "in", Servers: 1}}
		check := post.Stages[0]
		post.Stages = nil
		for k, d := range corridors.Directions() {
			check.Name, check.Station = string(d), post.Stations[k].Name
			check.When.Direction = []corridors.Direction{d}
			post.Stages = append(post.Stages, check)
		}
	}
	m, err = Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Day, After: Drain}})
	require.NoError(t, err)
	assert.False(t, m.rings)
	o, err := NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), nil)
	require.NoError(t, err)
	assert.Equal(t, Audit{Entered: 6, Left: 6}, o.Audit)
}
