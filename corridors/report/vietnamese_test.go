package report

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
)

func vietnamese(t *testing.T) *words.Speaker {
	t.Helper()
	s, err := words.Speak("vi")
	require.NoError(t, err)
	return s
}

func TestAnswersInVietnamese(t *testing.T) {
	golden(t, "vi-small-80.txt", Text(small(), vietnamese(t), 80))
	golden(t, "vi-single-80.txt", Text(single(), vietnamese(t), 80))
	golden(t, "vi-small.md", Markdown(small(), vietnamese(t)))
}

// vietnameseTexts are all pages of the fixtures, at the width of a terminal.
func vietnameseTexts(t *testing.T, columns int) map[string]string {
	s := vietnamese(t)
	texts := map[string]string{"explained": inventedAccounts().Text(s, columns), "itinerary": inventedItinerary().Text(s, columns)}
	for name, c := range map[string]Comparison{
		"invented": invented(), "small": small(), "single": single(), "rivals": rivals(), "bent": bent(), "validated": validated(), "growing": growing(),
		"watched": watched(), "watched alone": watchedAlone(), "aimed": aimed(),
	} {
		texts[name] = Text(c, s, columns)
	}
	return texts
}

// Commands, versions and paths have points of their own; what a user can type has the point that it is typed with.
var (
	typed   = regexp.MustCompile(`1\.2 times( its capacity)?|v0\.0\.0-test|--set \S+|[a-z-]+\.yaml\S*`)
	pointed = regexp.MustCompile(`\d\.\d{1,2}\b|\d \d{3}\b`)
)

// No number of an answer has an English point, and no line is wider than the terminal, diacritics counted as one with their letters.
func TestVietnameseNumbersHaveCommasAndLinesFit(t *testing.T) {
	for _, columns := range []int{80, 100} {
		for name, text := range vietnameseTexts(t, columns) {
			for line := range strings.Lines(text) {
				line = strings.TrimRight(line, "\n")
				assert.NotRegexp(t, pointed, typed.ReplaceAllString(line, ""), "%s at %d columns", name, columns)
				if !strings.HasPrefix(line, "hanhlang ") { // a command is copied as it is
					assert.LessOrEqual(t, wide(line), columns, "%s: %s", name, line)
				}
			}
		}
	}
}

// Figures are drawn in Vietnamese without anything lying on something else, and their numbers have commas; so has the page they are on.
func TestVietnameseReportsAreDrawn(t *testing.T) {
	s := vietnamese(t)
	for name, c := range map[string]Comparison{"reported": reported(), "single": single(), "watched alone": watchedAlone(), "validated": validated()} {
		for _, part := range lay(c, s).sections {
			for _, p := range part.pictures {
				assert.Empty(t, p.draw().Clashes(), "%s: %s", name, p.name)
				svg := p.draw().SVG(p.name, p.title, p.caption)
				for _, text := range regexp.MustCompile(`<text[^>]*>([^<]*)</text>`).FindAllStringSubmatch(svg, -1) {
					assert.NotRegexp(t, pointed, text[1], "%s: %s", name, p.name)
				}
			}
		}
		page, err := HTML(c, s)
		require.NoError(t, err)
		assert.Contains(t, page, `lang="vi"`)
		for _, cell := range regexp.MustCompile(`<td[^>]*>([^<]*)`).FindAllStringSubmatch(page, -1) {
			assert.NotRegexp(t, pointed, strings.ReplaceAll(cell[1], "1.2 times", ""), name)
		}
	}
}

// Keys, names, units and numbers of JSON and CSV are the same in every language.
func TestFilesForProgramsHaveTheSameNumbersInVietnamese(t *testing.T) {
	for _, c := range []Comparison{small(), growing(), watched()} {
		inEnglish, err := JSON(c, english(t))
		require.NoError(t, err)
		inVietnamese, err := JSON(c, vietnamese(t))
		require.NoError(t, err)
		var one, other any
		require.NoError(t, json.Unmarshal(inEnglish, &one))
		require.NoError(t, json.Unmarshal(inVietnamese, &other))
		assert.Equal(t, bones(one), bones(other))
		table, err := CSV(c, vietnamese(t))
		require.NoError(t, err)
		assert.NotRegexp(t, `(^|,)"?-?\d+,\d+"(,|$)`, string(table))
		header, _, _ := strings.Cut(string(table), "\n")
		same, err := CSV(c, english(t))
		require.NoError(t, err)
		assert.True(t, strings.HasPrefix(string(same), header+"\n"))
	}
}

// bones are a JSON value without what its texts say.
func bones(value any) any {
	switch value := value.(type) {
	case string:
		return ""
	case []any:
		for i := range value {
			value[i] = bones(value[i])
		}
	case map[string]any:
		for key := range value {
			value[key] = bones(value[key])
		}
	}
	return value
}

// A workbook in Vietnamese reckons to the same figures: its sums find the names that stand in its tables.
func TestVietnameseWorkbookReckonsToTheReport(t *testing.T) {
	data, err := Workbook(priced(), vietnamese(t))
	require.NoError(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, f.Close()) })
	assert.Equal(t, []string{"Tóm tắt", "Công đoạn", "TRS", "TFI", "TCD", "Chi phí", "Đầu vào", "Phương pháp"}, f.GetSheetList())
	assert.Equal(t, len(formulas(t, opened(t, priced()))), len(formulas(t, f)))
	assert.Equal(t, []string{"Tổng theo phương án", "nhiên liệu khi có hàng", "phí cầu đường", "tổng"}, rowOf(t, f, "Chi phí", 9))
	assert.Equal(t, []string{"paper", "164.00", "12.00", "176.00"}, rowOf(t, f, "Chi phí", 10), "numbers are the program's that opens the file, to show as it is set up")
}

// Every unit of a measure that is a word is said in Vietnamese.
func TestUnitsAreSaidInVietnamese(t *testing.T) {
	l := layout{speaker: vietnamese(t)}
	symbols := regexp.MustCompile(`^(%|h|km|USD|USD/(t|km|tkm)|g/tkm)$`)
	for _, d := range Measures() {
		unit, _ := l.unit(d.Unit)
		assert.True(t, symbols.MatchString(unit) || unit != d.Unit, "%s in %s", d.Name, unit)
	}
}

// Places, causes and values of files are said in Vietnamese wherever they stand.
func TestPlacesAndValuesAreSaidInVietnamese(t *testing.T) {
	c := watched()
	for _, a := range c.Alternatives {
		a.Indicators.TRS[0].Place, a.Indicators.TFI[0].Place = "Mukdahan bridge", "Mukdahan bridge"
		a.Indicators.Delay[1] = indicators.Delay{Cause: "load-wait", Name: "load", Place: "exit post", Hours: fewer(4, 0.25)}
	}
	c.Published[0].Says = "2.5 days"
	text := Text(c, vietnamese(t), 100)
	for _, want := range []string{"cầu Mukdahan, chiều xuất", "chờ hàng: cửa khẩu xuất", "2,5 ngày", "280/ngày"} {
		assert.Contains(t, plain(text), want)
	}
	for _, not := range []string{"bridge", "exit post", "/day"} {
		assert.NotContains(t, text, not)
	}
	assert.Contains(t, Markdown(c, vietnamese(t)), "mọi luồng, 24 h")
}

// What Vietnamese readers stumbled over: two colons in a sentence, a word twice, a total without a name.
func TestVietnameseReadsWithoutStumbling(t *testing.T) {
	s := vietnamese(t)
	for paragraph := range strings.SplitSeq(strings.Join(layout{Comparison: growing(), speaker: s}.growthAnswer(), "\n"), "\n") {
		assert.LessOrEqual(t, strings.Count(paragraph, ":"), 1, paragraph)
	}
	page := Markdown(watched(), s)
	assert.Contains(t, page, "Từ khi xe tới nơi cho đến khi rời đi")
	assert.Contains(t, page, "tổng thời gian xe không chạy")
	for phrase := range strings.SplitSeq(page, "|") {
		assert.NotContains(t, phrase, "đến đến")
	}
}

// A law with its parameters is longer than a telephone is wide, so lines may part between them, and never between a number and its unit.
func TestLawsMayBreakBetweenTheirParameters(t *testing.T) {
	l := layout{speaker: vietnamese(t)}
	assert.Equal(t, "loga chuẩn: trung bình: 12"+glue+"min, hệ số biến thiên: 0,5", l.written("lognormal: mean: 12 min, cv: 0.5"))
	assert.Equal(t, "15"+glue+"min", l.written("15 min"))
}

// What shipped figures rest on is said in Vietnamese; names of sources and reasons of a user's own stand as in their file.
func TestReasonsInVietnamese(t *testing.T) {
	l := layout{speaker: vietnamese(t)}
	assert.Equal(t, "D147; chưa tìm thấy số đếm", l.rests(Input{Fact: "D147", Source: "no count found"}))
	assert.Equal(t, "một nửa số của Lao Bảo; a source of my own", l.rests(Input{Why: "half of those of Lao Bảo", Source: "a source of my own"}))
}
