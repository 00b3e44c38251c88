package study

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios"
)

// golden holds a page against what stands in a file of testdata.
func golden(t *testing.T, file, page string) {
	t.Helper()
	file = filepath.Join("testdata", file)
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(page), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), page, "see what changed, then run go test with -update")
}

// TestTraceOfOneStopIsAPageAnOfficerKnows: a truck that Vietnam selects and Laos does not, its officers side
// by side, one dossier; and one whose trader found the platform down.
func TestTraceOfOneStopIsAPageAnOfficerKnows(t *testing.T) {
	s, err := scenarios.LoadScenario(filepath.Join("testdata", "one-stop-day.yaml"), nil)
	require.NoError(t, err)
	for truck, says := range map[uint32]string{17: "declaration shared by the other post", 5: "the platform of the post is down"} {
		var page bytes.Buffer
		require.NoError(t, Trace(context.Background(), s, Traced{Seed: 1, Truck: truck}, &page, english(t)))
		assert.Contains(t, page.String(), says)
		golden(t, fmt.Sprintf("trace-one-stop-%d.txt", truck), page.String())
	}
}

// TestPagesOfAChangingDaySayWhatHolds: one truck that is still inspected at both posts and changes its driver, one
// that stops once before drivers change, and the plan with the conditions of both.
func TestPagesOfAChangingDaySayWhatHolds(t *testing.T) {
	s, err := scenarios.LoadScenario(filepath.Join("testdata", "changing-day.yaml"), nil)
	require.NoError(t, err)
	for truck, says := range map[uint32][]string{
		10: {"two-stop inspection is in force for it", "a partner driver of the other country takes the wheel"},
		17: {"one-stop inspection is in force for it"},
	} {
		var page bytes.Buffer
		require.NoError(t, Trace(context.Background(), s, Traced{Seed: 1, Truck: truck}, &page, english(t)))
		for _, words := range says {
			assert.Contains(t, page.String(), words)
		}
		golden(t, fmt.Sprintf("trace-changing-%d.txt", truck), page.String())
	}
	for name, of := range map[string]string{"changing": "changing-day.yaml", "one-stop": "one-stop-day.yaml"} {
		s, err := scenarios.LoadScenario(filepath.Join("testdata", of), nil)
		require.NoError(t, err)
		plans, err := Itinerary(s, "flows[Vietnam to Laos]")
		require.NoError(t, err)
		golden(t, "itinerary-"+name+".txt", plans.Text(english(t), 100))
	}
}
