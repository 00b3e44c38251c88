package scenarios

import (
	"math"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
)

// TestDemandIsReadAsWritten: a share of a stream that grows, with all that varies it, a convoy and a
// backlog.
func TestDemandIsReadAsWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("mine.yaml", []byte(`version: 1
kind: scenario
name: mine
corridor: lao-bao
horizon: {start: 2026-02-02}
streams:
  - {name: heavy trucks, growth: {value: 10 %, range: [0 %, 20 %]}, base_year: 2024, year: 2026}
flows:
  - name: Vietnam to Laos
    backlog: {at: Lao Bảo, trucks: {value: 300, range: [200, 400]}, counted: true}
    arrivals:
      by_weekday: [1, 1, 1, 1, 2, 1, 0]
      by_month: [1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 1]
      day_factor: {cv: {value: 0.5, range: [0.1, 0.6]}}
      platoon: {size: [1, 3], gap: 2 min}
      rush: [{name: Tết, from: 2026-02-09, to: 2026-02-15, factor: {value: 150 %, range: [120 %, 200 %]}}]
`), 0o644))
	s, err := LoadScenario("mine.yaml", []string{"flows[Vietnam to Laos].arrivals.rush[Tết].factor=2"})
	require.NoError(t, err)
	f := s.Setup.Corridor.Flows[0]
	assert.InEpsilon(t, 100*1.21/86400, f.Arrivals.PerSecond, 1e-12, "a quarter of 400 a day, two years on")
	assert.Equal(t, []float64{1, 1, 1, 1, 2, 1, 0}, f.Arrivals.ByWeekday)
	assert.Len(t, f.Arrivals.ByMonth, 12)
	assert.InEpsilon(t, 1, f.Arrivals.DayFactor.Mean(), 1e-12)
	assert.Equal(t, &corridors.Platoon{Sizes: []int{1, 3}, Gap: 120}, f.Arrivals.Platoon)
	assert.Equal(t, &corridors.Backlog{At: "Lao Bảo", Trucks: 300, Counted: true}, f.Backlog)
	assert.Equal(t, []corridors.Rush{{
		Name: "Tết", From: corridors.DayOf(2026, time.February, 9), To: corridors.DayOf(2026, time.February, 15), Factor: 2,
	}}, f.Arrivals.Rush)
	for _, path := range []string{
		"streams[heavy trucks].growth", "flows[Vietnam to Laos].arrivals.day_factor.cv", "flows[Vietnam to Laos].backlog.trucks",
	} {
		var found bool
		for _, in := range s.Inputs {
			found = found || in.Path == path && in.Low != ""
		}
		assert.True(t, found, "%s can be varied", path)
	}
	varied, err := s.With("streams[heavy trucks].growth", "20 %")
	require.NoError(t, err)
	assert.InEpsilon(t, 100*math.Pow(1.2, 2)/86400, varied.Setup.Corridor.Flows[0].Arrivals.PerSecond, 1e-12)
}

// TestMomentsGoByTheClockOfTheOrigin: three ways to write a moment, the origin's clock an hour ahead of
// the run; what is since the start of the run has no clock.
func TestMomentsGoByTheClockOfTheOrigin(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("trucks.csv", []byte("time\n\n# counted at the barrier\n30 min\n2026-03-02 07:15\nday 1 08:00\n2026-03-02T07:30:30\n"), 0o644))
	sets := []string{"flows[Laos to Vietnam].arrivals.trace=trucks.csv", "countries[VN].time_zone=Asia/Ho_Chi_Minh", "countries[LA].time_zone=Asia/Shanghai"}
	_, err := LoadScenario("lao-bao", sets)
	require.ErrorContains(t, err, "trucks.csv:7:1", "07:30:30 is before 08:00")
	require.NoError(t, os.WriteFile("trucks.csv", []byte("time\n30 min\n2026-03-02 07:15\nday 1 08:00\n2026-03-02T08:00:30\n"), 0o644))
	s, err := LoadScenario("lao-bao", sets)
	require.NoError(t, err)
	assert.Equal(t, []float64{1800, 6.25 * 3600, 7 * 3600, 7*3600 + 30}, s.Setup.Corridor.Flows[1].Arrivals.Trace)
}

// TestShiftsTakeThePlaceOfServersBelow: those of an overlay go before the servers of the corridor.
func TestShiftsTakeThePlaceOfServersBelow(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("mine.yaml", []byte(`version: 1
kind: scenario
name: mine
corridor: lao-bao
countries:
  - name: VN
    time_zone: Asia/Ho_Chi_Minh
    holidays: [{name: Tết, from: 2026-03-16, to: 2026-03-20}]
  - {name: LA, time_zone: Asia/Yangon}
gates:
  - name: Lao Bảo–Densavanh
    posts:
      - name: Lao Bảo
        weekend: {days: [Sat, Sun], hours: "08:00-12:00"}
        holiday_hours: never
        stations:
          - name: cashiers
            handover: hand over
            shifts: [{hours: "06:00-14:00", servers: {value: 4, range: [3, 6]}}, {hours: "14:00-22:00", servers: 2}]
`), 0o644))
	s, err := LoadScenario("mine.yaml", []string{"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stations[cashiers].shifts[1].servers=3"})
	require.NoError(t, err)
	c := s.Setup.Corridor
	assert.Equal(t, -1800, c.Countries[1].Ahead)
	assert.Equal(t, []corridors.Holiday{{Name: "Tết", From: corridors.DayOf(2026, time.March, 16), To: corridors.DayOf(2026, time.March, 20)}}, c.Countries[0].Holidays)
	post := c.Gates[0].Posts[0]
	assert.Equal(t, &corridors.Weekend{Days: 1<<5 | 1<<6, Hours: corridors.Hours{Windows: []corridors.Window{{From: 8 * 3600, To: 12 * 3600}}}}, post.Weekend)
	assert.True(t, post.Holiday.Never)
	for _, st := range post.Stations {
		if st.Name == "cashiers" {
			assert.Zero(t, st.Servers)
			assert.Equal(t, corridors.HandOver, st.Handover)
			assert.Equal(t, []int{4, 3}, []int{st.Shifts[0].Servers, st.Shifts[1].Servers})
		}
	}
	assert.Empty(t, s.Warnings.All())
}
