package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// aimed is the small study with replications until intervals were narrow: the last goal was never seen, and so decided.
func aimed() Comparison {
	c := small()
	decided := 2
	c.Precision = &Precision{AtLeast: 20, AtMost: 50, Decided: &decided, Goals: []Goal{
		{Alternative: "paper", Measure: "border_time_h", Unit: "h", Relative: 0.02, Of: 10, Wanted: 0.2, Half: 0.15, Known: true, Met: true},
		{Alternative: "digital", Base: "paper", Measure: "empty_km_share", Unit: "share", Wanted: 0.01, Half: 0.0123, Known: true},
		{Alternative: "digital", Measure: "quota_wait_h", Unit: "h", Relative: 0.02},
	}}
	return c
}

func TestPrecisionAtEightyColumns(t *testing.T) {
	golden(t, "aimed-80.txt", Text(aimed(), english(t), 80))
}

// TestPrecisionForPrograms: what is not there is null, and the fields of an answer without a precision are the old ones.
func TestPrecisionForPrograms(t *testing.T) {
	text, err := JSON(aimed(), english(t))
	require.NoError(t, err)
	assert.Contains(t, string(text), `"decided": {
      "alternative": "digital",
      "base": null,
      "measure": "quota_wait_h",
      "unit": "h",
      "relative": 0.02,
      "wanted": 0,
      "half_width": null,
      "met": false
    }`)
	table, err := CSV(aimed(), english(t))
	require.NoError(t, err)
	assert.Contains(t, string(table), ",precision,digital,paper,empty_km_share,share,")
	without, err := JSON(small(), english(t))
	require.NoError(t, err)
	assert.NotContains(t, string(without), `"precision"`)
}

// TestLongListOfGoalsIsForFiles: then what decided stands at the end.
func TestLongListOfGoalsIsForFiles(t *testing.T) {
	c := aimed()
	for range fewRows {
		c.Precision.Goals = append(c.Precision.Goals, c.Precision.Goals[0])
	}
	text := Text(c, english(t), 200)
	assert.NotContains(t, text, "How many replications it took")
	assert.Contains(t, text, "The maximum of")
}
