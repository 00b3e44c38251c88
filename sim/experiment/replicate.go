package experiment

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
)

// Plan says which replications to run and with how many workers.
type Plan struct {
	Replications int // how many; 0 runs nothing
	Workers      int // at most; 0 takes one per processor; never more than there are replications
	First        int // number of the first: Plan{Replications: 20, First: 30} extends 30 to 50
}

// Replicate runs replications plan.First, plan.First+1, … in parallel and returns their results in
// that order, whatever the number of workers. Each worker makes one W by newWorker, before its
// first replication, and hands it to every run it does: a place for memory to be used again, which
// must not carry anything from one replication to the next. run must depend on the replication's
// number alone, and return soon, with ctx.Err(), once ctx is done. progress, unless nil, is called
// in the caller's goroutine with the number of replications done so far, from 1 up.
//
// With an error come the results of the replications before the first that is missing, so that
// len(results) leading replications can be repeated and trusted. They are never those that
// happened to finish first, which would favour short replications (Heidelberger 1988).
// The error is a *Failure if a replication failed or panicked: the lowest-numbered one of those
// that fail, for any number of workers; none is begun once it is known. It is a *Stopped if ctx
// ended first. It is of neither type if the plan has negative numbers.
func Replicate[W, R any](
	ctx context.Context,
	plan Plan,
	newWorker func() W,
	run func(ctx context.Context, worker W, replication int) (R, error),
	progress func(done int),
) ([]R, error) {
	if plan.Replications < 0 || plan.Workers < 0 || plan.First < 0 {
		return nil, fmt.Errorf("plan of %d replications from %d with %d workers: want no negative number",
			plan.Replications, plan.First, plan.Workers)
	}
	c := &crew[W, R]{plan: plan, newWorker: newWorker, run: run}
	c.outcomes = make(chan outcome[R], plan.Replications) // nobody ever waits to report
	c.begin(ctx)
	defer c.stop.Store(true)
	return c.gather(ctx, progress)
}

// crew is the workers of one Replicate and what they share.
type crew[W, R any] struct {
	plan      Plan
	newWorker func() W
	run       func(context.Context, W, int) (R, error)
	next      atomic.Int64 // place of the replication to take next
	stop      atomic.Bool  // take no more
	outcomes  chan outcome[R]
}

// outcome is what became of the replication at a place, counted from 0.
type outcome[R any] struct {
	place   int
	result  R
	failure *Failure
	stopped bool // it gave up because its context ended
}

func (c *crew[W, R]) begin(ctx context.Context) {
	workers := c.plan.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var busy sync.WaitGroup
	for range min(workers, c.plan.Replications) {
		busy.Go(func() { c.work(ctx) })
	}
	go func() {
		busy.Wait()
		close(c.outcomes)
	}()
}

// work takes places in ascending order and finishes each one it has taken. So when a replication
// fails, all before it have been taken and will report, and the lowest failure is certain.
func (c *crew[W, R]) work(ctx context.Context) {
	worker := sync.OnceValue(c.newWorker)
	for !c.stop.Load() && ctx.Err() == nil {
		place := int(c.next.Add(1)) - 1
		if place >= c.plan.Replications {
			return
		}
		out := c.attempt(ctx, worker, place)
		if out.failure != nil {
			c.stop.Store(true)
		}
		c.outcomes <- out
	}
}

func (c *crew[W, R]) attempt(ctx context.Context, worker func() W, place int) (out outcome[R]) {
	replication := c.plan.First + place
	out.place = place
	defer func() {
		if value := recover(); value != nil {
			out.failure = panicked(replication, value, debug.Stack())
		}
	}()
	result, err := c.run(ctx, worker(), replication)
	switch {
	case err == nil:
		out.result = result
	case ctx.Err() != nil && (errors.Is(err, ctx.Err()) || errors.Is(err, context.Cause(ctx))):
		out.stopped = true
	default:
		out.failure = &Failure{Replication: replication, Cause: err}
	}
	return out
}

// gather files the outcomes by place until the last worker has gone home.
func (c *crew[W, R]) gather(ctx context.Context, progress func(done int)) ([]R, error) {
	results := make([]R, c.plan.Replications)
	finished := make([]bool, c.plan.Replications)
	var first *Failure
	done := 0
	for out := range c.outcomes {
		switch {
		case out.stopped:
		case out.failure != nil:
			first = lower(first, out.failure)
		default:
			results[out.place], finished[out.place] = out.result, true
			done++
			if progress != nil {
				progress(done)
			}
		}
	}
	leading := slices.Index(finished, false)
	switch {
	case first != nil:
		return results[:leading], first
	case leading < 0:
		return results, nil
	case ctx.Err() != nil:
		return results[:leading], &Stopped{Finished: leading, Asked: c.plan.Replications, Cause: ctx.Err()}
	default:
		return results[:leading], &Failure{Replication: c.plan.First + leading, Cause: errNoResult}
	}
}
