package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// learnt is an invented study to learn from, of which one thing comes out as expected, one otherwise, one is undecided and one is not measured.
func learnt() Comparison {
	c := small()
	c.Study, c.Title, c.Question = "learnt", "An invented lesson", "How much does nobody save?"
	c.Lesson = &Lesson{
		Figure: "border-time-by-owner", See: "The longest bar is the longest.", Because: "It was invented so.",
		Expected: []Expectation{
			{Says: "On paper it takes 10 h.", Alternative: "paper", Measure: "border_time_h", Between: Fits{number(9), number(11)}, Interval: about(10.0625, 0.25)},
			{Says: "Digital, 3 h are saved.", Alternative: "digital", Base: "paper", Measure: "border_time_h", Between: Fits{number(-4), number(-2.5)}, Interval: about(-2, 0.125)},
			{Says: "Half find a load.", Alternative: "digital", Measure: "return_load_share", Between: Fits{number(0.45), number(0.55)}, Interval: about(0.5, 0.0625)},
			{Says: "On paper a tenth does.", Alternative: "paper", Measure: "return_load_share", Between: Fits{number(0.05), number(0.15)}, Interval: stat.Interval{}},
		},
	}
	return c
}

func TestALessonAfterTheRun(t *testing.T) {
	text := Text(learnt(), english(t), 80)
	from := strings.Index(text, "What was to be expected")
	require.Positive(t, from)
	golden(t, "lesson-80.txt", text[from:from+strings.Index(text[from:], "Measures\n")])
	assert.Regexp(t, `\| Digital, 3 h are saved\. \| -4 to -2\.5.h \| -2\.00.+\[-2\.12, -1\.88\] \| otherwise \|`, strings.ReplaceAll(Markdown(learnt(), english(t)), glue, " "))
	assert.NotContains(t, Text(small(), english(t), 80), "What was to be expected")
}

func TestALessonForPrograms(t *testing.T) {
	data, err := JSON(learnt(), english(t))
	require.NoError(t, err)
	var whole struct {
		Lesson *lessonJSON `json:"lesson"`
	}
	require.NoError(t, json.Unmarshal(data, &whole))
	require.NotNil(t, whole.Lesson)
	var readings []string
	for _, e := range whole.Lesson.Expected {
		readings = append(readings, e.Reading)
	}
	assert.Equal(t, []string{"fits", "does-not-fit", "undecided", "not-measured"}, readings)
	assert.Equal(t, number(-2.125), whole.Lesson.Expected[1].Lo)
	assert.Equal(t, "paper", whole.Lesson.Expected[1].Base)
	data, err = JSON(small(), english(t))
	require.NoError(t, err)
	assert.NotContains(t, string(data), `"lesson"`)

	data, err = CSV(learnt(), english(t))
	require.NoError(t, err)
	assert.Contains(t, string(data), "learnt,lesson,digital,paper,border_time_h,h,,,,-2,-2.125,-1.875,50,")
	assert.Contains(t, string(data), "\"Digital, 3 h are saved.\",-4,-2.5,does-not-fit,")
	assert.Equal(t, 4, strings.Count(string(data), "\nlearnt,lesson,"))
}

// On the page the answer is folded away until the reader wants it, below a link to the figure.
func TestALessonOnThePage(t *testing.T) {
	c := learnt()
	page, err := HTML(c, english(t))
	require.NoError(t, err)
	link, fold := strings.Index(page, `<a href="#border-time-by-owner">`), strings.Index(page, "<details class=\"answer\"><summary>The expected answer, and what came out</summary>")
	require.Positive(t, link)
	require.Greater(t, fold, link)
	end := fold + strings.Index(page[fold:], "</details>")
	for _, kept := range []string{"Digital, 3 h are saved.", "It was invented so.", "otherwise"} {
		at := strings.Index(page, kept)
		assert.True(t, fold < at && at < end, kept)
	}
	assert.Contains(t, page, `<figure id="border-time-by-owner">`)
	assert.Equal(t, strings.Count(page, "<details"), strings.Count(page, "</details>"))
}

func TestALessonCanPointAtACurve(t *testing.T) {
	c := bent()
	c.Lesson = &Lesson{Figure: "curve-" + c.Curves[0].Name, See: "where it meets", Because: "it bends"}
	page, err := HTML(c, english(t))
	require.NoError(t, err)
	id := "curve-" + slug(c.Curves[0].Name)
	assert.Contains(t, page, `<figure id="`+id+`">`)
	assert.Contains(t, page, `<a href="#`+id+`">`+c.Curves[0].Title)
	for figure, title := range map[string]string{"border-time-by-stage": "What the time at each stage is made of", "cost-per-tonne": "What a tonne costs, line by line", "curve-none": "curve-none"} {
		assert.Equal(t, title, layout{Comparison: c, speaker: english(t)}.figureTitle(figure))
	}
}

func inventedTask(answered bool) Task {
	c := learnt()
	for i := range c.Lesson.Expected {
		c.Lesson.Expected[i].Interval = stat.Interval{}
	}
	return Task{
		Study: c.Study, Title: c.Title, Question: c.Question, Lesson: *c.Lesson, Answered: answered,
		Run: "hanhlang compare learnt", Page: "hanhlang report learnt", Answer: "hanhlang lesson learnt --answer",
	}
}

func TestATaskAsksAndAnswers(t *testing.T) {
	golden(t, "task-80.txt", inventedTask(false).Text(english(t), 80))
	golden(t, "task-answered-80.txt", inventedTask(true).Text(english(t), 80))
	vietnamese, err := words.Speak("vi")
	require.NoError(t, err)
	golden(t, "vi-task-80.txt", inventedTask(true).Text(vietnamese, 80))
	asked, err := inventedTask(false).JSON(english(t))
	require.NoError(t, err)
	assert.NotContains(t, string(asked), "3 h are saved")
	assert.NotContains(t, string(asked), "invented so")
	assert.Contains(t, string(asked), `"run": "hanhlang compare learnt"`)
	answered, err := inventedTask(true).JSON(english(t))
	require.NoError(t, err)
	assert.Contains(t, string(answered), "3 h are saved")
	assert.Contains(t, string(answered), "invented so")
}
