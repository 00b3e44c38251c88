package study

import (
	"math"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/sim/stat"
)

// taught is a shipped lesson with its answer.
func taught(t *testing.T, name string) (*scenarios.Study, *report.Comparison) {
	t.Helper()
	if testing.Short() {
		t.Skip("lessons run in full")
	}
	s, err := scenarios.LoadStudy(name, nil)
	require.NoError(t, err)
	c := answerOf(t, s, Options{Seed: 1, Workers: runtime.NumCPU()})
	for _, check := range c.Audit {
		assert.True(t, check.OK, check.Name)
	}
	asExpected(t, c)
	return s, c
}

// asExpected holds a lesson against its run: the whole interval lies where it is expected, and the words in each language say a figure that
// lies there too.
func asExpected(t *testing.T, c *report.Comparison) {
	t.Helper()
	require.NotNil(t, c.Lesson)
	require.Greater(t, len(c.Lesson.Expected), 3)
	for _, e := range c.Lesson.Expected {
		low, high := *e.Between.Low, *e.Between.High
		require.True(t, e.Interval.Bounded(), e.Says)
		assert.True(t, low <= e.Interval.Lo && e.Interval.Hi <= high, "%s: %v to %v", e.Says, e.Interval.Lo, e.Interval.Hi)
		for language, decimal := range map[string]string{"en": ".", "vi": ","} {
			say, err := words.Speak(language)
			require.NoError(t, err)
			assert.True(t, speaksOf(say.Title(e.Says), decimal, low, high), "%s: no figure between %v and %v", say.Title(e.Says), low, high)
		}
	}
}

// speaksOf says whether a sentence has a figure between two, whichever way they point.
func speaksOf(sentence, decimal string, low, high float64) bool {
	thousands := map[string]string{".": ",", ",": "."}[decimal]
	for _, figure := range regexp.MustCompile(`\d[\d.,]*\d|\d`).FindAllString(sentence, -1) {
		x, err := strconv.ParseFloat(strings.ReplaceAll(strings.ReplaceAll(figure, thousands, ""), decimal, "."), 64)
		if err == nil && (low <= x && x <= high || low <= -x && -x <= high) {
			return true
		}
	}
	return false
}

func TestFiguresOfSentencesAreFound(t *testing.T) {
	assert.True(t, speaksOf("It waits 3.8 h, twice as long.", ".", 3, 4))
	assert.True(t, speaksOf("Chờ 3,8 h.", ",", 3, 4))
	assert.True(t, speaksOf("khoảng 1.000 USD", ",", 990, 1010))
	assert.True(t, speaksOf("saves 0.75 h of the 9 h", ".", -0.8, -0.7))
	assert.False(t, speaksOf("It waits 3.8 h.", ",", 3, 4), "thirty-eight, in a language with commas")
	assert.False(t, speaksOf("It waits for long.", ".", 0, 100))
}

// cameTo is what an alternative of an answer came to.
func cameTo(t *testing.T, c *report.Comparison, alternative, measure string) stat.Interval {
	t.Helper()
	for _, a := range c.Alternatives {
		for _, m := range a.Measures {
			if a.Name == alternative && m.Name == measure {
				return m.Interval
			}
		}
	}
	require.Fail(t, "not measured", "%s of %s", measure, alternative)
	return stat.Interval{}
}

// Theory knows every wait of the first lesson: Erlang's of one lane and of two, and that of Pollaczek and Khinchine, by hand and as the model has it.
func TestTheLessonOfFullLoadIsTheory(t *testing.T) {
	s, c := taught(t, "lesson-full-load")
	const service = 0.2 // h
	byHand := map[string]float64{
		"at-50": service, "at-80": service * 0.8 / 0.2, "at-90": service * 0.9 / 0.1, "at-95": service * 0.95 / 0.05,
		"at-95-alike": service * 0.95 / 0.05 / 2, "at-95-two-lanes": service * 0.475 * 0.475 / (1 - 0.475*0.475),
	}
	require.Len(t, s.Alternatives, len(byHand))
	for _, a := range s.Alternatives {
		m, err := journey.Compile(a.Scenario.Setup)
		require.NoError(t, err)
		known := m.KnownStations()
		require.Len(t, known, 1, a.Name)
		assert.InDelta(t, byHand[a.Name], known[0].Wait/3600, 1e-9, a.Name)
		i := cameTo(t, c, a.Name, "queue_wait_h")
		half, _ := i.HalfWidth()
		assert.InDelta(t, byHand[a.Name], i.Mean, 1.5*half, a.Name) // 99.7 % of such intervals hold the true mean
	}
}

// What being served takes less in the second lesson can be reckoned: D132 of the trucks use the platform, and each is spared the 30 minutes of
// D111, less the 2 minutes of D112 and, of D133 of the files, the 30 minutes of D113.
func TestTheLessonOfTheFormIsReckoned(t *testing.T) {
	_, c := taught(t, "lesson-digital-form")
	saved := cameTo(t, c, "digital", "service_h").Mean - cameTo(t, c, "paper", "service_h").Mean
	assert.InDelta(t, -0.9*(30-2-0.05*30)/60, saved, 0.003)
	assert.InDelta(t, 9, cameTo(t, c, "paper", "border_time_h").Mean, 0.5, "as the question says")
}

// The cost per tonne of the third lesson is that of the round trip over 24 t out, and 24 t home on as many trips as find a load.
func TestTheLessonOfTheWayHomeAddsUp(t *testing.T) {
	_, c := taught(t, "lesson-way-home")
	for _, a := range c.Alternatives {
		home := 0.0
		if a.Name != "empty-home" {
			home = cameTo(t, c, a.Name, "return_load_share").Mean
		}
		tonne := cameTo(t, c, a.Name, "cost_per_trip_usd").Mean / (24 * (1 + home))
		assert.InEpsilon(t, tonne, cameTo(t, c, a.Name, "cost_per_tonne_usd").Mean, 0.002, a.Name)
	}
	assert.InDelta(t, 21.5, cameTo(t, c, "empty-home", "cost_per_trip_usd").Mean/38.4, 0.05, "what it would cost if loads home were free")
	assert.InDelta(t, 0.6, cameTo(t, c, "six-in-ten", "return_load_share").Mean, 0.03)
	assert.InDelta(t, 0.3, cameTo(t, c, "three-in-ten", "return_load_share").Mean, 0.03)
	assert.InDelta(t, 0.02, cameTo(t, c, "one-in-fifty", "return_load_share").Mean, 0.005)
	falls := cameTo(t, c, "six-in-ten", "cost_per_tonne_usd").Mean / cameTo(t, c, "empty-home", "cost_per_tonne_usd").Mean
	assert.InDelta(t, 0.75, falls, 0.02, "a quarter less")
}

// A lesson that is not run asks; who wants the answer gets it.
func TestATaskKeepsTheAnswerToItself(t *testing.T) {
	s, err := scenarios.LoadStudy("lesson-full-load", nil)
	require.NoError(t, err)
	task, ok := Task(s, false)
	require.True(t, ok)
	assert.Equal(t, s.Question, task.Question)
	assert.Equal(t, len(s.Lesson.Expected), len(task.Lesson.Expected))
	assert.Equal(t, math.Abs(*s.Lesson.Expected[0].Between.Low), *task.Lesson.Expected[0].Between.Low)
	other, err := scenarios.LoadStudy("opening-hours", nil)
	require.NoError(t, err)
	_, ok = Task(other, false)
	assert.False(t, ok)
	bare := *s
	bare.Lesson = nil
	assert.Nil(t, (&answer{study: &bare}).lesson())
}
