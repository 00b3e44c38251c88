package sim_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/sim"
)

// minutes reads whole minutes.
func minutes(t sim.Time) int64 { return int64(t / sim.Minute) }

// Ten customers by hand: W[n+1] = max(0, W[n] + S[n] - (A[n+1] - A[n])) (Lindley 1952).
func TestOneLaneFollowsLindley(t *testing.T) {
	arrive := []sim.Time{0, 4, 5, 11, 12, 13, 30, 31, 45, 46}
	serve := []sim.Time{6, 3, 7, 2, 5, 4, 10, 1, 8, 2}
	var waits []int64
	var last sim.Time
	p := post{cal: sim.NewCalendar(0), station: sim.NewStation(1)}
	p.nextArrival = func(sim.Time) (sim.Time, bool) {
		if int(p.arrived) == len(arrive) {
			return 0, false
		}
		return arrive[p.arrived] * sim.Minute, true
	}
	p.service = func(who int32) sim.Time { return serve[who] * sim.Minute }
	p.admitted = func(_ int32, joined, now, _ sim.Time) { waits = append(waits, minutes(now-joined)) }
	p.departed = func(_ int32, now sim.Time) { last = now }
	p.start()
	p.run(sim.Day)

	assert.Equal(t, []int64{0, 2, 4, 5, 6, 10, 0, 9, 0, 7}, waits)
	assert.Equal(t, 55*sim.Minute, last)
	books := p.station.Books(last)
	assert.Equal(t, 43*sim.Minute, books.Waits)
	assert.Equal(t, int64(43*sim.Minute), books.QueueArea)
	queue, _ := books.MeanQueue()
	assert.Equal(t, 43.0/55, queue)
	busy, _ := books.Utilisation()
	assert.Equal(t, 48.0/55, busy)
	wait, _ := books.MeanWait()
	assert.Equal(t, 258.0, wait, "4.3 min")
}

// A customer every 6 min from 00:00, a gate open 07:00-19:00 with 6 lanes of 15 min. Expected values: a recursion in
// whole minutes, written apart, gave the same.
func TestABacklogWaitsOvernightForTheGate(t *testing.T) {
	var started, longest, firstAtOnce int64 = 0, 0, -1
	p := post{cal: sim.NewCalendar(0), station: sim.NewStation(0)}
	p.nextArrival = func(sim.Time) (sim.Time, bool) { return sim.Time(p.arrived) * 6 * sim.Minute, p.arrived < 240 }
	p.service = func(int32) sim.Time { return 15 * sim.Minute }
	p.admitted = func(_ int32, joined, now, _ sim.Time) {
		assert.True(t, 7*sim.Hour <= now && now < 19*sim.Hour)
		started++
		longest = max(longest, minutes(now-joined))
		if firstAtOnce < 0 && joined == now {
			firstAtOnce = minutes(joined)
		}
	}
	p.start()
	p.staffAt(7*sim.Hour, 6)
	p.staffAt(19*sim.Hour, 0)

	p.run(7 * sim.Hour)
	assert.Equal(t, 70, p.station.Queue(), "just before opening")
	p.run(sim.Day)
	books := p.station.Books(sim.Day)
	assert.Equal(t, int64(190), started)
	assert.Equal(t, started, books.Admitted)
	assert.Equal(t, int64(24672), minutes(books.Waits))
	assert.Equal(t, int64(420), longest)
	assert.Equal(t, int64(708), firstAtOnce)
	assert.Equal(t, 50, p.station.Queue(), "at midnight")
	assert.Equal(t, int64(32322), minutes(sim.Time(books.QueueArea)))
	assert.Equal(t, int64(190*15), minutes(sim.Time(books.BusyArea)), "what was started was finished")
	assert.Equal(t, int64(6*12*60), minutes(sim.Time(books.StaffedArea)))
}

// Three stages with no room between, five customers by hand:
// C[j,k] = max(D[j,k-1], D[j-1,k]) + p, D[j,k] = max(C[j,k], D[j-1,k+1]).
func TestAServerThatCannotHandOnIsBlocked(t *testing.T) {
	serve := [5][3]sim.Time{{4, 6, 3}, {5, 2, 7}, {3, 3, 3}, {6, 1, 4}, {2, 5, 2}}
	var finish, leave [5][3]int64
	c := newChain(0, 0)
	c.service = func(who int32, stage int) sim.Time { return serve[who][stage] * sim.Minute }
	c.finished = func(who int32, stage int, now sim.Time) { finish[who][stage] = minutes(now) }
	c.left = func(who int32, stage int, now sim.Time) { leave[who][stage] = minutes(now) }
	for who := range int32(5) {
		c.join(who, 0, 0)
	}
	c.run(sim.Day)

	assert.Equal(t, [5][3]int64{{4, 10, 13}, {9, 12, 20}, {13, 16, 23}, {19, 21, 27}, {22, 28, 30}}, finish)
	assert.Equal(t, [5][3]int64{{4, 10, 13}, {10, 13, 20}, {13, 20, 23}, {20, 23, 27}, {23, 28, 30}}, leave)
	var blocked, busy int64
	for _, st := range c.stations {
		books := st.Books(30 * sim.Minute)
		blocked += minutes(sim.Time(books.BlockedArea))
		busy += minutes(sim.Time(books.BusyArea))
	}
	assert.Equal(t, int64(10), blocked)
	assert.Equal(t, int64(56), busy, "all service times, and nothing else")
}
