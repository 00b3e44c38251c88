package sim_test

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/sim"
)

func TestSteadyStateAllocatesNothing(t *testing.T) {
	const pending = 1000
	d := delays(1024)
	cal, x := filled(pending, d)
	spare := cal.Open()
	station, space := sim.NewStation(2), sim.NewSlots(2)
	who := int32(0)
	step := func() {
		ev, _ := cal.Next()
		ev.At += d[x.next()%1024]
		cal.Schedule(ev) // the same slot

		ev, _ = cal.Next()
		ev.At += d[x.next()%1024]
		ev.Slot, spare = spare, ev.Slot
		cal.Schedule(ev) // another slot

		cal.Close(spare)
		spare = cal.Open()
		cal.Schedule(sim.Event{At: cal.Now(), Slot: spare})
		cal.Cancel(spare)
		cal.Peek()

		station.Join(who, cal.Now())
		space.Take(who, cal.Now())
		if _, _, ok := station.Admit(cal.Now()); ok && who%2 == 0 {
			station.Block(cal.Now())
			station.Unblock(cal.Now())
		} else {
			station.Leave(cal.Now())
		}
		station.Staff(2, cal.Now())
		space.Free(cal.Now())
		station.Books(cal.Now())
		space.Books(cal.Now())
		who++
	}
	for range 100 {
		step()
	}
	assert.Zero(t, testing.AllocsPerRun(1000, step))
}

func TestASecondReplicationAllocatesNothing(t *testing.T) {
	cal, station, space := sim.NewCalendar(1), sim.NewStation(1), sim.NewSlots(1)
	replication := func() {
		cal.Reset()
		station.Reset()
		space.Reset()
		for who := range int32(500) {
			s := cal.Open()
			cal.Schedule(sim.Event{At: sim.Time(who), Slot: s, Who: who})
			station.Join(who, 0)
			space.Take(who, 0)
		}
		for ev, ok := cal.Next(); ok; ev, ok = cal.Next() {
			cal.Close(ev.Slot)
		}
	}
	replication()
	assert.Zero(t, testing.AllocsPerRun(10, replication))
}

func TestWaitingTakesFewBytes(t *testing.T) {
	const waiting = 1<<20 + 1 // just after a doubling, when the ring and the tree are twice too large
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	cal, station := sim.NewCalendar(1), sim.NewStation(0)
	for who := range int32(waiting) {
		station.Join(who, 0)
		cal.Schedule(sim.Event{At: 1, Slot: cal.Open(), Who: who})
	}
	runtime.ReadMemStats(&after)
	// all that was ever allocated, the smaller rings and trees on the way included: no peak can be higher
	assert.Less(t, (after.TotalAlloc-before.TotalAlloc)/waiting, uint64(300))
	assert.Equal(t, waiting, station.Queue())
	assert.Equal(t, waiting, cal.Len())
}
