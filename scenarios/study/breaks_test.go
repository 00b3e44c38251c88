package study

import "testing"

// TestScannerOutagesAreWhiteAndChristies is reference case P40: a Markov chain in random surroundings, solved by
// matrix-geometric methods.
func TestScannerOutagesAreWhiteAndChristies(t *testing.T) {
	if testing.Short() {
		t.Skip("5 million trucks")
	}
	accept(t, tableOf(t, "reference/p40-scanner-outages", 40), []expected{
		{"border_time_h", 60, 48.6868686869, 1.72},
		{"trucks_per_day", 1.0 / 24, 3, 5},
		{lane + "available_share", 1, 0.909090909091, 5},
	})
}
