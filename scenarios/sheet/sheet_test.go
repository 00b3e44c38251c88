package sheet

import (
	"bytes"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/strict"
)

// frame is made once for all tests.
var frame = sync.OnceValue(NewFrame)

func speaking(t *testing.T) func(words.Phrase) string {
	t.Helper()
	speaker, err := words.Speak("en")
	require.NoError(t, err)
	return speaker.Text
}

// there is a workbook of a text, and what is made of it after somebody has worked in it.
func thereAndBack(t *testing.T, text string, work func(file *excelize.File)) (string, []strict.Problem, *Sheet) {
	t.Helper()
	say := speaking(t)
	problems := &strict.Problems{}
	data, err := frame().Book(text, strict.Parse("my.yaml", []byte(text), problems).Node(), nil, say)
	require.NoError(t, err)
	if work != nil {
		file, err := excelize.OpenReader(bytes.NewReader(data))
		require.NoError(t, err)
		work(file)
		var out bytes.Buffer
		require.NoError(t, file.Write(&out))
		data = out.Bytes()
	}
	s, ok := frame().Open("my.xlsx", data, say, problems)
	if !ok {
		return "", problems.All(), nil
	}
	changed := s.Changed(strict.Parse("my.xlsx", []byte(s.Text), problems).Node())
	return changed, problems.All(), s
}

func TestShippedFilesComeBackToTheByte(t *testing.T) {
	count := 0
	for _, entry := range scenarios.List() {
		if entry.Kind == scenarios.StudyFile {
			continue
		}
		data, ok := scenarios.Source(entry.Name)
		require.True(t, ok, entry.Name)
		back, problems, _ := thereAndBack(t, string(data), nil)
		assert.Equal(t, string(data), back, entry.Name)
		assert.Empty(t, problems, entry.Name)
		count++
	}
	assert.Greater(t, count, 60)
}

const mine = `version: 1
kind: scenario
name: mine   # a remark
corridor: lao-bao
legs:
  - {name: QL9, length: {value: 84 km, range: [80 km, 90 km], why: measured}}
  - name: NR9
    length: 240 km   # from the map
    toll:
      value: 5 USD
      why: told
gates:
  - name: Lao Bảo–Densavanh
    posts:
      - name: Lao Bảo
        hours: "07:00-18:00"
        channels: {yellow: 30 %, red: 0.1}
        stations: [{name: declaration counters, servers: 16}]
        stages: [{name: declaration, service: {triangular: [10 min, 20 min, 40 min]}}]
`

// lineOf is the row of a path.
func lineOf(t *testing.T, file *excelize.File, path string) int {
	t.Helper()
	rows, err := file.GetRows("Figures")
	require.NoError(t, err)
	for i, cells := range rows {
		if cells[0] == path {
			return i + 1
		}
	}
	t.Fatalf("no row %s in %v", path, rows)
	return 0
}

func TestChangedCellsAreChangedInTheText(t *testing.T) {
	const post = "gates[Lao Bảo–Densavanh].posts[Lao Bảo]."
	for name, c := range map[string]struct {
		path  string
		at    column
		value any
		want  string // in the place of was
		was   string
	}{
		"a number":               {"legs[QL9].length", valueColumn, 85.5, "{value: 85.5 km, range", "{value: 84 km, range"},
		"an end":                 {"legs[QL9].length", highColumn, 100, "[80 km, 100 km]", "[80 km, 90 km]"},
		"a reason":               {"legs[QL9].length", whyColumn, "đo lại", `why: "đo lại"}`, "why: measured}"},
		"a bare figure":          {"legs[NR9].length", valueColumn, 241, "length: 241 km   # from the map", "length: 240 km   # from the map"},
		"a new reason":           {"legs[NR9].length", whyColumn, "đo", `length: {value: 240 km, why: "đo"}   # from`, "length: 240 km   # from"},
		"a number of lines":      {"legs[NR9].toll", valueColumn, 6, "value: 6 USD", "value: 5 USD"},
		"a text with a unit":     {"legs[NR9].length", valueColumn, "150 miles", "length: 150 miles ", "length: 240 km "},
		"hours":                  {post + "hours", valueColumn, "06:00-22:00", `hours: "06:00-22:00"`, `hours: "07:00-18:00"`},
		"a share":                {post + "channels.red", valueColumn, 0.25, "red: 0.25", "red: 0.1"},
		"a count":                {post + "stations[declaration counters].servers", valueColumn, 18, "servers: 18}", "servers: 16}"},
		"a time of a law":        {post + "stages[declaration].service.triangular", likelyColumn, 25, "[10 min, 25 min, 40 min]", "[10 min, 20 min, 40 min]"},
		"a number kept as text":  {"legs[NR9].length", valueColumn, "241", "length: 241 km ", "length: 240 km "},
		"a text with a comma":    {"legs[NR9].length", valueColumn, "241,5", "length: 241.5 km ", "length: 240 km "},
		"a sum with a long tail": {"legs[NR9].length", valueColumn, 0.1 + 0.2, "length: 0.3 km ", "length: 240 km "},
	} {
		t.Run(name, func(t *testing.T) {
			back, _, _ := thereAndBack(t, mine, func(file *excelize.File) {
				require.NoError(t, file.SetCellValue("Figures", cell(c.at, lineOf(t, file, c.path)), c.value))
			})
			assert.Equal(t, string(bytes.Replace([]byte(mine), []byte(c.was), []byte(c.want), 1)), back)
			assert.NotEqual(t, mine, back)
		})
	}
}

func TestPerCentOfExcelIsTaken(t *testing.T) {
	back, _, _ := thereAndBack(t, mine, func(file *excelize.File) {
		style, err := file.NewStyle(&excelize.Style{NumFmt: 9})
		require.NoError(t, err)
		at := cell(valueColumn, lineOf(t, file, "gates[Lao Bảo–Densavanh].posts[Lao Bảo].channels.yellow"))
		require.NoError(t, file.SetCellValue("Figures", at, 0.35))
		require.NoError(t, file.SetCellStyle("Figures", at, at, style))
	})
	assert.Contains(t, back, "yellow: 35 %")
}

// Excel keeps days as numbers and times of day as parts of one, and shows them by their format: 1 May 2026 is day 46143 since the end of
// 1899, and day 44681 for a workbook that counts from 1904.
func TestDaysAndTimesOfExcelAreTaken(t *testing.T) {
	const days = "version: 1\nkind: scenario\nname: mine\ncorridor: lao-bao\nhorizon:\n  start: 2026-04-06   # a Monday\n"
	shown := func(file *excelize.File, path string, value any, style *excelize.Style) {
		id, err := file.NewStyle(style)
		require.NoError(t, err)
		at := cell(valueColumn, lineOf(t, file, path))
		require.NoError(t, file.SetCellValue("Figures", at, value))
		require.NoError(t, file.SetCellStyle("Figures", at, at, id))
	}
	vietnamese, american := "dd/mm/yyyy", "m/d/yyyy;@"
	for name, style := range map[string]*excelize.Style{"as Excel has it": {NumFmt: 14}, "Vietnamese": {CustomNumFmt: &vietnamese}, "American": {CustomNumFmt: &american}} {
		back, problems, _ := thereAndBack(t, days, func(file *excelize.File) { shown(file, "horizon.start", 46143, style) })
		assert.Empty(t, problems, name)
		assert.Contains(t, back, "start: 2026-05-01   # a Monday", name)
	}
	back, _, _ := thereAndBack(t, days, func(file *excelize.File) {
		yes := true
		require.NoError(t, file.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
		shown(file, "horizon.start", 44681, &excelize.Style{NumFmt: 14})
	})
	assert.Contains(t, back, "start: 2026-05-01   # a Monday")
	back, _, _ = thereAndBack(t, days, func(file *excelize.File) { shown(file, "horizon.start", "01/05/2026", &excelize.Style{NumFmt: 49}) })
	assert.Contains(t, back, "01/05/2026", "a text stays one, and the reader of files says what a day looks like")

	vessel := "version: 1\nkind: corridor\nname: mine\ndepots:\n  - name: Tiên Sa\n    vessels: [{name: feeder, days: Wed, at: \"06:00\"}]\n"
	back, _, _ = thereAndBack(t, vessel, func(file *excelize.File) {
		shown(file, "depots[Tiên Sa].vessels[feeder].at", 0.8125, &excelize.Style{NumFmt: 20})
	})
	assert.Contains(t, back, `at: "19:30"`, "13/16 of a day")
}

func TestARangeIsAddedToABareFigure(t *testing.T) {
	back, problems, _ := thereAndBack(t, mine, func(file *excelize.File) {
		line := lineOf(t, file, "legs[NR9].length")
		require.NoError(t, file.SetCellValue("Figures", cell(lowColumn, line), 200))
		require.NoError(t, file.SetCellValue("Figures", cell(highColumn, line), 300))
		require.NoError(t, file.SetCellValue("Figures", cell(valueColumn, line), 250))
	})
	assert.Empty(t, problems)
	assert.Contains(t, back, "length: {value: 250 km, range: [200 km, 300 km]}   # from the map")
}

func TestColumnsMayBeMovedAndRowsSorted(t *testing.T) {
	back, problems, _ := thereAndBack(t, mine, func(file *excelize.File) {
		require.NoError(t, file.InsertCols("Figures", "A", 2))
		require.NoError(t, file.InsertRows("Figures", 2, 3))
	})
	assert.Equal(t, mine, back)
	assert.Empty(t, problems)
}

func TestWhatIsWrongIsToldByItsCell(t *testing.T) {
	for name, c := range map[string]struct {
		path  string
		at    column
		value any
		what  string
	}{
		"emptied":         {"legs[QL9].length", valueColumn, "", "sheet.emptied"},
		"unclear":         {"legs[QL9].length", valueColumn, "1.234,5", "sheet.unclear"},
		"thousands":       {"legs[QL9].length", valueColumn, "1,234", "sheet.unclear"},
		"an error":        {"legs[QL9].length", valueColumn, "#DIV/0!", "sheet.error-value"},
		"one end":         {"legs[NR9].length", lowColumn, 200, "sheet.one-end"},
		"another path":    {"legs[QL9].length", pathColumn, "legs[QL9].lenght", "sheet.unknown-path"},
		"no place":        {"legs[QL9].length", likelyColumn, 84, "sheet.no-place"},
		"a path twice":    {"legs[QL9].length", pathColumn, "legs[NR9].length", "sheet.path-twice"},
		"text for number": {"legs[NR9].length", valueColumn, "241", "sheet.text-taken"},
	} {
		t.Run(name, func(t *testing.T) {
			var line int
			_, problems, _ := thereAndBack(t, mine, func(file *excelize.File) {
				line = lineOf(t, file, c.path)
				require.NoError(t, file.SetCellValue("Figures", cell(c.at, line), c.value))
			})
			require.NotEmpty(t, problems)
			assert.Equal(t, c.what, problems[0].What.ID)
			if c.what != "sheet.path-twice" {
				assert.Equal(t, "my.xlsx, sheet Figures, cell "+cell(c.at, line), problems[0].Pos.String())
			}
		})
	}
}

func TestOtherWorkbooksAreRefused(t *testing.T) {
	say := speaking(t)
	problems := &strict.Problems{}
	_, ok := frame().Open("my.xlsx", []byte("no workbook"), say, problems)
	assert.False(t, ok)
	var out bytes.Buffer
	require.NoError(t, excelize.NewFile().Write(&out))
	_, ok = frame().Open("my.xlsx", out.Bytes(), say, problems)
	assert.False(t, ok)
	assert.Equal(t, "sheet.no-workbook", problems.All()[0].What.ID)
	assert.Equal(t, "sheet.not-ours", problems.All()[1].What.ID)
}

func TestProblemsOfTheTextHaveTheirCell(t *testing.T) {
	_, _, s := thereAndBack(t, mine, nil)
	line := s.lines["legs[QL9].length"]
	for path, at := range map[string]column{
		"legs[QL9].length": valueColumn, "legs[QL9].length.value": valueColumn, "legs[QL9].length.range[1]": highColumn,
		"legs[QL9].length.range": lowColumn, "legs[QL9].length.fact": factColumn,
	} {
		assert.Equal(t, "my.xlsx, sheet Figures, cell "+cell(at, line), s.Place(strict.Problem{Path: path}).Pos.String(), path)
	}
	assert.Equal(t, "my.xlsx", s.Place(strict.Problem{Path: "flows"}).Pos.String())
}

func TestProblemsOfASheetAreThoseOfAFile(t *testing.T) {
	problems := &strict.Problems{}
	frame().Open("my.xlsx", []byte("no workbook"), speaking(t), problems)
	assert.Equal(t, strict.Scenario, problems.Class())
}

// A bare figure that is changed and given a reason at once is written once, with both, and the changes beside it stay.
func TestFigureAndItsReasonChangeAtOnce(t *testing.T) {
	back, problems, _ := thereAndBack(t, mine, func(file *excelize.File) {
		line := lineOf(t, file, "legs[NR9].length")
		require.NoError(t, file.SetCellValue("Figures", cell(valueColumn, line), 250))
		require.NoError(t, file.SetCellValue("Figures", cell(whyColumn, line), "measured anew"))
		require.NoError(t, file.SetCellValue("Figures", cell(valueColumn, lineOf(t, file, "legs[NR9].toll")), 6))
	})
	assert.Empty(t, problems)
	assert.Contains(t, back, `length: {value: 250 km, why: "measured anew"}   # from the map`)
	assert.Contains(t, back, "value: 6 USD")
}
