package study

import "testing"

// TestLaterOfTwoChecksLetsTheTruckGo is reference case P38: the mean of the greater of two exponential times.
func TestLaterOfTwoChecksLetsTheTruckGo(t *testing.T) {
	if testing.Short() {
		t.Skip("640,000 trucks")
	}
	table := tableOf(t, "reference/p38-parallel-checks", 40)
	accept(t, table, []expected{
		{"border_time_h", 1, 6.125, 0.36},
		{"stage.exit post/papers.last_share", 1, 0.375, 0.54},
		{"stage.exit post/papers.time_h", 1, 3, 5},
		{"stage.exit post/inspection.time_h", 1, 5, 5},
		{"trucks_per_day", 1.0 / 24, 4, 5},
	})
}
