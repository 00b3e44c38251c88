package exchange

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report/indicators"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// played is the truck log of two short runs of a scenario, and its world.
func played(t *testing.T, name string) ([]byte, World) {
	t.Helper()
	s, err := scenarios.LoadScenario(name, nil)
	require.NoError(t, err)
	s.Setup.Horizon.WarmUp, s.Setup.Horizon.Length = 0, 3*sim.Hour
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	var log bytes.Buffer
	head := csv.NewWriter(&log)
	require.NoError(t, head.Write(indicators.SheetHeadings()))
	head.Flush()
	watch := indicators.NewWatch(m, s.Setup)
	for replication := range 2 {
		observer := watch.Observe(indicators.Run{Alternative: name, Replication: replication}, &log)
		_, err = journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, replication), observer)
		require.NoError(t, err)
		_, err = observer.Sample()
		require.NoError(t, err)
	}
	return log.Bytes(), NewWorld(name, s.Setup)
}

// lines are all rows of a truck log by column.
func lines(t *testing.T, log []byte) []map[string]string {
	t.Helper()
	out := rowsOf(t, log)
	require.NotEmpty(t, out)
	return out
}

func TestAnotherHeadingIsNoTruckLog(t *testing.T) {
	for _, text := range []string{"", "alternative,truck\na,1\n", strings.Replace(strings.Join(indicators.SheetHeadings(), ","), "km", "miles", 1) + "\n"} {
		_, err := NewLog(strings.NewReader(text))
		assert.ErrorContains(t, err, "a truck log begins with the columns [alternative replication ", text)
	}
}

// By hand: the runs begin on Monday, 2 March 2026, by the clock of Vietnam, seven hours ahead of Greenwich.
func TestMomentsAreByTheClockOfTheFirstCountry(t *testing.T) {
	s, err := scenarios.LoadScenario("lao-bao-today", nil)
	require.NoError(t, err)
	w := NewWorld("today", s.Setup)
	assert.Equal(t, "2026-03-02T00:00:00+07:00", w.moment(0))
	assert.Equal(t, "2026-03-03T01:00:00.5+07:00", w.moment(25*3600_000_000+500_000))
	s.Setup.Corridor.Countries[0].TimeZone = ""
	assert.Equal(t, "2026-03-02T00:00:00Z", NewWorld("today", s.Setup).moment(0))
}
