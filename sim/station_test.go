package sim_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim"
)

// admit takes all that can be served now and tells who they are.
func admit(st *sim.Station, now sim.Time) []int32 {
	var got []int32
	for {
		who, _, ok := st.Admit(now)
		if !ok {
			return got
		}
		got = append(got, who)
	}
}

// joinAll puts customers first..last in line.
func joinAll(st *sim.Station, first, last int32, now sim.Time) {
	for who := first; who <= last; who++ {
		st.Join(who, now)
	}
}

func TestFirstComeFirstServed(t *testing.T) {
	st := sim.NewStation(1)
	next := int32(0)
	for who := range int32(1000) { // two come for one that goes: the ring wraps and doubles
		st.Join(2*who, sim.Time(who))
		st.Join(2*who+1, sim.Time(who))
		got, joined, ok := st.Admit(sim.Time(who))
		require.True(t, ok)
		require.Equal(t, next, got)
		require.Equal(t, sim.Time(next/2), joined)
		st.Leave(sim.Time(who))
		next++
	}
	assert.Equal(t, 1000, st.Queue())
	for st.Queue() > 0 {
		assert.Equal(t, []int32{next}, admit(st, 1000))
		st.Leave(1000)
		next++
	}
}

func TestNobodyIsAdmittedBeyondTheFreeServers(t *testing.T) {
	st := sim.NewStation(2)
	joinAll(st, 1, 5, 0)
	assert.Equal(t, []int32{1, 2}, admit(st, 0))
	assert.Equal(t, []int{3, 2, 0}, []int{st.Queue(), st.Busy(), st.Free()})
	st.Leave(4)
	assert.Equal(t, []int32{3}, admit(st, 4))
}

func TestAClosedStationFinishesAndAdmitsNobody(t *testing.T) {
	st := sim.NewStation(2)
	joinAll(st, 1, 3, 0)
	admit(st, 0)
	st.Staff(0, 10)
	assert.Equal(t, []int{2, 2}, []int{st.Busy(), st.Open()})
	st.Leave(12)
	assert.Empty(t, admit(st, 12))
	st.Leave(15)
	assert.Equal(t, 0, st.Open())
	st.Staff(2, 20)
	assert.Equal(t, []int32{3}, admit(st, 20))

	books := st.Books(30)
	assert.Equal(t, int64(2*10+2*10), books.StaffedArea, "two servers in 0..10 and 20..30")
	assert.Equal(t, int64(2+5), books.OvertimeArea, "one server stays to 12, one to 15")
	assert.Equal(t, int64(12+15+10), books.BusyArea)
	assert.Equal(t, sim.Time(20), books.Waits)
	share, ok := books.Utilisation()
	assert.True(t, ok)
	assert.Equal(t, 37.0/47, share)
}

func TestFewerServersCountDownAsTheyLeave(t *testing.T) {
	st := sim.NewStation(5)
	joinAll(st, 1, 7, 0)
	admit(st, 0)
	st.Staff(2, 10)
	var open []int
	for now := sim.Time(11); now <= 13; now++ {
		st.Leave(now)
		open = append(open, st.Open())
		assert.Empty(t, admit(st, now), "still no fewer than two occupied")
	}
	assert.Equal(t, []int{4, 3, 2}, open)
	st.Leave(14)
	assert.Equal(t, []int32{6}, admit(st, 14))
	assert.Equal(t, int64(1+2+3), st.Books(20).OvertimeArea, "until 11, 12 and 13")
}

func TestMoreServersEndOvertime(t *testing.T) {
	st := sim.NewStation(3)
	joinAll(st, 1, 3, 0)
	admit(st, 0)
	st.Staff(1, 10)
	st.Staff(2, 15)
	st.Staff(4, 20)
	assert.Equal(t, []int{4, 1}, []int{st.Open(), st.Free()})
	books := st.Books(30)
	assert.Equal(t, int64(5*2+5*1), books.OvertimeArea)
	assert.Equal(t, int64(10*3+5*1+5*2+10*4), books.StaffedArea)
}

func TestABlockedServerIsNotBusyAndNotFree(t *testing.T) {
	st := sim.NewStation(1)
	joinAll(st, 1, 2, 0)
	admit(st, 0)
	st.Block(10)
	assert.Equal(t, []int{0, 1, 0}, []int{st.Busy(), st.Blocked(), st.Free()})
	assert.Empty(t, admit(st, 10))
	st.Unblock(25)
	assert.Equal(t, []int32{2}, admit(st, 25))
	books := st.Books(40)
	assert.Equal(t, int64(10+15), books.BusyArea)
	assert.Equal(t, int64(15), books.BlockedArea)
	assert.Equal(t, int64(1), books.Left)
}

func TestABlockedServerStaysBeyondItsRoster(t *testing.T) {
	st := sim.NewStation(1)
	st.Join(1, 0)
	admit(st, 0)
	st.Block(10)
	st.Staff(0, 20)
	assert.Equal(t, 1, st.Open())
	st.Unblock(50)
	assert.Equal(t, 0, st.Open())
	assert.Equal(t, int64(30), st.Books(100).OvertimeArea)
}

func TestAWindowBooksAreasByTimeAndWaitsByStartOfService(t *testing.T) {
	st := sim.NewStation(1)
	st.Join(1, 0)
	admit(st, 0)
	st.Join(2, 10) // will wait from 10 to 50
	st.Join(3, 20) // will wait from 20 to 70
	st.Mark(40)
	st.Join(4, 45) // still waits at 80
	st.Leave(50)
	admit(st, 50)
	st.Leave(70)
	admit(st, 70)

	books := st.Books(80)
	assert.Equal(t, sim.Books{
		From: 40, To: 80,
		QueueArea:   5*2 + 5*3 + 20*2 + 10*1, // customers 2 and 3; 4 too; 2 gone; 3 gone
		BusyArea:    40,
		StaffedArea: 40,
		Waits:       40 + 50,
		Carried:     30 + 20, // customers 2 and 3 at 40
		Waiting:     35,      // customer 4 at 80
		Joined:      1, Admitted: 2, Left: 2,
		LongestQueue: 3,
	}, books)
	assert.Equal(t, books.QueueArea, int64(books.Waits-books.Carried+books.Waiting))
}

func TestALineThatComesAndGoesInAnInstantIsNoQueue(t *testing.T) {
	st := sim.NewStation(2)
	joinAll(st, 1, 2, 5)
	admit(st, 5)
	assert.Equal(t, 0, st.Books(10).LongestQueue)
	joinAll(st, 3, 5, 10)
	assert.Equal(t, 3, st.Books(11).LongestQueue)
}

func TestALongerQueueBeforeTheWindowIsForgotten(t *testing.T) {
	st := sim.NewStation(3)
	joinAll(st, 1, 5, 0)
	st.Mark(10)
	assert.Equal(t, 5, st.Books(20).LongestQueue, "it still stood in the window")
	admit(st, 20)
	st.Mark(20)
	assert.Equal(t, 2, st.Books(30).LongestQueue)
}

func TestMeansOfNothingAreMissing(t *testing.T) {
	books := sim.NewStation(0).Books(0)
	_, ok := books.MeanQueue()
	assert.False(t, ok)
	_, ok = books.MeanWait()
	assert.False(t, ok)
	_, ok = books.Utilisation()
	assert.False(t, ok)
}

func TestBooksCanBeReadOnTheWay(t *testing.T) {
	run := func(read bool) sim.Books {
		st := sim.NewStation(1)
		for now := range sim.Time(100) {
			st.Join(int32(now), now)
			admit(st, now)
			if now%3 == 2 {
				st.Leave(now)
			}
			if read {
				st.Books(now)
			}
		}
		return st.Books(200)
	}
	assert.Equal(t, run(false), run(true))
}

// A day at random: whatever happens, the books close to the tick.
func TestWaitsAddUpToTheAreaUnderTheQueue(t *testing.T) {
	luck := rand.New(rand.NewPCG(20250618, 2))
	for range 100 {
		st, now := sim.NewStation(luck.IntN(4)), sim.Time(0)
		var waits, sinceMark sim.Time
		for who := range int32(500) {
			now += sim.Time(luck.IntN(1000))
			switch luck.IntN(8) {
			case 0, 1, 2:
				st.Join(who, now)
			case 3, 4:
				if st.Busy() > 0 {
					st.Leave(now)
				}
			case 5:
				if st.Busy() > 0 {
					st.Block(now)
				}
			case 6:
				if st.Blocked() > 0 {
					st.Unblock(now)
				}
			case 7:
				if luck.IntN(10) == 0 {
					st.Mark(now)
					sinceMark = 0
				} else {
					st.Staff(luck.IntN(4), now)
				}
			}
			for _, joined, ok := st.Admit(now); ok; _, joined, ok = st.Admit(now) {
				waits += now - joined
				sinceMark += now - joined
			}
			require.GreaterOrEqual(t, st.Open(), st.Busy()+st.Blocked())
			books := st.Books(now)
			require.Equal(t, books.QueueArea, int64(books.Waits-books.Carried+books.Waiting))
			require.Equal(t, sinceMark, books.Waits)
			require.LessOrEqual(t, books.BusyArea+books.BlockedArea, books.StaffedArea+books.OvertimeArea)
		}
	}
}

func TestAStationFromEmptyToEmptyBooksEveryWaitOnce(t *testing.T) {
	luck := rand.New(rand.NewPCG(20250618, 3))
	st, now := sim.NewStation(1), sim.Time(0)
	for who := range int32(1000) {
		st.Join(who, now)
		now += sim.Time(luck.IntN(100))
		for st.Queue() > 0 && luck.IntN(2) == 0 {
			admit(st, now)
			now += sim.Time(luck.IntN(100))
			st.Leave(now)
		}
	}
	for ; st.Queue() > 0; st.Leave(now) {
		admit(st, now)
		now++
	}
	books := st.Books(now)
	assert.Equal(t, int64(books.Waits), books.QueueArea)
	assert.Zero(t, books.Waiting)
	assert.Equal(t, []int64{1000, 1000, 1000}, []int64{books.Joined, books.Admitted, books.Left})
}

func TestResetMakesTheStationNew(t *testing.T) {
	st := sim.NewStation(2)
	joinAll(st, 1, 9, 3)
	admit(st, 4)
	st.Block(5)
	st.Staff(1, 6)
	st.Mark(7)
	st.Reset()
	assert.Equal(t, sim.NewStation(2).Books(10), st.Books(10))
	assert.Equal(t, []int{0, 0, 0, 2}, []int{st.Queue(), st.Busy(), st.Blocked(), st.Free()})
}

func TestAnImpossibleCallPanics(t *testing.T) {
	st := sim.NewStation(1)
	assert.Panics(t, func() { st.Leave(0) })
	assert.Panics(t, func() { st.Block(0) })
	assert.Panics(t, func() { st.Unblock(0) })
	assert.Panics(t, func() { st.Staff(-1, 0) })
	st.Join(1, 10)
	assert.Panics(t, func() { st.Join(2, 9) }, "time runs backwards")
	assert.Panics(t, func() { st.Books(9) })
	closed := sim.NewStation(0)
	closed.Books(10)
	assert.Panics(t, func() { closed.Books(9) }, "also where nothing is booked")
}

func TestBooksThatOutgrowTheirIntegersPanic(t *testing.T) {
	st := sim.NewStation(0)
	joinAll(st, 1, 4, 0)
	const end = sim.Time(1) << 61 // four customers: an area of 2^63, one tick too many
	assert.NotPanics(t, func() { st.Books(end - 1) })
	assert.Panics(t, func() { st.Books(end) })
}

// TestRelievedServersFinishBesideTheFreshOnes: both old servers are busy when two fresh ones come; who
// is first in line is served at once, and nobody takes the place of an old one that leaves.
func TestRelievedServersFinishBesideTheFreshOnes(t *testing.T) {
	s := sim.NewStation(2)
	for who := range int32(5) {
		s.Join(who, 0)
	}
	s.Admit(0)
	s.Admit(0)
	s.Relieve(2, 10)
	assert.Equal(t, 2, s.Free())
	assert.Equal(t, 4, s.Open(), "two on the roster and two beyond it")
	s.Admit(10)
	s.Admit(10)
	s.Dismiss(15)
	s.Leave(15)
	assert.Zero(t, s.Free(), "an old server is gone, the fresh ones are busy")
	s.Leave(20)
	assert.Equal(t, 1, s.Free(), "a fresh one is free while an old one still serves")
	s.Admit(20)
	s.Block(25)
	s.Dismiss(30)
	s.Unblock(30)
	s.Leave(40)
	s.Leave(40)
	b := s.Books(50)
	assert.Equal(t, int64(2*50), b.StaffedArea)
	assert.Equal(t, int64(5+20), b.OvertimeArea, "from 10 to 15 and from 10 to 30")
	assert.Equal(t, int64(5), b.Left)
	assert.Panics(t, func() { s.Dismiss(50) })
}

// Four in line for 2^62 ticks are more than an int64 of customer-ticks; three are not. A model can bring that about, so the books
// say what it was.
func TestBooksSayWhatOutgrowsThem(t *testing.T) {
	crowd := func(n int32) *sim.Station {
		s := sim.NewStation(0)
		for who := range n {
			s.Join(who, 0)
		}
		return s
	}
	assert.Equal(t, int64(1<<62-1), crowd(1).Books(1<<62-1).QueueArea)
	assert.PanicsWithError(t, (&sim.OutgrownError{Level: 4, From: 0, To: 1 << 62}).Error(), func() { crowd(4).Books(1 << 62) })
	assert.EqualError(t, &sim.OutgrownError{Level: 4, To: sim.Day}, "sim: a level of 4 from 00:00:00 to 1d 00:00:00 outgrows the books")
}
