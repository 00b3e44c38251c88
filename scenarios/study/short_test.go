package study

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/sim"
)

// digitalVersusPaper is the shipped study, shortened: few days, and of the assumptions only those whose
// path holds one of the texts.
func digitalVersusPaper(t *testing.T, assumptions []string, sets ...string) *scenarios.Study {
	t.Helper()
	s, err := shortened(assumptions, sets...)
	require.NoError(t, err)
	return s
}

func shortened(assumptions []string, sets ...string) (*scenarios.Study, error) {
	s, err := scenarios.LoadStudy("lao-bao-digital-vs-paper", sets)
	if err != nil {
		return nil, err
	}
	for i := range s.Alternatives {
		short := *s.Alternatives[i].Scenario
		short.Setup.Horizon = journey.Horizon{Start: short.Setup.Horizon.Start, WarmUp: 12 * sim.Hour, Length: sim.Day, After: journey.Drain}
		short.Inputs = slices.DeleteFunc(slices.Clone(short.Inputs), func(in corridors.Input) bool {
			return !slices.ContainsFunc(assumptions, func(part string) bool { return strings.Contains(in.Path, part) })
		})
		s.Alternatives[i].Scenario = &short
	}
	half := journey.Horizon{WarmUp: 6 * sim.Hour, Length: 12 * sim.Hour, After: journey.Drain}
	s.Sensitivity.First = scenarios.Round{Replications: 1, Horizon: half}
	s.Sensitivity.Again = scenarios.Round{Replications: 2, Horizon: half}
	s.Sensitivity.Shortlist, s.Sensitivity.Show = 5, 3
	return s, nil
}

// mixed are assumptions of every kind: about times, trucks, hours and money.
func mixed() []string {
	return []string{"[Lao Bảo].stages[declaration].service", "streams[heavy trucks]", "[Lao Bảo].hours", "informal", "legs[QL9].toll"}
}

// answerOf runs a study.
func answerOf(t *testing.T, s *scenarios.Study, o Options) *report.Comparison {
	t.Helper()
	if o.Seed == 0 {
		o.Seed = 20250618
	}
	c, err := Run(context.Background(), s, o)
	require.NoError(t, err)
	return c
}

// answered is the shortened study with mixed assumptions, four replications and one worker; many tests
// look at it.
var answered = sync.OnceValues(func() (*report.Comparison, error) {
	s, err := shortened(mixed())
	if err != nil {
		return nil, err
	}
	return Run(context.Background(), s, Options{Seed: 20250618, Replications: 4, Workers: 1})
})

func theAnswer(t *testing.T) *report.Comparison {
	t.Helper()
	c, err := answered()
	require.NoError(t, err)
	return c
}

func english(t *testing.T) *words.Speaker {
	t.Helper()
	say, err := words.Speak("en")
	require.NoError(t, err)
	return say
}

// jsonOf is the answer in full precision.
func jsonOf(t *testing.T, c *report.Comparison) string {
	t.Helper()
	data, err := report.JSON(*c, english(t))
	require.NoError(t, err)
	return string(data)
}
