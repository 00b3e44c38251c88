package main

import (
	"bytes"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
)

func TestPlainLineSaysHowFarTheRunIs(t *testing.T) {
	say, err := words.Speak("en")
	require.NoError(t, err)
	var errs bytes.Buffer
	d := &desk{errs: &errs, say: say}
	d.line()
	assert.Empty(t, errs.String(), "nothing is known yet")
	d.count.set(12, 50)
	d.line()
	assert.Equal(t, "hanhlang: 12 of 50 runs\n", errs.String())
}

func TestBarIsDrawnOnStderrAndTakenAway(t *testing.T) {
	var errs bytes.Buffer
	var count tally
	b := &bar{errs: &errs, label: "runs", count: &count}
	b.draw()
	b.clear()
	assert.Empty(t, errs.String(), "no bar before the work is known")
	count.set(12, 50)
	b.draw()
	assert.Contains(t, errs.String(), "runs")
	assert.Contains(t, errs.String(), "(12/50")
	count.set(60, 120) // more work came up
	b.draw()
	assert.Contains(t, errs.String(), "(60/120")
	count.set(120, 120)
	b.draw()
	b.clear()
	assert.True(t, strings.HasSuffix(errs.String(), "\r"), "the line is free again: %q", errs.String())
}

func TestTickerDrawsFromOneGoroutineAndEnds(t *testing.T) {
	var drawn, last atomic.Int64
	finish := every(time.Millisecond, func() { drawn.Add(1) }, func() { last.Add(1) })
	require.Eventually(t, func() bool { return drawn.Load() > 2 }, 5*time.Second, time.Millisecond)
	finish()
	after := drawn.Load()
	time.Sleep(20 * time.Millisecond)
	assert.Equal(t, after, drawn.Load())
	assert.Equal(t, int64(1), last.Load())
}

func TestSilentRunDrawsNothing(t *testing.T) {
	var errs bytes.Buffer
	d := &desk{errs: &errs}
	d.count.set(1, 2)
	d.follow(true)()
	assert.Empty(t, errs.String())
}
