package corridors_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
)

// The outlines meet where three countries do, and no two of their points lie further apart than a day's walk of a border should be.
func TestOutlinesHangTogether(t *testing.T) {
	all, err := corridors.Outlines()
	require.NoError(t, err)
	require.Len(t, all, 11)
	ends := map[corridors.Coordinates]int{}
	for _, o := range all {
		require.Greater(t, len(o.Line), 3, o.Name)
		for i, at := range o.Line[1:] {
			assert.Less(t, at.Apart(o.Line[i]), 260.0, "%s, point %d", o.Name, i+1)
		}
		ends[o.Line[0]]++
		ends[o.Line[len(o.Line)-1]]++
	}
	junctions := 0
	for _, n := range ends {
		if n > 1 {
			junctions++
		}
	}
	assert.GreaterOrEqual(t, junctions, 6, "where outlines meet they share a point")
}

// The rings around countries hold their capitals, or a city near the border where the capital lies beyond all maps, and those of no other.
func TestCitiesLieInTheirCountries(t *testing.T) {
	all, err := corridors.Outlines()
	require.NoError(t, err)
	lands, err := corridors.Lands(all)
	require.NoError(t, err)
	require.Len(t, lands, 6)
	_, err = corridors.Lands(all[1:])
	require.ErrorContains(t, err, "there is no outline")
	all[0].Line = all[0].Line[:20]
	_, err = corridors.Lands(all)
	require.ErrorContains(t, err, "does not meet the one before it")
	for country, city := range map[string]corridors.Coordinates{
		"VN": {Latitude: 21.03, Longitude: 105.85}, "LA": {Latitude: 18.1, Longitude: 102.6}, "KH": {Latitude: 11.56, Longitude: 104.92},
		"TH": {Latitude: 13.75, Longitude: 100.52}, "CN": {Latitude: 22.82, Longitude: 108.32}, "MM": {Latitude: 19.75, Longitude: 96.1},
	} {
		for _, land := range lands {
			assert.Equal(t, land.Country == country, inside(city, land.Ring), "%s in %s", country, land.Country)
		}
	}
}

// inside counts how often a line to the east of a place crosses the ring: an odd number of times from within.
func inside(at corridors.Coordinates, ring []corridors.Coordinates) bool {
	odd := false
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		if (a.Latitude > at.Latitude) != (b.Latitude > at.Latitude) &&
			at.Longitude < a.Longitude+(b.Longitude-a.Longitude)*(at.Latitude-a.Latitude)/(b.Latitude-a.Latitude) {
			odd = !odd
		}
	}
	return odd
}
