package report

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inventedItinerary has a line of every kind.
func inventedItinerary() Itinerary {
	third := 0.333
	return Itinerary{Name: "invented", Title: "Invented study", Alternative: "as-is", Plans: []Plan{
		{Flow: "east", Trip: "out", Load: "loaded", Trusted: true, Commodity: "wood", Chance: 0.15, From: "A", Lines: []PlanLine{
			{Place: "A", Does: "handles", Name: "loading", Chance: 1, Takes: "constant: 1 h"},
			{Place: "A", Does: "chooses-way", Chance: 1, Ways: []string{"P–Q", "R–S"}},
		}},
		{Flow: "east", Trip: "out", Load: "loaded", Chance: 1, From: "A", Way: "P–Q", Lines: []PlanLine{
			{Place: "A", Does: "drives", Name: "road 9", Chance: 1, Takes: "constant: 2 h", Km: 84.25},
			{Place: "P", Does: "reaches-post", Name: "P", Direction: "exit", Chance: 1, Ways: []string{"R–S"}, Settles: []Outcome{
				{"channel", "green", 0.9}, {"channel", "yellow", 0.1}, {"channel", "red", 0}, {"declaration", "paper", 0.25}, {"declaration", "digital", 0.7}, {"declaration", "corrected", 0.05},
			}},
			{
				Place: "P", Does: "is-served", Name: "documents", Owner: "customs", Station: "officers", Chance: 0.1 * 0.3 * third, Takes: "constant: 5 min", FeeUSD: 12.5,
				When:  PlanWhen{Channels: []string{"yellow", "red"}, Declared: []string{"paper", "corrected"}, Share: &third},
				Cases: []PlanCase{{When: PlanWhen{Channels: []string{"red"}}, Takes: "constant: 3 h"}},
			},
			{Place: "P", Does: "takes-place", Name: "strip", Owner: "transport", Chance: 1},
			{Place: "P", Does: "drives-strip", Name: "strip", Owner: "transport", Chance: 1, Takes: "constant: 3 min"},
			{
				Place: "Q", Does: "is-served", Name: "documents · P", Owner: "customs", Chance: 0.1, Takes: "constant: 5 min",
				When: PlanWhen{Channels: []string{"yellow", "red"}, Declared: []string{"shared"}, At: "P", Stops: "once", NotYet: true},
			},
			{Place: "Q", Does: "is-served", Name: "change of drivers", Owner: "operator", Yard: "lay-by", Chance: 0.5, Takes: "constant: 20 min", When: PlanWhen{From: "day 8", To: "day 36", Stops: "twice"}},
			{Place: "Q", Does: "clears", Name: "P–Q", Chance: 1},
			{Place: "B", Does: "delivers", Chance: 1},
			{Place: "B", Does: "seeks-load", Chance: 1},
		}},
		{Flow: "east", Trip: "home", Load: "empty", Chance: 1, From: "B", Lines: []PlanLine{{Place: "B", Does: "turns-home", Chance: 1}, {Place: "A", Does: "leaves", Chance: 1}}},
		{Flow: "east", Trip: "home", Load: "transit", Chance: 1, From: "B", Lines: []PlanLine{{Place: "A", Does: "leaves", Chance: 1}}},
	}}
}

func TestItineraryIsATableForEachTrip(t *testing.T) {
	golden(t, "itinerary-100.txt", inventedItinerary().Text(english(t), 100))
	text := inventedItinerary().Markdown(english(t))
	assert.Contains(t, text, "## east, way out: loaded, from A by way of P–Q")
	assert.NotContains(t, text, "itinerary.", "every word is in the catalogue")
}

func TestItineraryForProgramsHoldsEveryLine(t *testing.T) {
	data, err := inventedItinerary().JSON()
	require.NoError(t, err)
	var read Itinerary
	require.NoError(t, json.Unmarshal(data, &read))
	assert.Equal(t, inventedItinerary(), read)
	table, err := inventedItinerary().CSV()
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(string(table))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 1+2+10+2+1)
	assert.Equal(t, []string{
		"invented", "east", "out", "loaded", "false", "", "1", "P–Q", "3", "P", "is-served", "documents", "customs", "officers",
		"yellow; red", "paper; corrected", "0.333", "0.00999", "constant: 5 min", "12.5", "0",
	}, rows[5])
}

func TestSharesAndLengthsHaveThreeDigits(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 0.045: "0.045", 1.0 / 3: "0.333", 84.25: "84.2", 1234.5: "1234", 100: "100"} {
		assert.Equal(t, want, plain(short(x)))
	}
}
