package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
)

// crowded is the invented study in which the paper of the base of its headline cannot keep up.
func crowded() Comparison {
	c := invented()
	for i := range c.Alternatives {
		if a := &c.Alternatives[i]; a.Name == c.Differences[0].Base {
			a.Days, a.Overloads = 35, []Offered{{"declaration counters", "Lao Bảo", 2.25}, {"slots", "Densavanh", 1.5}}
		}
	}
	return c
}

// TestWhatCannotKeepUpHasNoLongRun: the answer says so with the stations and the days, the table marks the alternative and no other.
func TestWhatCannotKeepUpHasNoLongRun(t *testing.T) {
	c := crowded()
	base := c.Differences[0].Base
	text := strings.Join(strings.Fields(Text(c, english(t), 100)), " ")
	assert.Contains(t, text, "With "+base+" there is no long run: declaration counters at Lao Bảo and slots at Densavanh cannot keep up")
	assert.Contains(t, text, "They hold for 35 days from an empty start")
	assert.Contains(t, text, "* cannot keep up: times and costs grow")

	columns := layout{Comparison: c, speaker: english(t)}.measures().table.columns
	for _, column := range columns[1:] {
		assert.Equal(t, strings.HasPrefix(column.heading, base), strings.HasSuffix(column.heading, overloadMark), column.heading)
	}
	plain := Text(invented(), english(t), 100)
	assert.NotContains(t, plain, "no long run")
	assert.NotContains(t, plain, "cannot keep up: times")
}

// TestRunThatCannotKeepUpSaysSo: a single run has one column, of means.
func TestRunThatCannotKeepUpSaysSo(t *testing.T) {
	c := crowded()
	c.Alternatives, c.Differences, c.Drivers = []Alternative{c.Alternatives[1]}, nil, nil
	require.NotEmpty(t, c.Alternatives[0].Overloads)
	for _, language := range words.Languages() {
		s, err := words.Speak(language)
		require.NoError(t, err)
		text := Text(c, s, 100)
		assert.Contains(t, text, overloadMark+"\n", language)
		assert.Contains(t, text, "35", language)
	}
}

// TestOverloadIsInTheFilesForPrograms: with the load as a share of what the station can give.
func TestOverloadIsInTheFilesForPrograms(t *testing.T) {
	c := crowded()
	data, err := JSON(c, english(t))
	require.NoError(t, err)
	var back struct {
		Alternatives []struct {
			Name       string
			Overloaded []struct {
				Station, Place string
				Load           float64 `json:"offered_load"`
			}
		}
	}
	require.NoError(t, json.Unmarshal(data, &back))
	for _, a := range back.Alternatives {
		assert.NotNil(t, a.Overloaded, "none is an empty list")
		if a.Name != c.Differences[0].Base {
			assert.Empty(t, a.Overloaded)
			continue
		}
		require.Len(t, a.Overloaded, 2)
		assert.Equal(t, "declaration counters", a.Overloaded[0].Station)
		assert.Equal(t, 2.25, a.Overloaded[0].Load)
	}
	table, err := CSV(c, english(t))
	require.NoError(t, err)
	assert.Contains(t, string(table), ",overload,"+c.Differences[0].Base+",,declaration counters.offered_load,share,,,Lao Bảo,2.25,")
}

// swollen is the invented study in which trucks under way become more and more with the base of its headline, and no station says why.
func swollen() Comparison {
	c := invented()
	for i := range c.Alternatives {
		if a := &c.Alternatives[i]; a.Name == c.Differences[0].Base {
			a.Days, a.Swells = 35, Swelling{PerDay: about(16, 4), Full: []Yard{{"yard", "Lao Bảo"}}}
		}
	}
	return c
}

// TestTrucksThatBecomeMoreHaveNoLongRun: the answer says so with the places that are full, the table marks the alternative and no other.
func TestTrucksThatBecomeMoreHaveNoLongRun(t *testing.T) {
	c := swollen()
	base := c.Differences[0].Base
	text := strings.Join(strings.Fields(plain(Text(c, english(t), 100))), " ")
	assert.Contains(t, text, "With "+base+" there is no long run: every station by itself can keep up, yet trucks under way become more")
	assert.Contains(t, text, "by 16 trucks/day [12, 20] on average, because they stand in one another's way (practically always full: yard at Lao Bảo).")
	assert.Contains(t, text, "they hold for 35 days from an empty start")
	for _, column := range (layout{Comparison: c, speaker: english(t)}).measures().table.columns[1:] {
		assert.Equal(t, strings.HasPrefix(column.heading, base), strings.HasSuffix(column.heading, overloadMark), column.heading)
	}

	c.Alternatives[0].Overloads, c.Alternatives[0].Swells.Full = []Offered{{"desk", "Lao Bảo", 1.5}}, nil
	c.Alternatives[1].Overloads, c.Alternatives[1].Swells.Full = c.Alternatives[0].Overloads, nil
	text = Text(c, english(t), 100)
	assert.NotContains(t, text, "trucks under way become more", "a station says why")
	assert.Empty(t, english(t).Text(Swelling{}.Said()))
}

// TestSwellingIsInTheFilesForPrograms with the places that are always taken.
func TestSwellingIsInTheFilesForPrograms(t *testing.T) {
	c := swollen()
	data, err := JSON(c, english(t))
	require.NoError(t, err)
	assert.Contains(t, string(data), `"places_always_taken"`)
	assert.Contains(t, string(data), `"trucks_under_way_grow": null`, "of the others")
	table, err := CSV(c, english(t))
	require.NoError(t, err)
	assert.Contains(t, string(table), ",overload,"+c.Differences[0].Base+",,trucks under way grow,trucks/day,")
}

// Warnings of a few stations are sentences; of many they are rows, under the alternative that they are of.
func TestManyStationsStandInATable(t *testing.T) {
	c := small()
	full := func(alternative, station string) words.Phrase {
		return words.Say("study.overload", "alternative", alternative, "station", words.Name(station), "place", words.Name("Lao Bảo"),
			"arrive", words.Number("43.6"), "pass", words.Number("37.5"), "growth", words.Number("6.1"))
	}
	near := words.Say("study.nearly-full", "alternative", "b", "station", words.Name("weighbridges"), "place", words.Name("Lao Bảo"), "load", words.Number("99.4"),
		"needed", words.Say("study.span-years", "years", words.Number("1500")), "count", 2, "length", words.Say("study.span-day"), "have", words.Say("study.span-days", "days", words.Number("2")))
	c.Warnings = []words.Phrase{full("a", "lanes in"), full("a", "cashiers"), words.Say("study.one-replication"), near}
	require.Len(t, layout{Comparison: c, speaker: english(t)}.warnings(), 1, "three stations")
	c.Warnings = append(c.Warnings, full("b", "lanes in"))
	told := layout{Comparison: c, speaker: english(t)}.warnings()
	require.Len(t, told, 3)
	assert.Len(t, told[0].lead, 1)
	var rows [][]string
	for _, s := range told[1:] {
		for _, r := range s.table.rows {
			texts := []string{r.span}
			for _, c := range r.cells {
				texts = append(texts, c.value)
			}
			rows = append(rows, texts)
		}
	}
	assert.Equal(t, [][]string{
		{"a"},
		{"", "lanes in at Lao Bảo", "43.6", "37.5", "6.1"},
		{"", "cashiers at Lao Bảo", "43.6", "37.5", "6.1"},
		{"b"},
		{"", "lanes in at Lao Bảo", "43.6", "37.5", "6.1"},
		{"b"},
		{"", "weighbridges at Lao Bảo", "99.4", "1500 years", "2 days"},
	}, rows)
}

func TestBusyTableSaysWhyStationsBehindAreLessBusy(t *testing.T) {
	const why = "can be less busy here than the data alone would have them"
	assert.Contains(t, strings.Join(strings.Fields(Text(crowded(), english(t), 200)), " "), why)
	assert.NotContains(t, Text(invented(), english(t), 2000), why)
}
