package journey_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// shipped is every corridor, scenario and alternative of a study that comes with the command.
func shipped(t *testing.T) map[string]journey.Setup {
	t.Helper()
	out := make(map[string]journey.Setup)
	for _, entry := range scenarios.List() {
		if entry.Kind != scenarios.StudyFile {
			s, err := scenarios.LoadScenario(entry.Name, nil)
			require.NoError(t, err)
			out[entry.Name] = s.Setup
			continue
		}
		s, err := scenarios.LoadStudy(entry.Name, nil)
		require.NoError(t, err)
		for _, a := range s.Alternatives {
			out[entry.Name+" "+a.Name] = a.Scenario.Setup
		}
	}
	return out
}

// days is a short horizon.
func days(warmUp, length sim.Time) journey.Horizon {
	return journey.Horizon{WarmUp: warmUp * sim.Day, Length: length * sim.Day, After: journey.Drain}
}

// audit plays one replication with a log and holds the outcome against the recount of the log.
func audit(t *testing.T, setup journey.Setup, luck seeds.Luck) (*recount, *journey.Outcome) {
	t.Helper()
	m, err := journey.Compile(setup)
	require.NoError(t, err)
	second := newRecount(t, setup)
	o, err := journey.NewWorld(m).Run(context.Background(), luck, second)
	require.NoError(t, err)
	second.hold(m, o)
	return second, o
}

// TestLogOfEveryShippedFileComesToItsMeasures: for every truck the facts follow each other without gap
// or overlap and add up to its time, its times and the tariffs explain every cent, and the log alone
// gives every measure.
func TestLogOfEveryShippedFileComesToItsMeasures(t *testing.T) {
	all := shipped(t)
	assert.GreaterOrEqual(t, len(all), 10)
	for title, setup := range all {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			if setup.Horizon.After == journey.Stop {
				setup.Horizon.After = journey.Drain // who is still inside has an open ledger
			}
			if setup.Horizon.Length > 50*sim.Day { // the cases with known answers run for years
				setup.Horizon = days(8, 42)
			}
			if testing.Short() {
				setup.Horizon = days(1, 2)
			}
			second, _ := audit(t, setup, seeds.Replication(20250618, 3))
			assert.Positive(t, second.lives)
		})
	}
}
