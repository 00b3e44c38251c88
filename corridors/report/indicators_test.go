package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
)

// spread is a summary around a mean, of figures that no truck ever showed.
func spread(mean float64) indicators.Summary {
	return indicators.Summary{
		N: 120, Mean: fewer(mean, mean/16), Median: fewer(mean*0.75, mean/16), P10: fewer(mean/4, mean/32), P90: fewer(mean*2, mean/8),
		SD: fewer(mean/2, mean/32), Ratio: fewer(mean, mean/16), Low: mean / 8, High: mean * 4,
	}
}

func inventedIndicators(k float64) *indicators.Set {
	study := spread(6 * k)
	study.Within = append(study.Within, fewer(0.96875, 0.0078125), fewer(1, 0))
	limits := []indicators.Limit{{Name: "24 h", Hours: 24}, {Name: "48 h", Hours: 48}}
	hour := make([]indicators.Slot, 24)
	hour[7] = indicators.Slot{N: 120, Mean: 6 * k}
	stage := study
	stage.Mean = fewer(0.5, 0.0625)
	return &indicators.Set{
		Replications: 8, Trucks: 120,
		TFI: []indicators.TFI{
			{Indicator: "TFI1", Unit: "h", Gate: "Lao Bảo–Densavanh", Place: "Lao Bảo", Country: "VN", Direction: "exit", Load: "loaded", Activity: "all", Summary: spread(4 * k)},
			{Indicator: "TFI1", Unit: "h", Gate: "Lao Bảo–Densavanh", Place: "Lao Bảo", Country: "VN", Direction: "exit", Load: "loaded", Activity: "closed", Summary: spread(k)},
			{Indicator: "TFI1", Unit: "h", Gate: "Lao Bảo–Densavanh", Place: "Densavanh", Country: "LA", Direction: "entry", Load: "loaded", Activity: "all", Summary: spread(5 * k)},
			{Indicator: "TFI2", Unit: "USD", Gate: "Lao Bảo–Densavanh", Place: "Lao Bảo", Country: "VN", Direction: "exit", Load: "empty", Activity: "all", Summary: spread(32)},
			{Indicator: "TFI4", Unit: "km/h", Flow: "east", Trip: "out", Load: "loaded", Activity: "SWD", Summary: spread(20)},
		},
		TCD: []indicators.TCD{{Flow: "east", Trip: "out", Load: "loaded", Way: "QL9 · Lao Bảo", Trucks: 120, Points: []indicators.Point{
			{Km: 84, Place: "Đông Hà", Name: "QL9", Step: "leg", Time: spread(2), Cost: spread(64)},
		}}},
		TRS: []indicators.TRS{
			{Block: "all", Scope: "post", Place: "Lao Bảo", Country: "VN", Direction: "exit", Channel: "all", Summary: study, Limits: limits, ByHour: hour, Peak: fewer(6*k, 0.5)},
			{Block: "all", Scope: "post", Place: "Lao Bảo", Country: "VN", Direction: "exit", Channel: "red", Summary: study, Limits: limits},
			{Block: "authorities", Scope: "stage", Stage: "counter", Owner: "customs", Place: "Lao Bảo", Country: "VN", Direction: "exit", Channel: "all", Summary: stage, Limits: limits, SinceArrival: fewer(1.5, 0.125)},
			{Block: "authorities", Scope: "stage", Stage: "counter", Owner: "customs", Place: "Lao Bảo", Country: "VN", Direction: "exit", Channel: "red", Summary: stage, Limits: limits},
		},
		Delay: []indicators.Delay{
			{Cause: "total", Hours: fewer(6*k, 0.5), Micro: 43_200_000_000},
			{Cause: "closed", Name: "counter", Owner: "customs", Place: "Lao Bảo", Country: "VN", Hours: fewer(4*k, 0.25), Micro: 28_800_000_000},
			{Cause: "queue", Name: "QL9", Country: "VN", Hours: fewer(2*k, 0.25), Micro: 14_400_000_000},
		},
	}
}

// watched are the two alternatives of the small study, observed.
func watched() Comparison {
	c := small()
	for i, k := range []float64{1, 0.5} {
		c.Alternatives[i].Indicators = inventedIndicators(k)
	}
	c.Waterfalls = []Waterfall{{
		Alternative: "digital", Base: "paper", SameTrucks: true,
		Causes: []indicators.Delay{
			{Cause: "total", Hours: fewer(-3, 0.25), Micro: -21_600_000_000},
			{Cause: "closed", Name: "counter", Owner: "customs", Place: "Lao Bảo", Country: "VN", Hours: fewer(-2, 0.25), Micro: -14_400_000_000},
			{Cause: "queue", Name: "QL9", Country: "VN", Hours: fewer(-1, 0.25), Micro: -7_200_000_000},
		},
	}}
	return c
}

// watchedAlone is one alternative, observed.
func watchedAlone() Comparison {
	c := watched()
	c.Alternatives, c.Differences, c.Waterfalls = c.Alternatives[:1], nil, nil
	return c
}

// onlyIndicators leaves of a page what was observed.
func onlyIndicators(t *testing.T, page string) string {
	t.Helper()
	_, page, found := strings.Cut(page, "CPMM indicators")
	require.True(t, found)
	page, _, _ = strings.Cut(page, "What was published")
	return "CPMM indicators" + page
}

func TestIndicatorsOfTwoAlternatives(t *testing.T) {
	golden(t, "indicators-two.txt", onlyIndicators(t, Text(watched(), english(t), 100)))
}

func TestIndicatorsOfOneAlternative(t *testing.T) {
	golden(t, "indicators-one.txt", onlyIndicators(t, Text(watchedAlone(), english(t), 100)))
}

func TestIndicatorsInMarkdown(t *testing.T) {
	golden(t, "indicators.md", onlyIndicators(t, Markdown(watchedAlone(), english(t))))
}

func TestIndicatorsInJSON(t *testing.T) {
	got, err := JSON(watchedAlone(), english(t))
	require.NoError(t, err)
	_, part, _ := strings.Cut(string(got), `"indicators": `)
	part, _, _ = strings.Cut(part, `"differences"`)
	golden(t, "indicators.json", part)
	both, err := JSON(watched(), english(t))
	require.NoError(t, err)
	_, part, _ = strings.Cut(string(both), `"delay_differences": `)
	golden(t, "waterfall.json", part)
}

func TestIndicatorsInCSV(t *testing.T) {
	got, err := CSV(watched(), english(t))
	require.NoError(t, err)
	var rows []string
	for line := range strings.Lines(string(got)) {
		kept := strings.Contains(line, ",delay") || strings.Contains(line, "digital,,")
		if kept && !strings.Contains(line, ",measure,") && !strings.Contains(line, ",station,") {
			rows = append(rows, line)
		}
	}
	golden(t, "indicators.csv", strings.Join(rows, ""))
}

// Microseconds that would not add up are left out, not rounded.
func TestOtherTrucksHaveNoWholeMicroseconds(t *testing.T) {
	c := watched()
	c.Waterfalls[0].SameTrucks = false
	got, err := JSON(c, english(t))
	require.NoError(t, err)
	_, part, _ := strings.Cut(string(got), `"delay_differences": `)
	assert.Equal(t, 3, strings.Count(part, `"microseconds": null`))
}

func TestClockOfLongAndShortTimes(t *testing.T) {
	for hours, want := range map[float64]string{0: "00:00:00", 1.5: "01:30:00", 100.0 / 3600: "00:01:40", 0.4 / 3600: "00:00:00", 123.25: "123:15:00"} {
		assert.Equal(t, want, clock(hours))
	}
}

// A depot has no direction, and no empty place in its brackets for one.
func TestStageOfADepotHasNoDirection(t *testing.T) {
	c := watched()
	for _, a := range c.Alternatives {
		for i := range a.Indicators.TRS {
			a.Indicators.TRS[i].Place, a.Indicators.TRS[i].Direction = "ICD Lao Bảo", ""
		}
	}
	for name, s := range map[string]*words.Speaker{"en": english(t), "vi": vietnamese(t)} {
		text := Text(c, s, 100)
		assert.Contains(t, text, "counter (ICD Lao Bảo)", name)
		assert.NotRegexp(t, `ICD Lao Bảo,\s*(\)|\n)`, text, name)
	}
}

// The note announces no column that the table has not.
func TestNoteOfReleaseTimesSaysWhatTheTableHas(t *testing.T) {
	note := func(c Comparison) string {
		return strings.Join(layout{Comparison: c, speaker: english(t)}.trs().notes, " ")
	}
	assert.Contains(t, note(watchedAlone()), "Means, medians, standard deviations and P90 are means over the first 8 replications")
	assert.Contains(t, note(watched()), "Means over the first 8 replications. Medians, standard deviations, P90, the least and the longest of each alternative are in --format json")
	c := watched()
	for _, a := range c.Alternatives {
		a.Indicators.Replications = 1
	}
	assert.Contains(t, note(c), "Means of one observed replication.")
}

// TestIndicatorsOfAClosedGateAreOfLateTrucks: nobody passed while the run was watched, and some did afterwards.
func TestIndicatorsOfAClosedGateAreOfLateTrucks(t *testing.T) {
	c := reported()
	l := inEnglish(t, c)
	assert.Empty(t, l.lateNotes())
	base := &l.Alternatives[0]
	require.NotNil(t, base.Indicators)
	base.Measures = append(base.Measures, Measure{"gate.Lao Bảo–Densavanh.trucks_per_day", "trucks/day", about(0, 0)})
	assert.Equal(t, []string{base.Name + ": no truck passed Lao Bảo–Densavanh while the run was watched. What is shown there is of trucks that were under way when it ended, and passed afterwards."},
		l.lateNotes())
	assert.Contains(t, l.tfi().notes, l.lateNotes()[0])
}

// A channel that one alternative alone has stands with the others of its post, not behind all posts.
func TestChannelsOfAPostStandTogether(t *testing.T) {
	at := func(place, channel string) indicators.TRS {
		return indicators.TRS{Block: indicators.All, Scope: indicators.PostScope, Place: place, Direction: "exit", Channel: channel}
	}
	sets := []*indicators.Set{
		{TRS: []indicators.TRS{at("Mộc Bài", "green"), at("Bavet", "green")}},
		{TRS: []indicators.TRS{at("Mộc Bài", "green"), at("Mộc Bài", "transit"), at("Bavet", "green"), at("ICD", "green")}},
	}
	var order []string
	for _, row := range trsShown(sets) {
		order = append(order, row.Place+" "+row.Channel)
	}
	assert.Equal(t, []string{"Mộc Bài green", "Mộc Bài transit", "Bavet green", "ICD green"}, order)
}

// The cost of 4 km brought to 500 km is that of a post many times over, so it is left to files for programs.
func TestShortWaysAreNotBroughtToFiveHundredKilometres(t *testing.T) {
	c := reported()
	text := strings.Join(strings.Fields(Text(c, english(t), 200)), " ")
	require.Contains(t, text, "TFI4, speed")
	assert.NotContains(t, text, "are left out: brought to")
	for i := range c.Alternatives {
		for k := range c.Alternatives[i].Indicators.TCD {
			for p := range c.Alternatives[i].Indicators.TCD[k].Points {
				c.Alternatives[i].Indicators.TCD[k].Points[p].Km /= 1000
			}
		}
	}
	text = strings.Join(strings.Fields(Text(c, english(t), 200)), " ")
	assert.NotContains(t, text, "TFI4, speed")
	assert.Contains(t, text, "shorter than 50 km are left out: brought to 500 km")
}
