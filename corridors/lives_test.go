package corridors_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// lives is a log that keeps everything.
type lives struct{ facts []journey.Fact }

func (l *lives) Record(f journey.Fact) { l.facts = append(l.facts, f) }

// withoutMoney leaves out the sums of money.
func (l *lives) withoutMoney() []journey.Fact {
	return slices.DeleteFunc(slices.Clone(l.facts), func(f journey.Fact) bool { return f.Kind == journey.MoneyFact || f.Kind == journey.GoodsFact })
}

// TestMoneyMovesNoTruck: the shipped alternatives with everything free of charge have the same lives to
// the tick, and the same measures but for those of money and tonnes.
func TestMoneyMovesNoTruck(t *testing.T) {
	s, err := scenarios.LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(t, err)
	for _, a := range s.Alternatives {
		setup := a.Scenario.Setup
		setup.Horizon = journey.Horizon{WarmUp: 6 * sim.Hour, Length: sim.Day, After: journey.Drain}
		paid, paidLives := play(t, setup)
		setup.Corridor = setup.Corridor.WithoutMoney()
		free, freeLives := play(t, setup)
		require.Greater(t, len(freeLives.facts), 1000)
		require.Equal(t, paidLives.withoutMoney(), freeLives.facts, a.Name)
		for measure, value := range paid {
			if strings.HasSuffix(measure, "_usd") || strings.HasSuffix(measure, "_per_trip") || measure == "co2e_g_per_tkm" {
				assert.NotContains(t, free, measure, "what costs nothing has no cost")
			} else if measure != "tonnes_per_day" {
				assert.Equal(t, value, free[measure], measure)
			}
		}
	}
}

// TestWhatNobodyMeetsChangesNothing: the shipped alternatives without it have the same lives, to the
// tick and the cent, and the same measures. Those on paper and those without return loads have some.
func TestWhatNobodyMeetsChangesNothing(t *testing.T) {
	s, err := scenarios.LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(t, err)
	for _, a := range s.Alternatives {
		setup := a.Scenario.Setup
		setup.Horizon = journey.Horizon{WarmUp: 6 * sim.Hour, Length: sim.Day, After: journey.Drain}
		whole, wholeLives := play(t, setup)
		reduced := setup.Corridor.WithoutUnused()
		assert.Equal(t, a.Name != "digital-both-two-way", !reflect.DeepEqual(setup.Corridor, reduced), a.Name)
		setup.Corridor = reduced
		less, lessLives := play(t, setup)
		require.Equal(t, whole, less, a.Name)
		require.Equal(t, wholeLives.facts, lessLives.facts, a.Name)
	}
}

// play runs one replication and gives the measures that are there, and the log.
func play(t *testing.T, setup journey.Setup) (map[string]float64, *lives) {
	t.Helper()
	m, err := journey.Compile(setup)
	require.NoError(t, err)
	log := &lives{}
	o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(20250618, 1), log)
	require.NoError(t, err)
	values := make(map[string]float64)
	for i, name := range m.Measures() {
		if o.Present[i] {
			values[name] = o.Values[i]
		}
	}
	return values, log
}
