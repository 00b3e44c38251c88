package experiment

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim/stat"
)

func ExampleTable_Summarise() {
	table, err := NewTable([][]Observation{
		{{"border_time_h", 6.0}, {"trucks_per_day", 41}},
		{{"border_time_h", 7.0}, {"trucks_per_day", 39}, {"closed_wait_h", 2}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range table.Summarise(0.95) {
		fmt.Printf("%s %.1f", s.Measure, s.Interval.Mean)
		if half, ok := s.Interval.HalfWidth(); ok {
			fmt.Printf(" ± %.1f", half)
		}
		fmt.Println()
	}
	// Output:
	// border_time_h 6.5 ± 6.4
	// trucks_per_day 40.0 ± 12.7
	// closed_wait_h 2.0
}

// mustTable is NewTable of rows that are right.
func mustTable(t *testing.T, observed [][]Observation) *Table {
	t.Helper()
	table, err := NewTable(observed)
	require.NoError(t, err)
	return table
}

func TestRowsFollowTheFirstReplicationThenTheAlphabet(t *testing.T) {
	table := mustTable(t, [][]Observation{
		{{"queue", 1}, {"border", 2}, {"cost", 3}},
		{{"zebra", 1}, {"cost", 3}, {"border", 2}},
		{{"apple", 1}, {"queue", 3}, {"zebra", 2}},
	})
	assert.Equal(t, []string{"queue", "border", "cost", "apple", "zebra"}, table.Measures())
	assert.Equal(t, 3, table.Replications())
}

func TestAbsentMeasureIsNotZero(t *testing.T) {
	table := mustTable(t, [][]Observation{{{"red", 4}}, {}, {{"red", 6}, {"green", 0}}})
	assert.Equal(t, []float64{4, 6}, table.Values("red"))
	_, ok := table.Value("red", 1)
	assert.False(t, ok)
	value, ok := table.Value("green", 2)
	assert.True(t, ok, "a zero that was observed is there")
	assert.Zero(t, value)
	interval, ok := table.Interval("red", 0.95)
	require.True(t, ok)
	assert.Equal(t, 5.0, interval.Mean)
	assert.Equal(t, 2, interval.N)
}

func TestMeasureThatNobodyObservedIsMissing(t *testing.T) {
	table := mustTable(t, [][]Observation{{}, {}})
	assert.Empty(t, table.Measures())
	assert.Empty(t, table.Summarise(0.95))
	assert.Equal(t, 2, table.Replications())
	assert.Nil(t, table.Values("blue"))
	_, ok := table.Value("blue", 0)
	assert.False(t, ok)
	_, ok = table.Interval("blue", 0.95)
	assert.False(t, ok)
}

func TestSummaryOfOneObservationHasNoBounds(t *testing.T) {
	table := mustTable(t, [][]Observation{{{"red", 4}}, {}})
	want := []Summary{{Measure: "red", Interval: stat.Interval{Mean: 4, N: 1, Confidence: 0.9}}}
	assert.Equal(t, want, table.Summarise(0.9))
}

func TestTableLendsNothingToItsReaders(t *testing.T) {
	table := mustTable(t, [][]Observation{{{"red", 4}}})
	table.Measures()[0] = "blue"
	table.Values("red")[0] = 9
	assert.Equal(t, []string{"red"}, table.Measures())
	assert.Equal(t, []float64{4}, table.Values("red"))
}

func TestTableRefusesBrokenObservations(t *testing.T) {
	good := []Observation{{"red", 1}}
	for want, bad := range map[string][]Observation{
		"replication 1: measure red is observed twice":              {{"red", 1}, {"green", 2}, {"red", 1}},
		"replication 1: measure red is NaN, not a finite number":    {{"red", math.NaN()}},
		"replication 1: measure cost is +Inf, not a finite number":  {{"red", 1}, {"cost", math.Inf(1)}},
		"replication 1: value 3 has no measure":                     {{"", 3}},
		"replication 1: measure green is observed twice":            {{"green", 2}, {"green", 2}},
		"replication 1: measure green is -Inf, not a finite number": {{"green", math.Inf(-1)}},
	} {
		_, err := NewTable([][]Observation{good, bad})
		assert.EqualError(t, err, want)
	}
}
