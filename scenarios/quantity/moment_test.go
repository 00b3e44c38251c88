package quantity

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMomentsAreRead(t *testing.T) {
	for text, want := range map[string]struct {
		seconds float64
		printed string
	}{
		"day 1":         {0, "day 1"},
		"day 1 00:00":   {0, "day 1"},
		"day 10":        {9 * 86400, "day 10"},
		"day 3 08:00":   {2*86400 + 8*3600, "day 3 08:00"},
		" day 3  8:05 ": {2*86400 + 8*3600 + 300, "day 3 08:05"},
	} {
		m, err := ParseMoment(text)
		require.NoError(t, err, text)
		assert.Equal(t, want.seconds, m.Seconds(), text)
		assert.Equal(t, want.printed, m.String(), text)
	}
}

func TestBadMomentsSayWhatWasMeant(t *testing.T) {
	for text, near := range map[string]string{
		"":                "",
		"day":             "",
		"10":              "day 10",
		"Day 10":          "day 10",
		"day 0":           "",
		"day 010":         "",
		"day 400000":      "",
		"day ten":         "",
		"3 08:00":         "day 3 08:00",
		"day 3 8h":        "day 3 08:00",
		"day 3 8:00 pm":   "day 3 20:00",
		"day 3 24:00":     "",
		"day 3 08:00 1 s": "",
	} {
		_, err := ParseMoment(text)
		var fault *Fault
		require.ErrorAs(t, err, &fault, text)
		assert.Equal(t, BadMoment, fault.Kind, text)
		assert.Equal(t, near, fault.Near, text)
		assert.Contains(t, fault.Error(), "is not a moment")
	}
}
