package sim_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim"
)

func TestAFullSpaceMakesWait(t *testing.T) {
	space := sim.NewSlots(2)
	assert.True(t, space.Take(1, 0))
	assert.True(t, space.Take(2, 0))
	assert.False(t, space.Take(3, 0))
	assert.Equal(t, []int{2, 0, 1}, []int{space.Size(), space.Room(), space.Queue()})
}

func TestAFreedSlotGoesToTheFirstInLine(t *testing.T) {
	space := sim.NewSlots(1)
	space.Take(1, 0)
	space.Take(2, 10)
	space.Take(3, 20)
	who, granted := space.Free(30)
	assert.True(t, granted)
	assert.Equal(t, int32(2), who)
	assert.False(t, space.Take(4, 30), "the slot was never free in between")
	who, _ = space.Free(40)
	assert.Equal(t, int32(3), who)
	who, _ = space.Free(45)
	assert.Equal(t, int32(4), who)
	_, granted = space.Free(50)
	assert.False(t, granted)

	assert.Equal(t, sim.SpaceBooks{
		From: 0, To: 100,
		TakenArea: 50,
		QueueArea: 20 + 20 + 15,
		Waits:     20 + 20 + 15,
		Asked:     4, Granted: 4, Freed: 4,
		MostTaken: 1, LongestQueue: 2,
	}, space.Books(100))
}

func TestAWindowOfASpaceKeepsWhoIsThere(t *testing.T) {
	space := sim.NewSlots(1)
	space.Take(1, 0)
	space.Take(2, 10)
	space.Mark(30)
	space.Take(3, 35)
	space.Free(50)
	assert.Equal(t, sim.SpaceBooks{
		From: 30, To: 60,
		TakenArea: 30,
		QueueArea: 5 + 2*15 + 10,
		Waits:     40, // customer 2, from 10 to 50
		Carried:   20, // customer 2 at 30
		Waiting:   25, // customer 3 at 60
		Asked:     1, Granted: 1, Freed: 1,
		MostTaken: 1, LongestQueue: 2,
	}, space.Books(60))
}

func TestWaitsForSlotsAddUpToTheAreaUnderTheirQueue(t *testing.T) {
	luck := rand.New(rand.NewPCG(20250618, 4))
	space, now := sim.NewSlots(3), sim.Time(0)
	for who := range int32(5000) {
		now += sim.Time(luck.IntN(100))
		if luck.IntN(2) == 0 {
			space.Take(who, now)
		} else if space.Room() < space.Size() {
			space.Free(now)
		}
		if who == 2000 {
			space.Mark(now)
		}
		books := space.Books(now)
		require.Equal(t, books.QueueArea, int64(books.Waits-books.Carried+books.Waiting))
	}
}

func TestResetEmptiesTheSpace(t *testing.T) {
	space := sim.NewSlots(1)
	space.Take(1, 5)
	space.Take(2, 5)
	space.Mark(8)
	space.Reset()
	assert.Equal(t, sim.NewSlots(1).Books(10), space.Books(10))
	assert.Equal(t, []int{1, 0}, []int{space.Room(), space.Queue()})
}

func TestASpaceHasAtLeastOneSlot(t *testing.T) {
	assert.Panics(t, func() { sim.NewSlots(0) })
	assert.Panics(t, func() { sim.NewSlots(-1) })
	assert.Panics(t, func() { sim.NewSlots(1).Free(0) }, "nothing is taken")
}
