package sim_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim"
)

// TestASampleIsExactWhileItIsSmallAndCloseWhenItIsLarge: against all times in order.
func TestASampleIsExactWhileItIsSmallAndCloseWhenItIsLarge(t *testing.T) {
	luck := rand.New(rand.NewPCG(3, 4))
	shapes := map[string]func() sim.Time{
		"hours":        func() sim.Time { return sim.FromSeconds(3600 * luck.ExpFloat64()) },
		"a few ticks":  func() sim.Time { return sim.Time(luck.IntN(3000)) },
		"all lengths":  func() sim.Time { return sim.Time(luck.Uint64()>>(1+luck.IntN(62))) >> 20 },
		"the same one": func() sim.Time { return 7 * sim.Minute },
	}
	for name, draw := range shapes {
		for _, n := range []int{1, 2, 99, 1000, 65_536, 65_537, 300_000} {
			var s sim.Sample
			s.Watch(sim.Hour)
			s.Watch(1000)
			var all []sim.Time
			var sum sim.Time
			for range n {
				d := draw()
				s.Add(d)
				all, sum = append(all, d), sum+d
			}
			slices.Sort(all)
			require.Equal(t, n, s.Len())
			require.Equal(t, sum, s.Sum())
			for _, limit := range []sim.Time{sim.Hour, 1000} {
				up, _ := slices.BinarySearch(all, limit+1)
				require.Equal(t, up, s.UpTo(limit), "%s, %d", name, n)
			}
			for _, percent := range []int{0, 1, 50, 90, 95, 99, 100} {
				want := all[max(0, (percent*n+99)/100-1)]
				got, ok := s.Quantile(percent)
				require.True(t, ok)
				if n <= 65_536 {
					require.Equal(t, want, got, "%s, %d times, %d %%", name, n, percent)
				}
				require.InDelta(t, float64(want), float64(got), float64(want)/2048, "%s, %d times, %d %%", name, n, percent)
			}
		}
	}
}

func TestASampleIsUsedAgain(t *testing.T) {
	var s sim.Sample
	_, ok := s.Quantile(50)
	assert.False(t, ok, "nothing has no middle")
	s.Watch(5)
	s.Watch(5)
	fill := func(n int) {
		s.Reset()
		for i := range n {
			s.Add(sim.Time(i))
		}
	}
	fill(70_000)
	assert.Equal(t, 6, s.UpTo(5))
	fill(10)
	assert.Equal(t, 10, s.Len())
	assert.Equal(t, sim.Time(45), s.Sum())
	assert.Equal(t, 6, s.UpTo(5))
	last, _ := s.Quantile(100)
	assert.Equal(t, sim.Time(9), last)
	fill(70_000)
	assert.Equal(t, 6, s.UpTo(5), "what was counted before is forgotten")
	fill(70_000)
	assert.Zero(t, testing.AllocsPerRun(1, func() { fill(70_000) }))
}

func TestASampleRefusesWhatIsNoTime(t *testing.T) {
	var s sim.Sample
	assert.Panics(t, func() { s.Add(-1) })
	s.Add(1)
	assert.Panics(t, func() { s.Watch(5) })
	assert.Panics(t, func() { s.UpTo(5) })
}
