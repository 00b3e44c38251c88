package report

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim/stat"
)

// bent is a study with a curve that meets one target, may meet another, and lies above a third; every number is invented.
func bent() Comparison {
	c := small()
	c.Study, c.Title, c.Question = "bent", "Invented curve", "Where does it pay?"
	c.Curves = []Curve{{
		Name: "east", Title: "Cost over the share of return loads", Over: "return_load_share", OverUnit: "share", Measure: "cost_per_tonne_usd", Unit: "USD/t",
		Points: []CurvePoint{
			{"before", stat.Interval{N: 50}, about(40, 0.2), true},
			{"after", about(0.5, 0.02), about(30, 0.3), false},
		},
		Meetings: []Meeting{
			{Alternative: "before", Measure: "cost_per_tonne_usd", Target: about(34.6, 0.1), At: about(0.27, 0.01), Asked: 50, Falls: 50},
			{Alternative: "after", Measure: "cost_per_trip_usd", Target: about(31, 2), At: about(0.48, 0.03), Asked: 50, Falls: 38, Below: 2},
			{Alternative: "after", Measure: "cost_per_tonne_usd", Target: about(20, 0.1), Asked: 50},
			{Alternative: "by rail", Measure: "cost_per_tonne_usd", Line: true, At: about(0.4, 0.02), Asked: 50, Rises: 50},
			{Alternative: "by river", Measure: "cost_per_tonne_usd", Line: true, At: about(0.3, 0.1), Asked: 50, Rises: 44, Below: 6, Turn: &Turn{about(0.41, 0.02), true}},
		},
	}}
	return c
}

func TestACurveIsATableWithWhereItMeetsItsTargets(t *testing.T) {
	golden(t, "curve-100.txt", Text(bent(), english(t), 100))
	text := Markdown(bent(), english(t))
	assert.Contains(t, text, "falls to that with before, 34.6")
	assert.NotContains(t, text, "report.curve", "every word is in the catalogue")
}

func TestAMeetingIsReadFromAllReplications(t *testing.T) {
	for want, m := range map[crossing]Meeting{
		fallsTo: {Asked: 10, Falls: 10}, risesTo: {Asked: 10, Rises: 10}, liesBelow: {Asked: 10, Below: 10}, liesAbove: {Asked: 10},
		sometimes: {Asked: 10, Falls: 9}, unasked: {}, risesMean: {Asked: 10, Falls: 1, Rises: 7, Turn: &Turn{Rises: true}},
		fallsMean: {Asked: 10, Falls: 9, Turn: &Turn{}},
	} {
		assert.Equal(t, want, m.reading())
		c := bent()
		c.Curves[0].Meetings = []Meeting{m}
		assert.NotContains(t, Text(c, english(t), 100), "report.meets")
		m.Line = true
		assert.NotContains(t, Text(c, english(t), 100), "report.curve")
	}
	assert.Equal(t, sometimes, (&Meeting{Asked: 10, Falls: 5, Rises: 5}).reading())
	assert.True(t, (&Meeting{Asked: 10, Below: 10}).Alike())
	assert.False(t, (&Meeting{Asked: 10, Below: 9, Falls: 1}).Alike())
	assert.Equal(t, 3, (&Meeting{Asked: 10, Falls: 4, Rises: 2, Below: 1}).above())
}

func TestCurvesForPrograms(t *testing.T) {
	data, err := JSON(bent(), english(t))
	require.NoError(t, err)
	var read struct {
		Curves []curveJSON `json:"curves"`
	}
	require.NoError(t, json.Unmarshal(data, &read))
	require.Len(t, read.Curves, 1)
	assert.Equal(t, "undecided", read.Curves[0].Meetings[1].Reading)
	assert.Equal(t, 10, read.Curves[0].Meetings[1].Above)
	assert.Nil(t, read.Curves[0].Meetings[2].At.Mean)
	assert.Nil(t, read.Curves[0].Meetings[1].Turn)
	assert.Equal(t, "rises-on-average", read.Curves[0].Meetings[4].Reading)
	assert.InDelta(t, 0.39, *read.Curves[0].Meetings[4].Turn.At.Lo, 1e-12)
	assert.True(t, read.Curves[0].Meetings[4].Turn.Rises)
	assert.InDelta(t, 0.27, *read.Curves[0].Meetings[0].At.Mean, 1e-12)
	table, err := CSV(bent(), english(t))
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(table), ByteOrderMark))).ReadAll()
	require.NoError(t, err)
	kinds := make(map[string]int)
	at := func(row []string, column string) string {
		for i, name := range rows[0] {
			if name == column {
				return row[i]
			}
		}
		return "no such column"
	}
	for _, row := range rows[1:] {
		if at(row, "curve") == "" {
			continue
		}
		kinds[at(row, "kind")]++
		if at(row, "kind") == "curve meeting" && at(row, "reading") == "falls-to" {
			assert.Equal(t, []string{"return_load_share", "0.27", "50", "34.6"}, []string{at(row, "over"), at(row, "over_mean"), at(row, "meets"), at(row, "mean")})
		}
		if at(row, "reading") == "rises-on-average" {
			assert.Equal(t, []string{"0.41", "44"}, []string{at(row, "over_mean"), at(row, "meets")})
		}
	}
	assert.Equal(t, map[string]int{"curve": 2, "curve meeting": 5}, kinds)
}

// TestTheAnswerTurnsWhereAnAssumptionChangesItsSign: each end of a range by the sign of what it comes to.
func TestTheAnswerTurnsWhereAnAssumptionChangesItsSign(t *testing.T) {
	lays := func(low, high stat.Interval) string {
		c := small()
		c.Drivers = []Driver{{Path: "toll", Low: "1 USD", Value: "2 USD", High: "9 USD", AtLow: low, AtBase: about(-1, 0.2), AtHigh: high}}
		return strings.Join(strings.Fields(Text(c, english(t), 200)), " ")
	}
	require.Negative(t, small().Differences[0].Interval.Mean)
	assert.Contains(t, lays(about(-2, 0.1), about(-3, 0.1)), "None of them turns the answer within its range, by itself.")
	assert.Contains(t, lays(about(-2, 0.1), about(3, 0.1)), "The answer turns with input 1 at 9 USD.")
	both := lays(about(-2, 5), about(3, 0.1))
	assert.Contains(t, both, "The answer turns with input 1 at 9 USD.")
	assert.Contains(t, both, "It is not clear, in so short a run, with input 1 at 1 USD.")
}

// TestPointsThatCannotKeepUpAreMarked in the table of a curve, with what the mark means, and hollow in its figure.
func TestPointsThatCannotKeepUpAreMarked(t *testing.T) {
	c := bent()
	c.Curves[0].Points[0].X = about(0.1, 0.02)
	c.Curves[0].Meetings = c.Curves[0].Meetings[3:]
	for i := range c.Curves[0].Points {
		c.Curves[0].Points[i].Alternative = c.Alternatives[i].Name
	}
	l := inEnglish(t, c)
	plainly, before := l.curveTable(&c.Curves[0]), l.curvePicture(&c.Curves[0])
	assert.NotContains(t, plainly.table.rows[1].cells[0].value, overloadMark)
	assert.NotContains(t, before.caption, "Hollow")
	assert.NotContains(t, before.caption, "Dashed", "it is held against no single alternative")

	l.Alternatives[1].Overloads = []Offered{{"desk", "Lao Bảo", 1.5}}
	marked, after := l.curveTable(&c.Curves[0]), l.curvePicture(&c.Curves[0])
	assert.NotContains(t, marked.table.rows[0].cells[0].value, overloadMark)
	assert.Equal(t, plainly.table.rows[1].cells[0].value+glue+overloadMark, marked.table.rows[1].cells[0].value)
	assert.Contains(t, marked.notes[0], "* cannot keep up")
	assert.Contains(t, after.caption, "Hollow dots cannot keep up")
	assert.Equal(t, 1, strings.Count(after.draw().SVG("x", "x", "x"), "#ffffff\" stroke=")-strings.Count(before.draw().SVG("x", "x", "x"), "#ffffff\" stroke="))
	l.Curves[0].Meetings = bent().Curves[0].Meetings
	assert.Contains(t, l.curvePicture(&l.Curves[0]).caption, "Dashed levels are what it is held against.")
}
