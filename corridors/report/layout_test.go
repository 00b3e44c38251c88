package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/sim/stat"
)

func stages(names ...string) Alternative {
	var a Alternative
	for _, name := range names {
		a.Stages = append(a.Stages, Stage{Stage: name, Country: "VN", Place: "Lao Bảo", Interval: about(1, 0.1)})
	}
	return a
}

func names(steps []step) []string {
	var all []string
	for _, s := range steps {
		all = append(all, s.stage)
	}
	return all
}

func TestStageOfOneAlternativeStandsWhereATruckMeetsIt(t *testing.T) {
	l := layout{Comparison: Comparison{Alternatives: []Alternative{
		stages("gate-in", "counter", "release"), stages("pre-check", "gate-in", "lane check", "release", "survey"),
	}}}
	assert.Equal(t, []string{"pre-check", "gate-in", "lane check", "counter", "release", "survey"}, names(l.steps()))
}

func TestStagesOfACountryStandTogether(t *testing.T) {
	there, back := stages("exit"), stages("entry")
	back.Stages[0].Country = "LA"
	a := Alternative{Stages: append(append(there.Stages, back.Stages...), stages("release").Stages...)}
	l := layout{Comparison: Comparison{Alternatives: []Alternative{a}}}
	assert.Equal(t, []string{"exit", "release", "entry"}, names(l.steps()))
}

func TestPlacesOfACountryHaveHeadings(t *testing.T) {
	a := stages("exit", "entry")
	a.Stages[1].Place = "La Lay"
	l := layout{Comparison: Comparison{Alternatives: []Alternative{a}}, speaker: english(t)}
	rows := l.stages().table.rows
	assert.Equal(t, "Vietnam", rows[0].cells[0].value)
	assert.Equal(t, "Lao Bảo", rows[1].span)
	assert.Equal(t, "La Lay", rows[3].span)
}

func TestStageThatAnAlternativeLacksIsADash(t *testing.T) {
	l := layout{Comparison: Comparison{Alternatives: []Alternative{stages("a"), stages("b")}}, speaker: english(t)}
	rows := l.stages().table.rows
	assert.Equal(t, cell{value: "–"}, rows[0].cells[2], "no border time of the country")
	assert.Equal(t, "1.00", rows[1].cells[3].value, "the later alternative's stage comes first where nothing precedes it")
	assert.Equal(t, cell{value: "–"}, rows[1].cells[2])
}

func TestMeasureThatNobodyHasIsNotShown(t *testing.T) {
	c := small()
	for i := range c.Alternatives {
		c.Alternatives[i].Measures = []Measure{{"border_time_h", "h", stat.Interval{}}}
	}
	assert.Empty(t, layout{Comparison: c, speaker: english(t)}.measures().heading)
}

func TestStudyShowsWhatItNames(t *testing.T) {
	c := small()
	c.Named = []string{"station.Lao Bảo/lanes.queue_trucks", "beauty", "border_time_p90_h"}
	shown := layout{Comparison: c, speaker: english(t)}.shownMeasures()
	assert.Contains(t, shown, "border_time_p90_h")
	assert.Equal(t, []string{"station.Lao Bảo/lanes.queue_trucks", "beauty"}, shown[len(shown)-2:])
}

func TestMeasureOutsideTheCatalogueGoesByItsName(t *testing.T) {
	c := small()
	c.Named = []string{"beauty"}
	c.Alternatives[0].Measures = []Measure{{"beauty", "stars", about(4, 0.1)}}
	rows := layout{Comparison: c, speaker: english(t)}.measures().table.rows
	assert.Equal(t, "Beauty [stars]", plain(rows[len(rows)-1].cells[0].value))
}

func TestPairsStayTogether(t *testing.T) {
	l := layout{Comparison: Comparison{Differences: []Difference{
		{Alternative: "b", Base: "a", Measure: "1"}, {Alternative: "c", Base: "a", Measure: "1"}, {Alternative: "b", Base: "a", Measure: "2"},
	}}}
	order := ""
	for _, d := range l.pairs() {
		order += d.Alternative + d.Measure + " "
	}
	assert.Equal(t, "b1 b2 c1 ", order)
}

func TestOnlyPositiveFiguresGetAPlus(t *testing.T) {
	assert.Equal(t, figure{"+1.0", "-2.0", "0.0"}, plus(figure{"1.0", "-2.0", "0.0"}))
	assert.Equal(t, figure{}, plus(figure{}))
}

// TestOnlyAGainIsCalledOne: a factor of 1.0 and below, as printed, is nothing that shared luck was worth.
func TestOnlyAGainIsCalledOne(t *testing.T) {
	for ratio, want := range map[float64]bool{0.5: false, 0.9: false, 1: false, 1.04: false, 1.06: true, 14: true} {
		c := small()
		c.Differences[0].VarianceRatio = number(ratio)
		notes := strings.Join(layout{Comparison: c, speaker: english(t)}.differenceNotes(), " ")
		assert.Equal(t, want, strings.Contains(notes, "Without shared luck"), "%v", ratio)
	}
}

func TestGainHasTwoDigits(t *testing.T) {
	for x, want := range map[float64]string{1.26: "1.3", 9.94: "9.9", 9.96: "10", 14.2: "14", 1234: "1 200"} {
		assert.Equal(t, want, plain(factor(x)))
	}
}

func TestInputOfNoKnownGradeCountsAsAssumed(t *testing.T) {
	assert.Equal(t, Grades{B: 1, D: 2}, Comparison{Inputs: []Input{{Grade: "B"}, {Grade: "D"}, {Grade: "?"}}}.Grades())
}

func TestCountriesHaveNamesAndNamesStay(t *testing.T) {
	l := layout{speaker: english(t)}
	assert.Equal(t, "Laos", l.country("LA"))
	assert.Equal(t, "Ruritania", l.country("Ruritania"))
}

// A source that several figures rest on is named once in a section.
func TestNotesAreSaidOnce(t *testing.T) {
	c := invented()
	again := c.Published[0]
	again.Alternative = "paper-two-way"
	c.Published = append(c.Published, again)
	assert.Equal(t, 1, strings.Count(plain(Text(c, english(t), 100)), "All posts of the border, not this one."))
	for name, of := range map[string]Comparison{"invented": c, "validated": validated(), "watched": watched(), "growing": growing()} {
		for _, part := range lay(of, vietnamese(t)).sections {
			said := append(slices.Clone(part.notes), part.list...)
			for i, note := range said {
				assert.NotContains(t, said[:i], note, "%s: %s", name, part.heading)
			}
		}
	}
	assert.Equal(t, []string{"a", "b"}, once([]string{"a", "b", "a"}))
	assert.Nil(t, once(nil))
}
