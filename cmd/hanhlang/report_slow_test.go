//go:build slow

package main

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/study"
	"hanhlang/sim"
)

// In the report of every shipped study, in every language that is whole, no label of a figure lies on another or is cut.
func TestFiguresOfAllStudiesCanBeRead(t *testing.T) {
	for _, e := range scenarios.List() {
		if e.Kind == scenarios.StudyFile {
			t.Run(e.Name, func(t *testing.T) { figuresCanBeRead(t, e.Name) })
		}
	}
}

// shortened is a shipped study over a few days and with few runs: its figures have all their bars, lines and names all the same.
func shortened(t *testing.T, name string) *scenarios.Study {
	t.Helper()
	s, err := scenarios.LoadStudy(name, nil)
	require.NoError(t, err)
	shorten := func(h *journey.Horizon) { h.WarmUp, h.Length = min(h.WarmUp, sim.Day), min(h.Length, 3*sim.Day) }
	for i := range s.Alternatives {
		shorten(&s.Alternatives[i].Scenario.Setup.Horizon)
	}
	if s.Sensitivity == nil {
		return s
	}
	for _, round := range []*scenarios.Round{&s.Sensitivity.First, &s.Sensitivity.Again} {
		shorten(&round.Horizon)
		round.Replications = min(round.Replications, 1)
	}
	return s
}

func figuresCanBeRead(t *testing.T, name string) {
	c, err := study.Run(context.Background(), shortened(t, name), study.Options{Seed: 1, Replications: 2, Observe: 1, Workers: 2})
	require.NoError(t, err)
	for _, language := range []string{"en", "vi"} {
		say, err := words.Speak(language)
		require.NoError(t, err)
		page, err := report.HTML(*c, say)
		require.NoError(t, err)
		assert.Less(t, len(page), 3_000_000)
		figures := report.Figures(*c, say)
		assert.NotEmpty(t, figures)
		for _, f := range figures {
			assert.Empty(t, f.Drawing.Clashes(), "%s in %s", f.Name, language)
			assert.Empty(t, f.Drawing.Titled(f.Title).Clashes(), "%s in %s", f.Name, language)
		}
	}
}
