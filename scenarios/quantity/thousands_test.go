package quantity

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDotOfThousandsIsFound(t *testing.T) {
	for _, c := range []struct {
		text, plain       string
		certain, possible bool
	}{
		{"17.950 VND/l", "17950 VND/l", true, false},
		{"26.123 VND/USD", "26123 VND/USD", true, false},
		{" 19.530 LAK/l ", "19530 LAK/l", true, false},
		{"1.450 km", "1450 km", false, true},
		{"-1.500 USD", "-1500 USD", false, true},
		{"7.123 CNY/USD", "7123 CNY/USD", false, false},
		{"1.609 km", "1609 km", false, false},
		{"0.120 USD/km", "", false, false},
		{"1450.250 km", "", false, false},
		{"17.95 VND/l", "", false, false},
		{"17.9500 VND/l", "", false, false},
		{"17950 VND/l", "", false, false},
		{"1.5e3 km", "", false, false},
		{"1.500 furlongs", "", false, false},
		{"", "", false, false},
	} {
		plain, certain, possible := Thousands(c.text)
		assert.Equal(t, c.plain, plain, c.text)
		assert.Equal(t, c.certain, certain, c.text)
		assert.Equal(t, c.possible, possible, c.text)
	}
}
