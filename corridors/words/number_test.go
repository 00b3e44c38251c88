package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func speaking(t *testing.T, language string) *Speaker {
	t.Helper()
	s, err := Speak(language)
	require.NoError(t, err)
	return s
}

func TestNumbersAreWrittenTheWayOfTheLanguage(t *testing.T) {
	for in, want := range map[Number][2]string{
		"0.5":                     {"0.5", "0,5"},
		"-1\u00a0234\u00a0567.25": {"-1\u00a0234\u00a0567.25", "-1.234.567,25"},
		"12.5\u00a0%":             {"12.5\u00a0%", "12,5\u00a0%"},
		"0.795 … 0.827":           {"0.795 … 0.827", "0,795 … 0,827"},
		"3.":                      {"3.", "3."},
		"7:00":                    {"7:00", "7:00"},
		"–":                       {"–", "–"},
		"":                        {"", ""},
	} {
		assert.Equal(t, want[0], english(t).Number(in))
		assert.Equal(t, want[1], speaking(t, "vi").Number(in))
	}
	assert.Equal(t, "1.234,5\u00a0km\u00a0a\u00a0day", speaking(t, "vi").Number(Number("1\u00a0234.5").In("km a day")))
}

func TestNumbersAmongArgumentsAreWrittenTheWayOfTheLanguage(t *testing.T) {
	p := And(Number("1.5"), 2.25, "v1.5", 1234)
	assert.Equal(t, "1.5, 2.25, v1.5 and 1234", english(t).Text(p))
	assert.Equal(t, "1,5, 2.25, v1.5 và 1234", speaking(t, "vi").Text(p), "what can be typed stays as it is typed, and years have no mark")
}
