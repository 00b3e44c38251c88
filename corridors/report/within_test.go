package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/report/indicators"
)

// TestChannelsAreShownByTheirTargets: by hand, 90 of 100 trucks of the green channel are out within a day, five more within two, five later.
func TestChannelsAreShownByTheirTargets(t *testing.T) {
	l := layout{Comparison: reported(), speaker: english(t)}
	groups := l.withinGroups(postRows(l.watched()))
	require.Len(t, groups, 1)
	assert.Equal(t, "Lao Bảo, exit", groups[0].Name)
	bars := map[string]chart.Bar{}
	for _, b := range groups[0].Bars {
		bars[b.Name] = b
	}
	green := bars["green · paper-two-way"]
	require.Len(t, green.Parts, 3)
	for i, want := range []float64{90, 5, 5} {
		assert.InDelta(t, want, green.Parts[i], 1e-9)
	}
	assert.Equal(t, "90.0 %", green.Total)
	assert.Equal(t, []string{"65.0 %", "30.0 %", "5.0 %"}, bars["yellow · digital-two-way"].Tips)
	assert.Contains(t, bars, "red · digital-two-way")

	s := l.within()
	assert.True(t, s.long, "it is for files")
	assert.Equal(t, "Lao Bảo, exit", s.table.rows[0].span)
	text := Markdown(reported(), english(t))
	part := text[strings.Index(text, "Share within the targets by channel"):]
	assert.Regexp(t, `green, 24 h \| 90\.0.+\[89\.0, 91\.0\]`, strings.ReplaceAll(part, glue, " "))
	assert.NotContains(t, Text(reported(), english(t), 100), "Share within the targets")
}

// Nothing is drawn of what was not observed, and of an alternative without the post.
func TestChannelsThatWereNotObservedAreNotShown(t *testing.T) {
	assert.Empty(t, layout{Comparison: single(), speaker: english(t)}.within().heading)
	c := reported()
	for i := range c.Alternatives {
		c.Alternatives[i].Indicators.TRS = nil
	}
	assert.Empty(t, layout{Comparison: c, speaker: english(t)}.within().heading)
	bar, there := layout{Comparison: reported(), speaker: english(t)}.withinBar(c.Alternatives[0], indicators.TRS{Channel: "red", Limits: []indicators.Limit{{Name: "24 h", Hours: 24}}})
	assert.False(t, there)
	assert.Empty(t, bar.Parts)
}

// TestLimitsGoFromTheShortest, wherever the scenario's own stand.
func TestLimitsGoFromTheShortest(t *testing.T) {
	var names []string
	for _, l := range byHours(indicators.TRS{Limits: []indicators.Limit{{Name: "24 h", Hours: 24}, {Name: "48 h", Hours: 48}, {Name: "soon", Hours: 4}}}) {
		names = append(names, l.Name)
	}
	assert.Equal(t, []string{"soon", "24 h", "48 h"}, names)
}
