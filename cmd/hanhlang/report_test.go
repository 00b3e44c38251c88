package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCommandLinesComeApartAsTheyWerePutTogether(t *testing.T) {
	for _, args := range [][]string{
		{"compare", "a study", "--set", "flows[Vietnam to Laos].payload=20 t"}, {"run", ""}, {"run", "it's", `back\slash`, "$HOME", "a  b"}, {"x"}, {"Bờ Y", "--seed", "7"},
	} {
		assert.Equal(t, append([]string{"hanhlang"}, args...), unquoted(commandLine(args)))
	}
	assert.Empty(t, unquoted(""))
}
