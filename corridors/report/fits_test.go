package report

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

func TestAFigureFitsWhereItsWholeIntervalDoes(t *testing.T) {
	both, least, most := Fits{number(3), number(5)}, Fits{Low: number(3)}, Fits{High: number(5)}
	single := stat.Interval{Mean: 4, Lo: 4, Hi: 4, N: 1}
	require.False(t, single.Bounded())
	for _, row := range []struct {
		name string
		fits Fits
		i    stat.Interval
		want standing
	}{
		{"within", both, about(4, 0.5), fits},
		{"up to the limits", both, about(4, 1), fits},
		{"over the upper one", both, about(4.5, 1), notDecided},
		{"over both", both, about(4, 3), notDecided},
		{"touches from above", both, about(6, 1), notDecided},
		{"above", both, about(7, 1), doesNotFit},
		{"below", both, about(1, 1), doesNotFit},
		{"one replication", both, single, notDecided},
		{"nothing measured", both, stat.Interval{}, notMeasured},
		{"at least", least, about(400, 1), fits},
		{"not at least", least, about(2, 0.5), doesNotFit},
		{"at least, perhaps", least, about(3, 0.5), notDecided},
		{"at most", most, about(-400, 1), fits},
		{"not at most", most, about(6, 0.5), doesNotFit},
		{"at most, perhaps", most, about(5, 0.5), notDecided},
	} {
		assert.Equal(t, row.want, row.fits.read(row.i), row.name)
	}
	assert.Empty(t, (&Published{Interval: about(4, 1)}).reading())
}

func TestWhatIsHeldAgainstPublishedFigures(t *testing.T) {
	golden(t, "validated-100.txt", Text(validated(), english(t), 100))
	golden(t, "validated.md", Markdown(validated(), english(t)))
}

// TestEveryFormSaysWhatFits: table, JSON and CSV agree.
func TestEveryFormSaysWhatFits(t *testing.T) {
	c := validated()
	want := []string{"", "fits", "does-not-fit", "undecided", "not-measured"}
	data, err := JSON(c, english(t))
	require.NoError(t, err)
	var whole struct {
		Published []struct {
			Fits *struct {
				Low, High       *float64
				Reading, Reason string
			}
		}
	}
	require.NoError(t, json.Unmarshal(data, &whole))
	require.Len(t, whole.Published, len(want))
	assert.Nil(t, whole.Published[0].Fits, "set beside, not held against")
	for i, p := range whole.Published[1:] {
		assert.Equal(t, want[i+1], p.Fits.Reading)
	}
	assert.Equal(t, "The inventor slept.", whole.Published[2].Fits.Reason)
	assert.Nil(t, whole.Published[3].Fits.High)
	data, err = CSV(c, english(t))
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	require.NoError(t, err)
	at := make(map[string]int)
	for i, name := range rows[0] {
		at[name] = i
	}
	var got []string
	for _, row := range rows {
		if row[at["kind"]] == "published" {
			got = append(got, row[at["reading"]])
		}
	}
	assert.Equal(t, want, got)
	text := strings.Join(strings.Fields(Text(c, english(t), 100)), " ")
	assert.Contains(t, text, "4 published figures are held against the model: one fits, one does not and 2 are undecided.")
	assert.Contains(t, text, "Border time in Vietnam (paper, B998): does not fit. The inventor slept.")
	assert.Contains(t, text, "Share of trips home with a load (paper, D998 (D)): not measured. The study gives no reason.")
	assert.NotContains(t, text, "As invented. The inventor")
}

// A count at the end of a sentence and one at the beginning of the next would read as one number: "undecided: 0. 989 of …".
func TestNoSentenceOfTheAnswerEndsInACount(t *testing.T) {
	c := validated()
	c.Published = c.Published[:2]
	for name, s := range map[string]*words.Speaker{"en": english(t), "vi": vietnamese(t)} {
		for _, of := range []Comparison{c, validated()} {
			said := strings.Join(layout{Comparison: of, speaker: s}.answer(), " ")
			assert.NotRegexp(t, `\d\. \d`, said, name)
		}
	}
	said := strings.Join(layout{Comparison: c, speaker: english(t)}.answer(), " ")
	assert.Contains(t, said, "One published figure is held against the model: one fits, 0 do not and 0 are undecided.")
}
