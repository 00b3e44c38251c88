package scenarios

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
)

// twoGates is a small corridor with two gate pairs; what a test adds stands at its end.
const twoGates = `
version: 1
kind: corridor
name: two-gates
countries: [{name: VN}, {name: LA}]
places: [{name: Vinh, kind: market, country: VN}, {name: Thakhek, kind: market, country: LA}]
legs:
  - {name: QL12A, from: Vinh, to: Cha Lo, country: VN, length: 100 km, speed: 40 km/h}
  - {name: NR12, from: Na Phàu, to: Thakhek, country: LA, length: 150 km, speed: 40 km/h}
  - {name: QL9, from: Vinh, to: Lao Bảo, country: VN, length: 300 km, speed: 40 km/h}
  - {name: NR9, from: Densavanh, to: Thakhek, country: LA, length: 250 km, speed: 40 km/h}
gates:
  - {name: Cha Lo–Na Phàu, posts: [{name: Cha Lo, country: VN, hours: always}, {name: Na Phàu, country: LA, hours: always}]}
  - {name: Lao Bảo–Densavanh, posts: [{name: Lao Bảo, country: VN, hours: always}, {name: Densavanh, country: LA, hours: always}]}
fleet: {fuel_loaded: 36 l/100km, hour: 7.2 USD/h}
horizon: {warm_up: 0 h, length: 3 days}
`

// scenarioOf reads a text as a scenario.
func scenarioOf(t *testing.T, text string, sets ...string) (*Scenario, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "test.yaml")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return LoadScenario(file, sets)
}

const choosing = twoGates + `
flows:
  - name: trucks
    from: Vinh
    to: Thakhek
    arrivals: {rate: 10/day}
    return: {mode: none}
    choice: {information: delayed, delay: 12 h, gates: [Cha Lo–Na Phàu, Lao Bảo–Densavanh], spread: {value: 0.1, range: [0.05, 0.2], why: no source}}
`

func TestChoiceIsReadWithItsFigures(t *testing.T) {
	s, err := scenarioOf(t, choosing)
	require.NoError(t, err)
	c := s.Setup.Corridor.Flows[0].Choice
	require.NotNil(t, c)
	assert.Equal(t, []string{"Cha Lo–Na Phàu", "Lao Bảo–Densavanh"}, c.Gates)
	assert.Equal(t, corridors.Delayed, c.Information)
	assert.Equal(t, 12*3600.0, c.Delay)
	assert.InDelta(t, 7.2/3600, c.TimeValue, 1e-15, "that of truck and driver unless it says otherwise")
	require.NotNil(t, c.Spread)
	assert.InDelta(t, 1, c.Spread.Mean(), 1e-9)
	assert.Empty(t, s.Warnings.Text(english(t)))

	varied, err := s.With("flows[trucks].choice.spread", "0.2")
	require.NoError(t, err)
	assert.Greater(t, varied.Setup.Corridor.Flows[0].Choice.Spread.Quantile(0.9), c.Spread.Quantile(0.9))

	s, err = scenarioOf(t, choosing, "flows[trucks].choice.value_of_time=14.4 USD/h", "flows[trucks].choice.gates=Cha Lo–Na Phàu", "flows[trucks].choice.information=live")
	require.NoError(t, err)
	c = s.Setup.Corridor.Flows[0].Choice
	assert.InDelta(t, 14.4/3600, c.TimeValue, 1e-15)
	assert.Equal(t, []string{"Cha Lo–Na Phàu"}, c.Gates)
	assert.Equal(t, corridors.Live, c.Information)
}

// TestAGateMayStayClosedWhereThereIsAnother: a flow without a choice needs the gate on its way, one with
// a choice any.
func TestAGateMayStayClosedWhereThereIsAnother(t *testing.T) {
	const closed = "gates[Cha Lo–Na Phàu].posts[Cha Lo].hours=never"
	_, err := scenarioOf(t, choosing, closed)
	require.NoError(t, err)
	_, err = scenarioOf(t, choosing, closed, "flows[trucks].choice.gates=Cha Lo–Na Phàu")
	assert.Contains(t, told(t, err), "never opens")
}
