package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/seeds/law"
)

// TestMeetingsAreThoseOfTheReferenceCase: P35, with values that were derived and simulated independently.
func TestMeetingsAreThoseOfTheReferenceCase(t *testing.T) {
	const hour = 3600.0
	m, ok := meets(3/hour, 3/hour, must(law.Constant(hour/2)), must(law.Constant(hour/4)))
	assert.True(t, ok)
	assert.InDelta(t, 0.307692307692, m.Empty, 1e-12)
	assert.InDelta(t, 0.307692307692, m.Lost, 1e-12)
	assert.InDelta(t, 0.807692307692, m.Seeking, 1e-12)
	m, ok = meets(3/hour, 4/hour, must(law.Exponential(hour)), must(law.Exponential(2*hour)))
	assert.True(t, ok)
	assert.InDelta(t, 0.0820511102723, m.Empty, 1e-12)
	assert.InDelta(t, 0.311538332704, m.Lost, 1e-12)
	assert.InDelta(t, 0.246153330817, m.Seeking, 1e-12)
	assert.InDelta(t, 2.49230666163, m.Waiting, 1e-11)
}

// TestMeetingsKeepCount: whoever comes meets somebody or waits in vain, so both sides count the same meetings, and
// with exponential limits those who give up are as many as wait over the mean limit.
func TestMeetingsKeepCount(t *testing.T) {
	constant, exponential := law.Constant, law.Exponential
	for _, trucks := range []float64{0.001, 0.01, 0.010001, 0.02} {
		for _, of := range [][2]func(float64) (law.Law, error){{constant, constant}, {constant, exponential}, {exponential, constant}, {exponential, exponential}} {
			for _, limit := range []float64{0.01, 100, 400} {
				const loads = 0.01
				m, ok := meets(trucks, loads, must(of[0](limit)), must(of[1](200)))
				assert.True(t, ok)
				assert.InEpsilon(t, trucks*(1-m.Empty), loads*(1-m.Lost), 1e-9, "%v trucks, limit %v", trucks, limit)
			}
		}
	}
	_, ok := meets(1, 0.001, must(law.Constant(1e9)), must(law.Constant(1)))
	assert.False(t, ok, "e to the 999 millionth")
}

// TestNobodyWaitsWhereNobodyMay: a truck that will not wait finds a load or goes.
func TestNobodyWaitsWhereNobodyMay(t *testing.T) {
	m, ok := meets(1, 2, must(law.Constant(0)), must(law.Constant(0)))
	assert.True(t, ok)
	assert.Equal(t, Meeting{Empty: 1, Lost: 1}, m)
}
