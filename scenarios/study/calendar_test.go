package study

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios"
	"hanhlang/sim"
)

// weekend gives Densavanh a clock an hour ahead, from Friday 6 March 2026 on, and closes Lao Bảo on
// Saturdays.
func weekend() []string {
	return []string{
		"horizon.start=2026-03-06", "countries[VN].time_zone=Asia/Ho_Chi_Minh", "countries[LA].time_zone=Asia/Shanghai",
		"gates[Lao Bảo–Densavanh].posts[Lao Bảo].weekend.days=Sat", "gates[Lao Bảo–Densavanh].posts[Lao Bảo].weekend.hours=never",
	}
}

// TestTraceShowsTheClockOfThePlace: a truck that is ready in the last hours of Friday stands before the
// closed post all Saturday, and Laos keeps a clock of its own.
func TestTraceShowsTheClockOfThePlace(t *testing.T) {
	s, err := scenarios.LoadScenario("lao-bao-today", weekend())
	require.NoError(t, err)
	s.Setup.Horizon.WarmUp, s.Setup.Horizon.Length = 0, 3*sim.Day
	var out strings.Builder
	require.NoError(t, Trace(context.Background(), s, Traced{Seed: 1, Truck: 130}, &out, english(t)))
	text := out.String()
	assert.Contains(t, text, "The run begins on Friday, 2026-03-06, and keeps the clock of Vietnam.")
	assert.Contains(t, text, "(+1:00)  Densavanh")
	assert.NotContains(t, text, ")  Lao Bảo")
	assert.Regexp(t, `13:20:53 +Lao Bảo +waits for opening, gate-in exit \(border guard\) +17:39:06\nday 3 +07:00:00`, text, "from Saturday to Sunday morning")
}

func TestClocksBehindMidnightReadTheDayBefore(t *testing.T) {
	at := clocks{"Myawaddy": -30 * sim.Minute}
	assert.Equal(t, "23:45:00 (-0:30)", at.read(15*sim.Minute, "Myawaddy"))
	assert.Equal(t, "00:15:00", at.read(15*sim.Minute, "Mae Sot"))
}
