package study

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios"
)

// TestStudyStopsSoonAfterItIsCancelled: before it starts, in the middle of the grid, and while it
// varies assumptions; two seconds are what a person at the keyboard is promised.
func TestStudyStopsSoonAfterItIsCancelled(t *testing.T) {
	s, err := scenarios.LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(t, err)
	short := digitalVersusPaper(t, mixed())
	for title, test := range map[string]struct {
		study *scenarios.Study
		after int
	}{
		"before it starts": {s, 0}, "in the grid": {s, 1}, "in the screening": {short, 5*2 + 2},
	} {
		ctx, cancel := context.WithCancel(context.Background())
		stopped := time.Now()
		o := Options{Seed: 1, Replications: 2, Workers: 2, Progress: func(done, _ int) {
			if done == test.after {
				stopped = time.Now()
				cancel()
			}
		}}
		if test.after == 0 {
			cancel()
		}
		c, err := Run(ctx, test.study, o)
		require.ErrorIs(t, err, context.Canceled, title)
		assert.Nil(t, c)
		assert.Less(t, time.Since(stopped), 2*time.Second, title)
		cancel()
	}
}
