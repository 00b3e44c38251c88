package stat

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleLevel() {
	var queue Level // ticks are minutes here
	queue.Change(10, +1)
	queue.Change(20, +1)
	queue.Change(50, -2)
	average, _ := queue.Average(100)
	fmt.Printf("%d truck-minutes, %.1f trucks on average, at most %d\n", queue.Area(100), average, queue.Peak())
	// Output: 70 truck-minutes, 0.7 trucks on average, at most 2
}

// The trace is ten trucks at one lane, by hand (Lindley 1952): they wait 43 minutes in all and
// the last leaves at minute 55.
func TestAreaOfTheQueueIsTheSumOfWaits(t *testing.T) {
	arrivals := []int64{0, 4, 5, 11, 12, 13, 30, 31, 45, 46}
	waits := []int64{0, 2, 4, 5, 6, 10, 0, 9, 0, 7}
	var queue Level
	for minute := range int64(55) {
		for i, at := range arrivals {
			if at == minute {
				queue.Change(minute, +1)
			}
			if at+waits[i] == minute {
				queue.Change(minute, -1)
			}
		}
	}
	assert.Equal(t, int64(43), queue.Area(55))
	average, ok := queue.Average(55)
	known(t, 43.0/55, average, ok)
}

func TestLevelAgreesWithASumOverTicks(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var level Level
	var area int64
	for tick := range int64(5000) {
		if random.IntN(3) == 0 {
			level.Set(tick, random.IntN(9))
		}
		if tick == 1000 {
			level.Mark(tick)
			area = 0
		}
		area += int64(level.Level())
	}
	assert.Equal(t, area, level.Area(5000))
	assert.Equal(t, int64(4000), level.Window(5000))
}

func TestMarkKeepsTheLevelAndForgetsItsPast(t *testing.T) {
	var level Level
	level.Set(0, 9)
	level.Set(5, 4)
	level.Mark(10)
	assert.Equal(t, 4, level.Level())
	assert.Equal(t, 4, level.Peak())
	assert.Zero(t, level.Area(10))
	assert.Equal(t, int64(12), level.Area(13))
}

func TestAverageOverNoTimeIsMissing(t *testing.T) {
	var level Level
	level.Mark(7)
	_, ok := level.Average(7)
	assert.False(t, ok)
}

func TestPeakCountsALevelThatLastedNoTime(t *testing.T) {
	var level Level
	level.Set(3, 8)
	level.Set(3, 1)
	assert.Equal(t, 8, level.Peak())
}

func TestAreaReaches63BitsAndNotBeyond(t *testing.T) {
	var level Level
	level.Set(0, 1)
	assert.Equal(t, int64(math.MaxInt64), level.Area(math.MaxInt64))
	level.Set(1, 2)
	assert.Panics(t, func() { level.Area(math.MaxInt64) }, "the product is beyond 64 bits by the sum")
	level.Set(1, math.MaxInt)
	assert.Panics(t, func() { level.Area(1 << 40) }, "the product is beyond 64 bits")
}

func TestLevelRefusesBrokenBooks(t *testing.T) {
	var level Level
	level.Set(10, 1)
	assert.Panics(t, func() { level.Set(9, 1) }, "time runs backwards")
	assert.Panics(t, func() { level.Area(9) })
	assert.Panics(t, func() { level.Mark(9) })
	assert.Panics(t, func() { level.Change(11, -2) }, "below zero")
	require.Equal(t, 1, level.Level(), "a refused change changes nothing")
}

func BenchmarkLevel(b *testing.B) {
	var level Level
	for i := range b.N {
		level.Set(int64(i), i&15)
	}
}
