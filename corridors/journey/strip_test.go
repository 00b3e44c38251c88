package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// facts is a log that keeps everything.
type facts struct{ all []Fact }

func (f *facts) Record(fact Fact) { f.all = append(f.all, fact) }

// spans of an activity of one truck, in minutes.
func (f *facts) minutes(truck uint32, a Activity) (total float64) {
	for _, fact := range f.all {
		if fact.Kind == TimeFact && fact.Truck == truck && fact.Activity == a {
			total += (fact.To - fact.From).Seconds() / 60
		}
	}
	return total
}

// TestFullStripBlocksExitGate: three trucks at 0, 1 and 2 min; the exit check takes 2 min at one
// lane, the entry check 10 min at one lane, one place between. By hand: truck 1 is checked 0-2,
// drives into the strip, is admitted at once 2-12. Truck 2 is checked 2-4 and takes the place,
// waits there until 12. Truck 3 is checked 4-6 and keeps the lane until the place is free at 12.
func TestFullStripBlocksExitGate(t *testing.T) {
	count, room := 3, 1
	c := oneLane(1, must(law.Constant(120)), corridors.Arrivals{Timetable: &corridors.Timetable{Every: 60}, Count: &count}, corridors.Hours{})
	pair := &c.Gates[0]
	pair.Strip.Places = &room
	pair.Posts[1].Stations = []corridors.Station{{Name: "entry lane", Servers: 1}}
	pair.Posts[1].Stages = []corridors.Stage{{Name: "entry check", Owner: "customs", Station: "entry lane", Service: must(law.Constant(600))}}
	log := &facts{}
	m, o := run(t, c, Horizon{Length: sim.Day, After: Drain}, log)

	assert.Equal(t, 6.0, log.minutes(3, Blocked))
	assert.Equal(t, 2.0, log.minutes(3, Queueing)+log.minutes(3, ClosedWait)-10, "2 min for the exit lane, 10 min in the strip")
	assert.Equal(t, 0.0, log.minutes(1, Blocked)+log.minutes(2, Blocked))
	assert.Equal(t, 1.0+8, log.minutes(2, Queueing))
	stayed := value(t, m, o, "border_time_vn_h") * 3 * 60
	assert.InDelta(t, 2+(1+2+8)+(2+2+6+10), stayed, 1e-9, "the strip counts to the exit post")
	assert.InDelta(t, 30, value(t, m, o, "border_time_la_h")*3*60, 1e-9)
	require.Equal(t, Audit{Entered: 3, Left: 3}, o.Audit)
}

func TestClosedPostSplitsTheWaitIntoClosedAndQueue(t *testing.T) {
	count := 2
	c := oneLane(1, must(law.Constant(1800)), corridors.Arrivals{Timetable: &corridors.Timetable{First: 5 * 3600, Every: 1}, Count: &count},
		corridors.Hours{Windows: []corridors.Window{window(7, 18)}})
	log := &facts{}
	run(t, c, Horizon{Length: sim.Day, After: Drain}, log)
	assert.Equal(t, 120.0, log.minutes(1, ClosedWait))
	assert.Equal(t, 0.0, log.minutes(1, Queueing))
	assert.InDelta(t, 120, log.minutes(2, ClosedWait), 0.02, "one second after truck 1")
	assert.Equal(t, 30.0, log.minutes(2, Queueing), "behind truck 1")
}
