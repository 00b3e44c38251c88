package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios"
)

func TestItineraryOfAFlowHasItsTripsOnly(t *testing.T) {
	s, err := scenarios.LoadScenario("lao-bao", []string{"flows[0].transit=20 %"})
	require.NoError(t, err)
	i, err := Itinerary(s, "flows[0].arrivals")
	require.NoError(t, err)
	var trips []string
	for _, p := range i.Plans {
		assert.Equal(t, "Vietnam to Laos", p.Flow)
		trips = append(trips, p.Trip+" "+p.Load)
	}
	assert.Equal(t, []string{"out loaded", "out transit", "home empty", "home loaded"}, trips)
	assert.Equal(t, 0.8, i.Plans[0].Chance)
	assert.Equal(t, 0.2, i.Plans[1].Chance, "of trusted traders, of whom there are none, nothing is told")
	all, err := Itinerary(s, "")
	require.NoError(t, err)
	assert.Greater(t, len(all.Plans), len(i.Plans))
	none, err := Itinerary(s, "legs")
	require.NoError(t, err)
	assert.Empty(t, none.Plans)
	_, err = Itinerary(s, "flows[9]")
	assert.Error(t, err)
}

func TestLongTailsOfNumbersAreCut(t *testing.T) {
	assert.Equal(t, "lognormal: {mean: 3.72 h, cv: 0.12}", rounded("lognormal: {mean: 3.72340425532 h, cv: 0.12}"))
	assert.Equal(t, "uniform: [2.25 min, 5 min]", rounded("uniform: [2.25 min, 5 min]"))
}
