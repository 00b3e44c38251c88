package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios"
	"hanhlang/sim/experiment"
)

// TestOneStopSavesWhatTheoryGives is reference case P37: two M/M/1 in a row against M/E2/2 (matrix-geometric)
// and M/M/2, each alternative and the paired saving. The two officers are counted once.
func TestOneStopSavesWhatTheoryGives(t *testing.T) {
	if testing.Short() {
		t.Skip("6 million trucks")
	}
	s, err := scenarios.LoadStudy("reference/p37-one-stop", nil)
	require.NoError(t, err)
	a := &answer{study: s, options: Options{Seed: 20250618, Replications: s.Replications}}
	play(t, a)
	const two, both, joint = 72.0, 35.5112123336, 16.0 // [min]
	for i, e := range []expected{{"border_time_h", 60, two, 1.32}, {"border_time_h", 60, both, 1.37}, {"border_time_h", 60, joint, 0.62}} {
		accept(t, a.tables[i], []expected{e})
	}
	for i, saving := range []float64{36.4887876664, 56} {
		before, after := a.tables[0].Values("border_time_h"), a.tables[i+1].Values("border_time_h")
		minutes := make([]float64, len(before))
		for r := range before {
			minutes[r] = 60 * (before[r] - after[r])
		}
		verdict := experiment.Accept(saving, minutes, 0.05*saving)
		assert.True(t, verdict.Accepted, "saving %v: %+v", saving, verdict)
	}
}
