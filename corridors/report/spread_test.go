package report

import (
	"strconv"
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

// Of more alternatives than a reader tells apart in a figure, those of the headline are drawn, and the table has all.
func TestSpreadDrawsWhatCanBeToldApart(t *testing.T) {
	c := reported()
	for i := range 40 {
		more := c.Alternatives[0]
		more.Name = "more-" + strconv.Itoa(i)
		c.Alternatives = append(c.Alternatives, more)
	}
	l := inEnglish(t, c)
	assert.Len(t, l.spread().table.rows, 45)
	assert.Contains(t, l.spreadPicture().caption, "The table has all 45 alternatives.")
	svg := l.spreadPicture().draw().SVG("a", "b", "c")
	assert.Contains(t, svg, "digital-two-way")
	assert.NotContains(t, svg, "more-")
	c.Differences = nil
	l = inEnglish(t, c)
	svg = l.spreadPicture().draw().SVG("a", "b", "c")
	assert.Contains(t, svg, "more-1<", "the first seven where nothing is compared")
	assert.NotContains(t, svg, "more-2<")
}
