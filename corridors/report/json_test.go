package report

import (
	"encoding/json"
	"math"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim/stat"
)

func decoded(t *testing.T, c Comparison) map[string]any {
	t.Helper()
	data, err := JSON(c, english(t))
	require.NoError(t, err)
	var all map[string]any
	require.NoError(t, json.Unmarshal(data, &all))
	return all
}

// The contract that other tools read; a name may be added, none may go.
func TestJSONHasTheFieldsOfTheContract(t *testing.T) {
	all := decoded(t, invented())
	has := func(object any, names ...string) {
		t.Helper()
		for _, name := range names {
			assert.Contains(t, object, name)
		}
	}
	has(all, "study", "seed", "version", "replications", "alternatives", "differences", "confidence", "inputs", "audit")
	alternative := all["alternatives"].([]any)[0].(map[string]any)
	has(alternative, "name", "measures", "stages")
	has(alternative["measures"].([]any)[0], "name", "unit", "mean", "lo", "hi", "n")
	has(alternative["stages"].([]any)[0], "stage", "owner", "country", "unit", "mean", "lo", "hi")
	difference := all["differences"].([]any)[0].(map[string]any)
	has(difference, "alternative", "base", "measure", "unit", "mean", "lo", "hi", "lo_joint", "hi_joint", "relative", "variance_ratio")
	has(difference["relative"], "mean", "lo", "hi")
	has(all["inputs"], "A", "B", "C", "D")
	has(all["audit"].([]any)[0], "name", "ok")
}

func TestJSONKeepsFullPrecision(t *testing.T) {
	c := small()
	c.Alternatives[0].Measures[0].Interval.Mean = 1.0 / 3
	all := decoded(t, c)
	measure := all["alternatives"].([]any)[0].(map[string]any)["measures"].([]any)[0].(map[string]any)
	assert.Equal(t, 1.0/3, measure["mean"])
}

func TestWhatIsAbsentIsNullOrMissingInJSON(t *testing.T) {
	c := small()
	c.Alternatives[0].Measures[0].Interval = stat.Interval{Mean: 5, N: 1}
	c.Differences = []Difference{{Measure: "border_time_h", Interval: stat.Interval{Mean: -1, N: 1}}}
	all := decoded(t, c)
	measures := all["alternatives"].([]any)[0].(map[string]any)["measures"].([]any)
	first := measures[0].(map[string]any)
	assert.Equal(t, 5.0, first["mean"])
	assert.Nil(t, first["lo"], "one replication has no bounds")
	assert.Len(t, measures, 2, "the third has no observation")
	difference := all["differences"].([]any)[0].(map[string]any)
	for _, name := range []string{"lo", "hi", "lo_joint", "hi_joint", "relative", "variance_ratio"} {
		assert.Contains(t, difference, name)
		assert.Nil(t, difference[name], name)
	}
}

func TestEmptyListsAreListsInJSON(t *testing.T) {
	all := decoded(t, Comparison{})
	for _, name := range []string{"named_measures", "alternatives", "differences", "input_list", "drivers", "published", "audit", "warnings"} {
		assert.Equal(t, []any{}, all[name], name)
	}
}

func TestJSONSurvivesWhatIsNoNumber(t *testing.T) {
	c := small()
	c.Alternatives[0].Stages[0].Queue = math.NaN()
	c.Differences[0].VarianceRatio = number(math.Inf(1))
	all := decoded(t, c)
	assert.Nil(t, all["differences"].([]any)[0].(map[string]any)["variance_ratio"])
}

func TestVietnameseAndSignsAreNotEscapedInJSON(t *testing.T) {
	c := small()
	c.Question = "P95 < 4 h & Đà Nẵng – Huế?"
	data, err := JSON(c, english(t))
	require.NoError(t, err)
	assert.Contains(t, string(data), `"P95 < 4 h & Đà Nẵng – Huế?"`)
	assert.True(t, utf8.Valid(data))
	assert.Equal(t, byte('\n'), data[len(data)-1])
}

func TestEqualAnswersGiveEqualBytes(t *testing.T) {
	for range 3 {
		one, err := JSON(invented(), english(t))
		require.NoError(t, err)
		two, err := JSON(invented(), english(t))
		require.NoError(t, err)
		assert.Equal(t, one, two)
		assert.Equal(t, Text(invented(), english(t), 100), Text(invented(), english(t), 100))
		assert.Equal(t, Markdown(invented(), english(t)), Markdown(invented(), english(t)))
	}
}
