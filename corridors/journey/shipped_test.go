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

// shipped is every corridor and scenario that comes with the command, and those alternatives of its studies that are asked for.
func shipped(t *testing.T, asked func(i, of int) bool) map[string]journey.Setup {
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
		for i, a := range s.Alternatives {
			if asked(i, len(s.Alternatives)) {
				out[entry.Name+" "+a.Name] = a.Scenario.Setup
			}
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
	second.markets.luck = &luck
	log, indicators := second.beside(m)
	o, err := journey.NewWorld(m).Run(context.Background(), luck, log)
	require.NoError(t, err)
	second.hold(m, o)
	indicators()
	return second, o
}

// TestLogOfEveryShippedFileComesToItsMeasures: for every truck the facts follow each other without gap
// or overlap and add up to its time, its times and the tariffs explain every cent, and the log alone
// gives every measure. The recount is slow: it sees the first days of some alternatives, and all with -tags slow.
func TestLogOfEveryShippedFileComesToItsMeasures(t *testing.T) {
	for title, setup := range shipped(t, recounted) {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			setup.Horizon = drained(setup.Horizon)
			setup.Horizon.WarmUp = min(setup.Horizon.WarmUp, recountedWarmUp)
			setup.Horizon.Length = min(setup.Horizon.Length, recountedLength)
			second, _ := audit(t, setup, seeds.Replication(20250618, 3))
			assert.Positive(t, second.lives)
		})
	}
}

// TestEveryShippedFileRunsAMonth: the identities of ledgers, of the costs of trucks and loads, of flow and queues hold over a month of every
// corridor, scenario and alternative.
func TestEveryShippedFileRunsAMonth(t *testing.T) {
	if testing.Short() {
		t.Skip("a month of everything takes a minute")
	}
	all := shipped(t, func(int, int) bool { return true })
	assert.GreaterOrEqual(t, len(all), 10)
	seen := prints{came: make(map[string]string)}
	t.Cleanup(func() { seen.hold(t, len(all)) })
	for title, setup := range all {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			setup.Horizon = drained(setup.Horizon)
			setup.Horizon.WarmUp, setup.Horizon.Length = 0, month
			m, err := journey.Compile(setup)
			require.NoError(t, err)
			o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(20250618, 4), nil)
			require.NoError(t, err)
			gaps := o.Audit
			gaps.Entered, gaps.Left = 0, 0
			assert.Zero(t, gaps)
			assert.Positive(t, o.Audit.Entered)
			assert.Equal(t, o.Audit.Entered, o.Audit.Left)
			seen.add(title, o.Fingerprint)
		})
	}
}

const month = 30 * sim.Day

// drained is the horizon that ends with nobody inside: who is still inside has an open ledger.
func drained(h journey.Horizon) journey.Horizon {
	h.After = journey.Drain
	return h
}
