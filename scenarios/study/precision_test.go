package study

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/scenarios"
)

// firstTrucks compares the first trucks at a busy lane with those at a lane a tenth faster. What they wait is skewed, so it takes a
// while to know it.
const firstTrucks = `version: 1
kind: study
name: first-trucks
base: reference/p23-first-trucks
alternatives:
  - {name: slow}
  - {name: fast, with: {gates: [{name: one lane, posts: [{name: exit post, stages: [{name: check, service: {exponential: 0.8 min}}]}]}]}}
measures: [queue_wait_h, service_h]
`

// studyOf reads a study that stands in a text.
func studyOf(t *testing.T, text string) *scenarios.Study {
	t.Helper()
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("study.yaml", []byte(text), 0o600))
	s, err := scenarios.LoadStudy("study.yaml", nil)
	require.NoError(t, err)
	return s
}

const untilNarrow = firstTrucks + "replications: {at_least: 10, at_most: 1000, until: [{measure: queue_wait_h, half_width: 12 %}, {measure: service_h, half_width: 0.1 min}]}\n"

// overOf is how many times the half-widths of a study with so many replications are what is wanted, by alternative, base and measure.
func overOf(t *testing.T, s *scenarios.Study, replications int, wanted func(measure string, base float64) float64) map[[3]string]float64 {
	t.Helper()
	c := answerOf(t, s, Options{Replications: replications})
	require.Nil(t, c.Precision, "a number of replications is what it says")
	require.Equal(t, replications, c.Replications)
	out, means := make(map[[3]string]float64), make(map[[2]string]float64)
	for _, a := range c.Alternatives {
		for _, m := range a.Measures {
			half, _ := m.Interval.HalfWidth()
			out[[3]string{a.Name, "", m.Name}] = half / wanted(m.Name, m.Interval.Mean)
			means[[2]string{a.Name, m.Name}] = m.Interval.Mean
		}
	}
	for _, d := range c.Differences {
		half, _ := d.Interval.HalfWidth()
		out[[3]string{d.Alternative, d.Base, d.Measure}] = half / wanted(d.Measure, means[[2]string{d.Base, d.Measure}])
	}
	return out
}

// TestReplicationsGoOnUntilTheIntervalsAreNarrow holds the rule against answers with a fixed number of replications: at the look at
// which they end all intervals are narrow enough; at the one before, what decided was the widest.
func TestReplicationsGoOnUntilTheIntervalsAreNarrow(t *testing.T) {
	s := studyOf(t, untilNarrow)
	c := answerOf(t, s, Options{})
	p := c.Precision
	require.NotNil(t, p)
	require.True(t, p.Met)
	require.Len(t, p.Goals, 6, "two alternatives and a difference, of two measures")
	require.NotNil(t, p.Decided)
	looks := []int{10, 12, 15, 18, 22, 27, 33, 40, 48, 58, 70, 84, 101, 122, 147, 177, 213, 256, 308, 370, 444, 533, 640, 768, 922, 1000}
	at := slices.Index(looks, c.Replications)
	require.Positive(t, at, "%d", c.Replications)
	wanted := func(measure string, mean float64) float64 {
		if measure == "service_h" {
			return 0.1 / 60
		}
		return 0.12 * mean
	}
	now, before := overOf(t, s, looks[at], wanted), overOf(t, s, looks[at-1], wanted)
	decided := p.Goals[*p.Decided]
	for _, g := range p.Goals {
		key := [3]string{g.Alternative, g.Base, g.Measure}
		assert.InDelta(t, now[key], g.Over(), 1e-9, "%v", key)
		assert.LessOrEqual(t, now[key], 1.0, "%v", key)
		assert.LessOrEqual(t, before[key], before[[3]string{decided.Alternative, decided.Base, decided.Measure}], "%v", key)
	}
	assert.Greater(t, before[[3]string{decided.Alternative, decided.Base, decided.Measure}], 1.0)
}

func TestStoppingDoesNotDependOnTheWorkers(t *testing.T) {
	s := studyOf(t, untilNarrow)
	one := jsonOf(t, answerOf(t, s, Options{Workers: 1}))
	assert.Contains(t, one, `"precision": {`)
	for _, workers := range []int{2, 5} {
		assert.Equal(t, one, jsonOf(t, answerOf(t, s, Options{Workers: workers})), "%d workers", workers)
	}
}

// reading is an answer in plain text, without its lines.
func reading(t *testing.T, c *report.Comparison) string {
	t.Helper()
	return strings.Join(strings.Fields(report.Text(*c, english(t), 100)), " ")
}

// TestTheMostReplicationsAreTheEnd: what is asked for on the command line takes the place of what the study says, and a number
// beside it is the most.
func TestTheMostReplicationsAreTheEnd(t *testing.T) {
	s := studyOf(t, untilNarrow)
	p, err := s.Aim("queue_wait_h: 0.1 %, service_h: 1 s")
	require.NoError(t, err)
	c := answerOf(t, s, Options{Precision: p, Replications: 14})
	require.NotNil(t, c.Precision)
	assert.Equal(t, 14, c.Replications)
	assert.False(t, c.Precision.Met)
	assert.Equal(t, "queue_wait_h", c.Precision.Goals[*c.Precision.Decided].Measure)
	assert.Contains(t, reading(t, c), "The maximum of 14 replications was reached: wait in queues (fast) is still known to")

	easy, err := s.Aim("queue_wait_h: 100 %")
	require.NoError(t, err)
	c = answerOf(t, s, Options{Precision: easy})
	assert.Equal(t, 10, c.Replications, "the least of the study")
	assert.Nil(t, c.Precision.Decided)
	assert.Contains(t, reading(t, c), "The minimum of 10 replications was enough.")
}

// TestMeasureThatIsNeverSeenIsNotKnown: nothing waits for a return load here, so no number of replications makes an interval.
func TestMeasureThatIsNeverSeenIsNotKnown(t *testing.T) {
	s := studyOf(t, untilNarrow)
	p, err := s.Aim("return_load_wait_h: 5 %")
	require.NoError(t, err)
	c := answerOf(t, s, Options{Precision: p, Replications: 12})
	assert.Equal(t, 12, c.Replications)
	assert.False(t, c.Precision.Met)
	assert.Contains(t, reading(t, c), "was hardly ever observed")
}

// TestFewReplicationsAreWarnedOf: fewer than twenty.
func TestFewReplicationsAreWarnedOf(t *testing.T) {
	s := studyOf(t, firstTrucks)
	for replications, warned := range map[int]bool{2: true, 19: true, 20: false} {
		text := reading(t, answerOf(t, s, Options{Replications: replications}))
		assert.Equal(t, warned, strings.Contains(text, "hold less often than they say"), "%d", replications)
	}
}
