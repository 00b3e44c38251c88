package study

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/scenarios"
)

// sweepOf reads a sweep of the M/M/1 of reference case P10, over days instead of years.
func sweepOf(t *testing.T, text string) *scenarios.Sweep {
	t.Helper()
	t.Chdir(t.TempDir())
	whole := "version: 1\nkind: sweep\nname: lane\nscenario: reference/p10-m-m-1\nhorizon: {warm_up: 1 day, length: 5 days}\nmeasures: [queue_wait_h, trucks_per_day]\n" + text
	require.NoError(t, os.WriteFile("sweep.yaml", []byte(whole), 0o600))
	s, err := scenarios.LoadSweep("sweep.yaml", nil)
	require.NoError(t, err)
	return s
}

func swept(t *testing.T, s *scenarios.Sweep, o Options) *report.Sweep {
	t.Helper()
	o.Seed = 12
	out, err := Sweep(context.Background(), s, o)
	require.NoError(t, err)
	return out
}

const (
	ratePath    = "flows[trucks].arrivals.rate"
	servicePath = "gates[one lane].posts[exit post].stages[check].service"
	hoursPath   = "gates[one lane].posts[exit post].hours"
	serversPath = "gates[one lane].posts[exit post].stations[lane].servers"
)

// TestPointsOfAGridAreRunsOfTheirOwn: each comes to what the scenario does with the same settings, on the same luck.
func TestPointsOfAGridAreRunsOfTheirOwn(t *testing.T) {
	s := sweepOf(t, `design: grid
factors: [{input: "`+ratePath+`", values: [2/h, 4/h]}, {input: "`+servicePath+`", values: [{exponential: 6 min}, {exponential: 9 min}, {exponential: 12 min}]}]
replications: 4
`)
	out := swept(t, s, Options{})
	require.Len(t, out.Points, 6)
	assert.Equal(t, []string{"2/h", "exponential: 9 min"}, out.Points[1].Values)
	for _, p := range out.Points {
		alone, err := scenarios.LoadScenario("reference/p10-m-m-1", []string{
			ratePath + "=" + p.Values[0], servicePath + "=" + p.Values[1], "horizon.warm_up=1 day", "horizon.length=5 days",
		})
		require.NoError(t, err)
		c := answerOf(t, Alone(alone), Options{Seed: 12, Replications: 4})
		assert.Equal(t, measured(t, c, "queue_wait_h"), p.Intervals[0], "%v", p.Values)
	}
	assert.Empty(t, out.Effects)
	text := strings.Join(strings.Fields(out.Text(english(t), 100)), " ")
	assert.Contains(t, text, "Points")
	assert.Contains(t, text, "exponential: 9 min")
	assert.NotContains(t, text, "Survey next")
}

// TestHypercubeVisitsEveryPartOfEveryRange on whole servers, and tells of points that cannot keep up.
func TestHypercubeVisitsEveryPartOfEveryRange(t *testing.T) {
	s := sweepOf(t, `design: latin-hypercube
points: 12
factors: [{input: "`+ratePath+`", from: 1/h, to: 13/h}, {input: "`+serversPath+`", from: 1, to: 2}]
replications: 2
`)
	out := swept(t, s, Options{})
	require.Len(t, out.Points, 12)
	rates, notes := make(map[string]bool), 0
	for _, p := range out.Points {
		rates[p.Values[0][:strings.IndexAny(p.Values[0], "./")]] = true
		assert.Contains(t, []string{"1", "2"}, p.Values[1])
		if !p.Note.Empty() {
			notes++
		}
	}
	assert.Len(t, rates, 12, "a point in each hour's rate")
	assert.Positive(t, notes)
	assert.Contains(t, out.Text(english(t), 100), "overloads lane")
}

const ranges = `factors:
  - {input: "` + ratePath + `", from: 2/h, to: 3/h}
  - {input: "` + hoursPath + `", from: "00:00-21:00", to: "00:00-23:30"}
  - {input: "` + serversPath + `", from: 2, to: 3}
`

// TestTornadoMovesOneInputAtATime: of trucks a day only their rate matters, from two an hour to the four of the scenario. The reach of an
// input is that of its ends and the middle, which need not lie between: two lanes are more than the one there is.
func TestTornadoMovesOneInputAtATime(t *testing.T) {
	s := sweepOf(t, "design: tornado\nshow: 2\n"+ranges)
	out := swept(t, s, Options{})
	require.Len(t, out.Points, 7)
	assert.Equal(t, 4, out.Replications)
	assert.Equal(t, []string{"", "", ""}, out.Points[0].Values, "the middle")
	require.Len(t, out.Effects, 2)
	trucks := out.Effects[1].Rows
	assert.Equal(t, 0, trucks[0].Factor)
	assert.InDelta(t, 48, trucks[0].Size.Mean, 8, "from two an hour to the four of the scenario")
	assert.Less(t, trucks[1].Size.Mean, 3.0, "others change when they are through, not how many come")
	wait := out.Effects[0].Rows
	for _, e := range wait {
		assert.True(t, e.AtLow.Bounded() && e.AtHigh.Bounded())
		assert.Equal(t, out.Points[1+2*e.Factor].Intervals[0], e.AtLow)
		low, high := e.AtLow.Mean, e.AtHigh.Mean
		base := out.Points[0].Intervals[0].Mean
		assert.InDelta(t, max(low, high, base)-min(low, high, base), e.Size.Mean, 1e-12)
	}
	text := strings.Join(strings.Fields(out.Text(english(t), 100)), " ")
	assert.Contains(t, text, "Survey next: ")
	assert.Contains(t, text, "These 2 move the wait in queues most")
	assert.Contains(t, text, "on the luck of the same 4 replications")
	csv, err := out.CSV(english(t))
	require.NoError(t, err)
	assert.Equal(t, 1+7*2+3*2, strings.Count(string(csv), "\n"))
	assert.Contains(t, string(out.Markdown(english(t))), "Survey next")
}

// TestMorrisFindsWhatMatters whatever the others are: for waits the hours, for a truck that comes at night waits for the morning; for trucks
// a day the rate alone, by 24 over its range and always upwards. The answer does not depend on the workers.
func TestMorrisFindsWhatMatters(t *testing.T) {
	s := sweepOf(t, "design: morris\ntrajectories: 12\nshow: 1\n"+ranges)
	out := swept(t, s, Options{Workers: 1})
	require.Len(t, out.Points, 12*4)
	wait, trucks := out.Effects[0].Rows, out.Effects[1].Rows
	assert.Equal(t, 1, wait[0].Factor)
	assert.Less(t, wait[0].Mean, 0.0, "longer hours, shorter waits")
	require.True(t, wait[0].Spreads)
	assert.Equal(t, 0, trucks[0].Factor)
	assert.InDelta(t, 24, trucks[0].Mean, 6)
	assert.InDelta(t, trucks[0].Mean, trucks[0].Size.Mean, 1e-9, "always upwards")
	first, err := out.JSON(english(t))
	require.NoError(t, err)
	assert.Contains(t, string(first), `"survey_next": [
    "`+hoursPath+`"
  ]`)
	for _, workers := range []int{2, 5} {
		again, err := swept(t, s, Options{Workers: workers}).JSON(english(t))
		require.NoError(t, err)
		assert.Equal(t, string(first), string(again))
	}
	walk := out.Points[:4]
	for k := range 3 {
		changed := 0
		for f := range walk[k].Values {
			if walk[k].Values[f] != walk[k+1].Values[f] {
				changed++
			}
		}
		assert.LessOrEqual(t, changed, 1)
	}
}

// TestInputsThatMoveNothingAreNotSurveyed, and an end that the scenario does not allow together with the rest is told.
func TestInputsThatMoveNothingAreNotSurveyed(t *testing.T) {
	s := sweepOf(t, `design: tornado
factors: [{input: "`+serversPath+`", from: 1, to: 2}]
`)
	s.Factors[0].High = "1"
	assert.Contains(t, swept(t, s, Options{Replications: 2}).Text(english(t), 80), "None of the inputs moves the wait in queues")
	s.Factors[0].High = "many"
	broken := swept(t, s, Options{Replications: 1})
	assert.Contains(t, english(t).Text(broken.Points[2].Note), "not allowed")
	assert.False(t, broken.Points[2].Intervals[0].Present())
	assert.False(t, broken.Effects[0].Rows[0].Size.Bounded(), "one replication")
}
