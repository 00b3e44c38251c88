package sim_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim"
)

// who takes n events and tells for whom they were.
func who(t *testing.T, cal *sim.Calendar, n int) []int32 {
	t.Helper()
	var got []int32
	for range n {
		ev, ok := cal.Next()
		require.True(t, ok)
		got = append(got, ev.Who)
	}
	return got
}

// put schedules an event for somebody in a slot of its own.
func put(cal *sim.Calendar, at sim.Time, rank sim.Rank, who int32) sim.Slot {
	s := cal.Open()
	cal.Schedule(sim.Event{At: at, What: sim.What{Rank: rank}, Slot: s, Who: who})
	return s
}

func TestEventsComeByTimeThenRankThenScheduling(t *testing.T) {
	cal := sim.NewCalendar(0)
	put(cal, 20, 0, 6)
	put(cal, 10, 1, 3)
	put(cal, 10, 1, 4)
	put(cal, 10, 0, 1)
	put(cal, 10, 255, 5)
	put(cal, 10, 0, 2)
	put(cal, 5, 255, 0)
	assert.Equal(t, []int32{0, 1, 2, 3, 4, 5, 6}, who(t, cal, 7))
}

func TestAnEventComesBackAsItWasScheduled(t *testing.T) {
	cal := sim.NewCalendar(0)
	cal.Open()
	want := sim.Event{At: 3 * sim.Day, What: sim.What{Kind: 200, Rank: 255}, Slot: cal.Open(), Who: -7}
	cal.Schedule(want)
	got, ok := cal.Next()
	require.True(t, ok)
	assert.Equal(t, want, got)
	assert.Equal(t, "3d 00:00:00 kind 200 rank 255 slot 1 who -7", got.String())
	assert.Equal(t, 3*sim.Day, cal.Now())
}

func TestARetimedEventGoesBehindItsEquals(t *testing.T) {
	cal := sim.NewCalendar(0)
	first := put(cal, 10, 0, 1)
	put(cal, 10, 0, 2)
	cal.Schedule(sim.Event{At: 10, Slot: first, Who: 1})
	assert.Equal(t, 2, cal.Len(), "the event was replaced")
	assert.Equal(t, []int32{2, 1}, who(t, cal, 2))
}

func TestAnEventCanBeRetimedEarlierAndLater(t *testing.T) {
	cal := sim.NewCalendar(0)
	a, b := put(cal, 10, 0, 1), put(cal, 20, 0, 2)
	put(cal, 30, 0, 3)
	cal.Schedule(sim.Event{At: 40, Slot: a, Who: 1})
	cal.Schedule(sim.Event{At: 5, Slot: b, Who: 2})
	assert.Equal(t, []int32{2, 3, 1}, who(t, cal, 3))
}

func TestALowerRankOvertakesTheEventBeingHandled(t *testing.T) {
	cal := sim.NewCalendar(0)
	put(cal, 10, 5, 1)
	put(cal, 10, 5, 2)
	assert.Equal(t, []int32{1}, who(t, cal, 1))
	put(cal, 10, 3, 3) // less than the event just given out, whose leaf is not yet empty
	assert.Equal(t, 2, cal.Len())
	assert.Equal(t, []int32{3, 2}, who(t, cal, 2))
}

func TestTheSlotBeingHandledIsFreeForItsNextEvent(t *testing.T) {
	cal := sim.NewCalendar(0)
	s := put(cal, 10, 0, 1)
	ev, _ := cal.Next()
	assert.False(t, cal.Pending(s))
	assert.Zero(t, cal.Len())
	ev.At = 10 // at once again
	cal.Schedule(ev)
	assert.True(t, cal.Pending(s))
	assert.Equal(t, 1, cal.Len())
	got, ok := cal.Next()
	assert.True(t, ok)
	assert.Equal(t, ev, got)
	_, ok = cal.Next()
	assert.False(t, ok)
}

func TestAnEmptyCalendarHasNoNextAndKeepsItsTime(t *testing.T) {
	cal := sim.NewCalendar(0)
	_, ok := cal.Next()
	assert.False(t, ok)
	_, ok = cal.Peek()
	assert.False(t, ok)
	put(cal, 10, 0, 1)
	who(t, cal, 1)
	_, ok = cal.Next()
	assert.False(t, ok)
	assert.Equal(t, sim.Time(10), cal.Now())
}

func TestPeekTellsTheTimeAndTakesNothing(t *testing.T) {
	cal := sim.NewCalendar(0)
	put(cal, 20, 0, 2)
	put(cal, 10, 0, 1)
	for range 2 {
		at, ok := cal.Peek()
		assert.True(t, ok)
		assert.Equal(t, sim.Time(10), at)
	}
	assert.Zero(t, cal.Now())
	who(t, cal, 1)
	at, _ := cal.Peek()
	assert.Equal(t, sim.Time(20), at, "not the event being handled")
	assert.Equal(t, []int32{2}, who(t, cal, 1))
}

func TestACancelledEventDoesNotHappen(t *testing.T) {
	cal := sim.NewCalendar(0)
	a := put(cal, 10, 0, 1)
	put(cal, 20, 0, 2)
	cal.Cancel(a)
	assert.False(t, cal.Pending(a))
	cal.Cancel(a)
	assert.Equal(t, 1, cal.Len(), "cancelling twice is cancelling once")
	assert.Equal(t, []int32{2}, who(t, cal, 1))
}

func TestCancellingTheSlotBeingHandledChangesNothing(t *testing.T) {
	cal := sim.NewCalendar(0)
	a := put(cal, 10, 0, 1)
	put(cal, 20, 0, 2)
	who(t, cal, 1)
	cal.Cancel(a)
	assert.Equal(t, 1, cal.Len())
	assert.Equal(t, []int32{2}, who(t, cal, 1))
}

func TestClosingASlotCancelsAndGivesItOutAgain(t *testing.T) {
	cal := sim.NewCalendar(0)
	a := put(cal, 10, 0, 1)
	put(cal, 20, 0, 2)
	cal.Close(a)
	assert.Equal(t, 1, cal.Len())
	again := cal.Open()
	assert.Equal(t, a, again)
	assert.False(t, cal.Pending(again))
}

func TestASlotClosedWhileItsEventIsHandledStartsAfresh(t *testing.T) {
	cal := sim.NewCalendar(0)
	a := put(cal, 10, 0, 1)
	put(cal, 20, 0, 2)
	who(t, cal, 1)
	cal.Close(a)
	assert.Equal(t, a, cal.Open())
	assert.False(t, cal.Pending(a))
	cal.Schedule(sim.Event{At: 15, Slot: a, Who: 3})
	assert.Equal(t, []int32{3, 2}, who(t, cal, 2))
}

func TestPendingEventsSurviveGrowth(t *testing.T) {
	cal := sim.NewCalendar(1)
	const n = 1000 // seven doublings from eight slots
	for i := range int32(n) {
		put(cal, sim.Time(n-i), 0, n-i)
	}
	assert.Equal(t, n, cal.Len())
	for i := range int32(n) {
		assert.Equal(t, []int32{i + 1}, who(t, cal, 1))
		put(cal, 2*n+sim.Time(i), 0, n+i+1) // keeps growing, with an event being handled
	}
	for i := range int32(n) {
		assert.Equal(t, []int32{n + i + 1}, who(t, cal, 1))
	}
}

func TestResetMakesTheCalendarNew(t *testing.T) {
	story := func(cal *sim.Calendar) []sim.Event {
		var events []sim.Event
		for i := range int32(100) {
			put(cal, sim.Time(i%7), sim.Rank(i%3), i)
		}
		for range 50 {
			ev, _ := cal.Next()
			events = append(events, ev)
			cal.Close(ev.Slot)
			put(cal, ev.At+3, 1, ev.Who+1000)
		}
		return events
	}
	cal := sim.NewCalendar(4)
	want := story(cal)
	cal.Reset()
	assert.Zero(t, cal.Len())
	assert.Zero(t, cal.Now())
	assert.Panics(t, func() { cal.Schedule(sim.Event{Slot: 0}) }, "every slot is closed")
	_, ok := cal.Next()
	assert.False(t, ok)
	assert.Equal(t, want, story(cal))
}

func TestResetForgetsTheEventBeingHandled(t *testing.T) {
	for handled := range 2 {
		cal := sim.NewCalendar(0)
		for range handled {
			cal.Open()
		}
		put(cal, 10, 0, 1)
		who(t, cal, 1)
		cal.Reset()
		cal.Open()
		put(cal, 5, 0, 2)
		assert.Equal(t, 1, cal.Len())
		assert.Equal(t, []int32{2}, who(t, cal, 1))
		assert.Zero(t, cal.Len())
	}
}

func TestTimeDoesNotRunBackwards(t *testing.T) {
	cal := sim.NewCalendar(0)
	s := put(cal, 10, 0, 1)
	assert.Panics(t, func() { cal.Schedule(sim.Event{At: -1, Slot: s}) })
	who(t, cal, 1)
	assert.Panics(t, func() { cal.Schedule(sim.Event{At: 9, Slot: s}) })
	assert.NotPanics(t, func() { cal.Schedule(sim.Event{At: 10, Slot: s}) })
}

func TestASlotThatIsNotOpenIsRefused(t *testing.T) {
	cal := sim.NewCalendar(0)
	s := cal.Open()
	cal.Close(s)
	for _, s := range []sim.Slot{s, 1, 1 << 20, -1} {
		assert.Panics(t, func() { cal.Schedule(sim.Event{Slot: s}) }, "schedule in %d", s)
		assert.Panics(t, func() { cal.Cancel(s) }, "cancel %d", s)
		assert.Panics(t, func() { cal.Close(s) }, "close %d", s)
	}
}
