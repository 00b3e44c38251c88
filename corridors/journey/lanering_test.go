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

// TestLaneOfItsOwnCanCloseARing: two lanes at each post with a queue each, one place between the posts. A truck
// that stands behind one that is blocked waits for that lane and no other; the ring that closes is explained
// with one queue for both lanes, too.
func TestLaneOfItsOwnCanCloseARing(t *testing.T) {
	for _, queue := range corridors.Queues() {
		c := locked()
		many := 12
		for i := range c.Gates[0].Posts {
			c.Gates[0].Posts[i].Stations = []corridors.Station{{Name: "lane", Servers: 2, Queue: queue}}
		}
		for i := range c.Flows {
			c.Flows[i].Arrivals.Timetable, c.Flows[i].Arrivals.Count = &corridors.Timetable{Every: 7}, &many
		}
		m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Hour, After: Drain}})
		require.NoError(t, err)
		_, err = NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), nil)
		var stuck *StuckError
		require.ErrorAs(t, err, &stuck, queue)
		require.NotEmpty(t, stuck.Ring, queue)
		for i, h := range stuck.Ring {
			assert.Equal(t, stuck.Ring[(i+len(stuck.Ring)-1)%len(stuck.Ring)].Wants, h.Holds)
		}
	}
}
