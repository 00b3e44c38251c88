package study

import (
	"context"
	"fmt"
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/sim/stat"
)

// desk is a gate with one station of two officers, open for eleven hours, who take half an hour for each truck: 44 a day.
const desk = `version: 1
kind: scenario
name: desk
countries: [{name: VN, title: Việt Nam}, {name: LA, title: Lào}]
places:
  - {name: here, kind: market, country: VN}
  - {name: there, kind: market, country: LA}
legs:
  - {name: out, from: here, to: post, country: VN, length: 10 km, speed: 40 km/h}
  - {name: on, from: other post, to: there, country: LA, length: 10 km, speed: 40 km/h}
gates:
  - name: gate
    posts:
      - name: post
        country: VN
        hours: "07:00-18:00"
        stations: [{name: desks, servers: 2}]
        stages: [{name: papers, owner: customs, station: desks, when: {direction: [exit]}, service: {constant: 30 min}}]
      - {name: other post, country: LA, hours: always}
flows: [{name: goods, from: here, to: there, payload: 20 t, arrivals: {rate: 20/day}, return: {mode: none}}]
horizon: {warm_up: 1 day, length: 10 days, after: drain}
`

const deskGrows = `version: 1
kind: study
name: desk-grows
base: desk.yaml
replications: 5
alternatives: [{name: two}, {name: three, with: {gates: [{name: gate, posts: [{name: post, stations: [{name: desks, servers: 3}]}]}]}}]
compare: none
measures: [border_time_h]
growth:
  from: 2025
  to: 2030
  rates: [0 %, 15 %, 25 %]
  limits: [{measure: border_time_p95_h, at_most: 24 h}, {utilisation: 90 %}]
`

// grows reads the study of the desk beside it.
func grows(t *testing.T, text string) *scenarios.Study {
	t.Helper()
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("desk.yaml", []byte(desk), 0o600))
	require.NoError(t, os.WriteFile("study.yaml", []byte(text), 0o600))
	s, err := scenarios.LoadStudy("study.yaml", nil)
	require.NoError(t, err)
	return s
}

// TestOverloadBeginsInTheYearThatTheHandReckons: 20 trucks a day times (1+g)^n against 44 or 66 a day. ln(44/20)/ln 1.15 is 5.6 and
// ln(66/20)/ln 1.25 is 5.4, so neither comes by 2030; ln(44/20)/ln 1.25 is 3.5: the fourth year, 2029.
func TestOverloadBeginsInTheYearThatTheHandReckons(t *testing.T) {
	c := answerOf(t, grows(t, deskGrows), Options{Replications: 2})
	passes := map[string]float64{"two": 44, "three": 66}
	require.Len(t, c.Growth.Trends, 6)
	for _, trend := range c.Growth.Trends {
		require.Len(t, trend.Years, 6)
		begins := 2025 + int(math.Ceil(math.Log(passes[trend.Alternative]/20)/math.Log(1+trend.Rate))) // +Inf for 0 %
		for n, y := range trend.Years {
			demand := 20 * math.Pow(1+trend.Rate, float64(n))
			assert.Equal(t, 2025+n, y.Year)
			assert.InEpsilon(t, demand/20, y.Factor, 1e-12)
			assert.InEpsilon(t, demand/passes[trend.Alternative], y.Busiest.Load, 1e-9)
			assert.Equal(t, trend.Rate > 0 && y.Year >= begins, len(y.Overloads) > 0, "%s, %v, %d", trend.Alternative, trend.Rate, y.Year)
		}
	}
	var full []string
	for _, trend := range c.Growth.Trends {
		for _, y := range trend.Years {
			for _, o := range y.Overloads {
				full = append(full, fmt.Sprintf("%s %v %d %s %s %.3f", trend.Alternative, trend.Rate, y.Year, o.Station, o.Place, o.Load))
			}
		}
	}
	assert.Equal(t, []string{"two 0.25 2029 desks post 1.110", "two 0.25 2030 desks post 1.387"}, full)
}

// TestUtilisationOfAYearIsDemandOverCapacity, as long as the desks keep up: it lies within twice the half-width of the
// interval (one in ten thousand would not), and beyond they are busy all the time.
func TestUtilisationOfAYearIsDemandOverCapacity(t *testing.T) {
	c := answerOf(t, grows(t, deskGrows), Options{Replications: 20})
	for _, trend := range c.Growth.Trends {
		for _, y := range trend.Years {
			at := y.Reached[1]
			require.Equal(t, []string{"desks", "post"}, []string{at.Station, at.Place})
			want := math.Min(1, y.Busiest.Load)
			half, _ := at.Interval.HalfWidth()
			assert.InDelta(t, want, at.Interval.Mean, 2*half+1e-9, "%s, %v, %d", trend.Alternative, trend.Rate, y.Year)
		}
	}
}

// TestYearsAreWhatTheSameTrucksGiveAtThatRate: a dumb second way. Each year is read again with its trucks a day written out, and run
// by itself.
func TestYearsAreWhatTheSameTrucksGiveAtThatRate(t *testing.T) {
	o := Options{Replications: 3, Seed: 11}
	c := answerOf(t, grows(t, deskGrows), o)
	for _, trend := range c.Growth.Trends {
		if trend.Alternative != "two" {
			continue
		}
		for n, y := range trend.Years {
			rate := fmt.Sprintf("flows[goods].arrivals.rate=%.17g/day", 20*math.Pow(1+trend.Rate, float64(n)))
			s, err := scenarios.LoadScenario("desk.yaml", []string{rate})
			require.NoError(t, err)
			alone, err := Run(context.Background(), Alone(s), o)
			require.NoError(t, err)
			for i, name := range []string{"border_time_p95_h", "station.post/desks.utilisation_share"} {
				want := measured(t, alone, name)
				got := y.Reached[i].Interval
				assert.Equal(t, want.N, got.N)
				assert.InDeltaSlice(t, []float64{want.Mean, want.Lo, want.Hi}, []float64{got.Mean, got.Lo, got.Hi}, 1e-6, "%v %d %s", trend.Rate, y.Year, name)
			}
		}
	}
}

func measured(t *testing.T, c *report.Comparison, name string) stat.Interval {
	t.Helper()
	for _, m := range c.Alternatives[0].Measures {
		if m.Name == name {
			return m.Interval
		}
	}
	t.Fatal(name)
	return stat.Interval{}
}

// TestFirstYearIsTheAlternativeAsItStands, at every rate; at no growth all years are.
func TestFirstYearIsTheAlternativeAsItStands(t *testing.T) {
	c := answerOf(t, grows(t, deskGrows), Options{Replications: 2})
	for i := range c.Growth.Trends {
		trend := &c.Growth.Trends[i]
		of := &report.Comparison{Alternatives: c.Alternatives[i/3 : i/3+1]}
		assert.Equal(t, measured(t, of, "border_time_p95_h"), trend.Years[0].Reached[0].Interval)
		if trend.Rate == 0 {
			for _, y := range trend.Years {
				assert.Equal(t, trend.Years[0].Reached, y.Reached)
			}
		}
	}
}

// TestGrowthGivesTheSameBytesForAnyWorkers, counts its runs, and audits them.
func TestGrowthGivesTheSameBytesForAnyWorkers(t *testing.T) {
	s := grows(t, deskGrows)
	done, total := 0, 0
	one := answerOf(t, s, Options{Replications: 3, Workers: 1, Progress: func(n, of int) { done, total = n, of }})
	runs := 2*3 + 2*3*5*3 // alternatives and replications; alternatives, rates, later years and replications
	assert.Equal(t, []int{runs, runs}, []int{done, total})
	text := jsonOf(t, one)
	for _, workers := range []int{2, 5} {
		assert.Equal(t, text, jsonOf(t, answerOf(t, s, Options{Replications: 3, Workers: workers})), "%d workers", workers)
	}
	for _, check := range one.Audit {
		assert.True(t, check.OK, check.Name)
		if check.Name == "Little's law" {
			assert.Contains(t, english(t).Text(check.Detail), fmt.Sprintf("%d runs", runs))
		}
	}
	var paths []string
	for _, in := range one.Inputs[len(one.Inputs)-5:] {
		paths = append(paths, in.Path)
	}
	assert.Equal(t, []string{
		"growth.rates[0]", "growth.rates[1]", "growth.rates[2]", "growth.limits[0].at_most", "growth.limits[1].utilisation",
	}, paths)
}

// TestShippedGrowthFillsTheDeclarationCountersOfLaoBao as the hand reckons: 400 movements a day (D001) are 200 loaded ones, half an
// hour each (D111), at 16 counters (D143) that are open for eleven hours (D140): 100 of 176 hours are asked for. They are full at 1.76
// times the trucks: in the sixth year at 10 %, in the fifth at 15 % (2030), in the fourth at 18 % (2029), in the second at 34 % (2027).
func TestShippedGrowthFillsTheDeclarationCountersOfLaoBao(t *testing.T) {
	s, err := scenarios.LoadStudy("growth-to-2030", nil)
	require.NoError(t, err)
	require.Equal(t, "lao-bao", s.Alternatives[0].Name)
	s.Alternatives = s.Alternatives[:1]
	a := &answer{study: s}
	require.NoError(t, a.compile())
	require.NoError(t, a.grow())
	begins := make(map[float64]int)
	for _, y := range a.years {
		for _, load := range y.model.Offered() {
			if load.Station != "declaration counters" || load.Place != "Lao Bảo" {
				continue
			}
			assert.InEpsilon(t, 100.0/176*y.factor, load.Utilisation, 1e-9)
			if rate := s.Growth.Rates[y.rate]; load.Overloaded() && begins[rate] == 0 {
				begins[rate] = y.year
			}
		}
	}
	assert.Equal(t, map[float64]int{0.15: 2030, 0.18: 2029, 0.34: 2027}, begins)
}

// TestBusiestStationIsAboveALimitWhereAnyStationIs: the bounds are the highest of each, the name that of the highest mean.
func TestBusiestStationIsAboveALimitWhereAnyStationIs(t *testing.T) {
	of := func(mean, half float64) stat.Interval {
		return stat.Interval{Mean: mean, Lo: mean - half, Hi: mean + half, N: 5}
	}
	so := report.Reached{Interval: of(0.905, 0.002), Station: "steady"}
	got := busier(so, of(0.91, 0.03), journey.StationName{Name: "wide"})
	assert.Equal(t, "wide", got.Station)
	assert.InDeltaSlice(t, []float64{0.91, 0.903, 0.94}, []float64{got.Interval.Mean, got.Interval.Lo, got.Interval.Hi}, 1e-12)
	got = busier(got, of(0.5, 0.01), journey.StationName{Name: "idle"})
	assert.Equal(t, "wide", got.Station)
}

// twoYards are yards of one place each that both directions need: whoever meets there stands for ever.
const twoYards = `version: 1
kind: scenario
name: two-yards
countries: [{name: VN, title: Việt Nam}, {name: LA, title: Lào}]
gates:
  - name: pair
    posts:
      - name: A
        country: VN
        hours: always
        yards: [{name: yard A, places: 1}]
        stations: [{name: counter, servers: 1}]
        stages: [{name: papers A, owner: customs, station: counter, yard: yard A, service: 10 min}]
      - name: B
        country: LA
        hours: always
        yards: [{name: yard B, places: 1}]
        stations: [{name: counter, servers: 1}]
        stages: [{name: papers B, owner: customs, station: counter, yard: yard B, service: 10 min}]
flows:
  - {name: out, from: A, to: B, arrivals: {rate: 1/day}, return: {mode: none}}
  - {name: home, from: B, to: A, arrivals: {rate: 1/day}, return: {mode: none}}
horizon: {warm_up: 0 h, length: 1 day}
`

// TestGateAtWhichTrucksStandForEverHasPassedItsLimits: with 64 trucks a day in either direction two meet; with one they do not. The
// others of the study have their figures.
func TestGateAtWhichTrucksStandForEverHasPassedItsLimits(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("desk.yaml", []byte(desk), 0o600))
	require.NoError(t, os.WriteFile("yards.yaml", []byte(twoYards), 0o600))
	require.NoError(t, os.WriteFile("study.yaml", []byte(`version: 1
kind: study
name: stands
alternatives: [{name: yards, scenario: yards.yaml}, {name: desk, scenario: desk.yaml}]
compare: none
measures: [border_time_h]
growth: {from: 2025, to: 2031, rates: [100 %], limits: [{measure: border_time_p95_h, at_most: 24 h}]}
`), 0o600))
	s, err := scenarios.LoadStudy("study.yaml", nil)
	require.NoError(t, err)
	c := answerOf(t, s, Options{Replications: 2})
	first, last := c.Growth.Trends[0].Years[0], c.Growth.Trends[0].Years[6]
	assert.Zero(t, first.Stuck)
	assert.InEpsilon(t, 64, last.Factor, 1e-12)
	assert.Equal(t, 2, last.Stuck)
	assert.False(t, last.Reached[0].Interval.Present())
	assert.True(t, c.Growth.Trends[1].Years[6].Reached[0].Interval.Present())
	assert.Contains(t, jsonOf(t, c), `"stuck_replications": 2`)
	assert.Contains(t, report.Text(*c, english(t), 200), "yards in 20")
	assert.Contains(t, report.Text(*c, english(t), 200), "trucks come to stand for ever")
}
