package main

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"

	"hanhlang/corridors/words"
)

const (
	redraw = 100 * time.Millisecond // of the bar on a terminal
	retell = 3 * time.Second        // of the plain lines elsewhere
)

// tally counts the replications that are finished; the workers write it and one ticker reads it.
type tally struct{ done, total atomic.Int64 }

// set has the signature that a run reports with.
func (t *tally) set(done, total int) {
	t.total.Store(int64(total))
	t.done.Store(int64(done))
}

func (t *tally) read() (done, total int64) { return t.done.Load(), t.total.Load() }

// follow shows the tally on stderr until the function it returns is called, which takes the bar away again:
// a bar on a terminal, a plain line every few seconds elsewhere, nothing when the user wants none.
func (d *desk) follow(silent bool) (finish func()) {
	switch {
	case silent:
		return func() {}
	case d.watched:
		b := &bar{errs: d.errs, label: d.text(words.Say("cmd.progress.label")), count: &d.count}
		return every(redraw, b.draw, b.clear)
	}
	return every(retell, d.line, func() {})
}

// every calls draw at each tick from one goroutine; the function it returns waits for that goroutine and calls last.
func every(tick time.Duration, draw, last func()) (finish func()) {
	stop, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		ticker := time.NewTicker(tick)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				draw()
			case <-stop:
				return
			}
		}
	}()
	return func() { close(stop); <-ended; last() }
}

// line reports progress where a line cannot be drawn over.
func (d *desk) line() {
	if done, total := d.count.read(); total > 0 {
		d.note(words.Say("cmd.progress", "done", done, "total", total))
	}
}

// bar is the progress bar of a terminal. It exists from the first tick at which the amount of work is known.
type bar struct {
	errs  io.Writer
	label string
	count *tally
	drawn *progressbar.ProgressBar
}

func (b *bar) draw() {
	done, total := b.count.read()
	if total == 0 {
		return
	}
	if b.drawn == nil {
		b.drawn = progressbar.NewOptions64(total,
			progressbar.OptionSetWriter(b.errs), progressbar.OptionSetDescription(b.label), progressbar.OptionShowCount(),
			progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish())
	}
	if b.drawn.GetMax64() != total {
		b.drawn.ChangeMax64(total)
	}
	// A bar that cannot be drawn is no reason to stop the run.
	_ = b.drawn.Set64(min(done, total))
}

func (b *bar) clear() {
	if b.drawn == nil {
		return
	}
	if err := b.drawn.Clear(); err != nil {
		fmt.Fprintln(b.errs)
	}
}
