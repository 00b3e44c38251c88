package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
)

// part is one field of the JSON of an answer, set as the answer sets it.
func part(t *testing.T, c Comparison, field string) string {
	t.Helper()
	data, err := JSON(c, english(t))
	require.NoError(t, err)
	var whole map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(data, &whole))
	require.Contains(t, whole, field)
	text, err := json.MarshalIndent(whole[field], "", "  ")
	require.NoError(t, err)
	return string(text) + "\n"
}

// The names of fields are a contract: what programs read of growth, of curves with what moves them, of the best and of lessons.
func TestPartsOfJSONKeepTheirShape(t *testing.T) {
	golden(t, "growth.json", part(t, growing(), "growth"))
	golden(t, "curves.json", part(t, shifted(), "curves"))
	golden(t, "best.json", part(t, rivals(), "best"))
	golden(t, "lesson.json", part(t, learnt(), "lesson"))
}

// rowsOfKinds are the rows of a CSV answer whose kind begins with a word, below the headings.
func rowsOfKinds(t *testing.T, c Comparison, kind string) string {
	t.Helper()
	data, err := CSV(c, english(t))
	require.NoError(t, err)
	var out strings.Builder
	for i, line := range strings.SplitAfter(string(data), "\n") {
		if i == 0 || strings.HasPrefix(line, c.Study+","+kind) {
			out.WriteString(line)
		}
	}
	return out.String()
}

// Columns of CSV stay where they are; others may be added at their end.
func TestRowsOfCSVKeepTheirShape(t *testing.T) {
	golden(t, "growth.csv", rowsOfKinds(t, growing(), "growth"))
	golden(t, "curves.csv", rowsOfKinds(t, shifted(), "curve"))
	golden(t, "best.csv", rowsOfKinds(t, rivals(), "best"))
	golden(t, "lesson.csv", rowsOfKinds(t, learnt(), "lesson"))
}

// sheetText is a sheet of a workbook as it is shown, a row a line.
func sheetText(t *testing.T, c Comparison, language string, sheet words.Phrase) string {
	t.Helper()
	say, err := words.Speak(language)
	require.NoError(t, err)
	f := openedIn(t, c, say)
	rows, err := f.GetRows(say.Text(sheet))
	require.NoError(t, err)
	var out strings.Builder
	for _, row := range rows {
		out.WriteString(strings.TrimRight(strings.Join(row, " | "), " |") + "\n")
	}
	return out.String()
}

// Sheets say the same in both languages: as many rows, and as many fields in each.
func TestSheetsAreWrittenAsBefore(t *testing.T) {
	for _, sheet := range []struct {
		name string
		of   Comparison
		at   words.Phrase
	}{
		{"growth", growing(), words.Say("report.sheet.growth")},
		{"curves", shifted(), words.Say("report.sheet.curves")},
		{"best", rivals(), words.Say("report.sheet.best")},
	} {
		shape := map[string][]int{}
		for _, language := range []string{"en", "vi"} {
			text := sheetText(t, sheet.of, language, sheet.at)
			golden(t, "sheets/"+language+"-"+sheet.name+".txt", text)
			for line := range strings.Lines(text) {
				shape[language] = append(shape[language], strings.Count(line, " | "))
			}
		}
		assert.Equal(t, shape["en"], shape["vi"], sheet.name)
	}
}

// A lesson says in Vietnamese what it says in English, but for what its author wrote.
func TestALessonInVietnamese(t *testing.T) {
	say, err := words.Speak("vi")
	require.NoError(t, err)
	text := Text(learnt(), say, 80)
	from := strings.Index(text, "Kết quả mong đợi")
	require.Positive(t, from)
	golden(t, "vi-lesson-80.txt", text[from:from+strings.Index(text[from:], "Các chỉ tiêu")])
	golden(t, "vi-growth-100.txt", Text(growing(), say, 100))
}
