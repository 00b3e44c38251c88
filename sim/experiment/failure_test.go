package experiment

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPanicComesBackWithItsReplication(t *testing.T) {
	for workers := 1; workers <= 8; workers++ {
		run := func(_ context.Context, _ struct{}, r int) (int, error) {
			if r == 17 {
				panic("truck 4 is in two places")
			}
			return r, nil
		}
		got, err := Replicate(t.Context(), Plan{Replications: 40, Workers: workers, First: 10}, noArena, run, nil)
		require.EqualError(t, err, "replication 17: panic: truck 4 is in two places")
		assert.Equal(t, []int{10, 11, 12, 13, 14, 15, 16}, got)
		var failure *Failure
		require.ErrorAs(t, err, &failure)
		assert.Equal(t, 17, failure.Replication)
		assert.Contains(t, string(failure.Stack), "TestPanicComesBackWithItsReplication")
	}
}

func TestPanicWithAnErrorKeepsIt(t *testing.T) {
	run := func(_ context.Context, _ struct{}, _ int) (int, error) {
		var trucks []int
		return trucks[3], nil
	}
	_, err := Replicate(t.Context(), Plan{Replications: 2}, noArena, run, nil)
	var out runtime.Error
	require.ErrorAs(t, err, &out)
	assert.True(t, strings.HasPrefix(err.Error(), "replication 0: panic: runtime error: index out of range"))
}

func TestPanicOfNewWorkerComesBack(t *testing.T) {
	newWorker := func() int { panic("no room") }
	run := func(_ context.Context, _, r int) (int, error) { return r, nil }
	got, err := Replicate(t.Context(), Plan{Replications: 8, Workers: 4}, newWorker, run, nil)
	assert.Empty(t, got)
	assert.EqualError(t, err, "replication 0: panic: no room")
}

func TestLowestFailureIsReportedForAnyNumberOfWorkers(t *testing.T) {
	sooner := func(r int) time.Duration { return time.Duration(100-r) * time.Millisecond }
	later := func(r int) time.Duration { return time.Duration(100+r) * time.Millisecond }
	for _, nap := range []func(int) time.Duration{sooner, later} {
		for workers := 1; workers <= 8; workers++ {
			synctest.Test(t, func(t *testing.T) {
				run := func(_ context.Context, _ struct{}, r int) (int, error) {
					if r >= 5 {
						time.Sleep(nap(r))
						return 0, fmt.Errorf("no gate for truck %d", r)
					}
					time.Sleep(time.Second)
					return r, nil
				}
				got, err := Replicate(t.Context(), Plan{Replications: 40, Workers: workers}, noArena, run, nil)
				assert.EqualError(t, err, "replication 5: no gate for truck 5", "%d workers", workers)
				assert.Equal(t, []int{0, 1, 2, 3, 4}, got)
			})
		}
	}
}

func TestFailureDuringACancelIsNotLost(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	broken := errors.New("ledger does not close")
	run := func(context.Context, struct{}, int) (int, error) { cancel(); return 0, broken }
	got, err := Replicate(ctx, Plan{Replications: 2, Workers: 1}, noArena, run, nil)
	assert.Empty(t, got)
	assert.ErrorIs(t, err, broken)
}

func TestNoReplicationBeginsAfterAFailure(t *testing.T) {
	var begun atomic.Int64
	run := func(context.Context, struct{}, int) (int, error) {
		begun.Add(1)
		return 0, errors.New("broken")
	}
	_, err := Replicate(t.Context(), Plan{Replications: 100000, Workers: 2}, noArena, run, nil)
	require.EqualError(t, err, "replication 0: broken")
	assert.LessOrEqual(t, begun.Load(), int64(2), "one per worker at most")
}

func TestReplicationThatEndsItsGoroutineIsAFailure(t *testing.T) {
	run := func(_ context.Context, _ struct{}, r int) (int, error) {
		if r == 1 {
			runtime.Goexit()
		}
		return r, nil
	}
	got, err := Replicate(t.Context(), Plan{Replications: 3, Workers: 1}, noArena, run, nil)
	assert.Equal(t, []int{0}, got)
	assert.EqualError(t, err, "replication 1: its goroutine ended without a result")
}
