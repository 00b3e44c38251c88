package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// waits of trucks 1, 2, … for a lane with constant service, open 07:00-18:00, when they come at the
// times given.
func waits(t *testing.T, servers int, service sim.Time, comes corridors.Timetable, count int) (queue, closed []sim.Time) {
	t.Helper()
	c := oneLane(servers, must(law.Constant(service.Seconds())), corridors.Arrivals{Timetable: &comes, Count: &count},
		corridors.Hours{Windows: []corridors.Window{window(7, 18)}})
	log := &facts{}
	_, o := run(t, c, Horizon{Length: 2 * sim.Day, After: Drain}, log)
	require.EqualValues(t, count, o.Audit.Left)
	for i := range uint32(count) {
		queue = append(queue, sim.FromSeconds(60*log.minutes(i+1, Queueing)))
		closed = append(closed, sim.FromSeconds(60*log.minutes(i+1, ClosedWait)))
	}
	return queue, closed
}

func TestInstantOfOpeningIsOpenAndInstantOfClosingIsClosed(t *testing.T) {
	_, closed := waits(t, 9, sim.Minute, corridors.Timetable{First: 7 * 3600, Every: 11 * 3600}, 2)
	assert.Equal(t, []sim.Time{0, 13 * sim.Hour}, closed, "07:00 sharp is served, 18:00 sharp waits for 07:00")
	_, closed = waits(t, 9, sim.Minute, corridors.Timetable{First: 18*3600 - 1, Every: 1000}, 1)
	assert.Equal(t, []sim.Time{0}, closed, "a second before closing")
}

func TestServiceBegunBeforeClosingIsFinished(t *testing.T) {
	queue, closed := waits(t, 1, 30*sim.Minute, corridors.Timetable{First: 17*3600 + 50*60, Every: 60}, 2)
	assert.Equal(t, []sim.Time{0, 9 * sim.Minute}, queue, "truck 2 queues from 17:51 to 18:00")
	assert.Equal(t, []sim.Time{0, 13 * sim.Hour}, closed, "truck 1 is done at 18:20, truck 2 waits until 07:00 all the same")
}

func TestWaitOverManyClosingsIsSplitByOpenTime(t *testing.T) {
	// One lane, 9 h each: truck 1 is served 07:00-16:00, truck 2 from 16:00 to 01:00. Truck 3 has waited
	// since 07:02: 10:58 h until closing, and 13 h closed, until 07:00 of the next day.
	queue, closed := waits(t, 1, 9*sim.Hour, corridors.Timetable{First: 7 * 3600, Every: 60}, 4)
	assert.Equal(t, 10*sim.Hour+58*sim.Minute, queue[2])
	assert.Equal(t, 13*sim.Hour, closed[2])
	// Truck 4 follows truck 3 at 16:00 of the second day: 10:57 h, then 9 h open; 13 h closed.
	assert.Equal(t, 19*sim.Hour+57*sim.Minute, queue[3])
	assert.Equal(t, 13*sim.Hour, closed[3])
}

func TestQueueIsServedInTheOrderOfComing(t *testing.T) {
	queue, _ := waits(t, 2, 10*sim.Minute, corridors.Timetable{First: 8 * 3600, Every: 60}, 6)
	// Two lanes: 8:00 and 8:01 at once; 8:02 and 8:03 wait for 8:10 and 8:11; 8:04 and 8:05 for 8:20 and 8:21.
	m := sim.Minute
	assert.Equal(t, []sim.Time{0, 0, 8 * m, 8 * m, 16 * m, 16 * m}, queue)
}
