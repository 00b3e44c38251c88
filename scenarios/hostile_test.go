package scenarios

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
)

// hostile are values that somebody will write somewhere: each is read or refused with its place, and
// what is read can be built.
func hostile() []string {
	return []string{
		"~", `""`, "[]", "{}", "-1", "0", "1", "3", "2.5", "1e300", "1e-300", "1e999", ".inf", "many", "0 %", "100 %", "101 %", "0.5",
		"0 min", "1e-9 s", "10 years", "1e9 years", "-5 min", "0 km", "1 m", "1 km/h", "1e-9 km/h", "0 t", "1 kg", "0 USD", "1e6 USD", "1e300 VND",
		"1e-300 VND/USD", "1e300 VND/USD", "0/day", "1/year", "1e-9/day", "1000000/h", "0 l/100km", "always", "never", "22:00-06:00", "00:00-24:00", "07:00-07:01",
		"{value: 1}", "{value: {value: 1}}", "{fact: B090}", "{constant: 0 min}", "{uniform: [0 min, 10 years]}", "{empirical: [0 s]}",
		"{weibull: {shape: 0.1, scale: 10 years}}", "{lognormal: {mean: 10 years, cv: 100}}", "{gamma: {mean: 0 s, shape: 1}}", "{erlang: {k: 1000, mean: 1 s}}",
		"[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1e-300]",
	}
}

func TestHostileValuesAreReadOrRefused(t *testing.T) {
	// Without the laws that have tables of their own, which take time to make.
	text := replaced(t, crossing, "{gamma: {mean: 40 min, shape: 2.5}}", "40 min")
	s := reads(t, replaced(t, text, "{erlang: {k: 3, mean: 90 min}}", "90 min"))
	read, refused := 0, 0
	for i, in := range s.Inputs {
		for k, value := range hostile() {
			if testing.Short() && (i+k)%7 > 0 {
				continue
			}
			changed, err := s.With(in.Path, value)
			if err != nil {
				refused++
				assert.Contains(t, told(t, err), "exit 2", "%s=%s", in.Path, value)
				continue
			}
			read++
			_, err = journey.Compile(changed.Setup)
			require.NoError(t, err, "%s=%s", in.Path, value)
		}
	}
	assert.Greater(t, read, 20)
	assert.Greater(t, refused, read, "most values are of another kind")
}
