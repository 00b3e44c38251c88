package experiment

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleReplicate() {
	type arena struct{ waits []float64 } // memory that a worker uses again
	newArena := func() *arena { return &arena{} }
	run := func(_ context.Context, a *arena, replication int) (float64, error) {
		random := rand.New(rand.NewPCG(20250618, uint64(replication)))
		a.waits = a.waits[:0]
		for range 100 {
			a.waits = append(a.waits, 40*random.ExpFloat64())
		}
		sum := 0.0
		for _, wait := range a.waits {
			sum += wait
		}
		return sum / 100, nil
	}
	means, err := Replicate(context.Background(), Plan{Replications: 3}, newArena, run, nil)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(len(means), "means in replication order")
	// Output: 3 means in replication order
}

func noArena() struct{} { return struct{}{} }

func TestResultsAreTheSameForAnyNumberOfWorkers(t *testing.T) {
	const replications = 40
	run := func(_ context.Context, _ struct{}, replication int) (float64, error) {
		// The nap differs from call to call, so replications finish in ever new orders.
		time.Sleep(time.Duration(rand.IntN(1000)) * time.Microsecond)
		return busyLane.meanWait(luck(1, replication)), nil
	}
	want := make([]float64, replications)
	for r := range want {
		want[r] = busyLane.meanWait(luck(1, r))
	}
	for workers := range 9 { // 0 takes one per processor
		synctest.Test(t, func(t *testing.T) {
			got, err := Replicate(t.Context(), Plan{Replications: replications, Workers: workers}, noArena, run, nil)
			require.NoError(t, err)
			assert.Equal(t, want, got, "%d workers", workers)
		})
	}
}

func TestExtendedExperimentEqualsTheWhole(t *testing.T) {
	run := func(_ context.Context, _ struct{}, replication int) (float64, error) {
		return busyLane.meanWait(luck(2, replication)), nil
	}
	whole, err := Replicate(t.Context(), Plan{Replications: 50}, noArena, run, nil)
	require.NoError(t, err)
	first, err := Replicate(t.Context(), Plan{Replications: 30}, noArena, run, nil)
	require.NoError(t, err)
	rest, err := Replicate(t.Context(), Plan{Replications: 20, First: 30}, noArena, run, nil)
	require.NoError(t, err)
	assert.Equal(t, whole, append(first, rest...))
}

func TestEachWorkerHasOneArenaOfItsOwn(t *testing.T) {
	type arena struct {
		inUse atomic.Bool
		runs  int
	}
	var made atomic.Int64
	newArena := func() *arena { made.Add(1); return &arena{} }
	run := func(_ context.Context, a *arena, _ int) (int, error) {
		if a.inUse.Swap(true) {
			return 0, errors.New("arena in use")
		}
		defer a.inUse.Store(false)
		time.Sleep(time.Millisecond)
		a.runs++ // a race if two workers shared it
		return a.runs, nil
	}
	synctest.Test(t, func(t *testing.T) {
		runs, err := Replicate(t.Context(), Plan{Replications: 40, Workers: 4}, newArena, run, nil)
		require.NoError(t, err)
		assert.Equal(t, int64(4), made.Load())
		assert.Equal(t, 10, runs[39], "each arena is used again and again")
	})
}

func TestWorkersAreCappedToReplications(t *testing.T) {
	var made atomic.Int64
	newArena := func() int { return int(made.Add(1)) }
	run := func(context.Context, int, int) (int, error) { time.Sleep(time.Second); return 0, nil }
	synctest.Test(t, func(t *testing.T) {
		_, err := Replicate(t.Context(), Plan{Replications: 3, Workers: 64}, newArena, run, nil)
		require.NoError(t, err)
		assert.Equal(t, int64(3), made.Load())
	})
}

func TestProgressCountsEveryReplicationOnce(t *testing.T) {
	var counts []int // a race unless progress has one goroutine
	progress := func(done int) { counts = append(counts, done) }
	run := func(_ context.Context, _ struct{}, r int) (int, error) { return r, nil }
	_, err := Replicate(t.Context(), Plan{Replications: 100, Workers: 8}, noArena, run, progress)
	require.NoError(t, err)
	require.Len(t, counts, 100)
	for i, done := range counts {
		require.Equal(t, i+1, done)
	}
}

func TestCancelReturnsAtOnceWithTheLeadingReplications(t *testing.T) {
	for workers := 1; workers <= 8; workers++ {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			start := time.Now()
			run := func(ctx context.Context, _ struct{}, r int) (int, error) {
				select {
				case <-time.After(time.Duration(1+r%3) * time.Second):
					return r, nil
				case <-ctx.Done():
					return 0, ctx.Err()
				}
			}
			time.AfterFunc(4500*time.Millisecond, cancel)
			got, err := Replicate(ctx, Plan{Replications: 1000, Workers: workers}, noArena, run, nil)
			assert.Equal(t, 4500*time.Millisecond, time.Since(start), "no wait beyond the cancel")
			var stopped *Stopped
			require.ErrorAs(t, err, &stopped)
			require.ErrorIs(t, err, context.Canceled)
			assert.Equal(t, Stopped{Finished: len(got), Asked: 1000, Cause: context.Canceled}, *stopped)
			assert.NotEmpty(t, got)
			for r, result := range got {
				assert.Equal(t, r, result, "no gap")
			}
		})
	}
}

func TestCancelledGapHidesWhatCameAfterIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		run := func(ctx context.Context, _ struct{}, r int) (int, error) {
			if r == 2 { // longer than all others together
				<-ctx.Done()
				return 0, context.Cause(ctx)
			}
			return r, nil
		}
		done := 0
		progress := func(n int) {
			if done = n; n == 9 {
				cancel()
			}
		}
		got, err := Replicate(ctx, Plan{Replications: 10, Workers: 2}, noArena, run, progress)
		assert.Equal(t, []int{0, 1}, got)
		assert.EqualError(t, err, "stopped after 2 of 10 replications: context canceled")
		assert.Equal(t, 9, done)
	})
}

func TestDeadlineStopsToo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		run := func(ctx context.Context, _ struct{}, _ int) (int, error) {
			<-ctx.Done()
			return 0, fmt.Errorf("at truck 17: %w", ctx.Err())
		}
		got, err := Replicate(ctx, Plan{Replications: 5, Workers: 2}, noArena, run, nil)
		assert.Empty(t, got)
		assert.ErrorIs(t, err, context.DeadlineExceeded)
	})
}

func TestCancelAfterTheLastReplicationIsNoError(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	progress := func(done int) {
		if done == 3 {
			cancel()
		}
	}
	run := func(_ context.Context, _ struct{}, r int) (int, error) { return r, nil }
	got, err := Replicate(ctx, Plan{Replications: 3, Workers: 1}, noArena, run, progress)
	require.NoError(t, err)
	assert.Equal(t, []int{0, 1, 2}, got)
}

func TestCancelledBeforeTheStartRunsNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	run := func(context.Context, struct{}, int) (int, error) { panic("run") }
	got, err := Replicate(ctx, Plan{Replications: 3}, noArena, run, nil)
	assert.Empty(t, got)
	assert.EqualError(t, err, "stopped after 0 of 3 replications: context canceled")
}

func TestPlanWithoutReplicationsRunsNothing(t *testing.T) {
	run := func(context.Context, struct{}, int) (int, error) { panic("run") }
	got, err := Replicate(t.Context(), Plan{}, noArena, run, nil)
	require.NoError(t, err)
	assert.Empty(t, got)
}

func TestPlanWithNegativeNumbersIsAnError(t *testing.T) {
	run := func(context.Context, struct{}, int) (int, error) { panic("run") }
	for _, plan := range []Plan{{Replications: -1}, {Replications: 1, Workers: -1}, {Replications: 1, First: -1}} {
		_, err := Replicate(t.Context(), plan, noArena, run, nil)
		assert.ErrorContains(t, err, "want no negative number")
	}
}

// A replication here is 10000 trucks, some 0.2 ms.
func BenchmarkReplicate(b *testing.B) {
	long := busyLane
	long.trucks = 10000
	run := func(_ context.Context, _ struct{}, r int) (float64, error) { return long.meanWait(luck(1, r)), nil }
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			_, err := Replicate(b.Context(), Plan{Replications: b.N, Workers: workers}, noArena, run, nil)
			require.NoError(b, err)
		})
	}
}
