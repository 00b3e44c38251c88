package scenarios

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
)

// TestEveryShippedSiteIsOnTheMap: all places, posts and depots of the shipped corridors have coordinates, the same
// wherever the same name stands, in the part of the world where Vietnam and its neighbours are, and within a day's
// detour of what a road leads to: no road is shorter than the straight line, or the file would have a warning.
func TestEveryShippedSiteIsOnTheMap(t *testing.T) {
	seen := make(map[string]corridors.Coordinates)
	for _, e := range List() {
		if e.Kind != CorridorFile || strings.HasPrefix(e.Name, "reference/") {
			continue
		}
		s, err := LoadScenario(e.Name, nil)
		require.NoError(t, err, e.Name)
		assert.Empty(t, s.Warnings.All(), e.Name)
		for _, site := range s.Setup.Corridor.Sites() {
			require.NotNil(t, site.At, "%s: %s", e.Name, site.Name)
			if before, known := seen[site.Name]; known {
				assert.Equal(t, before, *site.At, "%s: %s", e.Name, site.Name)
			}
			seen[site.Name] = *site.At
			assert.True(t, 10 < site.At.Latitude && site.At.Latitude < 24 && 97 < site.At.Longitude && site.At.Longitude < 110, "%s: %v", site.Name, *site.At)
		}
		for _, l := range s.Setup.Corridor.Legs {
			from, to := seen[l.From], seen[l.To]
			assert.Less(t, l.Length, 3*from.Apart(to)+3, "%s: %s winds a lot, or its ends are too near each other", e.Name, l.Road)
		}
	}
	assert.Greater(t, len(seen), 70)
}
