package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"hanhlang/corridors/words"
)

// patience is how long a command that was told to stop may take to end by itself; the promise to the user is two seconds.
const patience = 1500 * time.Millisecond

// interruption is the reason of a context that a signal cancelled.
type interruption struct{ signal os.Signal }

// Error names the signal.
func (i interruption) Error() string { return i.signal.String() }

// code is 128 plus the number of the signal.
func (i interruption) code() int {
	if number, ok := i.signal.(syscall.Signal); ok {
		return 128 + int(number)
	}
	return 128 + int(syscall.SIGINT)
}

// heed gives a context that the first signal cancels. When the command does not end in time after it, or at the second signal, the process ends.
func (d *desk) heed() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) { // nohup: the user wants the run to outlive the terminal
		signal.Notify(signals, syscall.SIGHUP)
	}
	done := make(chan struct{})
	go func() {
		select {
		case first := <-signals:
			cancel(interruption{first})
			d.hurry(interruption{first}, signals, done)
		case <-done:
		}
	}()
	return ctx, func() { signal.Stop(signals); close(done) }
}

// hurry ends the process when the command does not end by itself.
func (d *desk) hurry(first interruption, signals <-chan os.Signal, done <-chan struct{}) {
	select {
	case second := <-signals:
		os.Exit(interruption{second}.code())
	case <-time.After(patience):
		d.farewell(first)
		os.Exit(first.code())
	case <-done:
	}
}

// farewell says how far the work came and what of it is kept. Where nothing is, the same seed gives the same figures again.
func (d *desk) farewell(stopped interruption) {
	d.goodbye.Do(func() {
		done, total := d.count.read()
		if total == 0 {
			d.note(words.Say("cmd.stopped.early", "signal", stopped.Error()))
			return
		}
		if k := d.kept.Load(); k != nil && k.log.Kept() > 0 {
			kept := min(int64(k.log.Kept()), total)
			d.note(words.Say("cmd.stopped.kept", "signal", stopped.Error(), "done", kept, "total", total, "path", k.place.path))
			fmt.Fprintln(d.errs, "   "+d.text(words.Say("cmd.stopped.resume", "command", k.again)))
			return
		}
		d.note(words.Say("cmd.stopped", "signal", stopped.Error(), "done", done, "total", total))
	})
}
