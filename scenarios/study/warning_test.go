package study

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
)

// TestOverloadedStationIsWarnedOf: one immigration window for 200 trucks a day, 2.5 min each and both
// ways within 11 h: 400 x 2.5 min = 16.7 h of work a day, under every alternative.
func TestOverloadedStationIsWarnedOf(t *testing.T) {
	s := digitalVersusPaper(t, nil, "gates[Lao Bảo–Densavanh].posts[Lao Bảo].stations[immigration windows].servers=1")
	c := answerOf(t, s, Options{Replications: 2})
	require.Len(t, c.Warnings, len(s.Alternatives)+1, "and that two replications are few")
	for i, w := range c.Warnings[:len(s.Alternatives)] {
		text := english(t).Text(w)
		assert.Contains(t, text, s.Alternatives[i].Name)
		assert.Contains(t, text, "immigration windows")
		assert.Contains(t, text, "Lao Bảo")
		assert.Contains(t, text, "36.4", "trucks an open hour come: 400 in 11 h")
		assert.Contains(t, text, "24.0", "can pass: one every 2.5 min")
		assert.Contains(t, text, "12.4", "more of them every open hour")

		of := c.Alternatives[i]
		require.Len(t, of.Overloads, 1, "and the answer says that its figures hold for this run only")
		assert.Equal(t, "immigration windows", of.Overloads[0].Station)
		assert.InDelta(t, 400*2.5/60/11, of.Overloads[0].Load, 1e-9)
		assert.InDelta(t, float64(s.Alternatives[i].Scenario.Setup.Horizon.End())/float64(24*time.Hour/time.Microsecond), of.Days, 1e-9)
	}
}

// TestRatesAreToldApart: to a tenth, and to more digits where the two would look alike.
func TestRatesAreToldApart(t *testing.T) {
	for _, c := range []struct {
		arrive, pass float64
		want         [3]words.Number
	}{
		{36.36, 24, [3]words.Number{"36.4", "24.0", "12.4"}},
		{10.909, 10.88, [3]words.Number{"10.91", "10.88", "0.03"}},
		{10.96, 10.94, [3]words.Number{"10.96", "10.94", "0.02"}}, // 11.0, 10.9 and 0.0 to a tenth
		{10.0004, 10.0001, [3]words.Number{"10.0004", "10.0001", "0.0003"}},
		{10, 10, [3]words.Number{"10.0", "10.0", "0.0"}}, // nothing to tell apart
	} {
		arrive, pass, growth := toldApart(c.arrive, c.pass)
		assert.Equal(t, c.want, [3]words.Number{arrive, pass, growth})
	}
}

// TestFleetThatCannotKeepUpIsWarnedOf: a round of the quarry's trucks takes 227 min and a load comes every 30 min, so that eight
// trucks can carry them and five cannot. With loads without end, as in the file, trucks are never free, but no load waits.
func TestFleetThatCannotKeepUpIsWarnedOf(t *testing.T) {
	const trucks, timetable = "fleets[quarry trucks].trucks=", "flows[stone].arrivals={every: 30 min}"
	warned := func(replications int, sets ...string) []string {
		s, err := scenarios.LoadScenario("reference/p05-closed-fleet", append(sets, "horizon.warm_up=1 day", "horizon.length=5 days"))
		require.NoError(t, err)
		c, err := Run(context.Background(), Alone(s), Options{Seed: 1, Replications: replications})
		require.NoError(t, err)
		var out []string
		for _, w := range c.Warnings {
			if w.ID != "study.few-replications" {
				out = append(out, english(t).Text(w))
			}
		}
		return out
	}
	assert.Empty(t, warned(2, trucks+"5"))
	assert.Empty(t, warned(2, timetable, trucks+"8"))
	for replications := 1; replications <= 2; replications++ {
		got := strings.Join(warned(replications, timetable, trucks+"5"), "\n")
		assert.Contains(t, got, "the trucks of quarry trucks are practically never free")
		assert.Contains(t, got, "loads wait ever longer")
	}
}

// TestOnlyLoadsThatKeepComingWaitEverLonger: loads without end are there when a truck is, and a counted number comes to an end.
func TestOnlyLoadsThatKeepComingWaitEverLonger(t *testing.T) {
	few := 3
	endless, counted, steady := corridors.Arrivals{Always: true}, corridors.Arrivals{Count: &few}, corridors.Arrivals{PerSecond: 1}
	for _, c := range []struct {
		flows []corridors.Arrivals
		want  bool
	}{
		{[]corridors.Arrivals{endless}, false},
		{[]corridors.Arrivals{counted}, false},
		{[]corridors.Arrivals{{Trace: []float64{1}}}, false},
		{[]corridors.Arrivals{counted, steady}, true},
		{[]corridors.Arrivals{steady, endless}, false},
	} {
		of := &corridors.Corridor{Flows: []corridors.Flow{{Haulier: "B", Arrivals: steady}}}
		for _, a := range c.flows {
			of.Flows = append(of.Flows, corridors.Flow{Haulier: "A", Arrivals: a})
		}
		assert.Equal(t, c.want, loadsKeepComing(of, "A"), "%v", c.flows)
	}
}

func TestOneReplicationIsWarnedOf(t *testing.T) {
	c := answerOf(t, digitalVersusPaper(t, nil), Options{Replications: 1})
	require.Len(t, c.Warnings, 1)
	assert.Contains(t, strings.ToLower(english(t).Text(c.Warnings[0])), "replication")
	for _, d := range c.Differences {
		assert.False(t, d.Interval.Bounded(), "one replication has no interval")
		assert.Nil(t, d.VarianceRatio)
	}
}

// TestPublishedFiguresAreSetBesideTheirMeasure: with the interval of that measure, and over it where
// what was published is one number; a range has no ratio.
func TestPublishedFiguresAreSetBesideTheirMeasure(t *testing.T) {
	c := theAnswer(t)
	hours := map[string]float64{"B043": 4, "B042": 0.25} // four hours; 15 min
	require.NotEmpty(t, c.Published)
	for _, p := range c.Published {
		for _, a := range c.Alternatives {
			for _, m := range a.Measures {
				if a.Name == p.Alternative && m.Name == p.Measure {
					assert.Equal(t, m.Interval, p.Interval, p.Fact)
				}
			}
		}
		require.True(t, p.Interval.Present(), p.Fact)
		assert.NotEmpty(t, p.Source)
		if published, isNumber := hours[p.Fact]; isNumber {
			require.NotNil(t, p.Ratio, p.Fact)
			assert.InEpsilon(t, p.Interval.Mean/published, *p.Ratio, 1e-12)
		}
		if p.Fact == "C007" {
			assert.Nil(t, p.Ratio, "70 to 240 min")
		}
	}
}

// TestInputsOfAllAlternativesAreListedOnce: what an overlay sets joins what the corridor sets.
func TestInputsOfAllAlternativesAreListedOnce(t *testing.T) {
	s := digitalVersusPaper(t, []string{""})
	a := &answer{study: s}
	seen := make(map[string]bool)
	for _, in := range a.inputs() {
		assert.False(t, seen[in.Path], in.Path)
		seen[in.Path] = true
	}
	for _, of := range s.Alternatives {
		for _, in := range of.Scenario.Inputs {
			assert.True(t, seen[in.Path], in.Path)
		}
	}
}

// TestPermitsThatCannotKeepUpAreWarnedOf: 14 trucks a day of Vietnam (3 % of 400 and two) keep a permit for 41 h without queues and
// nights, so that 24 are too few whatever happens; with 25 they are always taken in the end, and with 60 nobody waits.
func TestPermitsThatCannotKeepUpAreWarnedOf(t *testing.T) {
	warned := func(count string) []string {
		s, err := scenarios.LoadScenario("ewec-permits", []string{"permits[trucks of Vietnam].count=" + count})
		require.NoError(t, err)
		c, err := Run(context.Background(), Alone(s), Options{Seed: 1, Replications: 3})
		require.NoError(t, err)
		var out []string
		for _, w := range c.Warnings {
			if w.ID != "study.few-replications" {
				out = append(out, english(t).Text(w))
			}
		}
		return out
	}
	few := warned("20")
	require.Len(t, few, 1)
	assert.Contains(t, few[0], "14.0 trucks a day ask for the permit trucks of Vietnam, each keeps it for 41.")
	assert.Contains(t, few[0], "so 20 of them let 11.6 a day set out at most")
	taken := warned("25")
	require.Len(t, taken, 1)
	assert.Contains(t, taken[0], "all permits trucks of Vietnam are practically always taken")
	assert.Empty(t, warned("60"))
}

// TestQueueWithoutASteadyStateIsNamed is the flag of reference case P46: 10 trucks an hour at two lanes of 15 min, which pass 8.
func TestQueueWithoutASteadyStateIsNamed(t *testing.T) {
	s, err := scenarios.LoadScenario("reference/p46-overload", nil)
	require.NoError(t, err)
	c, err := Run(context.Background(), Alone(s), Options{Seed: 1, Replications: 20})
	require.NoError(t, err)
	require.Len(t, c.Warnings, 1)
	assert.Contains(t, english(t).Text(c.Warnings[0]),
		"lane at exit post cannot keep up: 10.0 trucks an open hour arrive, 8.0 can pass, the queue grows by 2.0 an hour")
}

// TestAsManyAsCanPassIsSaidInOtherWords: nothing is over, so no queue is said to grow by nothing.
func TestAsManyAsCanPassIsSaidInOtherWords(t *testing.T) {
	station := english(t).Text(overloaded("twice", &journey.StationLoad{Station: "officers", Place: "A", Arrive: 120.0 / 11, CanPass: 120.0 / 11, Utilisation: 1}))
	assert.Contains(t, station, "as many trucks arrive at officers at A as can pass, 10.9 an open hour")
	assert.NotContains(t, station, "0.0")
	quota := english(t).Text(overloaded("twice", &journey.StationLoad{Station: "China", Place: "A", Arrive: 10, CanPass: 10, Utilisation: 1, Quota: true}))
	assert.Contains(t, quota, "as many loaded trucks come to A as the quota China lets begin, 240.0 a day")
	over := english(t).Text(overloaded("twice", &journey.StationLoad{Station: "officers", Place: "A", Arrive: 11, CanPass: 10, Utilisation: 1.1}))
	assert.Contains(t, over, "the queue grows by 1.0 an hour")
}

// TestFewTrucksInALongRunAreToldOf: 60 trucks at 4 an hour have come after 15 h, and 1000 h are watched: 1.44 a day, and a lane that is
// busy for 12 h in all.
func TestFewTrucksInALongRunAreToldOf(t *testing.T) {
	said := func(sets ...string) (out []string) {
		s, err := scenarios.LoadScenario("reference/p24-slow-lane", sets)
		require.NoError(t, err)
		for _, w := range answerOf(t, Alone(s), Options{Replications: 2}).Warnings {
			if w.ID == "study.counted" {
				out = append(out, english(t).Text(w))
			}
		}
		return out
	}
	require.Len(t, said(), 1)
	assert.Contains(t, said()[0], "trucks ends after 60 trucks, which come in about 15 hours; what is watched lasts 42 days.")
	assert.Empty(t, said("horizon.length=20 h"))
}
