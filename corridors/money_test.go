package corridors_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// times is a log that keeps everything but sums of money.
type times struct{ facts []journey.Fact }

func (t *times) Record(f journey.Fact) {
	if f.Kind != journey.MoneyFact {
		t.facts = append(t.facts, f)
	}
}

// TestMoneyMovesNoTruck: the shipped alternatives with everything free of charge have the same lives to
// the tick, and the same measures but for those of money and tonnes.
func TestMoneyMovesNoTruck(t *testing.T) {
	s, err := scenarios.LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(t, err)
	for _, a := range s.Alternatives {
		setup := a.Scenario.Setup
		setup.Horizon = journey.Horizon{WarmUp: 6 * sim.Hour, Length: sim.Day, After: journey.Drain}
		paid, paidTimes := play(t, setup)
		setup.Corridor = setup.Corridor.WithoutMoney()
		free, freeTimes := play(t, setup)
		require.Greater(t, len(paidTimes), 1000)
		require.Equal(t, paidTimes, freeTimes, a.Name)
		for measure, value := range paid {
			if strings.HasSuffix(measure, "_usd") {
				assert.NotContains(t, free, measure, "what costs nothing has no cost")
			} else if measure != "tonnes_per_day" {
				assert.Equal(t, value, free[measure], measure)
			}
		}
	}
}

// play runs one replication and gives the measures that are there, and the log without money.
func play(t *testing.T, setup journey.Setup) (map[string]float64, []journey.Fact) {
	t.Helper()
	m, err := journey.Compile(setup)
	require.NoError(t, err)
	log := &times{}
	o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(20250618, 1), log)
	require.NoError(t, err)
	values := make(map[string]float64)
	for i, name := range m.Measures() {
		if o.Present[i] {
			values[name] = o.Values[i]
		}
	}
	return values, log.facts
}
