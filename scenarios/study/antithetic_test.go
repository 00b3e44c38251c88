package study

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/scenarios"
)

const inPairs = firstTrucks + "antithetic: true\n"

// TestPairsAreTheUnitOfTheStatistics: of ten replications five pairs, whatever the number of workers; an odd number is one more. The first
// of each pair is a replication of the study without mirrors.
func TestPairsAreTheUnitOfTheStatistics(t *testing.T) {
	s := studyOf(t, inPairs)
	c := answerOf(t, s, Options{Replications: 10})
	require.NotNil(t, c.Mirrored)
	assert.Equal(t, 5, c.Mirrored.Pairs)
	for _, a := range c.Alternatives {
		for _, m := range a.Measures {
			assert.LessOrEqual(t, m.Interval.N, 5, m.Name)
		}
	}
	assert.Equal(t, 5, c.Differences[0].Interval.N)
	assert.Len(t, c.Mirrored.Worths, 6, "two alternatives and a difference, of two measures")
	one := jsonOf(t, c)
	assert.NotContains(t, one, "asked for")
	odd := jsonOf(t, answerOf(t, s, Options{Replications: 9, Workers: 3}))
	note := "\n    \"Antithetic replications come in pairs: 9 were asked for, 10 were run.\","
	require.Contains(t, odd, note)
	assert.Equal(t, one, strings.Replace(odd, note, "", 1), "otherwise the same")
	assert.Contains(t, one, `"antithetic": {
    "pairs": 5,`)
	text := reading(t, c)
	assert.Contains(t, text, "interval of the mean over 5 pairs of replications")
	assert.Contains(t, text, "What mirrored luck is worth")
	csv, err := report.CSV(*c, english(t))
	require.NoError(t, err)
	assert.Contains(t, string(csv), "first-trucks,mirrored luck,fast,slow,queue_wait_h,")

	a := &answer{study: s, options: Options{Seed: 4, Replications: 4}}
	play(t, a)
	plain := &answer{study: studyOf(t, firstTrucks), options: Options{Seed: 4, Replications: 2}}
	play(t, plain)
	for pair := range 2 {
		assert.Equal(t, plain.single[0][pair].Values, a.single[0][2*pair].Values)
		assert.NotEqual(t, plain.single[0][pair].Values, a.single[0][2*pair+1].Values)
	}
}

// TestMirroredLuckIsFairAndPays: waits rise with services and fall with gaps, so pairs vary less than independent replications, and
// their mean is the one that is known (P23: 2.12448934653 min at the slow lane).
func TestMirroredLuckIsFairAndPays(t *testing.T) {
	c := answerOf(t, studyOf(t, inPairs), Options{Replications: 3000})
	for _, m := range c.Alternatives[0].Measures {
		if m.Name == "queue_wait_h" {
			assert.True(t, m.Interval.Holds(2.12448934653/60), "%+v", m.Interval)
		}
	}
	for _, w := range c.Mirrored.Worths {
		assert.Greater(t, w.Times, 1.2, "%+v", w)
	}
}

// TestPairsGoOnUntilIntervalsAreNarrow: in whole pairs, with every growing year on the same luck.
func TestPairsGoOnUntilIntervalsAreNarrow(t *testing.T) {
	s := studyOf(t, inPairs)
	p, err := s.Aim("queue_wait_h: 20 %")
	require.NoError(t, err)
	c := answerOf(t, s, Options{Precision: p})
	require.True(t, c.Precision.Met)
	assert.Zero(t, c.Replications%2)
	assert.Equal(t, c.Replications/2, c.Mirrored.Pairs)

	p.AtMost, p.Until[0].Relative = 23, 1e-9
	c = answerOf(t, s, Options{Precision: p})
	assert.Equal(t, 22, c.Replications, "a maximum is never passed")
	assert.Contains(t, reading(t, c), "so the maximum of 23 is one of 22 here")
	c = answerOf(t, s, Options{Precision: p, Replications: 1})
	assert.Equal(t, 2, c.Replications, "one pair at least")
	assert.Contains(t, reading(t, c), "so the maximum of 1 is one of 2 here")

	grown := grows(t, deskGrows+"antithetic: true\n")
	for _, trend := range answerOf(t, grown, Options{Replications: 4}).Growth.Trends {
		for _, y := range trend.Years {
			assert.Equal(t, 2, y.Reached[0].Interval.N)
		}
	}
	alone, err := scenarios.LoadScenario("reference/p23-first-trucks", nil)
	require.NoError(t, err)
	assert.Equal(t, 2, answerOf(t, Alone(alone), Options{Replications: 4, Antithetic: true, Estimates: true}).Mirrored.Pairs)
}
