package study

import (
	"sync/atomic"

	"hanhlang/corridors/journey"
)

// Effort counts what was played for an answer: replications, mirrored ones and trials of assumptions included, and their events.
// What was kept and not played again is not in it, and neither is a run that came to a halt. A nil Effort counts nothing.
type Effort struct{ runs, events atomic.Int64 }

// played notes a run that has come to its end; any worker may call it.
func (e *Effort) played(o *journey.Outcome) {
	if e == nil || o == nil {
		return
	}
	e.runs.Add(1)
	e.events.Add(o.Events)
}

// Runs is how many replications were played.
func (e *Effort) Runs() int64 { return e.runs.Load() }

// Events is how many events of the model they had: see journey.Outcome.Events.
func (e *Effort) Events() int64 { return e.events.Load() }
