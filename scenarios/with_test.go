package scenarios

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/scenarios/strict"
	"hanhlang/sim"
)

func shippedStudy(t testing.TB) *Study {
	t.Helper()
	s, err := LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(t, err)
	return s
}

func TestEveryAssumptionCanStandAtBothEndsOfItsRange(t *testing.T) {
	s := shippedStudy(t)
	varied := 0
	for _, name := range []string{s.Headline.Alternative, s.Headline.Base} {
		a, found := s.Find(name)
		require.True(t, found)
		for i, in := range a.Scenario.Inputs {
			if in.Grade != corridors.GradeD || in.Low == "" || testing.Short() && i%7 > 0 {
				continue
			}
			varied++
			for _, end := range []string{in.Low, in.High} {
				changed, err := a.Scenario.With(in.Path, end)
				require.NoError(t, err, "%s=%s", in.Path, end)
				if end == in.Value {
					continue
				}
				assert.NotEqual(t, a.Scenario.Setup, changed.Setup, in.Path)
			}
		}
	}
	if !testing.Short() {
		assert.Greater(t, varied, 200, "both scenarios of the headline have more than a hundred assumptions")
	}
}

func TestWithLeavesTheScenarioAsItWas(t *testing.T) {
	s, err := LoadScenario("lao-bao-today", nil)
	require.NoError(t, err)
	problems := &strict.Problems{}
	again := newReader(s.world, s.facts, problems).scenario() // laws keep their tables, so that they can be compared
	changed, err := s.With("legs[NR9].speed", "35 km/h")
	require.NoError(t, err)
	assert.Equal(t, 35.0, changed.Setup.Corridor.Legs[2].Speed)
	assert.Equal(t, again.Setup, s.Setup)
	assert.Equal(t, again.Inputs, s.Inputs)
	assert.Equal(t, hash(s.world.tree), s.Hash)
}

func TestWithTellsWhatTheRestIsBySameInputs(t *testing.T) {
	s, err := LoadScenario("lao-bao-today", nil)
	require.NoError(t, err)
	changed, err := s.With("legs[NR9].speed", "35 km/h")
	require.NoError(t, err)
	require.Len(t, changed.Inputs, len(s.Inputs))
	for i, in := range changed.Inputs {
		if in.Path != "legs[NR9].speed" {
			assert.Equal(t, s.Inputs[i], in)
			continue
		}
		assert.Equal(t, corridors.Input{Path: in.Path, Value: "35 km/h", Grade: corridors.GradeD, SetBy: "--set"}, in)
	}
}

func TestWithRefusesWhatAFileWouldBeRefused(t *testing.T) {
	s, err := LoadScenario("lao-bao-today", nil)
	require.NoError(t, err)
	_, err = s.With("legs[NR9].speed", "35 min")
	assert.Equal(t, `--set:1:17: legs[NR9].speed: 35 min is a time, a speed is wanted
    1 | legs[NR9].speed=35 min
      |                 ^^^^^^
   allowed: a speed in km/h, mph or m/s
exit 2
`, told(t, err))
	_, err = s.With("legs[QL99].speed", "35 km/h")
	assert.ErrorContains(t, err, "did you mean `QL9`?")
}

// A sensitivity asks from all its workers at once; run with -race this shows that they share nothing.
func TestWithServesSeveralAtOnce(t *testing.T) {
	s, err := LoadScenario("lao-bao-today", nil)
	require.NoError(t, err)
	var all sync.WaitGroup
	for _, speed := range []string{"35 km/h", "40 km/h", "45 km/h", "50 km/h"} {
		all.Go(func() {
			_, err := s.With("legs[NR9].speed", speed)
			assert.NoError(t, err)
		})
	}
	all.Wait()
}

func TestSettingsGoOnTopOfTheFile(t *testing.T) {
	s, err := LoadScenario("lao-bao-today", []string{
		"horizon.length=2 days", "gates[Lao Bảo–Densavanh].posts[Lao Bảo].stations[lanes out].servers=5",
		"fleet.hour={value: 9 USD/h, range: [8 USD/h, 10 USD/h], why: asked for}",
	})
	require.NoError(t, err)
	assert.Equal(t, 2*sim.Day, s.Setup.Horizon.Length)
	assert.Equal(t, 7*sim.Day, s.Setup.Horizon.WarmUp, "as the file says")
	assert.Equal(t, 5, s.Setup.Corridor.Gates[0].Posts[0].Stations[0].Servers)
	for _, in := range s.Inputs {
		if in.Path == "fleet.hour" {
			want := corridors.Input{
				Path: "fleet.hour", Value: "9 USD/h", Low: "8 USD/h", High: "10 USD/h",
				Grade: corridors.GradeD, Why: "asked for", SetBy: "--set",
			}
			assert.Equal(t, want, in)
		}
	}
}

// What With remembers of the scenario must not show: it gives what a file with that value would give.
func TestWithGivesWhatAFileWouldGive(t *testing.T) {
	facts := factsOf(t)
	s, err := readText(crossing, facts)
	require.NoError(t, err)
	for path, value := range map[string]string{
		"currencies[VND].rate": "13000 VND/USD", "countries[VN].diesel": "26000 VND/l", "legs[QL9].toll": "1 USD",
		"gates[Lao Bảo–Densavanh].posts[Lao Bảo].hours": "always", "gates[Lao Bảo–Densavanh].strip.drive": "5 min",
		"flows[to Laos].payload": "20 t", "streams[heavy trucks].movements": "240/day", "fleet.driving_spread": "0.2",
	} {
		quick, err := s.With(path, value)
		require.NoError(t, err)
		whole, err := readText(crossing, facts, path+"="+value)
		require.NoError(t, err)
		assert.Equal(t, printed(whole), printed(quick), path)
		assert.Equal(t, whole.Inputs, quick.Inputs, path)
		assert.Equal(t, whole.Hash, hash(quick.world.tree), path)
	}
}

func TestWithKeepsTheShapeOfALaw(t *testing.T) {
	text := replaced(t, crossing, "drive: 3 min", "drive: {value: {lognormal: {mean: 3 min, cv: 0.5}}, fact: D153}")
	s := reads(t, text)
	const path = "gates[Lao Bảo–Densavanh].strip.drive"
	for value, want := range map[string][2]float64{ // mean and standard deviation [s]
		"2 min": {120, 60}, "6 min": {360, 180}, "{constant: 2 min}": {120, 0}, "{uniform: [1 min, 3 min]}": {120, 60 / 1.7320508075688772},
	} {
		changed, err := s.With(path, value)
		require.NoError(t, err, value)
		drive := changed.Setup.Corridor.Gates[0].Strip.Drive
		assert.InDelta(t, want[0], drive.Mean(), 1e-6, value)
		assert.InDelta(t, want[1], drive.SD(), 1e-6, value)
	}
	_, err := s.With(path, "0 min")
	assert.Contains(t, told(t, err), "--set:1:43: gates[Lao Bảo–Densavanh].strip.drive.mean: lognormal: mean: 3 min, cv: 0.5, scaled to mean 0 min is not what fact D153 says")
	assert.Contains(t, told(t, err), "exit 2")
	again, err := s.With(path, "2 min")
	require.NoError(t, err)
	assert.Equal(t, "D153", input(t, again, path).Fact)
	twice, err := again.With(path, "6 min")
	require.NoError(t, err)
	assert.InDelta(t, 360, twice.Setup.Corridor.Gates[0].Strip.Drive.Mean(), 1e-6)
}

func TestMoneyFollowsTheRate(t *testing.T) {
	s := reads(t, crossing)
	cheap, err := s.With("currencies[VND].rate", "52000 VND/USD")
	require.NoError(t, err)
	assert.Equal(t, 5.0, cheap.Setup.Corridor.Legs[0].Toll, "260000 VND")
	back, err := cheap.With("currencies[VND].rate", "26000 VND/USD")
	require.NoError(t, err)
	assert.Equal(t, 10.0, back.Setup.Corridor.Legs[0].Toll)
	again, err := s.With("fleet.hour", "8 USD/h")
	require.NoError(t, err)
	assert.Equal(t, 10.0, again.Setup.Corridor.Legs[0].Toll, "what one asks does not change what another is told")
}
