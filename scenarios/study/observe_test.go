package study

import (
	"bytes"
	"context"
	"math"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/corridors/report/indicators"
	"hanhlang/scenarios"
)

// seen is an answer whose replications were observed, with its truck log.
type seen struct {
	answer *report.Comparison
	log    []byte
}

// watchedStudy is the shortened study with two of its alternatives and no sensitivity.
func watchedStudy() (*scenarios.Study, error) {
	s, err := shortened(nil)
	if err != nil {
		return nil, err
	}
	s.Alternatives = []scenarios.Alternative{s.Alternatives[1], s.Alternatives[3]}
	pair := scenarios.Pair{Alternative: "digital-two-way", Base: "paper-two-way"}
	s.Pairs, s.Headline.Pair, s.Published = []scenarios.Pair{pair}, pair, nil
	return s, nil
}

func watchedWith(workers int) (seen, error) {
	s, err := watchedStudy()
	if err != nil {
		return seen{}, err
	}
	var log bytes.Buffer
	c, err := Run(context.Background(), s, Options{Seed: 20250618, Replications: 2, Observe: 5, Workers: workers, TruckLog: &log})
	return seen{c, log.Bytes()}, err
}

var watchedOnce = sync.OnceValues(func() (seen, error) { return watchedWith(1) })

func observedTwice(t *testing.T) seen {
	t.Helper()
	s, err := watchedOnce()
	require.NoError(t, err)
	return s
}

// More than there are cannot be observed, and what is observed does not change what comes out.
func TestObservingChangesNothing(t *testing.T) {
	watched := observedTwice(t).answer
	s, err := watchedStudy()
	require.NoError(t, err)
	plain := answerOf(t, s, Options{Replications: 2})
	for i, a := range watched.Alternatives {
		assert.Equal(t, 2, a.Indicators.Replications)
		assert.Equal(t, plain.Alternatives[i].Measures, a.Measures)
		assert.Equal(t, plain.Alternatives[i].Stages, a.Stages)
		assert.Nil(t, plain.Alternatives[i].Indicators)
	}
	assert.Equal(t, plain.Differences, watched.Differences)
	assert.Empty(t, plain.Waterfalls)
}

func TestIndicatorsAndTruckLogAreTheSameForAnyNumberOfWorkers(t *testing.T) {
	one := observedTwice(t)
	two, err := watchedWith(2)
	require.NoError(t, err)
	assert.Equal(t, one.answer, two.answer)
	assert.True(t, bytes.Equal(one.log, two.log))
}

func TestCausesOfADifferenceAddUpToIt(t *testing.T) {
	c := observedTwice(t).answer
	require.Len(t, c.Waterfalls, 1)
	w := c.Waterfalls[0]
	require.True(t, w.SameTrucks)
	require.Greater(t, len(w.Causes), 10)
	total, sum, micro := w.Causes[0], 0.0, int64(0)
	require.Equal(t, indicators.Total, total.Cause)
	for _, d := range w.Causes[1:] {
		sum, micro = sum+d.Hours.Mean, micro+d.Micro
	}
	assert.Equal(t, total.Micro, micro, "to the microsecond")
	assert.InDelta(t, total.Hours.Mean, sum, 1e-12)
	paper, digital := c.Alternatives[0].Indicators.Delay[0], c.Alternatives[1].Indicators.Delay[0]
	assert.Equal(t, digital.Micro-paper.Micro, total.Micro)
	assert.InDelta(t, digital.Hours.Mean-paper.Hours.Mean, total.Hours.Mean, 1e-12)
	assert.Greater(t, math.Abs(total.Hours.Mean), 0.1, "digital does save something")
}
