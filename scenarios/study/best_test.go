package study

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/sim/stat"
)

const threeLanes = firstTrucks + `best: [{measure: queue_wait_h, is: least}, {measure: service_h, is: most}]
joint: all
`

// TestBestIsTold: trucks wait less and are served faster at the fast lane, in every replication. What is said is what the values of
// the two alternatives say, compared by hand.
func TestBestIsTold(t *testing.T) {
	s := studyOf(t, threeLanes)
	c := answerOf(t, s, Options{Replications: 20})
	require.Len(t, c.Best, 2)
	wait := c.Best[0]
	require.Len(t, wait.Rivals, 2)
	assert.Equal(t, []bool{false, true}, []bool{wait.Rivals[0].Possible, wait.Rivals[1].Possible})
	d := c.Differences[0]
	require.Equal(t, [3]string{"fast", "slow", "queue_wait_h"}, [3]string{d.Alternative, d.Base, d.Measure})
	assert.Equal(t, d.Interval.Mean, wait.Rivals[1].Behind.Mean)
	half, _ := d.Interval.HalfWidth()
	// One-sided at half of 5 % because there are two measures: as wide as the two-sided 95 % interval.
	assert.InDelta(t, d.Interval.Mean-half, wait.Rivals[1].Behind.Lo, 1e-12)
	assert.Equal(t, 0.0, wait.Rivals[1].Behind.Hi)

	text := reading(t, c)
	assert.Contains(t, text, "The lowest wait in queues is that of fast, with 95 % confidence.")
	assert.Contains(t, text, "The highest time being served is that of slow, with 95 % confidence.")
	assert.Contains(t, text, "Joint: all intervals of all pairs and measures that the study names")
	json := jsonOf(t, c)
	assert.Contains(t, json, `"joint_over": "all"`)
	assert.Contains(t, json, `"can_be_best": [
        "fast"
      ],`)
	csv, err := report.CSV(*c, english(t))
	require.NoError(t, err)
	assert.Contains(t, string(csv), "first-trucks,best,slow,,queue_wait_h,h,")
}

// TestNobodyIsBestOfWhatIsNotSeen and nothing is ruled out by one replication.
func TestNobodyIsBestOfWhatIsNotSeen(t *testing.T) {
	s := studyOf(t, firstTrucks+"best: [{measure: return_load_wait_h, is: least}, {measure: queue_wait_h, is: least}]\n")
	text := reading(t, answerOf(t, s, Options{Replications: 1}))
	assert.Contains(t, text, "The lowest wait for a return load cannot be found")
	assert.Contains(t, text, "The lowest wait in queues can be that of any alternative")
}

// TestJointIntervalsCanBeOverAllPairs: three alternatives against the first make two pairs of two measures.
func TestJointIntervalsCanBeOverAllPairs(t *testing.T) {
	third := "  - {name: third, with: {gates: [{name: one lane, posts: [{name: exit post, stages: [{name: check, service: {exponential: 0.7 min}}]}]}]}}\nmeasures"
	s := studyOf(t, strings.Replace(threeLanes, "measures", third, 1))
	c := answerOf(t, s, Options{Replications: 5})
	for _, d := range c.Differences {
		assert.Equal(t, stat.Joint(0.95, 4), d.Joint.Confidence)
	}
	s.JointOverPairs = false
	assert.Equal(t, stat.Joint(0.95, 2), answerOf(t, s, Options{Replications: 5}).Differences[0].Joint.Confidence)
}
