package study

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/sim"
)

func validation(t *testing.T) *scenarios.Study {
	t.Helper()
	s, err := scenarios.LoadStudy("validation", nil)
	require.NoError(t, err)
	return s
}

// judgement is what programs read of a published figure.
type judgement struct {
	Fact, Measure, Alternative string
	Simulated                  *struct{ Mean float64 }
	Fits                       *struct{ Reading, Reason string }
}

// judged reads how an answer stands to what was published.
func judged(t *testing.T, c *report.Comparison) []judgement {
	t.Helper()
	var whole struct{ Published []judgement }
	require.NoError(t, json.Unmarshal([]byte(jsonOf(t, c)), &whole))
	return whole.Published
}

// TestWhatDoesNotFitHasAReason: every figure of the shipped study is measured, and the readings that no
// luck changes are those of the README.
func TestWhatDoesNotFitHasAReason(t *testing.T) {
	if testing.Short() {
		t.Skip("months of six corridors")
	}
	readings := make(map[string]string)
	for _, p := range judged(t, answerOf(t, validation(t), Options{Replications: 4})) {
		require.NotNil(t, p.Fits, p.Measure)
		require.NotNil(t, p.Simulated, p.Measure)
		if p.Fits.Reading != "fits" && p.Fact != "B043" { // which fits with as many replications as the study asks for
			assert.NotEmpty(t, p.Fits.Reason, p.Measure)
		}
		readings[p.Alternative+" "+p.Fact] = p.Fits.Reading
	}
	for row, want := range map[string]string{
		"cau-treo B043": "fits", "bo-y B043": "fits", "lao-bao-1.5 D651": "does-not-fit", "lao-bao-2 D651": "fits",
		"nam-can-250 D652": "fits", "nam-can-300 D652": "fits", "tan-thanh-2014 B250": "fits",
		"tan-thanh B252": "does-not-fit", "tan-thanh D952": "does-not-fit", "kim-thanh B031": "fits",
	} {
		assert.Equal(t, want, readings[row], row)
	}
}

// shortValidation is the shipped study with few days.
func shortValidation(t *testing.T) *scenarios.Study {
	t.Helper()
	s := validation(t)
	for i := range s.Alternatives {
		s.Alternatives[i].Scenario.Setup.Horizon = journey.Horizon{WarmUp: 6 * sim.Hour, Length: 12 * sim.Hour, After: journey.Drain}
	}
	return s
}

// TestScenariosOfTheirOwnShareNothingButTheQuestion: same bytes for any number of workers; what a corridor
// does not have is absent from its alternative, and nothing is compared.
func TestScenariosOfTheirOwnShareNothingButTheQuestion(t *testing.T) {
	s := shortValidation(t)
	one := answerOf(t, s, Options{Replications: 2, Workers: 1})
	assert.Equal(t, jsonOf(t, one), jsonOf(t, answerOf(t, s, Options{Replications: 2, Workers: 3})))
	assert.Empty(t, one.Differences)
	assert.Empty(t, one.Drivers)
	has := func(alternative report.Alternative, measure string) bool {
		for _, m := range alternative.Measures {
			if m.Name == measure {
				return true
			}
		}
		return false
	}
	for _, a := range one.Alternatives {
		assert.Equal(t, strings.HasPrefix(a.Name, "tan-thanh"), has(a, "post.Tân Thanh.waiting_end_trucks"), a.Name)
		assert.Equal(t, a.Name == "kim-thanh", has(a, "post.Kim Thành.first_hour_trucks_per_h"), a.Name)
		assert.True(t, has(a, "border_time_open_h"), a.Name)
	}
	var data bytes.Buffer
	data.WriteString(report.Text(*one, english(t), 100))
	assert.Contains(t, data.String(), "11 published figures are held against the model:")
}

// TestInputsThatDifferAreListedForTheirAlternatives: 400, 600 and 800 movements a day at Lao Bảo.
func TestInputsThatDifferAreListedForTheirAlternatives(t *testing.T) {
	a := &answer{study: validation(t)}
	movements := make(map[string]string)
	for _, in := range a.inputs() {
		if in.Path == "streams[heavy trucks].movements" {
			movements[in.Alternative] = in.Value
		}
	}
	assert.Equal(t, map[string]string{"": "400/day", "lao-bao-1.5": "600/day", "lao-bao-2": "800/day"}, movements)
}
