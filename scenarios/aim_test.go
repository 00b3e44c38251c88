package scenarios

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPrecisionIsReadAsItIsTyped: a blank more or less changes nothing, nor do quotes around a measure or a comma at the end.
func TestPrecisionIsReadAsItIsTyped(t *testing.T) {
	one, err := LoadScenario("reference/p10-m-m-1", nil)
	require.NoError(t, err)
	s := &Study{Alternatives: []Alternative{{Name: "one", Scenario: one}}}
	want := []Goal{{Measure: "queue_wait_h", Relative: 0.08}, {Measure: "service_h", Absolute: 0.5}, {Measure: "border_time_h", Relative: 0.005}}
	for _, text := range []string{
		"queue_wait_h: 8 %, service_h: 30 min, border_time_h: 0.5 %",
		" queue_wait_h:8%,\"service_h\" :30min,'border_time_h':0.5 percent, ",
		"queue_wait_h :\t8 %,, service_h: 0.5 h\n,border_time_h: 0.5%",
	} {
		p, err := s.Aim(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, p.Until, text)
		assert.Equal(t, text, p.Text())
		assert.Equal(t, [2]int{usuallyAtLeast, usuallyAtMost}, [2]int{p.AtLeast, p.AtMost})
	}
	s.Precision = &Precision{AtLeast: 7, AtMost: 9}
	p, err := s.Aim("queue_wait_h: 8 %")
	require.NoError(t, err)
	assert.Equal(t, [2]int{7, 9}, [2]int{p.AtLeast, p.AtMost}, "those of the study")
}

// FuzzAim: whatever is typed, it is read or refused with a place in it; what is read has a half-width each.
func FuzzAim(f *testing.F) {
	one, err := LoadScenario("reference/p10-m-m-1", nil)
	require.NoError(f, err)
	s := &Study{Alternatives: []Alternative{{Name: "one", Scenario: one}}}
	for _, text := range []string{"", "queue_wait_h: 8 %", "queue_wait_h:8%,service_h:1min", "'a:b': 1,5 h", "\"", ":", ",,", "queue_wait_h: \xff", "é: %\n", "queue_wait_h;:1\x00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := s.Aim(text)
		if err != nil {
			return
		}
		assert.NotEmpty(t, p.Until)
		for _, goal := range p.Until {
			assert.True(t, (goal.Relative > 0) != (goal.Absolute > 0), "%q: %v", text, goal)
		}
	})
}
