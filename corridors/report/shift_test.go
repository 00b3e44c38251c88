package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// shifted is the study with an invented curve, and of its first and third meeting it is known what moves them.
func shifted() Comparison {
	c := bent()
	met := func(at float64) *Meeting { return &Meeting{Asked: 2, Falls: 2, At: about(at, 0.02)} }
	never := func(gap float64) *Meeting { return &Meeting{Asked: 2, Gap: about(gap, 0.5)} }
	c.Curves[0].Meetings[0].Shifts = []Shift{
		{Path: "legs[QL9].toll", Value: "5 USD", Low: "1 USD", High: "90 USD", AtLow: met(0.2), AtBase: met(0.27), AtHigh: never(4)},
		{Path: "fleet.per_km", Value: "0.12 USD/km", Low: "0.05 USD/km", High: "0.25 USD/km", AtLow: met(0.1), AtBase: met(0.27), AtHigh: &Meeting{Asked: 2, Falls: 1}},
		{Path: "stations[ramp].servers", Value: "2", Low: "0", High: "3", AtBase: met(0.27), AtHigh: met(0.25), NoteLow: words.Plain("cannot be")},
	}
	c.Curves[0].Meetings[0].Screened = words.Plain("Each with 2 replications.")
	c.Curves[0].Meetings[2].Shifts = []Shift{{Path: "fleet.hour", Value: "7 USD/h", Low: "4 USD/h", High: "12 USD/h", AtLow: never(2), AtBase: never(6), AtHigh: never(9)}}
	c.Curves[0].Meetings[2].Screened = words.Plain("Each with 2 replications.")
	return c
}

func TestWhatMovesAMeetingIsATable(t *testing.T) {
	golden(t, "shifted-100.txt", Text(shifted(), english(t), 100))
	text := strings.Join(strings.Fields(Text(shifted(), english(t), 100)), " ")
	assert.Contains(t, text, "that turns with toll (QL9) at 90 USD (more everywhere).")
	assert.Contains(t, text, "The answer turns with input 1 at 90 USD.")
	assert.Contains(t, text, "It is not clear, in so short a run, with input 2 at 0.25 USD/km.")
	assert.Contains(t, text, "Input 3 at 0: cannot be")
	c := shifted()
	c.Curves[0].Meetings[0].Shifts = c.Curves[0].Meetings[0].Shifts[2:]
	c.Curves[0].Meetings[0].Shifts[0].AtLow = c.Curves[0].Meetings[0].Shifts[0].AtBase
	assert.Contains(t, strings.Join(strings.Fields(Text(c, english(t), 100)), " "), "turns that by itself; servers (ramp) moves it most, to 27.0 % [25.0, 29.0] (at 0) and to 25.0 % [23.0, 27.0] (at 3).")
}

// TestOnlyWhatIsClearTurns: another reading of the same kind does not, and neither does what cannot be told.
func TestOnlyWhatIsClearTurns(t *testing.T) {
	falls, mean := &Meeting{Asked: 9, Falls: 9}, &Meeting{Asked: 9, Falls: 8, Turn: &Turn{At: stat.Interval{Mean: 0.4, N: 9}}}
	rises, above, below := &Meeting{Asked: 9, Rises: 9}, &Meeting{Asked: 9}, &Meeting{Asked: 9, Below: 9}
	open, none := &Meeting{Asked: 9, Falls: 8}, &Meeting{}
	for _, row := range []struct {
		base, end    *Meeting
		turns, blurs bool
	}{
		{falls, falls, false, false},
		{falls, mean, false, false},
		{mean, falls, false, false},
		{falls, rises, true, false},
		{falls, above, true, false},
		{falls, below, true, false},
		{above, below, true, false},
		{falls, open, false, true},
		{falls, none, false, true},
		{open, falls, false, false},
		{falls, nil, false, false},
		{nil, falls, false, false},
	} {
		s := Shift{AtBase: row.base}
		assert.Equal(t, []bool{row.turns, row.blurs}, []bool{s.Turns(row.end), s.Blurs(row.end)}, "%+v, %+v", row.base, row.end)
	}
	assert.InDelta(t, 0.4, mean.Where().Mean, 1e-12)
	assert.False(t, open.Where().Present())
	assert.False(t, above.Where().Present())
}

func TestWhatMovesAMeetingForPrograms(t *testing.T) {
	data, err := JSON(shifted(), english(t))
	require.NoError(t, err)
	var read struct {
		Curves []curveJSON `json:"curves"`
	}
	require.NoError(t, json.Unmarshal(data, &read))
	found := read.Curves[0].Meetings[0].Shifts
	require.Len(t, found, 3)
	assert.Equal(t, "above", found[0].AtHigh.Reading)
	assert.True(t, found[0].AtHigh.Turns)
	assert.Nil(t, found[0].AtHigh.At)
	assert.InDelta(t, 4, *found[0].AtHigh.Gap.Mean, 1e-12)
	assert.True(t, found[1].AtHigh.Unclear)
	assert.Nil(t, found[2].AtLow)
	assert.Equal(t, []string{"cannot be"}, found[2].Notes)
	assert.Empty(t, read.Curves[0].Meetings[1].Shifts)
}

// TestManyPairsHaveTheHeadlineInOneTable: few pairs have not.
func TestManyPairsHaveTheHeadlineInOneTable(t *testing.T) {
	c := small()
	assert.NotContains(t, Text(c, english(t), 100), "pair by pair")
	for range manyPairs {
		c.Differences = append(c.Differences, c.Differences[0])
	}
	c.Differences[3].Interval = stat.Interval{}
	text := Text(c, english(t), 100)
	assert.Contains(t, text, "pair by pair")
	assert.Contains(t, strings.ReplaceAll(text, glue, " "), "Instead of")
}
