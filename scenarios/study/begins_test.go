package study

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios"
)

// TestARunSaysOnWhichDayItBeginsIfThatMatters: one-stop inspection from a day of the run on is the same whenever it
// begins; from a date on it is not.
func TestARunSaysOnWhichDayItBeginsIfThatMatters(t *testing.T) {
	for from, matters := range map[string]bool{"day 3": false, "2026-03-04": true} {
		s, err := scenarios.LoadScenario(filepath.Join("testdata", "changing-day.yaml"), []string{"gates[Lao Bảo–Densavanh].inspection[LA].from=" + from})
		require.NoError(t, err)
		assert.Equal(t, 2*86400.0, s.Setup.Corridor.Gates[0].Inspection[1].Transition.From, from)
		said := begins(&s.Setup)
		assert.Equal(t, matters, !said.Empty(), from)
		if matters {
			assert.Contains(t, english(t).Text(said), "2026-03-02")
		}
	}
}
