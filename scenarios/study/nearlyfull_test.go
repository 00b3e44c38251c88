package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios"
)

// busyLane is the one lane of reference case P10, where 5 trucks an hour can pass.
func busyLane(t *testing.T, sets ...string) *scenarios.Study {
	t.Helper()
	s, err := scenarios.LoadScenario("reference/p10-m-m-1", append([]string{"horizon.warm_up=0 h"}, sets...))
	require.NoError(t, err)
	return Alone(s)
}

// told are the warnings ahead of a study, in words.
func toldAhead(t *testing.T, s *scenarios.Study, o Options) []string {
	t.Helper()
	found, err := Ahead(s, o)
	require.NoError(t, err)
	var out []string
	for _, p := range found.All() {
		assert.True(t, p.Warning)
		out = append(out, p.Pos.String()+" "+english(t).Text(p.What))
	}
	return out
}

// TestRunsOfABusyStationAreHeldAgainstWhatItTakes: with 4.8 trucks an hour 4·1.96²/(0.05·0.04)² = 3,841,459 services of 12 minutes,
// which are 32,012 days or 87.6 years; open 12 hours of 24 twice as long.
func TestRunsOfABusyStationAreHeldAgainstWhatItTakes(t *testing.T) {
	rate, place := ratePath+"=4.8/h", "reference/p10-m-m-1.yaml:15:42 reference/p10-m-m-1: "
	told := toldAhead(t, busyLane(t, rate, "horizon.length=10 days"), Options{})
	assert.Equal(t, []string{place + "96.0 % of the trucks that lane at exit post can pass arrive. So near the limit waits average out slowly: " +
		"to know the mean wait in the long run to ± 5 % takes runs of about 88 years in all (Whitt 1989), and 30 replications of 10 days are 300 days."}, told)
	told = toldAhead(t, busyLane(t, ratePath+"=2.4/h", hoursPath+"=06:00-18:00", "horizon.length=10 days"), Options{Replications: 5})
	require.Len(t, told, 1)
	assert.Contains(t, told[0], "takes runs of about 180 years in all (Whitt 1989), and 5 replications of 10 days are 50 days.")

	assert.Len(t, toldAhead(t, busyLane(t, rate, "horizon.length=1067 days"), Options{}), 1, "30 of them are 32,010 days")
	assert.Empty(t, toldAhead(t, busyLane(t, rate, "horizon.length=1068 days"), Options{}))
	assert.Empty(t, toldAhead(t, busyLane(t, ratePath+"=4.74/h"), Options{}), "94.8 %")
	assert.Empty(t, toldAhead(t, busyLane(t, rate, "horizon.length=10 days"), Options{Replications: 3202}))
	most := &scenarios.Precision{AtLeast: 2, AtMost: 3202}
	assert.Empty(t, toldAhead(t, busyLane(t, rate, "horizon.length=10 days"), Options{Precision: most}), "there can be as many")
	told = toldAhead(t, busyLane(t, ratePath+"=5/h"), Options{})
	require.Len(t, told, 1)
	assert.Contains(t, told[0], place+"as many trucks arrive at lane at exit post as can pass")

	rare := busyLane(t, rate, "horizon.length=10 days")
	rare.Confidence = 0.5 // a quantile of 0.67 in the place of 1.96
	assert.Contains(t, toldAhead(t, rare, Options{})[0], "about 10 years")
}

// TestAnswerTellsTheRunsThatABusyStationTakes: with as many as were run.
func TestAnswerTellsTheRunsThatABusyStationTakes(t *testing.T) {
	c := answerOf(t, busyLane(t, ratePath+"=4.8/h", "horizon.length=1 day"), Options{Replications: 3, Antithetic: true})
	assert.Contains(t, reading(t, c), "about 88 years in all (Whitt 1989), and 4 replications of one day are 4 days.")
	c = answerOf(t, busyLane(t, ratePath+"=4.7/h", "horizon.length=1 day"), Options{Replications: 3})
	assert.NotContains(t, reading(t, c), "Whitt")
}

func TestSpansAreReadable(t *testing.T) {
	for days, want := range map[float64]string{
		0.25: "6 hours", 0.0153: "0.37 hours", 1: "one day", 29.6: "30 days", 560: "560 days", 729.9: "730 days",
		731: "2 years", 32012: "88 years", 45000: "120 years", 4e7: "more than 100,000 years",
	} {
		assert.Equal(t, want, english(t).Text(inDays(days)), days)
	}
	for load, want := range map[float64]string{0.95: "95.0", 0.99949: "99.9", 0.9996: "99.96", 0.9999999: "99.99999"} {
		assert.Equal(t, want, string(fullness(load)))
	}
}
