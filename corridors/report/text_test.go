package report

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
)

// Row X96 of what is bad input.
func TestNoLineIsWiderThanTheTerminal(t *testing.T) {
	s := english(t)
	for _, c := range []Comparison{invented(), small(), single()} {
		c.Repeat = "" // a command is copied, so it is never broken
		for columns := 20; columns <= 160; columns += 3 {
			for _, line := range strings.Split(Text(c, s, columns), "\n") {
				require.LessOrEqual(t, wide(line), columns, "%d columns: %q", columns, line)
			}
		}
	}
}

func TestNarrowerThanTwentyColumnsIsSetAtTwenty(t *testing.T) {
	assert.Equal(t, Text(small(), english(t), 20), Text(small(), english(t), 0))
}

func TestFiveAlternativesStandSideBySideAtHundredColumns(t *testing.T) {
	row := ""
	for _, line := range strings.Split(Text(invented(), english(t), 100), "\n") {
		if strings.HasPrefix(line, "  Border time [h]") && row == "" {
			row = line
		}
	}
	assert.Equal(t, []string{"10.00", "9.00", "8.00", "7.00", "6.00"}, strings.Fields(row)[3:]) // 10 h less a tenth at each step
}

func TestTableTooWideComesApartByAlternative(t *testing.T) {
	text := Text(invented(), english(t), 70)
	for _, name := range []string{"paper-one-way", "digital-both-two-way"} {
		assert.Contains(t, text, "\n"+name+"\n  Measure\n", "a block of its own, under its name")
	}
}

func TestLabelsStandOnLinesOfTheirOwnWhereRoomIsShort(t *testing.T) {
	assert.Regexp(t, `\n  Border time \[h\]\n +10.00 +9.00 +8.00 +7.00 +6.00\n +\[9.80, 10.20\]`, Text(invented(), english(t), 80))
}

func TestWideTerminalHasBoundsBesideTheirEstimate(t *testing.T) {
	assert.Contains(t, Text(small(), english(t), 140), "10.06  [9.81, 10.31]  8.06  [7.81, 8.31]")
}

// Vietnamese letters take one column with all their marks, Lao vowels and tone marks above and below take none (Unicode class Mn).
func TestColumnsOfVietnameseAndLaoNamesAreStraight(t *testing.T) {
	one := about(0.5, 0.01)
	c := single()
	c.Alternatives[0].Stations = nil
	for _, name := range []string{"Lao Bảo", "Lao Ba\u0309o", "ດ່ານສາກົນ", "ສະຫວັນນະເຂດ", "Huế"} { // the second in decomposed letters
		c.Alternatives[0].Stations = append(c.Alternatives[0].Stations, Station{Name: name, Utilisation: one})
	}
	var ends []int
	for _, line := range strings.Split(Text(c, english(t), 100), "\n") {
		if at := strings.Index(line, "50.0"); at >= 0 {
			ends = append(ends, columnsOf(line[:at]))
		}
	}
	require.Len(t, ends, 5)
	for _, end := range ends {
		assert.Equal(t, ends[0], end)
	}
}

// columnsOf counts letters without their marks, apart from what the table library believes.
func columnsOf(text string) int {
	count := 0
	for _, r := range text {
		mark := r >= 0x300 && r <= 0x36f || r == 0xeb1 || r >= 0xeb4 && r <= 0xebc || r >= 0xec8 && r <= 0xece
		if !mark {
			count++
		}
	}
	return count
}

// The width table reads LANG when the program starts, so a second program has to start.
func TestTextDoesNotDependOnTheLanguageOfTheMachine(t *testing.T) {
	if os.Getenv("TEST_PRINTS_TEXT") != "" {
		_, err := os.Stdout.WriteString(Text(invented(), english(t), 100))
		require.NoError(t, err)
		return
	}
	again := exec.Command(os.Args[0], "-test.run=TestTextDoesNotDependOnTheLanguageOfTheMachine")
	again.Env = append(os.Environ(), "TEST_PRINTS_TEXT=1", "LANG=zh_CN.UTF-8", "LC_ALL=zh_CN.UTF-8", "RUNEWIDTH_EASTASIAN=1", "TERM=dumb")
	out, err := again.Output()
	require.NoError(t, err)
	assert.True(t, strings.HasPrefix(string(out), Text(invented(), english(t), 100)))
}

func TestFailedAuditStandsBeforeAllFigures(t *testing.T) {
	c := small()
	c.Audit[1] = Check{Name: "ledger of money", Detail: words.Plain("residual 3 micro-USD")}
	text := Text(c, english(t), 80)
	failed, figures := strings.Index(text, "One of 2 checks does not hold: do not use these figures."), strings.Index(text, "\nMeasures\n")
	require.Positive(t, failed)
	assert.Less(t, failed, figures)
	assert.Contains(t, text, "residual 3 micro-USD")
	assert.Contains(t, text, "residual 0 ticks", "in full: what holds as well")
	assert.Equal(t, 1, strings.Count(text, "Self-audit"))
}

func TestWarningsStandBeforeAllFigures(t *testing.T) {
	c := small()
	c.Warnings = []words.Phrase{words.Plain("10.0/h arrive, 8.0/h can pass")}
	text := Text(c, english(t), 80)
	assert.Less(t, strings.Index(text, "10.0/h arrive"), strings.Index(text, "\nMeasures\n"))
}

func TestGradesCAndDAreMarked(t *testing.T) {
	c := small()
	c.Published[0].Grade = "D"
	c.Drivers = nil
	text := Text(c, english(t), 100)
	assert.Contains(t, text, "C999 (D)")
	assert.Contains(t, Text(invented(), english(t), 100), "C999 (C)")
	assert.Contains(t, Text(invented(), english(t), 100), "2. arrivals (east) (D)")
}

func TestCommandIsNeverBroken(t *testing.T) {
	assert.Contains(t, Text(small(), english(t), 20), "\nhanhlang compare invented --seed 7 --replications 50\n")
}

func TestEmptyAnswerIsStillText(t *testing.T) {
	assert.NotPanics(t, func() { Text(Comparison{}, english(t), 80) })
	assert.NotPanics(t, func() { Markdown(Comparison{}, english(t)) })
}

// TestATablePerAlternativeLeavesOutWhatItHasNot: rows with a dash alone, and headings over none.
func TestATablePerAlternativeLeavesOutWhatItHasNot(t *testing.T) {
	whole := table{
		columns: []column{{heading: "Stage"}, {heading: "one", alternative: true}, {heading: "two", alternative: true}},
		rows: []row{
			{span: "A"},
			{cells: []cell{{value: "a"}, {value: "1"}, {value: dash}}},
			{span: "B"},
			{cells: []cell{{value: "b"}, {value: dash}, {value: "2"}}},
			{span: "C"},
			{cells: []cell{{value: "c"}, {value: "3"}, {value: dash}}},
		},
	}
	first, name := whole.only(0)
	assert.Equal(t, "one", name)
	assert.Equal(t, []row{{span: "A"}, {cells: []cell{{value: "a"}, {value: "1"}}}, {span: "C"}, {cells: []cell{{value: "c"}, {value: "3"}}}}, first.rows)
	second, _ := whole.only(1)
	assert.Equal(t, []row{{span: "B"}, {cells: []cell{{value: "b"}, {value: "2"}}}}, second.rows)
}
