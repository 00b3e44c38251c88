package corridors

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Expected: a degree of a great circle is a 360th of the circumference of a sphere of that radius; both poles are half
// of it apart, whatever their longitudes.
func TestApartIsTheGreatCircle(t *testing.T) {
	degree := 2 * math.Pi * 6371.0088 / 360
	for _, c := range []struct {
		from, to Coordinates
		degrees  float64
	}{
		{Coordinates{16, 106}, Coordinates{16, 106}, 0},
		{Coordinates{16, 106}, Coordinates{17, 106}, 1},
		{Coordinates{0, 106}, Coordinates{0, 107}, 1},
		{Coordinates{0, 179}, Coordinates{0, -179}, 2},
		{Coordinates{0, 0}, Coordinates{0, 180}, 180},
		{Coordinates{90, 12}, Coordinates{-90, 34}, 180},
	} {
		assert.InDelta(t, c.degrees*degree, c.from.Apart(c.to), 1e-6, c)
		assert.Equal(t, c.from.Apart(c.to), c.to.Apart(c.from), c)
	}
}

func TestSitesArePlacesThenPostsThenDepots(t *testing.T) {
	at := &Coordinates{Latitude: 16.62, Longitude: 106.59}
	c := Corridor{
		Places: []Place{{Name: "Đông Hà", Kind: Junction, Country: "VN", At: at}},
		Gates:  []GatePair{{Name: "the gate", Posts: [2]Post{{Name: "Lao Bảo", Country: "VN", At: at}, {Name: "Densavanh", Country: "LA"}}}},
		Depots: []Depot{{Kind: ICD, Post: Post{Name: "ICD Lao Bảo", Country: "VN"}}},
	}
	assert.Equal(t, []Site{
		{Name: "Đông Hà", Kind: Junction, Country: "VN", At: at},
		{Name: "Lao Bảo", Kind: GatePost, Country: "VN", Gate: "the gate", At: at},
		{Name: "Densavanh", Kind: GatePost, Country: "LA", Gate: "the gate"},
		{Name: "ICD Lao Bảo", Kind: ICD, Country: "VN"},
	}, c.Sites())
}
