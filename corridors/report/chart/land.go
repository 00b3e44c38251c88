package chart

import "math"

// MapLand is a country: its name stands on the map where there is room inside its ring.
type MapLand struct {
	Name string
	Ring []Spot // closed by itself
}

// Names of lands are larger and lighter than those of places.
var landName = letters{size: 14, ink: faint}

// Where the name of a land may stand [px].
const (
	landStep  = 8.0  // between the spots that are tried
	landClear = 14.0 // around the middle and both ends of the name: from borders, roads, places and the edges of the map
)

// drawLands writes the names of lands where they are furthest from everything else; a name that comes too close everywhere is left out.
func (c Map) drawLands(d *Drawing, v view, bottom float64, taken []shape) {
	for _, land := range c.Lands {
		ring := make([]Point, len(land.Ring))
		for i, spot := range land.Ring {
			ring[i] = v.at(spot)
		}
		best, most := shape{}, landClear
		for y := landStep; y < bottom; y += landStep {
			for x := landStep; x < Width; x += landStep {
				try := shape{points: []Point{{x, y}}, text: land.Name, style: landName, anchor: Middle}
				if clear := c.clearance(&try, v, ring, bottom); clear > most && try.free(taken) && !c.onRoad(&try, v) {
					best, most = try, clear
				}
			}
		}
		if best.text != "" {
			taken = append(taken, best)
			d.add(best)
		}
	}
}

// clearance is how far the middle and the ends of a name are from the ring of its land, from roads, places and the edges of the map [px]; negative
// where one of them lies outside the ring.
func (c Map) clearance(name *shape, v view, ring []Point, bottom float64) float64 {
	left, top, right, base := name.frame()
	least := min(left, Width-right, top, bottom-base)
	for _, at := range []Point{{left, (top + base) / 2}, {(left + right) / 2, (top + base) / 2}, {right, (top + base) / 2}} {
		if !encloses(ring, at) {
			return -1
		}
		for i := range ring {
			least = min(least, away(at, ring[i], ring[(i+1)%len(ring)]))
		}
		for _, l := range c.Links {
			least = min(least, away(at, v.at(c.Places[l.From].At), v.at(c.Places[l.To].At)))
		}
		for _, p := range c.Places {
			place := v.at(p.At)
			least = min(least, away(at, place, place))
		}
	}
	return least
}

// encloses tells whether a ring runs around a point: a line from it to the right crosses the ring an odd number of times.
func encloses(ring []Point, at Point) bool {
	odd := false
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		if (a.Y > at.Y) != (b.Y > at.Y) && at.X < a.X+float64((b.X-a.X)*((at.Y-a.Y)/(b.Y-a.Y))) {
			odd = !odd
		}
	}
	return odd
}

// away is how far a point is from a stretch of a line.
func away(at, a, b Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	along := 0.0
	if long := float64(dx*dx) + float64(dy*dy); long > 0 {
		along = max(0, min(1, (float64((at.X-a.X)*dx)+float64((at.Y-a.Y)*dy))/long))
	}
	return math.Hypot(at.X-a.X-float64(along*dx), at.Y-a.Y-float64(along*dy))
}
