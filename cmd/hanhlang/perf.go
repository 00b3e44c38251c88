package main

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/scenarios/study"
)

// spent is what an answer took: from the models being built to the statistics of all replications, without the start of the process,
// the reading of files and the printing.
type spent struct {
	effort *study.Effort
	wall   time.Duration
}

// measured runs a study and measures what it takes.
func measured(ctx context.Context, s *scenarios.Study, o study.Options) (*report.Comparison, spent, error) {
	o.Effort = &study.Effort{}
	began := time.Now()
	c, err := study.Run(ctx, s, o)
	return c, spent{effort: o.Effort, wall: time.Since(began)}, err
}

// performance is the line of --perf.
type performance struct {
	ModelEvents  int64   `json:"model_events"` // arrivals, and ends of services and drives
	WallSeconds  float64 `json:"wall_s"`
	Replications int64   `json:"replications"` // played, of all alternatives, with trials of assumptions
	Workers      int     `json:"workers"`      // at most so many at a time
}

// tellSpent prints what the answer took as a line of JSON on stderr, if the user wants to know. It stands alone on its line, so that a
// program finds it among notes.
func (d *desk) tellSpent(cmd *cobra.Command, found *answer, workers int) error {
	if wanted, _ := cmd.Flags().GetBool("perf"); !wanted || found.spent == nil {
		return nil
	}
	line, err := json.Marshal(performance{
		ModelEvents: found.spent.effort.Events(), WallSeconds: found.spent.wall.Seconds(), Replications: found.spent.effort.Runs(), Workers: workers,
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(d.errs, string(line))
	return nil
}
