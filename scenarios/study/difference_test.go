package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/sim"
)

// TestEveryPairIsComparedInEveryMeasure: each row once, the headline first; joint intervals are wider
// than single ones, and common luck pays for the headline.
func TestEveryPairIsComparedInEveryMeasure(t *testing.T) {
	s := digitalVersusPaper(t, nil)
	c := theAnswer(t)
	type row struct{ alternative, base, measure string }
	seen := make(map[row]int)
	for _, d := range c.Differences {
		seen[row{d.Alternative, d.Base, d.Measure}]++
		require.True(t, d.Interval.Bounded())
		require.Equal(t, 4, d.Interval.N)
		assert.Contains(t, d.Measure, "_"+map[string]string{"h": "h", "USD/t": "usd", "USD/trip": "usd", "trucks/day": "per_day", "1": "share"}[d.Unit])
		if d.Interval.Hi > d.Interval.Lo {
			assert.Less(t, d.Joint.Lo, d.Interval.Lo, "%+v", d)
			assert.Greater(t, d.Joint.Hi, d.Interval.Hi, "%+v", d)
		}
	}
	for _, p := range s.Pairs {
		for _, m := range s.Measures {
			assert.Equal(t, 1, seen[row{p.Alternative, p.Base, m}], "%v %s", p, m)
		}
	}
	assert.Len(t, seen, len(s.Pairs)*len(s.Measures))
	head := c.Differences[0]
	assert.Equal(t, row{s.Headline.Alternative, s.Headline.Base, s.Headline.Measure}, row{head.Alternative, head.Base, head.Measure})
	require.NotNil(t, head.VarianceRatio)
	assert.Greater(t, *head.VarianceRatio, 1.0, "common luck pays")
	assert.Less(t, head.Interval.Hi, 0.0, "and the digital gate saves time even in a few days")
}

// TestDifferencesAreThoseOfTheMeans: of paired replications the mean difference is the difference of
// the means, and the relative one is that over the base.
func TestDifferencesAreThoseOfTheMeans(t *testing.T) {
	c := theAnswer(t)
	means := make(map[string]float64)
	for _, a := range c.Alternatives {
		for _, m := range a.Measures {
			means[a.Name+m.Name] = m.Interval.Mean
		}
	}
	for _, d := range c.Differences {
		base := means[d.Base+d.Measure]
		assert.InDelta(t, means[d.Alternative+d.Measure]-base, d.Interval.Mean, 1e-9, "%+v", d)
		if base != 0 {
			assert.InDelta(t, d.Interval.Mean/base, d.Relative.Mean, 1e-9, "%+v", d)
		}
	}
}

// TestCostsByPlaceAddUpToTheTrip, in all and by line; what a stage charges has its owner.
func TestCostsByPlaceAddUpToTheTrip(t *testing.T) {
	c := theAnswer(t)
	for _, a := range c.Alternatives {
		measured := make(map[string]float64)
		for _, m := range a.Measures {
			measured[m.Name] = m.Interval.Mean
		}
		sum, byLine := 0.0, make(map[string]float64)
		for _, row := range a.Costs {
			sum += row.Interval.Mean
			byLine[row.Line] += row.Interval.Mean
			assert.Equal(t, row.Line == "fees", row.Owner != "", "%+v", row)
		}
		assert.InDelta(t, measured["cost_per_trip_usd"], sum, 1e-9, a.Name)
		require.Len(t, byLine, 9, "loaded, empty, idling, driver, capital, running, tolls, fees and informal")
		for line, x := range byLine {
			assert.InDelta(t, measured["cost_"+line+"_usd"], x, 1e-9, "%s %s", a.Name, line)
		}
		assert.InDelta(t, measured["cost_hours_usd"], byLine["driver"]+byLine["capital"], 1e-9)
	}
}

// TestStagesAddUpToTheBorderTime: the rows of every alternative and the parts of every row.
func TestStagesAddUpToTheBorderTime(t *testing.T) {
	c := theAnswer(t)
	for _, a := range c.Alternatives {
		sum := 0.0
		for _, row := range a.Stages {
			sum += row.Interval.Mean
			assert.InDelta(t, row.Interval.Mean, row.Queue+row.Closed+row.Service+row.Blocked, 1e-9, row.Stage)
		}
		border := 0.0
		for _, m := range a.Measures {
			if m.Name == "border_time_h" {
				border = m.Interval.Mean
			}
		}
		assert.InDelta(t, border, sum, 1e-9, a.Name)
	}
}

func TestAuditOfTheShippedStudyHolds(t *testing.T) {
	c := theAnswer(t)
	require.Len(t, c.Audit, 6)
	for _, check := range c.Audit {
		assert.True(t, check.OK, check.Name)
	}
	require.Len(t, c.Warnings, 1)
	assert.Equal(t, "study.few-replications", c.Warnings[0].ID, "four")
}

// TestAuditFailsWhereALedgerDoesNotClose: the checks are no decoration.
func TestAuditFailsWhereALedgerDoesNotClose(t *testing.T) {
	for title, gap := range map[string]journey.Audit{
		"ledger of time": {TimeGap: 1}, "ledger of money": {PlaceGap: 1}, "costs of loads": {LoadGap: 1}, "flow": {FlowGap: -1}, "Little's law": {QueueGap: sim.Microsecond}, "work": {WorkGap: sim.Microsecond},
	} {
		a := &answer{outcomes: [][]*journey.Outcome{{{Audit: gap}, {}}, {{}}}}
		for _, check := range a.audit() {
			assert.Equal(t, check.Name != title, check.OK, "%s when %s has a gap", check.Name, title)
		}
	}
}

// A study over several corridors may name measures that only one of them has: they do not widen the joint intervals of
// the others. Named alone, a measure has the joint interval that it has by itself.
func TestJointIntervalHoldsOverTheMeasuresOfThePair(t *testing.T) {
	s := digitalVersusPaper(t, nil)
	s.Sensitivity = nil
	s.Pairs = s.Pairs[:1]
	s.Headline = scenarios.Headline{Pair: s.Pairs[0], Measure: "border_time_h"}
	s.Measures = []string{"border_time_h"}
	alone := answerOf(t, s, Options{Replications: 4, Workers: 1})
	s.Measures = []string{"border_time_h", "border_time_th_h", "depot.ICD Lao Bảo.time_h"}
	beside := answerOf(t, s, Options{Replications: 4, Workers: 1})
	s.Measures = []string{"border_time_h", "cost_per_tonne_usd"}
	both := answerOf(t, s, Options{Replications: 4, Workers: 1})
	require.Len(t, alone.Differences, 1)
	require.Len(t, beside.Differences, 1)
	require.Len(t, both.Differences, 2)
	assert.Equal(t, alone.Differences[0].Interval, alone.Differences[0].Joint)
	assert.Equal(t, alone.Differences[0].Joint, beside.Differences[0].Joint)
	assert.Less(t, both.Differences[0].Joint.Lo, alone.Differences[0].Joint.Lo)
}
