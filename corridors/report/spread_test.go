package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report/indicators"
	"hanhlang/sim/stat"
)

// TestSpreadTellsWhatItsFigureDraws: times in steps of a quarter of an hour from 0 to 25 h.
func TestSpreadTellsWhatItsFigureDraws(t *testing.T) {
	s := inEnglish(t, reported()).spread()
	require.Len(t, s.table.rows, 5)
	var heads, values []string
	for i, c := range s.table.columns[2:] {
		heads, values = append(heads, c.heading), append(values, s.table.rows[0].cells[i+2].value)
	}
	assert.Equal(t, []string{"min", "P5", "P10", "P25", "median", "P75", "P90", "P95", "max"}, heads)
	assert.Equal(t, []string{"0.0", "1.2", "2.5", "6.2", "12.5", "18.8", "22.5", "23.8", "25.0"}, values)
	assert.Equal(t, "paper-one-way", s.table.rows[0].cells[0].value)
}

// TestSpreadHasTheDigitsOfItsMedian, two at most, and is not there for what was not observed.
func TestSpreadHasTheDigitsOfItsMedian(t *testing.T) {
	var found indicators.TRS
	found.Quantiles = inventedQuantiles(1)
	for half, want := range map[float64]string{3: "6", 0.3: "6.2", 0.03: "6.25", 0.0003: "6.25"} {
		found.Median = stat.Interval{N: 10, Mean: 12, Lo: 12 - half, Hi: 12 + half}
		assert.Equal(t, want, spreadRow("a", found).cells[5].value)
	}
	assert.Empty(t, inEnglish(t, small()).spread().heading)
	c := reported()
	for i := range c.Alternatives {
		c.Alternatives[i].Indicators.TRS = nil
	}
	assert.Empty(t, inEnglish(t, c).spread().heading)
}
