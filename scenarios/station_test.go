package scenarios

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// TestStationsAreFoundWhereTheyAreWritten: in a file below, in one of what posts are like, of a depot, of a quota, and of what is written
// nowhere the name of the scenario.
func TestStationsAreFoundWhereTheyAreWritten(t *testing.T) {
	at := func(name, place, station string, sets ...string) string {
		s, err := LoadScenario(name, sets)
		require.NoError(t, err)
		problems := &strict.Problems{}
		s.WarnOf(place, station, words.Plain("busy"), problems)
		require.Len(t, problems.All(), 1)
		p := problems.All()[0]
		assert.True(t, p.Warning)
		return p.Path
	}
	assert.Equal(t, "gates[one lane].posts[exit post].stations[lane].servers", at("reference/p10-m-m-1", "exit post", "lane"))
	assert.Equal(t, "gates[Lao Bảo–Densavanh].posts[Densavanh].stations[cashiers].servers", at("lao-bao-today", "Densavanh", "cashiers"))
	assert.Equal(t, "depots[ICD Lao Bảo].stations[declaration counters].servers", at("lao-bao-icd", "ICD Lao Bảo", "declaration counters"))
	quota := "quotas=[{name: a day, gate: Lao Bảo–Densavanh, into: LA, trucks: 300/day}]"
	assert.Equal(t, "quotas[a day].trucks", at("lao-bao-today", "Lao Bảo", "a day", quota))
	assert.Equal(t, "name", at("lao-bao-today", "Lao Bảo", "a thing of the rules"))
	assert.Equal(t, "name", at("lao-bao-today", "nowhere", "cashiers"))
}
