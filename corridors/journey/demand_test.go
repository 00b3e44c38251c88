package journey

import (
	"context"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
	"hanhlang/sim/stat"
)

// comings is a log of when vehicles become ready, by flow.
type comings map[string][]sim.Time

func (c comings) Record(f Fact) {
	if f.Kind == HappeningFact && f.Happening == Ready {
		c[f.Flow] = append(c[f.Flow], f.From)
	}
}

// come plays replications of a lane with these arrivals from Monday 2 March 2026 on, and gives what came
// in each.
func come(t *testing.T, a corridors.Arrivals, length sim.Time, replications int) [][]sim.Time {
	t.Helper()
	c := oneLane(1, must(law.Constant(1)), a, corridors.Hours{})
	h := Horizon{Start: corridors.DayOf(2026, time.March, 2), Length: length, After: Drain}
	m, err := Compile(Setup{Corridor: c, Horizon: h})
	require.NoError(t, err)
	w := NewWorld(m)
	var out [][]sim.Time
	for r := range replications {
		log := make(comings)
		_, err := w.Run(context.Background(), seeds.Replication(3, r), log)
		require.NoError(t, err)
		out = append(out, log["trucks"])
	}
	return out
}

// perDay are the vehicles of each day of each replication.
func perDay(all [][]sim.Time, days int) [][]float64 {
	out := make([][]float64, days)
	for _, times := range all {
		counts := make([]float64, days)
		for _, t := range times {
			counts[t/sim.Day]++
		}
		for d, n := range counts {
			out[d] = append(out[d], n)
		}
	}
	return out
}

// TestDaysAreAsBusyAsTheirWeights: 100 a day on average; Sunday has no weight, and the rush doubles
// Wednesday. April has three times the weight of the other months, whose mean is 14/12.
func TestDaysAreAsBusyAsTheirWeights(t *testing.T) {
	a := corridors.Arrivals{
		PerSecond: 100.0 / 86400, ByWeekday: []float64{1, 1, 1, 1, 2, 1, 0},
		ByMonth: []float64{1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 1},
		Rush:    []corridors.Rush{{Name: "Tết", From: corridors.DayOf(2026, time.March, 4), To: corridors.DayOf(2026, time.March, 4), Factor: 2}},
	}
	const days = 32
	counts := perDay(come(t, a, days*sim.Day, 200), days)
	for d, n := range counts {
		want := 100 * []float64{1, 1, 1, 1, 2, 1, 0}[d%7] * 12 / 14
		switch {
		case d == 2:
			want *= 2
		case d >= 30:
			want *= 3
		}
		if want == 0 {
			assert.Equal(t, slices.Repeat([]float64{0}, 200), n, "day %d", d)
			continue
		}
		interval, ok := stat.MeanInterval(n, 0.9999)
		require.True(t, ok)
		assert.True(t, interval.Holds(want), "day %d: want %v, have %+v", d, want, interval)
	}
}

// TestDaysVaryTogetherWithTheirFactor: with a factor of variance v the number of a day has variance
// n + v n² (a mixed Poisson number), and two days nothing in common.
func TestDaysVaryTogetherWithTheirFactor(t *testing.T) {
	factor, err := law.Gamma(1, 4)
	require.NoError(t, err)
	const replications = 3000
	counts := perDay(come(t, corridors.Arrivals{PerSecond: 40.0 / 86400, DayFactor: &factor}, 2*sim.Day, replications), 2)
	for _, n := range counts {
		mean, square := 0.0, 0.0
		for _, x := range n {
			mean, square = mean+x/replications, square+x*x/replications
		}
		assert.InDelta(t, 40, mean, 4*math.Sqrt(440.0/replications))
		assert.InEpsilon(t, 40+1600/4, square-mean*mean, 0.15)
	}
	product := 0.0
	for r := range counts[0] {
		product += (counts[0][r] - 40) * (counts[1][r] - 40) / replications
	}
	assert.InDelta(t, 0, product, 4*440/math.Sqrt(replications))
}

// TestPlatoonsKeepTheirGap: sizes of one and three in equal parts, two minutes apart; the rate counts
// vehicles.
func TestPlatoonsKeepTheirGap(t *testing.T) {
	a := corridors.Arrivals{PerSecond: 20.0 / 86400, Platoon: &corridors.Platoon{Sizes: []int{1, 3}, Gap: 120}}
	all := come(t, a, 10*sim.Day, 100)
	vehicles, followers := 0.0, 0.0
	for _, times := range all {
		assert.True(t, slices.IsSorted(times))
		for i, at := range times {
			vehicles++
			if _, found := slices.BinarySearch(times[:i], at-2*sim.Minute); found {
				followers++
			}
		}
	}
	assert.InEpsilon(t, 20*10*100, vehicles, 0.05)
	assert.InEpsilon(t, 0.5, followers/vehicles, 0.05, "two of four vehicles follow another")
	count := 5
	a = corridors.Arrivals{Timetable: &corridors.Timetable{Every: 3600}, Platoon: &corridors.Platoon{Sizes: []int{3}, Gap: 60}, Count: &count}
	minutes := func(m ...sim.Time) (out []sim.Time) {
		for _, x := range m {
			out = append(out, x*sim.Minute)
		}
		return out
	}
	assert.Equal(t, minutes(0, 1, 2, 60, 61), come(t, a, sim.Day, 1)[0], "the count is one of vehicles")
}

func TestMomentsOfAListAreKept(t *testing.T) {
	all := come(t, corridors.Arrivals{Trace: []float64{0, 90, 90, 4000}}, sim.Hour, 1)
	assert.Equal(t, []sim.Time{0, 90 * sim.Second, 90 * sim.Second}, all[0], "the last is beyond the end of the run")
}

// TestBacklogStandsInOrderBeforeAllOthers: three trucks stand there at midnight, the post opens at
// 07:00 and takes 10 min each; who came at 06:00 is the fourth. Nothing of the newcomer changes.
func TestBacklogStandsInOrderBeforeAllOthers(t *testing.T) {
	count := 1
	c := oneLane(1, must(law.Constant(600)), corridors.Arrivals{Timetable: &corridors.Timetable{First: 6 * 3600, Every: 1}, Count: &count},
		corridors.Hours{Windows: []corridors.Window{window(7, 18)}})
	// The newcomer needs 1 h 40 min; those who stood there 7 h 10, 20 and 30 min.
	for counted, border := range map[bool]float64{false: 100.0 / 60, true: (3*7 + 160.0/60) / 4} {
		c.Flows[0].Backlog = &corridors.Backlog{At: "A", Trucks: 3, Counted: counted}
		log := &passing{}
		m, o := run(t, c, Horizon{Length: sim.Day, After: Drain}, log)
		assert.Equal(t, []string{"trucks (backlog) 1 07:00:00", "trucks (backlog) 2 07:10:00", "trucks (backlog) 3 07:20:00", "trucks 1 07:30:00"}, log.served)
		assert.InEpsilon(t, border, value(t, m, o, "border_time_h"), 1e-12)
		assert.Zero(t, o.Audit.LittleGap+o.Audit.QueueGap)
	}
}

// passing is a log of who is served when.
type passing struct{ served []string }

func (p *passing) Record(f Fact) {
	if f.Kind == TimeFact && f.Activity == Service {
		p.served = append(p.served, f.Flow+" "+string(rune('0'+f.Truck))+" "+f.From.String())
	}
}

// TestBacklogSharesTheReturnLoads of the flow that it belongs to: the loads of a day meet trucks of both.
func TestBacklogSharesTheReturnLoads(t *testing.T) {
	c := oneLane(4, must(law.Constant(60)), corridors.Arrivals{Timetable: &corridors.Timetable{Every: 7200}}, corridors.Hours{})
	c.Flows[0].Backlog = &corridors.Backlog{At: "A", Trucks: 6, Counted: true}
	c.Flows[0].Payload = 20
	c.Flows[0].Return = corridors.Return{Mode: corridors.TwoWay, PerSecond: 3.0 / 3600, Payload: 20, Patience: must(law.Constant(1e6)), MaxWait: must(law.Constant(86400))}
	m, o := run(t, c, Horizon{Length: sim.Day, After: Drain}, nil)
	assert.Equal(t, 1.0, value(t, m, o, "return_load_share"))
	assert.Equal(t, 18.0, float64(o.Audit.Entered), "twelve by the timetable and six who stood there")
}
