package report

import (
	"bytes"
	"encoding/csv"
	"math"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim/stat"
)

// rows reads the CSV of an answer as maps from column to field.
func rows(t *testing.T, c Comparison) []map[string]string {
	t.Helper()
	data, err := CSV(c, english(t))
	require.NoError(t, err)
	require.True(t, utf8.Valid(data))
	table, err := csv.NewReader(bytes.NewReader(data)).ReadAll() // refuses rows of different length
	require.NoError(t, err)
	var all []map[string]string
	for _, line := range table[1:] {
		row := map[string]string{}
		for i, name := range table[0] {
			row[name] = line[i]
		}
		all = append(all, row)
	}
	return all
}

func TestCSVHasOneRowPerFigure(t *testing.T) {
	kinds := map[string]int{}
	for _, row := range rows(t, invented()) {
		kinds[row["kind"]]++
	}
	// 5 alternatives with 13 measures, 5 stages, 2 stations of 4 figures; 3 pairs of 4 differences; 2 published figures; 4 inputs
	assert.Equal(t, map[string]int{"measure": 65, "stage": 25, "station": 40, "difference": 12, "input": 4, "published": 2}, kinds)
}

func TestCSVFieldsStandUnderTheirHeading(t *testing.T) {
	for _, row := range rows(t, invented()) {
		switch {
		case row["kind"] == "difference" && row["name"] == "border_time_h" && row["alternative"] == "digital-two-way":
			assert.Equal(t, []string{"paper-two-way", "-2", "-2.11", "-1.89", "50", "-2.15", "-1.85", "-0.222", "14.2"},
				[]string{row["base"], row["mean"], row["lo"], row["hi"], row["n"], row["lo_joint"], row["hi_joint"], row["relative_mean"], row["variance_ratio"]})
		case row["kind"] == "stage" && row["alternative"] == "paper-one-way" && row["name"] == "gate-in" && row["country"] == "VN":
			assert.Equal(t, []string{"Lao Bảo", "border guard", "2", "1", "0.8", "0.2", "0"},
				[]string{row["place"], row["stage_owner"], row["mean"], row["queue"], row["closed"], row["service"], row["blocked"]})
		}
	}
}

func TestAbsentFiguresAreEmptyInCSV(t *testing.T) {
	c := single()
	c.Alternatives[0].Measures = []Measure{
		{"border_time_h", "h", stat.Interval{Mean: 0, N: 1}}, {"return_load_share", "share", stat.Interval{}},
	}
	c.Alternatives[0].Stages[0].Queue = math.NaN()
	all := rows(t, c)
	assert.Equal(t, "0", all[0]["mean"], "a nought that was measured is a nought")
	assert.Empty(t, all[0]["lo"], "one replication has no bounds")
	assert.Equal(t, "stage", all[1]["kind"], "what has no observation has no row")
	assert.Empty(t, all[1]["queue"])
}

func TestCSVNumbersHaveNoExponent(t *testing.T) {
	assert.Equal(t, "12345678.5", exact(12345678.5))
	assert.Equal(t, "0.00000125", exact(1.25e-6))
}
